package blocks

import (
	"fmt"
	"math"

	"warraq/content"
	"warraq/content/setup"
	"warraq/content/stand"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// leastSide is the least width of a note in the margin, points: 22 mm.
const leastSide = 22 * mm

const mm = 72 / 25.4

// IsSide tells a division that stands in the margin.
func IsSide(b content.Block) bool {
	_, div := b.(*content.Div)
	return div && b.At().Has(stand.SideClass)
}

// SideMark is the place in a block beside which the n-th of the notes in the margin that
// follow it stands, from 0: that of its n-th mark []{.side}, or of its last; 0 where it has
// none.
func SideMark(b content.Block, n int) (at content.ID) {
	w := content.Walker{Text: func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && span.MarksSide() && n >= 0 {
				at = span.ID
				n--
			}
		})
	}}
	w.Blocks([]content.Block{b})
	return at
}

// Besides hangs notes in the margin on the rows of the blocks that they stand beside: that
// which is written above them, or where that is a heading or nothing, the one below.
type Besides struct {
	above   content.Block
	begin   int // of its rows
	nth     int // note of those that follow it
	waiting []vlist.Side
}

// Below says of a block that its rows begin at an index, and hangs on them what had to wait.
func (h *Besides) Below(b content.Block, rows []vlist.Row, begin int) []vlist.Row {
	*h = Besides{above: b, begin: begin, waiting: h.waiting}
	if _, heading := b.(*content.Heading); heading || len(h.waiting) == 0 || len(rows) == begin {
		return rows
	}
	rows = append(rows[:begin:begin], vlist.HangSides(rows[begin:], h.waiting, 0)...)
	h.waiting = nil
	return rows
}

// Hang hangs a note on the rows of the block above it.
func (h *Besides) Hang(rows []vlist.Row, sides []vlist.Side) []vlist.Row {
	if _, heading := h.above.(*content.Heading); heading || h.above == nil || len(rows) == h.begin {
		h.waiting = append(h.waiting, sides...)
		return rows
	}
	h.nth++
	return append(rows[:h.begin:h.begin], vlist.HangSides(rows[h.begin:], sides, SideMark(h.above, h.nth-1))...)
}

// Rest hangs what still waits on the last row.
func (h *Besides) Rest(rows []vlist.Row, leading float64) []vlist.Row {
	if len(h.waiting) == 0 {
		return rows
	}
	if len(rows) == 0 {
		return []vlist.Row{{Height: leading, Sides: h.waiting}}
	}
	last := len(rows) - 1
	return append(rows[:last:last], vlist.HangSides(rows[last:], h.waiting, 0)...)
}

// mostMargins is the part of its width that the margins of a page may take.
const mostMargins = 0.6

// roomyPage is the book's page, or the least that leaves text beside an outer margin of some
// points, and that margin in whole millimetres.
func (s *Setter) roomyPage(outer float64) (page setup.Size, need float64) {
	page, need = s.Doc.Setup.Page, math.Ceil(outer/mm)
	inner := s.Style.Inner / s.Style.Trim.W
	fits := func(w float64) bool { return need*mm+inner*w <= mostMargins*w }
	if fits(s.Style.Trim.W) {
		return page, need
	}
	for _, name := range []string{"a5", "b5", "a4"} {
		if p, _ := setup.PaperNamed(name); fits(p.W) {
			return p.Size, need + 1 // its type may be larger
		}
	}
	return page, need
}

// side sets a note in the outer margin: one row, on which it hangs.
func (s *Setter) side(b *content.Div, col lines.Column) []vlist.Row {
	_, width := s.SideRoom()
	if width < leastSide {
		size, need := s.roomyPage(s.Style.Outer + leastSide - width)
		s.Errors = append(s.Errors, content.Problem{Pos: b.Pos,
			What: fmt.Sprintf("the outer margin has %.0f mm of room for a side note, %.0f less than it needs", max(0, math.Floor(width/mm)), math.Ceil((leastSide-width)/mm)),
			Hint: fmt.Sprintf("write `page: {size: %s, outer: %.0fmm}` in book.yaml", size, need)})
		return nil
	}
	st := &s.Style
	col.Left, col.Width, col.Size, col.Leading = 0, width, st.Note, st.NoteLeading
	col.Align, col.Indent, col.Flush, col.Grid = paragraph.Start, 0, true, false
	col.Margin, col.NoPlates, col.NoSides, col.Listed, col.Bullets, col.Headed = true, true, true, false, 0, 0
	col = col.Aligned(&b.Attr)
	rows := append(s.titled(b, col), s.stack(b.Blocks, col)...)
	if len(rows) == 0 {
		return nil
	}
	for i := range rows {
		if len(rows[i].Notes) > 0 && s.Doc.Setup.Notes != setup.NotesAtEnd {
			s.Errors = append(s.Errors, content.Problem{Pos: b.Pos, What: "a side note calls a footnote", Hint: "say it in the side note itself, or call the footnote in the text"})
			break
		}
	}
	rows[0].Space = 0
	return []vlist.Row{{Sides: []vlist.Side{{ID: b.ID, Pos: b.Pos, Rows: rows}}}}
}
