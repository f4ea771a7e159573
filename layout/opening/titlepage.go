package opening

import (
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/imprint"
	"warraq/fonts"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Front sets a block of what stands before the chapters.
func Front(s *blocks.Setter, b content.Block) (rows []vlist.Row) {
	switch b := b.(type) {
	case *content.TitlePage:
		rows = titlePage(s, b)
	case *content.Imprint:
		rows = imprintPage(s, b)
	case *content.Contents:
		rows = opener(s, b.Title, &b.Place, "") // its entries are set one by one
	}
	if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, b.At().ID)
	}
	return rows
}

// halfTitleSink is where the title alone begins, in parts of the type area's height.
const halfTitleSink = 0.25

// HalfTitle sets the title alone, in the size of a chapter's at most.
func HalfTitle(s *blocks.Setter, b *content.TitlePage) []vlist.Row {
	st := &s.Style
	col := s.Body()
	col.Align, col.Indent, col.Grid, col.Color = paragraph.Center, 0, false, st.TitleColor
	if st.TitleStyle != design.TitleCentered {
		col.Align = paragraph.Start
	}
	if st.TitleStyle == design.TitleBand { // whose own colour is for a ground
		col.Color = st.Sections[0].Color
	}
	title := byKind(b.Lines)[imprint.TitleLine]
	for size := min(st.Title, st.Opener.Size); ; size *= 0.85 {
		rows := append([]vlist.Row{{Height: halfTitleSink * st.Height()}}, titleLine(s, title, col, size, 0, st.Opener.Bold)...)
		if vlist.Height(rows) <= st.Height()+vlist.Tolerance || size < st.Body {
			rows[0].Starts = append(rows[0].Starts, b.ID)
			return rows
		}
	}
}

// titlePage sets title, subtitle and authors in the upper half, the publisher
// and the year at the foot, all of it smaller where it would not fit the page.
func titlePage(s *blocks.Setter, b *content.TitlePage) []vlist.Row {
	for scale := 1.0; ; scale *= 0.85 {
		rows := titleRows(s, byKind(b.Lines), scale)
		if vlist.Height(rows) <= s.Style.Height()+vlist.Tolerance || scale < 0.4 {
			return rows
		}
	}
}

// byKind finds lines by what they tell; nil is none.
func byKind(lines []*content.Line) map[imprint.LineKind]*content.Line {
	of := make(map[imprint.LineKind]*content.Line, len(lines))
	for _, l := range lines {
		of[l.Kind] = l
	}
	return of
}

// unlabelled are the lines of a whole imprint that say themselves what they are, and stand
// as near to the others as those with a word do.
var unlabelled = []imprint.LineKind{imprint.EditionLine, imprint.ISBNLine, imprint.ISSNLine}

// titleLine sets a line of the title page, bold or not, with a space above it.
func titleLine(s *blocks.Setter, l *content.Line, col lines.Column, size, above float64, bold bool) []vlist.Row {
	if l == nil {
		return nil
	}
	text := l.Label + within(l.Text[0], l.Label, &s.Doc.Meta)
	switch {
	case l.Kind == imprint.AuthorsLine:
		col.Size = size
		text = inLines(names(l.Text, &s.Doc.Meta), fits(s, col))
	case len(l.Text) > 1:
		text = l.Label + strings.Join(names(l.Text, &s.Doc.Meta), " ")
	}
	if l.Kind == imprint.TitleLine {
		col.Font.Role = fonts.OfHeadings
	}
	rows := titleText(s, text, l.ID, col, size, above, bold)
	if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, l.ID)
	}
	return rows
}

// titleText sets a text of the title page.
func titleText(s *blocks.Setter, text string, elem content.ID, col lines.Column, size, above float64, bold bool) []vlist.Row {
	if text == "" {
		return nil
	}
	col.Size, col.Leading, col.Font = size, size*titleLead, fonts.Style{Bold: bold, Role: col.Font.Role}
	rows := s.Plain(text, col, elem)
	vlist.Loosen(rows, col.Leading)
	if len(rows) > 0 {
		rows[0].Space = above
	}
	return rows
}

