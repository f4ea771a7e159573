package spell

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/content/char"
	"warraq/fonts"
	"warraq/layout/paragraph"
)

// sortsOf casts a shaped word in sorts, from left to right: what each code of
// the PDF draws, how far it advances and the text that it stands for.
//
// Readers take codes as they lie on the line and reverse right-to-left runs,
// so every code stands for one character where that can be had: kerning is
// part of the advance, and marks are drawn at their base's left edge with
// their offset in the glyph. A ligature's letters but the last each get an
// empty code that takes a share of its advance; a code that stood for several
// letters would come out backwards (layout/pdf/READERS.md).
func (c *caster) sortsOf(w *paragraph.Word) []fonts.Sort {
	return c.sorts.close(guard(c.cast(w), w.RTL))
}

// caster casts words, one after another, in trays and scratch space of its own.
type caster struct {
	sorts  tray[fonts.Sort]
	parts  tray[fonts.Part]
	glyphs []paragraph.Glyph
	ends   []uint16
}

// clear makes room for other words: the sorts of those before are not used any more.
func (c *caster) clear() {
	c.sorts.clear()
	c.parts.clear()
}

// castWord is sortsOf without what readers need beside the letters.
func (c *caster) castWord(w *paragraph.Word) []fonts.Sort { return c.sorts.close(c.cast(w)) }

// cast gives sorts to which more may be appended.
func (c *caster) cast(w *paragraph.Word) []fonts.Sort {
	glyphs, ends, end := w.Glyphs, []uint16(nil), len(w.Text)
	if w.RTL {
		glyphs = c.asTyped(glyphs)
	} else {
		ends = c.clusterEnds(w)
	}
	textAt := func(at uint16) (text string) {
		switch {
		case int(at) >= len(w.Text):
		case w.RTL: // from the last to the first
			text, end = w.Text[at:end], int(at)
		default:
			text = w.Text[at:ends[at]]
		}
		return text
	}
	sorts, parts := c.sorts.open(len(glyphs)), c.parts.open(len(glyphs))
	owed := 0 // by the clusters so far, of an advance that goes back
	for i := 0; i < len(glyphs); {
		j := clusterEnd(glyphs, i)
		ink, advance := compound(&parts, glyphs[i:j])
		text := textAt(glyphs[i].Cluster)
		for w.RTL && advance == 0 && j < len(glyphs) && hasLetter(text) {
			// the mark of a ligature stands for its last letter too, which has no
			// place but in the ligature
			text = textAt(glyphs[j].Cluster) + text
			j = clusterEnd(glyphs, j)
			parts = parts[:len(parts)-len(ink)] // no more than there are glyphs: the tray stays
			ink, advance = compound(&parts, glyphs[i:j])
		}
		shift(ink, owed)
		if advance += owed; advance < 0 {
			advance = pullBack(sorts, ink, advance)
		}
		owed = min(advance, 0)
		sorts = appendCluster(sorts, ink, max(advance, 0), text, w.RTL)
		i = j
	}
	c.parts.close(parts)
	return sorts
}

// clusterEnd is where the cluster of glyph i ends.
func clusterEnd(glyphs []paragraph.Glyph, i int) int {
	j := i + 1
	for j < len(glyphs) && glyphs[j].Cluster == glyphs[i].Cluster {
		j++
	}
	return j
}

// hasLetter tells whether a text is more than marks.
func hasLetter(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return !char.In(r, char.Mn|char.Cf) })
}

// asTyped puts the marks of each letter in the order of the manuscript, from
// right to left. HarfBuzz has shadda before the vowel, for faces that join the two
// (UTR #53), and a plain search would find no word that was typed the other way,
// as all text in NFC is. Ink stays where it is.
func (c *caster) asTyped(glyphs []paragraph.Glyph) []paragraph.Glyph {
	before := func(a, b paragraph.Glyph) int { return cmp.Compare(b.Cluster, a.Cluster) }
	if slices.IsSortedFunc(glyphs, before) {
		return glyphs
	}
	c.glyphs = append(c.glyphs[:0], glyphs...)
	glyphs = c.glyphs
	for i := range glyphs {
		for k := i; k > 0 && glyphs[k].Cluster > glyphs[k-1].Cluster; k-- {
			l, r := &glyphs[k-1], &glyphs[k]
			r.DX += int16(l.Advance)
			l.DX -= int16(r.Advance)
			*l, *r = *r, *l
		}
	}
	return glyphs
}

