package fonts

import (
	"errors"
	"fmt"
	"iter"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"

	"warraq/fonts/internal/glyphs"
	"warraq/fonts/internal/sfnt"
)

// A font of a stranger is looked through before the shaper sees it: its tables are
// programs, which the shaper carries out. Faces that people make come nowhere near
// these bounds.

// fontBounds are how much a font may ask of a shaper.
type fontBounds struct {
	nesting int // of lookups that call lookups
	growth  int // glyphs that one may become
	parts   int // of a composite glyph, and of its parts
	depth   int // of composites within composites
	rules   int // of all lookups of a table, with what they call
}

// usualFont is far from what 1,150 faces of the world's scripts ask for; of them Noto
// Nastaliq Urdu grows most, by this reckoning, which takes each rule to apply wherever
// it could. go-text 0.3.5 does not stop where lookups nest too deep.
var usualFont = fontBounds{nesting: 8, growth: 1 << 20, parts: 2000, depth: maxNesting, rules: 2_000_000}

var (
	errNested   = errors.New("its tables of layout call each other without end or too deep; use another font")
	errGrows    = errors.New("its substitutions make too many glyphs of one; use another font")
	errPieces   = errors.New("a glyph of it has parts without end or too many; use another font")
	errTooRuled = errors.New("its tables of layout have too many rules; use another font")
)

// bearable looks through the tables of layout and the outlines of a font. It does so
// by tables that go-text has read, over some of which it panics.
func (f *Face) bearable(most fontBounds) (err error) {
	defer func() {
		if recover() != nil {
			err = sfnt.ErrDamaged
		}
	}()
	gsub, gpos := f.font.GSUB.Lookups, f.font.GPOS.Lookups
	sub, rules, ok := callsOf(len(gsub), func(i int) []tables.GSUBLookup { return gsub[i].Subtables }, calledBySub)
	pos, more, ordered := callsOf(len(gpos), func(i int) []tables.GPOSLookup { return gpos[i].Subtables }, calledByPos)
	if !ok || !ordered || rules+more > most.rules {
		return errTooRuled
	}
	for _, calls := range [][][]uint16{sub, pos} {
		if !shallow(calls, most.nesting) {
			return errNested
		}
	}
	if grows(gsub, sub, f.Glyphs, most.growth) {
		return errGrows
	}
	return f.fewParts(most)
}

// callsOf are the lookups that the subtables of each of n lookups call, and how many
// calls there are; ok is false where a coverage is not orderly.
func callsOf[T interface{ Cov() tables.Coverage }](n int, subtables func(i int) []T, calledBy func(T) []uint16) (calls [][]uint16, rules int, ok bool) {
	calls = make([][]uint16, n)
	for i := range calls {
		for _, t := range subtables(i) {
			if !orderly(t.Cov()) {
				return nil, 0, false
			}
			calls[i] = append(calls[i], calledBy(t)...)
		}
		rules += len(calls[i])
	}
	return calls, rules, true
}

// orderly tells a coverage whose ranges are no more glyphs than a font can have.
func orderly(c tables.Coverage) bool {
	ranges, ok := c.(tables.Coverage2)
	if !ok {
		return true
	}
	n := 0
	for _, r := range ranges.Ranges {
		n += max(0, int(r.EndGlyphID)-int(r.StartGlyphID)+1)
	}
	return n <= 1<<16
}

// shallow tells whether lookups that call others do so at most so deep, and never
// come back to themselves.
func shallow(calls [][]uint16, most int) bool {
	depth := make([]int, len(calls)) // 0: not known, -1: in hand
	var look func(i int) int
	look = func(i int) int {
		if depth[i] != 0 {
			return depth[i]
		}
		depth[i] = -1
		deepest := 1
		for _, c := range calls[i] {
			if int(c) >= len(calls) {
				continue
			}
			d := look(int(c))
			if d < 0 || d > most {
				deepest = -1
				break
			}
			deepest = max(deepest, d+1)
		}
		depth[i] = deepest
		return deepest
	}
	for i := range calls {
		if d := look(i); d < 0 || d > most+1 {
			return false
		}
	}
	return true
}

func calledBySub(t tables.GSUBLookup) []uint16 {
	switch t := t.(type) {
	case tables.ContextualSubs:
		switch d := t.Data.(type) {
		case tables.ContextualSubs1:
			return calledByRules(d.SeqRuleSet)
		case tables.ContextualSubs2:
			return calledByRules(d.ClassSeqRuleSet)
		case tables.ContextualSubs3:
			return lookupsOf(nil, d.SeqLookupRecords)
		}
	case tables.ChainedContextualSubs:
		switch d := t.Data.(type) {
		case tables.ChainedContextualSubs1:
			return calledByChains(d.ChainedSeqRuleSet)
		case tables.ChainedContextualSubs2:
			return calledByChains(d.ChainedClassSeqRuleSet)
		case tables.ChainedContextualSubs3:
			return lookupsOf(nil, d.SeqLookupRecords)
		}
	}
	return nil
}

