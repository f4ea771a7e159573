package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// listing sets what the book makes of itself: an index, or a list of captions
// with leaders and folios as in the contents.
func (s *setter) listing(b *content.Listing, col column) []row {
	if b.Kind == content.IndexListing {
		return s.index(b, col)
	}
	col.grid, col.flush, col.align = false, true, paragraph.Start
	var rows []row
	for i, e := range b.Entries {
		set := s.led(e.Text, e.Marks[0].ID, col, e.ID)
		if len(set) == 0 {
			continue
		}
		set[0].starts = append(set[0].starts, e.ID)
		if i > 0 {
			set[0].space = col.leading / 4
		}
		rows = append(rows, set...)
	}
	return rows
}

// Measures of an index, in points.
const (
	indexGap   = 18.0  // between its columns
	indexLeast = 120.0 // the least width of one of two columns
	indexHang  = 12.0  // how far a line that goes on stands in
	indexLevel = 12.0  // how far an entry under another does
	letterLead = 1.2   // leading of a letter, in that of the entries
)

// index sets the entries of an index, in the first of its columns: a letter
// above the first entry of each, lines that go on standing in.
func (s *setter) index(b *content.Listing, col column) []row {
	narrow := s.small(col)
	if w, two := halves(col.width); two {
		narrow = narrow.insetEnd(col.width - w)
	}
	narrow.align, narrow.flush = paragraph.Start, false
	var rows []row
	for i, e := range b.Entries {
		var letter []row
		if e.Letter != "" {
			letter = s.letter(e, narrow)
			if i > 0 && len(letter) > 0 {
				letter[0].space = narrow.leading / 2
			}
		}
		set := s.indexEntry(e, narrow)
		together(set)
		if len(set) > 0 && (len(letter) > 0 || e.Level > 1) {
			set[0].penalty = infinite // nor does the first below another stand alone
			if e.Level > 1 && b.Entries[i-1].Level > 1 {
				set[0].penalty = 0
			}
		}
		rows = append(append(rows, letter...), set...)
	}
	return rows
}

// halves is the width of each of two columns, and whether they are wide enough.
func halves(width float64) (half float64, two bool) {
	half = (width - indexGap) / 2
	return half, half >= indexLeast
}

// letter sets the letter above the entries that begin with it.
func (s *setter) letter(e *content.Entry, col column) []row {
	col.font.Bold, col.flush, col.size, col.leading = true, true, s.style.Body, col.leading*letterLead
	col.color = s.style.Sections[1].Color
	letter := e.Letter
	if letter == "ه" {
		letter += "\u200d" // alone it looks like a digit
	}
	return s.plain(letter, col, 0)
}

// fsi isolates a text by its own first letter (UAX #9 §2.5).
const fsi = "\u2068"

// indexEntry sets a term, the folios of its places and the terms to see.
func (s *setter) indexEntry(e *content.Entry, col column) []row {
	col = col.inset(indexLevel*float64(e.Level-1) + indexHang)
	col.indent = -indexHang
	k := look{font: col.font, size: col.size, lang: col.lang}
	s.spell.begin()
	s.spell.add(fsi, k, e.Pos)
	s.spell.spell(e.Text, k)
	s.spell.add(pdi, k, e.Pos)
	marks := content.PunctuationFor(col.lang)
	for i, f := range s.locators(e) {
		before := marks.Comma
		if i == 0 {
			before = marks.Before
		}
		s.spell.add(before, k, e.Pos)
		link := k
		link.mark = s.spell.mark(target{dest: f.id, text: content.PlainText(e.Text)})
		s.spell.add(f.text, link, e.Pos)
	}
	s.sees(e, k)
	rows := s.lines(col, e.ID)
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, e.ID)
	}
	return rows
}

// sees adds the terms that an entry leads to.
func (s *setter) sees(e *content.Entry, k look) {
	marks := content.PunctuationFor(s.body().lang)
	for i, see := range e.See {
		before, word := marks.Semicolon, s.labels.SeeAlso+" "
		switch {
		case i > 0:
			word = ""
		case len(e.Marks) == 0:
			before, word = marks.Before, s.labels.See+" "
		}
		s.spell.add(before+word, k, see.Pos)
		link := k
		link.mark = s.spell.mark(target{dest: see.ID, text: see.Text})
		s.spell.add(fsi, k, see.Pos)
		s.spell.add(see.Text, link, see.Pos)
		s.spell.add(pdi, k, see.Pos)
	}
}

