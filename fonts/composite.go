package fonts

import "math"

// maxNesting bounds composites of composites; OpenType's maxp gives the true
// depth, which is rarely above 3.
const maxNesting = 8

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

// addComposite adds the parts of a composite glyph, each in its place.
func (fl *flattener) addComposite(b []byte, depth int) {
	whole := len(fl.glyph.points)
	r := glyphReader{b: b}
	for more := true; more && fl.room > 0; {
		p, ok := r.part()
		if !ok {
			return
		}
		fl.room--
		more = p.flags&moreParts != 0
		first := len(fl.glyph.points)
		fl.add(p.gid, depth+1)
		p.place(fl.glyph.points[whole:first], fl.glyph.points[first:])
	}
}

// place turns and shifts a part's points to where they belong beside those of
// the whole so far.
func (p *part) place(whole, points []point) {
	dx, dy := p.arg1, p.arg2
	if p.flags&(scaledOffset|plainOffset) == scaledOffset {
		dx, dy = p.turn.apply(dx, dy)
	}
	if p.turn != noTurn {
		for i, at := range points {
			points[i].x, points[i].y = p.turn.apply(at.x, at.y)
		}
	}
	if p.flags&argsAreXY == 0 { // point arg2 of the part meets point arg1 of the whole
		dx, dy = 0, 0
		if p.arg1 < len(whole) && p.arg2 < len(points) {
			to, from := whole[p.arg1], points[p.arg2]
			dx, dy = to.x-from.x, to.y-from.y
		}
	}
	shift(points, dx, dy)
}

func shift(points []point, dx, dy int) {
	if dx == 0 && dy == 0 {
		return
	}
	for i, p := range points {
		points[i].x, points[i].y = within(p.x+dx), within(p.y+dy)
	}
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

// matrix scales and turns a part: x' = xx·x + yx·y, y' = xy·x + yy·y.
type matrix struct{ xx, xy, yx, yy float64 }

var noTurn = matrix{xx: 1, yy: 1}

func (r *glyphReader) matrix(flags int) matrix {
	m := noTurn
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
	fx, fy := float64(x), float64(y)
	return within(int(math.Round(m.xx*fx + m.yx*fy))), within(int(math.Round(m.xy*fx + m.yy*fy)))
}
