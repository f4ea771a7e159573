package fonts

import "warraq/fonts/internal/sfnt"

// point is a point of a contour, in font units.
type point struct {
	x, y int
	on   bool // on the curve
}

// outline is the ink of a glyph as closed contours, with no composites left
// in it.
type outline struct {
	points []point
	ends   []int // of each contour: the number of points up to its end
}

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

func within(v int) int { return min(max(v, -maxCoordinate), maxCoordinate) }

// Flags of composite glyphs (OpenType 1.9, "glyf").
const (
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

// flattener reads glyphs, one after the other, and flattens their composites.
type flattener struct {
	face  *Face
	glyph outline // the last one read
	room  int     // points that it may still have; a part counts as one
	flags []byte
}

// read gives the outline of a glyph, which stands until the next is read. Of
// a damaged glyph it gives the contours that could be read.
//
// Rasterizers move a glyph so that its ink begins at the left side bearing
// that hmtx tells, wherever its points are; so does read.
func (fl *flattener) read(gid int) outline {
	o := &fl.glyph
	o.points, o.ends, fl.room = o.points[:0], o.ends[:0], maxPoints
	fl.add(gid, 0)
	if len(o.ends) > maxContours {
		return outline{}
	}
	shift(o.points, fl.face.bearingShift(gid), 0)
	return *o
}

// add adds a glyph, depth composites down, to the outline at work.
func (fl *flattener) add(gid, depth int) {
	g := fl.face.glyph(gid)
	if len(g) < glyphHeadSize || depth > maxNesting {
		return
	}
	if contours := int(int16(be16(g, 0))); contours < 0 {
		fl.addComposite(g[glyphHeadSize:], depth)
	} else if contours > 0 {
		fl.addSimple(g[glyphHeadSize:], contours)
	}
}

// addSimple reads the body of a simple glyph.
func (fl *flattener) addSimple(b []byte, contours int) {
	o := &fl.glyph
	r := glyphReader{b: b}
	points, ends := len(o.points), len(o.ends)
	end := points
	for range contours {
		switch next := points + r.word() + 1; {
		case next < end:
			r.failed = true
		case next > end: // an empty contour has no ink
			end = next
			o.ends = append(o.ends, end)
		}
	}
	r.skip(r.word()) // instructions
	fl.room -= end - points
	if !r.failed && fl.room >= 0 {
		fl.addPoints(&r, end-points)
	}
	if r.failed || fl.room < 0 {
		o.points, o.ends = o.points[:points], o.ends[:ends]
	}
}

// addPoints reads n flags, then the x and the y of each point.
func (fl *flattener) addPoints(r *glyphReader, n int) {
	fl.flags = fl.flags[:0]
	for len(fl.flags) < n && !r.failed {
		flag, times := byte(r.byte()), 1
		if flag&sfnt.Repeat != 0 {
			times += r.byte()
		}
		for ; times > 0 && len(fl.flags) < n; times-- {
			fl.flags = append(fl.flags, flag)
		}
	}
	if r.failed {
		return
	}
	first := len(fl.glyph.points)
	x, y := 0, 0
	for _, flag := range fl.flags {
		x = within(x + r.delta(flag&sfnt.XShort != 0, flag&sfnt.XSameOrUp != 0))
		fl.glyph.points = append(fl.glyph.points, point{x: x, on: flag&sfnt.OnCurve != 0})
	}
	for i, flag := range fl.flags {
		y = within(y + r.delta(flag&sfnt.YShort != 0, flag&sfnt.YSameOrUp != 0))
		fl.glyph.points[first+i].y = y
	}
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

// delta reads how far a point is from the last one.
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

// Point is a point of a glyph's outline, in font units, y upwards.
type Point struct {
	X, Y int
	On   bool // on the curve; two off it in a row have one on it midway between
}

// Contours is the ink of a glyph as closed contours of straight lines and
// quadratic curves (OpenType 1.9, "glyf"), none for a glyph without ink. What
// is inside is told by winding, not by crossing.
func (f *Face) Contours(gid int) [][]Point {
	fl := flattener{face: f}
	o := fl.read(gid)
	all, from := make([][]Point, 0, len(o.ends)), 0
	for _, end := range o.ends {
		var contour []Point
		for _, p := range o.points[from:end] {
			contour = append(contour, Point{p.x, p.y, p.on})
		}
		all, from = append(all, contour), end
	}
	return all
}

// Pen draws a contour: it begins somewhere, and goes on in lines and along quadratic
// curves, back to where it began.
type Pen struct {
	Begin, Line func(Point)
	Curve       func(by, to Point)
}

// Draw draws a contour of a glyph: between two points off the curve is one on it.
func Draw(contour []Point, pen Pen) {
	n := len(contour)
	if n < 2 {
		return
	}
	middle := func(a, b Point) Point { return Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2, On: true} }
	first := 0
	for first < n && !contour[first].On {
		first++
	}
	start := middle(contour[0], contour[n-1])
	if first < n {
		start = contour[first]
	} else {
		first = n - 1
	}
	pen.Begin(start)
	for i := 1; i <= n; i++ {
		p := contour[(first+i)%n]
		if p.On {
			pen.Line(p)
			continue
		}
		next := start
		if i < n {
			if next = contour[(first+i+1)%n]; !next.On {
				next = middle(p, next)
			} else {
				i++
			}
		}
		pen.Curve(p, next)
	}
}
