package drawing

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// style is how an element is drawn. What stands behind "own" is not inherited.
type style struct {
	fill, stroke, color        paint
	fillOpacity, strokeOpacity float64
	fillAlpha, strokeAlpha     float64 // of the colours themselves
	shared                     float64 // opacity of the groups around that paint a single thing
	evenOdd, clipEvenOdd       bool
	width, miter               float64
	cap, join                  int // as PDF numbers them (ISO 32000-1 8.4.3)
	dashes                     []float64
	phase                      float64
	hidden                     bool
	sharp                      bool      // pixels are squares, however large
	markers                    [3]string // at the beginning, between, at the end
	order                      [3]part   // in which they are painted
	around                     *[2]paint // of the line that a marker stands on, or of the use around; nil elsewhere
	letters

	// own
	opacity     float64
	clip, mask  string
	blend       string // as Opacity has it
	unscaled    bool   // lines are as wide as they say, however their plane is
	maskAlpha   bool   // as a mask, its opacity counts
	alone       bool   // what is in it blends with nothing around
	transform   string
	origin      string // about which it is transformed
	absent      bool
	ground      paint // of all the drawing
	groundAlpha float64
	overflow    bool // what leaves its frame is seen
	stopColor   paint
	stopAlpha   float64
	err         error // too much
}

// letters is how text is set.
type letters struct {
	size               float64
	bold, italic, mono bool
	weight             int
	design             Design // without its weight and size
	anySize            bool   // letters are drawn as in the book, however large they are
	caps               bool   // small ones
	anchor             float64
	dir                int // as Label has it; 0 for what its letters say
	baseline           string
	blank              float64   // more between words
	vertical           bool      // lines are columns
	rules              [3]*style // of what asks for lines under, over and through letters; nil for none
	rise, spacing      float64
	preserve           bool
}

// initial is the style of a drawing that says nothing (SVG 1.1, appendix N).
func initial() style {
	return style{stroke: paint{none: true}, fillOpacity: 1, strokeOpacity: 1, fillAlpha: 1, strokeAlpha: 1, shared: 1, opacity: 1, width: 1, miter: 4,
		order: usualOrder, letters: letters{size: 16, weight: 400}}
}

// properties are those that attributes may set, in the order in which they are
// looked at: others may be the current colour, or parts of the size of letters.
var properties = []string{"color", "font", "font-size", "fill", "stroke", "fill-opacity", "stroke-opacity", "opacity", "fill-rule", "clip-rule",
	"stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
	"display", "visibility", "clip-path", "mask", "mask-type", "filter", "marker", "marker-start", "marker-mid", "marker-end", "paint-order",
	"mix-blend-mode", "isolation", "vector-effect", "image-rendering", "overflow", "stop-color", "stop-opacity",
	"font-weight", "font-stretch", "font-optical-sizing", "font-variation-settings", "font-style", "font-variant", "font-variant-caps", "font-family", "text-anchor", "direction", "dominant-baseline", "alignment-baseline", "baseline-shift",
	"letter-spacing", "word-spacing", "text-decoration", "text-decoration-line", "writing-mode", "white-space", "transform", "transform-origin", "background", "background-color"}

// attributed are the properties that attributes may set (SVG 2, 6.6).
var attributed = func() map[string]bool {
	set := make(map[string]bool)
	for _, p := range properties {
		set[p] = !slices.Contains([]string{"font", "marker", "transform", "transform-origin", "background", "background-color", "mix-blend-mode", "isolation"}, p)
	}
	return set
}()

// set sets one property. What is asked for and not known is as if nothing had been
// said, and is named where it would be seen.
func (s *style) set(d *drafter, e *element, key, value string) {
	for _, group := range [](func(e *element, key, value string) (known, ok bool)){s.setPaint, s.setPresence, s.setWhole} {
		known, ok := group(e, key, value)
		if !ok {
			d.omit(e, "a "+key+" of "+short(value))
		}
		if known {
			return
		}
	}
	if !s.setLine(d, key, value) || !s.setLetters(d, key, value) {
		d.omit(e, "a "+key+" of "+short(value))
	}
}

