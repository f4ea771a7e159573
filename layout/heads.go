package layout

import (
	"cmp"
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/lines"
)

// pageMarks are what a page tells of where its reader is: the first section that begins
// on it, the first entry and the last. Where none begins, it is the one that goes on.
type pageMarks struct{ section, first, last string }

// passing is a text that begins on a page.
type passing struct {
	page int
	text string
}

// marksOf finds the marks of every page where a pattern names one.
func (l *layout) marksOf() []pageMarks {
	marks := make([]pageMarks, len(l.book.Pages))
	if !l.Doc.Setup.Heads.Names("section", "first", "last") {
		return marks
	}
	for _, c := range l.Doc.Chapters {
		spot, stands := l.book.Spots[c.ID]
		if !stands {
			continue
		}
		to := spot.Page
		for to+1 < len(marks) && l.heads[to+1].chapter == c {
			to++
		}
		sections, entries := l.passings(c)
		pass(sections, spot.Page, to, func(page int, first, _ string) { marks[page].section = first })
		pass(entries, spot.Page, to, func(page int, first, last string) { marks[page].first, marks[page].last = first, last })
	}
	return marks
}

// passings are the sections of a chapter and the entries of its glossaries and its
// index, in reading order.
func (l *layout) passings(c *content.Chapter) (sections, entries []passing) {
	put := func(list *[]passing, id content.ID, text string) {
		if spot, stands := l.book.Spots[id]; stands && text != "" {
			*list = append(*list, passing{spot.Page, text})
		}
	}
	content.Sections(c.Blocks, content.Tongue{}, func(h *content.Heading, _ content.Tongue) {
		if h.Level == 2 {
			put(&sections, h.ID, short(&h.Attr, h.Inlines))
		}
	})
	w := content.Walker{Part: func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Definition:
			put(&entries, place.ID, content.PlainText(part.Term))
		case *content.Entry:
			if part.Level == 1 && len(part.Marks) > 0 {
				put(&entries, place.ID, content.PlainText(part.Text))
			}
		}
	}}
	w.Blocks(c.Blocks)
	return sections, entries
}

// pass tells of each page the first and the last text that begin on it, or twice the one
// that goes on there.
func pass(list []passing, from, to int, tell func(page int, first, last string)) {
	before := ""
	for page := from; page <= to; page++ {
		first, last := before, before
		for began := false; len(list) > 0 && list[0].page <= page; list = list[1:] {
			if last = list[0].text; !began {
				first, began = last, true
			}
		}
		tell(page, first, last)
		before = last
	}
}

// short is what a running head calls a chapter or a section: {short="…"}, or its title.
func short(a *content.Attr, title []content.Inline) string {
	return cmp.Or(a.Get("short"), content.PlainText(title))
}

// headOf is what stands over a page: as its book says, or else its theme.
func (l *layout) headOf(i int, p *display.Page, marks []pageMarks) pageHead {
	head, what, pattern := l.heads[i], l.Style.HeadEven, l.Doc.Setup.Heads.Even
	if p.Odd() {
		what, pattern = l.Style.HeadOdd, l.Doc.Setup.Heads.Odd
	}
	book := pageHead{text: l.Doc.Meta.Title, tongue: l.Doc.Meta.Tongue()}
	switch {
	case head.text == "" || pattern == setup.NoHead:
		return pageHead{}
	case pattern != "":
		return l.patterned(pattern, head, marks[i])
	case what == design.NoHead:
		return pageHead{}
	case what == design.BookHead:
		return book
	}
	head.chapter = nil
	return head
}

// patterned fills the fields of a pattern. What stands between two fields is left out
// where one of them is empty.
func (l *layout) patterned(pattern string, head pageHead, marks pageMarks) pageHead {
	var text strings.Builder
	between, filled, logo := "", false, false
	pieces := setup.HeadPieces(pattern)
	for i, p := range pieces {
		if p.Field == "" {
			if between += p.Text; i == len(pieces)-1 && filled || len(pieces) == 1 {
				text.WriteString(p.Text)
			}
			continue
		}
		if p.Field == "logo" {
			logo, between = true, ""
			continue
		}
		said := l.headField(p.Field, head, marks)
		if p.Field == "last" && said == marks.first && strings.Contains(pattern, "{first}") {
			said = "" // it is there already
		}
		if said == "" {
			between = ""
			continue
		}
		if filled || i == 1 {
			text.WriteString(between)
		}
		if between, filled = "", true; len(pieces) > 1 {
			said = lines.Isolated(said, head.tongue.Dir)
		}
		text.WriteString(said)
	}
	return pageHead{text: strings.TrimSpace(text.String()), tongue: head.tongue, logo: logo}
}

// headField is what a field of a running head says on a page.
func (l *layout) headField(field string, head pageHead, marks pageMarks) string {
	m, c := &l.Doc.Meta, head.chapter
	switch field {
	case "title":
		return m.Title
	case "subtitle":
		return m.Subtitle
	case "author":
		return strings.Join(m.Authors, locale.PunctuationFor(m.Lang).Comma)
	case "chapter":
		return head.text
	case "section":
		return marks.section
	case "first":
		return marks.first
	case "last":
		return marks.last
	}
	switch {
	case c == nil:
	case field == "number":
		return content.Label(l.Doc, c)
	case field == "part" && c.Part != nil:
		return short(&c.Part.Attr, c.Part.Title)
	}
	return ""
}
