// Package inert proves, from the GSUB, GPOS and GDEF of a face, what its shaping
// never looks across: then a text may be parted there and shaped in pieces, each
// once however often it stands in a book, with the same result as whole.
package inert

import (
	"reflect"
	"slices"
	"sync"
	"unicode"

	"warraq/fonts/internal/glyphs"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Proof is what is proven of a face, each part when it is first asked for. It is
// safe for concurrent use.
type Proof struct {
	font *font.Font

	inertOnce sync.Once
	inert     []uint64 // one bit a code point of the BMP, see Inert

	seamOnce sync.Once
	seams    []uint64 // the openers of each closer, see Seam

	stopOnce sync.Once
	stops    []uint64 // the stops of each letter, see Stop

	lettersOnce sync.Once
	letters     *font.Font // see LetterFont

	digitsOnce sync.Once
	digits     *font.Font // see DigitFont
}

// Of is what can be proven of a face, as the shaper wants it.
func Of(face *font.Font) *Proof { return &Proof{font: face} }

// partings are the characters that Inert is asked about: punctuation, none of
// which joins (Unicode's Joining_Type U).
const partings = ".,:!?()[]\"'-/%،؛؟۔«»“”‘’…–—﴿﴾"

// mirrored are the pairs among the partings whose members change places in
// right-to-left text (Unicode's Bidi_Mirroring_Glyph).
const mirrored = "()[]«»"

// Inert tells whether shaping never looks across r in right-to-left text of
// the Arabic script: no lookup of the face matches its glyph together with
// others, so that text may be parted beside r and shaped in pieces with the
// same result as whole, glyphs, advances and offsets. It tells nothing of an r
// that a mark or a format character follows (general categories M and Cf).
//
// It is false unless proven from the face's GSUB, GPOS and GDEF, and for all
// characters but some thirty of punctuation.
func (p *Proof) Inert(r rune) bool {
	if r < 0 || r >= 0x10000 {
		return false
	}
	p.inertOnce.Do(p.findInert)
	return p.inert[r>>6]>>(r&63)&1 != 0
}

// findInert sets the bits of the inert characters.
func (p *Proof) findInert() {
	p.inert = make([]uint64, 0x10000/64)
	if !onlyLookups(p.font) {
		return
	}
	// go-text takes damaged tables that it panics over when they are asked
	defer func() {
		if recover() != nil {
			clear(p.inert)
		}
	}()
	forms := p.partingForms()
	matched := forms.matched(p)
	for _, r := range partings {
		if forms.inert(p, r, matched) {
			p.inert[r>>6] |= 1 << (r & 63)
		}
	}
}

// onlyLookups tells whether nothing but the lookups of GSUB and GPOS shapes
// text in a face. Without GPOS marks are placed by what stands around them;
// the feature rand draws a number at each match, wherever it is.
func onlyLookups(f *font.Font) bool {
	aat := len(f.Kern)+len(f.Kerx)+len(f.Morx) > 0 || !f.Trak.IsEmpty()
	_, random := f.GSUB.FindFeatureIndex(ot.MustNewTag("rand"))
	return f.GPOS.Lookups != nil && !aat && !random &&
		uniform(f.GSUB.Lookups, func(l font.GSUBLookup) []tables.GSUBLookup { return l.Subtables }) &&
		uniform(f.GPOS.Lookups, func(l font.GPOSLookup) []tables.GPOSLookup { return l.Subtables })
}

// uniform tells whether the subtables of each lookup have one type, as the
// format wants. Else a pair that is found, if only to be moved by nothing,
// could keep the lookup from what it does with the first glyph alone.
func uniform[L, S any](lookups []L, subtables func(L) []S) bool {
	for _, l := range lookups {
		s := subtables(l)
		for i := 1; i < len(s); i++ {
			if reflect.TypeOf(s[i]) != reflect.TypeOf(s[0]) {
				return false
			}
		}
	}
	return true
}

// forms are the glyphs that the partings can take.
type forms struct {
	nominal map[rune]tables.GlyphID
	singles map[tables.GlyphID][]tables.GlyphID // what single substitutions make of each
	all     glyphs.Set
}

// partingForms gives the nominal glyphs of the partings and what single
// substitutions of any feature, in any number and order, make of them.
func (p *Proof) partingForms() forms {
	forms := forms{nominal: make(map[rune]tables.GlyphID), singles: make(map[tables.GlyphID][]tables.GlyphID)}
	for _, r := range partings {
		if gid, ok := p.font.NominalGlyph(r); ok && gid != 0 && !p.varies(r) {
			forms.nominal[r] = tables.GlyphID(gid)
			forms.all.Add(tables.GlyphID(gid))
		}
	}
	for fresh := forms.all; len(fresh.List) > 0; {
		fresh = forms.substitute(p.font, &fresh)
	}
	return forms
}

// varies tells whether a variation selector behind r chooses another glyph.
func (p *Proof) varies(r rune) bool {
	for _, selectors := range unicode.Variation_Selector.R16 {
		for s := rune(selectors.Lo); s <= rune(selectors.Hi); s += rune(selectors.Stride) {
			if _, ok := p.font.VariationGlyph(r, s); ok {
				return true
			}
		}
	}
	for _, selectors := range unicode.Variation_Selector.R32 {
		for s := rune(selectors.Lo); s <= rune(selectors.Hi); s += rune(selectors.Stride) {
			if _, ok := p.font.VariationGlyph(r, s); ok {
				return true
			}
		}
	}
	return false
}

// substitute notes what single substitutions make of some glyphs and gives
// those among it that were not known.
func (fs *forms) substitute(f *font.Font, of *glyphs.Set) (fresh glyphs.Set) {
	put := func(g, to tables.GlyphID) {
		fs.singles[g] = append(fs.singles[g], to)
		if !fs.all.Has(to) {
			fs.all.Add(to)
			fresh.Add(to)
		}
	}
	for _, lookup := range f.GSUB.Lookups {
		for _, s := range lookup.Subtables {
			single, ok := s.(tables.SingleSubs)
			if !ok {
				continue
			}
			covered(of, single.Cov(), func(g tables.GlyphID, index int) {
				switch s := single.Data.(type) {
				case tables.SingleSubstData1:
					put(g, g+tables.GlyphID(s.DeltaGlyphID))
				case tables.SingleSubstData2:
					if index < len(s.SubstituteGlyphIDs) {
						put(g, s.SubstituteGlyphIDs[index])
					}
				}
			})
		}
	}
	return fresh
}

// inert tells whether no form of r is matched or a mark.
func (fs *forms) inert(p *Proof, r rune, matched *glyphs.Set) bool {
	first, ok := fs.nominal[r]
	if !ok {
		return false
	}
	of := []tables.GlyphID{first}
	if i := slices.Index([]rune(mirrored), r); i >= 0 {
		other := []rune(mirrored)[i^1]
		if _, ok := p.font.NominalGlyph(other); ok {
			if first, ok = fs.nominal[other]; !ok {
				return false
			}
			of = append(of, first)
		}
	}
	for i := 0; i < len(of); i++ {
		if matched.Has(of[i]) || p.kind(of[i])&tables.GPMark != 0 {
			return false
		}
		for _, g := range fs.singles[of[i]] {
			if !slices.Contains(of, g) {
				of = append(of, g)
			}
		}
	}
	return true
}
