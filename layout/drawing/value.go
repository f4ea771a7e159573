package drawing

import (
	"errors"
	"math"
	"strconv"
	"strings"
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

// numbers reads a list of numbers and nothing else; those before what is none come with
// the error.
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
		return all, errors.New("is broken (a list of numbers)")
	}
	return all, nil
}

// dimension reads a length in pixels of CSS, or in parts of something: a percentage, em,
// ex, rem.
func dimension(s string) (v float64, unit string, ok bool) {
	l := lexer{s: strings.TrimSpace(s)}
	v, ok = l.number()
	switch unit = strings.ToLower(l.s[l.at:]); unit {
	case "", "px":
		return v, "", ok
	case "pt":
		return v / 0.75, "", ok
	case "pc":
		return v * 16, "", ok
	case "mm":
		return v * 96 / 25.4, "", ok
	case "q":
		return v * 96 / 101.6, "", ok
	case "cm":
		return v * 96 / 2.54, "", ok
	case "in":
		return v * 96, "", ok
	case "%", "em", "ex", "ch", "rem":
		return v, unit, ok
	}
	return 0, unit, false
}
