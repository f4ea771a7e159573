package layout

import (
	"warraq/layout/blocks"
	"warraq/layout/opening"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// flowFitting sets the book at a leading at which no ink touches. Its lines do not depend
// on the leading, so that those of the first setting are remembered until it fits.
func (l *layout) flowFitting() {
	if l.Memory == nil {
		l.remember(paragraph.Brief(l.Words))
		defer l.remember(nil)
	}
	l.flow()
	l.fitLeading()
}

func (l *layout) remember(m *paragraph.Memory) {
	for _, s := range l.setters {
		s.Comp.Remember(m)
	}
}

// fitLeading widens the leading of the whole book where ink of one line would
// touch the line below: vocalised text needs the room, and a grid that changed
// from line to line would be worse than a wider one. Small type and notes have
// leadings of their own.
func (l *layout) fitLeading() {
	st := &l.Style
	body, small, note := l.needed()
	fitBody, fitSmall, fitNote := vlist.Fit(body, st.Leading), vlist.Fit(small, st.SmallLeading), vlist.Fit(note, st.NoteLeading)
	again := l.jobs
	switch {
	case fitBody > st.Leading:
		st.Grow(fitBody)
	case fitSmall > st.SmallLeading:
	case fitNote > st.NoteLeading:
		again = l.noteJobs()
	default:
		return
	}
	st.SmallLeading, st.NoteLeading = fitSmall, fitNote
	l.set(again)
}

// needed is the least leading of running text, of small type and of notes.
func (l *layout) needed() (body, small, note float64) {
	st := &l.Style
	for i := range l.sections {
		sec := &l.sections[i]
		for k, b := range sec.blocks {
			body = max(body, vlist.Needs(b.rows, st.Leading))
			small = max(small, vlist.Needs(b.rows, st.SmallLeading))
			for i := range b.rows {
				for _, side := range b.rows[i].Sides {
					note = max(note, vlist.Needs(side.Rows, st.NoteLeading))
				}
			}
			if k > 0 && blocks.IsText(sec.chapter.Blocks[k-1]) && blocks.IsText(sec.chapter.Blocks[k]) {
				body = max(body, vlist.NeedsBetween(sec.blocks[k-1].rows, b.rows, st.Leading))
			}
		}
		var above []vlist.Row
		for _, n := range l.Footnotes(sec.chapter) {
			rows := l.notes[n.ID].rows
			note = max(note, vlist.Needs(rows, st.NoteLeading), vlist.NeedsBetween(above, rows, st.NoteLeading))
			above = rows
		}
	}
	if l.front.contents != nil {
		leading := st.SmallLeading * opening.EntryLead
		small = max(small, vlist.Needs(l.contents(), leading)/opening.EntryLead)
	}
	return body, small, note
}

func (l *layout) noteJobs() []*blockRows {
	var notes []*blockRows
	for _, b := range l.jobs {
		if b.note != 0 || b.any(func(r *vlist.Row) bool { return len(r.Sides) > 0 }) {
			notes = append(notes, b)
		}
	}
	return notes
}
