package facsimile

import (
	"fmt"
	"math"

	"warraq/content/facsimile/object"
)

// ink is with what something is painted.
type ink struct {
	space  *space
	values []float64 // nil for the first colour of the space
	tile   any       // a pattern, where the space is of such
}

// patterned tells an ink that is a pattern.
func (k *ink) patterned() bool { return k.space.kind == patternKind && k.tile != nil }

// space is a space of colours (ISO 32000-1, 8.6).
type space struct {
	n    int // numbers of a colour
	kind spaceKind
	base *space   // of an index, a tint or a pattern
	list []byte   // colours of an index
	high int      // its last
	tint function // to the base
	none bool     // inks that are on no plate
	lab  [4]float64
}

type spaceKind uint8

const (
	grayKind spaceKind = iota
	rgbKind
	cmykKind
	labKind
	indexKind
	tintKind
	patternKind
)

var (
	gray    = &space{n: 1, kind: grayKind}
	rgb     = &space{n: 3, kind: rgbKind}
	cmyk    = &space{n: 4, kind: cmykKind}
	pattern = &space{kind: patternKind}
)

// spaceOf reads a space of colours.
func (in *painter) spaceOf(v any, depth int) *space {
	f := in.file
	if depth > 8 {
		return gray
	}
	if name, ok := f.Get(v).(object.Name); ok {
		return in.named(name, depth)
	}
	a := f.Array(v)
	if len(a) == 0 {
		return gray
	}
	if len(a) == 1 {
		return in.spaceOf(a[0], depth+1)
	}
	switch f.Name(a[0]) {
	case "CalGray":
		return gray
	case "CalRGB":
		return rgb
	case "Lab":
		return labOf(f, f.Dict(a[1]))
	case "ICCBased":
		return in.profiled(f.Dict(a[1]), depth)
	case "Pattern":
		return &space{kind: patternKind, base: in.spaceOf(a[1], depth+1)}
	case "Indexed", "I":
		return in.indexOf(a, depth)
	case "Separation", "DeviceN":
		return in.tintOf(a, depth)
	}
	return in.spaceOf(a[0], depth+1)
}

// profiled is the space that stands for one of an ICC profile (ISO 32000-1, 8.6.5.5): by how
// many numbers it has, but for L*a*b*, which has as many as red, green and blue.
func (in *painter) profiled(d object.Dict, depth int) *space {
	f := in.file
	switch f.Int(d["N"], 0) {
	case 1:
		return gray
	case 3:
		if alt := f.Array(d["Alternate"]); len(alt) > 0 && f.Name(alt[0]) == "Lab" {
			return in.spaceOf(alt, depth+1)
		}
		return rgb
	case 4:
		return cmyk
	}
	return in.spaceOf(d["Alternate"], depth+1)
}

// named is a space by its name, or that of a resource.
func (in *painter) named(name object.Name, depth int) *space {
	switch name {
	case "DeviceGray", "G", "CalGray":
		return gray
	case "DeviceRGB", "RGB", "CalRGB":
		return rgb
	case "DeviceCMYK", "CMYK":
		return cmyk
	case "Pattern":
		return pattern
	}
	if own := in.resource("ColorSpace", name); own != nil && in.file.Get(own) != name {
		return in.spaceOf(own, depth+1)
	}
	in.leave("a colour space " + short(string(name)))
	return gray
}

func labOf(f *object.File, d object.Dict) *space {
	s := &space{n: 3, kind: labKind, lab: [4]float64{-100, 100, -100, 100}}
	if r := f.Numbers(d["Range"]); len(r) == 4 {
		s.lab = [4]float64(r)
	}
	return s
}

func (in *painter) indexOf(a object.Array, depth int) *space {
	if len(a) < 4 {
		return gray
	}
	s := &space{n: 1, kind: indexKind, base: in.spaceOf(a[1], depth+1), high: min(max(in.file.Int(a[2], 0), 0), 255)}
	switch list := in.file.Get(a[3]).(type) {
	case object.String:
		s.list = []byte(list)
	case *object.Stream:
		s.list, _ = in.file.Decode(list)
	}
	return s
}

func (in *painter) tintOf(a object.Array, depth int) *space {
	if len(a) < 4 {
		return gray
	}
	s := &space{n: 1, kind: tintKind, base: in.spaceOf(a[2], depth+1), tint: in.functionOf(a[3], 0)}
	if names := in.file.Array(a[1]); names != nil {
		s.n = min(len(names), 32)
		s.none = len(names) > 0
		for _, v := range names {
			s.none = s.none && in.file.Name(v) == "None"
		}
	} else {
		s.none = in.file.Name(a[1]) == "None"
	}
	return s
}

