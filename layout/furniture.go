package layout

import (
	"strings"

	"warraq/content"
	"warraq/layout/paragraph"
)

// Where the furniture stands, in parts of the margin it stands in.
const (
	headPart  = 0.62 // of the top margin, to the running head's baseline
	folioPart = 0.55 // of the bottom margin, to the folio's baseline
)

// furnish gives the pages their running heads and folios: artifacts all, and
// last on the page. The book's title stands over even pages, the chapter's
// over odd ones; pages that open a chapter and blank ones have no head, and
// blank ones, the title page, dedications and part titles no folio.
func (l *layout) furnish() {
	l.book.Warnings = l.warnings()
	s := l.setters[0]
	heads := make(map[string]*paragraph.Line)
	for i, p := range l.book.Pages {
		if len(p.Items) == 0 || i < l.bare || l.alone[i] {
			continue
		}
		if p.Folio != "" {
			l.folio(s, p)
		}
		text := l.heads[i]
		if text != "" && !p.Odd() {
			text = l.doc.Meta.Title
		}
		if text == "" || l.openers[i] {
			continue
		}
		line, known := heads[text]
		if !known {
			line = s.headLine(text)
			heads[text] = line
		}
		l.head(p, line)
	}
}

// head puts the running head at the outer edge of its page.
func (l *layout) head(p *Page, line *paragraph.Line) {
	if line == nil {
		return
	}
	st := &l.style
	x := st.Left(p.Odd())
	if outerRight := p.Odd() == st.LTR; outerRight {
		x += st.Measure() - line.Width
	}
	p.Items = append(p.Items, &Text{X: x, Y: max(st.Top*headPart, st.Head*1.1), Line: line})
}

// headLine sets a running head on one line, cut at a word where it is longer
// than the measure. The line begins at the left end of its own width.
func (s *setter) headLine(text string) *paragraph.Line {
	col := s.body()
	col.size, col.indent, col.align, col.flush = s.style.Head, 0, paragraph.Start, true
	words := strings.Fields(text)
	for n := len(words); n > 0; n-- {
		part := strings.Join(words[:n], " ")
		if n < len(words) {
			part += "\u00A0…"
		}
		s.spell.begin()
		s.spell.add(part, look{size: col.size, lang: col.lang, color: paragraph.Gray(0.25)}, content.Pos{})
		set := s.set(col)
		if len(set.Lines) == 1 || n == 1 && len(set.Lines) > 0 {
			return atLeft(&set.Lines[0])
		}
	}
	return nil
}

// atLeft shifts a line so that its ink begins at x 0.
func atLeft(line *paragraph.Line) *paragraph.Line {
	least := float32(0)
	for i, p := range line.Pieces {
		if i == 0 || p.X < least {
			least = p.X
		}
	}
	for i := range line.Pieces {
		line.Pieces[i].X -= least
	}
	return line
}

// folio puts the page number in the middle of the foot.
func (l *layout) folio(s *setter, p *Page) {
	st := &l.style
	col := s.body()
	col.size, col.align, col.indent = st.Head+0.5, paragraph.Center, 0
	s.spell.begin()
	s.spell.add(p.Folio, look{size: col.size, lang: col.lang}, content.Pos{})
	set := s.set(col)
	if len(set.Lines) == 0 {
		return
	}
	bottom := st.Top + st.Height()
	p.Items = append(p.Items, &Text{X: st.Left(p.Odd()),
		Y: bottom + (st.Trim.H-bottom)*folioPart, Line: &set.Lines[0]})
}
