package blocks

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// pause sets a break in the text on a row of its own.
func (s *Setter) pause(b *content.Break, col lines.Column) []vlist.Row {
	st := &s.Style
	col.Indent, col.Align, col.Lang, col.Color = 0, paragraph.Center, "", st.PauseColor
	rows := []vlist.Row{{Height: col.Leading, Snap: col.Grid}}
	if text := s.Ornament(st.Pause, design.StarsOrnament); text != "" {
		rows = s.Plain(text, col, b.ID)
	} else if st.Pause == design.RuleOrnament {
		line := s.ShortRule(col, col.Leading/2)
		line.X, line.W = col.Left+col.Width*(1-pauseRule)/2, col.Width*pauseRule
		line.Color, line.Elem = st.PauseColor, b.ID
		rows[0].Items = []display.Item{line}
	}
	s.aired(rows, col)
	return rows
}

// pauseRule is the length of a rule in a break, as a part of its column.
const pauseRule = 0.2

// ShortRule is the ornament of a rule: in the middle of a column, or at its
// start edge as what stands over it.
func (s *Setter) ShortRule(col lines.Column, y float64) *display.Rule {
	st := &s.Style
	w := min(st.RuleLength, col.Width)
	x := col.Left + (col.Width-w)/2
	if col.Align == paragraph.Start {
		x = col.StartOf(w)
	}
	return &display.Rule{Rect: display.Rect{X: x, Y: y, W: w, H: st.RuleWeight}, Color: st.OpenerInk.Color}
}

// caption is the column of a caption.
func (s *Setter) caption(col lines.Column) lines.Column {
	col.Align, col.Color = s.Style.CaptionAlign, s.Style.CaptionColor
	return col
}

// barWidth is the thickness of bars at the start edge of boxes and quotations,
// and frameWeight that of frames, in points.
const (
	barWidth    = 2.2
	frameWeight = 0.6
)

// barred draws a bar at the start edge of the rows of a quotation.
func (s *Setter) barred(rows []vlist.Row, col lines.Column) {
	bar := s.Style.QuoteBar
	if !bar.On {
		return
	}
	at := col.Inset(s.Style.QuoteInset * 0.3)
	vlist.Backed(rows, at.StartOf(barWidth), barWidth, bar.Color)
}

// grounded lays a ground behind rows, as wide as the column col.
func (s *Setter) grounded(rows []vlist.Row, col lines.Column, paint format.Paint) {
	if !paint.On || len(rows) == 0 {
		return
	}
	above, below := vlist.Overshoot(rows)
	air := max(s.Style.BoxPad*0.5, above+InkGap, below+InkGap)
	vlist.Pad(rows, air, air)
	vlist.Backed(rows, col.Left, col.Width, paint.Color)
}
