package layout

import (
	"warraq/content"
	"warraq/layout/paragraph"
)

// partEntry is how much larger than a chapter's the entry of a part is, in
// points.
const partEntry = 2.0

// entryLead is the leading of a section's entry, in leadings of small type.
const entryLead = 1.1

// entry sets a line of the contents: its title at the start edge, the folio at the end
// edge, a dotted leader between.
func entry(s *blockSetter, e *content.Entry) []row {
	col := s.body()
	col.grid, col.flush, col.align = false, true, paragraph.Start
	switch e.Level {
	case 0:
		col.font.Bold = s.style.Opener.Bold
		col.size, col.leading = col.size+partEntry, col.leading+1.5*partEntry
	case 1:
		col.font.Bold = s.style.Opener.Bold
	default:
		col = col.inset(s.style.Inset)
		col.size, col.leading = s.style.Small, s.style.SmallLeading*entryLead
	}
	rows := s.led(e.Text, e.Marks[0].ID, col, e.ID)
	if len(rows) > 0 {
		rows[0].starts = append(rows[0].starts, e.ID)
	}
	return rows
}
