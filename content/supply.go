package content

import (
	"slices"
	"strings"

	"warraq/content/locale"
	"warraq/content/setup"
)

// Supply puts into the book what its author left to it: the ornate brackets
// around a quotation from the Qur'an, and the title of a box that is known by
// its name, both as the language around them has them, and the direction of
// formulas. What the author wrote stays.
func Supply(doc *Document) {
	for _, c := range doc.Chapters {
		w := walker{book: doc.Meta.Tongue()}
		w.part = func(part any, _ *Place) {
			switch part := part.(type) {
			case *Quote:
				if part.Has(Quran) {
					embraceBlocks(part, w.tongue.Dir)
					part.Attribution = bracketed(part.Attribution)
				}
			case *Div:
				if len(part.Title) == 0 {
					part.Title = boxTitle(part, w.tongue.Lang)
				}
			}
		}
		w.text = func(_ *Place, text []Inline) {
			Inlines(text, func(in Inline) {
				if span, ok := in.(*Span); ok && span.Has(Quran) {
					s := PlainText(span.Inlines)
					span.Inlines = embrace(span.Inlines, s, direct(&span.Attr, s, w.tongue.Dir))
				}
			})
		}
		w.edit = func(_ *Place, text *[]Inline) {
			if doc.Setup.Numbers != setup.NumbersPlain && hasScript(*text) {
				*text = directFormulas(*text)
			}
		}
		w.chapter(c)
	}
}

// The ornate brackets are not mirrored in text from right to left (they have
// no Bidi_Mirrored), so which opens a quotation goes by its shape.
const (
	ornateLeft  = "\uFD3E" // ﴾, which opens at the left
	ornateRight = "\uFD3F" // ﴿, which opens at the right
)

// embraceBlocks puts the brackets into the first and the last paragraph.
func embraceBlocks(q *Quote, around locale.Direction) {
	text := ""
	var first, last *Paragraph
	for _, b := range q.Blocks {
		if p, ok := b.(*Paragraph); ok {
			if first == nil {
				first = p
			}
			last = p
			text += PlainText(p.Inlines)
		}
	}
	if first == nil {
		return
	}
	if embraced := embrace(first.Inlines, text, direct(&q.Attr, text, around)); len(embraced) > len(first.Inlines) {
		first.Inlines = embraced[:len(embraced)-1]
		last.Inlines = append(slices.Clip(last.Inlines), embraced[len(embraced)-1])
	}
}

// embrace puts text of a direction between brackets, unless there are any in it.
func embrace(text []Inline, plain string, dir locale.Direction) []Inline {
	if len(text) == 0 || strings.ContainsAny(plain, ornateLeft+ornateRight) {
		return text
	}
	open, shut := ornateRight, ornateLeft
	if dir == locale.LTR {
		open, shut = ornateLeft, ornateRight
	}
	var pos Pos
	Inlines(text, func(in Inline) {
		if t, ok := in.(*Text); ok && pos == (Pos{}) {
			pos = t.Pos
		}
	})
	embraced := append([]Inline{&Text{Pos: pos, Value: open}}, text...)
	return append(embraced, &Text{Pos: pos, Value: shut})
}

// bracketed puts the place of a verse in square brackets, as is the custom,
// unless its author did: [البقرة: 255].
func bracketed(place []Inline) []Inline {
	if s := PlainText(place); s == "" || strings.HasPrefix(s, "[") || strings.HasPrefix(s, "(") {
		return place
	}
	return append(append([]Inline{&Text{Value: "["}}, place...), &Text{Value: "]"})
}

// direct gives a quotation the direction of its first letter, where that is not
// the one around it and its author gave it neither that nor a language: its
// brackets would stand at the wrong ends. It tells the direction that it has.
func direct(a *Attr, text string, around locale.Direction) locale.Direction {
	if a.Dir != locale.Auto {
		return a.Dir
	}
	dir := firstDirection(text)
	if dir == locale.Auto || a.Lang != "" {
		return around
	}
	if dir != around {
		a.Dir = dir
	}
	return dir
}

// firstDirection is the direction of the first letter of a text, Auto where there
// is none.
func firstDirection(text string) locale.Direction {
	for _, r := range text {
		if dir := directionOfRune(r); dir != locale.Auto {
			return dir
		}
	}
	return locale.Auto
}
