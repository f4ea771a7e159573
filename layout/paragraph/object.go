package paragraph

import (
	"math"

	"github.com/go-text/typesetting/language"

	"warraq/layout/paragraph/segment"
)

// ObjectMark stands in a text for an object: U+FFFC, neutral to UAX #9, beside
// which UAX #14 lets lines end (LB20).
const ObjectMark = '\uFFFC'

// Object is something set in a line as if it were a letter, such as a picture.
// A Style that has one is that of a span of one ObjectMark. On the line it is
// a piece without glyphs; one wider than the measure is set as wide as that, in
// proportion, so it is the piece's Width that holds.
type Object struct{ Width, Height, Depth float64 } // points; height above the baseline, depth below

// least is the width below which a unit cannot be set, in points. An object
// may become as narrow as it is high, so that a picture in a table's cell does
// not take the room of words.
func (u *unit) least() float64 {
	if o := u.style.Object; o != nil {
		return min(u.width, o.Height+o.Depth)
	}
	return u.width
}

// addObject adds the object at rune i.
func (c *Compositor) addObject(i int, style *Style, form Form) {
	t, o := &c.text, style.Object
	face := c.faceFor(style)
	scale := 1.0
	if room := form.MeasureOf(0) - max(form.Indent, 0); room > 0 && o.Width > room {
		scale = room / o.Width
	}
	units := func(points float64) int { // rounded down, so that it fits
		return int(math.Floor(points * scale / style.Size * float64(face.UnitsPerEm)))
	}
	v := c.shaper.voice(face, language.Common, c.lang(style, form), t.levels[i], form.Kashida.Rules, AsWritten)
	w := &Word{Face: face, Text: string(ObjectMark), RTL: v.rtl, voice: v,
		Advance: units(o.Width), Height: units(o.Height), Depth: units(o.Depth)}
	after := t.after(i + 1)
	if i+1 < len(t.runes) && t.runes[i+1] == ' ' {
		after = segment.Never // the line ends at the space, if at all
	}
	c.units = append(c.units, unit{from: int32(i), to: int32(i) + 1, style: style, level: t.levels[i],
		after: after, voice: v, word: w, width: w.points(w.Advance, style)})
}
