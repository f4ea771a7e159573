package layout_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/design"
	"warraq/content/number"
	"warraq/content/stand"
	"warraq/layout"
	"warraq/layout/display"
)

// TestRandomSides: notes in the margin stand there, on the page of what they stand beside, and keep
// the promises of all pages; the text ends its lines and pages as it does without them.
func TestRandomSides(t *testing.T) {
	kept := 0
	for seed := range uint64(24) {
		doc := randomBook(seed, false)
		wide := *design.Plain()
		wide.Page.Outer = design.Length{Value: 150, Unit: design.Points}
		doc.Setup.Theme = &wide
		bare := dumped(triedPages(t, doc, 1))
		for _, c := range doc.Chapters {
			c.Blocks = withSides(c.Blocks, int(seed))
		}
		number.Document(doc)
		b, err := layout.Pages(doc, amiri(), layout.Options{Workers: 1})
		var problems content.Problems
		if errors.As(err, &problems) && slices.ContainsFunc(problems, func(p content.Problem) bool {
			return strings.Contains(p.What, "mm higher than it") || strings.Contains(p.What, "too wide for")
		}) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		kept++
		everyLetterOnce(t, doc, b)
		nothingOutside(t, b)
		noOverlap(t, b)
		notesInOrder(t, doc, b, true)
		foliosTrue(t, doc, b)
		sidesHeld(t, doc, b)
		if got := strings.Count(bare, "\npage "); got != strings.Count(dumped(b), "\npage ") {
			t.Errorf("seed %d: %d pages without notes in the margin, %d with them", seed, got, strings.Count(dumped(b), "\npage "))
		}
		if one, four := dumped(b), dumped(pagesOf(t, doc, 4)); one != four {
			t.Error("pages differ with the number of workers")
		}
	}
	if kept < 12 {
		t.Errorf("%d books were laid out", kept)
	}
}

// TestSideSigns: notes that had to stand lower than their line have a letter there and here.
func TestSideSigns(t *testing.T) {
	for _, theme := range settings.Themes {
		doc, _, err := book.Read(os.DirFS("../content/samples"), "margin", book.Options{Theme: book.File{Name: theme}})
		if err != nil {
			t.Fatal(err)
		}
		all := 0
		for _, p := range pagesOf(t, doc, 1).Pages {
			signs := make(map[string][]float64)
			for _, it := range p.Items {
				if text, ok := it.(*display.Text); ok && text.Part == display.SideSign {
					signs[said(text)] = append(signs[said(text)], text.Y)
				}
			}
			for sign, at := range signs {
				if all++; len(at) < 2 || math.Abs(at[0]-at[len(at)-1]) < 3 {
					t.Errorf("%s, page %d: %s stands at %v", theme, p.Number, sign, at)
				}
			}
		}
		if all < 3 {
			t.Errorf("%s: %d signs", theme, all)
		}
	}
}

func said(text *display.Text) (words string) {
	for _, piece := range text.Line.Pieces {
		if piece.Word != nil {
			words += piece.Word.Text
		}
	}
	return words
}

// withSides puts a note in the margin behind every third block, and marks its place in a paragraph.
func withSides(blocks []content.Block, seed int) (all []content.Block) {
	for i, b := range blocks {
		all = append(all, b)
		switch b.(type) {
		case *content.Heading, *content.Break, *content.PageBreak, *content.Listing, *content.Endnotes:
			continue
		}
		if (i+seed)%3 > 0 {
			continue
		}
		side := &content.Div{Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.Text{Value: fmt.Sprint("حاشية في الهامش رقمها ", i, " من كلام قصير")}}}}}
		side.Classes = []string{stand.SideClass}
		all = append(all, side)
		if p, ok := b.(*content.Paragraph); ok && content.Pictures(p.Inlines) == nil {
			mark := &content.Span{}
			mark.Classes = side.Classes
			p.Inlines = slices.Insert(slices.Clone(p.Inlines), len(p.Inlines)/2, content.Inline(mark))
		}
	}
	return all
}

