package drawing

import (
	"math"
	"strconv"
	"strings"
)

// setLetters sets a property of text.
func (s *style) setLetters(d *drafter, key, value string) (ok bool) {
	switch key {
	case "text-anchor":
		s.anchor = map[string]float64{"middle": 0.5, "end": 1}[value]
	case "direction":
		s.dir = map[string]int{"ltr": 1, "rtl": -1}[value]
	case "writing-mode":
		s.vertical = strings.HasPrefix(value, "tb") || strings.HasPrefix(value, "vertical")
	case "dominant-baseline", "alignment-baseline":
		if value != "no-change" {
			s.baseline = value
		}
	case "baseline-shift":
		return s.setShift(d, value)
	case "letter-spacing":
		s.spacing, ok = s.spaceOf(d, value)
		return ok
	case "word-spacing":
		s.blank, ok = s.spaceOf(d, value)
		return ok
	case "white-space":
		s.preserve = strings.HasPrefix(value, "pre") || value == "break-spaces"
	default:
		return s.setFace(d, key, value)
	}
	return true
}

// spaceOf is the space that is asked for between letters or words.
func (s *style) spaceOf(d *drafter, value string) (float64, bool) {
	if value == "normal" {
		return 0, true
	}
	return d.lengthAt(value, both, s.size)
}

// setFace sets of which face letters are, and how large.
func (s *style) setFace(d *drafter, key, value string) (ok bool) {
	switch key {
	case "font":
		return s.setFont(d, value)
	case "font-size":
		v, ok := d.fontSize(value, s.size)
		if ok {
			s.size = v
		}
		return ok
	case "font-weight":
		return s.setWeight(value)
	case "font-stretch":
		return s.setStretch(value)
	case "font-optical-sizing":
		s.anySize = value == "none"
	case "font-variation-settings":
		return s.setAxes(value)
	case "font-variant", "font-variant-caps":
		s.caps = strings.Contains(value, "small-caps")
	case "font-style":
		s.italic = value != "normal"
		s.design.Leans = s.italic
	case "font-family":
		family := strings.ToLower(value)
		s.mono = strings.Contains(family, "mono") || strings.Contains(family, "courier") || strings.Contains(family, "consolas")
	}
	return true
}

// ruled has lines under, over and through letters in the inks of the element that asks for
// them, whatever is in it (CSS Text Decoration 3, 2).
func (s *style) ruled(said string) {
	own := *s
	for word := range strings.FieldsSeq(said) {
		switch word {
		case "underline":
			s.rules[Under] = &own
		case "overline":
			s.rules[Over] = &own
		case "line-through":
			s.rules[Through] = &own
		}
	}
}

// setShift raises letters, or lowers them.
func (s *style) setShift(d *drafter, value string) (ok bool) {
	const superior, inferior = 0.33, -0.2 // of their size, as fonts have it
	switch value {
	case "super":
		s.rise = superior * s.size
	case "sub":
		s.rise = inferior * s.size
	case "baseline":
	default:
		v, unit, fine := dimension(value)
		if unit == "%" {
			s.rise = v / 100 * s.size
			return fine
		}
		s.rise, ok = d.lengthAt(value, both, s.size)
		return ok
	}
	return true
}

