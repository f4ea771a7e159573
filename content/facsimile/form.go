package facsimile

import (
	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// do draws an external object (ISO 32000-1, 8.8).
func (in *painter) do() {
	name := in.name(0)
	s := in.file.Stream(in.needed("XObject", name))
	if s == nil || in.page.unseen(s.Dict["OC"]) || in.unseen > 0 || in.state.nothing {
		return
	}
	switch kind := in.file.Name(s.Dict["Subtype"]); kind {
	case "Form":
		in.form(s)
	case "Image":
		in.image(s)
	default:
		in.leave("an object " + short(string(kind)))
	}
}

// form draws a form (ISO 32000-1, 8.10), as one where it is a group of which more than
// its parts one by one is asked.
func (in *painter) form(s *object.Stream) {
	if in.depth >= deepest {
		in.leave("parts that lie too deep within each other")
		return
	}
	state := in.state
	group := in.file.Dict(s.Dict["Group"])
	asOne := state.fillAlpha < 1 || state.blend != "" || state.mask != ""
	blends := in.blends(s)
	apart := blends && in.file.Bool(group["I"])
	if in.file.Name(group["S"]) != "Transparency" || !asOne && !apart {
		in.formOn(in.canvas, s, state)
		return
	}
	if blends && !apart {
		in.leave("that parts of a group make colours with what lies below the group")
	}
	c := in.page.canvas(in.canvas.box, in.canvas.digits)
	state.fillAlpha, state.strokeAlpha, state.blend, state.mask, state.clips = 1, 1, "", "", nil
	in.formOn(c, s, state)
	body := c.done()
	if len(body) == 0 {
		return
	}
	attrs := in.state.blendStyle()
	if a := in.state.fillAlpha; a < 1 {
		attrs += ` opacity="` + num(a, 3) + `"`
	}
	if attrs == "" {
		attrs = ` style="isolation:isolate"`
	}
	in.put("<g" + attrs + ">\n" + string(body) + "</g>")
}

// blends tells whether what a form draws may make colours with what lies below.
func (in *painter) blends(form *object.Stream) bool {
	f := in.file
	for _, v := range f.Dict(f.Dict(form.Dict["Resources"])["ExtGState"]) {
		if mode := f.Get(f.Dict(v)["BM"]); mode != nil && mode != object.Name("Normal") && mode != object.Name("Compatible") {
			return true
		}
	}
	return false
}

// formOn draws a form on a canvas, in a state.
func (in *painter) formOn(c *canvas, s *object.Stream, state state) {
	f := in.file
	m := matrixOf(f.Numbers(s.Dict["Matrix"])).Then(state.ctm)
	inner := in.within(c, m, f.Dict(s.Dict["Resources"]))
	inner.stencil = in.stencil
	inner.knockout = f.Bool(f.Dict(s.Dict["Group"])["K"])
	inner.state, inner.state.ctm = state, m
	if b := rectangleOf(f.Numbers(s.Dict["BBox"])); !b.empty() {
		inner.state.clip(c, rectPath(b).Through(m), false)
	}
	if inner.state.nothing {
		return
	}
	in.once(s, inner)
}

// once carries out what a stream says, unless it is at that already.
func (in *painter) once(s *object.Stream, inner *painter) {
	if in.busy[s] {
		in.leave("a part that lies in itself")
		return
	}
	in.busy[s] = true
	defer delete(in.busy, s)
	data, _ := in.file.Decode(s)
	inner.run(data)
}

// softMask is the mask of a state (ISO 32000-1, 11.6.5.2).
func (in *painter) softMask(d object.Dict) (id string) {
	f := in.file
	form := f.Stream(d["G"])
	if form == nil || in.depth >= deepest {
		in.leave("a mask that cannot be read")
		return ""
	}
	c := in.page.canvas(in.canvas.box, in.canvas.digits)
	alpha := f.Name(d["S"]) == "Alpha"
	if back := f.Numbers(d["BC"]); len(back) > 0 && !alpha {
		space := gray
		if cs := f.Dict(form.Dict["Group"])["CS"]; cs != nil {
			space = in.spaceOf(cs, 0)
		}
		if color := space.rgb(back); color != [3]float64{} {
			whole := firstState(glyph.Identity)
			c.put(&whole, c.rect(c.box, ` fill="`+hex(color)+`"`))
		}
	}
	if tr := f.Get(d["TR"]); tr != nil && tr != object.Name("Identity") {
		in.leave("a mask that is changed by a function")
	}
	state := firstState(in.state.ctm)
	in.formOn(c, form, state)
	kind := ""
	if alpha {
		kind = ` style="mask-type:alpha"`
	}
	n := func(v float64) string { return num(v, c.digits) }
	b := c.box
	return in.define("m", `<mask id="@" maskUnits="userSpaceOnUse" x="`+n(b.left)+`" y="`+n(b.low)+`" width="`+n(b.right-b.left)+`" height="`+n(b.high-b.low)+`"`+kind+">\n"+string(c.done())+"</mask>")
}
