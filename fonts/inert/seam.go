package inert

import (
	ot "github.com/go-text/typesetting/font/opentype"

	"warraq/content/char"
)

// A word falls into pieces behind the letters that do not join. Where the face
// looks across nothing between two pieces, each may be shaped by itself, and
// pieces recur far more often than words do.

const (
	// closers are the characters behind which a piece may end: letters that do
	// not join to the next (Unicode's Joining_Type R and U), and vowels on them.
	closers = "اأإآٱدذرزوؤةءژڈڑڕۆەډړږ" + vowels
	// openers are the letters with which the next piece may begin, closers among
	// them.
	openers = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱپچژڤگکیٹڈڑںہھےۆڕەېډړږښګ"
	// vowels are marks that Unicode composes with no letter.
	vowels = "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0670"
)

// ordinal numbers some characters of the block U+0600…U+06FF from 1; the others
// have 0.
type ordinal [256]uint8

func ordinals(list string) (n ordinal) {
	for i, r := range []rune(list) {
		n[r-0x0600] = uint8(i + 1)
	}
	return n
}

// The tatweel is told behind the other closers, and behind the other openers.
var (
	barCloser = len([]rune(closers))
	barOpener = len([]rune(openers))
)

var closing, opening, vowel = ordinals(closers), ordinals(openers), ordinals(vowels)

func (n *ordinal) of(r rune) uint8 {
	if r < 0x0600 || r > 0x06FF {
		return 0
	}
	return n[r-0x0600]
}

// IsVowel tells one of the marks that may stand on letters beside a seam.
func IsVowel(r rune) bool { return vowel.of(r) != 0 }

// Parts tells whether a word has nothing but letters and vowels for which
// [Proof.Seam] holds.
func Parts(word string) bool {
	for _, r := range word {
		if opening.of(r) == 0 && vowel.of(r) == 0 {
			return false
		}
	}
	return true
}

// Seam tells whether shaping never looks across between a and the letter b behind
// it in right-to-left text of the Arabic script: no lookup of the face matches a
// form of a together with a form of b next to it. A word that [Parts] allows may
// then be shaped in two pieces with the same result as whole, glyphs, advances,
// offsets and flags, if there is a seam between b and the letter before it, and
// between b and each vowel of the piece before it.
//
// It is false unless proven from the face's GSUB, GPOS and GDEF, and wherever a
// joins to what follows.
func (p *Proof) Seam(a, b rune) bool {
	i, k := closing.of(a), opening.of(b)
	if i == 0 || k == 0 {
		return false
	}
	p.seamOnce.Do(p.findSeams)
	return p.seams[i-1]>>(k-1)&1 != 0
}

// BarSeam tells the same of a tatweel and the letter b behind it, which join: the
// pieces are then to be shaped as they join.
func (p *Proof) BarSeam(b rune) bool {
	k := opening.of(b)
	if k == 0 {
		return false
	}
	p.seamOnce.Do(p.findSeams)
	return p.seams[barCloser]>>(k-1)&1 != 0
}

// findSeams sets for each closer, and the tatweel, the bits of the openers that
// it does not touch.
func (p *Proof) findSeams() {
	all := []rune(closers + string(char.Tatweel))
	p.seams = make([]uint64, len(all))
	if !p.joinsByLookups() {
		return
	}
	// go-text takes damaged tables that it panics over when they are asked
	defer func() {
		if recover() != nil {
			clear(p.seams)
		}
	}()
	forms := p.reachable()
	sewn := forms.sewn(p, len(all))
	for i, r := range all {
		if p.nominal(r) != 0 {
			p.seams[i] = forms.plain &^ sewn[i]
		}
	}
	if forms.lost.openers>>barOpener&1 != 0 { // a tatweel that is passed over as marks are
		p.seams[barCloser] = 0
	}
}

// joinsByLookups tells whether nothing but the lookups of GSUB and GPOS shapes
// Arabic text in the face.
func (p *Proof) joinsByLookups() bool {
	_, joins := p.font.GSUB.FindFeatureIndex(ot.MustNewTag("init")) // else go-text makes up lookups
	return joins && onlyLookups(p.font) && p.font.GDEF.GlyphClassDef != nil
}
