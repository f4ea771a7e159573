package drawing_test

import (
	"testing"

	"warraq/layout/drawing"
)

// TestShapes: what a drawing paints, in its order, each in its place.
func TestShapes(t *testing.T) {
	p, err := drawing.Read([]byte(svg(`<g transform="translate(10 20)"><rect width="4" height="6" fill="red" stroke="#00f" stroke-width="2" stroke-opacity=".5"/></g><path d="M0 0h9" fill="none" stroke="black" stroke-dasharray="3 1" stroke-dashoffset="2"/>`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	shapes := p.Shapes()
	if len(shapes) != 3 {
		t.Fatalf("%d shapes", len(shapes))
	}
	area, edge, line := shapes[0], shapes[1], shapes[2]
	if area.Stroke != nil || area.Red != 255 || area.Blue != 0 || len(area.Path) != 5 || area.Opacity != 1 {
		t.Errorf("an area is %+v", area)
	}
	if at := area.Matrix.At(drawing.Point{X: 4, Y: 6}); at != (drawing.Point{X: 14, Y: 24}) { // of 50 from the foot
		t.Errorf("its corner is at %v", at)
	}
	if edge.Stroke == nil || edge.Stroke.Width != 2 || edge.Blue != 255 || edge.Opacity != 0.5 {
		t.Errorf("its edge is %+v", edge)
	}
	if s := line.Stroke; s == nil || len(s.Dashes) != 2 || s.Dashes[0] != 3 || s.Phase != 2 || line.Opacity != 1 {
		t.Errorf("a line is %+v", line)
	}
}

// TestThen: one matrix after the other is both at once.
func TestThen(t *testing.T) {
	a, b := drawing.Matrix{A: 2, B: 1, C: 0.5, D: 3, E: 4, F: 5}, drawing.Matrix{A: 0, B: -1, C: 1, D: 0, E: 7, F: 8}
	p := drawing.Point{X: 3, Y: -2}
	if one, both := b.At(a.At(p)), a.Then(b).At(p); one != both {
		t.Errorf("%v and %v", one, both)
	}
}

// TestShapesWithin: clip paths that are the same are one; what is blended is a layer, and
// lies where its form does; gradients come in the drawing's own plane.
func TestShapesWithin(t *testing.T) {
	d, err := drawing.Read([]byte(svg(`<clipPath id="c"><rect x="1" y="1" width="8" height="8"/></clipPath><linearGradient id="l"><stop stop-color="red"/><stop offset="1" stop-color="#00f"/></linearGradient>`+
		`<rect clip-path="url(#c)" width="9" height="9"/><g transform="translate(10 0)" opacity=".5"><rect width="4" height="4" fill="url(#l)"/><rect width="2" height="2"/></g><rect clip-path="url(#c)" width="5" height="5"/>`)), nil)
	if err != nil {
		t.Fatal(err)
	}
	shapes := d.Shapes()
	if len(shapes) != 3 || shapes[0].Clip == nil || shapes[0].Clip != shapes[2].Clip || shapes[1].Clip != nil {
		t.Fatalf("%+v", shapes)
	}
	group := shapes[1]
	if group.Layer == nil || group.Opacity != 0.5 || len(group.Layer.Shapes) != 2 {
		t.Fatalf("a group is %+v", group)
	}
	area := group.Layer.Shapes[0]
	if at := area.Matrix.At(drawing.Point{X: 4, Y: 4}); at != (drawing.Point{X: 14, Y: 46}) {
		t.Errorf("its corner is at %v", at)
	}
	if g := area.Gradient; g == nil || g.Matrix.At(drawing.Point{X: g.X1, Y: g.Y1}) != (drawing.Point{X: 14, Y: 50}) {
		t.Errorf("its gradient is %+v", area.Gradient)
	}
}
