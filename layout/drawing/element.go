package drawing

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

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
	"linearGradient": true, "radialGradient": true, "script": true, "view": true, "cursor": true,
	"font": true, "font-face": true, "animate": true, "animateTransform": true, "animateMotion": true, "animateColor": true, "set": true,
	"stop": true, "tspan": true, "textPath": true, "tref": true, "color-profile": true, "solidColor": true, "hatch": true}

// seen are elements that draw something where they stand.
var seen = map[string]bool{"g": true, "a": true, "use": true, "svg": true, "switch": true, "text": true, "image": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true}

// element draws an element in the style of what is around it.
func (d *drafter) element(e *element, around style, depth int) error {
	if unseen[e.name] {
		return nil
	}
	if d.drawn++; depth > Deepest || d.drawn > d.most.elements {
		return ErrTooMuch
	}
	if err := d.step(1); err != nil {
		return err
	}
	s := d.styleOf(e, around)
	if s.err != nil || s.absent || !knows(e) {
		return s.err
	}
	d.save()
	defer d.restore()
	if !d.transform(e, &s) {
		return nil
	}
	return d.layered(e, s, depth, func(s style) error { return d.inner(e, s, depth) })
}

// inner draws what an element is.
func (d *drafter) inner(e *element, s style, depth int) error {
	switch e.name {
	case "g", "a":
		return d.group(e, s, depth)
	case "use":
		return d.use(e, s, depth)
	case "svg":
		x, y, _, _ := d.placed(e, "x", "y", "", "")
		w, h := d.lengthOf(e, "width", across, d.box[2]), d.lengthOf(e, "height", down, d.box[3])
		return d.viewport(e, s, [4]float64{x, y, w, h}, depth)
	case "switch":
		return d.choose(e, s, depth)
	case "text":
		return d.text(e, s)
	case "image":
		if holdsDrawing(e) && !s.hidden {
			return d.inlay(e, s, depth)
		}
		return d.image(e, s)
	case "foreignObject":
		return d.foreign(e, s)
	case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
		return d.shape(e, s, depth)
	}
	d.omit(e, "an element "+short(e.name))
	return nil
}

// layers counts what an element paints one over the other, up to two. What is
// clear together is not what is clear one by one.
func (d *drafter) layers(e *element, s *style, depth int) int {
	switch {
	case depth > Deepest || d.step(1) != nil: // drawing it says so
		return 2
	case s.clip != "" || s.mask != "":
		return 2
	case e.name == "use":
		if target := d.ids[e.href()]; target != nil {
			inner := d.styleOf(target, *s)
			return d.layers(target, &inner, depth+1)
		}
	case e.name == "g" || e.name == "a" || e.name == "svg" || e.name == "symbol" || e.name == "switch":
		n := 0
		for _, c := range e.children {
			if unseen[c.name] {
				continue
			}
			inner := d.styleOf(c, *s)
			if n += d.layers(c, &inner, depth+1); n > 1 {
				break
			}
		}
		return n
	case e.name == "text" && len(e.children) > 0, e.name == "foreignObject", holdsDrawing(e), s.markers != [3]string{}:
		return 2
	case !s.fill.none && !s.stroke.none && s.width > 0, s.fill.server != "" || s.stroke.server != "":
		return 2
	}
	return 1
}

// within keeps elements from holding themselves.
func (d *drafter) within(e *element, from *element, draw func() error) error {
	if slices.Contains(d.busy, e) {
		d.omit(from, "an element "+short(from.name)+" that is in itself")
		return nil
	}
	d.busy = append(d.busy, e)
	defer func() { d.busy = d.busy[:len(d.busy)-1] }()
	return draw()
}

// use draws an element that stands elsewhere.
func (d *drafter) use(e *element, s style, depth int) error {
	target := d.ids[e.href()]
	if target == nil || target == e {
		d.omit(e, "a use of "+short(e.attrs["href"]))
		return nil
	}
	for up := e.parent; up != nil; up = up.parent {
		if up == target { // SVG 2, 5.5: it is in error
			d.omit(e, "an element use that is in itself")
			return nil
		}
	}
	extent := func() (box, error) { return d.extent(e, s, depth) }
	fill, err := d.fitting(s.fill, extent)
	stroke, err2 := d.fitting(s.stroke, extent)
	if err = errors.Join(err, err2); err != nil {
		return err
	}
	x, y, _, _ := d.placed(e, "x", "y", "", "")
	d.concat(Matrix{1, 0, 0, 1, x, y})
	s.around = &[2]paint{fill, stroke}
	return d.within(target, e, func() error {
		if target.name != "symbol" && target.name != "svg" {
			return d.element(target, s, depth+1)
		}
		return d.useFrame(e, target, s, depth+1)
	})
}