// setPaint sets a property of colours.
func (s *style) setPaint(e *element, key, value string) (known, ok bool) {
	ok = true
	switch key {
	case "color":
		s.color, _, ok = parsePaint(value, s.color)
	case "fill":
		ok = s.take(&s.fill, &s.fillAlpha, value)
	case "stroke":
		ok = s.take(&s.stroke, &s.strokeAlpha, value)
	case "fill-opacity":
		s.fillOpacity, ok = fraction(value)
	case "stroke-opacity":
		s.strokeOpacity, ok = fraction(value)
	case "opacity":
		s.opacity, ok = fraction(value)
	case "stop-color":
		s.stopColor, s.stopAlpha, ok = s.stopPaint(value)
	case "stop-opacity":
		var o float64
		o, ok = fraction(value)
		s.stopAlpha *= o
	case "background", "background-color":
		s.ground, s.groundAlpha, ok = parsePaint(value, s.color)
		ok = ok || e.parent != nil // it has none
	default:
		return false, true
	}
	return true, ok
}

// setPresence sets whether something is seen, and where it lies.
func (s *style) setPresence(_ *element, key, value string) (known, ok bool) {
	switch key {
	case "display":
		s.absent = value == "none"
	case "visibility":
		s.hidden = value != "visible"
	case "transform":
		s.transform = value
	case "transform-origin":
		s.origin = value
	case "overflow":
		s.overflow = value == "visible" || value == "auto"
	case "fill-rule":
		s.evenOdd = value == "evenodd"
	case "clip-rule":
		s.clipEvenOdd = value == "evenodd"
	case "image-rendering":
		s.sharp = value == "pixelated" || value == "crisp-edges" || value == "optimizeSpeed"
	default:
		return false, true
	}
	return true, true
}

// setWhole sets what becomes of all that is drawn of an element.
func (s *style) setWhole(_ *element, key, value string) (known, ok bool) {
	ok = true
	switch key {
	case "clip-path":
		s.clip, ok = reference(value)
	case "mask":
		s.mask, ok = reference(value)
	case "filter":
		ok = value == "none"
	case "vector-effect":
		s.unscaled = value == "non-scaling-stroke"
		ok = value == "none" || s.unscaled
	case "mix-blend-mode":
		s.blend, ok = blends[value]
	case "mask-type":
		s.maskAlpha = value == "alpha"
	case "isolation":
		s.alone = value == "isolate"
	case "paint-order":
		s.order = ordered(value)
	case "marker-start", "marker-mid", "marker-end":
		i := map[string]int{"marker-start": 0, "marker-mid": 1, "marker-end": 2}[key]
		s.markers[i], ok = reference(value)
	default:
		return false, true
	}
	return true, ok
}

// part is what is painted of a shape.
type part uint8

const (
	ofFill part = iota
	ofStroke
	ofMarkers
)

var usualOrder = [3]part{ofFill, ofStroke, ofMarkers}

// ordered reads an order (SVG 2, 13.8); what is not named comes last, as usual.
func ordered(value string) (order [3]part) {
	n := 0
	put := func(p part) bool {
		if slices.Contains(order[:n], p) {
			return false
		}
		order[n] = p
		n++
		return true
	}
	for word := range strings.FieldsSeq(value) {
		p, known := map[string]part{"fill": ofFill, "stroke": ofStroke, "markers": ofMarkers}[word]
		if !known || !put(p) {
			return usualOrder
		}
	}
	for _, p := range usualOrder {
		put(p)
	}
	return order
}

