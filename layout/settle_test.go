package layout_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/roles"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// point strews references, marks for the index and anchors over a book. A mark
// shows a word that stands nowhere else, so that its page can be read.
func (a *author) point(doc *content.Document) {
	if len(doc.Chapters) == 0 || a.chance(3) {
		return
	}
	r := rand.New(rand.NewPCG(a.Uint64(), 3))
	var anchors []string
	n := 0
	content.Walk(doc, func(part any, place *content.Place) {
		p, ok := part.(*content.Paragraph)
		if !ok {
			return
		}
		for range r.IntN(3) {
			n++
			name := "قفز" + strings.Repeat("ثظ", n%7) + strconv.Itoa(n)
			span := &content.Span{Inlines: []content.Inline{&content.Text{Value: name}}}
			span.Classes = []string{"index"}
			if r.IntN(2) == 0 {
				span.Anchor = fmt.Sprintf("spot-%d", n)
				anchors = append(anchors, span.Anchor)
			}
			at := r.IntN(len(p.Inlines) + 1)
			p.Inlines = slices.Insert(p.Inlines, at, content.Inline(&content.Text{Value: " "}), content.Inline(span), content.Inline(&content.Text{Value: " "}))
		}
	})
	content.Walk(doc, func(part any, place *content.Place) {
		p, ok := part.(*content.Paragraph)
		if !ok || len(anchors) == 0 || r.IntN(2) == 0 {
			return
		}
		for range r.IntN(4) {
			ref := &content.Reference{Anchor: anchors[r.IntN(len(anchors))]}
			ref.Kind = content.ReferenceKind(r.IntN(3))
			p.Inlines = append(p.Inlines, &content.Text{Value: " "}, ref)
		}
	})
	if r.IntN(2) == 0 {
		c := &content.Chapter{Title: a.text(1, 3), Blocks: []content.Block{a.paragraph()}, Role: roles.Colophon}
		doc.Chapters = append(doc.Chapters, c)
	}
	if r.IntN(2) == 0 {
		c := &content.Chapter{Title: a.text(1, 3)}
		c.Classes = []string{"tables"}
		doc.Chapters = slices.Insert(doc.Chapters, 0, c)
	}
}

// foliosTrue reads every folio that a link covers and compares it with that of
// the page where its target stands: in references, contents, lists and index.
// Spots are held against the pages themselves by the words of marks.
func foliosTrue(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	if b.Style.Measure() < 200 {
		return // words are parted, and folios too
	}
	standsThere(t, doc, b)
	pages, folios := pageReferences(doc), map[string]bool{}
	for _, p := range b.Pages {
		folios[p.Folio] = p.Folio != ""
	}
	for _, p := range b.Pages {
		for _, it := range p.Items {
			link, ok := it.(*display.Link)
			if !ok || link.Dest == 0 {
				continue
			}
			spot, known := b.Spots[link.Dest]
			if !known {
				t.Errorf("page %d: %q leads to #%d, which stands nowhere", p.Number, link.Text, link.Dest)
				continue
			}
			want := b.Pages[spot.Page].Folio
			got := covered(p, link)
			if link.W > b.Style.Measure()-slack { // a line of the contents or of a list
				if got, ok := lastLine(p, link); ok && got != want {
					t.Errorf("page %d lists %q for #%d, which stands on the page with folio %q", p.Number, got, link.Dest, want)
				}
				continue
			}
			if isTitle(b, p.Number-1, link) {
				continue // over two lines a part of it may read like a folio
			}
			if printed, ok := printedFolio(got, pages[link.Elem], folios); ok && printed != want {
				t.Errorf("page %d prints %q for #%d, which stands on the page with folio %q", p.Number, got, link.Dest, want)
			}
		}
	}
}

// pageReferences are the parts of the book whose links may be folios.
func pageReferences(doc *content.Document) map[content.ID]bool {
	found := map[content.ID]bool{}
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if ref, ok := in.(*content.Reference); ok && ref.Kind == content.PageReference {
				found[place.ID] = true
			}
		})
	})
	content.Walk(doc, func(part any, place *content.Place) {
		if _, ok := part.(*content.Entry); ok {
			found[place.ID] = true
		}
	})
	return found
}

// printedFolio is the folio that a link's text is, or the first of its range.
func printedFolio(text string, reference bool, folios map[string]bool) (folio string, ok bool) {
	text = strings.Trim(text, " \u00a0\u2007")
	if first, _, isRange := strings.Cut(text, "–"); isRange && folios[first] {
		return first, true
	}
	isNumber := text != "" && strings.Trim(text, "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") == ""
	return text, reference && (isNumber || folios[text])
}

// lastLine is the last of several texts in the rectangle of a link: the folio
// beside a title, or beside the last line of one.
func lastLine(p *display.Page, link *display.Link) (text string, ok bool) {
	n := 0
	for _, it := range p.Items {
		if line, ok := it.(*display.Text); ok && line.Elem == link.Elem && line.Y > link.Y && line.Y < link.Y+link.H {
			text = line.Line.Text()
			n++
		}
	}
	return text, n > 1
}

// covered is the text of the pieces that a link covers.
func covered(p *display.Page, link *display.Link) string {
	var b strings.Builder
	for _, it := range p.Items {
		text, ok := it.(*display.Text)
		if !ok || text.Elem != link.Elem || text.Y < link.Y || text.Y > link.Y+link.H {
			continue
		}
		for _, piece := range text.Line.Pieces {
			x := text.X + float64(piece.X)
			if piece.Word != nil && x > link.X-slack && x+float64(piece.Width) < link.X+link.W+slack {
				b.WriteString(piece.Word.Text)
			}
		}
	}
	return b.String()
}

