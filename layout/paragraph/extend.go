package paragraph

import (
	"cmp"
	"math"
	"slices"
)

// How words lengthen in verse, in tatweels and ems. A bar of some length reads
// as a stroke of the pen where the stub of one tatweel reads as a slip, so a
// few words take all; and a second bar in a word is allowed, which it is not in
// prose, where one is the rule (Benatia, Elyaakoubi and Lazrek, TUGboat 27:2).
const (
	easyBar    = 4 // tatweels that a word takes before another is asked
	longestBar = 2.0
)

// bar is a lengthening: n tatweels before the character at a byte of a word.
type bar struct{ at, n int }

// bearer is a word of verse that lengthens.
type bearer struct {
	piece  int
	nth    int     // of the line's words
	word   *Word   // unlengthened
	joints []Joint // in the order in which bars come to stand there, two at most
	most   int     // tatweels at each
	bars   []bar   // at the first joints
}

// extend lengthens words of a line by about slack points, to half a tatweel,
// as far as its joints allow, and returns by how much the line grew.
//
// The words that the rules like best take bars, each up to easyBar; more words
// are asked where that is not enough, neighbours last, then bars grow up to
// longestBar, and at last words take a second one.
//
// A line without spaces grows by slack or more; see [Line.cut].
func (c *Compositor) extend(line *Line, slack, spaces float64) float64 {
	all := c.bearers(line)
	if len(all) == 0 {
		return 0
	}
	unit := all[0].word.points(int(all[0].word.tatweel()), line.Pieces[all[0].piece].Style)
	if !(unit > 0) { // type of no size
		return 0
	}
	left := int(math.Round(slack / unit))
	if spaces == 0 {
		left = int(math.Ceil(slack / unit))
	}
	chosen := chooseBearers(all, left)
	left = c.deal(chosen, 0, left)
	left = c.deal(chosen, 0, left) // what some could not take
	c.deal(chosen, 1, left)
	grown, over := 0.0, 0
	for i := range chosen {
		var gain float64
		gain, over = c.lengthenTo(line, &chosen[i], over)
		grown += gain
	}
	return grown
}

// bearers lists the words that may lengthen, those that the rules like best
// first, of equals those nearest the line's end.
func (c *Compositor) bearers(line *Line) []bearer {
	var all []bearer
	words := 0
	for i := range line.Pieces {
		p := &line.Pieces[i]
		if p.Word == nil {
			continue
		}
		words++
		if p.Level&1 == 0 || p.Word.tatweel() <= 0 {
			continue
		}
		b := bearer{piece: i, nth: words, word: p.Word, joints: c.seats(p.Word)}
		if len(b.joints) == 0 {
			continue
		}
		b.most = c.longest(p.Word, b.joints[0])
		all = append(all, b)
	}
	slices.SortStableFunc(all, func(a, b bearer) int {
		return cmp.Or(cmp.Compare(b.joints[0].Score, a.joints[0].Score), cmp.Compare(b.piece, a.piece))
	})
	return all
}

// seats are the joints of a word at which it takes bars: the best, and the best
// of the others, in another joined run if there is one.
func (c *Compositor) seats(w *Word) []Joint {
	stem := prefixed([]rune(w.Text))
	joints := slices.DeleteFunc(slices.Clone(w.joints), func(j Joint) bool {
		_, ok := c.shaper.longer(w, j, 1)
		return !ok || j.Rune == stem
	})
	slices.SortStableFunc(joints, func(a, b Joint) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Rune, a.Rune))
	})
	if len(joints) < 2 {
		return joints
	}
	runs := joinedRuns([]rune(w.Text))
	second := 1
	for i := 1; i < len(joints); i++ {
		if runs[joints[i].Rune] != runs[joints[0].Rune] {
			second = i
			break
		}
	}
	return []Joint{joints[0], joints[second]}
}

// prefixed is where the article begins in a word that has ف, ب or ك before it, by
// itself or behind a و; -1 in others. A stroke there parts the prefix from its word.
func prefixed(word []rune) int {
	all := members(word)
	if len(all) > 0 && word[all[0].rune] == 'و' {
		all = all[1:]
	}
	if len(all) > 3 && word[all[1].rune] == 'ا' && word[all[2].rune] == 'ل' {
		switch word[all[0].rune] {
		case 'ف', 'ب', 'ك':
			return all[1].rune
		}
	}
	return -1
}

// joinedRuns numbers the joined run of each letter of a word.
func joinedRuns(word []rune) map[int]int {
	runs, n := make(map[int]int), 0
	for _, m := range members(word) {
		runs[m.rune] = n
		if m.last() {
			n++
		}
	}
	return runs
}