// locator is one folio, or the first and last of pages that follow each other,
// and the first place there.
type locator struct {
	id   content.ID
	text string
}

// locators are the folios of an entry, each once. A page that bears none has
// none to give.
func (s *setter) locators(e *content.Entry) []locator {
	var found []locator
	var first, last folio
	for _, m := range e.Marks {
		f := s.spell.folioOf(m.ID)
		switch {
		case f.text == "", len(found) > 0 && f.page >= 0 && f.page == last.page:
			continue
		case len(found) > 0 && f.follows(last):
			found[len(found)-1].text = first.text + "–" + f.text
		default:
			first = f
			found = append(found, locator{m.ID, f.text})
		}
		last = f
	}
	return found
}

// inColumns puts the rows of an index, which follow others in their chapter,
// in two columns a page; those of any other block stay as they are.
func (l *layout) inColumns(b content.Block, above, rows []row) []row {
	index, ok := b.(*content.Listing)
	if !ok || index.Kind != content.IndexListing || len(rows) == 0 {
		return rows
	}
	col := l.setters[0].body()
	half, two := halves(col.width)
	if !two {
		return rows
	}
	shift := half + indexGap
	if !col.ltr {
		shift = -shift
	}
	var pages []row
	room := l.roomBelow(above)
	for len(rows) > 0 {
		height := room
		if first := columnEnd(rows, height); columnEnd(rows[first:], height) == len(rows)-first {
			height = balanced(rows, height) // the last page's columns are of a height
		}
		first := columnEnd(rows, height)
		second := first + columnEnd(rows[first:], height)
		page := stacked(rows[:first], 0)
		page.join(stacked(rows[first:second], shift))
		pages = append(pages, page)
		rows, room = rows[second:], l.style.Height()
	}
	return pages
}

// roomBelow is what is left of the page on which rows end, or a whole page
// where that is too little.
func (l *layout) roomBelow(above []row) float64 {
	g := l.galley(above)
	pages := g.pages(true)
	if len(pages) > 0 {
		if room := g.roomOn(pages[len(pages)-1]); room >= 4*l.style.Leading {
			return room
		}
	}
	return l.style.Height()
}

// columnEnd counts the rows that a column of a height takes, one at least; it
// ends only where a page might.
func columnEnd(rows []row, height float64) int {
	most := max(1, fitting(rows, height+tolerance))
	for end := min(most, len(rows)); end > 0; end-- {
		if end == len(rows) || rows[end].penalty < infinite {
			return end
		}
	}
	return min(most, len(rows))
}

// balanced is the least height at which two columns hold all rows.
func balanced(rows []row, height float64) float64 {
	for end := (len(rows) + 1) / 2; end < len(rows); end++ {
		h := heightOf(rows[:end])
		if first := columnEnd(rows, h); h < height && columnEnd(rows[first:], h) == len(rows)-first {
			return h
		}
	}
	return height
}

// stacked makes one row of many, shifted to the side.
func stacked(rows []row, x float64) row {
	var whole row
	for i := range rows {
		r := &rows[i]
		if i > 0 {
			whole.height += r.space
		}
		for _, it := range r.items {
			whole.items = append(whole.items, moved(it, x, whole.height))
		}
		whole.notes = append(whole.notes, r.notes...)
		whole.starts = append(whole.starts, r.starts...)
		whole.height += r.height
	}
	return whole
}

// join sets another row beside this one.
func (r *row) join(beside row) {
	r.items = append(r.items, beside.items...)
	r.notes = append(r.notes, beside.notes...)
	r.starts = append(r.starts, beside.starts...)
	r.height = max(r.height, beside.height)
}

// fitting counts the rows that fit in a height.
func fitting(rows []row, height float64) int {
	for i := range rows {
		height -= rows[i].height
		if i > 0 {
			height -= rows[i].space
		}
		if height < -tolerance {
			return i
		}
	}
	return len(rows)
}
