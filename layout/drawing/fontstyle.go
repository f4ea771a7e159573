package drawing

import (
	"strconv"
	"strings"
)

// setLetters sets a property of text.
func (s *style) setLetters(d *drafter, e *element, key, value string) (ok bool) {
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
		weight, err := strconv.Atoi(value)
		s.bold = err == nil && weight >= 600 || value == "bold" || value == "bolder"
	case "font-variant", "font-variant-caps":
		s.caps = strings.Contains(value, "small-caps")
	case "font-style":
		s.italic = value != "normal"
	case "font-family":
		family := strings.ToLower(value)
		s.mono = strings.Contains(family, "mono") || strings.Contains(family, "courier") || strings.Contains(family, "consolas")
	case "text-anchor":
		s.anchor = map[string]float64{"middle": 0.5, "end": 1}[value]
	case "direction":
		s.dir = map[string]int{"ltr": 1, "rtl": -1}[value]
	case "dominant-baseline", "alignment-baseline":
		if value != "no-change" {
			s.baseline = value
		}
	case "baseline-shift":
		return s.setShift(d, value)
	case "letter-spacing":
		if value == "normal" {
			value = "0"
		}
		s.spacing, ok = d.lengthAt(value, both, s.size)
		return ok
	case "white-space":
		s.preserve = strings.HasPrefix(value, "pre") || value == "break-spaces"
	case "word-spacing":
		if value == "normal" {
			value = "0"
		}
		s.blank, ok = d.lengthAt(value, both, s.size)
		return ok
	case "writing-mode":
		s.vertical = strings.HasPrefix(value, "tb") || strings.HasPrefix(value, "vertical")
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
	if len(value) > mostFont {
		return false
	}
	for words := strings.Fields(value); len(words) > 0; words = words[1:] {
		word := words[0]
		size, _, _ := strings.Cut(word, "/")
		if v, ok := d.fontSize(size, s.size); ok && (word[0] < '0' || word[0] > '9' || !isWeight(word)) {
			s.size = v
			return s.setLetters(d, nil, "font-family", strings.Join(words[1:], " "))
		}
		switch {
		case word == "italic" || word == "oblique":
			s.italic = true
		case word == "small-caps":
			s.caps = true
		case word == "bold" || word == "bolder" || isWeight(word):
			return s.fontRest(d, word, words[1:])
		}
	}
	return false
}

// fontRest reads what is behind the weight.
func (s *style) fontRest(d *drafter, weight string, words []string) bool {
	italic, caps := s.italic, s.caps
	ok := s.setFont(d, strings.Join(words, " "))
	s.italic, s.caps = s.italic || italic, s.caps || caps
	_ = s.setLetters(d, nil, "font-weight", weight)
	return ok
}

func isWeight(word string) bool {
	return len(word) == 3 && word[1:] == "00" && word[0] >= '1' && word[0] <= '9'
}
