package layout

// fitLeading widens the leading of the whole book where ink of one line would
// touch the line below: vocalised text needs the room, and a grid that changed
// from line to line would be worse than a wider one. Small type and notes have
// leadings of their own.
func (l *layout) fitLeading() {
	st := &l.style
	body, small, note := l.needed()
	fitBody, fitSmall, fitNote := fit(body, st.Leading), fit(small, st.SmallLeading), fit(note, st.NoteLeading)
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
	st := &l.style
	for i := range l.sections {
		sec := &l.sections[i]
		for k, b := range sec.blocks {
			body = max(body, needs(b.rows, st.Leading))
			small = max(small, needs(b.rows, st.SmallLeading))
			if k > 0 && isText(sec.chapter.Blocks[k-1]) && isText(sec.chapter.Blocks[k]) {
				body = max(body, needsBetween(sec.blocks[k-1].rows, b.rows, st.Leading))
			}
		}
		var above []row
		for _, n := range l.footnotes(sec.chapter) {
			rows := l.notes[n.ID].rows
			note = max(note, needs(rows, st.NoteLeading), needsBetween(above, rows, st.NoteLeading))
			above = rows
		}
	}
	if l.front.contents != nil {
		leading := st.SmallLeading * entryLead
		small = max(small, needs(l.contents(), leading)/entryLead)
	}
	return body, small, note
}

func (l *layout) noteJobs() []*blockRows {
	var notes []*blockRows
	for _, b := range l.jobs {
		if b.note != 0 {
			notes = append(notes, b)
		}
	}
	return notes
}