// sizes are the sizes of letters by name, in sixteenths of the usual one (CSS Fonts 4, 2.5).
var sizes = map[string]float64{"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32, "xxx-large": 48}

// fontSize reads the size of letters, around which they have another.
func (d *drafter) fontSize(value string, around float64) (float64, bool) {
	if v, ok := sizes[value]; ok {
		return v / 16 * d.usual.size, true
	}
	v, unit, ok := dimension(value)
	switch {
	case value == "smaller":
		return around / 1.2, true
	case value == "larger":
		return around * 1.2, true
	case unit == "%":
		return v / 100 * around, ok && v >= 0
	}
	v, ok = d.lengthAt(value, both, around)
	return v, ok && v >= 0
}

// mostFont is how long the name of a font may be with all that is said of it, bytes.
const mostFont = 300

// setFont reads all of a font at once (CSS 2.1, 15.8): "italic bold 12px/1.5 sans-serif".
func (s *style) setFont(d *drafter, value string) bool {
	s.bold, s.italic, s.mono, s.caps = false, false, false, false
	s.weight, s.design = normalWeight, Design{}
	if len(value) > mostFont {
		return false
	}
	for words := strings.Fields(value); len(words) > 0; words = words[1:] {
		word := words[0]
		size, _, _ := strings.Cut(word, "/")
		if v, ok := d.fontSize(size, s.size); ok && (word[0] < '0' || word[0] > '9' || !isWeight(word)) {
			s.size = v
			return s.setFace(d, "font-family", strings.Join(words[1:], " "))
		}
		switch {
		case word == "italic" || word == "oblique":
			s.italic, s.design.Leans = true, true
		case word == "small-caps":
			s.caps = true
		case word == "bold" || word == "bolder" || word == "lighter" || isWeight(word):
			return s.fontRest(d, word, words[1:])
		}
	}
	return false
}

// fontRest reads what is behind the weight.
func (s *style) fontRest(d *drafter, weight string, words []string) bool {
	italic, caps := s.italic, s.caps // a font without a weight sets them anew
	ok := s.setFont(d, strings.Join(words, " "))
	s.italic, s.caps = s.italic || italic, s.caps || caps
	s.design.Leans = s.italic
	_ = s.setFace(d, "font-weight", weight)
	return ok
}

func isWeight(word string) bool {
	return len(word) == 3 && word[1:] == "00" && word[0] >= '1' && word[0] <= '9'
}

// normalWeight and boldWeight are those of the two faces that a book has; what is
// leastBold and more is bold.
const normalWeight, boldWeight, leastBold = 400, 700, 600

// setWeight reads a weight; bolder and lighter are so than what is around (CSS Fonts 4, 2.2).
func (s *style) setWeight(value string) (ok bool) {
	around := s.weight
	switch value {
	case "normal":
		s.weight = normalWeight
	case "bold":
		s.weight = boldWeight
	case "bolder":
		s.weight = max(around, stepped(around, 350, 400, 550, 700, 900))
	case "lighter":
		s.weight = min(around, stepped(around, 550, 100, 750, 400, 700))
	default:
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || v < 1 || v > 1000 {
			return false
		}
		s.weight = int(v + 0.5)
	}
	s.bold = s.weight >= leastBold
	return true
}

// stepped is the first of three values below one bound, below the next, or beyond it.
func stepped(v, first, low, second, middle, high int) int {
	switch {
	case v < first:
		return low
	case v < second:
		return middle
	}
	return high
}

// stretches are widths by name, in percent (CSS Fonts 4, 2.3).
var stretches = map[string]float64{"ultra-condensed": 50, "extra-condensed": 62.5, "condensed": 75, "semi-condensed": 87.5, "normal": 100,
	"semi-expanded": 112.5, "expanded": 125, "extra-expanded": 150, "ultra-expanded": 200}

// setStretch reads how wide letters are.
func (s *style) setStretch(value string) (ok bool) {
	v, named := stretches[value]
	if !named {
		var unit string
		if v, unit, ok = dimension(value); !ok || unit != "%" || v <= 0 {
			return false
		}
	}
	if s.design.Stretch = v; v == 100 {
		s.design.Stretch = 0
	}
	return true
}

// mostAxes bounds the places on axes that are asked for.
const mostAxes = 64

// setAxes reads places on axes, `"wght" 650, "GRAD" -50` (CSS Fonts 4, 8).
func (s *style) setAxes(value string) (ok bool) {
	if s.design.Axes = ""; value == "normal" {
		return true
	}
	var all []string
	for one := range strings.SplitSeq(value, ",") {
		words := strings.Fields(one)
		if len(words) != 2 || len(all) == mostAxes {
			return false
		}
		tag := strings.Trim(words[0], `"'`)
		v, err := strconv.ParseFloat(words[1], 64)
		if len(tag) != 4 || len(words[0]) != 6 || strings.ContainsAny(tag, `=,"'`) || err != nil {
			return false
		}
		all = append(all, tag+"="+strconv.FormatFloat(v, 'f', -1, 64))
	}
	s.design.Axes = strings.Join(all, ",")
	return true
}

// designed is the design that letters of a style ask for, in the plane in hand.
func (d *drafter) designed(s *style) Design {
	of := s.design
	if s.weight != normalWeight && s.weight != boldWeight {
		of.Weight = s.weight
	}
	if !s.anySize { // in pixels of CSS, of which four are three points
		m := d.ctm.Then(d.base)
		of.Size = s.size * math.Sqrt(math.Abs(float64(m.A*m.D)-float64(m.B*m.C))) / 0.75
	}
	return of
}