// blends are the ways of colours to make others with those below (Compositing 1, 10), as
// PDF names them.
var blends = map[string]string{"normal": "", "multiply": "Multiply", "screen": "Screen", "overlay": "Overlay", "darken": "Darken", "lighten": "Lighten",
	"color-dodge": "ColorDodge", "color-burn": "ColorBurn", "hard-light": "HardLight", "soft-light": "SoftLight", "difference": "Difference",
	"exclusion": "Exclusion", "hue": "Hue", "saturation": "Saturation", "color": "Color", "luminosity": "Luminosity"}

// take makes what a value says a colour, if it is known.
func (s *style) take(to *paint, toAlpha *float64, value string) (ok bool) {
	p, alpha, ok := s.parse(value)
	if ok {
		*to, *toAlpha = p, alpha
	}
	return ok
}

// parse reads a colour, or that of the line which a marker stands on, or of the use which
// an element is drawn by (SVG 2, 13.2).
func (s *style) parse(value string) (p paint, alpha float64, ok bool) {
	if key, found := strings.CutPrefix(value, "context-"); found && (key == "fill" || key == "stroke") {
		if s.around == nil {
			return paint{none: true}, 1, true
		}
		return s.around[map[string]int{"fill": 0, "stroke": 1}[key]], 1, true
	}
	return parsePaint(value, s.color)
}

func (s *style) stopPaint(value string) (p paint, alpha float64, ok bool) {
	p, alpha, ok = parsePaint(value, s.color)
	if p.none { // clear
		return paint{}, 0, ok
	}
	return p, alpha, ok
}

// reference reads url(#name) or none.
func reference(value string) (name string, ok bool) {
	inner, found := strings.CutPrefix(value, "url(")
	if !found {
		return "", value == "none"
	}
	inner, _, _ = strings.Cut(inner, ")")
	name, ok = strings.CutPrefix(strings.Trim(strings.TrimSpace(inner), `"'`), "#")
	return name, ok
}

// setLine sets a property of lines.
func (s *style) setLine(d *drafter, key, value string) (ok bool) {
	switch key {
	case "stroke-width":
		v, ok := d.lengthAt(value, both, s.size)
		if ok = ok && v >= 0; ok {
			s.width = v
		}
		return ok
	case "stroke-miterlimit":
		v, err := strconv.ParseFloat(value, 64)
		if ok = err == nil && v >= 1 && v < 1e7; ok {
			s.miter = v
		}
		return ok
	case "stroke-linecap":
		v, ok := map[string]int{"butt": 0, "round": 1, "square": 2}[value]
		if ok {
			s.cap = v
		}
		return ok
	case "stroke-linejoin":
		v, ok := map[string]int{"miter": 0, "round": 1, "bevel": 2, "miter-clip": 0, "arcs": 0}[value]
		if ok {
			s.join = v
		}
		return ok
	case "stroke-dasharray":
		return s.setDashes(d, value)
	case "stroke-dashoffset":
		v, ok := d.lengthAt(value, both, s.size)
		if ok {
			s.phase = v
		}
		return ok
	}
	return true
}

// mostDashes bounds a pattern: each line repeats it.
const mostDashes = 64

// setDashes reads a dash pattern; one without a dash is a whole line.
func (s *style) setDashes(d *drafter, value string) bool {
	if s.dashes = nil; value == "none" {
		return true
	}
	sum := 0.0
	var dashes []float64
	words := strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
	if len(words) > mostDashes {
		return false
	}
	for _, word := range words {
		v, ok := d.lengthAt(word, both, s.size)
		if !ok || v < 0 {
			return false
		}
		sum += v
		dashes = append(dashes, v)
	}
	if sum > 0 {
		s.dashes = dashes
	}
	return true
}

// fraction reads an opacity.
func fraction(value string) (float64, bool) {
	number, percent := strings.CutSuffix(value, "%")
	v, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if percent {
		v /= 100
	}
	if err != nil || math.IsNaN(v) {
		return 1, false
	}
	return min(max(v, 0), 1), true
}
