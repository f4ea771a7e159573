package paragraph

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"

	"warraq/content/char"
)

// Lengthening is how words may be lengthened to fill a line. The zero value
// is the naskh rules, used sparingly: one joint a word, no two neighbouring
// words, none under another, at most a third of a line's words.
type Lengthening struct {
	Rules Kashida
	// WordsPart is the part of a line's words that may lengthen; 0 is a third.
	WordsPart float64
	// Neighbours lets two words side by side lengthen.
	Neighbours bool
	// Apart is how far a bar stands from those of the line above, in ems; 0 is
	// one em, a negative value lets them stand anywhere.
	Apart float64
	// Most is how many tatweels a joint takes; 0 is two.
	Most int
	// WordPart is how much longer a word may get, in parts of its width; 0 is
	// a quarter.
	WordPart float64
}

// Lengthens tells whether any word may lengthen.
func (l Lengthening) Lengthens() bool { return l.Rules != Spaces }

func (l *Lengthening) wordsPart() float64 { return cmp.Or(l.WordsPart, 1.0/3) }
func (l *Lengthening) apart() float64     { return cmp.Or(l.Apart, 1) }
func (l *Lengthening) most() int          { return cmp.Or(l.Most, 2) }
func (l *Lengthening) wordPart() float64  { return cmp.Or(l.WordPart, 0.25) }

// findJoints finds the places where a word may lengthen: where the rules ask
// for it, the shaper says that a tatweel changes nothing else, and the face
// has one.
func (s *shaper) findJoints(w *Word) {
	rules := w.voice.rules
	if !w.RTL || w.voice.script != language.Arabic || rules == Spaces || !w.Face.Covers(char.Tatweel) {
		return
	}
	s.runes = s.runes[:0]
	for _, r := range w.Text {
		s.runes = append(s.runes, r)
	}
	if isName(s.runes) {
		return
	}
	s.letters, s.joints = appendMembers(s.letters[:0], s.runes), s.joints[:0]
	for j := range rules.among(s.letters) {
		if j.at = byteOffset(w.Text, j.Rune); w.safeAt(j.at) {
			s.joints = append(s.joints, j)
		}
	}
	w.joints = s.stock.seats(s.joints)
}

// byteOffset is where the nth character of a string begins.
func byteOffset(s string, n int) int {
	for at := range s {
		if n == 0 {
			return at
		}
		n--
	}
	return len(s)
}

// safeAt tells whether a tatweel before the character at a byte changes
// nothing else of the word.
func (w *Word) safeAt(at int) bool {
	for _, g := range w.Glyphs {
		if int(g.Cluster) == at && g.Flags&SafeToTatweel != 0 {
			return true
		}
	}
	return false
}

// best is the joint of a word that the rules like best, the one nearest its
// end where several are alike.
func (w *Word) best() (best Joint, ok bool) {
	for _, j := range w.joints {
		if j.Score >= best.Score {
			best, ok = j, true
		}
	}
	return best, ok
}

// give is how far a unit may lengthen, in points: what its joint takes, if
// that is at least one tatweel.
func (c *Compositor) give(u *unit, form Form) float64 {
	if form.Align != Justify || u.word == nil || u.level&1 == 0 {
		return 0
	}
	if len(u.word.joints) == 0 {
		return 0
	}
	bar := u.word.tatweel()
	room := form.Kashida.wordPart() * float64(u.word.Advance)
	if room < bar {
		return 0
	}
	return u.word.points(int(min(room, bar*float64(form.Kashida.most()))), u.style)
}

// tatweel is the advance of the face's tatweel, in font units.
func (w *Word) tatweel() float64 {
	return float64(w.Face.Tatweel)
}

// longer gives the word with n tatweels at a joint, shaped again; ok is false
// where that is not longer, or undoes a ligature of the word.
func (s *shaper) longer(w *Word, j Joint, n int) (long *Word, ok bool) {
	if w.parts != nil {
		return w.parts.longer(s, w, j, n)
	}
	long = s.shared(w.voice, wordKey{text: w.Text, to: uint16(len(w.Text)), bar: uint16(n), at: uint16(j.at)}, func() *Word {
		return s.shapePieces(w.voice, w.Text, bar{j.at, n})
	})
	return long, w.stays(long, n)
}

