package facsimile

import "warraq/content/facsimile/glyph"

// hairline is the width of the thinnest lines, points: what files give no width is drawn
// as thin as a printer can.
const hairline = 0.24

// paint paints a path that lies in the plane in hand.
func (in *painter) paint(p glyph.Path, fill, even, stroke bool) {
	s := &in.state
	on := p.Through(s.ctm)
	var inside, along string
	if fill {
		if inside = in.inkOf(&s.fill, on); inside == "" {
			fill = false
		}
	}
	if stroke {
		if along = in.inkOf(&s.stroke, on); along == "" {
			stroke = false
		}
	}
	k, alike := similar(s.ctm)
	if stroke && (alike || s.stroke.space.kind == patternKind) {
		in.element(on, inside, even, along+s.lineAttrs(k, hairline, in.canvas.digits), "")
		return
	}
	if fill {
		in.element(on, inside, even, "", "")
	}
	if stroke && k > 0 {
		in.element(p, "", false, along+s.lineAttrs(1, hairline/k, 5), transform(s.ctm))
	}
}

// element writes a path: with what it is filled, "" for nothing, and how it is drawn
// along, "" for not.
func (in *painter) element(p glyph.Path, inside string, even bool, along, where string) {
	s := &in.state
	attrs := where
	switch {
	case inside == "":
		attrs += ` fill="none"`
	case inside != "#000":
		attrs += ` fill="` + inside + `"`
	}
	if inside != "" && s.fillAlpha < 1 {
		attrs += ` fill-opacity="` + num(s.fillAlpha, 3) + `"`
	}
	if inside != "" && even {
		attrs += ` fill-rule="evenodd"`
	}
	if along != "" {
		attrs += ` stroke="` + strokeQuoted(along)
		if s.strokeAlpha < 1 {
			attrs += ` stroke-opacity="` + num(s.strokeAlpha, 3) + `"`
		}
	}
	digits := in.canvas.digits
	if where != "" {
		digits = 5
	}
	in.put(`<path d="` + pathData(p, digits) + `"` + attrs + s.blendStyle() + `/>`)
}

// strokeQuoted ends the colour, behind which other attributes stand.
func strokeQuoted(along string) string {
	for i := range along {
		if along[i] == ' ' {
			return along[:i] + `"` + along[i:]
		}
	}
	return along + `"`
}

// inkOf is how the drawing names an ink for a path of the canvas; "" for none.
func (in *painter) inkOf(k *ink, over glyph.Path) string {
	if k.space.none {
		return ""
	}
	in.overprinted(k)
	if k.space.kind != patternKind || k.tile == nil && k.space.base != nil {
		return hex(k.color())
	}
	f := in.file
	d := f.Dict(k.tile)
	m := matrixOf(f.Numbers(d["Matrix"])).Then(in.base)
	switch f.Int(d["PatternType"], 0) {
	case 1:
		if s := f.Stream(k.tile); s != nil {
			return in.tiles(s, m, k)
		}
	case 2:
		g, whole := in.gradient(d["Shading"], m)
		if whole {
			return g
		}
		if g != "" {
			in.leave("where a gradient ends within an area")
		}
		return g
	}
	in.leave("a pattern of a kind that is not known")
	return ""
}
