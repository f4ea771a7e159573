package drawing

import (
	"bytes"
	"errors"
	"strings"
)

// bounds are how much a drawing may be. Each step looks at an element, or carries out a
// declaration of a style: what uses others takes as many as they have.
type bounds struct{ elements, steps, bytes, opacities int }

var usualBounds = bounds{elements: usualElements, steps: 4_000_000, bytes: 32 << 20, opacities: 1000}

// MaxElements bounds a drawing, whatever else its reader allows. One of more than
// usualElements may take as much more of all else.
const usualElements, MaxElements = 200_000, 5_000_000

// raised are the bounds of a drawing of so many elements.
func (b bounds) raised(elements int) bounds {
	b.elements = max(min(b.elements, usualElements), elements)
	if times := 1 + elements/usualElements; times > 1 {
		b.steps, b.bytes = b.steps*times, b.bytes*times
	}
	return b
}

// Raster reads a file of pixels that lies in a drawing, and tells how large it is.
type Raster func(data []byte) (width, height int, err error)

// Read reads a drawing; pixels that lie in it are read by raster. What it has and
// pages do not show is in [Drawing.Omitted]. A file that is broken, or more than any
// drawing is, is an error, said as a predicate.
func Read(data []byte, raster Raster) (*Drawing, error) { return ReadWith(data, raster, Initial{}) }

// Initial is what the letters of a drawing are that says nothing of them. The zero value
// is that of browsers, but for lines that run as their letters do.
type Initial struct {
	Size float64 // pixels; 0: 16
	Dir  int     // of lines, as [Label] has it
}

// ReadWith is Read, of a drawing that was made for letters of another kind.
func ReadWith(data []byte, raster Raster, i Initial) (*Drawing, error) {
	most := usualBounds
	most.elements = MaxElements
	return read(data, raster, i, most)
}

func read(data []byte, raster Raster, i Initial, most bounds) (*Drawing, error) {
	root, elements, err := parseSVG(data, most)
	if err != nil {
		return nil, err
	}
	d := &drafter{usual: initial(), most: most.raised(elements), raster: raster, ids: make(map[string]*element), opacities: make(map[Opacity]int), told: make(map[string]bool)}
	if d.usual.dir = i.Dir; i.Size > 0 {
		d.usual.size = i.Size
	}
	d.rem = d.usual.size
	if err := d.survey(root); err != nil {
		return nil, err
	}
	d.index()
	if err := d.open(root); err != nil {
		return nil, err
	}
	s := d.styleOf(root, d.usual)
	if s.err != nil {
		return nil, s.err
	}
	d.rem = s.size
	d.blends = bytes.Contains(data, []byte("mix-blend-mode"))
	s.alone = true
	d.ground(&s)
	if !s.absent && knows(root) {
		if err := d.layered(root, s, 0, func(s style) error { return d.group(root, s, 0) }); err != nil {
			return nil, err
		}
	}
	d.out.WriteString("Q\n")
	d.drawing.Operators = d.out.Bytes()
	return &d.drawing, nil
}

// ground fills all of the drawing, if it says with what.
func (d *drafter) ground(s *style) {
	back, ok := d.ctm.Inverse()
	if s.groundAlpha == 0 || s.ground.none || !ok {
		return
	}
	b := box{0, 0, d.drawing.Width, d.drawing.Height}.through(back)
	d.save()
	d.gs(Opacity{Fill: s.groundAlpha, Stroke: s.groundAlpha})
	d.color(s.ground, "g", "rg")
	d.numbers(b.left, b.low, b.right-b.left, b.high-b.low)
	d.out.WriteString("re f\n")
	d.restore()
}

