package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/pattern"
)

// A hemistich has so many characters, and one of a couplet is at most so many times as
// long as the other.
const (
	leastHemistich = 8
	mostHemistich  = 60
	mostUneven     = 1.7
)

// wide are spaces, points or stars that part hemistichs.
var wide = pattern.Of(`\s{3,}|\s+(?:\*{3,}|\.{3,}|…+|#)\s+`)

// halvesOf is where the gap of a line of two hemistichs begins and ends; ok is false
// for any other.
func halvesOf(p *Paragraph) (at, end int, ok bool) {
	const most = 400 // bytes
	if p.Role != Body || p.Level > 0 || p.Item != nil || len(p.Gaps) > 4 {
		return 0, 0, false
	}
	plain := p.Line.Plain()
	if len(plain) > most || !p.Line.OnlyText() {
		return 0, 0, false
	}
	if len(p.Gaps) > 0 {
		at = p.Gaps[0]
		end = at + len(plain[at:]) - len(strings.TrimLeftFunc(plain[at:], unicode.IsSpace))
		if last := p.Gaps[len(p.Gaps)-1]; last >= end {
			return 0, 0, false // tabs in more places than one
		}
	} else {
		gaps := wide.FindAllStringIndex(strings.TrimSpace(plain), 2)
		if len(gaps) != 1 {
			return 0, 0, false
		}
		lead := len(plain) - len(strings.TrimLeftFunc(plain, unicode.IsSpace))
		at, end = lead+gaps[0][0], lead+gaps[0][1]
	}
	a, b := utf8.RuneCountInString(strings.TrimSpace(plain[:at])), utf8.RuneCountInString(strings.TrimSpace(plain[end:]))
	short, long := float64(min(a, b)), float64(max(a, b))
	if short < leastHemistich || long > mostHemistich || long > short*mostUneven {
		return 0, 0, false
	}
	ok = !strings.ContainsFunc(plain, func(r rune) bool { return unicode.IsDigit(r) || r == ':' || unicode.Is(unicode.Latin, r) || r == '_' })
	return at, end, ok
}

// leastCouplets is how many such lines on end are a poem.
const leastCouplets = 2

// verseRun counts the lines at the head of pieces that are a poem, 0 for none.
func verseRun(pieces []Piece) int {
	n := alike(pieces, func(p *Paragraph) bool {
		_, _, ok := halvesOf(p)
		return ok
	})
	if n < leastCouplets {
		return 0
	}
	return n
}

// verse makes a poem of lines.
func verse(pieces []Piece) *content.Verse {
	v := &content.Verse{Stanzas: make([][]content.VerseLine, 1)}
	for _, piece := range pieces {
		p := piece.(*Paragraph)
		at, end, _ := halvesOf(p)
		first, second := p.Line.Split(at, end)
		v.Stanzas[0] = append(v.Stanzas[0], content.VerseLine{Halves: [][]content.Inline{first.Inlines(), second.Inlines()}})
	}
	return v
}
