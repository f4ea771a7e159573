package drawing

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// Shape is what a drawing paints at once: an area, the lines along its edge, pixels, or
// several of them as one.
type Shape struct {
	Path     []Step // in a plane of its own
	Matrix   Matrix // which lies so in the drawing
	EvenOdd  bool   // parts that overlap are holes
	Red      uint8
	Green    uint8
	Blue     uint8
	Gradient *Gradient // in the place of the colour, from its plane to the drawing's; nil for none
	Opacity  float64
	Stroke   *Stroke // nil for an area
	Clip     *Clip   // beyond which nothing is seen; nil for none
	Blend    string  // how its colours and those below make others, as [Opacity] has it
	Mask     *Layer  // whose grays, over black, are its opacity at each place; nil for none
	Alpha    bool    // of the mask it is not the grays, but how opaque it is itself
	Layer    *Layer  // what it is as one, in the place of a path; nil for none
	Raster   int     // number of pixels in a square of 1, from 1 on; 0 for none
	Sharp    bool    // these pixels are squares, however large
}

// Layer is what is painted as one: its shapes over each other.
type Layer struct{ Shapes []Shape }

// Clip is a path beyond which nothing is seen, within another.
type Clip struct {
	Path    []Step // in the drawing
	EvenOdd bool
	Within  *Clip  // nil for none
	own     string // what it is
}

type clipKey struct {
	own    string
	within *Clip
}

// Step is a step of a path: to begin (m), on straight (l), along a cubic curve (c),
// back to where it began (h), as the operators of ISO 32000-1 8.5.2 have it.
type Step struct {
	Op     byte
	Points [3]Point // what it goes by and, last of those it has, where it ends
}

// By are the points of a step, in it.
func (s *Step) By() []Point {
	switch s.Op {
	case 'm', 'l':
		return s.Points[:1]
	case 'c':
		return s.Points[:]
	}
	return nil
}

// Stroke is how a line is drawn (ISO 32000-1 8.4.3).
type Stroke struct {
	Width, Miter float64
	Cap, Join    int // butt, round, square; miter, round, bevel
	Dashes       []float64
	Phase        float64
}

// Shapes are what the drawing paints, one over the other, in points from its foot.
// What lies outside of its width and height is not seen.
func (d *Drawing) Shapes() []Shape {
	r := reader{drawing: d, clips: make(map[clipKey]*Clip), layers: make(map[layerKey]*Layer)}
	return r.shapes(d.Operators, identity, nil)
}

// reader reads the operators of a drawing, as drafter writes them.
type reader struct {
	drawing *Drawing
	clips   map[clipKey]*Clip
	layers  map[layerKey]*Layer
}

type layerKey struct {
	form int
	base Matrix
}

// state is the state of graphics (ISO 32000-1 8.4), as far as drawings have it.
type state struct {
	matrix     Matrix
	fill, line ink
	opacity    Opacity
	stroke     Stroke
	clip       *Clip
	mask       *Layer
}

type ink struct {
	tone     [3]uint8
	gradient *Gradient
}

// formReader reads the operators of one form.
type formReader struct {
	*reader
	pathReader
	state            state
	kept             []state
	base             Matrix // from the form to the drawing
	name             string
	out              []Shape
	clipping, evenly bool // the path in hand is a clip
}

// shapes are what operators paint whose plane lies so in the drawing.
func (r *reader) shapes(operators []byte, base Matrix, clip *Clip) []Shape {
	f := formReader{reader: r, base: base, state: state{matrix: base, opacity: Opacity{Fill: 1, Stroke: 1}, stroke: Stroke{Width: 1, Miter: 10}, clip: clip}}
	f.other = f.word
	f.read(operators)
	return f.out
}

// pathReader reads paths.
type pathReader struct {
	values []float64
	path   []Step
	other  func(op string) // what is no step of a path
}

