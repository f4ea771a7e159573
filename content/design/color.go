package design

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Color is a colour in sRGB; the zero value is black.
type Color struct{ R, G, B uint8 }

// White is the paper.
var White = Color{255, 255, 255}

// ParseColor reads "#1d4f73", or "#14f" for "#1144ff".
func ParseColor(text string) (Color, bool) {
	hex, ok := strings.CutPrefix(text, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if !ok || len(hex) != 6 || err != nil {
		return Color{}, false
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// String is "#1d4f73".
func (c Color) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Luminance is the relative luminance, 0 black … 1 white (WCAG 2.2, relative
// luminance).
func (c Color) Luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear is the light of a channel of sRGB.
func linear(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// channel is the value of a channel for a light from 0 to 1.
func channel(light float64) uint8 {
	x := 12.92 * light
	if light > 0.0031308 {
		x = 1.055*math.Pow(light, 1/2.4) - 0.055
	}
	return uint8(math.Round(255 * min(max(x, 0), 1)))
}

// LeastContrast is what text and its ground must have between them (WCAG 2.2,
// 1.4.3 Contrast, level AA).
const LeastContrast = 4.5

// Contrast is the ratio of contrast of two colours, 1…21 (WCAG 2.2, contrast
// ratio).
func Contrast(a, b Color) float64 {
	x, y := a.Luminance(), b.Luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// midway is the luminance that stands out from white as from black: 4.58:1.
const midway = 0.179

// Midway is a colour of the same hue that can be read on white and on black
// alike: on a page whose ground is the reader's to choose.
func (c Color) Midway() Color { return c.Lit(midway) }

// Lit is a colour of the same hue, and as strong as can be, that has a luminance.
func (c Color) Lit(luminance float64) Color {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	light := c.Luminance()
	if k := luminance / max(light, 1e-9); max(r, g, b)*k <= 1 && light > 0 {
		return Color{channel(r * k), channel(g * k), channel(b * k)}
	}
	return c.lightened(luminance)
}

// Toned is a colour as a printer's tint or shade of it has a luminance: mixed with white,
// where [Color.Lit] would have it glow, or darkened.
func (c Color) Toned(luminance float64) Color {
	if luminance <= c.Luminance() {
		return c.Lit(luminance)
	}
	return c.lightened(luminance)
}

// lightened is a colour with as much white as a higher luminance takes.
func (c Color) lightened(luminance float64) Color {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	k := (luminance - c.Luminance()) / (1 - c.Luminance())
	return Color{channel(r + (1-r)*k), channel(g + (1-g)*k), channel(b + (1-b)*k)}
}

// Ink is what a theme says of a colour: one of its own, one of the palette by
// name, or none. The zero value is black.
type Ink struct {
	Tone  Tone
	Color Color // where Tone is Mixed
}

// Tone is a colour of the palette by what it is for.
type Tone uint8

const (
	Mixed  Tone = iota // the ink's own colour
	NoInk              // nothing is drawn
	Accent             // headings, bars
	Tint               // grounds
	Hair               // rules
)

// Tones are the names of the tones in a theme file.
var Tones = [...]string{"", "none", "accent", "tint", "rule"}

// String is the ink as a theme file has it.
func (i Ink) String() string {
	if i.Tone != Mixed {
		return Tones[i.Tone]
	}
	return i.Color.String()
}

// Palette is the colours that a theme's inks refer to.
type Palette struct {
	Accent, Tint, Rule Color
	// Press are the inks that they are printed with; nil: by rule.
	Press struct{ Accent, Tint, Rule *CMYK }
}

// CMYK is how much a press prints of cyan, magenta, yellow and black, each from
// 0 to 1.
type CMYK struct{ C, M, Y, K float64 }

// ColorInk is a colour and the ink that it is printed with.
type ColorInk struct {
	Color Color
	Ink   CMYK
}

// Inks are the inks of the palette's colours that have some of their own. Black
// has not: text is printed with black alone, or letters have coloured edges.
func (p *Palette) Inks() []ColorInk {
	var inks []ColorInk
	for _, c := range []struct {
		color Color
		ink   *CMYK
	}{{p.Accent, p.Press.Accent}, {p.Tint, p.Press.Tint}, {p.Rule, p.Press.Rule}} {
		if c.ink != nil && c.color != (Color{}) {
			inks = append(inks, ColorInk{c.color, *c.ink})
		}
	}
	return inks
}

// CoverInks are the inks of the cover's own colours that have some of their own.
// Those of the palette have the palette's.
func (t *Theme) CoverInks() []ColorInk {
	var inks []ColorInk
	c := &t.Cover
	for _, p := range []struct {
		ink   Ink
		press *CMYK
	}{{c.Ground, c.Press.Ground}, {c.Ink, c.Press.Ink}, {c.Ornament, c.Press.Ornament}} {
		if p.press != nil && p.ink.Tone == Mixed && p.ink.Color != (Color{}) {
			inks = append(inks, ColorInk{p.ink.Color, *p.press})
		}
	}
	return inks
}

// Of is the colour of an ink; false where nothing is to be drawn.
func (p Palette) Of(i Ink) (Color, bool) {
	switch i.Tone {
	case NoInk:
		return White, false
	case Accent:
		return p.Accent, true
	case Tint:
		return p.Tint, true
	case Hair:
		return p.Rule, true
	}
	return i.Color, true
}
