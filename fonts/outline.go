package fonts

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

// Bounds of one flattened glyph: the glyf table numbers its points in 16 bits
// and its contours in 15. Only a damaged or hostile file reaches them, such as
// one whose composites refer to themselves.
const (
	maxPoints   = 0xFFFF
	maxContours = 0x7FFF
)

// maxCoordinate bounds a coordinate, in font units, so that the difference of
// two fits 16 bits. OpenType 1.9, "FUnits and the grid", asks for the same.
const maxCoordinate = 1<<14 - 1

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
	useMyMetrics  = 0x0200
	scaledOffset  = 0x0800
	plainOffset   = 0x1000
	glyphHeadSize = 10
)

// outline reads a glyph and flattens its composites. A damaged glyph gives
// the contours that could be read.
//
// Rasterizers move a glyph so that its ink begins at the left side bearing
// that hmtx tells, wherever its points are; so does outline.
func (f *Face) outline(gid int) outline {
	fl := flattener{face: f, room: maxPoints}
	o := fl.glyph(gid, 0)
	if len(o) > maxContours {
		return nil
	}
	return o.shifted(f.bearingShift(gid), 0)
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
		if end+1 > from { // an empty contour has no ink
			o = append(o, points[from:end+1])
		}
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
		x = within(x + r.delta(flag&xShort != 0, flag&xSameOrUp != 0))
		points[i] = point{x: x, on: flag&onCurve != 0}
	}
	for i, flag := range flags {
		y = within(y + r.delta(flag&yShort != 0, flag&ySameOrUp != 0))
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

// turned and shifted change the outline itself, which no other has.
func (o outline) turned(m matrix) outline {
	if m != (matrix{xx: 1, yy: 1}) {
		for _, contour := range o {
			for i, p := range contour {
				contour[i].x, contour[i].y = m.apply(p.x, p.y)
			}
		}
	}
	return o
}

func (o outline) shifted(dx, dy int) outline {
	if dx != 0 || dy != 0 {
		for _, contour := range o {
			for i, p := range contour {
				contour[i].x, contour[i].y = within(p.x+dx), within(p.y+dy)
			}
		}
	}
	return o
}

func within(v int) int { return min(max(v, -maxCoordinate), maxCoordinate) }
