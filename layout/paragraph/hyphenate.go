package paragraph

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/language"

	"warraq/content/char"
	"warraq/content/isolate"
	"warraq/fonts"
	"warraq/layout/paragraph/hyphen"
)

// leastHyphenated is the fewest letters of a word that is divided.
const leastHyphenated = 5

// doubleHyphen is the price of two lines running that end in a hyphen, plain
// TeX's \doublehyphendemerits.
const doubleHyphen = 10_000

// softHyphen stands in the text of a line for the hyphen that divides a word:
// who reads the text back finds the word whole.
const softHyphen = "\u00AD"

// Hyphened tells whether the line ends within a word.
func (l *Line) Hyphened() bool {
	n := len(l.Pieces)
	return n > 0 && l.Pieces[n-1].Word != nil && strings.HasSuffix(l.Pieces[n-1].Word.Text, softHyphen)
}

// hyphenFor is the hyphenator of a language, nil for one without patterns.
func (c *Compositor) hyphenFor(lang string) *hyphen.Hyphenator {
	h, known := c.hyphens[lang]
	if !known {
		h, _ = hyphen.For(lang)
		if c.hyphens == nil {
			c.hyphens = make(map[string]*hyphen.Hyphenator)
		}
		c.hyphens[lang] = h
	}
	return h
}

// hyphenOf is the hyphen of a face, which is looked for once.
func (c *Compositor) hyphenOf(face *fonts.Face) string {
	dash, known := c.dashes[face]
	if !known {
		dash = dashOf(face)
		if c.dashes == nil {
			c.dashes = make(map[*fonts.Face]string)
		}
		c.dashes[face] = dash
	}
	return dash
}

// dashOf is the hyphen of a face, empty where it has none. Some Arabic faces have
// U+2010 down on the baseline, for which Latin letters want the other.
func dashOf(face *fonts.Face) string {
	long, short := face.Covers('\u2010'), face.Covers('-')
	switch {
	case long && short && rise(face, '\u2010') < rise(face, '-')/2:
		return "-"
	case long:
		return "\u2010"
	case short:
		return "-"
	}
	return ""
}

// rise is how far the ink of a character reaches above the baseline, in units of its face.
func rise(face *fonts.Face, r rune) int {
	gid, _ := face.Font().NominalGlyph(r)
	height, _ := face.Extent(int(gid))
	return height
}

// addWordBox adds the box of a word; one that a line may divide is a box a
// part, with a penalty as wide as the hyphen between each two.
func (c *Compositor) addWordBox(i int32, form Form) {
	u := &c.units[i]
	points := c.divisions(u, form)
	if len(points) == 0 {
		c.add(Node{Kind: Box, Width: u.width, Stretch: c.give(u, form), Unit: i})
		return
	}
	dash := c.hyphenOf(u.voice.face)
	w := c.shaper.word(u.voice, dash, 0, len(dash))
	room := Node{Kind: Penalty, Width: w.points(w.Advance, u.style), Penalty: hyphenPenalty, Unit: -1}
	from, before := u.from, 0.0
	for _, p := range points {
		to := u.from + int32(p)
		through := u.word.points(u.word.advanceTo(c.byteIn(u, to)), u.style)
		c.add(Node{Kind: Box, Width: through - before, Unit: i, from: from, to: to})
		c.add(room)
		from, before = to, through
	}
	c.add(Node{Kind: Box, Width: u.width - before, Unit: i, from: from, to: u.to})
}

// byteIn is where rune i of the paragraph lies in the text of its word.
func (c *Compositor) byteIn(u *unit, i int32) int {
	return int(c.text.offset[i] - c.text.offset[u.from])
}

