package layout_test

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/dress"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// TestDressedBooks holds books of which many words are dressed to what any page
// owes, and every word to its lines and tints.
func TestDressedBooks(t *testing.T) {
	worn := dress.Dress(0)
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			doc := randomBook(seed, false)
			clothe(doc, seed)
			hold(t, doc, false)
			worn |= everyDressDrawn(t, pagesOf(t, doc, 1))
		})
	}
	if all := dress.Highlighted | dress.Underlined | dress.Struck; worn != all {
		t.Errorf("only %06b of the dresses stand on the pages", worn)
	}
}

// clothe puts spans around texts of a book, one in another here and there.
func clothe(doc *content.Document, seed uint64) {
	classes := []string{"strike", "ul", "mark", "sup", "sub", "sc"}
	r := rand.New(rand.NewPCG(seed, 7))
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		for i, in := range text {
			for t, ok := in.(*content.Text); ok && len(t.Value) > 1 && r.IntN(3) == 0; {
				text[i] = &content.Span{Attr: content.Attr{Classes: []string{classes[r.IntN(len(classes))]}}, Inlines: []content.Inline{text[i]}}
			}
		}
	})
}

// everyDressDrawn checks that each word and each space has as many lines and
// tints as it wears, each as wide as itself at least, right before its line of
// text; others, of an ornament or a table, may stand there too. It tells what was
// worn.
func everyDressDrawn(t *testing.T, b *display.Book) (all dress.Dress) {
	t.Helper()
	for _, p := range b.Pages {
		var rules []*display.Rule
		for _, it := range p.Items {
			switch it := it.(type) {
			case *display.Rule:
				rules = append(rules, it)
				continue
			case *display.Text:
				if it.Elem == 0 {
					break
				}
				for i := range it.Line.Pieces {
					piece := &it.Line.Pieces[i]
					worn := dress.Dress(piece.Style.Dress)
					lines, tints := covering(rules, it, piece, b.Style.Highlight)
					wantLines, wantTints := bits.OnesCount8(uint8(worn&(dress.Underlined|dress.Struck))), bits.OnesCount8(uint8(worn&dress.Highlighted))
					if lines < wantLines || tints < wantTints {
						t.Errorf("page %d, a piece at %.1f, %.1f of %q: %d lines and %d tints, want %d and %d at least",
							p.Number, it.X+float64(piece.X), it.Y, it.Line.Text(), lines, tints, wantLines, wantTints)
						return all
					}
					all |= worn & (dress.Highlighted | dress.Underlined | dress.Struck)
				}
			}
			rules = rules[:0]
		}
	}
	return all
}

// covering counts the lines and the tints over all of a piece.
func covering(rules []*display.Rule, text *display.Text, p *paragraph.Piece, tint paragraph.Color) (lines, tints int) {
	const near = 0.01 // points
	left, right := text.X+float64(p.X), text.X+float64(p.X+p.Width)
	for _, r := range rules {
		beside := r.Y > text.Y-2*text.Line.Height-10 && r.Y < text.Y+text.Line.Depth+10 // else it is an ornament's, or a table's
		switch over := beside && r.X < left+near && r.X+r.W > right-near; {
		case over && r.Color == tint:
			tints++
		case over && r.H < 2:
			lines++
		}
	}
	return lines, tints
}

// TestSmallCaps: what a face has no small capitals for is set in capitals at a
// smaller size, with the spaces between; its text stays.
func TestSmallCaps(t *testing.T) {
	doc := &content.Document{Meta: content.Meta{Lang: "ar", Dir: locale.RTL}, Chapters: []*content.Chapter{{Title: []content.Inline{&content.Text{Value: "ف"}},
		Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{
			&content.Span{Attr: content.Attr{Classes: []string{"sc"}}, Inlines: []content.Inline{&content.Text{Value: "Ibn al-Haytham 12 نص"}}}}}}}}}
	doc.Setup = setup.Book{Contents: setup.Off, TitlePage: setup.Off}
	number.Document(doc)
	var got strings.Builder
	for _, it := range pagesOf(t, doc, 1).Pages[0].Items {
		if text, ok := it.(*display.Text); ok && text.Line.Pieces[0].Style.Size == 12 && text.Elem != 0 {
			for _, p := range text.Line.Pieces {
				fmt.Fprintf(&got, "%s %g, ", pieceText(&p), p.Style.Size)
			}
		}
	}
	const want = "I 12, bn 9.36,   9.36, al 9.36, - 12, H 12, aytham 9.36,   9.36, 12 12,   12, نص 12, "
	if got.String() != want {
		t.Errorf("got %s\nwant %s", got.String(), want)
	}
}

func pieceText(p *paragraph.Piece) string {
	if p.Word == nil {
		return " "
	}
	return p.Word.Text
}
