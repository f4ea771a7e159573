package layout

import (
	"math"

	"warraq/content"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// bullets are the marks of lists without an order, by how many such lists lie
// around one.
var bullets = [...]string{"•", "–", "·"}

// markGap is the room between a mark and its item, in parts of the type size.
const markGap = 0.5

// list sets the items inset at the start edge, each with its mark outside: at
// the right in Arabic. Numbers stand under each other at that edge.
func (s *setter) list(b *content.List, col column) []row {
	marks := s.marks(b, col)
	inner := col.inset(max(s.inset(col), marks.width+col.size*markGap))
	inner.indent, inner.flush, inner.grid, inner.listed = 0, true, false, true
	if b.Style == locale.Bullet {
		inner.bullets++
	}
	var rows []row
	for i, item := range b.Items {
		set := s.item(item, marks, i, inner)
		if i > 0 && len(set) > 0 {
			set[0].penalty += listPrice
			switch {
			case i == 1 && len(rows) == 1:
				set[0].penalty += firstPrice
			case i == len(b.Items)-1 && len(set) == 1:
				set[0].penalty += lonePrice
			}
			if last := b.Items[i-1].Blocks; len(last) > 0 && content.IsPageBreak(last[len(last)-1]) {
				set[0].opens = true
			}
			if last := b.Items[i-1].Blocks; len(last) > 0 && isTable(last[len(last)-1]) {
				set[0].space = max(set[0].space, col.leading/2) // as much as above it
			}
			if !b.Tight {
				set[0].space = max(set[0].space, col.air())
			}
		}
		rows = append(rows, set...)
	}
	return rows
}

// item sets one item and its mark on the first row.
func (s *setter) item(item *content.Item, marks marks, i int, col column) []row {
	rows := s.member(item.Blocks, col)
	if len(item.Blocks) > 1 && len(rows) > 1 && rows[1].penalty == 0 && (leads(item.Blocks[0], item.Blocks[1]) || isTable(item.Blocks[1])) {
		rows[1].penalty = labelPrice
	}
	if len(rows) == 0 {
		rows = []row{{height: col.leading, snap: col.grid}}
	}
	if hung(rows) {
		rows[0].height, rows[0].snap = col.leading, col.grid
	}
	if !hasLine(&rows[0]) {
		rows[0].height = max(rows[0].height, col.leading) // a low picture beside the mark
	}
	rows[0].starts = append(rows[0].starts, item.ID)
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
func (s *setter) marks(b *content.List, col column) marks {
	m := marks{list: b, bullet: bullets[col.bullets%len(bullets)], digits: s.digitsIn(col.lang)}
	if b.Style == locale.Bullet {
		return m
	}
	for i := range b.Items {
		// letters differ in width, numbers of as many digits hardly
		if letters := b.Style != locale.Decimal; letters && i < 28 || i == 0 || i == len(b.Items)-1 {
			s.spell.begin()
			s.spell.add(m.of(i), col.look(), content.Pos{})
			width, _ := s.comp.Width(s.spell.spans, col.form())
			m.width = max(m.width, width)
		}
	}
	return m
}

// setMark puts a mark outside the column beside a row. Marks of a width stand
// under each other at the start edge; one of no width is as near as it may be.
func (s *setter) setMark(r *row, text string, width float64, col column, elem content.ID) {
	s.spell.begin()
	s.spell.add(text, col.look(), content.Pos{})
	room := col
	room.indent, room.flush = 0, true
	room.width, room.align = width+tolerance, paragraph.Start
	if width == 0 {
		room.width, room.align = col.size*4, paragraph.End
	}
	room.left = col.outside(room.width, col.size*markGap)
	set := s.set(room)
	if len(set.Lines) == 0 {
		return
	}
	first := &display.Text{X: room.left, Y: baselineOf(r, col), Line: &set.Lines[0], Elem: elem}
	r.items = append([]display.Item{first}, r.items...)
}

// baselineOf is that of a row's first line of text, which something above may
// have moved.
func baselineOf(r *row, col column) float64 {
	for _, it := range r.items {
		if t, ok := it.(*display.Text); ok && t.Elem != 0 {
			return t.Y
		}
	}
	return format.Baseline(col.leading)
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
func (s *setter) checkbox(r *row, item *content.Item, col column) {
	side := checkSide * col.size
	foot := baselineOf(r, col) - checkRise*col.size
	box := display.Rect{X: col.outside(side, col.size*markGap), Y: foot - side, W: side, H: side}
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
	r.items = append(items, r.items...)
}

// tick is what stands in the box of a task that is done.
func (s *setter) tick(box display.Rect, col column, elem content.ID) []display.Item {
	if _, ok := s.faces.Cover(fonts.Style{Mono: true}, tick); !ok {
		in := (box.W - checkFill*col.size) / 2
		return []display.Item{&display.Rule{Rect: display.Rect{X: box.X + in, Y: box.Y + in, W: box.W - 2*in, H: box.H - 2*in}, Elem: elem}}
	}
	s.spell.begin()
	s.spell.add(string(tick), look{font: fonts.Style{Mono: true}, size: math.Round(10*tickSize*col.size) / 10}, content.Pos{})
	room := col
	room.left, room.width = box.X-box.W/2, 2*box.W
	room.align, room.indent, room.flush = paragraph.Center, 0, true
	set := s.set(room)
	if len(set.Lines) == 0 {
		return nil
	}
	line := &set.Lines[0]
	return []display.Item{&display.Text{X: room.left, Y: box.Y + (box.H+line.Height-line.Depth)/2, Line: line, Elem: elem}}
}

// hasLine tells a row with text in it.
func hasLine(r *row) bool {
	for _, it := range r.items {
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
