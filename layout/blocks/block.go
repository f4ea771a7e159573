// Package blocks sets blocks as rows, a file a construct: lists, quotations, tables,
// figures and what else a chapter holds. The rows of a block depend on no other
// block.
package blocks

import (
	"warraq/content"
	"warraq/fonts"
	"warraq/layout/lines"
	"warraq/layout/manuscript"
	"warraq/layout/vlist"
)

// Setter turns blocks into rows. It serves one goroutine.
type Setter struct{ *lines.Setter }

// New sets the blocks of a manuscript.
func New(m *manuscript.Manuscript, p lines.AsPrinted) *Setter {
	return &Setter{lines.New(m, p)}
}

// Block sets one block in a column.
func (s *Setter) Block(b content.Block, col lines.Column) []vlist.Row {
	place := b.At()
	col = col.Attributed(&place.Attr)
	rows := s.construct(b, col)
	if vlist.Hung(rows) {
		rows[0].Plates[0].Begin(place.ID)
	} else if last := len(rows) - 1; last >= 0 && bleeds(&place.Attr) && len(rows[last].Plates) > 0 {
		rows[last].Plates[0].Begin(place.ID) // its caption stands before it
	} else if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, place.ID)
	}
	return rows
}

func (s *Setter) construct(b content.Block, col lines.Column) []vlist.Row {
	switch b := b.(type) {
	case *content.Heading:
		return s.heading(b, col)
	case *content.Paragraph:
		if images := content.Pictures(b.Inlines); images != nil {
			if rows := s.gallery(images, col, &b.Place); rows != nil {
				return rows
			}
		}
		if led := content.Leaders(b.Inlines); led != nil {
			return s.leaders(led, col, b.ID)
		}
		return s.Text(b.Inlines, col.Aligned(&b.Attr), b.ID)
	case *content.List:
		return s.list(b, col)
	case *content.Quote:
		return s.quote(b, col)
	case *content.Verse:
		return s.verse(b, col)
	case *content.Table:
		return s.table(b, col)
	case *content.Figure:
		return s.figure(b, col)
	case *content.CodeBlock:
		return s.code(b, col)
	case *content.Definitions:
		return s.definitions(b, col)
	case *content.Break:
		return s.pause(b, col)
	case *content.Div:
		return s.div(b, col)
	case *content.Endnotes:
		return s.endnotes(b, col)
	case *content.Listing:
		return s.listing(b, col)
	case *content.TitlePage, *content.Imprint, *content.Contents: // package opening sets them
	case *content.PageBreak: // prints nothing; stack and flow end the page
	}
	return nil
}

// stack sets blocks one under another. In a column without indents only its
// paragraphs are flush: what has marks or lines of its own sets them as anywhere.
func (s *Setter) stack(blocks []content.Block, col lines.Column) []vlist.Row {
	var rows []vlist.Row
	var above content.Block // that left rows
	opens := false          // a page begins with the next row
	var beside Besides
	var ready [][]vlist.Row // of the blocks from here on, which were set with one above them
	for i, b := range blocks {
		if content.IsPageBreak(b) {
			opens = len(rows) > 0
			continue
		}
		if n := Wrapping(blocks, i); n > 0 {
			ready = s.Wrapped(blocks[i:i+n+1], columnsOf(col, blocks, i, n+1))
		}
		var set []vlist.Row
		if len(ready) > 0 {
			set, ready = ready[0], ready[1:]
			if Wraps(b) && len(set) == 0 {
				continue // it hangs on what is below it
			}
		} else {
			set = s.Block(b, within(col, blocks, i))
		}
		if vlist.Hung(set) && len(rows) > 0 {
			rows[len(rows)-1].Hang(set[0].Plates)
			continue
		}
		if vlist.Beside(set) {
			rows = beside.Hang(rows, set[0].Sides)
			continue
		}
		if above != nil && len(set) > 0 {
			s.join(set, above, b, col)
		}
		if above = b; len(set) == 0 {
			continue
		}
		set[0].Opens, opens = set[0].Opens || opens, false
		rows = beside.Below(b, append(rows, set...), len(rows))
	}
	return beside.Rest(rows, col.Leading)
}

// join gives the rows of a block the space and the price of a page break between them and
// the block above.
func (s *Setter) join(set []vlist.Row, above, b content.Block, col lines.Column) {
	if set[0].Space == 0 {
		set[0].Space = s.between(above, b, col)
	}
	slacken(&set[0], b, col)
	PriceBelow(&set[0], above, b)
	if _, heading := above.(*content.Heading); heading && len(set) > 1 && isParagraph(b) {
		set[1].Penalty = vlist.Infinite // two lines at least stand under a heading
	}
}

// columnsOf are the columns of n blocks from block i on within another.
func columnsOf(col lines.Column, blocks []content.Block, i, n int) []lines.Column {
	cols := make([]lines.Column, n)
	for k := range cols {
		cols[k] = within(col, blocks, i+k)
	}
	return cols
}

