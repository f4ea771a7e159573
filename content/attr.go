package content

import (
	"slices"

	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/setup"
)

// Attr is what `{#anchor .class lang=fr dir=ltr key=value}` attaches.
type Attr struct {
	Anchor  string // target of links, unique in the book
	Classes []string
	Lang    string           // BCP 47; empty: as around
	Dir     locale.Direction // Auto: as around
	Keys    []KeyValue
}

// KeyValue is one further attribute, in the order written.
type KeyValue struct{ Key, Value string }

// Has tells whether the class was attached.
func (a *Attr) Has(class string) bool {
	for _, c := range a.Classes {
		if c == class {
			return true
		}
	}
	return false
}

// Get gives the value of a further attribute, "" when absent.
func (a *Attr) Get(key string) string {
	for _, kv := range a.Keys {
		if kv.Key == key {
			return kv.Value
		}
	}
	return ""
}

// Without is a copy that lacks some classes and further attributes.
func (a *Attr) Without(classes, keys []string) Attr {
	less := *a
	less.Classes = slices.DeleteFunc(slices.Clone(a.Classes), func(c string) bool { return slices.Contains(classes, c) })
	less.Keys = slices.DeleteFunc(slices.Clone(a.Keys), func(kv KeyValue) bool { return slices.Contains(keys, kv.Key) })
	return less
}

// Length gives the length under a key, "width" or "height"; zero where there is
// none or it cannot be read.
func (a *Attr) Length(key string) design.Length {
	l, ok := design.ParseLength(a.Get(key))
	if !ok {
		return design.Length{}
	}
	return l
}

// Justification is what the attributes of a block ask: a class {.spaces},
// {.simple} or {.naskh}, or {justify=spaces}; the key goes before the class. A
// quotation from the Qur'an is set with spaces alone whatever else it says.
// JustifyAuto: as around.
func (a *Attr) Justification() setup.Justification {
	if len(a.Classes) == 0 && len(a.Keys) == 0 {
		return setup.JustifyAuto
	}
	if a.Has(Quran) {
		return setup.JustifySpaces
	}
	if j, ok := setup.ParseJustification(a.Get("justify")); ok {
		return j
	}
	for j := setup.JustifyNaskh; j <= setup.JustifySpaces; j++ {
		if a.Has(j.String()) {
			return j
		}
	}
	return setup.JustifyAuto
}
