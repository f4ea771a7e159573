package blocks

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Measures of an index, in points.
const (
	IndexGap   = 18.0  // between its columns
	indexLeast = 120.0 // the least width of one of two columns
	indexHang  = 12.0  // how far a line that goes on stands in
	indexLevel = 12.0  // how far an entry under another does
	letterLead = 1.2   // leading of a letter, in that of the entries, and
	letterAir  = 0.2   // the space below it, which its tail reaches into
)

// index sets the entries of an index, in the first of its columns: a letter
// above the first entry of each, lines that go on standing in.
func (s *Setter) index(b *content.Listing, col lines.Column) []vlist.Row {
	narrow := s.Small(col)
	if c, two := ColumnsOf(b, col.Width); two {
		narrow = narrow.InsetEnd(col.Width - c.Width)
	}
	narrow.Align, narrow.Flush = paragraph.Start, false
	var rows []vlist.Row
	for i, e := range b.Entries {
		var letter []vlist.Row
		if e.Letter != "" {
			letter = s.letter(e, narrow)
			if i > 0 && len(letter) > 0 {
				letter[0].Space = narrow.Leading / 2
			}
		}
		set := s.indexEntry(e, narrow)
		vlist.Together(set)
		if len(set) > 0 && (len(letter) > 0 || e.Level > 1) {
			set[0].Penalty = vlist.Infinite // nor does the first below another stand alone
			if e.Level > 1 && b.Entries[i-1].Level > 1 {
				set[0].Penalty = 0
			}
		}
		if len(set) > 0 && len(letter) > 0 {
			set[0].Space = letterAir * narrow.Leading
		}
		rows = append(append(rows, letter...), set...)
	}
	return rows
}

// letter sets the letter above the entries that begin with it.
func (s *Setter) letter(e *content.Entry, col lines.Column) []vlist.Row {
	col.Font.Bold, col.Flush, col.Size, col.Leading = true, true, s.Style.Body, col.Leading*letterLead
	col.Color = s.Style.Sections[1].Color
	letter := e.Letter
	if letter == "ه" {
		letter += "\u200d" // alone it looks like a digit
	}
	return vlist.Parted(s.Plain(letter, col, e.ID), display.Letter)
}

// indexEntry sets a term, the folios of its places and the terms to see.
func (s *Setter) indexEntry(e *content.Entry, col lines.Column) []vlist.Row {
	col = col.Inset(indexLevel*float64(e.Level-1) + indexHang)
	col.Indent = -indexHang
	k := lines.Look{Font: col.Font, Size: col.Size, Lang: col.Lang}
	s.Spell.Begin()
	s.Spell.Add(lines.FSI, k, e.Pos)
	s.Spell.Inlines(e.Text, k)
	s.Spell.Add(lines.PDI, k, e.Pos)
	marks := locale.PunctuationFor(col.Lang)
	for i, f := range s.locators(e) {
		before := marks.Comma
		if i == 0 {
			before = marks.Before
		}
		s.Spell.Add(before, k, e.Pos)
		link := k
		link.Mark = s.Spell.Mark(lines.Target{Dest: f.id, Text: content.PlainText(e.Text)})
		s.Spell.Add(f.text, link, e.Pos)
	}
	s.sees(e, k)
	rows := s.Lines(col, e.ID)
	if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, e.ID)
	}
	return rows
}

// sees adds the terms that an entry leads to.
func (s *Setter) sees(e *content.Entry, k lines.Look) {
	marks := locale.PunctuationFor(k.Lang)
	labels := s.LabelsIn(k.Lang)
	for i, see := range e.See {
		before, word := marks.Semicolon, labels.SeeAlso+" "
		switch {
		case i > 0:
			word = ""
		case len(e.Marks) == 0:
			before, word = marks.Before, labels.See+" "
		}
		s.Spell.Add(before+word, k, see.Pos)
		link := k
		link.Mark = s.Spell.Mark(lines.Target{Dest: see.ID, Text: see.Text})
		s.Spell.Add(lines.FSI, k, see.Pos)
		s.Spell.Add(see.Text, link, see.Pos)
		s.Spell.Add(lines.PDI, k, see.Pos)
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
func (s *Setter) locators(e *content.Entry) []locator {
	var found []locator
	var first, last lines.Folio
	for _, m := range e.Marks {
		f := s.Spell.FolioOf(m.ID)
		switch {
		case f.Text == "", len(found) > 0 && f.Page >= 0 && f.Page == last.Page:
			continue
		case len(found) > 0 && f.Follows(last):
			found[len(found)-1].text = first.Text + "–" + f.Text
		default:
			first = f
			found = append(found, locator{m.ID, f.Text})
		}
		last = f
	}
	return found
}
