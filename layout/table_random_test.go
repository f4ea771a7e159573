package layout_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout"
)

// tableAuthor writes tables of any number of columns and rows, of words, numbers in
// groups and cells that go over others.
type tableAuthor struct{ *rand.Rand }

// words are the pieces of a cell that no line may end within.
func (a tableAuthor) words() (pieces []string) {
	for range a.IntN(5) {
		switch a.IntN(4) {
		case 0:
			pieces = append(pieces, fmt.Sprintf("%d\u00a0%03d\u00a0%03d", 1+a.IntN(99), a.IntN(1000), a.IntN(1000)))
		case 1:
			pieces = append(pieces, fmt.Sprintf("%d %03d", 1+a.IntN(9), 100+a.IntN(900)))
		default:
			pieces = append(pieces, stock[a.IntN(len(stock))])
		}
	}
	return pieces
}

// table writes a table; pieces is what its cells are made of.
func (a tableAuthor) table(pieces map[*content.Cell][]string) *content.Table {
	t := &content.Table{Columns: make([]content.Align, 1+a.IntN(13))}
	row := func(left int) *content.Row {
		r := &content.Row{}
		for col := 0; col < len(t.Columns); {
			c, words := &content.Cell{}, a.words()
			if a.IntN(60) == 0 && len(t.Columns) < 4 { // a tall one
				for range 60 {
					words = append(words, a.words()...)
				}
			}
			// a comma, so that no two numbers make one
			c.Inlines, pieces[c] = []content.Inline{&content.Text{Value: strings.Join(words, "، ")}}, words
			wide := 1
			if a.IntN(8) == 0 {
				wide = 1 + a.IntN(len(t.Columns)-col)
				c.Keys = append(c.Keys, content.KeyValue{Key: "colspan", Value: fmt.Sprint(wide)})
			}
			if left > 1 && a.IntN(12) == 0 {
				c.Keys = append(c.Keys, content.KeyValue{Key: "rowspan", Value: fmt.Sprint(2 + a.IntN(3))})
			}
			r.Cells, col = append(r.Cells, c), col+wide
		}
		return r
	}
	if a.IntN(2) == 0 {
		t.Header = row(1)
	}
	rows := 1 + a.IntN(30)
	for i := range rows {
		t.Rows = append(t.Rows, row(rows-i))
	}
	if a.IntN(3) == 0 {
		t.Classes = append(t.Classes, "grid")
	}
	if a.IntN(8) == 0 {
		t.Classes = append(t.Classes, content.Landscape)
	}
	return t
}

// TestRandomTables: no word and no number is divided, no cell stands over another
// or outside the page, and no row that has room on a page is divided.
func TestRandomTables(t *testing.T) {
	books := uint64(40)
	if testing.Short() {
		books = 8
	}
	sizes := []content.Size{{}, {W: 595, H: 842}, {W: 368, H: 567}}
	errors := 0
	for seed := range books {
		a := tableAuthor{rand.New(rand.NewPCG(seed, 7))}
		doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar-MA", Dir: locale.RTL}}
		if a.IntN(4) == 0 {
			doc.Meta.Lang, doc.Meta.Dir = "en", locale.LTR
		}
		doc.Setup.TitlePage, doc.Setup.Contents = content.Off, content.Off
		doc.Setup.Page = sizes[a.IntN(len(sizes))]
		pieces := make(map[*content.Cell][]string)
		c := &content.Chapter{Title: []content.Inline{&content.Text{Value: "فصل"}}}
		for range 1 + a.IntN(3) {
			c.Blocks = append(c.Blocks, a.table(pieces), &content.Paragraph{Inlines: []content.Inline{&content.Text{Value: stock[0]}}})
		}
		doc.Chapters = []*content.Chapter{c}
		content.Number(doc)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			b := triedPages(t, doc, 1)
			if b == nil {
				errors++
				return
			}
			nothingOutside(t, b)
			noOverlap(t, b)
			for _, block := range c.Blocks {
				if table, ok := block.(*content.Table); ok {
					wholeCells(t, b, table, pieces)
				}
			}
		})
	}
	if errors > int(books)/4 {
		t.Errorf("%d of %d books have a table that is too wide", errors, books)
	}
}

// wholeCells looks for pieces of cells that are divided, and for rows that are.
func wholeCells(t *testing.T, b *layout.Book, table *content.Table, pieces map[*content.Cell][]string) {
	t.Helper()
	lines := make(map[content.ID][]string)
	pages := make(map[content.ID][2]int) // the first and the last of each cell
	for i, p := range b.Pages {
		for _, it := range p.Items {
			text, ok := it.(*layout.Text)
			if !ok || text.Elem == 0 {
				continue
			}
			lines[text.Elem] = append(lines[text.Elem], plainSpaces(text.Line.Text()))
			if at, known := pages[text.Elem]; known {
				pages[text.Elem] = [2]int{at[0], i}
			} else {
				pages[text.Elem] = [2]int{i, i}
			}
		}
	}
	most := int(b.Style.Measure() / b.Style.SmallLeading) // lines that a turned page has too
	slots := table.Slots()
	for _, row := range slots {
		first, tall := -1, false
		for _, s := range row {
			for _, piece := range pieces[s.Cell] {
				if !within(lines[s.ID], plainSpaces(piece)) {
					t.Errorf("%q is divided: %q", piece, lines[s.ID])
					return
				}
			}
			tall = tall || len(lines[s.ID]) > most-6
		}
		for _, s := range row {
			at, set := pages[s.ID]
			if !set || tall {
				continue
			}
			if at[0] != at[1] || first >= 0 && at[0] != first {
				t.Errorf("a row of %d cells stands on page %d and on %d", len(row), at[0]+1, at[1]+1)
				return
			}
			first = at[0]
		}
	}
}

// plainSpaces is text with ordinary spaces, without what directs it.
func plainSpaces(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2009':
			return ' '
		case r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == tatweel:
			return -1
		}
		return r
	}, s)
}

func within(lines []string, piece string) bool {
	for _, l := range lines {
		if strings.Contains(l, piece) {
			return true
		}
	}
	return false
}