// within is the column of block i of several within another.
func within(col lines.Column, blocks []content.Block, i int) lines.Column {
	inner := Below(col, blocks, i)
	if _, text := blocks[i].(*content.Paragraph); !text {
		inner.Flush = false
	}
	return inner
}

// PriceBelow prices the page break above the first row of a block that stands below another:
// what is announced, what is kept, what a heading heads.
func PriceBelow(first *vlist.Row, above, below content.Block) {
	if Announces(above, below) {
		first.Penalty += vlist.ColonPrice
	}
	if content.Keeps(above, below) {
		first.Penalty = max(first.Penalty, vlist.KeepPrice)
	}
	if _, heading := above.(*content.Heading); heading {
		first.Penalty = vlist.Infinite
	}
}

// slacken lets the space above the first row of a block within another grow: that above
// a list within a list as much as that between its items.
func slacken(r *vlist.Row, b content.Block, col lines.Column) {
	r.Loose.Above = max(r.Loose.Above, vlist.InnerSlack*r.Space)
	if col.Listed && isList(b) {
		r.Loose.Above = max(r.Loose.Above, vlist.ItemSlack*col.Leading)
	}
}

// Below is the column of block i of several: a paragraph right below a heading
// has no indent, as nothing stands above that it must be told from.
func Below(c lines.Column, blocks []content.Block, i int) lines.Column {
	if i > 0 && isParagraph(blocks[i]) {
		above := i - 1
		for above > 0 && (IsSide(blocks[above]) || Wraps(blocks[above])) {
			above--
		}
		if _, heading := blocks[above].(*content.Heading); heading {
			c.Flush = true
		}
	}
	return c
}

// between is the space between two blocks within another: none between
// paragraphs, which the indent tells apart, nor around a list within a list; half
// a leading around displays. What stands among the blocks of a chapter has that
// of its kind (see rhythm.go of package layout).
func (s *Setter) between(above, below content.Block, col lines.Column) float64 {
	if content.Closes(above) || content.Closes(below) {
		return ClosingGap(above, below, col.Leading)
	}
	if IsText(above) && IsText(below) {
		switch {
		case isList(above) && isList(below):
			return col.Leading / 2 // else they would look like one
		case col.Listed:
			return 0
		case isList(above) || isList(below):
			if col.Grid {
				return col.Leading / 2
			}
			return col.Air()
		}
		if col.Flush && isParagraph(above) && isParagraph(below) {
			return col.Air()
		}
		if col.Grid {
			return s.Style.Between
		}
		return 0
	}
	if _, ok := above.(*content.Heading); ok {
		return 0
	}
	return col.Leading / 2
}

// ClosingGap is the space beside a signature or a date: half a leading to text, none
// between two of them.
func ClosingGap(above, below content.Block, leading float64) float64 {
	if content.Closes(above) && content.Closes(below) {
		return 0
	}
	return leading / 2
}

func isParagraph(b content.Block) bool {
	_, ok := b.(*content.Paragraph)
	return ok
}

// IsText tells blocks that run on in the grid of the text.
func IsText(b content.Block) bool {
	switch b.(type) {
	case *content.Paragraph, *content.List, *content.Definitions:
		return true
	}
	return false
}

// IsDisplay tells blocks with air around them.
func IsDisplay(b content.Block) bool {
	_, heading := b.(*content.Heading)
	return !heading && !IsText(b)
}

// heading sets a section's title: bold, at the start edge, never last on a
// page and never parted from the two lines that follow it.
func (s *Setter) heading(b *content.Heading, col lines.Column) []vlist.Row {
	st := &s.Style
	set := st.Section(b.Level)
	col.Size = set.Size * col.Size / st.Body // smaller in a note or a box
	col.Font.Bold, col.Align, col.Indent, col.Color, col.Balanced = set.Bold, set.Align, 0, set.Color, true
	col.Font.Role = fonts.OfHeadings
	rows := s.Text(b.Inlines, col.Aligned(&b.Attr), b.ID)
	if len(rows) == 0 {
		return []vlist.Row{{}} // nothing to see, but links lead here
	}
	vlist.Together(rows)
	lead := col.Size * headingLead
	for i := range rows[1:] {
		rows[i].Height = lead
	}
	vlist.Loosen(rows, lead)
	for i := range rows {
		vlist.Raise(&rows[i], headingRise)
	}
	rows[0].Space, rows[0].Snap = set.Above, false
	return rows
}

// headingLead is the leading of a heading of several lines, in its type sizes.
const headingLead = 1.4

// headingRise lifts a heading off the grid, away from the text it heads.
const headingRise = 3.0

// aired gives a display at least half a leading above; what follows it has as
// much.
func (s *Setter) aired(rows []vlist.Row, col lines.Column) {
	if len(rows) > 0 {
		rows[0].Space = max(rows[0].Space, col.Leading/2)
	}
}

// Small is the column of tables, captions and lists in boxes.
func (s *Setter) Small(col lines.Column) lines.Column {
	col.Size, col.Leading, col.Grid = s.Style.Small, s.Style.SmallLeading, false
	col.Indent = 0
	return col
}
