package content

import (
	"cmp"

	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// Label is what numbers a chapter where the book numbers its chapters, in the
// language of the chapter and its digits: "الفصل 1", "القسم 1", "ملحق أ"; empty for
// every other chapter.
func Label(doc *Document, c *Chapter) string {
	return LabelIn(doc, c, cmp.Or(c.Lang, doc.Meta.Lang))
}

// LabelIn is the label of a chapter in a language.
func LabelIn(doc *Document, c *Chapter, lang string) string {
	if doc.Setup.Numbering == setup.NumberNone || c.Number == 0 {
		return ""
	}
	words := locale.WordsFor(lang)
	number := locale.FormatInt(c.Number, doc.DigitsIn(lang))
	switch c.Role {
	case roles.Body:
		return words.Chapter + "\u00a0" + number
	case roles.Part:
		return words.Part + "\u00a0" + number
	case roles.Appendix:
		return words.Appendix + "\u00a0" + locale.FormatLetter(c.Number, lang)
	}
	return ""
}

// colonOf stands behind the label of a chapter.
func (doc *Document) colonOf(c *Chapter) string {
	return locale.PunctuationFor(cmp.Or(c.Lang, doc.Meta.Lang)).Colon
}

// FullTitle is the title of a chapter in one line, its label before it.
func FullTitle(doc *Document, c *Chapter) []Inline {
	label := Label(doc, c)
	if label == "" {
		return c.Title
	}
	return append([]Inline{&Text{Pos: c.Pos, Value: label + doc.colonOf(c) + " "}}, c.Title...)
}
