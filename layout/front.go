package layout

import (
	"warraq/content"
	"warraq/content/design"
	"warraq/fonts"
	"warraq/layout/paragraph"
)

// frontRows are what stands before the chapters on its way to pages; nil where the
// book has none.
type frontRows struct {
	titlePage, imprint *blockRows
	contents           *blockRows   // its title
	entries            []*blockRows // one each
}

// flowFront makes the jobs of what stands before the chapters.
func (l *layout) flowFront(add func(set func(*setter) []row) *blockRows) {
	block := func(b content.Block) *blockRows {
		return add(func(s *setter) []row { return s.block(b, s.body()) })
	}
	f := &l.doc.Front
	if f.TitlePage != nil {
		l.front.titlePage = block(f.TitlePage)
	}
	if f.Imprint != nil {
		l.front.imprint = block(f.Imprint)
	}
	if f.Contents == nil {
		return
	}
	l.front.contents = block(f.Contents)
	for _, e := range f.Contents.Entries {
		l.front.entries = append(l.front.entries, add(func(s *setter) []row { return s.entry(e) }))
	}
}

// frontMatter makes the title page and the imprint on its back.
func (l *layout) frontMatter() {
	for _, b := range [...]*blockRows{l.front.titlePage, l.front.imprint} {
		if b != nil {
			l.chapterPages(b.rows, pageHead{})
		}
	}
	l.bare = len(l.book.Pages)
}

// titlePage sets title, subtitle and authors in the upper half, the publisher
// and the year at the foot, all of it smaller where it would not fit the page.
func (s *setter) titlePage(b *content.TitlePage) []row {
	for scale := 1.0; ; scale *= 0.85 {
		rows := s.titleRows(byKind(b.Lines), scale)
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
func (s *setter) titleLine(l *content.Line, col column, size, above float64, bold bool) []row {
	if l == nil {
		return nil
	}
	text := l.Text[0]
	if l.Kind == content.AuthorsLine {
		col.size = size
		text = inLines(names(l.Text, &s.doc.Meta), s.fits(col))
	}
	rows := s.titleText(text, l.ID, col, size, above, bold)
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, l.ID)
	}
	return rows
}

// titleText sets a text of the title page.
func (s *setter) titleText(text string, elem content.ID, col column, size, above float64, bold bool) []row {
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
func (s *setter) titleRows(of map[content.LineKind]*content.Line, scale float64) []row {
	st := &s.style
	if st.TitleStyle != design.TitleCentered {
		return s.startTitle(of, scale)
	}
	col := s.body()
	col.align, col.indent, col.grid = paragraph.Center, 0, false
	line := func(kind content.LineKind, size, above float64) []row {
		return s.titleLine(of[kind], col, size*scale, above*scale, false)
	}
	rows := []row{{height: st.Height() * 0.2 * scale}}
	title := col
	title.color = st.TitleColor
	rows = append(rows, s.titleLine(of[content.TitleLine], title, st.Title*scale, 0, st.Opener.Bold)...)
	rows = append(rows, line(content.SubtitleLine, st.Sections[0].Size, st.Leading/2)...)
	title.color = st.OpenerInk.Color
	rows = append(rows, s.titleText(s.sign(), 0, title, st.Opener.Size*scale, st.Leading/2*scale, false)...)
	rows = append(rows, line(content.AuthorsLine, st.Sections[0].Size, 2*st.Leading)...)
	foot := line(content.PublisherLine, st.Body+1, 0)
	foot = append(foot, line(content.YearLine, st.Body, 0)...)
	if len(foot) > 0 {
		foot[0].space = max(st.Leading*scale, st.Height()-heightOf(rows)-heightOf(foot))
	}
	return append(rows, foot...)
}

// fits tells of a text whether a line of a column holds it.
func (s *setter) fits(col column) func(text string) bool {
	return func(text string) bool { return len(s.plain(text, col, 0)) == 1 }
}

// imprint sets rights, description and identifiers at the foot of the title
// page's back.
func (s *setter) imprint(b *content.Imprint) []row {
	st := &s.style
	col := s.small(s.body())
	col.align = paragraph.Start
	var rows []row
	for _, l := range b.Lines {
		text := l.Text[0]
		if l.Kind == content.ISBNLine {
			text = lri + "ISBN " + text + pdi // it reads from left to right
		}
		set := s.plain(undivided(text, &s.doc.Meta, s.fits(col)), col, l.ID)
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
