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
	t := &in.state.text
	switch op {
	case "BT":
		in.lines = textLines{glyph.Identity, glyph.Identity}
	case "ET":
		if in.inText != nil {
			in.state.clip(in.canvas, in.inText, false)
			in.inText = nil
		}
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
	case "Td":
		in.down(in.num(0), in.num(1))
	case "TD":
		t.leading = -in.num(1)
		in.down(in.num(0), in.num(1))
	case "Tm":
		if v := in.numbers(); len(v) >= 6 {
			in.lines = textLines{glyph.Matrix(v[:6]), glyph.Matrix(v[:6])}
		}
	case "T*":
		in.down(0, -t.leading)
	case "Tj":
		in.show(in.args)
	case "'":
		in.down(0, -t.leading)
		in.show(in.args)
	case "\"":
		t.words, t.apart = in.num(0), in.num(1)
		in.down(0, -t.leading)
		in.show(in.args[min(2, len(in.args)):])
	case "TJ":
		if len(in.args) > 0 {
			in.show(in.file.Array(in.args[0]))
		}
	case "d1":
		in.stencil = true
	case "d0":
	default:
		return false
	}
	return true
}

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

// show sets strings, and what moves them.
func (in *painter) show(parts []any) {
	t := &in.state.text
	made := t.font
	if made == nil || t.size == 0 {
		return
	}
	k := 1000 / t.size
	var all []placed
	x, y, apart := 0.0, 0.0, false
	for _, part := range parts {
		switch part := part.(type) {
		case float64:
			if made.down {
				y -= part
			} else {
				x -= part
			}
			apart = apart || part < -250
		case object.String:
			for s := string(part); s != ""; {
				l := made.next(s)
				s = s[min(l.bytes, len(s)):]
				w := made.width(l)
				more := t.apart * k
				if l.bytes == 1 && l.code == ' ' {
					more += t.words * k
				}
				if made.down {
					all = append(all, placed{l, x - w/2, y - 880, w, apart})
					y += -1000 - more
				} else {
					all = append(all, placed{l, x, y, w, apart})
					x += w + more
				}
				apart = false
			}
		}
	}
	in.work(operatorWork * len(all))
	m := glyph.Matrix{t.size * t.scale, 0, 0, t.size, 0, t.rise}.Then(in.lines.here).Then(in.state.ctm)
	in.lines.here = glyph.Matrix{1, 0, 0, 1, x / k * t.scale, y / k}.Then(in.lines.here)
	in.set(all, glyph.Matrix{0.001, 0, 0, 0.001}.Then(m))
}

// set draws letters whose plane, of thousandths of an em, lies so in the canvas.
func (in *painter) set(all []placed, m glyph.Matrix) {
	t := &in.state.text
	made, mode := t.font, t.mode
	switch {
	case in.state.nothing || len(all) == 0 || m.Area() == 0:
		return
	case made.procs != nil:
		if mode != unseenText {
			in.uses(all, m, func(p placed) string { return in.drawn(p.letter) })
		}
		return
	case made.program == nil:
		if mode != unseenText && mode != unseenText+clips {
			in.words(all, m)
		}
		return
	}
	if mode == filled && (in.state.fill.space.kind != patternKind || in.state.fill.tile == nil) {
		in.uses(all, m, func(p placed) string { return in.outline(p.letter) })
		return
	}
	if mode == unseenText {
		return
	}
	var path glyph.Path
	for _, p := range all {
		before := len(path)
		path = append(path, made.path(p.letter).Through(glyph.Matrix{1, 0, 0, 1, p.x, p.y}.Then(m))...)
		if in.work(operatorWork * (len(path) - before)); len(path) > mostSteps || in.tooMuch {
			in.tooMuch = true
			return
		}
	}
	if mode >= clips {
		in.inText = append(in.inText, path...)
		if len(in.inText) > mostSteps {
			in.tooMuch = true
		}
		if in.inText == nil {
			in.inText = glyph.Path{}
		}
	}
	if mode%clips == unseenText || len(path) == 0 {
		return
	}
	if back, ok := in.state.ctm.Inverse(); ok {
		in.paint(path.Through(back), mode%clips != outlined, false, mode%clips != filled)
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

// words sets letters whose font does not lie in the file as words, in a face that the
// reader has, as wide as they are meant.
func (in *painter) words(all []placed, m glyph.Matrix) {
	made := in.state.text.font
	var b strings.Builder
	from, end := 0.0, 0.0
	flush := func() {
		if text := strings.TrimSpace(b.String()); text != "" {
			in.word(text, from, end, m)
		}
		b.Reset()
	}
	for _, p := range all {
		text := made.text(p.letter)
		if text == "" || text == "\uFFFD" {
			if made.cmap != nil || p.code > ' ' { // else a code that nothing stands for
				in.leave("letters of " + short(made.name) + " that nothing says the characters of")
			}
			text = " "
		}
		if p.apart {
			flush()
		}
		if blank := strings.TrimSpace(text) == ""; blank && b.Len() == 0 {
			continue
		} else if b.Len() == 0 {
			from = p.x
		} else if !blank && p.x-end > 400 { // more than a blank, or tabs
			flush()
			from = p.x
		}
		if strings.TrimSpace(text) != "" {
			end = p.x + p.width
		}
		b.WriteString(text)
	}
	flush()
	if name := short(made.name); !in.told["face "+name] {
		in.told["face "+name] = true
		in.foreign = append(in.foreign, name)
	}
}

// word sets words from a place in a line up to another.
func (in *painter) word(text string, from, end float64, m glyph.Matrix) {
	s := &in.state
	k, _ := similar(m)
	size := 1000 * k
	place := glyph.Matrix{1 / k, 0, 0, -1 / k, from, 0}.Then(m)
	attrs := ""
	if at := (glyph.Matrix{1, 0, 0, 1, place[4], place[5]}); near(place, at) {
		attrs = ` x="` + num(at[4], 3) + `" y="` + num(at[5], 3) + `"`
	} else {
		attrs = transform(place)
	}
	attrs += ` font-size="` + num(size, 3) + `"` + facing(s.text.font.name)
	if n := len([]rune(text)); n > 1 && end > from {
		attrs += ` textLength="` + num((end-from)*k, 3) + `" lengthAdjust="spacingAndGlyphs"`
	}
	if ink := hex(s.fill.color()); ink != "#000" {
		attrs += ` fill="` + ink + `"`
	}
	if s.fillAlpha < 1 {
		attrs += ` fill-opacity="` + num(s.fillAlpha, 3) + `"`
	}
	in.put("<text" + attrs + s.blendStyle() + ">" + escape(text) + "</text>")
}

func near(a, b glyph.Matrix) bool {
	for i := range 4 {
		if d := a[i] - b[i]; d > 1e-4 || d < -1e-4 {
			return false
		}
	}
	return true
}

// facing is how a face looks that is not there.
func facing(name string) (attrs string) {
	lower := strings.ToLower(name)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(lower, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("courier", "mono"):
		attrs = ` font-family="monospace"`
	case has("times", "serif", "roman", "symbol") && !has("sans"):
		attrs = ` font-family="serif"`
	default:
		attrs = ` font-family="sans-serif"`
	}
	if has("bold", "black", "demi") {
		attrs += ` font-weight="bold"`
	}
	if has("italic", "oblique") {
		attrs += ` font-style="italic"`
	}
	return attrs
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func escape(text string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' || r == '\uFFFE' || r == '\uFFFF' || r >= 0xD800 && r < 0xE000 {
			return -1
		}
		return r
	}, text))
}
