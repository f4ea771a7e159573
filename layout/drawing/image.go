package drawing

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"net/url"
	"strings"
)

// mostPixels bounds the pixels of all that lies in a drawing.
const mostPixels = 64_000_000

// image draws a picture of pixels that lies in the drawing (SVG 1.1, 5.7).
func (d *drafter) image(e *element, s style) error {
	n, width, height := d.pixelsOf(e, s.sharp)
	if n < 0 || s.hidden {
		return nil
	}
	frame := d.imageFrame(e, width, height)
	if !(frame[2] > 0 && frame[3] > 0) {
		return nil
	}
	m, cut := fitted([4]float64{0, 0, width, height}, frame, e.attrs["preserveAspectRatio"])
	if cut {
		d.clipBox(frame)
	}
	d.gs(Opacity{Fill: s.shared, Stroke: s.shared})
	d.concat(Matrix{width, 0, 0, -height, 0, height}.Then(m))
	fmt.Fprintf(&d.out, "/Im%d Do\n", n)
	return nil
}

// imageFrame is where an image of a natural size stands: left, top, width and height.
func (d *drafter) imageFrame(e *element, width, height float64) [4]float64 {
	x, y, _, _ := d.placed(e, "x", "y", "", "")
	const unsaid = -1
	w := d.lengthOf(e, "width", across, unsaid)
	h := d.lengthOf(e, "height", down, unsaid)
	switch { // for want of one in proportion
	case w < 0 && h < 0:
		w, h = width, height
	case w < 0:
		w = h * width / height
	case h < 0:
		h = w * height / width
	}
	return [4]float64{x, y, w, h}
}

// pixelsOf is the number of an element's picture, and its size; less than 0 for none.
func (d *drafter) pixelsOf(e *element, sharp bool) (n int, width, height float64) {
	href := strings.TrimSpace(e.attrs["href"])
	key := sharply{href, sharp}
	if size, known := d.pictures[key]; known {
		return size.n, size.width, size.height
	}
	data, err := dataOf(href)
	if href == "" {
		return -1, 0, 0
	}
	if err != nil || d.raster == nil {
		d.omit(e, "a picture, "+short(href))
		return -1, 0, 0
	}
	w, h, err := d.raster(data)
	if err != nil {
		d.omit(e, "a picture that "+err.Error())
		return -1, 0, 0
	}
	if d.pixels += w * h; d.pixels > mostPixels {
		d.omit(e, "pictures of very many pixels")
		return -1, 0, 0
	}
	if d.pictures == nil {
		d.pictures = make(map[sharply]sized)
	}
	n = len(d.drawing.Rasters)
	d.pictures[key] = sized{n, float64(w), float64(h)}
	d.drawing.Rasters, d.drawing.Sharp = append(d.drawing.Rasters, data), append(d.drawing.Sharp, sharp)
	return n, float64(w), float64(h)
}

// sharply is an address of a picture, and whether its pixels are squares.
type sharply struct {
	href  string
	sharp bool
}

// sized is a picture that was read.
type sized struct {
	n             int
	width, height float64
}

// dataOf is what an address holds itself (RFC 2397).
func dataOf(href string) ([]byte, error) {
	head, data, found := strings.Cut(href, ",")
	if !found || !strings.HasPrefix(head, "data:") {
		return nil, fmt.Errorf("is elsewhere")
	}
	if !strings.HasSuffix(head, ";base64") {
		text, err := url.PathUnescape(data)
		return []byte(text), err
	}
	data = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\r' || r == '\t' {
			return -1
		}
		return r
	}, data)
	return base64.RawStdEncoding.DecodeString(strings.TrimRight(data, "="))
}

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
	inner := d.usual
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