// longest is how many tatweels a joint takes: longestBar at most, drawn well.
func (c *Compositor) longest(w *Word, j Joint) int {
	return c.drawn(w, j, int(longestBar*float64(w.Face.UnitsPerEm)/w.tatweel()))
}

// drawn is the greatest number of tatweels, up to n, that the face draws well at
// a joint: where it draws a bar of two in one piece, those that it draws so,
// since a bar of pieces would show their seams.
func (c *Compositor) drawn(w *Word, j Joint, n int) int {
	two, ok := c.shaper.longer(w, j, 2)
	whole := ok && len(two.Glyphs) == len(w.Glyphs)+1
	for ; n > 0; n-- {
		if long, ok := c.shaper.longer(w, j, n); ok && (!whole || len(long.Glyphs) == len(w.Glyphs)+1) {
			break
		}
	}
	return n
}

// chooseBearers picks words that take so many tatweels with ease, side by side
// only where there are not enough others.
func chooseBearers(all []bearer, tatweels int) []bearer {
	var chosen, beside []bearer
	bears := make(map[int]bool) // of the words
	for _, b := range all {
		if tatweels <= 0 {
			return chosen
		}
		if bears[b.nth-1] || bears[b.nth+1] {
			beside = append(beside, b)
			continue
		}
		chosen, bears[b.nth] = append(chosen, b), true
		tatweels -= min(b.most, easyBar)
	}
	for _, b := range beside {
		if tatweels <= 0 {
			break
		}
		chosen = append(chosen, b)
		tatweels -= min(b.most, easyBar)
	}
	return chosen
}

// deal gives tatweels to the nth joint of words, all equally, the remainder to
// the best, and tells how many are left.
func (c *Compositor) deal(chosen []bearer, nth, left int) int {
	var able []*bearer
	for i := range chosen {
		b := &chosen[i]
		if nth < len(b.joints) && (len(b.bars) == nth || len(b.bars) == nth+1 && b.bars[nth].n < b.most) {
			able = append(able, b)
		}
	}
	for i, b := range able {
		if len(b.bars) == nth {
			b.bars = append(b.bars, bar{at: b.joints[nth].at})
		}
		seat := &b.bars[nth]
		share := min(b.most-seat.n, (left+len(able)-i-1)/(len(able)-i))
		seat.n, left = seat.n+share, left-share
	}
	return left
}

// lengthenTo sets a word with its bars, of which the first takes so many
// tatweels over, and tells by how much the line grew and how many tatweels are
// over now.
func (c *Compositor) lengthenTo(line *Line, b *bearer, over int) (gain float64, left int) {
	if len(b.bars) == 0 {
		return 0, over
	}
	left = b.bars[0].n + over
	b.bars[0].n = c.drawn(b.word, b.joints[0], min(left, b.most))
	left -= b.bars[0].n
	if b.bars[0].n == 0 {
		return 0, left
	}
	long, _ := c.shaper.longer(b.word, b.joints[0], b.bars[0].n)
	if len(b.bars) > 1 {
		if n := c.drawn(b.word, b.joints[1], b.bars[1].n); n > 0 {
			if twice, ok := c.shaper.twice(b.word, b.bars[0], bar{b.bars[1].at, n}); ok {
				long = twice
			}
		}
	}
	p := &line.Pieces[b.piece]
	before := p.Width
	p.Word, p.Width = long, float32(long.points(long.Advance, p.Style))
	return float64(p.Width - before), left
}

// cut takes points from the first bar of a line without spaces, so that it ends
// where it should: the bar's end then lies within the letter before it. It
// tells whether there was a bar long enough.
func (l *Line) cut(points float64) bool {
	for i := range l.Pieces {
		p := &l.Pieces[i]
		if points < 0 || p.Word == nil || p.Word.Bar == 0 {
			continue
		}
		units := int(math.Round(points / p.Word.points(1, p.Style)))
		w := *p.Word
		w.Glyphs = slices.Clone(w.Glyphs)
		at := 0 // the bar is the last of its letter's glyphs
		for k, g := range w.Glyphs {
			if int(g.Cluster) == w.BarAt {
				at = k
			}
		}
		if units > int(w.Glyphs[at].Advance) {
			return false
		}
		w.Glyphs[at].Advance -= int32(units)
		w.Advance -= units
		width := p.Width
		p.Word, p.Width = &w, float32(w.points(w.Advance, p.Style))
		l.Width += float64(p.Width - width)
		return true
	}
	return false
}
