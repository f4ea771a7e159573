package content

import (
	"slices"

	"warraq/content/stand"
)

// standClasses are the classes that say how lines stand, and what each asks.
var standClasses = map[string]Align{
	"start": AlignStart, "center": AlignCenter, "centre": AlignCenter, "centered": AlignCenter, "centred": AlignCenter,
	"end": AlignEnd, "left": AlignLeft, "right": AlignRight, "justify": AlignJustify,
	stand.SignatureClass: AlignEnd, stand.DateClass: AlignEnd,
}

// StandClasses are the classes of a heading that say how its lines stand; those of a
// paragraph or a division are closing ones too.
func StandClasses(closing bool) []string {
	names := []string{"start", "center", "end", "left", "right", "justify"}
	if closing {
		names = append(names, stand.SignatureClass, stand.DateClass)
	}
	return names
}

// IsStandClass tells a class that says how lines stand, in any spelling.
func IsStandClass(class string) bool {
	_, ok := standClasses[class]
	return ok
}

// Stands is how the lines of a part stand that its author places: by the key
// {align=center}, or by a class {.center}. The key goes before the class.
func (a *Attr) Stands() (Align, bool) {
	if key := a.Get("align"); key != "" {
		if align, ok := ParseAlign(key); ok {
			return align, true
		}
		return AlignJustify, key == "justify"
	}
	for _, class := range a.Classes {
		if align, ok := standClasses[class]; ok {
			return align, true
		}
	}
	return AlignStart, false
}

// Placed tells whether classes say how a part stands, or its key as no older class does:
// what a stylesheet must know.
func (a *Attr) Placed() bool {
	for _, class := range a.Classes {
		if IsStandClass(class) || class == stand.ColumnsClass || class == stand.KeepClass || class == stand.LeaderClass || class == stand.NoBreakClass {
			return true
		}
	}
	return a.Get("align") == "justify"
}

// MarksSide tells a span without text that marks the place in a text beside which a note in
// the margin stands: the next division [stand.SideClass] behind the text.
func (s *Span) MarksSide() bool { return len(s.Inlines) == 0 && s.Has(stand.SideClass) }

// Beside tells whether classes say that a part stands beside others, or fills its page:
// what a stylesheet must know.
func (a *Attr) Beside() bool {
	return a.Get(stand.OpenerKey) != "" || slices.ContainsFunc(a.Classes, func(class string) bool { return slices.Contains(stand.BesideClasses, class) })
}

// Closes tells what closes a text and stays on the page of what is above it: a
// signature, a date.
func Closes(b Block) bool {
	switch b.(type) {
	case *Paragraph, *Div:
		return b.At().Has(stand.SignatureClass) || b.At().Has(stand.DateClass)
	}
	return false
}

// Keeps tells whether a page rather does not end between two blocks, as the author
// of one asks.
func Keeps(above, below Block) bool {
	_, division := above.(*Div)
	return !division && above.At().Has(stand.KeepClass) || Closes(below)
}
