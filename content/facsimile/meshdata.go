package facsimile

import (
	"math"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// meshReader reads the corners of a mesh (ISO 32000-1, 8.7.4.5.5 to .8).
type meshReader struct {
	file                  *object.File
	dict                  object.Dict
	fn                    function
	space                 *space
	data                  []byte
	at                    int // in bits
	place, component, way int // bits of each
	decode                []float64
	n                     int // numbers of a colour
}

// mostTriangles bounds a mesh.
const mostTriangles = 400_000

func (r *meshReader) open(s *object.Stream) bool {
	if s == nil {
		return false
	}
	f, d := r.file, r.dict
	data, rest := f.Decode(s)
	r.data, r.decode = data, f.Numbers(d["Decode"])
	r.place, r.component, r.way = f.Int(d["BitsPerCoordinate"], 0), f.Int(d["BitsPerComponent"], 0), f.Int(d["BitsPerFlag"], 0)
	if r.n = r.space.n; r.fn != nil {
		r.n = 1
	}
	sound := func(bits int) bool { return bits >= 1 && bits <= 32 }
	return rest == nil && sound(r.place) && sound(r.component) && r.way >= 0 && r.way <= 32 && r.n > 0 && len(r.decode) >= 4+2*r.n
}

// colorOf makes colours of what corners have.
func (r *meshReader) colorOf() func(c [3]float64) [3]float64 {
	if r.fn == nil {
		return func(c [3]float64) [3]float64 { return c }
	}
	const steps = 256
	var list [steps + 1][3]float64
	low, high := r.decode[4], r.decode[5]
	for i := range list {
		list[i] = r.space.rgb(r.fn([]float64{low + (high-low)*float64(i)/steps}))
	}
	return func(c [3]float64) [3]float64 {
		return list[int(steps*unit(between(c[0], low, high, 0, 1)))]
	}
}

func (r *meshReader) left() bool { return r.at+2*r.place+r.component <= 8*len(r.data) }

func (r *meshReader) number(bits, i int) float64 {
	v := bitsAt(r.data, r.at, bits)
	r.at += bits
	return between(v, 0, math.Pow(2, float64(bits))-1, r.decode[2*i], r.decode[2*i+1])
}

func (r *meshReader) flag() int {
	v := int(bitsAt(r.data, r.at, r.way))
	r.at += r.way
	return v & 3
}

func (r *meshReader) point() glyph.Point {
	x := r.number(r.place, 0)
	return glyph.Point{X: x, Y: r.number(r.place, 1)}
}

func (r *meshReader) color() [3]float64 {
	v := make([]float64, r.n)
	for i := range v {
		v[i] = r.number(r.component, 2+i)
	}
	if r.fn != nil {
		return [3]float64{v[0]}
	}
	return r.space.rgb(v)
}

// whole goes on to the next byte.
func (r *meshReader) whole() { r.at = (r.at + 7) / 8 * 8 }

func (r *meshReader) corner() (c corner) {
	c.at = r.point()
	c.c = r.color()
	r.whole()
	return c
}

// triangles are those of a mesh of a kind.
func (r *meshReader) triangles(kind int) (all [][3]corner) {
	switch kind {
	case 4:
		return r.free()
	case 5:
		return r.lattice()
	}
	var last patch
	for r.left() && len(all) < mostTriangles {
		last = r.patch(kind, last)
		all = append(all, last.triangles()...)
	}
	return all
}

// free are triangles each of which may begin at a side of the one before it.
func (r *meshReader) free() (all [][3]corner) {
	var t [3]corner
	for r.left() && len(all) < mostTriangles {
		switch flag := r.flag(); flag {
		case 0:
			t[0] = r.corner()
			r.flag()
			t[1] = r.corner()
			r.flag()
			t[2] = r.corner()
		default:
			if flag == 1 {
				t[0] = t[1]
			}
			t[1] = t[2]
			t[2] = r.corner()
		}
		all = append(all, t)
	}
	return all
}

// lattice are triangles between rows of corners.
func (r *meshReader) lattice() (all [][3]corner) {
	n := r.file.Int(r.dict["VerticesPerRow"], 0)
	if n < 2 || n > 100_000 {
		return nil
	}
	var before []corner
	for r.left() && len(all) < mostTriangles {
		row := make([]corner, 0, n)
		for len(row) < n && r.left() {
			row = append(row, r.corner())
		}
		for i := 1; i < len(row) && before != nil; i++ {
			all = append(all, [3]corner{before[i-1], before[i], row[i-1]}, [3]corner{before[i], row[i-1], row[i]})
		}
		if len(row) < n {
			break
		}
		before = row
	}
	return all
}

// patch is an area between curves: its points by column and row, and the colours of its
// corners.
type patch struct {
	p [4][4]glyph.Point
	c [4][3]float64
}

// around is in which order the points of a patch stand in a file.
var around = [16][2]int{{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 3}, {2, 3}, {3, 3}, {3, 2}, {3, 1}, {3, 0}, {2, 0}, {1, 0}, {1, 1}, {1, 2}, {2, 2}, {2, 1}}

// patch reads one, of 12 points (6) or of 16 (7), which may begin at a side of the last.
func (r *meshReader) patch(kind int, last patch) (next patch) {
	flag, from := r.flag(), 0
	if flag > 0 {
		for i := range 4 {
			at := around[(3*flag+i)%12]
			next.p[around[i][0]][around[i][1]] = last.p[at[0]][at[1]]
		}
		next.c[0], next.c[1], from = last.c[flag], last.c[(flag+1)%4], 4
	}
	points := 12
	if kind == 7 {
		points = 16
	}
	for _, at := range around[from:points] {
		next.p[at[0]][at[1]] = r.point()
	}
	for i := from / 2; i < 4; i++ {
		next.c[i] = r.color()
	}
	r.whole()
	if kind == 6 {
		next.inside()
	}
	return next
}

// inside finds the inner points of a patch that has none (ISO 32000-1, 8.7.4.5.8).
func (a *patch) inside() {
	for _, in := range [4][2]int{{1, 1}, {1, 2}, {2, 1}, {2, 2}} {
		i, j := in[0], in[1]
		ni, nj := 3*(i-1), 3*(j-1) // the near edges, 0 or 3
		fi, fj := 3-ni, 3-nj       // the far ones
		sum := func(of func(p glyph.Point) float64) float64 {
			p := func(i, j int) float64 { return of(a.p[i][j]) }
			return (float64(-4*p(ni, nj)) + float64(6*(p(ni, j)+p(i, nj))) - float64(2*(p(ni, fj)+p(fi, nj))) + float64(3*(p(fi, j)+p(i, fj))) - p(fi, fj)) / 9
		}
		a.p[i][j] = glyph.Point{X: sum(func(p glyph.Point) float64 { return p.X }), Y: sum(func(p glyph.Point) float64 { return p.Y })}
	}
}

// triangles are what a patch is made of, about.
func (a *patch) triangles() (all [][3]corner) {
	const parts = 10
	var grid [parts + 1][parts + 1]corner
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = a.at(float64(i)/parts, float64(j)/parts)
		}
	}
	for i := range parts {
		for j := range parts {
			all = append(all, [3]corner{grid[i][j], grid[i+1][j], grid[i][j+1]}, [3]corner{grid[i+1][j], grid[i][j+1], grid[i+1][j+1]})
		}
	}
	return all
}

// at is a place of a patch, from 0 to 1 in each direction.
func (a *patch) at(u, v float64) (k corner) {
	parts := func(t float64) [4]float64 {
		s := 1 - t
		return [4]float64{s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t}
	}
	us, vs := parts(u), parts(v)
	for i := range 4 {
		for j := range 4 {
			k.at.X += float64(us[i] * vs[j] * a.p[i][j].X)
			k.at.Y += float64(us[i] * vs[j] * a.p[i][j].Y)
		}
	}
	for n := range k.c {
		k.c[n] = float64((1-u)*(float64((1-v)*a.c[0][n])+float64(v*a.c[1][n]))) + float64(u*(float64((1-v)*a.c[3][n])+float64(v*a.c[2][n])))
	}
	return k
}
