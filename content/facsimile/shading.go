package facsimile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// shade paints all that may be seen with a gradient.
func (in *painter) shade() {
	s := &in.state
	g, _ := in.gradient(in.resource("Shading", in.name(0)), s.ctm)
	if g == "" {
		return
	}
	opacity := ""
	if s.fillAlpha < 1 {
		opacity = ` fill-opacity="` + num(s.fillAlpha, 3) + `"`
	}
	b := in.canvas.box
	if n := len(s.clips); n > 0 && s.clips[n-1].plain {
		b = s.clips[n-1].box.meet(b)
	}
	in.put(in.canvas.rect(b, ` fill="`+g+`"`+opacity+s.blendStyle()))
}

// gradient is a shading (ISO 32000-1, 8.7.4.5) whose plane lies so in the canvas; "" for
// one that is not drawn, which is named. whole tells one that is drawn just so.
func (in *painter) gradient(v any, m glyph.Matrix) (url string, whole bool) {
	d := in.file.Dict(v)
	switch kind := in.file.Int(d["ShadingType"], 0); kind {
	case axial, radial:
		return in.ramped(d, kind, m)
	case 1, 4, 5, 6, 7:
		url = in.meshed(v, kind, m)
	}
	if url == "" {
		in.leave("a shading that cannot be read")
	}
	return url, url != ""
}

// Kinds of shadings that drawings have too.
const (
	axial  = 2 // along a line
	radial = 3 // between two circles
)

// ramped is a shading, axial or radial, as a gradient of the drawing.
func (in *painter) ramped(d object.Dict, kind int, m glyph.Matrix) (url string, whole bool) {
	f := in.file
	at := f.Numbers(d["Coords"])
	fn := in.functionOf(d["Function"], 0)
	if fn == nil || len(at) < 2*kind || m.Area() == 0 {
		return "", false
	}
	ramp := in.rampOf(d, fn)
	begins, ends := false, false
	if e := f.Array(d["Extend"]); len(e) == 2 {
		begins, ends = f.Bool(e[0]), f.Bool(e[1])
	}
	tag, attrs := "linearGradient", ""
	if kind == axial {
		attrs = places(at, "x1", "y1", "x2", "y2")
	} else {
		if at[2] > at[5] { // the circles grow, as those of drawings do
			at = []float64{at[3], at[4], at[5], at[0], at[1], at[2]}
			begins, ends, ramp = ends, begins, turnedAbout(ramp)
		}
		if far := math.Hypot(at[3]-at[0], at[4]-at[1]); far > at[5]-at[2]+1e-6 {
			in.leave("a shading of circles that do not lie in each other")
			return "", false
		}
		tag, attrs = "radialGradient", places(at, "fx", "fy", "fr", "cx", "cy", "r")
	}
	if t := matrix(m); t != "" {
		attrs += ` gradientTransform="` + t + `"`
	}
	return "url(#" + in.define("s", "<"+tag+` id="@" gradientUnits="userSpaceOnUse"`+attrs+">"+stops(ramp, begins, ends)+"</"+tag+">") + ")", true
}

// rampOf are the colours that a shading's function gives.
func (in *painter) rampOf(d object.Dict, fn function) []stop {
	domain := in.file.Numbers(d["Domain"])
	if len(domain) < 2 {
		domain = []float64{0, 1}
	}
	in.work(20_000) // its colours are looked at one by one
	colors := in.spaceOf(d["ColorSpace"], 0)
	return ramp(func(t float64) [3]float64 {
		return colors.rgb(fn([]float64{between(t, 0, 1, domain[0], domain[1])}))
	})
}

// places writes numbers, each as an attribute.
func places(at []float64, names ...string) (attrs string) {
	for i, name := range names {
		if name != "fr" || at[i] > 0 {
			attrs += " " + name + `="` + num(at[i], 4) + `"`
		}
	}
	return attrs
}

// turnedAbout are stops from the end.
func turnedAbout(all []stop) (turned []stop) {
	for _, s := range slices.Backward(all) {
		turned = append(turned, stop{1 - s.at, s.color})
	}
	return turned
}

// stop is a colour of a gradient at a part of its way.
type stop struct {
	at    float64
	color [3]float64
}

// ramp are the colours of a gradient: as many as it takes for no eye to see that they are
// joined by straight lines.
func ramp(of func(t float64) [3]float64) (all []stop) {
	const pieces, most = 8, 6
	var halve func(from, to stop, depth int)
	halve = func(from, to stop, depth int) {
		middle := stop{(from.at + to.at) / 2, of((from.at + to.at) / 2)}
		far := 0.0
		for i := range middle.color {
			far = max(far, math.Abs(middle.color[i]-(from.color[i]+to.color[i])/2))
		}
		if far > 0.006 && depth < most {
			halve(from, middle, depth+1)
			halve(middle, to, depth+1)
			return
		}
		all = append(all, to)
	}
	all = append(all, stop{0, of(0)})
	for i := range pieces {
		from, to := float64(i)/pieces, float64(i+1)/pieces
		halve(stop{from, of(from)}, stop{to, of(to)}, 0)
	}
	return even(all)
}

// even leaves stops out that lie on the straight line between their neighbours.
func even(all []stop) (some []stop) {
	for i, s := range all {
		if i > 0 && i < len(all)-1 {
			before, next := some[len(some)-1], all[i+1]
			t := (s.at - before.at) / (next.at - before.at)
			far := 0.0
			for k := range s.color {
				far = max(far, math.Abs(before.color[k]+float64(t*(next.color[k]-before.color[k]))-s.color[k]))
			}
			if far < 0.001 {
				continue
			}
		}
		some = append(some, s)
	}
	return some
}

// stops writes stops; where a gradient does not go on beyond its ends, nothing is seen.
func stops(all []stop, begins, ends bool) string {
	var b strings.Builder
	clear := func(s stop) {
		fmt.Fprintf(&b, `<stop offset="%s" stop-color="%s" stop-opacity="0"/>`, num(s.at, 4), hex(s.color))
	}
	if !begins {
		clear(all[0])
	}
	for _, s := range all {
		fmt.Fprintf(&b, `<stop offset="%s" stop-color="%s"/>`, num(s.at, 4), hex(s.color))
	}
	if !ends {
		clear(all[len(all)-1])
	}
	return b.String()
}
