package notice

import (
	"strings"

	"warraq/content/isolate"
	"warraq/content/locale"
	"warraq/content/pattern"
)

// The isolates of UAX #9 §2.4: from the left, in the direction of the first letter, and
// their end.
const (
	leftIsolate  = string(isolate.LRI)
	firstIsolate = string(isolate.FSI)
	endIsolate   = string(isolate.PDI)
)

// fill is the text in a language with what a line has in its holes.
func (c *table) fill(t *text, m match, lang int) string {
	rtl := locale.DirectionOf(Languages[lang]) == locale.RTL
	fills := make(map[string]string)
	phrased := make(map[string]bool)
	for i, h := range t.holes {
		key := string(rune('0' + h.number))
		fills[key] = listed(m.fills[i], lang)
		if h.phrased {
			if said, ok := c.phrase(m.fills[i], lang); ok {
				fills[key], phrased[key] = said, true
			}
		}
	}
	piece := func(s string, code bool) string {
		return holeForm.ReplaceAllStringFunc(s, func(h string) string {
			key := h[1:2]
			if !rtl || code || phrased[key] || fills[key] == "" {
				return bare(fills[key], rtl && !phrased[key])
			}
			return isolated(fills[key], lang)
		})
	}
	says := t.in[lang]
	if !rtl {
		return piece(says, false) + c.tail(m.tail, lang)
	}
	var b strings.Builder
	for i, part := range strings.Split(says, "`") {
		if i%2 == 1 {
			b.WriteString(leftIsolate + "`" + piece(part, true) + "`" + endIsolate)
		} else {
			b.WriteString(piece(part, false))
		}
	}
	return b.String() + c.tail(m.tail, lang)
}

// listForm is names in a row, "a, b and c".
var listForm = pattern.Of(`^\S+(?:, \S+)* and \S+$`)

// listAnd is what stands before the last of them, in each language; in a message that is
// written from the right they run from the left, as they are typed.
var listAnd = [3]string{" and ", " et ", ", "}

// listed is names in a row as a language has them, itself where it is none.
func listed(s string, lang int) string {
	if !listForm.MatchString(s) {
		return s
	}
	at := strings.LastIndex(s, " and ")
	return s[:at] + listAnd[lang] + s[at+len(" and "):]
}

// phrase is a piece of a message in a language, or a message within another.
func (c *table) phrase(said string, lang int) (string, bool) {
	if t, m := mostLiteral(c.phrases, said); t != nil {
		return c.fill(t, m, lang), true
	}
	if e, m := c.find(said, ""); e != nil {
		return c.fill(&e.says, m, lang), true
	}
	return "", false
}

// tailParts are what may follow a message.
var tailParts = pattern.Of(`(?s)^( \(\d+\))?(?:: (.*?))?(?: in “(.*)”)?(?: and (\d+) more)?(?:; (\d+) places in all)?$`)

// tailWords are the words of a tail in each language: where, and how many more, and
// in all.
var tailWords = [3]struct{ place, more, all [2]string }{
	{[2]string{" in “", "”"}, [2]string{" and ", " more"}, [2]string{"; ", " places in all"}},
	{[2]string{" dans « ", " »"}, [2]string{" et ", " de plus"}, [2]string{" ; ", " endroits en tout"}},
	{[2]string{" في «", "»"}, [2]string{" (ومثله ", ")"}, [2]string{"؛ المواضع كلها ", ""}},
}

// tail is what follows a message, in a language.
func (c *table) tail(tail string, lang int) string {
	parts := tailParts.FindStringSubmatch(tail)
	if tail == "" || parts == nil {
		return isolated(tail, lang)
	}
	words := tailWords[lang]
	var b strings.Builder
	b.WriteString(parts[1])
	if about := parts[2]; about != "" {
		said, ok := c.phrase(about, lang)
		if !ok {
			said = quoted(about, lang)
		}
		if lang == 1 {
			b.WriteString(" ")
		}
		b.WriteString(": " + said)
	}
	for i, of := range [][2]string{words.place, words.more, words.all} {
		if part := parts[3+i]; part != "" {
			b.WriteString(of[0] + isolated(part, lang) + of[1])
		}
	}
	return b.String()
}

// quoted is a piece of the manuscript in the quotation marks of a language.
func quoted(s string, lang int) string {
	inner, opened := strings.CutPrefix(s, "“")
	inner, closed := strings.CutSuffix(inner, "”")
	if !opened || !closed || strings.ContainsAny(inner, "“”") {
		return isolated(s, lang)
	}
	marks := [3][2]string{{"“", "”"}, {"« ", " »"}, {"«", "»"}}[lang]
	return marks[0] + isolated(inner, lang) + marks[1]
}

// isolated is a piece that a message takes from elsewhere, as it stands in a language.
func isolated(s string, lang int) string {
	if s == "" || locale.DirectionOf(Languages[lang]) != locale.RTL {
		return s
	}
	lines := strings.Split(bare(s, true), "\n") // a line ends what is open (UAX #9 P1)
	return firstIsolate + strings.Join(lines, endIsolate+"\n"+firstIsolate) + endIsolate
}

// bare is a piece without signs that turn the direction, where it is to stand between
// others: it could end what it did not begin.
func bare(s string, clean bool) string {
	if !clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}
