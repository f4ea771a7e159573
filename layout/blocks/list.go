package blocks

import (
	"math"

	"warraq/content"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// bullets are the marks of lists without an order, by how many such lists lie
// around one.
var bullets = [...]string{"•", "–", "·"}

// markGap is the room between a mark and its item, in parts of the type size.
const markGap = 0.5

// list sets the items inset at the start edge, each with its mark outside: at
// the right in Arabic. Numbers stand under each other at that edge.
func (s *Setter) list(b *content.List, col lines.Column) []vlist.Row {
	marks := s.marks(b, col)
	inner := col.Inset(max(s.inset(col), marks.width+col.Size*markGap))
	inner.Indent, inner.Flush, inner.Grid, inner.Listed = 0, true, false, true
	if b.Style == locale.Bullet {
		inner.Bullets++
	}
	if inner.Align != paragraph.Justify {
		inner.Align = paragraph.Start // its marks stand there
	}
	var rows []vlist.Row
	for i, item := range b.Items {
		set := s.item(item, marks, i, inner)
		if i > 0 && len(set) > 0 {
			set[0].Penalty += vlist.ListPrice
			switch {
			case i == 1 && len(rows) == 1:
				set[0].Penalty += vlist.FirstPrice
			case i == len(b.Items)-1 && len(set) == 1:
				set[0].Penalty += vlist.LonePrice
			}
			if last := b.Items[i-1].Blocks; len(last) > 0 && content.IsPageBreak(last[len(last)-1]) {
				set[0].Opens = true
			}
			if last := b.Items[i-1].Blocks; len(last) > 0 && isTable(last[len(last)-1]) {
				set[0].Space = max(set[0].Space, col.Leading/2) // as much as above it
			}
			if !b.Tight {
				set[0].Space = max(set[0].Space, col.Air())
			}
			set[0].Loose.Above = max(vlist.ItemSlack*col.Leading, vlist.InnerSlack*set[0].Space)
		}
		rows = append(rows, set...)
	}
	return rows
}

// item sets one item and its mark on the first row.
func (s *Setter) item(item *content.Item, marks marks, i int, col lines.Column) []vlist.Row {
	rows := s.member(item.Blocks, col)
	if len(item.Blocks) > 1 && len(rows) > 1 && rows[1].Penalty == 0 && (Leads(item.Blocks[0], item.Blocks[1]) || isTable(item.Blocks[1])) {
		rows[1].Penalty = vlist.LabelPrice
	}
	if len(rows) == 0 {
		rows = []vlist.Row{{Height: col.Leading, Snap: col.Grid}}
	}
	if vlist.Hung(rows) {
		rows[0].Height, rows[0].Snap = col.Leading, col.Grid
	}
	if !hasLine(&rows[0]) {
		rows[0].Height = max(rows[0].Height, col.Leading) // a low picture beside the mark
	}
	rows[0].Starts = append(rows[0].Starts, item.ID)
	if item.Task {
		s.checkbox(&rows[0], item, col)
	} else {
		s.setMark(&rows[0], marks.of(i), marks.width, col, item.ID)
	}
	return rows
}

// marks are what stands before the items of a list: bullets, numbers, letters.
type marks struct {
	list   *content.List
	bullet string
	digits locale.Digits
	width  float64 // of the widest number or letter, points; 0 for bullets
}

// of is the mark of item i.
func (m marks) of(i int) string {
	if m.list.Style == locale.Bullet {
		return m.bullet
	}
	return m.list.Style.Number(m.list.Start+i, m.digits) + "."
}

// marks are those of a list in a column.
func (s *Setter) marks(b *content.List, col lines.Column) marks {
	m := marks{list: b, bullet: bullets[col.Bullets%len(bullets)], digits: s.DigitsIn(col.Lang)}
	if b.Style == locale.Bullet {
		return m
	}
	for i := range b.Items {
		s.Spell.Begin()
		s.Spell.Add(m.of(i), col.Look(), content.Pos{})
		width, _ := s.Widths(col)
		m.width = max(m.width, width)
	}
	return m
}

// setMark puts a mark outside the column beside a row. Marks of a width stand
// under each other at the start edge; one of no width is as near as it may be.
func (s *Setter) setMark(r *vlist.Row, text string, width float64, col lines.Column, elem content.ID) {
	s.Spell.Begin()
	s.Spell.Add(text, col.Look(), content.Pos{})
	room := col
	room.Indent, room.Flush = 0, true
	room.Width, room.Align = width+vlist.Tolerance, paragraph.Start
	if width == 0 {
		room.Width, room.Align = col.Size*4, paragraph.End
	}
	room.Left = col.Outside(room.Width, col.Size*markGap)
	set := s.Set(room)
	if len(set.Lines) == 0 {
		return
	}
	first := &display.Text{X: room.Left, Y: baselineOf(r, col), Line: &set.Lines[0], Elem: elem}
	r.Items = append([]display.Item{first}, r.Items...)
}

// baselineOf is that of a row's first line of text, which something above may
// have moved.
func baselineOf(r *vlist.Row, col lines.Column) float64 {
	for _, it := range r.Items {
		if t, ok := it.(*display.Text); ok && t.Elem != 0 {
			return t.Y
		}
	}
	return format.Baseline(col.Leading)
}

// Measures of the box of a task, in parts of the type size but for its line.
const (
	checkSide = 0.62
	checkLine = 0.6  // points
	checkRise = 0.02 // of its foot above the baseline
	checkFill = 0.3  // side of the square in a box that is done, where no face has a tick
	tick      = '✓'
	tickSize  = 0.6 // of its type
)

// checkbox draws the box of a task outside the column beside a row, ticked
// when the task is done.
func (s *Setter) checkbox(r *vlist.Row, item *content.Item, col lines.Column) {
	side := checkSide * col.Size
	foot := baselineOf(r, col) - checkRise*col.Size
	box := display.Rect{X: col.Outside(side, col.Size*markGap), Y: foot - side, W: side, H: side}
	frame := []display.Rect{
		{X: box.X, Y: box.Y, W: side, H: checkLine}, {X: box.X, Y: foot - checkLine, W: side, H: checkLine},
		{X: box.X, Y: box.Y, W: checkLine, H: side}, {X: box.X + side - checkLine, Y: box.Y, W: checkLine, H: side},
	}
	var items []display.Item
	for _, edge := range frame {
		items = append(items, &display.Rule{Rect: edge, Elem: item.ID})
	}
	if item.Done {
		items = append(items, s.tick(box, col, item.ID)...)
	}
	r.Items = append(items, r.Items...)
}

// tick is what stands in the box of a task that is done.
func (s *Setter) tick(box display.Rect, col lines.Column, elem content.ID) []display.Item {
	if _, ok := s.Faces.Cover(fonts.Style{Mono: true}, tick); !ok {
		in := (box.W - checkFill*col.Size) / 2
		return []display.Item{&display.Rule{Rect: display.Rect{X: box.X + in, Y: box.Y + in, W: box.W - 2*in, H: box.H - 2*in}, Elem: elem}}
	}
	s.Spell.Begin()
	s.Spell.Add(string(tick), lines.Look{Font: fonts.Style{Mono: true}, Size: math.Round(10*tickSize*col.Size) / 10}, content.Pos{})
	room := col
	room.Left, room.Width = box.X-box.W/2, 2*box.W
	room.Align, room.Indent, room.Flush = paragraph.Center, 0, true
	set := s.Set(room)
	if len(set.Lines) == 0 {
		return nil
	}
	line := &set.Lines[0]
	return []display.Item{&display.Text{X: room.Left, Y: box.Y + (box.H+line.Height-line.Depth)/2, Line: line, Elem: elem}}
}

// hasLine tells a row with text in it.
func hasLine(r *vlist.Row) bool {
	for _, it := range r.Items {
		if _, ok := it.(*display.Text); ok {
			return true
		}
	}
	return false
}

func isTable(b content.Block) bool {
	_, ok := b.(*content.Table)
	return ok
}

func isList(b content.Block) bool {
	_, ok := b.(*content.List)
	return ok
}

// member sets the blocks of an item of a list or of an explanation. The first
// paragraph is flush with the mark or term; those after it have an indent, half
// that of running text, since no space parts them from each other.
func (s *Setter) member(blocks []content.Block, col lines.Column) []vlist.Row {
	first, later := col, col
	first.Flush = true
	later.Flush, later.Indent = false, s.Style.Indent/2
	n := 1 // the first, and the notes beside it
	for n < len(blocks) && IsSide(blocks[n]) {
		n++
	}
	if len(blocks) <= n {
		return s.stack(blocks, first)
	}
	rows := s.stack(blocks[:n], first)
	rest := s.stack(blocks[n:], later)
	if vlist.Hung(rest[:min(1, len(rest))]) && len(rows) > 0 {
		rows[len(rows)-1].Hang(rest[0].Plates)
		rest = rest[1:]
	}
	if len(rest) > 0 && len(rows) > 0 && rest[0].Space == 0 {
		rest[0].Space = s.between(blocks[0], blocks[n], later)
	}
	if len(rest) > 0 && Announces(blocks[0], blocks[n]) {
		rest[0].Penalty += vlist.ColonPrice
	}
	if len(rest) > 0 {
		slacken(&rest[0], blocks[n], later)
		rest[0].Opens = rest[0].Opens || content.IsPageBreak(blocks[n])
	}
	return append(rows, rest...)
}

// inset is how far a member is set in: the style's inset, or less where the
// column is narrow, so that what lies deep in others still has a measure.
func (s *Setter) inset(col lines.Column) float64 {
	by := max(col.Width/narrowing, 0.9*col.Size)
	return min(s.Style.Inset, by, col.Width/6)
}

// narrowing is the part of a column that an inset takes at most where the column
// is narrower than a page's usual measure.
const narrowing = 14