// twice gives the word with bars at two joints, in either order; ok is as for
// longer.
func (s *shaper) twice(w *Word, a, b bar) (long *Word, ok bool) {
	if w.parts != nil {
		return w.parts.twice(s, w, a, b)
	}
	if a.at > b.at {
		a, b = b, a
	}
	long = s.shapePieces(w.voice, w.Text, a, b)
	return long, w.stays(long, a.n+b.n)
}

// shapeBars shapes a text with bars as it is. A bar belongs to the letter behind it, at
// whose side it is drawn.
func (s *shaper) shapeBars(v *voice, text string, bars []bar) *Word {
	var barred strings.Builder
	from := 0
	for _, b := range bars {
		barred.WriteString(text[from:b.at])
		barred.WriteString(strings.Repeat(string(char.Tatweel), b.n))
		from = b.at
	}
	barred.WriteString(text[from:])
	long := s.shape(v, barred.String(), 0, barred.Len())
	long.Text, long.Bar, long.BarAt = text, bars[0].n, bars[0].at
	for i := range long.Glyphs {
		g := &long.Glyphs[i]
		g.Cluster = uint16(unbarred(int(g.Cluster), bars))
	}
	return long
}

// unbarred is where a byte of a text with bars lies in the text without.
func unbarred(at int, bars []bar) int {
	taken := 0
	for _, b := range bars {
		from, size := b.at+taken, b.n*utf8.RuneLen(char.Tatweel)
		if at <= from {
			break
		}
		if at < from+size {
			return b.at
		}
		taken += size
	}
	return at - taken
}

// stays tells whether n tatweels made the word longer and changed nothing else.
func (w *Word) stays(long *Word, n int) bool {
	return long.Advance > w.Advance && len(long.Glyphs) >= len(w.Glyphs) && len(long.Glyphs) <= len(w.Glyphs)+n && long.clusters() == w.clusters()
}

// clusters counts the clusters: a ligature undone has more of them.
func (w *Word) clusters() int {
	n := 0
	for i := range w.Glyphs {
		if i == 0 || w.Glyphs[i].Cluster != w.Glyphs[i-1].Cluster {
			n++
		}
	}
	return n
}

// candidate is a word of a line that may lengthen.
type candidate struct {
	piece int
	joint Joint
	word  *Word // unlengthened
	bars  int   // tatweels it has been given
	long  *Word // with them
}

// lengthen lets words of a loose line lengthen until its spaces are about
// their natural width again, and returns by how much the line grew.
//
// The bars that the slack asks for are dealt out among the words that the
// rules like best, all equally, the remainder to the best of them; only then
// is each word shaped, since that is what costs.
func (c *Compositor) lengthen(line *Line, slack, spaces float64, form Form, indent float64) float64 {
	above := c.bars
	c.bars, c.above = c.above[:0], above
	if form.Kashida.Rules == Spaces || slack <= freeRatio*spaceStretch*spaces {
		return 0
	}
	chosen, wanted := c.choose(line, above, form, indent, slack)
	grown := 0.0
	for i := range chosen {
		k := &chosen[i]
		k.bars = min(form.Kashida.most(), (wanted+len(chosen)-i-1)/(len(chosen)-i))
		for ; k.bars > 0; k.bars-- {
			if gain := c.gain(line, k, form); gain > 0 && grown+gain/2 <= slack {
				wanted -= k.bars
				grown += gain
				k.apply(line)
				break
			}
		}
	}
	for i := range chosen {
		if chosen[i].bars > 0 {
			c.bars = append(c.bars, c.barX(line, &chosen[i], form, indent, slack-grown))
		}
	}
	return grown
}

// choose picks the words that lengthen, as many as the line may have and the
// slack asks for, and tells how many tatweels that is.
func (c *Compositor) choose(line *Line, above []float64, form Form, indent, slack float64) (chosen []candidate, wanted int) {
	limit := int(form.Kashida.wordsPart() * float64(countWords(line)))
	chosen = c.chosen[:0]
	for _, k := range c.candidates(line) {
		bar := k.word.points(int(k.word.tatweel()), line.Pieces[k.piece].Style)
		if bar <= 0 {
			continue
		}
		wanted = int(math.Round(slack / bar))
		if len(chosen) == min(limit, wanted) {
			break
		}
		if c.mayLengthen(line, chosen, &k, above, form, indent, slack) {
			chosen = append(chosen, k)
		}
	}
	c.chosen = chosen
	return chosen, wanted
}

