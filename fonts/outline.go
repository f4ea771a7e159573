package fonts

import "math"

// point is a point of a contour, in font units.
type point struct {
	x, y int
	on   bool // on the curve
}

// outline is the ink of a glyph as closed contours, with no composites left
// in it.
type outline [][]point

// maxNesting bounds composites of composites; OpenType's maxp gives the true
// depth, which is rarely above 3.
const maxNesting = 8

// Flags of simple and composite glyphs (OpenType 1.9, "glyf").
const (
	onCurve   = 0x01
	xShort    = 0x02
	yShort    = 0x04
	repeat    = 0x08
	xSameOrUp = 0x10
	ySameOrUp = 0x20

	argsAreWords  = 0x0001
	argsAreXY     = 0x0002
	haveScale     = 0x0008
	moreParts     = 0x0020
	haveXYScale   = 0x0040
	haveTwoByTwo  = 0x0080
	shortestPart  = 6
	glyphHeadSize = 10
)

// outline reads a glyph and flattens its composites. A damaged glyph gives
// the contours that could be read.
func (f *Face) outline(gid, depth int) outline {
	g := f.glyph(gid)
	if len(g) < glyphHeadSize || depth > maxNesting {
		return nil
	}
	if contours := int(int16(be16(g, 0))); contours >= 0 {
		return readSimple(g[glyphHeadSize:], contours)
	}
	return f.readComposite(g[glyphHeadSize:], depth)
}

// readSimple reads the body of a simple glyph.
func readSimple(b []byte, contours int) outline {
	r := glyphReader{b: b}
	ends := make([]int, contours)
	for i := range ends {
		ends[i] = r.word()
	}
	r.skip(r.word()) // instructions
	if r.failed || contours == 0 {
		return nil
	}
	points := r.points(ends[contours-1] + 1)
	if r.failed {
		return nil
	}
	o, from := make(outline, 0, contours), 0
	for _, end := range ends {
		if end+1 < from || end >= len(points) {
			return nil
		}
		o = append(o, points[from:end+1])
		from = end + 1
	}
	return o
}

// glyphReader reads numbers and remembers running past the end.
type glyphReader struct {
	b      []byte
	failed bool
}

func (r *glyphReader) byte() int {
	if len(r.b) == 0 {
		r.failed = true
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return int(v)
}

func (r *glyphReader) word() int { return r.byte()<<8 | r.byte() }

func (r *glyphReader) skip(n int) {
	if n > len(r.b) {
		r.failed, n = true, len(r.b)
	}
	r.b = r.b[n:]
}

// points reads n flags, then the x and the y of each point.
func (r *glyphReader) points(n int) []point {
	flags := make([]int, 0, n)
	for len(flags) < n && !r.failed {
		flag, times := r.byte(), 1
		if flag&repeat != 0 {
			times += r.byte()
		}
		for ; times > 0 && len(flags) < n; times-- {
			flags = append(flags, flag)
		}
	}
	if r.failed {
		return nil
	}
	points := make([]point, n)
	x, y := 0, 0
	for i, flag := range flags {
		x += r.delta(flag&xShort != 0, flag&xSameOrUp != 0)
		points[i] = point{x: x, on: flag&onCurve != 0}
	}
	for i, flag := range flags {
		y += r.delta(flag&yShort != 0, flag&ySameOrUp != 0)
		points[i].y = y
	}
	return points
}

func (r *glyphReader) delta(short, sameOrUp bool) int {
	switch {
	case short && sameOrUp:
		return r.byte()
	case short:
		return -r.byte()
	case sameOrUp:
		return 0
	}
	return int(int16(r.word()))
}

// readComposite puts together the parts of a composite glyph. Parts placed by
// matching points (rare, and absent from modern fonts) are placed at 0, 0.
func (f *Face) readComposite(b []byte, depth int) outline {
	var whole outline
	r := glyphReader{b: b}
	for more := true; more && !r.failed; {
		flags, gid := r.word(), r.word()
		more = flags&moreParts != 0
		dx, dy := r.offset(flags)
		m := r.matrix(flags)
		if r.failed {
			break
		}
		for _, contour := range f.outline(gid, depth+1) {
			placed := make([]point, len(contour))
			for i, p := range contour {
				x, y := m.apply(p.x, p.y)
				placed[i] = point{x + dx, y + dy, p.on}
			}
			whole = append(whole, placed)
		}
	}
	return whole
}

func (r *glyphReader) offset(flags int) (dx, dy int) {
	if flags&argsAreWords != 0 {
		dx, dy = int(int16(r.word())), int(int16(r.word()))
	} else {
		dx, dy = int(int8(r.byte())), int(int8(r.byte()))
	}
	if flags&argsAreXY == 0 {
		return 0, 0
	}
	return dx, dy
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
	return int(math.Round(m.xx*fx + m.yx*fy)), int(math.Round(m.xy*fx + m.yy*fy))
}
