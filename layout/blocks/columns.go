package blocks

import (
	"fmt"

	"warraq/content"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Columns are the columns, side by side, in which each page has the text of a block.
type Columns struct {
	Number int
	Width  float64 // of one, points
	Gap    float64 // between two
}

// Measures of columns, in points.
const (
	textGap   = 18.0  // between columns of text
	textLeast = 100.0 // the least width of one
	// leastJustified is the least width of one whose lines are justified, in sizes of its text.
	leastJustified = 12
)

// ColumnsOf are the columns of a block of a chapter in a measure: those of an index, or of a
// division whose author asks for them, as many of them as are wide enough. There are
// none where that is one.
func ColumnsOf(b content.Block, measure float64) (Columns, bool) {
	c, least := Columns{}, 0.0
	switch b := b.(type) {
	case *content.Listing:
		if b.Kind == content.IndexListing {
			c, least = Columns{Number: 2, Gap: IndexGap}, indexLeast
		}
	case *content.Div:
		c, least = Columns{Number: b.ColumnCount(), Gap: textGap}, textLeast
	}
	for ; c.Number > 1; c.Number-- {
		c.Width = (measure - float64(c.Number-1)*c.Gap) / float64(c.Number)
		if c.Width >= least {
			return c, true
		}
	}
	return Columns{}, false
}

// Top sets a block of a chapter: a division that is set in columns in the first of them,
// any other as [Setter.Block] does.
func (s *Setter) Top(b content.Block, col lines.Column) []vlist.Row {
	div, ok := b.(*content.Div)
	if !ok || div.ColumnCount() < 2 {
		return s.Block(b, col)
	}
	c, ok := ColumnsOf(b, col.Width)
	if c.Number = max(c.Number, 1); c.Number < div.ColumnCount() {
		s.Warnings = append(s.Warnings, content.Problem{Pos: div.Pos, What: fmt.Sprintf("columns: %d of %d have room on the page", c.Number, div.ColumnCount()),
			Hint: "ask for fewer, such as {count=2}, or set a wider page"})
	}
	if ok {
		col = col.InsetEnd(col.Width - c.Width)
		if c.Width < leastJustified*col.Size {
			col.Align = paragraph.Start // white would run through its lines
		}
		col.NoPlates = true
	}
	return s.Block(b, col)
}
