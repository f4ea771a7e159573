package fonts

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