// useFrame draws a symbol, or a drawing within the drawing, in the frame that a use of it gives
// it (SVG 2, 5.6): as large as the use says, else as it says itself, else as what it is drawn in.
func (d *drafter) useFrame(e, target *element, s style, depth int) error {
	if d.drawn++; depth > Deepest || d.drawn > d.most.elements {
		return ErrTooMuch
	}
	inner := d.styleOf(target, s)
	if inner.err != nil || inner.absent {
		return inner.err
	}
	size := func(key string, way axis) float64 {
		own := d.box[2+int(way)]
		if target.name == "svg" {
			own = d.lengthOf(target, key, way, own)
		}
		return d.lengthOf(e, key, way, own)
	}
	frame := [4]float64{0, 0, size("width", across), size("height", down)}
	if target.name == "svg" {
		frame[0], frame[1], _, _ = d.placed(target, "x", "y", "", "")
	}
	d.save()
	defer d.restore()
	if !d.transform(target, &inner) {
		return nil
	}
	return d.layered(target, inner, depth, func(s style) error { return d.viewport(target, s, frame, depth) })
}

// viewport draws what is in an element that has a plane of its own, in a frame.
func (d *drafter) viewport(e *element, s style, frame [4]float64, depth int) error {
	box, err := numbers(e.attrs["viewBox"])
	if !(frame[2] > 0 && frame[3] > 0) || err == nil && len(box) == 4 && !(box[2] > 0 && box[3] > 0) {
		return nil
	}
	before := d.box
	defer func() { d.box = before }()
	if !s.overflow {
		d.clipBox(frame)
	}
	if err != nil || len(box) != 4 {
		d.concat(Matrix{1, 0, 0, 1, frame[0], frame[1]})
		d.box = [4]float64{0, 0, frame[2], frame[3]}
		return d.group(e, s, depth)
	}
	d.box = [4]float64(box)
	m, _ := fitted(d.box, frame, e.attrs["preserveAspectRatio"])
	if _, ok := m.Inverse(); !ok {
		return nil
	}
	d.concat(m)
	return d.group(e, s, depth)
}

// choose draws the first of several that this program knows (SVG 1.1, 5.8). Words in
// HTML are those of the text that stands for them, if there is one.
func (d *drafter) choose(e *element, s style, depth int) error {
	var foreign *element
	for _, c := range e.children {
		if !knows(c) || unseen[c.name] || !seen[c.name] && c.name != "foreignObject" {
			continue
		}
		if c.name == "foreignObject" {
			if foreign == nil {
				foreign = c
			}
			continue
		}
		if c.name == "text" && foreign != nil && len(foreign.lines) == 1 {
			whole := *c
			whole.content, whole.children = []piece{{text: foreign.lines[0]}}, nil
			c = &whole
		}
		return d.element(c, s, depth+1)
	}
	if foreign != nil {
		return d.element(foreign, s, depth+1)
	}
	return nil
}

// knows tells whether an element asks for nothing that is not known, in a language that
// any reader may have.
func knows(e *element) bool {
	if extensions, asked := e.attrs["requiredExtensions"]; asked && extensions != "" {
		return false
	}
	languages, asked := e.attrs["systemLanguage"]
	if !asked {
		return true
	}
	for language := range strings.SplitSeq(languages, ",") {
		if strings.HasPrefix(strings.TrimSpace(language), "en") {
			return true
		}
	}
	return false
}

// layered draws an element behind its clip path and its mask, and as one if it is clear
// as a whole (SVG 1.1, 14).
func (d *drafter) layered(e *element, s style, depth int, draw func(style) error) error {
	clip, mask, opacity := d.ids[s.clip], d.ids[s.mask], s.opacity
	around := s.shared
	alone := opacity*around < 1 && mask == nil && s.blend == "" && d.layers(e, &style{fill: s.fill, stroke: s.stroke, width: s.width, markers: s.markers, shared: 1, letters: s.letters}, depth) <= 1
	if alone {
		s.shared, opacity = around*opacity, 1
	} else {
		s.shared, opacity = 1, opacity*around
	}
	inner := func() error { return draw(s) }
	if clip != nil && clip.name == "clipPath" {
		n, err := d.clipped(e, &s, clip)
		if err != nil {
			return err
		}
		if n > 0 {
			whole := inner
			inner = func() error { return d.blended(Opacity{Fill: 1, Stroke: 1, Mask: n}, whole) }
		}
	}
	o := Opacity{Fill: opacity, Stroke: opacity}
	if mask != nil && mask.name == "mask" {
		var err error
		if o.Mask, err = d.mask(e, &s, mask, depth); err != nil {
			return err
		}
		o.Alpha = d.styleUp(mask, 0).maskAlpha
	}
	o.Blend = s.blend
	if o == (Opacity{Fill: 1, Stroke: 1}) && !(s.alone && d.blends) {
		return inner()
	}
	return d.blended(o, inner)
}

// blended draws something as one.
func (d *drafter) blended(o Opacity, draw func() error) error {
	n, err := d.form(Form{Blended: true, Gray: d.masking > 0}, draw)
	if err != nil {
		return err
	}
	d.out.WriteString("q\n")
	d.gs(o)
	fmt.Fprintf(&d.out, "/X%d Do\nQ\n", n)
	return nil
}
