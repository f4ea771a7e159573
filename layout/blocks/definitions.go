package blocks

import (
	"warraq/content"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// definitions sets each term bold and its explanations under it, inset. A term
// is never parted from what explains it, nor terms that share an explanation.
func (s *Setter) definitions(b *content.Definitions, col lines.Column) []vlist.Row {
	var rows []vlist.Row
	shared := false // the entry above has its explanation below this one
	for i, entry := range b.Entries {
		set := s.term(entry, col)
		switch {
		case len(set) == 0:
		case shared:
			set[0].Penalty = vlist.Infinite
		case i > 0:
			set[0].Space = max(set[0].Space, col.Air())
		}
		for k, body := range entry.Bodies {
			inner := col.Inset(s.inset(col))
			explained := s.member(body, inner)
			if len(explained) > 0 && k == 0 {
				explained[0].Penalty = vlist.Infinite
			}
			set = append(set, explained...)
		}
		shared = len(entry.Bodies) == 0
		rows = append(rows, set...)
	}
	return rows
}

// term sets the term of an entry.
func (s *Setter) term(entry *content.Definition, col lines.Column) []vlist.Row {
	col.Font.Bold, col.Indent, col.Align = true, 0, paragraph.Start
	rows := s.Text(entry.Term, col, entry.ID)
	vlist.Together(rows)
	if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, entry.ID)
	}
	return rows
}
