package pixels

import "math"

// blended is an ink, as much as it is opaque, with the colours that it makes with those of
// a pixel below, in a way as PDF names it (ISO 32000-1 11.3.5).
func blended(below []uint8, ink [4]int, way string) [4]int {
	if ink[3] == 0 || below[3] == 0 {
		return ink
	}
	var b, s [3]int // as if they were opaque
	for i := range 3 {
		b[i] = min(255, (int(below[i])*255+int(below[3])/2)/int(below[3]))
		s[i] = min(255, (ink[i]*255+ink[3]/2)/ink[3])
	}
	made := toneOf(b, s, way)
	out := ink
	for i := range 3 {
		both := (s[i]*(255-int(below[3])) + made[i]*int(below[3]) + 127) / 255
		out[i] = (both*ink[3] + 127) / 255
	}
	return out
}

// toneOf is what the colours b, below, and s make.
func toneOf(b, s [3]int, way string) (made [3]int) {
	switch way {
	case "Hue":
		return lit(saturated(s, saturation(b)), luminosity(b))
	case "Saturation":
		return lit(saturated(b, saturation(s)), luminosity(b))
	case "Color":
		return lit(s, luminosity(b))
	case "Luminosity":
		return lit(b, luminosity(s))
	}
	mixed := parts[way]
	if mixed == nil {
		return s
	}
	for i := range made {
		made[i] = mixed(b[i], s[i])
	}
	return made
}

func multiply(b, s int) int { return (b*s + 127) / 255 }

func screen(b, s int) int { return b + s - multiply(b, s) }

func hard(b, s int) int {
	if s <= 127 {
		return multiply(b, 2*s)
	}
	return screen(b, 2*s-255)
}

// parts are what one part of two colours makes, from 0 to 255.
var parts = map[string]func(b, s int) int{
	"Multiply":   multiply,
	"Screen":     screen,
	"Overlay":    func(b, s int) int { return hard(s, b) },
	"HardLight":  hard,
	"SoftLight":  soft,
	"Darken":     func(b, s int) int { return min(b, s) },
	"Lighten":    func(b, s int) int { return max(b, s) },
	"Difference": func(b, s int) int { return max(b-s, s-b) },
	"Exclusion":  func(b, s int) int { return b + s - 2*multiply(b, s) },
	"ColorDodge": func(b, s int) int {
		if b == 0 || s == 255 {
			return min(b*255, 255)
		}
		return min(255, b*255/(255-s))
	},
	"ColorBurn": func(b, s int) int {
		if b == 255 || s == 0 {
			return max(b-254, 0) * 255
		}
		return 255 - min(255, (255-b)*255/s)
	},
}

// soft darkens or lightens a little, by a part of a colour.
func soft(b, s int) int {
	if s <= 127 {
		return b - (255-2*s)*b*(255-b)/(255*255)
	}
	lighter := int(round(math.Sqrt(float64(b * 255))))
	if 4*b <= 255 { // ((16x − 12)x + 4)x
		lighter = ((16*b-12*255)*b + 4*255*255) * b / (255 * 255)
	}
	return b + (2*s-255)*(lighter-b)/255
}

// luminosity is how bright a colour is, from 0 to 255.
func luminosity(c [3]int) int { return (30*c[0] + 59*c[1] + 11*c[2] + 50) / 100 }

// saturation is how far a colour is from gray, from 0 to 255.
func saturation(c [3]int) int { return max(c[0], c[1], c[2]) - min(c[0], c[1], c[2]) }

// saturated is a colour as far from gray as asked.
func saturated(c [3]int, most int) (out [3]int) {
	low, far := min(c[0], c[1], c[2]), saturation(c)
	if far == 0 {
		return out
	}
	for i, v := range c {
		out[i] = (v - low) * most / far
	}
	return out
}

// lit is a colour as bright as asked.
func lit(c [3]int, bright int) [3]int {
	by := bright - luminosity(c)
	for i := range c {
		c[i] += by
	}
	low, high := min(c[0], c[1], c[2]), max(c[0], c[1], c[2])
	for i, v := range c {
		if low < 0 && bright > low {
			v = bright + (v-bright)*bright/(bright-low)
		}
		if high > 255 && high > bright {
			v = bright + (v-bright)*(255-bright)/(high-bright)
		}
		c[i] = min(max(v, 0), 255)
	}
	return c
}
