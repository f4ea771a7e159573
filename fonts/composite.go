package fonts

import "math"

// flattener puts composites together.
type flattener struct {
	face *Face
	room int // points that it may still read; a part counts as one
}

func (fl *flattener) glyph(gid, depth int) outline {
	g := fl.face.glyph(gid)
	if len(g) < glyphHeadSize || depth > maxNesting {
		return nil
	}
	if contours := int(int16(be16(g, 0))); contours >= 0 {
		o := readSimple(g[glyphHeadSize:], contours)
		if fl.room -= o.points(); fl.room < 0 {
			return nil
		}
		return o
	}
	return fl.composite(g[glyphHeadSize:], depth)
}

// composite puts together the parts of a composite glyph.
func (fl *flattener) composite(b []byte, depth int) outline {
	var whole outline
	r := glyphReader{b: b}
	for more := true; more && fl.room > 0; {
		p, ok := r.part()
		if !ok {
			break
		}
		fl.room--
		more = p.flags&moreParts != 0
		whole = append(whole, p.place(fl.glyph(p.gid, depth+1), whole)...)
	}
	return whole
}

// part is one glyph of a composite.
type part struct {
	flags, gid int
	arg1, arg2 int // an offset, or two points that meet
	turn       matrix
}

// part reads the next part of a composite; ok is false at a damaged end.
func (r *glyphReader) part() (p part, ok bool) {
	p.flags, p.gid = r.word(), r.word()
	switch words, offset := p.flags&argsAreWords != 0, p.flags&argsAreXY != 0; {
	case words && offset:
		p.arg1, p.arg2 = int(int16(r.word())), int(int16(r.word()))
	case words:
		p.arg1, p.arg2 = r.word(), r.word()
	case offset:
		p.arg1, p.arg2 = int(int8(r.byte())), int(int8(r.byte()))
	default:
		p.arg1, p.arg2 = r.byte(), r.byte()
	}
	p.turn = r.matrix(p.flags)
	return p, !r.failed
}

// metricsPart is the part from which a composite takes its metrics, if any.
func (f *Face) metricsPart(gid int) (part int, ok bool) {
	g := f.glyph(gid)
	if len(g) < glyphHeadSize || int16(be16(g, 0)) >= 0 {
		return 0, false
	}
	r := glyphReader{b: g[glyphHeadSize:]}
	for more := true; more; {
		p, good := r.part()
		if !good {
			break
		}
		if p.flags&useMyMetrics != 0 {
			part, ok = p.gid, true
		}
		more = p.flags&moreParts != 0
	}
	return part, ok
}

// place turns and shifts a part to where it belongs beside the whole so far.
func (p *part) place(o, whole outline) outline {
	dx, dy := p.arg1, p.arg2
	if p.flags&(scaledOffset|plainOffset) == scaledOffset {
		dx, dy = p.turn.apply(dx, dy)
	}
	o = o.turned(p.turn)
	if p.flags&argsAreXY == 0 { // point arg2 of the part meets point arg1 of the whole
		dx, dy = 0, 0
		if to, ok := whole.point(p.arg1); ok {
			if from, ok := o.point(p.arg2); ok {
				dx, dy = to.x-from.x, to.y-from.y
			}
		}
	}
	return o.shifted(dx, dy)
}

// point finds a point by its number.
func (o outline) point(n int) (point, bool) {
	for _, contour := range o {
		if n < len(contour) {
			return contour[n], true
		}
		n -= len(contour)
	}
	return point{}, false
}

// bearingShift is how far a glyph's points are from where its left side
// bearing wants them. A composite may take the metrics of a part.
func (f *Face) bearingShift(gid int) int {
	for range maxNesting {
		part, ok := f.metricsPart(gid)
		if !ok {
			break
		}
		gid = part
	}
	g := f.glyph(gid)
	bearing, ok := f.bearing(gid)
	if !ok || len(g) < glyphHeadSize {
		return 0
	}
	return bearing - int(int16(be16(g, 2)))
}

// matrix scales and turns a part: x' = xx·x + yx·y, y' = xy·x + yy·y.
type matrix struct{ xx, xy, yx, yy float64 }

func (r *glyphReader) matrix(flags int) matrix {
	m := matrix{xx: 1, yy: 1}
	switch {
	case flags&haveScale != 0:
		m.xx = r.f2dot14()
		m.yy = m.xx
	case flags&haveXYScale != 0:
		m.xx, m.yy = r.f2dot14(), r.f2dot14()
	case flags&haveTwoByTwo != 0:
		m.xx, m.xy, m.yx, m.yy = r.f2dot14(), r.f2dot14(), r.f2dot14(), r.f2dot14()
	}
	return m
}

func (r *glyphReader) f2dot14() float64 { return float64(int16(r.word())) / (1 << 14) }

func (m matrix) apply(x, y int) (int, int) {
	if m == (matrix{xx: 1, yy: 1}) {
		return x, y
	}
	fx, fy := float64(x), float64(y)
	return within(int(math.Round(m.xx*fx + m.yx*fy))), within(int(math.Round(m.xy*fx + m.yy*fy)))
}