func (r *pathReader) read(operators []byte) {
	for line := range bytes.Lines(operators) {
		for _, word := range bytes.Fields(line) {
			r.token(string(word))
		}
	}
}

// token reads a number, or carries out an operator on the numbers before it.
func (r *pathReader) token(w string) {
	if v, err := strconv.ParseFloat(w, 64); err == nil {
		r.values = append(r.values, v)
		return
	}
	switch w {
	case "[", "]":
		return
	case "m", "l", "c", "h":
		r.step(w[0])
	case "re":
		r.rectangle()
	default:
		if r.other != nil {
			r.other(w)
		}
	}
	r.values = r.values[:0]
}

// value is number i before the operator.
func (r *pathReader) value(i int) float64 {
	if i < len(r.values) {
		return r.values[i]
	}
	return 0
}

// step adds a step of a path.
func (r *pathReader) step(op byte) {
	s := Step{Op: op}
	for i := range s.Points {
		s.Points[i] = Point{r.value(2 * i), r.value(2*i + 1)}
	}
	r.path = append(r.path, s)
}

func (r *pathReader) rectangle() {
	x, y, w, h := r.value(0), r.value(1), r.value(2), r.value(3)
	for i, p := range []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}} {
		r.path = append(r.path, Step{Op: "mlll"[i], Points: [3]Point{p}})
	}
	r.path = append(r.path, Step{Op: 'h'})
}

// word carries out an operator that is no step of a path.
func (f *formReader) word(w string) {
	switch w {
	case "q":
		f.kept = append(f.kept, f.state)
	case "Q":
		if n := len(f.kept); n > 0 {
			f.state, f.kept = f.kept[n-1], f.kept[:n-1]
		}
	case "f", "f*", "S":
		f.paint(w)
	case "W", "W*":
		f.clipping, f.evenly = true, w == "W*"
	case "n":
		if f.clipping {
			f.state.clip = f.clip(f.path, f.state.matrix, f.evenly, f.state.clip)
		}
		f.clipping, f.path = false, nil
	case "Do":
		f.do()
	default:
		f.set(w)
	}
}

// clip is a clip path within another; equal ones are the same.
func (r *reader) clip(path []Step, m Matrix, even bool, within *Clip) *Clip {
	var b strings.Builder
	for i := range path {
		b.WriteByte(path[i].Op)
		by := path[i].By()
		for k, p := range by {
			at := m.At(p)
			by[k] = at
			for _, v := range []float64{at.X, at.Y} {
				b.WriteString(strconv.FormatFloat(v, 'g', -1, 64) + " ")
			}
		}
	}
	if even {
		b.WriteByte('*')
	}
	c := &Clip{Path: path, EvenOdd: even, Within: within, own: b.String()}
	if box, frame := boxOf(path), (box{0, 0, r.drawing.Width, r.drawing.Height}); isBox(path) && box.holds(frame) {
		return within // the drawing ends there
	}
	for w := within; w != nil; w = w.Within { // it is there already
		if w.own == c.own {
			return within
		}
	}
	key := clipKey{c.own, within}
	if known := r.clips[key]; known != nil {
		return known
	}
	r.clips[key] = c
	return c
}

// isBox tells an upright rectangle.
func isBox(path []Step) bool {
	if len(path) != 5 || path[4].Op != 'h' {
		return false
	}
	a, b, c, d := path[0].Points[0], path[1].Points[0], path[2].Points[0], path[3].Points[0]
	return a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X || a.X == b.X && b.Y == c.Y && c.X == d.X && d.Y == a.Y
}

// paint ends a path.
func (f *formReader) paint(op string) {
	s := Shape{Path: f.path, EvenOdd: op == "f*", Opacity: f.state.opacity.Fill}
	ink := f.state.fill
	if op == "S" {
		line := f.state.stroke
		s.Stroke, s.Opacity, ink = &line, f.state.opacity.Stroke, f.state.line
	}
	s.Red, s.Green, s.Blue, s.Gradient = ink.tone[0], ink.tone[1], ink.tone[2], ink.gradient
	f.path = nil
	f.add(s)
}

