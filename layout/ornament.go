package layout

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// pause sets a break in the text on a row of its own.
func (s *blockSetter) pause(b *content.Break, col column) []row {
	st := &s.style
	col.indent, col.align, col.lang, col.color = 0, paragraph.Center, "", st.PauseColor
	rows := []row{{height: col.leading, snap: col.grid}}
	if text := s.ornament(st.Pause, design.StarsOrnament); text != "" {
		rows = s.plain(text, col, b.ID)
	} else if st.Pause == design.RuleOrnament {
		line := s.shortRule(col, col.leading/2)
		line.X, line.W = col.left+col.width*(1-pauseRule)/2, col.width*pauseRule
		line.Color, line.Elem = st.PauseColor, b.ID
		rows[0].items = []display.Item{line}
	}
	s.aired(rows, col)
	return rows
}

// pauseRule is the length of a rule in a break, as a part of its column.
const pauseRule = 0.2

// shortRule is the ornament of a rule: in the middle of a column, or at its
// start edge as what stands over it.
func (s *blockSetter) shortRule(col column, y float64) *display.Rule {
	st := &s.style
	w := min(st.RuleLength, col.width)
	x := col.left + (col.width-w)/2
	if col.align == paragraph.Start {
		x = col.startOf(w)
	}
	return &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: st.RuleWeight}, Color: st.OpenerInk.Color}
}

// caption is the column of a caption.
func (s *blockSetter) caption(col column) column {
	col.align, col.color = s.style.CaptionAlign, s.style.CaptionColor
	return col
}

// barWidth is the thickness of bars at the start edge of boxes and quotations,
// and frameWeight that of frames, in points.
const (
	barWidth    = 2.2
	frameWeight = 0.6
)

// barred draws a bar at the start edge of the rows of a quotation.
func (s *blockSetter) barred(rows []row, col column) {
	bar := s.style.QuoteBar
	if !bar.On {
		return
	}
	at := col.inset(s.style.QuoteInset * 0.3)
	backed(rows, at.startOf(barWidth), barWidth, bar.Color)
}

// grounded lays a ground behind rows, as wide as the column col.
func (s *blockSetter) grounded(rows []row, col column, paint format.Paint) {
	if !paint.On || len(rows) == 0 {
		return
	}
	above, below := overshoot(rows)
	air := max(s.style.BoxPad*0.5, above+inkGap, below+inkGap)
	pad(rows, air, air)
	backed(rows, col.left, col.width, paint.Color)
}
