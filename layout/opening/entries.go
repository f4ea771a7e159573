package opening

import (
	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// partEntry is how much larger than a chapter's the entry of a part is, in
// points.
const partEntry = 2.0

// EntryLead is the leading of a section's entry, in leadings of small type.
const EntryLead = 1.1

// Entry sets a line of the contents: its title at the start edge, the folio at the end
// edge, a dotted leader between.
func Entry(s *blocks.Setter, e *content.Entry) []vlist.Row {
	col := s.Body()
	col.Grid, col.Flush, col.Align = false, true, paragraph.Start
	switch e.Level {
	case 0:
		col.Font.Bold = s.Style.Opener.Bold
		col.Size, col.Leading = col.Size+partEntry, col.Leading+1.5*partEntry
	case 1:
		col.Font.Bold = s.Style.Opener.Bold
	default:
		col = col.Inset(s.Style.Inset * float64(e.Level-1))
		col.Size, col.Leading = s.Style.Small, s.Style.SmallLeading*EntryLead
	}
	rows := s.Led(e.Text, e.Marks[0].ID, col, e.ID)
	if len(rows) > 0 {
		rows[0].Starts = append(rows[0].Starts, e.ID)
	}
	return rows
}