func (f *formReader) add(s Shape) {
	s.Matrix, s.Clip, s.Mask, s.Alpha, s.Blend = f.state.matrix, f.state.clip, f.state.mask, f.state.opacity.Alpha, f.state.opacity.Blend
	f.out = append(f.out, s)
}

// number reads the number behind a name.
func number(name, kind string) (n int, ok bool) {
	digits, found := strings.CutPrefix(name, kind)
	if !found {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil && n >= 0
}

// do draws a form or pixels.
func (f *formReader) do() {
	d := f.drawing
	if n, ok := number(f.name, "Im"); ok && n < len(d.Rasters) {
		f.add(Shape{Raster: n + 1, Sharp: d.Sharp[n], Opacity: f.state.opacity.Fill})
		return
	}
	n, ok := number(f.name, "X")
	if !ok || n >= len(d.Forms) {
		return
	}
	form := &d.Forms[n]
	if form.Blended {
		f.add(Shape{Layer: f.layer(n, f.state.matrix), Opacity: f.state.opacity.Fill})
		return
	}
	b := form.Box
	edges := pathReader{values: []float64{b[0], b[1], b[2] - b[0], b[3] - b[1]}}
	edges.rectangle()
	f.out = append(f.out, f.shapes(form.Operators, f.state.matrix, f.clip(edges.path, f.state.matrix, false, f.state.clip))...)
}

// layer is a form that lies so in the drawing.
func (r *reader) layer(form int, base Matrix) *Layer {
	key := layerKey{form, base}
	if l := r.layers[key]; l != nil {
		return l
	}
	l := &Layer{Shapes: r.shapes(r.drawing.Forms[form].Operators, base, nil)}
	r.layers[key] = l
	return l
}

// set changes the state.
func (f *formReader) set(op string) {
	s := &f.state
	tone := func(i int) uint8 { return uint8(math.Round(f.value(i) * 255)) }
	switch op {
	case "cm":
		m := Matrix{f.value(0), f.value(1), f.value(2), f.value(3), f.value(4), f.value(5)}
		s.matrix = m.Then(s.matrix)
	case "g":
		s.fill = ink{tone: [3]uint8{tone(0), tone(0), tone(0)}}
	case "rg":
		s.fill = ink{tone: [3]uint8{tone(0), tone(1), tone(2)}}
	case "G":
		s.line = ink{tone: [3]uint8{tone(0), tone(0), tone(0)}}
	case "RG":
		s.line = ink{tone: [3]uint8{tone(0), tone(1), tone(2)}}
	case "scn":
		s.fill.gradient = f.gradient()
	case "SCN":
		s.line.gradient = f.gradient()
	case "w":
		s.stroke.Width = f.value(0)
	case "J":
		s.stroke.Cap = int(f.value(0))
	case "j":
		s.stroke.Join = int(f.value(0))
	case "M":
		s.stroke.Miter = f.value(0)
	case "d":
		n := max(len(f.values)-1, 0)
		s.stroke.Dashes, s.stroke.Phase = append([]float64(nil), f.values[:n]...), f.value(n)
	case "gs":
		if n, ok := number(f.name, "GS"); ok && n < len(f.drawing.Opacities) {
			s.opacity, s.mask = f.drawing.Opacities[n], nil
			if m := s.opacity.Mask; m > 0 && m <= len(f.drawing.Forms) {
				s.mask = f.layer(m-1, s.matrix)
			}
		}
	}
	if op[0] == '/' {
		f.name = op[1:]
	}
}

// gradient is the one that was named, from its plane to the drawing's.
func (f *formReader) gradient() *Gradient {
	n, ok := number(f.name, "P")
	if !ok || n >= len(f.drawing.Gradients) {
		return nil
	}
	g := f.drawing.Gradients[n]
	g.Matrix = g.Matrix.Then(f.base)
	return &g
}
