package picture

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
	out       bytes.Buffer
	box       []float64 // the part of its plane that is seen: x, y, width, height
	ids       map[string]*element
	rules     rules
	opacities map[Opacity]int
	most      bounds
	drawn     int // elements so far
	steps     int
}

// errTooMuch refuses a drawing beyond its bounds.
var errTooMuch = errors.New("is too deep or has too many parts")

// step counts steps, and tells whether there are too many.
func (d *drafter) step(n int) error {
	if d.steps += n; d.steps > d.most.steps || d.out.Len() > d.most.bytes || len(d.opacities) > d.most.opacities {
		return errTooMuch
	}
	return nil
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

// axis tells of what a percentage is a part.
type axis uint8

const (
	across axis = iota
	down
	both // the diagonal (SVG 1.1, 7.10)
)

// length reads a length in the drawing's own units.
func (d *drafter) length(s string, a axis) (float64, bool) {
	v, unit, ok := dimension(s)
	if !ok || unit == "" {
		return v, ok
	}
	w, h := d.box[2], d.box[3]
	return v / 100 * [...]float64{w, h, math.Hypot(w, h) / math.Sqrt2}[a], true
}

// group draws what is in an element.
func (d *drafter) group(e *element, s style, depth int) error {
	for _, c := range e.children {
		if err := d.element(c, s, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// unseen are elements that draw nothing where they stand.
var unseen = map[string]bool{"defs": true, "title": true, "desc": true, "metadata": true, "style": true,
	"clipPath": true, "mask": true, "filter": true, "marker": true, "pattern": true, "symbol": true,
	"linearGradient": true, "radialGradient": true}

// element draws an element in the style of what is around it.
func (d *drafter) element(e *element, s style, depth int) error {
	if unseen[e.name] {
		return nil
	}
	if d.drawn++; depth > deepest || d.drawn > d.most.elements {
		return errTooMuch
	}
	if err := d.step(1); err != nil {
		return err
	}
	around := s.opacity
	if s = s.child(d, e); s.absent {
		return nil
	}
	if s.err != nil {
		return s.err
	}
	if s.opacity < around && d.layers(e, &s, depth) > 1 {
		return errors.New("has an opacity of several things at once, which cannot be printed")
	}
	d.out.WriteString("q\n")
	defer d.out.WriteString("Q\n")
	if err := d.transform(e.attrs["transform"]); err != nil {
		return err
	}
	switch e.name {
	case "g", "a":
		return d.group(e, s, depth)
	case "use":
		return d.use(e, s, depth)
	}
	return d.shape(e, s)
}

// layers counts what an element paints one over the other, up to two. What is
// clear together is not what is clear one by one.
func (d *drafter) layers(e *element, s *style, depth int) int {
	switch {
	case depth > deepest || d.step(1) != nil: // drawing it says so
		return 2
	case e.name == "use":
		if target := d.ids[strings.TrimPrefix(strings.TrimSpace(e.attrs["href"]), "#")]; target != nil {
			inner := s.child(d, target)
			return d.layers(target, &inner, depth+1)
		}
	case e.name == "g" || e.name == "a":
		n := 0
		for _, c := range e.children {
			if unseen[c.name] {
				continue
			}
			inner := s.child(d, c)
			if n += d.layers(c, &inner, depth+1); n > 1 {
				break
			}
		}
		return n
	case !s.fill.none && !s.stroke.none && s.width > 0:
		return 2
	}
	return 1
}

// use draws an element that stands elsewhere.
func (d *drafter) use(e *element, s style, depth int) error {
	target := d.ids[strings.TrimPrefix(strings.TrimSpace(e.attrs["href"]), "#")]
	if target == nil || target.name == "symbol" || target.name == "svg" {
		return fmt.Errorf("uses %.40s, which cannot be printed", e.attrs["href"])
	}
	x, y, _, _, err := d.placed(e, "x", "y", "width", "height")
	if err != nil {
		return err
	}
	d.numbers(1, 0, 0, 1, x, y)
	d.out.WriteString("cm\n")
	return d.element(target, s, depth+1)
}

// bytesAStep is how many bytes of a path are as much work as an element.
const bytesAStep = 64

// shape draws a basic shape or a path (SVG 1.1, 8 and 9).
func (d *drafter) shape(e *element, s style) error {
	var drawn bool
	var err error
	from := d.out.Len()
	switch e.name {
	case "path":
		drawn, err = d.path(e.attrs["d"])
	case "rect":
		drawn, err = d.rect(e)
	case "circle", "ellipse":
		drawn, err = d.ellipse(e)
	case "line":
		var x1, y1, x2, y2 float64
		x1, y1, x2, y2, err = d.placed(e, "x1", "y1", "x2", "y2")
		d.polygon(x1, y1, x2, y2)
		drawn = true
	case "polyline", "polygon":
		var points []float64
		points, err = numbers(e.attrs["points"])
		drawn = d.polygon(points...) && err == nil
		if drawn && e.name == "polygon" {
			d.out.WriteString("h\n")
		}
	default:
		return fmt.Errorf("has an element %.40s, which cannot be printed", e.name)
	}
	if err != nil {
		return err
	}
	path := bytes.Clone(d.out.Bytes()[from:])
	d.out.Truncate(from)
	if err := d.step(len(path) / bytesAStep); err != nil { // though it may not be seen
		return err
	}
	if drawn && !s.hidden {
		d.ink(path, &s)
	}
	return nil
}

// placed reads four lengths: two across, two down, in turn.
func (d *drafter) placed(e *element, keys ...string) (a, b, c, f float64, err error) {
	var v [4]float64
	for i, key := range keys {
		if e.attrs[key] == "" {
			continue
		}
		way, ok := []axis{across, down}[i%2], false
		if v[i], ok = d.length(e.attrs[key], way); !ok {
			return 0, 0, 0, 0, fmt.Errorf("has a %s of %.40s, which cannot be printed", key, e.attrs[key])
		}
	}
	return v[0], v[1], v[2], v[3], nil
}

// polygon writes the lines between points.
func (d *drafter) polygon(points ...float64) (drawn bool) {
	for i := 0; i+1 < len(points); i += 2 {
		d.numbers(points[i], points[i+1])
		if i == 0 {
			d.out.WriteString("m\n")
			continue
		}
		d.out.WriteString("l\n")
	}
	return len(points) >= 4
}

// rect writes a rectangle, its corners rounded if so asked (SVG 1.1, 9.2).
func (d *drafter) rect(e *element) (drawn bool, err error) {
	x, y, w, h, err := d.placed(e, "x", "y", "width", "height")
	if err != nil || w <= 0 || h <= 0 {
		return false, err
	}
	rx, ry, _, _, err := d.placed(e, "rx", "ry")
	if err != nil {
		return false, err
	}
	if e.attrs["rx"] == "" {
		rx = ry
	}
	if e.attrs["ry"] == "" {
		ry = rx
	}
	rx, ry = min(max(rx, 0), w/2), min(max(ry, 0), h/2)
	if rx == 0 || ry == 0 {
		d.numbers(x, y, w, h)
		d.out.WriteString("re\n")
		return true, nil
	}
	p := pen{d: d}
	p.move(x+rx, y)
	for i, corner := range [4][2]float64{{x + w - rx, y + ry}, {x + w - rx, y + h - ry}, {x + rx, y + h - ry}, {x + rx, y + ry}} {
		from := float64(i-1) * math.Pi / 2
		el := ellipse{corner[0], corner[1], rx, ry, 0, 1}
		sin, cos := math.Sincos(from)
		p.line(el.at(cos, sin))
		p.along(el, from, math.Pi/2)
	}
	d.out.WriteString("h\n")
	return true, nil
}

// ellipse writes a circle or an ellipse.
func (d *drafter) ellipse(e *element) (drawn bool, err error) {
	cx, cy, rx, ry, err := d.placed(e, "cx", "cy", "rx", "ry")
	if err != nil {
		return false, err
	}
	if e.name == "circle" {
		r, ok := d.length(e.attrs["r"], both)
		if !ok && e.attrs["r"] != "" {
			return false, fmt.Errorf("has a radius of %.40s, which cannot be printed", e.attrs["r"])
		}
		rx, ry = r, r
	}
	if rx <= 0 || ry <= 0 {
		return false, nil
	}
	p := pen{d: d}
	p.move(cx+rx, cy)
	p.along(ellipse{cx, cy, rx, ry, 0, 1}, 0, 2*math.Pi)
	d.out.WriteString("h\n")
	return true, nil
}

// ink fills a path and strokes it over that, each with its own opacity.
func (d *drafter) ink(path []byte, s *style) {
	d.setOpacity(s)
	if !s.fill.none {
		d.color(s.fill, "g", "rg")
		d.out.Write(path)
		d.out.WriteString(map[bool]string{false: "f\n", true: "f*\n"}[s.evenOdd])
	}
	if s.stroke.none || s.width == 0 {
		return
	}
	d.color(s.stroke, "G", "RG")
	d.numbers(s.width)
	fmt.Fprintf(&d.out, "w %d J %d j ", s.cap, s.join)
	d.numbers(s.miter)
	d.out.WriteString("M\n")
	if len(s.dashes) > 0 {
		d.out.WriteString("[ ")
		d.numbers(s.dashes...)
		d.out.WriteString("] ")
		d.numbers(s.phase)
		d.out.WriteString("d\n")
	}
	d.out.Write(path)
	d.out.WriteString("S\n")
}

// color sets a colour: gray where it is, since a press prints that with black
// alone.
func (d *drafter) color(p paint, gray, rgb string) {
	if p.r == p.g && p.g == p.b {
		d.numbers(float64(p.r) / 255)
		d.out.WriteString(gray + "\n")
		return
	}
	d.numbers(float64(p.r)/255, float64(p.g)/255, float64(p.b)/255)
	d.out.WriteString(rgb + "\n")
}

// setOpacity names the opacities of a shape, if it is not opaque.
func (d *drafter) setOpacity(s *style) {
	o := Opacity{s.opacity * s.fillOpacity * s.fillAlpha, s.opacity * s.strokeOpacity * s.strokeAlpha}
	if o == (Opacity{1, 1}) {
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

// transform writes the matrices of a transform (SVG 1.1, 7.6).
func (d *drafter) transform(s string) error {
	for s = strings.TrimLeft(s, " ,\t\r\n"); s != ""; s = strings.TrimLeft(s, " ,\t\r\n") {
		name, rest, found := strings.Cut(s, "(")
		inner, after, closed := strings.Cut(rest, ")")
		v, err := numbers(inner)
		if !found || !closed || err != nil {
			return errors.New("is broken (a transform)")
		}
		m, ok := matrixOf(strings.TrimSpace(name), v)
		if !ok {
			return fmt.Errorf("has a transform %.40s, which cannot be printed", name)
		}
		d.numbers(m[:]...)
		d.out.WriteString("cm\n")
		s = after
	}
	return nil
}

func matrixOf(name string, v []float64) (m [6]float64, ok bool) {
	n := len(v)
	switch {
	case name == "matrix" && n == 6:
		return [6]float64(v), true
	case name == "translate" && n == 1:
		return [6]float64{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && n == 2:
		return [6]float64{1, 0, 0, 1, v[0], v[1]}, true
	case name == "scale" && n == 1:
		return [6]float64{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && n == 2:
		return [6]float64{v[0], 0, 0, v[1], 0, 0}, true
	case name == "skewX" && n == 1:
		return [6]float64{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, true
	case name == "skewY" && n == 1:
		return [6]float64{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, true
	case name == "rotate" && (n == 1 || n == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		m = [6]float64{cos, sin, -sin, cos, 0, 0}
		if n == 3 {
			m[4], m[5] = v[1]-cos*v[1]+sin*v[2], v[2]-sin*v[1]-cos*v[2]
		}
		return m, true
	}
	return m, false
}
