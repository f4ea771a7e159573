package facsimile

import (
	"strings"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// textLines are where text is set (ISO 32000-1, 9.4.1).
type textLines struct{ line, here glyph.Matrix }

// Modes in which letters are drawn (ISO 32000-1, table 106).
const (
	filled = iota
	outlined
	filledAndOutlined
	unseenText
	clips // and the same again, as clips
)

// texts carries out operators of text.
func (in *painter) texts(op string) bool {
	return in.textObject(op) || in.textParameter(op) || in.textPlace(op) || in.textShown(op)
}

// textObject carries out an operator that begins or ends a text (ISO 32000-1, table 107), or
// a glyph of Type 3 (table 113).
func (in *painter) textObject(op string) bool {
	switch op {
	case "BT":
		in.lines = textLines{glyph.Identity, glyph.Identity}
	case "ET":
		if in.inText != nil {
			in.state.clip(in.canvas, in.inText, false)
			in.inText = nil
		}
	case "d1": // the glyph has no colours of its own
		in.stencil = true
	case "d0":
	default:
		return false
	}
	return true
}

// textParameter carries out an operator that says how letters are set (ISO 32000-1, table 105).
func (in *painter) textParameter(op string) bool {
	t := &in.state.text
	switch op {
	case "Tc":
		t.apart = in.num(0)
	case "Tw":
		t.words = in.num(0)
	case "Tz":
		t.scale = in.num(0) / 100
	case "TL":
		t.leading = in.num(0)
	case "Tf":
		t.font, t.size = in.fontOf(in.needed("Font", in.name(0))), in.num(1)
	case "Tr":
		t.mode = int(in.num(0))
	case "Ts":
		t.rise = in.num(0)
	default:
		return false
	}
	return true
}

// textPlace carries out an operator that goes to another place (ISO 32000-1, table 108).
func (in *painter) textPlace(op string) bool {
	switch op {
	case "Td":
		in.down(in.num(0), in.num(1))
	case "TD":
		in.state.text.leading = -in.num(1)
		in.down(in.num(0), in.num(1))
	case "Tm":
		if v := in.numbers(); len(v) >= 6 {
			in.lines = textLines{glyph.Matrix(v[:6]), glyph.Matrix(v[:6])}
		}
	case "T*":
		in.nextLine()
	default:
		return false
	}
	return true
}

// textShown carries out an operator that sets letters (ISO 32000-1, table 109).
func (in *painter) textShown(op string) bool {
	switch op {
	case "Tj":
		in.show(in.args)
	case "'":
		in.nextLine()
		in.show(in.args)
	case "\"":
		in.state.text.words, in.state.text.apart = in.num(0), in.num(1)
		in.nextLine()
		in.show(in.args[min(2, len(in.args)):])
	case "TJ":
		if len(in.args) > 0 {
			in.show(in.file.Array(in.args[0]))
		}
	default:
		return false
	}
	return true
}

// nextLine goes a leading down.
func (in *painter) nextLine() { in.down(0, -in.state.text.leading) }

// down goes to another line.
func (in *painter) down(x, y float64) {
	in.lines.line = glyph.Matrix{1, 0, 0, 1, x, y}.Then(in.lines.line)
	in.lines.here = in.lines.line
}

// placed is a letter where it stands in its line, in thousandths of an em.
type placed struct {
	letter
	x, y, width float64
	apart       bool // a gap stands before it
}

// wideGap is by how much a number between strings parts them at least so that they are read
// as words, in thousandths of an em.
const wideGap = 250

// show sets strings, and what moves them.
func (in *painter) show(parts []any) {
	t := &in.state.text
	if t.font == nil || t.size == 0 {
		return
	}
	all, end := t.lay(parts)
	in.work(operatorWork * len(all))
	k := 1000 / t.size
	m := glyph.Matrix{t.size * t.scale, 0, 0, t.size, 0, t.rise}.Then(in.lines.here).Then(in.state.ctm)
	in.lines.here = glyph.Matrix{1, 0, 0, 1, end.X / k * t.scale, end.Y / k}.Then(in.lines.here)
	in.set(all, glyph.Matrix{0.001, 0, 0, 0.001}.Then(m))
}

// lay gives the letters of strings their places, which numbers between these move (ISO
// 32000-1, 9.4.4), and tells where they end, in thousandths of an em.
func (t *textState) lay(parts []any) (all []placed, end glyph.Point) {
	made, apart := t.font, false
	for _, part := range parts {
		switch part := part.(type) {
		case float64:
			if made.down {
				end.Y -= part
			} else {
				end.X -= part
			}
			apart = apart || part < -wideGap
		case object.String:
			for s := string(part); s != ""; {
				l := made.next(s)
				s = s[min(l.bytes, len(s)):]
				p := placed{l, end.X, end.Y, made.width(l), apart}
				if more := t.behind(l); made.down {
					p.x, p.y = end.X-p.width/2, end.Y-downOrigin
					end.Y += -1000 - more
				} else {
					end.X += p.width + more
				}
				all = append(all, p)
				apart = false
			}
		}
	}
	return all, end
}

// downOrigin is how far above a letter's baseline the place is from which a line that goes
// down sets it, in thousandths of an em (ISO 32000-1, 9.7.4.3, DW2).
const downOrigin = 880

// behind is the room behind a letter that is asked for, in thousandths of an em.
func (t *textState) behind(l letter) float64 {
	k := 1000 / t.size
	more := t.apart * k
	if l.bytes == 1 && l.code == ' ' {
		more += t.words * k
	}
	return more
}

// set draws letters whose plane, of thousandths of an em, lies so in the canvas.
func (in *painter) set(all []placed, m glyph.Matrix) {
	made, mode := in.state.text.font, in.state.text.mode
	switch {
	case in.state.nothing || len(all) == 0 || m.Area() == 0:
	case made.procs != nil:
		if mode != unseenText {
			in.uses(all, m, func(p placed) string { return in.drawn(p.letter) })
		}
	case made.program == nil:
		if mode != unseenText && mode != unseenText+clips {
			in.words(all, m)
		}
	case mode == filled && !in.state.fill.patterned():
		in.uses(all, m, func(p placed) string { return in.outline(p.letter) })
	case mode != unseenText:
		in.setPath(all, m)
	}
}

// setPath draws letters as one path, where they are not filled alone, or with a pattern,
// which goes on from one to the next.
func (in *painter) setPath(all []placed, m glyph.Matrix) {
	path, mode := in.pathOf(all, m), in.state.text.mode
	if in.tooMuch {
		return
	}
	if mode >= clips {
		in.clipText(path)
	}
	if mode%clips == unseenText || len(path) == 0 {
		return
	}
	if back, ok := in.state.ctm.Inverse(); ok {
		in.paint(path.Through(back), mode%clips != outlined, false, mode%clips != filled)
	}
}

// pathOf are the outlines of letters on the canvas.
func (in *painter) pathOf(all []placed, m glyph.Matrix) (path glyph.Path) {
	made := in.state.text.font
	for _, p := range all {
		before := len(path)
		path = append(path, made.path(p.letter).Through(glyph.Matrix{1, 0, 0, 1, p.x, p.y}.Then(m))...)
		if in.work(operatorWork * (len(path) - before)); len(path) > mostSteps || in.tooMuch {
			in.tooMuch = true
			return nil
		}
	}
	return path
}

// clipText adds letters to what their text is a clip of when it ends; letters without ink
// too, behind which nothing is seen.
func (in *painter) clipText(path glyph.Path) {
	in.inText = append(in.inText, path...)
	if len(in.inText) > mostSteps {
		in.tooMuch = true
	}
	if in.inText == nil {
		in.inText = glyph.Path{}
	}
}

// uses draws letters each of which is among the definitions; one without an id has no ink.
func (in *painter) uses(all []placed, m glyph.Matrix, id func(p placed) string) {
	ink := in.inkOf(&in.state.fill, nil)
	if ink == "" || in.unseen > 0 {
		return
	}
	var b strings.Builder
	for _, p := range all {
		name := id(p)
		if name == "" {
			continue
		}
		b.WriteString(`<use xlink:href="#` + name + `"`)
		if p.x != 0 {
			b.WriteString(` x="` + num(p.x, 1) + `"`)
		}
		if p.y != 0 {
			b.WriteString(` y="` + num(p.y, 1) + `"`)
		}
		b.WriteString("/>")
	}
	if b.Len() == 0 {
		return
	}
	attrs := transform(m)
	if ink != "#000" {
		attrs += ` fill="` + ink + `"`
	}
	if a := in.state.fillAlpha; a < 1 {
		if in.state.text.font.procs != nil {
			attrs += ` opacity="` + num(a, 3) + `"`
		} else {
			attrs += ` fill-opacity="` + num(a, 3) + `"`
		}
	}
	in.put("<g" + attrs + in.state.blendStyle() + ">" + b.String() + "</g>")
}

// outline is the definition of a letter; "" for one without ink.
func (in *painter) outline(l letter) string {
	key := glyphKey{font: in.state.text.font, code: l.cid}
	if id, known := in.glyphs[key]; known {
		return id
	}
	id := ""
	if p := key.font.path(l); len(p) > 0 {
		id = in.define("g", `<path id="@" d="`+pathData(p, 1)+`"/>`)
	}
	in.glyphs[key] = id
	return id
}

// drawn is the definition of a letter of Type 3 (ISO 32000-1, 9.6.5), which operators
// draw, in the ink in hand.
func (in *painter) drawn(l letter) string {
	made := in.state.text.font
	key := glyphKey{made, l.code, hex(in.state.fill.color())}
	if id, known := in.glyphs[key]; known {
		return id
	}
	in.glyphs[key] = "" // while it is drawn
	s := in.file.Stream(made.procs[object.Name(made.names[l.code])])
	if s == nil {
		return ""
	}
	const far = 1e6
	c := in.page.canvas(box{-far, -far, far, far}, 2)
	inner := in.within(c, made.matrix.Then(glyph.Matrix{1000, 0, 0, 1000}), made.resources)
	inner.state.fill = ink{space: rgb, values: colorOf(&in.state.fill)}
	inner.state.stroke = inner.state.fill
	in.once(s, inner)
	id := ""
	if body := c.done(); len(body) > 0 {
		id = in.define("t", `<g id="@">`+string(body)+`</g>`)
	}
	in.glyphs[key] = id
	return id
}
