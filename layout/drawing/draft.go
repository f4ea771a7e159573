package drawing

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// drafter writes a drawing as operators.
type drafter struct {
	drawing   Drawing
	out       bytes.Buffer // of the form in hand
	written   int          // bytes of the forms that are done
	ctm       Matrix       // from the plane in hand to that of the form
	base      Matrix       // from the form's plane to the drawing's
	planes    []Matrix
	box       [4]float64 // the part of its plane that is seen: x, y, width, height
	em, rem   float64    // the size of letters, here and of the drawing's root
	usual     style      // of a drawing that says nothing
	ids       map[string]*element
	rules     rules
	own       map[string]string // what the author named
	values    map[string]string // of the element in hand
	opacities map[Opacity]int
	blends    bool // some colours may make others with those below
	raster    Raster
	most      bounds
	drawn     int // elements so far
	steps     int
	masking   int // masks around
	busy      []*element
	told      map[string]bool
	pixels    int
	pictures  map[sharply]sized
	letters   int
	ups       map[*element]style      // of elements where they stand
	courses   map[*element][][2]Point // of paths along which words stand
}

// ErrTooMuch refuses a drawing beyond its bounds.
var ErrTooMuch = errors.New("is too deep or has too many parts")

// step counts steps, and tells whether there are too many.
func (d *drafter) step(n int) error {
	if d.steps += n; d.steps > d.most.steps || d.written+d.out.Len() > d.most.bytes || len(d.opacities) > d.most.opacities {
		return ErrTooMuch
	}
	return nil
}

// mostOmitted bounds what is told of one drawing.
const mostOmitted = 12

// omit names what is left out, once.
func (d *drafter) omit(e *element, what string) { d.omitAt(e.line, what) }

func (d *drafter) omitAt(line int, what string) {
	if d.told[what] || len(d.drawing.Omitted) == mostOmitted {
		return
	}
	d.told[what] = true
	d.drawing.Omitted = append(d.drawing.Omitted, Omission{Line: line, What: what})
}

