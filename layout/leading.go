package layout

// fitLeading widens the leading of the whole book where marks of one line
// would touch the line below: vocalised text needs the room, and a grid that
// changed from line to line would be worse than a wider one.
func (l *layout) fitLeading() {
	need := 0.0
	for i := range l.sections {
		for _, b := range l.sections[i].blocks {
			need = max(need, needs(b.rows, l.style.Leading))
		}
	}
	if need <= l.style.Leading+tolerance {
		return
	}
	l.style.grow(min(need, 2*l.style.Leading))
	l.set(l.jobs)
}

// needs is the least leading at which no ink of neighbouring lines of running
// text touches; only lines set at the given leading count.
func needs(rows []row, leading float64) float64 {
	need := 0.0
	var above *Text
	for i := range rows {
		var text *Text
		if len(rows[i].items) > 0 && rows[i].height == leading {
			text, _ = rows[i].items[0].(*Text)
		}
		if above != nil && text != nil && above.Line.Depth+text.Line.Height > leading {
			need = max(need, clash(above, text))
		}
		above = text
	}
	return need
}

// clash is the depth of a line's ink and the height of the next one's where
// words of the two stand over each other.
func clash(above, below *Text) float64 {
	need := 0.0
	for i := range above.Line.Pieces {
		a := &above.Line.Pieces[i]
		if a.Word == nil {
			continue
		}
		for k := range below.Line.Pieces {
			b := &below.Line.Pieces[k]
			if b.Word == nil || b.X+b.Width < a.X || a.X+a.Width < b.X {
				continue
			}
			need = max(need, a.Depth()+b.Height())
		}
	}
	return need
}