// first is the colour with which a space begins.
func (s *space) first() []float64 {
	v := make([]float64, s.n)
	switch s.kind {
	case cmykKind:
		v[3] = 1
	case tintKind:
		for i := range v {
			v[i] = 1
		}
	}
	return v
}

// rgb is a colour of a space, each from 0 to 1.
func (s *space) rgb(v []float64) [3]float64 {
	at := func(i int) float64 {
		if i < len(v) {
			return v[i]
		}
		return 0
	}
	switch s.kind {
	case grayKind:
		g := unit(at(0))
		return [3]float64{g, g, g}
	case rgbKind:
		return [3]float64{unit(at(0)), unit(at(1)), unit(at(2))}
	case cmykKind:
		return inks(unit(at(0)), unit(at(1)), unit(at(2)), unit(at(3)))
	case labKind:
		return fromLab(at(0), at(1), at(2))
	case indexKind:
		return s.base.rgb(s.indexed(int(at(0))))
	case tintKind:
		if s.tint == nil {
			g := 1 - unit(at(0))
			return [3]float64{g, g, g}
		}
		return s.base.rgb(s.tint(v))
	}
	return [3]float64{}
}

// indexed is the colour of the base that an index names; the list has a byte a number.
func (s *space) indexed(i int) []float64 {
	i = min(max(i, 0), s.high)
	n, lab := s.base.n, s.base.lab
	below := make([]float64, n)
	for k := range below {
		if i*n+k < len(s.list) {
			below[k] = float64(s.list[i*n+k]) / 255
		}
	}
	if s.base.kind == labKind {
		below = []float64{below[0] * 100, lab[0] + float64(below[1]*(lab[1]-lab[0])), lab[2] + float64(below[2]*(lab[3]-lab[2]))}
	}
	return below
}

// Colours of full inks, and of two of them over each other, on coated paper, as sRGB has
// them; what lies between is shared out among them by the part of the paper that each
// covers (Demichel 1924, Neugebauer 1937). Black alone is gray, so that a press prints it
// with black alone.
var printed = [8][3]float64{
	{1, 1, 1}, {0, 0.62, 0.89}, {0.90, 0, 0.49}, {0.19, 0.15, 0.51},
	{1, 0.93, 0}, {0, 0.59, 0.25}, {0.89, 0.02, 0.07}, {0.21, 0.19, 0.18},
}

func inks(c, m, y, k float64) (out [3]float64) {
	for i, p := range printed {
		part := 1.0
		for bit, v := range [3]float64{c, m, y} {
			if i>>bit&1 == 0 {
				v = 1 - v
			}
			part *= v
		}
		for n := range out {
			out[n] += float64(part * p[n])
		}
	}
	for n := range out {
		out[n] *= 1 - k
	}
	return out
}

// fromLab is a colour of CIE 1976 L*a*b* under D50, about, in sRGB.
func fromLab(l, a, b float64) (out [3]float64) {
	cube := func(t float64) float64 {
		if t > 6.0/29 {
			return t * t * t
		}
		return 3 * 36.0 / 841 * (t - 4.0/29)
	}
	m := (l + 16) / 116
	x, y, z := 0.9642*cube(m+a/500), cube(m), 0.8251*cube(m-b/200)
	for i, v := range [3]float64{float64(3.1339*x) - float64(1.6169*y) - float64(0.4906*z), float64(-0.9785*x) + float64(1.9160*y) + float64(0.0333*z), float64(0.0720*x) - float64(0.2290*y) + float64(1.4057*z)} {
		if v = unit(v); v <= 0.0031308 {
			out[i] = 12.92 * v
		} else {
			out[i] = float64(1.055*math.Pow(v, 1/2.4)) - 0.055
		}
	}
	return out
}

// hex writes a colour.
func hex(c [3]float64) string {
	var v [3]uint8
	short := true
	for i := range c {
		v[i] = uint8(math.Round(unit(c[i]) * 255))
		short = short && v[i]>>4 == v[i]&15
	}
	if short {
		return fmt.Sprintf("#%x%x%x", v[0]>>4, v[1]>>4, v[2]>>4)
	}
	return fmt.Sprintf("#%02x%02x%02x", v[0], v[1], v[2])
}

// color is a colour that is no pattern.
func (k *ink) color() [3]float64 {
	s, v := k.space, k.values
	if s.kind == patternKind {
		if s = s.base; s == nil {
			return [3]float64{}
		}
	}
	if v == nil {
		v = s.first()
	}
	return s.rgb(v)
}
