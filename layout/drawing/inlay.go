package drawing

import (
	"bytes"
	"strings"
)

// holdsDrawing tells an image that is a drawing which lies in this one.
func holdsDrawing(e *element) bool {
	if e.name != "image" {
		return false
	}
	data, err := dataOf(strings.TrimSpace(e.attrs["href"]))
	return err == nil && bytes.Contains(data[:min(len(data), 1024)], []byte("<svg"))
}

// inlay draws a drawing that lies in this one as an image (SVG 1.1, 5.7): it has names,
// rules and an inheritance of its own. What of it is left out is told of the image.
func (d *drafter) inlay(e *element, s style, depth int) error {
	data, _ := dataOf(strings.TrimSpace(e.attrs["href"]))
	root, elements, err := parseSVG(data, d.most)
	if err != nil || root.name != "svg" {
		d.omit(e, "a picture that is broken")
		return nil
	}
	if d.drawn += elements; depth+1 > Deepest || d.drawn > d.most.elements {
		return ErrTooMuch
	}
	natural, ok := naturalSize(root)
	frame := d.imageFrame(e, natural[0], natural[1])
	if !ok || !(frame[2] > 0 && frame[3] > 0) {
		return nil
	}
	root.toldAt(e.line)
	m, cut := fitted([4]float64{0, 0, natural[0], natural[1]}, frame, e.attrs["preserveAspectRatio"])
	if cut {
		d.clipBox(frame)
	}
	d.concat(m)
	ids, rules, own, box := d.ids, d.rules, d.own, d.box
	defer func() { d.ids, d.rules, d.own, d.box = ids, rules, own, box }()
	d.ids, d.rules.all, d.rules.with, d.own = make(map[string]*element), nil, [3]map[string][]int{}, nil
	if err := d.survey(root); err != nil {
		return err
	}
	d.index()
	inner := initial()
	inner.shared = s.shared
	inner = d.styleOf(root, inner)
	inner.overflow = false
	if inner.err != nil || inner.absent || !knows(root) {
		return inner.err
	}
	return d.layered(root, inner, depth+1, func(s style) error {
		return d.viewport(root, s, [4]float64{0, 0, natural[0], natural[1]}, depth+1)
	})
}

// naturalSize is how large a drawing is that says nothing of where it stands.
func naturalSize(root *element) (size [2]float64, ok bool) {
	width, wide := rootLength(root.attrs["width"])
	height, high := rootLength(root.attrs["height"])
	box, err := numbers(root.attrs["viewBox"])
	boxed := err == nil && len(box) == 4 && box[2] > 0 && box[3] > 0
	size = [2]float64{width / 0.75, height / 0.75}
	switch {
	case wide && high:
	case !boxed:
		return size, false
	case wide:
		size[1] = size[0] * box[3] / box[2]
	case high:
		size[0] = size[1] * box[2] / box[3]
	default:
		size = [2]float64{box[2], box[3]}
	}
	return size, size[0] > 0 && size[1] > 0
}

// toldAt has what is left out of an element told of a line of the file around it.
func (e *element) toldAt(line int) {
	e.line = line
	for _, c := range e.children {
		c.toldAt(line)
	}
}
