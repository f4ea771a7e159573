package layout

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of an index, in points.
const (
	indexGap   = 18.0  // between its columns
	indexLeast = 120.0 // the least width of one of two columns
	indexHang  = 12.0  // how far a line that goes on stands in
	indexLevel = 12.0  // how far an entry under another does
	letterLead = 1.2   // leading of a letter, in that of the entries, and
	letterAir  = 0.2   // the space below it, which its tail reaches into
)

// index sets the entries of an index, in the first of its columns: a letter
// above the first entry of each, lines that go on standing in.
func (s *blockSetter) index(b *content.Listing, col column) []row {
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
		if len(set) > 0 && len(letter) > 0 {
			set[0].space = letterAir * narrow.leading
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
func (s *blockSetter) letter(e *content.Entry, col column) []row {
	col.font.Bold, col.flush, col.size, col.leading = true, true, s.style.Body, col.leading*letterLead
	col.color = s.style.Sections[1].Color
	letter := e.Letter
	if letter == "ه" {
		letter += "\u200d" // alone it looks like a digit
	}
	return parted(s.plain(letter, col, e.ID), display.Letter)
}

// fsi isolates a text by its own first letter (UAX #9 §2.5).
const fsi = "\u2068"

// indexEntry sets a term, the folios of its places and the terms to see.
func (s *blockSetter) indexEntry(e *content.Entry, col column) []row {
	col = col.inset(indexLevel*float64(e.Level-1) + indexHang)
	col.indent = -indexHang
	k := look{font: col.font, size: col.size, lang: col.lang}
	s.spell.begin()
	s.spell.add(fsi, k, e.Pos)
	s.spell.spell(e.Text, k)
	s.spell.add(pdi, k, e.Pos)
	marks := locale.PunctuationFor(col.lang)
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
func (s *blockSetter) sees(e *content.Entry, k look) {
	marks := locale.PunctuationFor(k.lang)
	labels := s.labelsIn(k.lang)
	for i, see := range e.See {
		before, word := marks.Semicolon, labels.SeeAlso+" "
		switch {
		case i > 0:
			word = ""
		case len(e.Marks) == 0:
			before, word = marks.Before, labels.See+" "
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
func (s *blockSetter) locators(e *content.Entry) []locator {
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