// short is a value as it is told.
func short(s string) string {
	const most = 40
	s = strings.Join(strings.Fields(s[:min(len(s), 4*most)]), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// numbers writes numbers, each with a blank behind it.
func (d *drafter) numbers(values ...float64) {
	for _, v := range values {
		if v != v || math.Abs(v) > 1e9 {
			v = 0 // such a place is on no page
		}
		b := strconv.AppendFloat(d.out.AvailableBuffer(), v, 'f', 5, 64)
		b = bytes.TrimRight(b, "0")
		if b = bytes.TrimSuffix(b, []byte(".")); string(b) == "-0" {
			b = b[1:]
		}
		d.out.Write(append(b, ' '))
	}
}

// save begins a part that leaves all as it was; restore ends it.
func (d *drafter) save() {
	d.out.WriteString("q\n")
	d.planes = append(d.planes, d.ctm)
}

func (d *drafter) restore() {
	d.out.WriteString("Q\n")
	n := len(d.planes) - 1
	d.ctm, d.planes = d.planes[n], d.planes[:n]
}

// concat lays another plane in the one in hand.
func (d *drafter) concat(m Matrix) {
	if m == identity {
		return
	}
	d.ctm = m.Then(d.ctm)
	d.numbers(m.A, m.B, m.C, m.D, m.E, m.F)
	d.out.WriteString("cm\n")
}

// clipBox lets nothing be seen beyond a rectangle.
func (d *drafter) clipBox(b [4]float64) {
	d.numbers(b[0], b[1], b[2], b[3])
	d.out.WriteString("re W n\n")
}

// gs sets opacities, if they are not 1.
func (d *drafter) gs(o Opacity) {
	if o == (Opacity{Fill: 1, Stroke: 1}) {
		return
	}
	n, known := d.opacities[o]
	if !known {
		n = len(d.drawing.Opacities)
		d.opacities[o] = n
		d.drawing.Opacities = append(d.drawing.Opacities, o)
	}
	fmt.Fprintf(&d.out, "/GS%d gs\n", n)
}

// form draws something in a form of its own, which lies in the plane in hand, and gives
// its number. Nothing of it is drawn yet.
func (d *drafter) form(f Form, draw func() error) (n int, err error) {
	out, ctm, base, planes := d.out, d.ctm, d.base, d.planes
	d.out, d.base, d.ctm, d.planes = bytes.Buffer{}, ctm.Then(base), identity, nil
	d.written += out.Len()
	if f.Box == ([4]float64{}) {
		f.Box = d.seen()
	}
	err = draw()
	f.Operators = d.out.Bytes()
	d.written += len(f.Operators) - out.Len()
	d.out, d.ctm, d.base, d.planes = out, ctm, base, planes
	d.drawing.Forms = append(d.drawing.Forms, f)
	return len(d.drawing.Forms) - 1, err
}

// seen is the part of the form's plane that lies in the drawing.
func (d *drafter) seen() [4]float64 {
	back, ok := d.base.Inverse()
	if !ok {
		return [4]float64{0, 0, 1, 1}
	}
	box := emptyBox
	for _, p := range []Point{{0, 0}, {d.drawing.Width, 0}, {0, d.drawing.Height}, {d.drawing.Width, d.drawing.Height}} {
		box.add(back.At(p))
	}
	return [4]float64{box.left, box.low, box.right, box.high}
}

// color sets a colour: gray where it is, since a press prints that with black
// alone.
func (d *drafter) color(p paint, gray, rgb string) {
	if d.masking > 0 {
		v := luminance(p.r, p.g, p.b)
		p = paint{r: v, g: v, b: v}
	}
	if p.r == p.g && p.g == p.b {
		d.numbers(float64(p.r) / 255)
		d.out.WriteString(gray + "\n")
		return
	}
	d.numbers(float64(p.r)/255, float64(p.g)/255, float64(p.b)/255)
	d.out.WriteString(rgb + "\n")
}

// axis tells of what a percentage is a part.
type axis uint8

const (
	across axis = iota
	down
	both // the diagonal (SVG 1.1, 7.10)
)

// length reads a length in the drawing's own units.
func (d *drafter) length(s string, a axis) (float64, bool) { return d.lengthAt(s, a, d.em) }

// lengthAt reads a length where letters have a size.
func (d *drafter) lengthAt(s string, a axis, em float64) (float64, bool) {
	v, unit, ok := dimension(s)
	switch unit {
	case "%":
		w, h := d.box[2], d.box[3]
		return v / 100 * [...]float64{w, h, math.Hypot(w, h) / math.Sqrt2}[a], ok
	case "em":
		return v * em, ok
	case "ex", "ch":
		return v * em / 2, ok
	case "rem":
		return v * d.rem, ok
	}
	return v, ok
}

// placed reads four lengths: two across, two down, in turn. One that is not known is 0.
func (d *drafter) placed(e *element, keys ...string) (a, b, c, f float64) {
	var v [4]float64
	for i, key := range keys {
		v[i] = d.lengthOf(e, key, []axis{across, down}[i%2], 0)
	}
	return v[0], v[1], v[2], v[3]
}

// lengthOf reads a length of an element, or gives another for want of it.
func (d *drafter) lengthOf(e *element, key string, a axis, other float64) float64 {
	s := strings.TrimSpace(e.attrs[key])
	if s == "" || s == "auto" {
		return other
	}
	v, ok := d.length(s, a)
	if !ok {
		d.omit(e, "a "+key+" of "+short(s))
		return other
	}
	return v
}

// transform writes the matrices of a transform (SVG 1.1, 7.6); false where it leaves
// nothing to be seen.
func (d *drafter) transform(e *element, s *style) (seen bool) {
	m, all, ok := transforms(s.transform)
	if !ok {
		d.omit(e, "a transform of "+short(s.transform))
		return true
	}
	if _, ok := m.Inverse(); !ok {
		return false
	}
	if about := d.originOf(s.origin); about != (Point{}) && len(all) > 0 {
		all = []Matrix{turnedAbout(m, about)}
	}
	for _, one := range all {
		d.concat(one)
	}
	return true
}

// matrixOf is what an element's transform does at once.
func (d *drafter) matrixOf(transform, origin string) Matrix {
	m, _, _ := transforms(transform)
	if about := d.originOf(origin); about != (Point{}) {
		return turnedAbout(m, about)
	}
	return m
}

func turnedAbout(m Matrix, about Point) Matrix {
	return Matrix{1, 0, 0, 1, -about.X, -about.Y}.Then(m).Then(Matrix{1, 0, 0, 1, about.X, about.Y})
}

// originOf is about which place something is transformed (CSS Transforms 1, 4).
func (d *drafter) originOf(s string) (p Point) {
	part := map[string]string{"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}
	words := strings.Fields(s)
	if len(words) == 1 && (words[0] == "top" || words[0] == "bottom") {
		words = []string{"center", words[0]}
	}
	if len(words) == 2 && (words[0] == "top" || words[0] == "bottom" || words[1] == "left" || words[1] == "right") {
		words[0], words[1] = words[1], words[0]
	}
	if len(words) == 1 {
		words = append(words, "center")
	}
	for i, word := range words[:min(len(words), 2)] {
		if named, ok := part[word]; ok {
			word = named
		}
		v, ok := d.length(word, axis(i))
		if !ok {
			return Point{}
		}
		if strings.HasSuffix(word, "%") {
			v += d.box[i]
		}
		if i == 0 {
			p.X = v
		} else {
			p.Y = v
		}
	}
	return p
}

// mostTransforms bounds the matrices of one element.
const mostTransforms = 1000

// plain takes the units of CSS away that are those of drawings.
var plain = strings.NewReplacer("px", "", "deg", "")

// transforms reads a transform, as one matrix and one by one.
func transforms(s string) (whole Matrix, all []Matrix, ok bool) {
	whole = identity
	const blanks = " ,\t\r\n"
	for s = strings.Trim(s, blanks); s != "" && s != "none"; s = strings.TrimLeft(s, blanks) {
		name, rest, found := strings.Cut(s, "(")
		inner, after, closed := strings.Cut(rest, ")")
		v, err := numbers(plain.Replace(inner))
		if !found || !closed || err != nil || len(all) == mostTransforms {
			return identity, nil, false
		}
		m, ok := transformOf(strings.TrimSpace(name), v)
		if !ok {
			return identity, nil, false
		}
		all, whole = append(all, m), m.Then(whole)
		s = after
	}
	return whole, all, true
}

func transformOf(name string, v []float64) (m Matrix, ok bool) {
	n := len(v)
	switch {
	case name == "matrix" && n == 6:
		return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, true
	case name == "translate" && n == 1:
		return Matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && n == 2:
		return Matrix{1, 0, 0, 1, v[0], v[1]}, true
	case name == "scale" && n == 1:
		return Matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && n == 2:
		return Matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "translateX" && n == 1:
		return Matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translateY" && n == 1:
		return Matrix{1, 0, 0, 1, 0, v[0]}, true
	case name == "skewX" && n == 1:
		return Matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, true
	case name == "skewY" && n == 1:
		return Matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, true
	case name == "rotate" && (n == 1 || n == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		m = Matrix{cos, sin, -sin, cos, 0, 0}
		if n == 3 {
			m.E, m.F = v[1]-cos*v[1]+sin*v[2], v[2]-sin*v[1]-cos*v[2]
		}
		return m, true
	}
	return m, false
}
