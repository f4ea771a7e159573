package lettering

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/fonts"
	"warraq/layout/drawing"
	"warraq/layout/paragraph"
)

// cluster is letters that are moved and turned as one, or a blank.
type cluster struct {
	run    int     // of the label
	at     float64 // its left edge as it is set, points from the left end of the line
	wide   float64 // points
	own    float64 // of a blank, as wide as it is in its face
	first  rune
	joined bool        // to others beside it: nothing parts them
	face   *fonts.Face // nil for a blank
	unit   float64     // points of a font unit
	rise   float64     // points
	glyphs []paragraph.Glyph
}

// clustersOf cuts the pieces of a line, in the order in which they are read, in clusters
// from left to right. Text is that of the label's runs.
func clustersOf(l *drawing.Label, faces *fonts.Set, text string, pieces []paragraph.Piece) (all []cluster) {
	runAt := runsOf(l)
	cursor := 0
	for i := range pieces {
		p := &pieces[i]
		if p.Word == nil {
			all = append(all, cluster{run: runAt(cursor), at: float64(p.X), wide: float64(p.Width), own: blank(faces, p.Style), first: ' '})
			_, size := utf8.DecodeRuneInString(text[cursor:])
			cursor += size
			continue
		}
		if ahead := strings.Index(text[cursor:], p.Word.Text); ahead >= 0 {
			cursor += ahead
		}
		all = append(all, ofWord(p, func(at int) int { return runAt(cursor + at) })...)
		cursor = min(cursor+len(p.Word.Text), len(text))
	}
	sort.SliceStable(all, func(i, k int) bool { return all[i].at < all[k].at })
	ownBlanks(all)
	return all
}

// ownBlanks makes blanks as wide as they are in their face: so wide they are in what a
// drawing was made for.
func ownBlanks(all []cluster) {
	further := 0.0
	for i := range all {
		c := &all[i]
		if c.at += further; c.face == nil {
			further += c.own - c.wide
			c.wide = c.own
		}
	}
}

// runsOf tells of which run of a label a byte of its text is.
func runsOf(l *drawing.Label) func(at int) int {
	ends := make([]int, len(l.Runs))
	for i := range l.Runs {
		ends[i] = len(clean(l.Runs[i].Text))
		if i > 0 {
			ends[i] += ends[i-1]
		}
	}
	return func(at int) int { return min(sort.SearchInts(ends, at+1), len(ends)-1) }
}

// blank is how wide a blank is in a style, points.
func blank(faces *fonts.Set, style *paragraph.Style) float64 {
	face := faces.Face(style.Font)
	return float64(face.Space) * style.Size / float64(face.UnitsPerEm)
}

// ofWord are the clusters of a word, whose bytes are of such runs. Marks go with their
// letter, which in words from the right is drawn behind them.
func ofWord(p *paragraph.Piece, runAt func(at int) int) (all []cluster) {
	word := p.Word
	unit := p.Style.Size / float64(word.Face.UnitsPerEm)
	pen := 0
	for i, g := range word.Glyphs {
		at := min(int(g.Cluster), len(word.Text))
		first, _ := utf8.DecodeRuneInString(word.Text[at:])
		run := runAt(at)
		if i == 0 || g.Cluster != word.Glyphs[i-1].Cluster {
			if last := len(all) - 1; last >= 0 && all[last].run == run && marked(all[last].first, first, word.RTL) {
				if word.RTL {
					all[last].first = first
				}
			} else {
				all = append(all, cluster{run: run, at: float64(p.X) + float64(pen)*unit, first: first, face: word.Face, unit: unit, rise: p.Style.Rise})
			}
		}
		c := &all[len(all)-1]
		c.joined = unicode.In(c.first, cursive...)
		c.glyphs = append(c.glyphs, g)
		c.wide += float64(g.Advance) * unit
		pen += int(g.Advance)
	}
	return all
}

// marked tells whether one of two characters that are drawn side by side is a mark of the
// other.
func marked(left, right rune, rtl bool) bool {
	if rtl {
		return unicode.Is(unicode.M, left)
	}
	return unicode.Is(unicode.M, right)
}

// cursive are the scripts whose letters join: no space parts them.
var cursive = []*unicode.RangeTable{unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Mandaic, unicode.Adlam, unicode.Devanagari, unicode.Bengali}

// endsOf are those of clusters.
func endsOf(all []cluster) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for i := range all {
		left, right = min(left, all[i].at), max(right, all[i].at+all[i].wide)
	}
	return left, max(left, right)
}

// inLine are clusters and more that stand behind them, in a line from the right or the left.
func inLine(all, more []cluster, rtl bool) []cluster {
	if len(all) == 0 || len(more) == 0 {
		return append(all, more...)
	}
	left, right := endsOf(all)
	first, last := endsOf(more)
	by := right - first
	if rtl {
		by = left - last
	}
	for i := range more {
		more[i].at += by
	}
	if rtl {
		return append(more, all...)
	}
	return append(all, more...)
}

// upright tells a letter that stands upright in a column (UAX #50).
func upright(r rune) bool {
	return r >= 0x1100 && r <= 0x11FF || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFAFF ||
		r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF01 && r <= 0xFF60 || r >= 0x1F000 && r <= 0x1FAFF || r >= 0x20000 && r <= 0x3FFFD
}
