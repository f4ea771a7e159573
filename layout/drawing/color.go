package drawing

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// paint is a colour, something that gives colours, or nothing.
type paint struct {
	none    bool
	r, g, b uint8
	current bool   // it is the current colour, where it is inherited too
	server  string // the name of a gradient or a pattern; then the colour is for want of it
	frame   *frame // which that fits; nil for what is painted
}

// frame is what a gradient or a pattern fits, where it is not what is painted: the box
// around it, and its plane in the drawing.
type frame struct {
	box   box
	plane Matrix
}

// fitting is a paint as it is at a place, for what is to take it from there.
func (d *drafter) fitting(p paint, around func() (box, error)) (paint, error) {
	if p.server == "" || p.frame != nil {
		return p, nil
	}
	b, err := around()
	p.frame = &frame{b, d.ctm.Then(d.base)}
	return p, err
}

// shift is a frame's plane in the one in hand.
func (d *drafter) shift(f *frame) Matrix {
	if f == nil {
		return identity
	}
	back, _ := d.ctm.Then(d.base).Inverse()
	return f.plane.Then(back)
}

// plain is the colour for want of what gives colours.
func (p paint) plain() paint {
	p.server = ""
	return p
}

// luminance is how bright a colour is (SVG 1.1, 14.4), as a gray.
func luminance(r, g, b uint8) uint8 {
	return uint8(math.Round(0.2125*float64(r) + 0.7154*float64(g) + 0.0721*float64(b)))
}

// parsePaint reads a colour (SVG 1.1, 4.2, and CSS Color 4's), or what gives colours.
// alpha is what it has of opacity itself.
func parsePaint(s string, current paint) (p paint, alpha float64, ok bool) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "url(") {
		return parseServer(s, current)
	}
	s = strings.ToLower(s)
	s, _, _ = strings.Cut(s, " icc-color(")
	switch s {
	case "none", "transparent":
		return paint{none: true}, 1, true
	case "currentcolor":
		current.current = true
		return current, 1, true
	case "rebeccapurple":
		return paint{r: 0x66, g: 0x33, b: 0x99}, 1, true
	}
	if digits, found := strings.CutPrefix(s, "#"); found {
		return parseHex(digits)
	}
	if name, inner, found := strings.Cut(s, "("); found {
		v, alpha, ok := components(strings.TrimSuffix(strings.TrimSpace(inner), ")"))
		switch name {
		case "rgb", "rgba":
			return paint{r: byteOf(v[0]), g: byteOf(v[1]), b: byteOf(v[2])}, alpha, ok
		case "hsl", "hsla":
			return hsl(v), alpha, ok
		}
		return paint{}, 1, false
	}
	if c, found := colornames.Map[s]; found {
		return paint{r: c.R, g: c.G, b: c.B}, 1, true
	}
	return paint{}, 1, false
}

// parseServer reads url(#name), and the colour behind it for want of that.
func parseServer(s string, current paint) (p paint, alpha float64, ok bool) {
	inner, rest, _ := strings.Cut(s[len("url("):], ")")
	name, own := strings.CutPrefix(strings.Trim(strings.TrimSpace(inner), `"'`), "#")
	p, alpha = paint{none: true}, 1
	if rest = strings.TrimSpace(rest); rest != "" && !strings.HasPrefix(rest, "url(") {
		if p, alpha, ok = parsePaint(rest, current); !ok {
			p, alpha = paint{none: true}, 1
		}
	}
	if p.server = name; !own || name == "" {
		return p, alpha, false
	}
	return p, alpha, true
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

func byteOf(v float64) uint8 { return uint8(math.Round(min(max(v, 0), 255))) }

// components reads three numbers and an opacity, parted by commas, blanks or a slash;
// a percentage is one of 255.
func components(inner string) (v [3]float64, alpha float64, ok bool) {
	parts := strings.FieldsFunc(inner, func(r rune) bool { return r == ',' || r == '/' || r == ' ' || r == '\t' || r == '\n' })
	if len(parts) != 3 && len(parts) != 4 {
		return v, 1, false
	}
	for i, part := range parts[:3] {
		number, percent := strings.CutSuffix(strings.TrimSuffix(part, "deg"), "%")
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return v, 1, false
		}
		if v[i] = n; percent {
			v[i] *= 255.0 / 100
		}
	}
	alpha = 1
	if len(parts) == 4 {
		alpha, ok = fraction(parts[3])
		return v, alpha, ok
	}
	return v, alpha, true
}

// hsl is a colour by its hue, saturation and lightness (CSS Color 4, 7).
func hsl(v [3]float64) paint {
	hue := math.Mod(math.Mod(v[0], 360)+360, 360) / 30
	sat, light := min(max(v[1]/255, 0), 1), min(max(v[2]/255, 0), 1)
	part := func(n float64) uint8 {
		k := math.Mod(n+hue, 12)
		return byteOf(255 * (light - sat*min(light, 1-light)*max(-1, min(k-3, 9-k, 1))))
	}
	return paint{r: part(0), g: part(8), b: part(4)}
}