// isTitle tells a link that covers the title of its target, or a part of it: what is
// printed with its mark, on this page and those beside it, says that title.
func isTitle(b *display.Book, page int, link *display.Link) bool {
	mark, whole := int32(0), ""
	onPage(b.Pages[page:page+1], link.Elem, func(text *display.Text, piece *paragraph.Piece) {
		x := text.X + float64(piece.X)
		if text.Y >= link.Y && text.Y <= link.Y+link.H && x > link.X-slack && x+float64(piece.Width) < link.X+link.W+slack {
			mark = piece.Style.Mark
		}
	})
	onPage(b.Pages[max(0, page-1):min(page+2, len(b.Pages))], link.Elem, func(_ *display.Text, piece *paragraph.Piece) {
		if piece.Style.Mark == mark {
			whole += piece.Word.Text
		}
	})
	return mark != 0 && lettersAndDigits(whole) == lettersAndDigits(link.Text)
}

// onPage does something with every word of a part of the manuscript on some pages.
func onPage(pages []*display.Page, part content.ID, do func(*display.Text, *paragraph.Piece)) {
	for _, p := range pages {
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok || text.Elem != part {
				continue
			}
			for i := range text.Line.Pieces {
				if piece := &text.Line.Pieces[i]; piece.Word != nil {
					do(text, piece)
				}
			}
		}
	}
}

// lettersAndDigits leaves out what layout adds to a word or drops of it.
func lettersAndDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r != tatweel && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, s)
}

// standsThere finds each mark's own word on the page that is its spot.
func standsThere(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	page := func(i int, id content.ID) string {
		var s strings.Builder
		for _, it := range b.Pages[i].Items {
			if text, ok := it.(*display.Text); ok && text.Elem == id {
				s.WriteString(text.Line.Text())
			}
		}
		return strings.ReplaceAll(s.String(), "ـ", "")
	}
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			span, ok := in.(*content.Span)
			if !ok || span.ID == 0 {
				return
			}
			spot, known := b.Spots[span.ID]
			if !known {
				t.Errorf("mark %q stands nowhere", content.PlainText(span.Inlines))
				return
			}
			word := onlyLetters(content.PlainText(span.Inlines))
			if got := page(spot.Page, place.ID); !strings.Contains(onlyLetters(got), word) {
				t.Errorf("mark %q is said to stand on page %d, which has %.200q", word, spot.Page+1, got)
			}
		})
	})
}

// TestNarrower: a paragraph full of folios of one digit is shorter than the same
// with two, so that its target may move to the page before; whichever is
// printed in the end is right.
func TestNarrower(t *testing.T) {
	pages := map[string]bool{}
	for words := 3200; words < 3500; words += 10 {
		text := fmt.Sprintf("# ف\n\n{{%d}}%s\n\n{{9}}\n\n[هدف]{#x}\n", words, strings.Repeat(" {page: x}", 40))
		doc := manuscript(t, []txtar.File{
			{Name: "book.yaml", Data: []byte("title: ك\nlanguage: ar\ntitle-page: false\nopening: any\n")}, {Name: "a.md", Data: []byte(text)}})
		b := pagesOf(t, doc, 1)
		foliosTrue(t, doc, b)
		pages[b.Pages[len(b.Pages)-1].Folio] = true
		if layout.Rounds(b) > 3 {
			t.Errorf("%d words settle in %d rounds", words, layout.Rounds(b))
		}
	}
	if !pages["9"] || !pages["10"] {
		t.Errorf("the books end on pages %v", pages)
	}
}

// TestRounds: numbers settle in three rounds.
func TestRounds(t *testing.T) {
	for seed := range uint64(40) {
		b := pagesOf(t, randomBook(seed, false), 1)
		if layout.Rounds(b) > 3 {
			t.Errorf("book %d settles in %d rounds", seed, layout.Rounds(b))
		}
	}
}

// TestDenseNotes: with more than nine notes on a page, a call at the foot of a
// page has two digits there and one overleaf, and may have no room but as the
// narrower. It is numbered right wherever it comes to stand, and few books take
// more than three rounds to find out where.
func TestDenseNotes(t *testing.T) {
	late := 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 11))
		var text, notes strings.Builder
		for n := range 120 {
			if n%40 == 0 {
				text.WriteString("\n\n")
			}
			fmt.Fprintf(&text, "{{%d}}[^%d] ", 1+r.IntN(5), n)
			fmt.Fprintf(&notes, "[^%d]: {{%d}}.\n\n", n, 1+r.IntN(12))
		}
		doc := manuscript(t, []txtar.File{
			{Name: "book.yaml", Data: []byte("title: ك\nlanguage: ar\nnotes: page\n")}, {Name: "a.md", Data: []byte("# ف\n\n" + text.String() + "\n\n" + notes.String())}})
		b := pagesOf(t, doc, 1)
		numberedByPage(t, doc, b)
		everyLetterOnce(t, doc, b)
		if layout.Rounds(b) > 3 {
			late++
		}
	}
	if late > 5 {
		t.Errorf("%d of 40 books settle in more than three rounds", late)
	}
}