// divisions are the places at which a word may be divided, in runes from its
// beginning: those of its language at which a glyph begins, since within a
// ligature the width of neither part is known.
func (c *Compositor) divisions(u *unit, form Form) []int {
	if form.NoHyphens || u.style.Whole || form.Align != Justify || form.Measure == 0 || u.to-u.from < leastHyphenated ||
		u.voice.script != language.Latin || u.voice.rtl {
		return nil
	}
	h := c.hyphenFor(c.lang(u.style, form))
	if h == nil || !c.text.alone(u) || c.director.finds(int(u.from), int(u.to)) || c.hyphenOf(u.voice.face) == "" {
		return nil
	}
	c.points = h.Points(c.text.runes[u.from:u.to], c.points[:0])
	c.points = slices.DeleteFunc(c.points, func(p int) bool {
		return !u.word.begins(c.byteIn(u, u.from+int32(p)))
	})
	return c.points
}

// alone tells whether a unit is a whole word, letters between spaces and the
// marks of a sentence: not a part of a compound, a name of a file or a formula.
func (t *text) alone(u *unit) bool {
	from, to := int(u.from), int(u.to)
	if from > 0 && !isolate.IsGap(t.runes[from-1]) && !opensWord(t.runes[from-1]) ||
		to < len(t.runes) && !isolate.IsGap(t.runes[to]) && !closesWord(t.runes[to]) {
		return false
	}
	for from < to && opensWord(t.runes[from]) {
		from++
	}
	for from < to && closesWord(t.runes[to-1]) {
		to--
	}
	letters := 0
	for _, r := range t.runes[from:to] {
		switch {
		case char.IsLetter(r):
			letters++
		case !char.In(r, char.Mn):
			return false
		}
	}
	return letters >= leastHyphenated
}

// opensWord tells the marks that stand before a word.
func opensWord(r rune) bool {
	return r == '"' || r == '\'' || r == '¿' || r == '¡' || unicode.In(r, unicode.Ps, unicode.Pi)
}

// closesWord tells the marks that stand behind a word.
func closesWord(r rune) bool {
	switch r {
	case '"', '\'', '.', ',', ';', ':', '!', '?', '…':
		return true
	}
	return unicode.In(r, unicode.Pe, unicode.Pf)
}

// finds tells whether an address or a number lies in the runes from…to.
func (d *director) finds(from, to int) bool {
	i, _ := slices.BinarySearchFunc(d.Found, from, func(s isolate.Stretch, from int) int {
		if s.To <= from {
			return -1
		}
		return 1
	})
	return i < len(d.Found) && d.Found[i].From < to && !d.Found[i].Phrase
}

// begins tells whether a glyph begins at byte at of the word's text.
func (w *Word) begins(at int) bool {
	return slices.ContainsFunc(w.Glyphs, func(g Glyph) bool { return int(g.Cluster) == at })
}

// part is the runes from…to of a word that two lines share, with a hyphen if
// the line ends behind it.
func (c *Compositor) part(u *unit, from, to int32, hyphened bool) Piece {
	whole := c.text.string[c.text.offset[u.from]:c.text.offset[u.to]]
	start, end := c.byteIn(u, from), c.byteIn(u, to)
	var w *Word
	if hyphened {
		w = c.shaper.hyphened(u.voice, whole[start:end], c.hyphenOf(u.voice.face))
	} else {
		w = c.shaper.word(u.voice, whole, start, end)
	}
	return Piece{Word: w, Style: u.style, Width: float32(w.points(w.Advance, u.style)), Level: uint8(u.level), short: c.text.shorts(from, to)}
}

// hyphened is a part of a word with a hyphen, whose text is a soft one.
func (s *shaper) hyphened(v *voice, part, dash string) *Word {
	text := part + softHyphen
	return s.once(v, wordKey{text: text, to: uint16(len(text)), hyphened: true}, func(text string) *Word {
		w := s.shape(v, part+dash, 0, len(part)+len(dash))
		w.Text = text
		for i := range w.Glyphs { // of a hyphen that cannot be shaped as one
			w.Glyphs[i].Cluster = min(w.Glyphs[i].Cluster, uint16(len(part)))
		}
		return w
	})
}

// hyphenAt is the width of the hyphen at which a line ends at node i, in
// points; 0 where it ends without.
func hyphenAt(nodes []Node, i int32) float64 {
	if i < 0 || nodes[i].Kind != Penalty {
		return 0
	}
	return nodes[i].Width
}
