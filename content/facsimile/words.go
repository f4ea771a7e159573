package facsimile

import (
	"strings"

	"warraq/content/facsimile/glyph"
)

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
