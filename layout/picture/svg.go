package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Drawing is a picture of lines and areas, as operators of a PDF page
// (ISO 32000-1 8.5) that draw it in a rectangle of Width by Height points, from
// its lower left corner up. GS0, GS1 … set its opacities.
type Drawing struct {
	Width, Height float64 // points
	Sized         bool    // the file says how large it is; else only its proportions count
	Operators     []byte
	Opacities     []Opacity
}

// Opacity is how much of what lies below areas and lines hide, from 0 to 1.
type Opacity struct{ Fill, Stroke float64 }

// element is an element of an SVG file.
type element struct {
	name     string
	attrs    map[string]string
	children []*element
	text     []byte // of a stylesheet
}

const svgSpace = "http://www.w3.org/2000/svg"

// deepest is how deep the elements of a drawing may lie in each other, those that it
// uses again counted too.
const deepest = 64

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

// readSVG reads a drawing (SVG 1.1): shapes, paths, groups, what is used again,
// and styles in attributes and by class. The libraries that there are leave out
// in silence what they do not know; here whatever would change what is seen and
// is not known is an error that names it, since a book is printed once.
func readSVG(data []byte) (*Picture, error) {
	most := usualBounds
	most.elements = MaxElements
	return readDrawing(data, most)
}

func readDrawing(data []byte, most bounds) (*Picture, error) {
	root, elements, err := parseSVG(data, most)
	if err != nil {
		return nil, err
	}
	d := &drafter{most: most.raised(elements), ids: make(map[string]*element), opacities: make(map[Opacity]int)}
	if err := d.survey(root); err != nil {
		return nil, err
	}
	if err := d.open(root); err != nil {
		return nil, err
	}
	d.index()
	s := initial().child(d, root)
	if s.err != nil {
		return nil, s.err
	}
	if err := d.group(root, s, 0); err != nil {
		return nil, err
	}
	d.out.WriteString("Q\n")
	d.drawing.Operators = d.out.Bytes()
	return &Picture{Drawing: &d.drawing, Turn: 1}, nil
}

// parseSVG reads the elements of SVG's own namespace and counts them; those of programs
// that keep their notes in the file are passed over.
func parseSVG(data []byte, most bounds) (root *element, elements int, err error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Entity = xml.HTMLEntity
	var stack []*element
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) && root != nil && len(stack) == 0 {
			return root, elements, nil
		}
		if err != nil {
			return nil, 0, fmt.Errorf("is broken (%w)", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Space != svgSpace && t.Name.Space != "" {
				if err := dec.Skip(); err != nil {
					return nil, 0, fmt.Errorf("is broken (%w)", err)
				}
				continue
			}
			if elements++; elements > most.elements {
				return nil, 0, errTooMuch
			}
			e := newElement(t)
			switch {
			case root == nil:
				root = e
			case len(stack) == 0:
				return nil, 0, errors.New("is broken (it has two roots)")
			case len(stack) == deepest:
				return nil, 0, errors.New("is too deep")
			default:
				above := stack[len(stack)-1]
				above.children = append(above.children, e)
			}
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if n := len(stack); n > 0 && stack[n-1].name == "style" {
				stack[n-1].text = append(stack[n-1].text, t...)
			}
		}
	}
}

func newElement(t xml.StartElement) *element {
	e := &element{name: t.Name.Local, attrs: make(map[string]string, len(t.Attr))}
	for _, a := range t.Attr {
		if a.Name.Space == "" || strings.HasSuffix(a.Name.Space, "xlink") {
			e.attrs[a.Name.Local] = a.Value
		}
	}
	return e
}

// survey finds the elements with a name, and the rules of the stylesheets.
func (d *drafter) survey(e *element) error {
	if id := e.attrs["id"]; id != "" && d.ids[id] == nil {
		d.ids[id] = e
	}
	if e.name == "style" {
		return d.rulesOf(string(e.text))
	}
	for _, c := range e.children {
		if err := d.survey(c); err != nil {
			return err
		}
	}
	return nil
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
		return errors.New("says neither how large it is nor what part of it is seen")
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
	d.box = box
	d.drawing.Width, d.drawing.Height, d.drawing.Sized = width, height, wide || high
	d.frame(root.attrs["preserveAspectRatio"])
	return nil
}

// frame writes the matrix from the drawing's plane, whose y goes down, to its
// rectangle: in the middle and in proportion, unless it asks to be stretched.
func (d *drafter) frame(ratio string) {
	w, h := d.drawing.Width, d.drawing.Height
	sx, sy := w/d.box[2], h/d.box[3]
	if strings.TrimSpace(ratio) != "none" {
		sx, sy = min(sx, sy), min(sx, sy)
	}
	left, top := (w-sx*d.box[2])/2, (h-sy*d.box[3])/2
	d.out.WriteString("q ")
	d.numbers(0, 0, w, h)
	d.out.WriteString("re W n\n")
	d.numbers(sx, 0, 0, -sy, left-sx*d.box[0], h-top+sy*d.box[1])
	d.out.WriteString("cm\n")
}

// rootLength is the drawing's width or height in points; a part of a screen is
// no size.
func rootLength(s string) (points float64, ok bool) {
	v, unit, ok := dimension(s)
	if !ok || unit == "%" || v <= 0 {
		return 0, false
	}
	return v * 0.75, true
}
