package content

import "warraq/content/locale"

// Caption is the caption of a figure, a table or pictures abreast of tongue t as it is set: its label,
// such as «شكل 3:», in a span of class "label" before the author's words.
func (doc *Document) Caption(b Block, t Tongue) []Inline {
	words := locale.WordsFor(t.Lang)
	switch b := b.(type) {
	case *Figure:
		return doc.labelled(&b.Place, t, words.Figure, b.Number, b.Caption)
	case *Div:
		return doc.labelled(&b.Place, t, words.Figure, b.Number, b.Title)
	case *Table:
		return doc.labelled(&b.Place, t, words.Table, b.Number, b.Caption)
	}
	return nil
}

func (doc *Document) labelled(place *Place, t Tongue, word string, number int, caption []Inline) []Inline {
	if number == 0 {
		return caption
	}
	text := word + "\u00a0" + locale.FormatInt(number, doc.DigitsIn(t.Lang)) + locale.PunctuationFor(t.Lang).Colon
	label := &Span{Pos: place.Pos, Attr: Attr{Classes: []string{"label"}}, Inlines: []Inline{&Text{Pos: place.Pos, Value: text}}}
	if dir := locale.DirectionOf(t.Lang); dir != t.Dir { // the author turned the block, not its language
		label.Dir = dir
	}
	return append([]Inline{label, &Text{Pos: place.Pos, Value: " "}}, caption...)
}
