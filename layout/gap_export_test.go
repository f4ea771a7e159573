package layout

import (
	"fmt"
	"math"
	"slices"

	"warraq/content"
	"warraq/content/stand"
	"warraq/fonts"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/galley"
	"warraq/layout/vlist"
)

// Gap is the white between two things of a chapter on one page, from the lower
// edge of the one to the upper edge of the other, in points.
type Gap struct {
	Kind  string // of the thing that it belongs to
	After bool   // below that thing; else above it
	White float64
	Page  int  // from 1
	Last  bool // on the last page of its chapter, or before a page break that was asked for
}

// Feet are what the ends of pages owe their readers.
type Feet struct {
	Announced int    // pages that end with what announces the next one's head, behind a colon
	Parted    int    // pages that end within a table of up to nine rows
	Few       [5]int // last pages of a chapter, not its first, of fewer than so many lines and one
}

// Gaps measures the white around the constructs of a book, how many lines its pages
// end above their feet, and what they end with.
func Gaps(doc *content.Document, set *fonts.Set) (gaps []Gap, short map[int]float64, feet Feet) {
	l := newLayout(doc, set, Options{})
	l.flow()
	l.fitLeading()
	l.settle()
	short = make(map[int]float64)
	clear(l.placed)
	for i := range l.sections {
		sec := &l.sections[i]
		first := l.book.Spots[sec.chapter.ID].Page + 1
		g := l.galley(l.rows(sec))
		sheets := g.Pages(first%2 == 1)
		for k, s := range sheets {
			feet.add(g, sec, s)
			last := g.Closes(s) // or ends before a page that was asked for
			if !last {
				short[first+k] = shortOf(g, s)
			}
			for _, gap := range gapsOn(g, sec, s) {
				gap.Page, gap.Last = first+k, last
				gaps = append(gaps, gap)
			}
		}
		for _, b := range g.Begins {
			l.placed[b.Note] = true
		}
	}
	return gaps, short, feet
}

// shortTable is how many rows the tables have whose parting is counted.
const shortTable = 9

// add counts the end of a page.
func (f *Feet) add(g *galley.Galley, sec *section, s galley.Portion) {
	if int(s.RowEnd) == len(g.Rows) {
		if lines := int(vlist.Height(g.Rows[s.Row:]) / g.Leading); s.Row > 0 && s.Row < s.RowEnd && lines < len(f.Few) {
			f.Few[lines]++
		}
		return
	}
	block, begins := blockAt(g, sec, s.RowEnd)
	if begins {
		at := slices.Index(sec.chapter.Blocks, block)
		if at > 0 && blocks.Announces(sec.chapter.Blocks[at-1], block) {
			f.Announced++
		}
		return
	}
	if t, ok := block.(*content.Table); ok {
		if rows, heads := t.All(); len(rows)-heads <= shortTable {
			f.Parted++
		}
	}
}

// blockAt is the block that a row belongs to, and whether it begins with it.
func blockAt(g *galley.Galley, sec *section, row int32) (block content.Block, begins bool) {
	for i := row; i >= 0; i-- {
		for _, b := range sec.chapter.Blocks {
			if slices.Contains(g.Rows[i].Starts, b.At().ID) {
				return b, i == row
			}
		}
	}
	return nil, false
}

// gapsOn measures the gaps of one page.
func gapsOn(g *galley.Galley, sec *section, s galley.Portion) (gaps []Gap) {
	blocks := make(map[content.ID]content.Block)
	for _, b := range sec.chapter.Blocks {
		if _, columns := b.(*content.Listing); columns {
			return nil
		}
		blocks[b.At().ID] = b
	}
	var block content.Block // nil: the title
	for i := range g.Rows[:s.Row] {
		for _, id := range g.Rows[i].Starts {
			if b := blocks[id]; b != nil {
				block = b
			}
		}
	}
	fit := g.Stretch(s)
	rows, _ := g.RowsOn(s)
	y, above, foot, captioned := 0.0, content.Block(nil), math.Inf(-1), false
	seen := false
	for i := s.Row; i < s.RowEnd; i++ {
		r := &rows[i-s.Row]
		aired := r.Aired(max(0, fit.More))
		for _, id := range r.Starts {
			if b := blocks[id]; b != nil {
				block = b
			}
		}
		top := g.TopOf(r, i == s.Row, y)
		y = top + r.Height
		top += fit.Down[i-s.Row]
		high, low, caption := edgesOf(&aired)
		if math.IsInf(low, -1) {
			continue
		}
		if seen {
			white := top + high - foot
			switch {
			case above != block:
				gaps = append(gaps, parting(above, block, white, caption || captioned)...)
			case caption != captioned && (nameOf(block) == "figure" || nameOf(block) == "table"):
				gaps = append(gaps, Gap{Kind: "caption", After: captioned, White: white})
			}
		}
		above, foot, captioned, seen = block, top+low, caption, true
	}
	return gaps
}

// edgesOf are the edges of what stands in a row, low before high where nothing does.
func edgesOf(r *vlist.Row) (high, low float64, caption bool) {
	seen := false
	for _, it := range r.Items {
		t, ok := it.(*display.Text)
		seen = seen || !ok || len(t.Line.Pieces) > 0
		caption = caption || ok && t.Part == display.Caption
	}
	if !seen {
		return math.Inf(1), math.Inf(-1), caption
	}
	high, low = vlist.Edges(r)
	return high, low, caption
}

// parting is the gap between two blocks, by what it belongs to: a heading before
// a display, a display before text.
func parting(above, below content.Block, white float64, caption bool) []Gap {
	up, down := nameOf(above), nameOf(below)
	_, headingUp := above.(*content.Heading)
	_, headingDown := below.(*content.Heading)
	switch {
	case above == nil:
		return []Gap{{Kind: "title", After: true, White: white}}
	case headingUp && headingDown:
		return nil
	case headingUp:
		return []Gap{{Kind: up, After: true, White: white}}
	case headingDown:
		return []Gap{{Kind: down, White: white}}
	case up == "" && down == "":
		return nil
	case isChain(above, below) && !caption:
		return []Gap{{Kind: "one after another", White: white}}
	case up != "" && (down == "" || blocks.IsText(below)):
		return []Gap{{Kind: up, After: true, White: white}}
	}
	return []Gap{{Kind: down, White: white}}
}

// nameOf names what a block is, "" for running text.
func nameOf(b content.Block) string {
	switch b := b.(type) {
	case *content.Heading:
		return fmt.Sprintf("heading %d", min(b.Level, 4))
	case *content.List:
		return "list"
	case *content.Definitions:
		return "definitions"
	case *content.Quote:
		for _, kind := range []string{content.Quran, content.Pull, content.Epigraph} {
			if b.Has(kind) {
				return kind
			}
		}
		return "quotation"
	case *content.Verse:
		return "verse"
	case *content.Table:
		return "table"
	case *content.Figure:
		return "figure"
	case *content.CodeBlock:
		return "listing"
	case *content.Break:
		return "pause"
	case *content.Div:
		if b.Boxed() != "" {
			return "box"
		}
		if b.Has(stand.ShownClass) {
			return "example"
		}
		if b.Abreast() != nil {
			return "figure"
		}
		return "division"
	case *content.Paragraph:
		if content.Pictures(b.Inlines) != nil {
			return "figure"
		}
	}
	return ""
}
