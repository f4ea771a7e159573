package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// definitions sets each term bold and its explanations under it, inset. A term
// is never parted from what explains it, nor terms that share an explanation.
func (s *blockSetter) definitions(b *content.Definitions, col column) []row {
	var rows []row
	shared := false // the entry above has its explanation below this one
	for i, entry := range b.Entries {
		set := s.term(entry, col)
		switch {
		case len(set) == 0:
		case shared:
			set[0].penalty = infinite
		case i > 0:
			set[0].space = max(set[0].space, col.air())
		}
		for k, body := range entry.Bodies {
			inner := col.inset(s.inset(col))
			explained := s.member(body, inner)
			if len(explained) > 0 && k == 0 {
				explained[0].penalty = infinite
			}
			set = append(set, explained...)
		}
		shared = len(entry.Bodies) == 0
		rows = append(rows, set...)
	}
	return rows
}

// term sets the term of an entry.
func (s *blockSetter) term(entry *content.Definition, col column) []row {
	col.font.Bold, col.indent, col.align = true, 0, paragraph.Start
	rows := s.text(entry.Term, col, entry.ID)
	together(rows)
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, entry.ID)
	}
	return rows
}
