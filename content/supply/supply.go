// Package supply puts into a book what its author left to it: what abbreviations stand
// for, the ornate brackets of the Qur'an, the titles of boxes. What the author wrote
// stays.
package supply

import (
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/direct"
	"warraq/content/locale"
	"warraq/content/setup"
)

// Document puts into the book what its author left to it: the ornate brackets
// around a quotation from the Qur'an, and the title of a box that is known by
// its name, both as the language around them has them, and the direction of
// formulas. What the author wrote stays.
func Document(doc *content.Document) {
	var w content.Walker
	w.Part = func(part any, _ *content.Place) {
		switch part := part.(type) {
		case *content.Quote:
			if part.Has(content.Quran) {
				embraceBlocks(part, w.Tongue().Dir)
				part.Attribution = bracketed(part.Attribution)
			}
		case *content.Div:
			if len(part.Title) == 0 {
				part.Title = part.TitleIn(w.Tongue().Lang)
			}
		}
	}
	w.Text = func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && span.Has(content.Quran) {
				s := content.PlainText(span.Inlines)
				span.Inlines = embrace(span.Inlines, s, facing(&span.Attr, s, w.Tongue().Dir))
			}
		})
	}
	w.Edit = func(_ *content.Place, text *[]content.Inline) {
		if doc.Setup.Numbers != setup.NumbersPlain {
			direct.Formulas(text)
		}
	}
	w.Document(doc)
}

// The ornate brackets are not mirrored in text from right to left (they have
// no Bidi_Mirrored), so which opens a quotation goes by its shape.
const (
	ornateLeft  = "\uFD3E" // ﴾, which opens at the left
	ornateRight = "\uFD3F" // ﴿, which opens at the right
)

// embraceBlocks puts the brackets into the first and the last paragraph.
func embraceBlocks(q *content.Quote, around locale.Direction) {
	text := ""
	var first, last *content.Paragraph
	for _, b := range q.Blocks {
		if p, ok := b.(*content.Paragraph); ok {
			if first == nil {
				first = p
			}
			last = p
			text += content.PlainText(p.Inlines)
		}
	}
	if first == nil {
		return
	}
	if embraced := embrace(first.Inlines, text, facing(&q.Attr, text, around)); len(embraced) > len(first.Inlines) {
		first.Inlines = embraced[:len(embraced)-1]
		last.Inlines = append(slices.Clip(last.Inlines), embraced[len(embraced)-1])
	}
}

// embrace puts text of a direction between brackets, unless there are any in it.
func embrace(text []content.Inline, plain string, dir locale.Direction) []content.Inline {
	if len(text) == 0 || strings.ContainsAny(plain, ornateLeft+ornateRight) {
		return text
	}
	open, shut := ornateRight, ornateLeft
	if dir == locale.LTR {
		open, shut = ornateLeft, ornateRight
	}
	pos := content.PosOf(text)
	embraced := append([]content.Inline{&content.Text{Pos: pos, Value: open}}, text...)
	return append(embraced, &content.Text{Pos: pos, Value: shut})
}

// bracketed puts the place of a verse in square brackets, as is the custom,
// unless its author did: [البقرة: 255].
func bracketed(place []content.Inline) []content.Inline {
	if s := content.PlainText(place); s == "" || strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(") {
		return place
	}
	return append(append([]content.Inline{&content.Text{Value: "["}}, place...), &content.Text{Value: "]"})
}

// facing gives a quotation the direction of its first letter, where that is not
// the one around it and its author gave it neither that nor a language: its
// brackets would stand at the wrong ends. It tells the direction that it has.
func facing(a *content.Attr, text string, around locale.Direction) locale.Direction {
	if a.Dir != locale.Auto {
		return a.Dir
	}
	dir := direct.First(text)
	if dir == locale.Auto || a.Lang != "" {
		return around
	}
	if dir != around {
		a.Dir = dir
	}
	return dir
}
