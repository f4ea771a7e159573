package paragraph

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	tags "golang.org/x/text/language"

	"warraq/content/char"
	"warraq/content/isolate"
	"warraq/fonts"
	"warraq/layout/paragraph/bidi"
	"warraq/layout/paragraph/segment"
)

// text is a paragraph's characters, side by side with what is known of each.
type text struct {
	string string // all spans, end to end
	runes  []rune
	offset []int32 // of each rune in string, and the end
	span   []int32 // index of each rune's span
	levels []bidi.Level
	ops    []segment.Op // whether a line may end before the rune
	roles  []fonts.Role // of each rune, where some have faces of their own

	expansions []*string // of each span
	short      bool      // one of them is not nil
}

// unit is a word or a space of the paragraph in logical order: the text that
// is shaped together and never broken.
type unit struct {
	from, to int32 // runes
	style    *Style
	level    bidi.Level
	space    bool
	tied     bool       // a space within a number or code, which stays as wide as it is
	after    segment.Op // whether a line may end behind it
	voice    *voice     // nil for a space
	word     *Word
	width    float64 // points
	units    int32   // advance of a space in font units
}

// itemize cuts the spans into units and returns the characters no face has.
func (c *Compositor) itemize(spans []Span, form Form) []Missing {
	t := &c.text
	t.gather(spans)
	c.apportion()
	c.run = run{}
	base := bidi.Level(1)
	if form.LTR {
		base = 0
	}
	t.ops = c.segment.Lines(t.runes, t.ops[:0])
	c.director.Found, c.director.Ties = c.director.Found[:0], c.director.Ties[:0]
	if isolate.Numbered(t.runes) {
		tieVerses(t.runes, t.ops)
		c.resolveNumbers(base, form)
	} else {
		t.levels = c.bidi.Resolve(t.runes, base)
	}
	c.tieAnd(spans, form)
	t.hold(spans)
	return c.cut(spans, form)
}

// hold forbids the ends of lines between two characters that stand in text held whole.
func (t *text) hold(spans []Span) {
	if !slices.ContainsFunc(spans, func(s Span) bool { return s.Style.Whole }) {
		return
	}
	for i := 1; i < len(t.runes); i++ {
		if t.ops[i] == segment.May && spans[t.span[i]].Style.Whole && spans[t.span[i-1]].Style.Whole {
			t.ops[i] = segment.Never
		}
	}
}

// resolveNumbers finds the levels of a text with numbers or Latin in it.
func (c *Compositor) resolveNumbers(base bidi.Level, form Form) {
	t, d := &c.text, &c.director
	if form.Plain {
		t.levels = c.bidi.Resolve(t.runes, base)
		return
	}
	d.Find(t.runes, form.LTR)
	t.levels = c.bidi.Resolve(d.direct(t.runes), base)
	d.settle(t.runes, t.levels)
	d.tie(t.ops)
}

// gather lays the spans end to end.
func (t *text) gather(spans []Span) {
	t.runes, t.offset, t.span = t.runes[:0], t.offset[:0], t.span[:0]
	t.expansions, t.short = t.expansions[:0], false
	if len(spans) == 1 {
		t.string = spans[0].Text
	} else {
		var b strings.Builder
		for _, s := range spans {
			b.WriteString(s.Text)
		}
		t.string = b.String()
	}
	n := utf8.RuneCountInString(t.string)
	t.runes, t.offset, t.span = room(t.runes, n), room(t.offset, n+1), room(t.span, n)
	start := int32(0)
	for i, s := range spans {
		t.expansions = append(t.expansions, s.Expansion)
		t.short = t.short || s.Expansion != nil
		for at, r := range s.Text {
			t.runes = append(t.runes, plain(r))
			t.offset = append(t.offset, start+int32(at))
			t.span = append(t.span, int32(i))
		}
		start += int32(len(s.Text))
	}
	t.offset = append(t.offset, start)
}