func calledByPos(t tables.GPOSLookup) []uint16 {
	switch t := t.(type) {
	case tables.ContextualPos:
		switch d := t.Data.(type) {
		case tables.ContextualPos1:
			return calledByRules(d.SeqRuleSet)
		case tables.ContextualPos2:
			return calledByRules(d.ClassSeqRuleSet)
		case tables.ContextualPos3:
			return lookupsOf(nil, d.SeqLookupRecords)
		}
	case tables.ChainedContextualPos:
		switch d := t.Data.(type) {
		case tables.ChainedContextualPos1:
			return calledByChains(d.ChainedSeqRuleSet)
		case tables.ChainedContextualPos2:
			return calledByChains(d.ChainedClassSeqRuleSet)
		case tables.ChainedContextualPos3:
			return lookupsOf(nil, d.SeqLookupRecords)
		}
	}
	return nil
}

func calledByRules(sets []tables.SequenceRuleSet) (called []uint16) {
	for _, set := range sets {
		for _, rule := range set.SeqRule {
			called = lookupsOf(called, rule.SeqLookupRecords)
		}
	}
	return called
}

func calledByChains(sets []tables.ChainedSequenceRuleSet) (called []uint16) {
	for _, set := range sets {
		for _, rule := range set.ChainedSeqRules {
			called = lookupsOf(called, rule.SeqLookupRecords)
		}
	}
	return called
}

func lookupsOf(called []uint16, records []tables.SequenceLookupRecord) []uint16 {
	for _, r := range records {
		called = append(called, r.LookupListIndex)
	}
	return called
}

// grows tells whether the substitutions, one behind the other, may make more than so
// many glyphs of one. What a rule calls is taken as if it stood in the rule's place.
func grows(lookups []font.GSUBLookup, calls [][]uint16, glyphs, most int) bool {
	size := make([]int, glyphs) // of what each becomes by the lookups behind the one in hand
	for g := range size {
		size[g] = 1
	}
	for i := len(lookups) - 1; i >= 0; i-- {
		seen := map[uint16]bool{}
		apply := append([]uint16{uint16(i)}, calls[i]...)
		for n := 0; n < len(apply); n++ {
			at := apply[n]
			if int(at) >= len(lookups) || seen[at] {
				continue
			}
			seen[at] = true
			apply = append(apply, calls[at]...)
			if grown(lookups[at], size, most) {
				return true
			}
		}
	}
	return false
}

// grown puts one lookup before those that size knows.
func grown(l font.GSUBLookup, size []int, most int) bool {
	after := make(map[tables.GlyphID]int)
	for _, t := range l.Subtables {
		for i, g := range glyphs.Covered(t.Cov()) {
			if n := becomes(t, g, i, size); n > after[g] {
				after[g] = n
			}
		}
	}
	for g, n := range after {
		if int(g) < len(size) && n > size[g] {
			size[g] = n
		}
		if n > most {
			return true
		}
	}
	return false
}

// becomes is how many glyphs come of one, the ith that a substitution covers.
func becomes(t tables.GSUBLookup, g tables.GlyphID, i int, size []int) int {
	of := func(g tables.GlyphID) int {
		if int(g) < len(size) {
			return size[g]
		}
		return 1
	}
	switch s := t.(type) {
	case tables.SingleSubs:
		switch s := s.Data.(type) {
		case tables.SingleSubstData1:
			return of(g + tables.GlyphID(s.DeltaGlyphID))
		case tables.SingleSubstData2:
			if i < len(s.SubstituteGlyphIDs) {
				return of(s.SubstituteGlyphIDs[i])
			}
		}
	case tables.MultipleSubs:
		if i < len(s.Sequences) {
			n := 0
			for _, g := range s.Sequences[i].SubstituteGlyphIDs {
				n += of(g)
			}
			return n
		}
	case tables.AlternateSubs:
		if i < len(s.AlternateSets) {
			n := 0
			for _, g := range s.AlternateSets[i].AlternateGlyphIDs {
				n = max(n, of(g))
			}
			return n
		}
	case tables.LigatureSubs:
		if i < len(s.LigatureSets) {
			n := 0
			for _, l := range s.LigatureSets[i].Ligatures {
				n = max(n, of(l.LigatureGlyph))
			}
			return n
		}
	}
	return 1
}

// partsOf are the glyphs that a composite is made of.
func (f *Face) partsOf(gid int) iter.Seq[int] {
	return func(yield func(int) bool) {
		g := f.glyph(gid)
		if len(g) < glyphHeadSize || int16(be16(g, 0)) >= 0 {
			return
		}
		r := glyphReader{b: g[glyphHeadSize:]}
		for more := true; more; {
			p, ok := r.part()
			if !ok || !yield(p.gid) {
				return
			}
			more = p.flags&moreParts != 0
		}
	}
}

// fewParts tells whether no composite has too many parts, with those of its parts.
func (f *Face) fewParts(most fontBounds) error {
	type of struct{ parts, depth int }
	known := make([]of, f.Glyphs) // depth 0: not known, -1: in hand
	var look func(gid int) of
	look = func(gid int) of {
		if gid >= f.Glyphs {
			return of{1, 1}
		}
		if known[gid].depth != 0 {
			return known[gid]
		}
		known[gid].depth = -1
		sum := of{1, 1}
		for part := range f.partsOf(gid) {
			in := look(part)
			if in.depth < 0 || in.depth >= most.depth || sum.parts+in.parts > most.parts {
				sum.depth = -1
				break
			}
			sum.parts += in.parts
			sum.depth = max(sum.depth, in.depth+1)
		}
		known[gid] = sum
		return sum
	}
	for gid := range f.Glyphs {
		if look(gid).depth < 0 {
			return fmt.Errorf("glyph %d: %w", gid, errPieces)
		}
	}
	return nil
}