// titleRows are the rows of the title page, its sizes scaled.
func titleRows(s *blocks.Setter, of map[imprint.LineKind]*content.Line, scale float64) []vlist.Row {
	st := &s.Style
	if st.TitleStyle != design.TitleCentered {
		return startTitle(s, of, scale)
	}
	col := s.Body()
	col.Align, col.Indent, col.Grid = paragraph.Center, 0, false
	line := func(kind imprint.LineKind, size, above float64) []vlist.Row {
		return titleLine(s, of[kind], col, size*scale, above*scale, false)
	}
	rows := []vlist.Row{{Height: st.Height() * 0.2 * scale}}
	title := col
	title.Color = st.TitleColor
	rows = append(rows, titleLine(s, of[imprint.TitleLine], title, st.Title*scale, 0, st.Opener.Bold)...)
	rows = append(rows, line(imprint.SubtitleLine, st.Sections[0].Size, st.Leading/2)...)
	title.Color = st.OpenerInk.Color
	rows = append(rows, titleText(s, sign(s), 0, title, st.Opener.Size*scale, st.Leading/2*scale, false)...)
	rows = append(rows, line(imprint.AuthorsLine, st.Sections[0].Size, 2*st.Leading)...)
	rows = append(rows, others(s, of, col, scale)...)
	foot := append(logo(s, of[imprint.LogoLine], col, scale), line(imprint.PublisherLine, st.Body+1, 0)...)
	foot = append(foot, line(imprint.YearLine, st.Body, 0)...)
	if len(foot) > 0 {
		foot[0].Space = max(st.Leading*scale, st.Height()-vlist.Height(rows)-vlist.Height(foot))
	}
	return append(rows, foot...)
}

// others are those who made the book beside its authors, and its series, each behind the
// word for it.
func others(s *blocks.Setter, of map[imprint.LineKind]*content.Line, col lines.Column, scale float64) (rows []vlist.Row) {
	above := s.Style.Leading
	for _, kind := range imprint.Others {
		set := titleLine(s, of[kind], col, (s.Style.Body+1)*scale, above*scale, false)
		if rows = append(rows, set...); len(set) > 0 {
			above = s.Style.Leading / 4
		}
	}
	return rows
}

// fits tells of a text whether a line of a column holds it.
func fits(s *blocks.Setter, col lines.Column) func(text string) bool {
	return func(text string) bool { return len(s.Plain(text, col, 0)) == 1 }
}

// labelledGap is the part of a leading that parts a line of a whole imprint from the one
// above.
const labelledGap = 8

// within is a text behind a word of the book's language: what runs the other way is
// isolated from it.
func within(text, label string, meta *content.Meta) string {
	if label == "" {
		return text
	}
	return lines.Isolated(text, meta.Dir)
}

// logo sets the publisher's logo, as high as some leadings and no wider than a part of
// the column.
func logo(s *blocks.Setter, l *content.Line, col lines.Column, scale float64) []vlist.Row {
	if l == nil {
		return nil
	}
	at := content.Pos{}
	if asset := s.Doc.Assets[l.Src]; asset != nil {
		at = asset.Pos
	}
	p := s.Picture(l.Src, at)
	if p == nil {
		return nil
	}
	h := logoHeight * s.Style.Leading * scale
	w := min(h/p.Ratio(), col.Width*logoWidth)
	h = w * p.Ratio()
	s.WarnCoarse(p, l.Src, at, w, true)
	x := col.Left + (col.Width-w)/2
	if col.Align == paragraph.Start {
		x = col.StartOf(w)
	}
	return []vlist.Row{{Height: h + s.Style.Leading/3*scale, Starts: []content.ID{l.ID},
		Items: []display.Item{&display.Image{Rect: display.Rect{X: x, W: w, H: h}, Asset: l.Src, Alt: l.Text[0], Elem: l.ID}}}}
}

// How high a logo is, in leadings, and how wide at most, in parts of the measure.
const (
	logoHeight = 3.0
	logoWidth  = 0.4
)

// imprintPage sets rights, description and identifiers at the foot of the title
// page's back.
func imprintPage(s *blocks.Setter, b *content.Imprint) []vlist.Row {
	st := &s.Style
	col := s.Small(s.Body())
	col.Align = paragraph.Start
	var rows []vlist.Row
	for _, l := range b.Lines {
		text := l.Label + strings.Join(names(l.Text, &s.Doc.Meta), " ")
		if len(l.Text) == 1 {
			text = l.Label + within(l.Text[0], l.Label, &s.Doc.Meta)
		}
		switch l.Kind {
		case imprint.ISBNLine, imprint.ISSNLine:
			text = lines.LeftToRight(strings.ToUpper(l.Kind.String()) + " " + text) // it reads from left to right
		}
		set := s.Plain(undivided(text, &s.Doc.Meta, fits(s, col)), col, l.ID)
		if len(set) == 0 {
			continue
		}
		set[0].Starts = append(set[0].Starts, l.ID)
		if len(rows) > 0 {
			set[0].Space = st.Leading / 2
		}
		if len(rows) > 0 && (l.Label != "" || s.Doc.Meta.Printed.Full && slices.Contains(unlabelled, l.Kind)) {
			set[0].Space = st.Leading / labelledGap
		}
		rows = append(rows, set...)
	}
	if len(rows) == 0 {
		return nil
	}
	rise := vlist.Row{Height: max(0, st.Height()-vlist.Height(rows))}
	return append([]vlist.Row{rise}, rows...)
}
