package layout

import (
	"warraq/content"
)

// blockSetter turns blocks into rows. It serves one goroutine.
type blockSetter struct{ *setter }

// newBlockSetter sets the blocks of a manuscript.
func newBlockSetter(m *manuscript, p asPrinted) *blockSetter {
	return &blockSetter{newSetter(m, p)}
}

// block sets one block in a column.
func (s *blockSetter) block(b content.Block, col column) []row {
	place := b.At()
	col = col.attributed(&place.Attr)
	rows := s.construct(b, col)
	if hung(rows) {
		rows[0].plates[0].begin(place.ID)
	} else if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, place.ID)
	}
	return rows
}

func (s *blockSetter) construct(b content.Block, col column) []row {
	switch b := b.(type) {
	case *content.Heading:
		return s.heading(b, col)
	case *content.Paragraph:
		if images := content.Pictures(b.Inlines); images != nil {
			if rows := s.gallery(images, col, &b.Place); rows != nil {
				return rows
			}
		}
		return s.text(b.Inlines, col.aligned(&b.Attr), b.ID)
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
	case *content.TitlePage, *content.Imprint, *content.Contents: // stand in no other block (see titlepage.go)
	case *content.PageBreak: // prints nothing; stack and flow end the page
	}
	return nil
}

// stack sets blocks one under another. In a column without indents only its
// paragraphs are flush: what has marks or lines of its own sets them as anywhere.
func (s *blockSetter) stack(blocks []content.Block, col column) []row {
	var rows []row
	var above content.Block // that left rows
	opens := false          // a page begins with the next row
	for i, b := range blocks {
		if content.IsPageBreak(b) {
			opens = len(rows) > 0
			continue
		}
		inner := below(col, blocks, i)
		if _, text := b.(*content.Paragraph); !text {
			inner.flush = false
		}
		set := s.block(b, inner)
		if hung(set) && len(rows) > 0 {
			rows[len(rows)-1].hang(set[0].plates)
			continue
		}
		if above != nil && len(set) > 0 && set[0].space == 0 {
			set[0].space = s.between(above, b, col)
		}
		if above != nil && len(set) > 0 && announces(above, b) {
			set[0].penalty += colonPrice
		}
		if above = b; len(set) == 0 {
			continue
		}
		set[0].opens, opens = set[0].opens || opens, false
		rows = append(rows, set...)
	}
	return rows
}

// below is the column of block i of several: a paragraph right below a heading
// has no indent, as nothing stands above that it must be told from.
func below(c column, blocks []content.Block, i int) column {
	if i > 0 && isParagraph(blocks[i]) {
		if _, heading := blocks[i-1].(*content.Heading); heading {
			c.flush = true
		}
	}
	return c
}

// between is the space between two blocks within another: none between
// paragraphs, which the indent tells apart, nor around a list within a list; half
// a leading around displays. What stands among the blocks of a chapter has that
// of its kind (see rhythm.go).
func (s *blockSetter) between(above, below content.Block, col column) float64 {
	if isText(above) && isText(below) {
		switch {
		case isList(above) && isList(below):
			return col.leading / 2 // else they would look like one
		case col.listed:
			return 0
		case isList(above) || isList(below):
			if col.grid {
				return col.leading / 2
			}
			return col.air()
		}
		if col.flush && isParagraph(above) && isParagraph(below) {
			return col.air()
		}
		if col.grid {
			return s.style.Between
		}
		return 0
	}
	if _, ok := above.(*content.Heading); ok {
		return 0
	}
	return col.leading / 2
}

func isParagraph(b content.Block) bool {
	_, ok := b.(*content.Paragraph)
	return ok
}

// isText tells blocks that run on in the grid of the text.
func isText(b content.Block) bool {
	switch b.(type) {
	case *content.Paragraph, *content.List, *content.Definitions:
		return true
	}
	return false
}

// isDisplay tells blocks with air around them.
func isDisplay(b content.Block) bool {
	_, heading := b.(*content.Heading)
	return !heading && !isText(b)
}

// heading sets a section's title: bold, at the start edge, never last on a
// page and never parted from the two lines that follow it.
func (s *blockSetter) heading(b *content.Heading, col column) []row {
	st := &s.style
	set := st.Section(b.Level)
	col.size = set.Size * col.size / st.Body // smaller in a note or a box
	col.font.Bold, col.align, col.indent, col.color, col.balanced = set.Bold, set.Align, 0, set.Color, true
	rows := s.text(b.Inlines, col.aligned(&b.Attr), b.ID)
	if len(rows) == 0 {
		return []row{{}} // nothing to see, but links lead here
	}
	together(rows)
	lead := col.size * headingLead
	for i := range rows[1:] {
		rows[i].height = lead
	}
	loosen(rows, lead)
	for i := range rows {
		raise(&rows[i], headingRise)
	}
	rows[0].space, rows[0].snap = set.Above, false
	return rows
}

// headingLead is the leading of a heading of several lines, in its type sizes.
const headingLead = 1.4

// headingRise lifts a heading off the grid, away from the text it heads.
const headingRise = 3.0

// aired gives a display at least half a leading above; what follows it has as
// much.
func (s *blockSetter) aired(rows []row, col column) {
	if len(rows) > 0 {
		rows[0].space = max(rows[0].space, col.leading/2)
	}
}

// small is the column of tables, captions and lists in boxes.
func (s *blockSetter) small(col column) column {
	col.size, col.leading, col.grid = s.style.Small, s.style.SmallLeading, false
	col.indent = 0
	return col
}
