package facsimile

import (
	"math"
	"slices"
	"strings"

	"warraq/content/facsimile/glyph"
)

// state is the state of graphics (ISO 32000-1, 8.4).
type state struct {
	ctm          glyph.Matrix // to the canvas
	fill, stroke ink
	width        float64
	cap, join    int
	miter        float64
	dashes       []float64
	phase        float64
	fillAlpha    float64
	strokeAlpha  float64
	blend        string // as CSS names it; "" for none
	mask         string // id of a mask
	clips        []clip
	over         overprinting
	nothing      bool // nothing is within the clips
	text         textState
}

// textState is that of text (ISO 32000-1, 9.3).
type textState struct {
	font                 *font
	size, apart, words   float64
	scale, leading, rise float64
	mode                 int
}

func firstState(m glyph.Matrix) state {
	return state{ctm: m, fill: ink{space: gray}, stroke: ink{space: gray}, width: 1, miter: 10, fillAlpha: 1, strokeAlpha: 1, text: textState{scale: 1}}
}

// clip is a path beyond which nothing is seen.
type clip struct {
	box   box // of one that is an upright rectangle
	plain bool
	own   string // id of another
}

// id is the one of the definition of a clip.
func (k *clip) id(c *canvas) string {
	if !k.plain {
		return k.own
	}
	return c.define("c", `<clipPath id="@">`+c.rect(k.box, "")+`</clipPath>`)
}

// clip lets nothing be seen beyond a path of the canvas.
func (s *state) clip(c *canvas, p glyph.Path, even bool) {
	b, plain := boxed(p)
	if len(p) == 0 {
		s.nothing = true
		return
	}
	if plain {
		if b.holds(c.box) {
			return
		}
		if n := len(s.clips); n > 0 && s.clips[n-1].plain {
			if s.clips[n-1].box == b || b.holds(s.clips[n-1].box) {
				return
			}
			b = b.meet(s.clips[n-1].box)
			s.clips = s.clips[:n-1]
		}
		if b.meet(c.box).empty() {
			s.nothing = true
		}
		s.clips = append(slices.Clip(s.clips), clip{box: b, plain: true})
		return
	}
	rule := ""
	if even {
		rule = ` clip-rule="evenodd"`
	}
	id := c.define("c", `<clipPath id="@"><path d="`+c.path(p)+`"`+rule+`/></clipPath>`)
	for i := range s.clips {
		if s.clips[i].own == id {
			return
		}
	}
	if len(s.clips) == mostClips {
		c.leave("paths to which areas are cut, beyond 40 within each other")
		return
	}
	s.clips = append(slices.Clip(s.clips), clip{own: id})
}

// mostClips bounds clips within each other.
const mostClips = 40

// similar is by how much a matrix makes lengths longer, where it does so alike in all
// directions.
func similar(m glyph.Matrix) (k float64, ok bool) {
	a, b := math.Hypot(m[0], m[1]), math.Hypot(m[2], m[3])
	k = math.Sqrt(math.Abs(m.Area()))
	return k, math.Abs(a-b) <= 1e-3*max(a, b) && math.Abs(m[0]*m[2]+m[1]*m[3]) <= 1e-3*a*b
}

// lineAttrs are how a line is drawn whose lengths are so much longer; hair is the width
// of the thinnest.
func (s *state) lineAttrs(k, hair float64, digits int) string {
	var b strings.Builder
	put := func(name, value string) { b.WriteString(" " + name + `="` + value + `"`) }
	put("stroke-width", num(max(s.width*k, hair), digits+1))
	if s.cap == 1 || s.cap == 2 {
		put("stroke-linecap", []string{"", "round", "square"}[s.cap])
	}
	switch {
	case s.join == 1 || s.join == 2:
		put("stroke-linejoin", []string{"", "round", "bevel"}[s.join])
	case s.miter != 10 && s.miter >= 1:
		put("stroke-miterlimit", num(s.miter, 3))
	}
	sum := 0.0
	var dashes []string
	for _, v := range s.dashes {
		sum += v
		dashes = append(dashes, num(v*k, digits))
	}
	if sum > 0 {
		put("stroke-dasharray", strings.Join(dashes, " "))
		if s.phase != 0 {
			put("stroke-dashoffset", num(s.phase*k, digits))
		}
	}
	return b.String()
}

func unit(v float64) float64 { return min(max(v, 0), 1) }

func positive(all []float64) (some []float64) {
	for _, v := range all {
		some = append(some, max(v, 0))
	}
	if len(some) > 32 {
		some = some[:32]
	}
	return some
}

// short is a name as it is told.
func short(s string) string {
	out := []rune{}
	for _, r := range s {
		if r < ' ' || r == '\uFFFD' {
			r = '?'
		}
		if out = append(out, r); len(out) == 40 {
			break
		}
	}
	return string(out)
}
