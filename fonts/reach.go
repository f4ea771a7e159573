package fonts

import (
	"iter"
	"slices"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"warraq/content/char"
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
func (f *Face) marks() *glyphSet {
	marks := new(glyphSet)
	switch def := f.font.GDEF.GlyphClassDef.(type) {
	case tables.ClassDef1:
		for i, class := range def.ClassValueArray {
			if class == markClass {
				marks.add(def.StartGlyphID + tables.GlyphID(i))
			}
		}
	case tables.ClassDef2:
		for _, r := range def.ClassRangeRecords {
			for g := int(r.StartGlyphID); r.Class == markClass && g <= int(r.EndGlyphID); g++ {
				marks.add(tables.GlyphID(g))
			}
		}
	}
	if len(marks.list) == 0 || f.marksOfOthers(marks) {
		return new(glyphSet)
	}
	for _, lookup := range f.font.GSUB.Lookups {
		if slices.ContainsFunc(lookup.Subtables, func(s tables.GSUBLookup) bool { return marksFromOthers(s, marks) }) {
			return new(glyphSet)
		}
	}
	return marks
}

// markClass is a mark's class in GDEF.
const markClass = 3

// marksOfOthers tells whether any character but a mark or one that is not seen
// has a mark's glyph.
func (f *Face) marksOfOthers(marks *glyphSet) bool {
	for it := f.font.Cmap.Iter(); it.Next(); {
		if r, gid := it.Char(); marks.has(tables.GlyphID(gid)) && !char.In(r, char.M|char.Cf) {
			return true
		}
	}
	return false
}

// marksFromOthers tells whether a substitution leaves a mark, or nothing, at
// the head of what was another glyph.
func marksFromOthers(table tables.GSUBLookup, marks *glyphSet) bool {
	for i, g := range coveredBy(table.Cov()) {
		if !marks.has(g) && headIsMark(table, g, i, marks) {
			return true
		}
	}
	return false
}

// headIsMark tells it of one glyph, the ith that the substitution covers.
func headIsMark(table tables.GSUBLookup, g tables.GlyphID, i int, marks *glyphSet) bool {
	switch s := table.(type) {
	case tables.SingleSubs:
		switch s := s.Data.(type) {
		case tables.SingleSubstData1:
			return marks.has(g + tables.GlyphID(s.DeltaGlyphID))
		case tables.SingleSubstData2:
			return i < len(s.SubstituteGlyphIDs) && marks.has(s.SubstituteGlyphIDs[i])
		}
	case tables.ReverseChainSingleSubs:
		return i < len(s.SubstituteGlyphIDs) && marks.has(s.SubstituteGlyphIDs[i])
	case tables.MultipleSubs:
		return i < len(s.Sequences) &&
			(len(s.Sequences[i].SubstituteGlyphIDs) == 0 || marks.has(s.Sequences[i].SubstituteGlyphIDs[0]))
	case tables.AlternateSubs:
		return i < len(s.AlternateSets) && slices.ContainsFunc(s.AlternateSets[i].AlternateGlyphIDs, marks.has)
	case tables.LigatureSubs:
		return i < len(s.LigatureSets) && slices.ContainsFunc(s.LigatureSets[i].Ligatures, func(l tables.Ligature) bool {
			return marks.has(l.LigatureGlyph)
		})
	}
	return false
}

// coveredBy gives the glyphs of a coverage and their indices in it.
func coveredBy(c tables.Coverage) iter.Seq2[int, tables.GlyphID] {
	return func(yield func(int, tables.GlyphID) bool) {
		switch c := c.(type) {
		case tables.Coverage1:
			for i, g := range c.Glyphs {
				if !yield(i, g) {
					return
				}
			}
		case tables.Coverage2:
			for _, r := range c.Ranges {
				for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
					if !yield(int(r.StartCoverageIndex)+g-int(r.StartGlyphID), tables.GlyphID(g)) {
						return
					}
				}
			}
		}
	}
}
