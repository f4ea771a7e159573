package forms

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/stand"
)

// Sided puts what stands in the margin behind the block that it stands beside: the spans
// [words]{.side} of a paragraph or a poem, each a division of its own, and a mark without
// words where it stood. A block of that class stands in such a division.
func Sided(read []content.Block) []content.Block {
	for i := 0; i < len(read); i++ {
		if asides := besides(read[i]); asides != nil {
			read = slices.Insert(slices.Clone(read), i+1, asides...)
			if p, ok := read[i].(*content.Paragraph); ok && onlyMarks(p.Inlines) {
				read = slices.Delete(read, i, i+1)
				i--
			}
			i += len(asides)
			continue
		}
		if place := read[i].At(); place.Has(stand.SideClass) && bearsSide(read[i]) {
			div := &content.Div{Place: content.Place{Pos: place.Pos, Attr: content.Attr{Classes: []string{stand.SideClass}}}, Blocks: []content.Block{read[i]}}
			place.Classes = slices.DeleteFunc(slices.Clone(place.Classes), func(c string) bool { return c == stand.SideClass })
			read = slices.Clone(read)
			read[i] = div
		}
	}
	return read
}

// bearsSide tells a block that stands in the margin if its class says so.
func bearsSide(b content.Block) bool {
	switch b.(type) {
	case *content.Paragraph, *content.List, *content.Quote, *content.Verse, *content.Figure, *content.Definitions:
		return true
	}
	return false
}

// besides takes from a paragraph or a poem what stands beside it.
func besides(b content.Block) (asides []content.Block) {
	switch b := b.(type) {
	case *content.Paragraph:
		return takeSides(b.Inlines, nil)
	case *content.Verse:
		for _, stanza := range b.Stanzas {
			for _, line := range stanza {
				for _, half := range line.Halves {
					asides = takeSides(half, asides)
				}
			}
		}
	}
	return asides
}

// takeSides adds a division for each span of a text that stands in the margin, and
// leaves its mark.
func takeSides(text []content.Inline, asides []content.Block) []content.Block {
	for i, in := range text {
		span, ok := in.(*content.Span)
		if !ok || !span.Has(stand.SideClass) || len(span.Inlines) == 0 {
			if inner := content.InnerOf(in); inner != nil {
				asides = takeSides(inner, asides)
			}
			continue
		}
		asides = append(asides, &content.Div{Place: content.Place{Pos: span.Pos, Attr: span.Attr},
			Blocks: []content.Block{&content.Paragraph{Place: content.Place{Pos: span.Pos}, Inlines: span.Inlines}}})
		text[i] = &content.Span{Pos: span.Pos, Attr: content.Attr{Classes: []string{stand.SideClass}}}
		closeGap(text, i)
	}
	return asides
}

// closeGap leaves one space around what shows nothing, and none before a mark of
// punctuation or at the end of the text.
func closeGap(text []content.Inline, i int) {
	if i == 0 {
		return
	}
	before, ok := text[i-1].(*content.Text)
	if !ok || !strings.HasSuffix(before.Value, " ") {
		return
	}
	if i+1 == len(text) {
		before.Value = strings.TrimRight(before.Value, " ")
		return
	}
	after, ok := text[i+1].(*content.Text)
	if !ok {
		return
	}
	switch r, _ := utf8.DecodeRuneInString(after.Value); {
	case r == ' ':
		after.Value = strings.TrimLeft(after.Value, " ")
	case unicode.In(r, unicode.Po, unicode.Pe, unicode.Pf):
		before.Value = strings.TrimRight(before.Value, " ")
	}
}

// onlyMarks tells a text that is nothing but marks of notes in the margin.
func onlyMarks(text []content.Inline) bool {
	return !slices.ContainsFunc(text, func(in content.Inline) bool {
		span, ok := in.(*content.Span)
		return !ok || !span.MarksSide()
	})
}
