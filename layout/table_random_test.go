package layout_test

import (
	"fmt"
	"image/color"
	"math/rand/v2"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
	"warraq/layout/display"
)

// tableAuthor writes tables of any number of columns and rows, of words, numbers in
// groups, codes, words of either direction, pictures, lines, and cells that go over others.
type tableAuthor struct {
	*rand.Rand
	pieces map[*content.Cell][]string // what cells are made of
}

// latin are words in tables, some of them longer than most columns are wide.
var latin = []string{"paper", "ink", "What is ink?", "internationalisation", "C++", "Rabat (Morocco)"}

// words are the pieces of a cell that no line may end within.
func (a tableAuthor) words(most int) (pieces []string) {
	for range a.IntN(most) {
		switch a.IntN(6) {
		case 0:
			pieces = append(pieces, fmt.Sprintf("%d\u00a0%03d\u00a0%03d", 1+a.IntN(99), a.IntN(1000), a.IntN(1000)))
		case 1:
			pieces = append(pieces, fmt.Sprintf("%d %03d", 1+a.IntN(9), 100+a.IntN(900)))
		case 2:
			pieces = append(pieces, strings.Fields(latin[a.IntN(len(latin))])...)
		default:
			pieces = append(pieces, stock[a.IntN(len(stock))])
		}
	}
	return pieces
}

// number is a cell of a column of numbers, which may have fractions.
func (a tableAuthor) number() []string {
	if a.IntN(3) == 0 {
		return []string{fmt.Sprint(a.IntN(5000))}
	}
	return []string{fmt.Sprintf("%d.%d", a.IntN(300), a.IntN(2000))}
}