func countWords(line *Line) int {
	n := 0
	for i := range line.Pieces {
		if line.Pieces[i].Word != nil {
			n++
		}
	}
	return n
}

// candidates lists the words of a line that have a joint, the best class
// first and in it those nearest the line's end.
func (c *Compositor) candidates(line *Line) []candidate {
	all := c.able[:0]
	for i := range line.Pieces {
		p := &line.Pieces[i]
		if p.Word == nil || p.Level&1 == 0 {
			continue
		}
		if j, ok := p.Word.best(); ok {
			all = append(all, candidate{piece: i, joint: j, word: p.Word})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.joint.Score, a.joint.Score), cmp.Compare(b.piece, a.piece))
	})
	c.able = all
	return all
}

// gain is by how many points a word grows that takes its bars; 0 where it may
// not.
func (c *Compositor) gain(line *Line, k *candidate, form Form) float64 {
	long, ok := c.shaper.longer(k.word, k.joint, k.bars)
	if !ok || float64(long.Advance-k.word.Advance) > form.Kashida.wordPart()*float64(k.word.Advance) {
		return 0
	}
	k.long = long
	return long.points(long.Advance-k.word.Advance, line.Pieces[k.piece].Style)
}

func (k *candidate) apply(line *Line) {
	p := &line.Pieces[k.piece]
	p.Word = k.long
	p.Width = float32(p.Word.points(p.Word.Advance, p.Style))
}

// mayLengthen keeps lengthened words apart: not side by side, and not under
// one of the line above.
func (c *Compositor) mayLengthen(line *Line, chosen []candidate, k *candidate, above []float64, form Form, indent, slack float64) bool {
	if !form.Kashida.Neighbours {
		for i := range chosen {
			if wordsBetween(line, chosen[i].piece, k.piece) == 0 {
				return false
			}
		}
	}
	if form.Kashida.apart() < 0 || len(above) == 0 {
		return true
	}
	em := line.Pieces[k.piece].Style.Size
	x := c.barX(line, k, form, indent, slack)
	for _, other := range above {
		if math.Abs(other-x) < (form.Kashida.apart()+apartSlack)*em {
			return false
		}
	}
	return true
}

// apartSlack is how far a bar may yet move, in ems, while the line's other
// words take theirs.
const apartSlack = 0.75

// wordsBetween counts the words between two pieces of a line.
func wordsBetween(line *Line, a, b int) int {
	n := 0
	for i := min(a, b) + 1; i < max(a, b); i++ {
		if line.Pieces[i].Word != nil {
			n++
		}
	}
	return n
}

// barX is where a joint comes to stand when slack is shared among the spaces,
// in points from the start edge of the measure.
func (c *Compositor) barX(line *Line, k *candidate, form Form, indent, slack float64) float64 {
	natural, before, spaces, spacesBefore := 0.0, 0.0, 0.0, 0.0
	for i := range line.Pieces {
		p := &line.Pieces[i]
		natural += float64(p.Width)
		if p.Word == nil {
			spaces += float64(p.Width)
		}
		if i < k.piece {
			before += float64(p.Width)
			if p.Word == nil {
				spacesBefore += float64(p.Width)
			}
		}
	}
	x := indent + before
	if spaces > 0 {
		x += slack * spacesBefore / spaces
	}
	p := &line.Pieces[k.piece]
	return x + p.Word.points(p.Word.advanceTo(k.joint.at), p.Style)
}

// advanceTo is the advance of the glyphs of the characters before byte at of
// the word's text, in font units.
func (w *Word) advanceTo(at int) int {
	n := 0
	for _, g := range w.Glyphs {
		if int(g.Cluster) < at {
			n += int(g.Advance)
		}
	}
	return n
}

// BarAt is where a lengthened word's bar begins, in points from the left end
// of the measure; ok is false for a word without one.
func (p *Piece) BarAt() (x float64, ok bool) {
	if p.Word == nil || p.Word.Bar == 0 {
		return 0, false
	}
	return float64(p.X+p.Width) - p.Word.points(p.Word.advanceTo(p.Word.BarAt), p.Style), true
}
