package layout

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of a title page that stands at the start edge.
const (
	titleTop    = 0.16 // of the type area's height above the title or its band
	titleBar    = 3.0  // thickness of the rule over the title, points
	bandPad     = 1.1  // around the title on its band, in leadings
	footRule    = 64.0 // length of the rule over the publisher, points
	bandContent = 0.8  // of the band's pad, above and below
)

// startTitle is a title page at the start edge: the title under a rule or on a
// coloured band, the authors below it, the publisher and the year at the foot
// under a rule of the same colour.
func startTitle(s *blockSetter, of map[content.LineKind]*content.Line, scale float64) []row {
	st := &s.style
	col := s.body()
	col.align, col.indent, col.grid = paragraph.Start, 0, false
	head := col
	head.color = st.TitleColor
	if st.TitleStyle == design.TitleBand {
		head = head.inset(st.Leading * bandPad).insetEnd(st.Leading * bandPad)
		head.color = onBand(s)
	}
	title := titleLine(s, of[content.TitleLine], head, st.Title*scale, 0, true)
	title = append(title, titleLine(s, of[content.SubtitleLine], head, st.Sections[0].Size*scale, st.Leading/2*scale, false)...)
	bandOver(s, title, col)
	rows := append([]row{{height: st.Height() * titleTop * scale}}, title...)
	rows = append(rows, titleLine(s, of[content.AuthorsLine], col, st.Sections[0].Size*scale, 1.5*st.Leading*scale, false)...)
	foot := titleLine(s, of[content.PublisherLine], col, (st.Body+1)*scale, 0, true)
	foot = append(foot, titleLine(s, of[content.YearLine], col, st.Body*scale, 0, false)...)
	if len(foot) > 0 {
		foot[0].space = max(st.Leading*scale, st.Height()-heightOf(rows)-heightOf(foot))
		line := &display.Rule{Rect: display.Rect{X: col.startOf(footRule), Y: -st.Leading * 0.4, W: footRule, H: thickline}, Color: st.TitleColor}
		foot[0].items = append(foot[0].items, line)
	}
	return append(rows, foot...)
}

// onBand is the colour of letters on the band: white, or black where that is
// easier to read.
func onBand(s *blockSetter) paragraph.Color {
	c := s.style.TitleColor
	ground := design.Color{R: c.R, G: c.G, B: c.B}
	if design.Contrast(ground, design.White) < design.Contrast(ground, design.Color{}) {
		return paragraph.Color{}
	}
	return paragraph.Gray(1)
}

// bandOver lays the band behind the title's rows, or the rule above them.
func bandOver(s *blockSetter, rows []row, col column) {
	st := &s.style
	if len(rows) == 0 {
		return
	}
	if st.TitleStyle == design.TitleStart {
		bar := &display.Rule{Rect: display.Rect{X: col.left, Y: -st.Leading / 2, W: col.width, H: titleBar}, Color: st.TitleColor}
		rows[0].items = append([]display.Item{bar}, rows[0].items...)
		return
	}
	above, below := overshoot(rows)
	air := st.Leading * bandPad * bandContent
	pad(rows, max(air, above+inkGap), max(air, below+inkGap))
	backed(rows, col.left, col.width, st.TitleColor)
}