// room is scratch space for n things, none of which is there yet.
func room[T any](scratch []T, n int) []T {
	if cap(scratch) < n {
		return make([]T, 0, n)
	}
	return scratch[:0]
}

// plain makes a space of a tab and a line feed of whatever else ends a line.
func plain(r rune) rune {
	switch r {
	case '\t':
		return ' '
	case '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return '\n'
	}
	return r
}

// cut makes the units: a space is one of its own, and a word ends where the
// style, level, face or script changes, or where a line may end.
func (c *Compositor) cut(spans []Span, form Form) []Missing {
	t := &c.text
	c.units = room(c.units, 2*strings.Count(t.string, " ")+1) // about a word a space
	var missing []Missing
	for i := 0; i < len(t.runes); {
		r := t.runes[i]
		switch {
		case isolate.IsDirective(r):
			i++
		case r == '\n':
			c.endLine()
			i++
		case r == ' ' || r == '\u00A0':
			c.addSpace(i, spans[t.span[i]].Style)
			i++
		case r == ObjectMark && spans[t.span[i]].Style.Object != nil:
			c.addObject(i, spans[t.span[i]].Style, form)
			i++
		default:
			i = c.addWord(i, spans, form, &missing)
		}
	}
	c.dropSpaces()
	return missing
}

// endLine marks a forced break behind the last word.
func (c *Compositor) endLine() {
	c.dropSpaces()
	if n := len(c.units); n > 0 {
		c.units[n-1].after = segment.Must
	}
}

// dropSpaces takes the spaces off the end of the units: none ends a line.
func (c *Compositor) dropSpaces() {
	for n := len(c.units); n > 0 && c.units[n-1].space; n-- {
		c.units = c.units[:n-1]
	}
}

// addSpace adds a space, folding a run of them into one as HTML does; no-break
// spaces side by side stay, and no line begins with a space.
func (c *Compositor) addSpace(i int, style *Style) {
	t := &c.text
	n := len(c.units)
	if n == 0 || c.units[n-1].after == segment.Must {
		return
	}
	if last := &c.units[n-1]; last.space && (t.runes[i] == ' ' || t.runes[last.from] == ' ') {
		last.after = max(last.after, t.after(i+1))
		return
	}
	c.units = append(c.units, unit{from: int32(i), to: int32(i) + 1, style: style,
		level: t.levels[i], space: true, tied: style.Font.Mono || c.director.tied(i), after: t.after(i + 1)})
}

// after tells whether a line may end before rune i; never at the very end,
// where the paragraph ends anyway.
func (t *text) after(i int) segment.Op {
	if i >= len(t.runes) {
		return segment.Never
	}
	return t.ops[i]
}

// maxWord bounds a word, in characters: what is longer is no word, and is
// shaped in pieces that join.
const maxWord = 1000

// addWord adds the word that begins at rune i and returns where it ends.
func (c *Compositor) addWord(i int, spans []Span, form Form, missing *[]Missing) int {
	t := &c.text
	style := spans[t.span[i]].Style
	script := scriptOf(t.runes[i])
	face := c.faceAt(i, spans, style.Font)
	c.lacking(i, missing)
	end := i + 1
	for end < len(t.runes) && end-i < maxWord && t.goesOn(end, spans, style) {
		if s := scriptOf(t.runes[end]); s != language.Common {
			if script != language.Common && s != script {
				break
			}
			script = s
		}
		if c.faceAt(end, spans, style.Font) != face {
			break
		}
		c.lacking(end, missing)
		end++
	}
	if script == language.Common {
		script = c.inherited(i, c.lang(style, form))
	}
	rules := form.Kashida.Rules
	if style.Still {
		rules = Spaces
	}
	after := t.after(end)
	if end < len(t.runes) && t.runes[end] == ' ' {
		after = segment.Never // the line ends at the space, if at all
	}
	if after == segment.May && end-i > 1 && t.runes[end-1] == '/' && t.runes[end-2] == '/' {
		after = segment.Never // the host stays with its https://
	}
	c.units = append(c.units, unit{from: int32(i), to: int32(end), style: style, level: t.levels[i],
		after: after, voice: c.shaper.voice(face, script, c.lang(style, form), t.levels[i], rules, style.Caps)})
	return end
}

