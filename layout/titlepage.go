package layout

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/fonts"
	"warraq/layout/paragraph"
)

// frontBlock sets a block of what stands before the chapters.
func frontBlock(s *blockSetter, b content.Block) (rows []row) {
	switch b := b.(type) {
	case *content.TitlePage:
		rows = titlePage(s, b)
	case *content.Imprint:
		rows = imprint(s, b)
	case *content.Contents:
		rows = opener(s, b.Title, &b.Place) // its entries are set one by one
	}
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, b.At().ID)
	}
	return rows
}

// titlePage sets title, subtitle and authors in the upper half, the publisher
// and the year at the foot, all of it smaller where it would not fit the page.
func titlePage(s *blockSetter, b *content.TitlePage) []row {
	for scale := 1.0; ; scale *= 0.85 {
		rows := titleRows(s, byKind(b.Lines), scale)
		if heightOf(rows) <= s.style.Height()+tolerance || scale < 0.4 {
			return rows
		}
	}
}

// byKind finds lines by what they tell; nil is none.
func byKind(lines []*content.Line) map[content.LineKind]*content.Line {
	of := make(map[content.LineKind]*content.Line, len(lines))
	for _, l := range lines {
		of[l.Kind] = l
	}
	return of
}

// titleLine sets a line of the title page, bold or not, with a space above it.
func titleLine(s *blockSetter, l *content.Line, col column, size, above float64, bold bool) []row {
	if l == nil {
		return nil
	}
	text := l.Text[0]
	if l.Kind == content.AuthorsLine {
		col.size = size
		text = inLines(names(l.Text, &s.doc.Meta), fits(s, col))
	}
	rows := titleText(s, text, l.ID, col, size, above, bold)
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, l.ID)
	}
	return rows
}

// titleText sets a text of the title page.
func titleText(s *blockSetter, text string, elem content.ID, col column, size, above float64, bold bool) []row {
	if text == "" {
		return nil
	}
	col.size, col.leading, col.font = size, size*titleLead, fonts.Style{Bold: bold}
	rows := s.plain(text, col, elem)
	loosen(rows, col.leading)
	if len(rows) > 0 {
		rows[0].space = above
	}
	return rows
}

// titleRows are the rows of the title page, its sizes scaled.
func titleRows(s *blockSetter, of map[content.LineKind]*content.Line, scale float64) []row {
	st := &s.style
	if st.TitleStyle != design.TitleCentered {
		return startTitle(s, of, scale)
	}
	col := s.body()
	col.align, col.indent, col.grid = paragraph.Center, 0, false
	line := func(kind content.LineKind, size, above float64) []row {
		return titleLine(s, of[kind], col, size*scale, above*scale, false)
	}
	rows := []row{{height: st.Height() * 0.2 * scale}}
	title := col
	title.color = st.TitleColor
	rows = append(rows, titleLine(s, of[content.TitleLine], title, st.Title*scale, 0, st.Opener.Bold)...)
	rows = append(rows, line(content.SubtitleLine, st.Sections[0].Size, st.Leading/2)...)
	title.color = st.OpenerInk.Color
	rows = append(rows, titleText(s, sign(s), 0, title, st.Opener.Size*scale, st.Leading/2*scale, false)...)
	rows = append(rows, line(content.AuthorsLine, st.Sections[0].Size, 2*st.Leading)...)
	foot := line(content.PublisherLine, st.Body+1, 0)
	foot = append(foot, line(content.YearLine, st.Body, 0)...)
	if len(foot) > 0 {
		foot[0].space = max(st.Leading*scale, st.Height()-heightOf(rows)-heightOf(foot))
	}
	return append(rows, foot...)
}

// fits tells of a text whether a line of a column holds it.
func fits(s *blockSetter, col column) func(text string) bool {
	return func(text string) bool { return len(s.plain(text, col, 0)) == 1 }
}

// imprint sets rights, description and identifiers at the foot of the title
// page's back.
func imprint(s *blockSetter, b *content.Imprint) []row {
	st := &s.style
	col := s.small(s.body())
	col.align = paragraph.Start
	var rows []row
	for _, l := range b.Lines {
		text := l.Text[0]
		if l.Kind == content.ISBNLine {
			text = lri + "ISBN " + text + pdi // it reads from left to right
		}
		set := s.plain(undivided(text, &s.doc.Meta, fits(s, col)), col, l.ID)
		if len(set) == 0 {
			continue
		}
		set[0].starts = append(set[0].starts, l.ID)
		if len(rows) > 0 {
			set[0].space = st.Leading / 2
		}
		rows = append(rows, set...)
	}
	if len(rows) == 0 {
		return nil
	}
	rise := row{height: max(0, st.Height()-heightOf(rows))}
	return append([]row{rise}, rows...)
}
