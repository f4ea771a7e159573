package content

import "warraq/content/locale"

// Tongue is the language and the direction of a part of the book.
type Tongue struct {
	Lang string           // BCP 47
	Dir  locale.Direction // RTL or LTR
}

// Tongue is that of the book.
func (m *Meta) Tongue() Tongue { return Tongue{m.Lang, m.Dir} }

// Of is the tongue of a part that stands in one of tongue t and says a of itself.
func (t Tongue) Of(a *Attr) Tongue {
	if a.Lang != "" {
		t = Tongue{a.Lang, locale.DirectionOf(a.Lang)}
	}
	if a.Dir != locale.Auto {
		t.Dir = a.Dir
	}
	return t
}

// Beside is what a part of tongue t says of itself where it stands in one of
// another: nothing of what is the same in both.
func (t Tongue) Beside(around Tongue) (a Attr) {
	if t.Lang != around.Lang {
		a.Lang = t.Lang
	}
	if t.Dir != around.Dir || a.Lang != "" {
		a.Dir = t.Dir
	}
	return a
}

// In is a text of tongue t as it stands in one of another: in a span of its own,
// where the two differ.
func (t Tongue) In(around Tongue, text []Inline) []Inline {
	a := t.Beside(around)
	if len(text) == 0 || a.Lang == "" && a.Dir == locale.Auto {
		return text
	}
	return []Inline{&Span{Pos: PosOf(text), Attr: a, Inlines: text}}
}

// PosOf is where the first text of a run stands.
func PosOf(text []Inline) (pos Pos) {
	Inlines(text, func(in Inline) {
		if t, ok := in.(*Text); ok && pos == (Pos{}) {
			pos = t.Pos
		}
	})
	return pos
}

// DigitsIn are the digits in which the book sets its own numbers in a text of a
// language: those that the author chose, for languages that are written the same
// way as the book's, and those usual there for all others. Never DigitsAuto.
func (doc *Document) DigitsIn(lang string) locale.Digits {
	if locale.DirectionOf(lang) != locale.DirectionOf(doc.Meta.Lang) {
		return locale.ResolveDigits(lang, locale.DigitsAuto)
	}
	return locale.ResolveDigits(lang, doc.Setup.Digits)
}

// DigitsOf are the digits of the numbers of a chapter's notes.
func (doc *Document) DigitsOf(c *Chapter) locale.Digits {
	return doc.DigitsIn(doc.Meta.Tongue().Of(&c.Attr).Lang)
}