// clusterEnds tells, for each byte of the word's text at which a cluster begins,
// where its text ends: at the next cluster's beginning.
func (c *caster) clusterEnds(w *paragraph.Word) []uint16 {
	c.ends = slices.Grow(c.ends[:0], len(w.Text))[:len(w.Text)]
	ends := c.ends
	clear(ends)
	for _, g := range w.Glyphs {
		if int(g.Cluster) < len(ends) {
			ends[g.Cluster] = 1
		}
	}
	end := len(w.Text)
	for at := len(w.Text) - 1; at >= 0; at-- {
		if ends[at] != 0 {
			ends[at] = uint16(end)
			end = at
		}
	}
	return ends
}

// compound puts the glyphs of one cluster together as the parts of one sort, behind those
// of the word so far.
func compound(all *[]fonts.Part, glyphs []paragraph.Glyph) (parts []fonts.Part, advance int) {
	from := len(*all)
	for _, g := range glyphs {
		*all = append(*all, fonts.Part{GID: g.GID, DX: int16(advance) + g.DX, DY: g.DY})
		advance += int(g.Advance)
	}
	return slices.Clip((*all)[from:]), advance
}

// appendCluster adds the sorts of one cluster.
func appendCluster(sorts []fonts.Sort, parts []fonts.Part, advance int, text string, rtl bool) []fonts.Sort {
	if text == wordJoiner && advance == 0 {
		return sorts // it says where no line ends
	}
	if r, size := utf8.DecodeRuneInString(text); rtl && size == len(text) && r >= 0xFD40 && r <= 0xFDFF && r != '﷽' { // which all readers take as one
		if words := char.SignWords(r); words != "" {
			return append(sorts, phrase(parts, advance, words)...)
		}
	}
	if !rtl || utf8.RuneCountInString(text) < 2 {
		return append(sorts, fonts.Sort{Parts: parts, Advance: uint16(advance), Text: text})
	}
	return append(sorts, carriers(parts, advance, text)...)
}

// wordJoiner stands before the call of a note. Drawn in its size it would be a line
// by itself to poppler, which then tears the lines around it.
const wordJoiner = "\u2060"

// mostLetters is how many characters MuPDF 1.21 takes from one code.
const mostLetters = 8

// phrase spells a character that stands for whole words, ﷺ among them, as its
// words, from left to right: the last letters first and backwards, with all the
// ink, then the others without any, in as few codes as readers take, which share
// the advance: poppler goes by where each stands. MuPDF, pdf.js and PDFium take such a character apart, and the first two
// turn the words around then.
func phrase(parts []fonts.Part, advance int, words string) []fonts.Sort {
	runes := []rune(words)
	slices.Reverse(runes)
	n := (len(runes) + mostLetters - 1) / mostLetters
	var sorts []fonts.Sort
	for chunk := range slices.Chunk(runes, mostLetters) {
		share := advance / (n - len(sorts))
		sorts = append(sorts, fonts.Sort{Parts: parts, Advance: uint16(share), Text: string(chunk)})
		parts, advance = nil, advance-share
	}
	return sorts
}

// pullBack takes a negative advance, which a font cannot tell, from the sorts
// at the left, the nearest first, and moves the ink that follows as far to the
// right. It gives what is left of the advance, which the next sort owes: its ink
// begins as far to the left, and its advance is less.
func pullBack(sorts []fonts.Sort, parts []fonts.Part, advance int) int {
	for k := len(sorts) - 1; k >= 0 && advance < 0; k-- {
		taken := min(-advance, int(sorts[k].Advance))
		sorts[k].Advance -= uint16(taken)
		for i := k + 1; i < len(sorts); i++ {
			shift(sorts[i].Parts, taken)
		}
		shift(parts, taken)
		advance += taken
	}
	return advance
}

func shift(parts []fonts.Part, by int) {
	for i := range parts {
		parts[i].DX += int16(by)
	}
}

// carriers spells a right-to-left ligature letter by letter, from left to
// right: the last letter first, with all the ink, then the others without any.
// Letters share the advance; marks among them have none.
func carriers(parts []fonts.Part, advance int, text string) []fonts.Sort {
	runes := []rune(text)
	letters := 0
	for _, r := range runes {
		if !char.In(r, char.Mn) {
			letters++
		}
	}
	letters = max(letters, 1)
	sorts := make([]fonts.Sort, 0, len(runes))
	left, share := advance, advance/letters
	for i := len(runes) - 1; i >= 0; i-- {
		s := fonts.Sort{Text: string(runes[i])}
		if !char.In(runes[i], char.Mn) || i == 0 {
			s.Advance = uint16(share)
		}
		if i == 0 {
			s.Advance = uint16(left)
		}
		left -= int(s.Advance)
		if len(sorts) == 0 {
			s.Parts = parts
		}
		sorts = append(sorts, s)
	}
	return sorts
}
