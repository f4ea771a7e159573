package layout

import (
	"math"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// frontMatter makes the title page and the imprint on its back.
func (l *layout) frontMatter() {
	if l.doc.Setup.TitlePage == content.On && l.doc.Meta.Title != "" {
		l.chapterPages(l.setters[0].titlePage(), pageHead{})
		l.chapterPages(l.setters[0].imprint(), pageHead{})
	}
	l.bare = len(l.book.Pages)
}

// hasContents tells whether the book lists its contents: a single chapter has
// none, and neither its dedication nor its notes make it two.
func (l *layout) hasContents() bool {
	if l.doc.Setup.Contents == content.Off {
		return false
	}
	chapters := 0
	for _, c := range l.doc.Chapters {
		if c.Role.Shown() && c.Role != content.Notes {
			chapters++
		}
	}
	return chapters > 1
}

// titlePage sets title, subtitle and authors in the upper half, the publisher
// and the year at the foot, all of it smaller where it would not fit the page.
func (s *setter) titlePage() []row {
	for scale := 1.0; ; scale *= 0.85 {
		rows := s.titleRows(scale)
		if heightOf(rows) <= s.style.Height()+tolerance || scale < 0.4 {
			return rows
		}
	}
}

// titleLine sets a line of the title page, bold or not, with a space above it.
func (s *setter) titleLine(text string, part display.Part, col column, size, above float64, bold bool) []row {
	if text == "" {
		return nil
	}
	col.size, col.leading, col.font = size, size*titleLead, fonts.Style{Bold: bold}
	rows := parted(s.plain(text, col, 0), part)
	loosen(rows, col.leading)
	if len(rows) > 0 {
		rows[0].space = above
	}
	return rows
}

// titleRows are the rows of the title page, its sizes scaled.
func (s *setter) titleRows(scale float64) []row {
	st, meta := &s.style, &s.doc.Meta
	if st.TitleStyle != design.TitleCentered {
		return s.startTitle(scale)
	}
	col := s.body()
	col.align, col.indent, col.grid = paragraph.Center, 0, false
	line := func(text string, part display.Part, size, above float64) []row {
		return s.titleLine(text, part, col, size*scale, above*scale, false)
	}
	rows := []row{{height: st.Height() * 0.2 * scale}}
	title := col
	title.color = st.TitleColor
	rows = append(rows, s.titleLine(meta.Title, display.BookTitle, title, st.Title*scale, 0, st.Opener.Bold)...)
	rows = append(rows, line(meta.Subtitle, display.BookSubtitle, st.Sections[0].Size, st.Leading/2)...)
	title.color = st.OpenerInk.Color
	rows = append(rows, s.titleLine(s.sign(), 0, title, st.Opener.Size*scale, st.Leading/2*scale, false)...)
	rows = append(rows, line(s.authors(col, st.Sections[0].Size*scale), display.BookAuthors, st.Sections[0].Size, 2*st.Leading)...)
	foot := line(meta.Publisher, display.BookPublisher, st.Body+1, 0)
	foot = append(foot, line(year(meta.Date, s.digits), display.BookDate, st.Body, 0)...)
	if len(foot) > 0 {
		foot[0].space = max(st.Leading*scale, st.Height()-heightOf(rows)-heightOf(foot))
	}
	return append(rows, foot...)
}

// authors are the names of the authors in lines of a column and size.
func (s *setter) authors(col column, size float64) string {
	col.size = size
	return inLines(names(s.doc.Meta.Authors, &s.doc.Meta), s.fits(col))
}

// fits tells of a text whether a line of a column holds it.
func (s *setter) fits(col column) func(text string) bool {
	return func(text string) bool { return len(s.plain(text, col, 0)) == 1 }
}

// year is the year of an ISO date in the book's digits.
func year(date string, digits locale.Digits) string {
	if len(date) < 4 {
		return date
	}
	if digits == locale.DigitsLatn {
		return date[:4]
	}
	n := 0
	for _, r := range date[:4] {
		if r < '0' || r > '9' {
			return date[:4]
		}
		n = 10*n + int(r-'0')
	}
	return locale.FormatInt(n, digits)
}

// imprint sets rights, description and identifiers at the foot of the title
// page's back.
func (s *setter) imprint() []row {
	st, meta := &s.style, &s.doc.Meta
	col := s.small(s.body())
	col.align = paragraph.Start
	var rows []row
	for i, text := range [...]string{meta.Description, meta.Rights, isbn(meta.ISBN), meta.Publisher} {
		if text == "" {
			continue
		}
		set := parted(s.plain(undivided(text, meta, s.fits(col)), col, 0), display.Part(i+1))
		if len(set) > 0 && len(rows) > 0 {
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

// isbn isolates the number, which reads from left to right.
func isbn(number string) string {
	if number == "" {
		return ""
	}
	return lri + "ISBN " + number + pdi
}

// entry is a line of the contents.
type entry struct {
	id    content.ID
	title []content.Inline
	level int  // 0 a part, 1 a chapter, 2 a section
	apart bool // has more air above: parts, and the first chapter after one has ended
}

// deepestEntry is the level of the sections that the contents list.
const deepestEntry = 2

// listEntries collects what the contents list: parts, chapters and their
// sections.
func (l *layout) listEntries() {
	var above *content.Outline
	for _, o := range content.OutlineOf(l.doc) {
		if l.list(o, above != nil && (o.IsPart() || above.IsPart())) {
			above = o
		}
	}
}

// list collects the entries of a division, if they are shown.
func (l *layout) list(o *content.Outline, apart bool) bool {
	if !o.Chapter.Role.Shown() || o.Level > deepestEntry {
		return false
	}
	l.entries = append(l.entries, entry{id: o.Place().ID, title: o.Tongue.In(l.doc.Meta.Tongue(), o.Title), level: o.Level, apart: apart})
	for _, under := range o.Under {
		l.list(under, false)
	}
	return true
}

// partEntry is how much larger than a chapter's the entry of a part is, in
// points.
const partEntry = 2.0

// entryLead is the leading of a section's entry, in leadings of small type.
const entryLead = 1.1

// Measures of the contents, in points.
const (
	numberRoom = 34.0 // at the end edge, for page numbers
	leaderGap  = 5.0  // on either side of the leader
	leaderRise = 1.6  // of the dots above the baseline
	leaderDot  = 0.8
	leaderStep = 5 * leaderDot // from dot to dot; those of all lines stand in columns
)

// floorTo rounds x down to a multiple of step.
func floorTo(x, step float64) float64 { return math.Floor(x/step) * step }

// contents sets the table of contents: titles at the start edge, page numbers
// at the end edge, dotted leaders between.
func (s *setter) contents() []row {
	title := []content.Inline{&content.Text{Value: s.labels.Contents}}
	rows := s.opener(title, &content.Place{})
	for _, it := range rows[0].items {
		if t, ok := it.(*display.Text); ok {
			t.Part = display.ContentsTitle
		}
	}
	if len(rows) > 0 {
		rows[0].starts = nil
	}
	for i, e := range s.entries {
		set := s.entry(e)
		if i > 0 && e.level < 2 && len(set) > 0 {
			set[0].space = s.style.Leading / 4
			if e.apart {
				set[0].space = s.style.Leading / 2
			}
		}
		if i > 0 && s.entries[i-1].leadsTo(e) && len(set) > 0 {
			set[0].penalty = infinite
		}
		rows = append(rows, set...)
	}
	return rows
}

// leadsTo tells an entry that is not parted from the next: a part from its first
// chapter, and a chapter from its first section.
func (e entry) leadsTo(next entry) bool { return e.level == 0 || e.level < next.level }

func (s *setter) entry(e entry) []row {
	col := s.body()
	col.grid, col.flush, col.align = false, true, paragraph.Start
	switch e.level {
	case 0:
		col.font.Bold = s.style.Opener.Bold
		col.size, col.leading = col.size+partEntry, col.leading+1.5*partEntry
	case 1:
		col.font.Bold = s.style.Opener.Bold
	default:
		col = col.inset(s.style.Inset)
		col.size, col.leading = s.style.Small, s.style.SmallLeading*entryLead
	}
	return parted(s.led(content.Repeated(e.title), e.id, col, 0), display.Entry)
}

// led sets a title at the start edge and the folio of its target at the end
// edge, dots between them; the whole of it leads to the target.
func (s *setter) led(title []content.Inline, target content.ID, col column, elem content.ID) []row {
	rows := s.text(title, col.insetEnd(numberRoom), elem)
	if len(rows) == 0 {
		return nil
	}
	together(rows)
	number := s.body()
	number.grid, number.flush, number.align = false, true, paragraph.End
	number.size, number.leading = col.size, col.leading
	page := s.plain(s.spell.folio(target), number, elem)
	last := &rows[len(rows)-1]
	if len(page) > 0 {
		last.items = append(last.items, s.leader(last, page[0].items[0].(*display.Text), col)...)
		last.items = append(last.items, page[0].items...)
	}
	for i := range rows {
		rows[i].items = append(rows[i].items, &display.Link{Rect: display.Rect{X: s.body().left, Y: 0, W: s.body().width, H: rows[i].height},
			Dest: target, Text: content.PlainText(title), Elem: elem})
	}
	return rows
}

// leader is the dotted line between a title's end and its page number.
func (s *setter) leader(r *row, number *display.Text, col column) []display.Item {
	title := firstText(r.items)
	y := title.Y - leaderRise
	var from, to float64
	if col.ltr {
		from = edge(title, false) + leaderGap
		to = edge(number, true) - leaderGap
	} else {
		from = edge(number, false) + leaderGap
		to = edge(title, true) - leaderGap
	}
	from, to = ceilTo(from, leaderStep), floorTo(to, leaderStep)
	if to-from < 2*leaderStep || !s.style.Dots {
		return nil
	}
	return []display.Item{&display.Rule{Rect: display.Rect{X: from, Y: y, W: to - from + leaderDot, H: leaderDot}, Color: paragraph.Gray(0.4), Dotted: true}}
}

// edge is the left or right end of a line's ink on its row.
func edge(t *display.Text, left bool) float64 {
	least, most := float32(0), float32(0)
	for i, p := range t.Line.Pieces {
		if i == 0 || p.X < least {
			least = p.X
		}
		most = max(most, p.X+p.Width)
	}
	if left {
		return t.X + float64(least)
	}
	return t.X + float64(most)
}
