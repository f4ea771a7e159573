package cover

import (
	"math"
	"strconv"

	"warraq/layout/drawing"
	"warraq/layout/paragraph"
)

// corner is a corner of an area, points from the top left corner of its figure.
type corner struct{ x, y float64 }

// area is a closed line around an area with straight sides.
type area []corner

// figure is parts of one colour that lie beside each other. The areas of a part
// wind around in the same way, or one is cut out of the other.
type figure struct {
	color paragraph.Color
	parts [][]area
}

// drawn is the figure as operators of a page (ISO 32000-1 8.5).
func (f figure) drawn(w, h float64) *drawing.Drawing {
	var b []byte
	number := func(v float64) {
		b = append(strconv.AppendFloat(b, math.Round(v*1e4)/1e4, 'f', -1, 64), ' ')
	}
	for _, v := range [...]uint8{f.color.R, f.color.G, f.color.B} {
		number(float64(v) / 255)
	}
	b = append(b, "rg\n"...)
	for _, part := range f.parts {
		for _, area := range part {
			for i, c := range area {
				number(c.x)
				number(h - c.y)
				b = append(b, "ml"[min(i, 1)], '\n')
			}
			b = append(b, "h\n"...)
		}
	}
	return &drawing.Drawing{Width: w, Height: h, Operators: append(b, "f\n"...)}
}

// A star of eight points is that of two squares: cos45 is how far its sides are
// from the middle, in radii.
const cos45 = math.Sqrt2 / 2

// turns are the corners of the star of radius 1, from its right point on.
var turns = [16]corner{
	{1, 0}, {cos45, 1 - cos45}, {cos45, cos45}, {1 - cos45, cos45},
	{0, 1}, {cos45 - 1, cos45}, {-cos45, cos45}, {-cos45, 1 - cos45},
	{-1, 0}, {-cos45, cos45 - 1}, {-cos45, -cos45}, {cos45 - 1, -cos45},
	{0, -1}, {1 - cos45, -cos45}, {cos45, -cos45}, {cos45, cos45 - 1},
}

// starAt is a star around a corner; one with a negative height winds the other
// way around.
func starAt(at corner, w, h float64) area {
	star := make(area, len(turns))
	for i, t := range turns {
		star[i] = corner{at.x + w*t.x, at.y + h*t.y}
	}
	return star
}

// star adds a star, w and h from its middle to its points.
func (f *figure) star(at corner, w, h float64) { f.parts = append(f.parts, []area{starAt(at, w, h)}) }

// ring adds the line along a star, its weight within the star.
func (f *figure) ring(at corner, w, h, weight float64) {
	f.parts = append(f.parts, []area{starAt(at, w, h), starAt(at, w-weight/cos45, weight/cos45-h)})
}