// sidesHeld looks for notes in the margin that stand outside the outer margin, above or
// below the type area, or on no page of the block that they follow.
func sidesHeld(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	sides, st := display.Sides(doc), b.Style
	for _, p := range b.Pages {
		left, right := 0.0, st.Left(p.Odd())
		if p.Odd() == st.LTR {
			left, right = st.Left(p.Odd())+st.Measure(), st.Trim.W
		}
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok || !sides[text.Elem] {
				continue
			}
			if l, r := extent(text); l < left || r > right || text.Y < st.Top || text.Y > st.Top+st.Height() {
				t.Errorf("page %d: %s stands at %.0f–%.0f, %.0f", p.Number, describe(text), l, r, text.Y)
			}
		}
	}
	on := make(map[content.ID]map[int]bool)
	for i, p := range b.Pages {
		for _, id := range p.Blocks() {
			if on[id] == nil {
				on[id] = make(map[int]bool)
			}
			on[id][i] = true
		}
	}
	for _, c := range doc.Chapters {
		for i, block := range c.Blocks {
			if i == 0 || !sides[block.At().ID] {
				continue
			}
			note := block.(*content.Div).Blocks[0].At().ID
			if above, ok := c.Blocks[i-1].(*content.Paragraph); ok && on[above.ID] != nil {
				for page := range on[note] {
					if !on[above.ID][page] {
						t.Errorf("the note #%d stands on page %d, the paragraph #%d does not", note, page+1, above.ID)
					}
				}
			}
		}
	}
}

// TestSideRoomAsked: what the error says of an outer margin that is too narrow, written into
// book.yaml, gives a note room, in each theme and on pages of each size.
func TestSideRoomAsked(t *testing.T) {
	asked := regexp.MustCompile("write `(page: {.*})` in book.yaml")
	lay := func(manifest string) error {
		doc, _, err := book.Read(fstest.MapFS{
			"book.yaml": {Data: []byte("title: كتاب\nlanguage: ar\n" + manifest)},
			"a.md":      {Data: []byte("# باب\n\nكلام[حاشية.]{.side} طويل.\n")},
		}, ".", book.Options{})
		if err == nil {
			_, err = layout.Pages(doc, amiri(), layout.Options{Workers: 1})
		}
		return err
	}
	for _, theme := range settings.Themes {
		for _, size := range []string{"a5", "a4", "b5", "17x24cm", "130x200mm", "105x148mm"} {
			for _, numbers := range []string{"", "line-numbers: page\n"} {
				rest := "theme: " + theme + "\n" + numbers
				var problems content.Problems
				if err := lay(rest + "page: " + size + "\n"); !errors.As(err, &problems) {
					if err != nil {
						t.Fatal(err)
					}
					continue // it has room
				}
				m := asked.FindStringSubmatch(problems[0].Hint)
				if m == nil {
					t.Fatalf("%s %s: %s, %s", theme, size, problems[0].What, problems[0].Hint)
				}
				if err := lay(rest + m[1] + "\n"); err != nil {
					t.Errorf("%s %s: with %s: %v", theme, size, m[1], err)
				}
			}
		}
	}
}

// TestChartBesideMargin: a chart is drawn as wide as the text of a book that says its margins
// itself, so that its labels are as large as they are meant.
func TestChartBesideMargin(t *testing.T) {
	doc, _, err := book.Read(fstest.MapFS{
		"book.yaml": {Data: []byte("title: كتاب\nlanguage: ar\npage: {size: a5, outer: 45mm}\n")},
		"a.md":      {Data: []byte("# باب\n\n{chart=bar}\n| ا | ب |\n|---|--:|\n| ج | 3 |\n| د | 5 |\n\n: رسم\n")},
	}, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := pagesOf(t, doc, 1)
	if drawn, wide := b.Pictures["chart-1.svg"].Drawing.Width/0.75, b.Style.Measure(); math.Abs(drawn-wide) > 0.5 {
		t.Errorf("the chart is %.1f points wide, the text %.1f", drawn, wide)
	}
}
