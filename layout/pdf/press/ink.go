package press

import (
	"bytes"
	"math"
	"strconv"

	"warraq/content/design"
	"warraq/layout/pdf/cos"
)

// ink is what a content sets.
type ink design.CMYK

// black is that of text: one ink, so that no letter can be printed beside itself.
var black = ink{K: 1}

// inkOf is the ink of a colour of sRGB, its components from 0 to 1, by the rule
// of ISO 32000-1 10.3.5: what is gray of a colour, and a gray whole, is black
// alone; the other inks print what is left, more of it where black has less
// paper left for them.
func inkOf(r, g, b float64) ink {
	r, g, b = bounded(r), bounded(g), bounded(b)
	k := 1 - max(r, g, b)
	if k >= 1 {
		return black
	}
	part := func(v float64) float64 { return (1 - v - k) / (1 - k) }
	return ink{part(r), part(g), part(b), k}
}

// bounded is a component, however it was written (ISO 32000-1 8.6.4.1).
func bounded(v float64) float64 { return min(max(v, 0), 1) }

// appendTo writes an ink with the operator that sets it.
func (i ink) appendTo(out []byte, operator string) []byte {
	for _, v := range []float64{i.C, i.M, i.Y, i.K} {
		out = append(append(out, cos.Num(v)...), ' ')
	}
	return append(out, operator...)
}

// Inks are those of a theme; other colours are inked by the rule of inkOf.
type Inks []design.ColorInk

// of is the ink of a colour as contents have it, rounded to hundredths where it
// is gray and else to thousandths.
func (own Inks) of(r, g, b float64) ink {
	const near = 0.0051
	best, with := near, inkOf(r, g, b)
	for _, o := range own {
		off := max(math.Abs(r-float64(o.Color.R)/255), math.Abs(g-float64(o.Color.G)/255), math.Abs(b-float64(o.Color.B)/255))
		if off < best {
			best, with = off, ink(o.Ink)
		}
	}
	return with
}

// Components are the inks of a colour of a screen, each from 0 to 1.
func (own Inks) Components(r, g, b float64) (cyan, magenta, yellow, key float64) {
	i := own.of(r, g, b)
	return i.C, i.M, i.Y, i.K
}

// inkOperators are the operators that set a gray or a colour of a screen
// (ISO 32000-1 8.6.8), and those that set ink.
var inkOperators = map[string]struct {
	operands int
	ink      string
}{"g": {1, "k"}, "G": {1, "K"}, "rg": {3, "k"}, "RG": {3, "K"}}

// Inked is a content with its colours as ink. What is within a string is no
// operator, whatever it looks like.
func (own Inks) Inked(content []byte) []byte {
	out := make([]byte, 0, len(content)+len(content)/16)
	var numbers []float64 // the operands so far
	from := 0             // where they begin in out
	for len(content) > 0 {
		token := content[:tokenLength(content)]
		content = content[len(token):]
		v, number := numberOf(token)
		switch {
		case number:
			if len(numbers) == 0 {
				from = len(out)
			}
			numbers = append(numbers, v)
		case isSpace(token[0]):
		default:
			if op, ok := inkOperators[string(token)]; ok && len(numbers) == op.operands {
				r, g, b := numbers[0], numbers[op.operands/2], numbers[op.operands-1]
				out, token = own.of(r, g, b).appendTo(out[:from], op.ink), nil
			}
			numbers = numbers[:0]
		}
		out = append(out, token...)
	}
	return out
}

// numberOf reads a number (ISO 32000-1 7.3.3).
func numberOf(token []byte) (v float64, ok bool) {
	if c := token[0]; c != '-' && c != '+' && c != '.' && (c < '0' || c > '9') {
		return 0, false
	}
	v, err := strconv.ParseFloat(string(token), 64)
	return v, err == nil
}

func isSpace(c byte) bool { return bytes.IndexByte([]byte(" \n\r\t\f\x00"), c) >= 0 }

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// tokenLength is that of the token at the beginning of a content (ISO 32000-1
// 7.2): a string whole, a delimiter, white space, or what stands between.
func tokenLength(content []byte) int {
	switch c := content[0]; {
	case c == '(':
		return cos.StringLength(content)
	case isDelimiter(c):
		return 1
	default:
		n := 1
		for n < len(content) && isSpace(content[n]) == isSpace(c) && !isDelimiter(content[n]) {
			n++
		}
		return n
	}
}