// open finds the drawing's size and what part of its own plane is seen
// (SVG 1.1, 7.7), and sets the coordinates.
func (d *drafter) open(root *element) error {
	if root.name != "svg" {
		return errors.New("is no SVG drawing")
	}
	width, wide := rootLength(root.attrs["width"])
	height, high := rootLength(root.attrs["height"])
	box, err := numbers(root.attrs["viewBox"])
	switch {
	case err != nil || len(box) != 0 && len(box) != 4:
		return errors.New("is broken (its viewBox)")
	case len(box) == 0 && wide && high:
		box = []float64{0, 0, width / 0.75, height / 0.75}
	case len(box) == 0:
		if box, err = d.content(root); err != nil {
			return err
		}
	}
	if !(box[2] > 0 && box[3] > 0) {
		return errors.New("has no area")
	}
	switch {
	case wide && !high:
		height = width * box[3] / box[2]
	case high && !wide:
		width = height * box[2] / box[3]
	case !wide:
		width, height = box[2]*0.75, box[3]*0.75
	}
	if !(width > 1e-3 && height > 1e-3 && width < 1e6 && height < 1e6) {
		return errors.New("has no area")
	}
	d.box = [4]float64(box)
	d.drawing.Width, d.drawing.Height, d.drawing.Sized = width, height, wide || high
	d.frame(root.attrs["preserveAspectRatio"])
	return nil
}

// content is the part of its plane in which all of a drawing lies that says nothing of it.
func (d *drafter) content(root *element) (seen []float64, err error) {
	b, err := d.extent(root, d.usual, 0)
	if err != nil {
		return nil, err
	}
	for _, key := range []string{"width", "height"} {
		if v, _, ok := dimension(root.attrs[key]); ok && v <= 0 {
			b = emptyBox
		}
	}
	if b.empty() {
		return nil, errors.New("says neither how large it is nor what part of it is seen")
	}
	left, top := min(b.left, 0), min(b.low, 0)
	return []float64{left, top, b.right - left, b.high - top}, nil
}

// frame writes the matrix from the drawing's plane, whose y goes down, to its
// rectangle: in the middle and in proportion, unless it asks for something else.
func (d *drafter) frame(ratio string) {
	w, h := d.drawing.Width, d.drawing.Height
	m, _ := fitted(d.box, [4]float64{0, 0, w, h}, ratio)
	d.out.WriteString("q ")
	d.numbers(0, 0, w, h)
	d.out.WriteString("re W n\n")
	d.base = identity
	d.ctm = Matrix{m.A, 0, 0, -m.D, m.E, h - m.F}
	d.numbers(d.ctm.A, 0, 0, d.ctm.D, d.ctm.E, d.ctm.F)
	d.out.WriteString("cm\n")
}

// fitted is the matrix from a box (left, top, width, height) to another, as
// preserveAspectRatio says (SVG 1.1, 7.8); cut tells that what does not fit is cut away.
func fitted(box, to [4]float64, ratio string) (m Matrix, cut bool) {
	sx, sy := to[2]/box[2], to[3]/box[3]
	words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(ratio), "defer "))
	align := "xMidYMid"
	if len(words) > 0 {
		align = words[0]
	}
	if align != "none" {
		if cut = len(words) > 1 && words[1] == "slice"; cut {
			sx, sy = max(sx, sy), max(sx, sy)
		} else {
			sx, sy = min(sx, sy), min(sx, sy)
		}
	}
	part := func(low, high string) float64 {
		switch {
		case strings.Contains(align, low):
			return 0
		case strings.Contains(align, high):
			return 1
		}
		return 0.5
	}
	left, top := (to[2]-sx*box[2])*part("xMin", "xMax"), (to[3]-sy*box[3])*part("YMin", "YMax")
	return Matrix{sx, 0, 0, sy, to[0] + left - sx*box[0], to[1] + top - sy*box[1]}, cut
}

// rootLength is the drawing's width or height in points; a part of a screen is
// no size.
func rootLength(s string) (points float64, ok bool) {
	v, unit, ok := dimension(s)
	if !ok || unit != "" || v <= 0 {
		return 0, false
	}
	return v * 0.75, true
}
