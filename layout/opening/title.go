package opening

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/content/imprint"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
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
func startTitle(s *blocks.Setter, of map[imprint.LineKind]*content.Line, scale float64) []vlist.Row {
	st := &s.Style
	col := s.Body()
	col.Align, col.Indent, col.Grid = paragraph.Start, 0, false
	head := col
	head.Color = st.TitleColor
	if st.TitleStyle == design.TitleBand {
		head = head.Inset(st.Leading * bandPad).InsetEnd(st.Leading * bandPad)
		head.Color = readOn(paragraph.Gray(1), st.TitleColor)
	}
	title := titleLine(s, of[imprint.TitleLine], head, st.Title*scale, 0, true)
	title = append(title, titleLine(s, of[imprint.SubtitleLine], head, st.Sections[0].Size*scale, st.Leading/2*scale, false)...)
	bandOver(s, title, col)
	rows := append([]vlist.Row{{Height: st.Height() * titleTop * scale}}, title...)
	rows = append(rows, titleLine(s, of[imprint.AuthorsLine], col, st.Sections[0].Size*scale, 1.5*st.Leading*scale, false)...)
	rows = append(rows, others(s, of, col, scale)...)
	foot := append(logo(s, of[imprint.LogoLine], col, scale), titleLine(s, of[imprint.PublisherLine], col, (st.Body+1)*scale, 0, true)...)
	foot = append(foot, titleLine(s, of[imprint.YearLine], col, st.Body*scale, 0, false)...)
	if len(foot) > 0 {
		foot[0].Space = max(st.Leading*scale, st.Height()-vlist.Height(rows)-vlist.Height(foot))
		line := &display.Rule{Rect: display.Rect{X: col.StartOf(footRule), Y: -st.Leading * 0.4, W: footRule, H: vlist.Thickline}, Color: st.TitleColor}
		foot[0].Items = append(foot[0].Items, line)
	}
	return append(rows, foot...)
}

// readOn is a colour for letters on a band: the one wished for, or, where that can hardly be
// read, white or black.
func readOn(ink, band paragraph.Color) paragraph.Color {
	of := func(c paragraph.Color) design.Color { return design.Color{R: c.R, G: c.G, B: c.B} }
	white, black := design.Contrast(of(band), design.White), design.Contrast(of(band), design.Color{})
	switch least := min(design.LeastContrast, max(white, black)); {
	case design.Contrast(of(band), of(ink)) >= least:
		return ink
	case white >= black:
		return paragraph.Gray(1)
	}
	return paragraph.Color{}
}

// bandOver lays the band behind the title's rows, or the rule above them.
func bandOver(s *blocks.Setter, rows []vlist.Row, col lines.Column) {
	st := &s.Style
	if len(rows) == 0 {
		return
	}
	if st.TitleStyle == design.TitleStart {
		bar := &display.Rule{Rect: display.Rect{X: col.Left, Y: -st.Leading / 2, W: col.Width, H: titleBar}, Color: st.TitleColor}
		rows[0].Items = append([]display.Item{bar}, rows[0].Items...)
		return
	}
	over, under := bandAir(rows, st.Leading)
	vlist.Pad(rows, over, under)
	vlist.Backed(rows, col.Left, col.Width, st.TitleColor)
}

// bandAir is the room between the rows of a title and the edges of their band.
func bandAir(rows []vlist.Row, leading float64) (over, under float64) {
	above, below := vlist.Overshoot(rows)
	air := leading * bandPad * bandContent
	return max(air, above+blocks.InkGap), max(air, below+blocks.InkGap)
}
