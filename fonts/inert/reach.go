package inert

import (
	"slices"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"warraq/content/char"
	"warraq/fonts/internal/glyphs"
)

// lookupQueue is lookups of one table, each once.
type lookupQueue struct {
	list  []uint16
	known []bool
}

func (q *lookupQueue) add(lookups ...uint16) {
	for _, i := range lookups {
		if int(i) < len(q.known) && !q.known[i] {
			q.known[i] = true
			q.list = append(q.list, i)
		}
	}
}

// start fills the queue with the n lookups of a table that features of the
// Arabic script name, in any language and any variation of the face.
func (q *lookupQueue) start(l *font.Layout, n int) {
	q.list, q.known = nil, make([]bool, n)
	for _, script := range []string{"arab", "DFLT", "dflt", "latn"} { // the first is chosen
		i := l.FindScript(ot.MustNewTag(script))
		if i < 0 {
			continue
		}
		if s := &l.Scripts[i]; s.DefaultLangSys != nil {
			q.language(l, s.DefaultLangSys)
		}
		for j := range l.Scripts[i].LangSys {
			q.language(l, &l.Scripts[i].LangSys[j])
		}
		break
	}
	for _, v := range l.FeatureVariations {
		for _, s := range v.Substitutions.Substitutions {
			q.add(s.AlternateFeature.LookupListIndices...)
		}
	}
}

func (q *lookupQueue) language(l *font.Layout, s *tables.LangSys) {
	for _, i := range append([]uint16{s.RequiredFeatureIndex}, s.FeatureIndices...) {
		if int(i) < len(l.Features) {
			q.add(l.Features[i].LookupListIndices...)
		}
	}
}

// marks gives the glyphs that GDEF calls marks, if marks alone begin with
// them: no other character has one and no substitution makes one the first
// glyph of what was none. Else it gives none.
func (p *Proof) marks() *glyphs.Set {
	marks := new(glyphs.Set)
	switch def := p.font.GDEF.GlyphClassDef.(type) {
	case tables.ClassDef1:
		for i, class := range def.ClassValueArray {
			if class == markClass {
				marks.Add(def.StartGlyphID + tables.GlyphID(i))
			}
		}
	case tables.ClassDef2:
		for _, r := range def.ClassRangeRecords {
			for g := int(r.StartGlyphID); r.Class == markClass && g <= int(r.EndGlyphID); g++ {
				marks.Add(tables.GlyphID(g))
			}
		}
	}
	if len(marks.List) == 0 || p.marksOfOthers(marks) {
		return new(glyphs.Set)
	}
	for _, lookup := range p.font.GSUB.Lookups {
		if slices.ContainsFunc(lookup.Subtables, func(s tables.GSUBLookup) bool { return marksFromOthers(s, marks) }) {
			return new(glyphs.Set)
		}
	}
	return marks
}

// markClass is a mark's class in GDEF.
const markClass = 3

// marksOfOthers tells whether any character but a mark or one that is not seen
// has a mark's glyph.
func (p *Proof) marksOfOthers(marks *glyphs.Set) bool {
	for it := p.font.Cmap.Iter(); it.Next(); {
		if r, gid := it.Char(); marks.Has(tables.GlyphID(gid)) && !char.In(r, char.M|char.Cf) {
			return true
		}
	}
	return false
}

// marksFromOthers tells whether a substitution leaves a mark, or nothing, at
// the head of what was another glyph.
func marksFromOthers(table tables.GSUBLookup, marks *glyphs.Set) bool {
	for i, g := range glyphs.Covered(table.Cov()) {
		if !marks.Has(g) && headIsMark(table, g, i, marks) {
			return true
		}
	}
	return false
}

// headIsMark tells it of one glyph, the ith that the substitution covers.
func headIsMark(table tables.GSUBLookup, g tables.GlyphID, i int, marks *glyphs.Set) bool {
	switch s := table.(type) {
	case tables.SingleSubs:
		switch s := s.Data.(type) {
		case tables.SingleSubstData1:
			return marks.Has(g + tables.GlyphID(s.DeltaGlyphID))
		case tables.SingleSubstData2:
			return i < len(s.SubstituteGlyphIDs) && marks.Has(s.SubstituteGlyphIDs[i])
		}
	case tables.ReverseChainSingleSubs:
		return i < len(s.SubstituteGlyphIDs) && marks.Has(s.SubstituteGlyphIDs[i])
	case tables.MultipleSubs:
		return i < len(s.Sequences) &&
			(len(s.Sequences[i].SubstituteGlyphIDs) == 0 || marks.Has(s.Sequences[i].SubstituteGlyphIDs[0]))
	case tables.AlternateSubs:
		return i < len(s.AlternateSets) && slices.ContainsFunc(s.AlternateSets[i].AlternateGlyphIDs, marks.Has)
	case tables.LigatureSubs:
		return i < len(s.LigatureSets) && slices.ContainsFunc(s.LigatureSets[i].Ligatures, func(l tables.Ligature) bool {
			return marks.Has(l.LigatureGlyph)
		})
	}
	return false
}