// table writes a table of up to so many columns and rows.
func (a tableAuthor) table(columns, rows int) *content.Table {
	t := &content.Table{Columns: make([]content.Align, 1+a.IntN(columns))}
	numbers := a.IntN(2 * len(t.Columns)) // the column of them, if it has one
	code := a.IntN(12) == 0 && len(t.Columns) < 4
	row := func(left int, header bool) *content.Row {
		r := &content.Row{}
		for col := 0; col < len(t.Columns); {
			c, words := &content.Cell{}, a.words(5)
			switch {
			case col == numbers && !header:
				words = a.number()
			case a.IntN(60) == 0 && len(t.Columns) < 4: // a tall one
				for range 60 {
					words = append(words, a.words(5)...)
				}
			case code && a.IntN(9) == 0: // sixty letters and more
				words = append(words, strings.Repeat("9f86d0818", 6+a.IntN(2)))
			}
			for i, w := range words {
				switch {
				case i > 0 && a.IntN(9) == 0:
					c.Inlines = append(c.Inlines, &content.LineBreak{}) // as items of a list in HTML
				case i > 0: // a comma, so that no two numbers make one
					c.Inlines = append(c.Inlines, &content.Text{Value: "، "})
				}
				c.Inlines = append(c.Inlines, &content.Text{Value: w})
			}
			if a.IntN(40) == 0 {
				c.Inlines = append(c.Inlines, &content.Text{Value: " "}, &content.Image{Src: "a.png", Alt: "صورة"})
			}
			a.pieces[c] = words
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
		t.Header = row(1, true)
	}
	n := 1 + a.IntN(rows)
	for i := range n {
		t.Rows = append(t.Rows, row(n-i, false))
	}
	t.AlignNumbers()
	if a.IntN(3) == 0 {
		t.Classes = append(t.Classes, "grid")
	}
	switch a.IntN(8) {
	case 0:
		t.Classes = append(t.Classes, content.Landscape)
	case 1:
		t.Lang, t.Dir = "en", locale.LTR
	case 2:
		t.Lang, t.Dir = "ar", locale.RTL
	}
	return t
}

// TestRandomTables: in every theme, on pages of several sizes, in the text and in
// notes, no word and no number is divided, no cell stands over another or outside the
// page, no row that has room on a page is divided, and headers stand again.
func TestRandomTables(t *testing.T) {
	books := uint64(160)
	if testing.Short() {
		books = 9
	}
	sizes := []setup.Size{{}, {W: 595, H: 842}, {W: 368, H: 567}}
	looks := []*design.Theme{nil}
	for _, theme := range settings.Themes {
		looks = append(looks, specimen(t, theme, "a5").Setup.Theme)
	}
	picture := map[string]*content.Asset{"a.png": {Name: "a.png", Data: pngOf(300, 200, color.NRGBA{A: 0x7F}, 300)}}
	errors := 0
	for seed := range books {
		a := tableAuthor{rand.New(rand.NewPCG(seed, 7)), make(map[*content.Cell][]string)}
		doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar-MA", Dir: locale.RTL}, Assets: picture}
		if a.IntN(4) == 0 {
			doc.Meta.Lang, doc.Meta.Dir = "en", locale.LTR
		}
		doc.Setup.TitlePage, doc.Setup.Contents = setup.Off, setup.Off
		doc.Setup.Page, doc.Setup.Theme = sizes[a.IntN(len(sizes))], looks[a.IntN(len(looks))]
		c := &content.Chapter{Title: []content.Inline{&content.Text{Value: "فصل"}}}
		var tables []*content.Table
		for range 1 + a.IntN(3) {
			tables = append(tables, a.table(9, 30))
			text := []content.Inline{&content.Text{Value: stock[0]}}
			if a.IntN(3) == 0 {
				tables = append(tables, a.table(3, 40))
				note := &content.Note{Label: fmt.Sprint(len(tables)), Blocks: []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.Text{Value: stock[1]}}}, tables[len(tables)-1]}}
				c.Notes = append(c.Notes, note)
				text = append(text, &content.NoteRef{Note: note})
				c.Blocks = append(c.Blocks, tables[len(tables)-2])
			} else {
				c.Blocks = append(c.Blocks, tables[len(tables)-1])
			}
			c.Blocks = append(c.Blocks, &content.Paragraph{Inlines: text})
		}
		doc.Chapters = []*content.Chapter{c}
		number.Document(doc)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			b := triedPages(t, doc, 1)
			if b == nil {
				errors++
				return
			}
			nothingOutside(t, b)
			noOverlap(t, b)
			for _, table := range tables {
				wholeCells(t, b, table, a.pieces)
				headAgain(t, b, table)
			}
		})
	}
	if errors > int(books)/4 {
		t.Errorf("%d of %d books have a table that is too wide", errors, books)
	}
}

// headAgain checks that the header of a table stands on each of its pages, but for one
// that takes too much of them.
func headAgain(t *testing.T, b *display.Book, table *content.Table) {
	t.Helper()
	if table.Header == nil {
		return
	}
	own := make(map[content.ID]bool) // its cells
	head := make(map[content.ID]bool)
	rows, heads := table.All()
	for i, r := range rows {
		for _, c := range r.Cells {
			own[c.ID], head[c.ID] = true, i < heads
		}
	}
	var lines []string // of the header
	high := 0.0
	for i, p := range b.Pages {
		found, first, top, foot := make(map[string]bool), false, 1e9, 0.0
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			switch {
			case !ok:
			case text.Part == display.Again:
				found[text.Line.Text()] = true
			case head[text.Elem]:
				lines, first = append(lines, text.Line.Text()), true
				top, foot = min(top, lying(text).Y), max(foot, lying(text).Y)
			case own[text.Elem] && !first:
				first = true
				if high > b.Style.Measure()/4 || len(lines) == 0 {
					return
				}
				for _, line := range lines {
					if !found[line] {
						t.Errorf("page %d: %q of the header does not stand again: %v", i+1, line, found)
						return
					}
				}
			}
		}
		high = max(high, foot-top)
	}
}

// wholeCells looks for pieces of cells that are divided, and for rows that are.
func wholeCells(t *testing.T, b *display.Book, table *content.Table, pieces map[*content.Cell][]string) {
	t.Helper()
	lines := make(map[content.ID][]string)
	pages := make(map[content.ID][2]int) // the first and the last of each cell
	for i, p := range b.Pages {
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
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
