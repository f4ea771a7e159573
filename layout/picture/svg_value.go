package picture

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// lexer reads numbers one after another, as paths and lists have them
// (SVG 1.1, 8.3.9): parted by blanks, a comma, or nothing where none is needed.
type lexer struct {
	s  string
	at int
}

func (l *lexer) space() {
	for l.at < len(l.s) && strings.IndexByte(" \t\r\n\f,", l.s[l.at]) >= 0 {
		l.at++
	}
}

// number reads the next number; ok is false at the end and before a letter.
func (l *lexer) number() (v float64, ok bool) {
	l.space()
	i, digits := l.at, 0
	sign := func() {
		if i < len(l.s) && (l.s[i] == '+' || l.s[i] == '-') {
			i++
		}
	}
	run := func() {
		for ; i < len(l.s) && l.s[i] >= '0' && l.s[i] <= '9'; i++ {
			digits++
		}
	}
	sign()
	run()
	if i < len(l.s) && l.s[i] == '.' {
		i++
		run()
	}
	if digits == 0 {
		return 0, false
	}
	if mantissa := i; i < len(l.s) && (l.s[i] == 'e' || l.s[i] == 'E') {
		i++
		sign()
		if digits = 0; i < len(l.s) {
			run()
		}
		if digits == 0 {
			i = mantissa // the e of em
		}
	}
	v, err := strconv.ParseFloat(l.s[l.at:i], 64)
	if err != nil || math.Abs(v) > 1e7 {
		return 0, false
	}
	l.at = i
	return v, true
}

// flag reads a flag of an arc, which nothing need part from what follows.
func (l *lexer) flag() (v float64, ok bool) {
	l.space()
	if l.at == len(l.s) || l.s[l.at] != '0' && l.s[l.at] != '1' {
		return 0, false
	}
	l.at++
	return float64(l.s[l.at-1] - '0'), true
}

// numbers reads a list of numbers and nothing else.
func numbers(s string) ([]float64, error) {
	l := lexer{s: s}
	var all []float64
	for {
		v, ok := l.number()
		if !ok {
			break
		}
		all = append(all, v)
	}
	if l.space(); l.at < len(s) {
		return nil, errors.New("is broken (a list of numbers)")
	}
	return all, nil
}

// dimension reads a length in pixels of CSS, or a percentage.
func dimension(s string) (v float64, unit string, ok bool) {
	l := lexer{s: strings.TrimSpace(s)}
	v, ok = l.number()
	switch unit = l.s[l.at:]; unit {
	case "", "px":
		return v, "", ok
	case "pt":
		return v / 0.75, "", ok
	case "pc":
		return v * 16, "", ok
	case "mm":
		return v * 96 / 25.4, "", ok
	case "cm":
		return v * 96 / 2.54, "", ok
	case "in":
		return v * 96, "", ok
	case "%":
		return v, unit, ok
	}
	return 0, unit, false
}

// paint is a colour, or nothing.
type paint struct {
	none    bool
	r, g, b uint8
}

// parsePaint reads a colour (SVG 1.1, 4.2, and CSS's of four or eight digits).
// alpha is what it has of opacity itself.
func parsePaint(s string, current paint) (p paint, alpha float64, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "none", "transparent":
		return paint{none: true}, 1, true
	case "currentcolor":
		return current, 1, true
	}
	if digits, found := strings.CutPrefix(s, "#"); found {
		return parseHex(digits)
	}
	if inner, found := strings.CutPrefix(s, "rgb("); found {
		return parseRGB(strings.TrimSuffix(inner, ")"))
	}
	if c, found := colornames.Map[s]; found {
		return paint{r: c.R, g: c.G, b: c.B}, 1, true
	}
	return paint{}, 1, false
}

func parseHex(digits string) (p paint, alpha float64, ok bool) {
	if len(digits) == 3 || len(digits) == 4 {
		var long strings.Builder
		for i := range len(digits) {
			long.WriteString(digits[i:i+1] + digits[i:i+1])
		}
		digits = long.String()
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 8 {
		return paint{}, 1, false
	}
	return paint{r: uint8(v >> 24), g: uint8(v >> 16), b: uint8(v >> 8)}, float64(v&0xFF) / 0xFF, true
}

func parseRGB(inner string) (p paint, alpha float64, ok bool) {
	parts := strings.Split(inner, ",")
	if len(parts) != 3 {
		return paint{}, 1, false
	}
	var c [3]uint8
	for i, part := range parts {
		part = strings.TrimSpace(part)
		number, percent := strings.CutSuffix(part, "%")
		v, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return paint{}, 1, false
		}
		if percent {
			v *= 255.0 / 100
		}
		c[i] = uint8(math.Round(min(max(v, 0), 255)))
	}
	return paint{r: c[0], g: c[1], b: c[2]}, 1, true
}