// goesOn tells whether rune i belongs to the word before it as far as spaces,
// breaks, levels and styles go. A mark does, in whatever style: it cannot be
// set without its letter.
func (t *text) goesOn(i int, spans []Span, style *Style) bool {
	r := t.runes[i]
	if r == ' ' || r == '\u00A0' || r == '\n' || isolate.IsDirective(r) ||
		t.levels[i] != t.levels[i-1] || t.ops[i] != segment.Never {
		return false
	}
	return spans[t.span[i]].Style == style || clings(r)
}

func (c *Compositor) lang(style *Style, form Form) string {
	if style.Lang != "" {
		return style.Lang
	}
	return form.Lang
}

// isMark tells the combining marks of the Arabic block.
func isMark(r rune) bool {
	return r >= 0x064B && r <= 0x065F || r == 0x0670 || r >= 0x0610 && r <= 0x061A || r >= 0x06D6 && r <= 0x06ED
}

// isIgnorable tells joiners, variation selectors and the like
// (Default_Ignorable_Code_Point): a face need not have them, the shaper hides
// them.
func isIgnorable(r rune) bool {
	return r == 0x00AD || r == 0x034F || r >= 0x200B && r <= 0x200F || r >= 0x2060 && r <= 0x206F ||
		r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF || r >= 0xE0000 && r <= 0xE0FFF
}

// scriptOf is the script of a character, Common for whatever takes the script
// of its neighbours (UAX #24 5.1).
func scriptOf(r rune) language.Script {
	switch {
	case r < 0x80:
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return language.Latin
		}
		return language.Common
	case r >= 0x0600 && r < 0x0700:
		if r < 0x0620 || r == 0x0640 || isMark(r) || r >= 0x0660 && r <= 0x066D || r == 0x06D4 || r >= 0x06F0 && r <= 0x06F9 {
			return language.Common
		}
		return language.Arabic
	}
	if s := language.LookupScript(r); s != language.Inherited && s != language.Unknown {
		return s
	}
	return language.Common
}

// inherited is the script of a word without letters, digits or marks alone,
// that begins at rune i: that of the word before it on its level, so that
// brackets pair, else that of its language (UAX #24 5.1). Faces have forms of
// such characters by script: Urdu's digits, narrow brackets for Latin. A tatweel
// of a span of its own joins its neighbours all the same.
func (c *Compositor) inherited(i int, lang string) language.Script {
	r, level := c.text.runes[i], c.text.levels[i]
	if r == char.Tatweel || r >= 0x0660 && r <= 0x066D || r >= 0x06F0 && r <= 0x06F9 {
		return language.Arabic
	}
	for k := len(c.units) - 1; k >= 0 && c.units[k].level >= level; k-- {
		if u := &c.units[k]; !u.space && u.level == level && u.style.Object == nil {
			return u.voice.script
		}
	}
	if c.likely == 0 || c.spoken != lang {
		c.spoken, c.likely = lang, scriptOfLanguage(lang)
	}
	return c.likely
}

// scriptOfLanguage is the script that a language tag names or is most likely
// written in (CLDR, likely subtags), Common for a tag that cannot be read.
func scriptOfLanguage(lang string) language.Script {
	tag, err := tags.Raw.Parse(lang)
	if err != nil {
		return language.Common
	}
	likely, _ := tag.Script()
	script, err := language.ParseScript(likely.String())
	if err != nil {
		return language.Common
	}
	return script
}

// faceFor is the face that sets the spaces of a style.
func (c *Compositor) faceFor(style *Style) *fonts.Face { return c.faces.Face(style.Font) }
