package inert

import (
	"slices"

	"warraq/fonts/internal/glyphs"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// covered calls found for the glyphs of a set that a coverage has.
func covered(s *glyphs.Set, c tables.Coverage, found func(g tables.GlyphID, index int)) {
	switch c := c.(type) {
	case tables.Coverage1:
		for _, g := range c.Glyphs {
			if s.Has(g) {
				if index, ok := c.Index(g); ok {
					found(g, index)
				}
			}
		}
	case tables.Coverage2:
		for _, g := range s.List {
			if index, ok := c.Index(g); ok {
				found(g, index)
			}
		}
	}
}

// matcher gathers the glyphs asked for that lookups match together with
// others, wherever in the sequence they stand.
type matcher struct {
	proof   *Proof
	asked   *glyphs.Set
	lookups lookupQueue // of the table that is walked
	flag    uint16      // of the lookup that is walked
	marks   *glyphs.Set // that only marks begin with
	glyphs.Set
}

// matched gives the forms that some lookup for Arabic matches together with
// other glyphs or in ways other than one for one.
func (fs *forms) matched(p *Proof) *glyphs.Set {
	m := matcher{proof: p, asked: &fs.all}
	m.lookups.start(&p.font.GSUB.Layout, len(p.font.GSUB.Lookups))
	for i := 0; i < len(m.lookups.list); i++ {
		lookup := &p.font.GSUB.Lookups[m.lookups.list[i]]
		m.flag = lookup.Flag
		for _, s := range lookup.Subtables {
			m.gsub(s)
		}
	}
	m.lookups.start(&p.font.GPOS.Layout, len(p.font.GPOS.Lookups))
	for i := 0; i < len(m.lookups.list); i++ {
		lookup := &p.font.GPOS.Lookups[m.lookups.list[i]]
		m.flag = lookup.Flag
		for _, s := range lookup.Subtables {
			m.gpos(s)
		}
	}
	return &m.Set
}

// gsub takes the glyphs of a subtable of GSUB (OpenType 1.9, "GSUB").
func (m *matcher) gsub(table tables.GSUBLookup) {
	switch s := table.(type) {
	case tables.SingleSubs:
	case tables.MultipleSubs:
		m.cover(s.Coverage)
	case tables.AlternateSubs:
		m.cover(s.Coverage)
	case tables.LigatureSubs:
		m.skipped()
		m.cover(s.Coverage)
		for _, set := range s.LigatureSets {
			for _, l := range set.Ligatures {
				m.glyphs(l.ComponentGlyphIDs)
			}
		}
	case tables.ReverseChainSingleSubs:
		m.skipped()
		m.cover(s.Cov())
		m.cover(s.BacktrackCoverages...)
		m.cover(s.LookaheadCoverages...)
	case tables.ContextualSubs:
		m.skipped()
		m.gsubContext(s.Data)
	case tables.ChainedContextualSubs:
		m.skipped()
		m.gsubChain(s.Data)
	default:
		m.everything()
	}
}

func (m *matcher) gsubContext(data tables.ContextualSubsITF) {
	switch s := data.(type) {
	case tables.ContextualSubs1:
		m.cover(s.Cov())
		m.rules(s.SeqRuleSet)
	case tables.ContextualSubs2:
		m.cover(s.Cov())
		m.classRules(s.ClassDef, s.ClassSeqRuleSet)
	case tables.ContextualSubs3:
		m.cover(s.Coverages...)
		m.nested(s.SeqLookupRecords)
	default:
		m.everything()
	}
}

func (m *matcher) gsubChain(data tables.ChainedContextualSubsITF) {
	switch s := data.(type) {
	case tables.ChainedContextualSubs1:
		m.chainRules(tables.ChainedSequenceContextFormat1(s), s.Cov())
	case tables.ChainedContextualSubs2:
		m.chainClassRules(tables.ChainedSequenceContextFormat2(s), s.Cov())
	case tables.ChainedContextualSubs3:
		m.chain(tables.ChainedSequenceContextFormat3(s))
	default:
		m.everything()
	}
}

// gpos takes the glyphs of a subtable of GPOS (OpenType 1.9, "GPOS"). Marks
// look for what they attach to by flags of their own, and stop at bases.
func (m *matcher) gpos(table tables.GPOSLookup) {
	switch s := table.(type) {
	case tables.SinglePos:
	case tables.PairPos:
		m.skipped()
		m.cover(s.Cov())
		m.pairs(s.Data)
	case tables.CursivePos:
		m.skipped()
		m.cover(s.Cov())
	case tables.MarkBasePos:
		m.cover(s.Cov(), s.BaseCoverage)
	case tables.MarkLigPos:
		m.cover(s.Cov(), s.LigatureCoverage)
	case tables.MarkMarkPos:
		m.cover(s.Cov(), s.Mark2Coverage)
	case tables.ContextualPos:
		m.skipped()
		m.gposContext(s.Data)
	case tables.ChainedContextualPos:
		m.skipped()
		m.gposChain(s.Data)
	default:
		m.everything()
	}
}

func (m *matcher) gposContext(data tables.ContextualPosITF) {
	switch s := data.(type) {
	case tables.ContextualPos1:
		m.cover(s.Cov())
		m.rules(s.SeqRuleSet)
	case tables.ContextualPos2:
		m.cover(s.Cov())
		m.classRules(s.ClassDef, s.ClassSeqRuleSet)
	case tables.ContextualPos3:
		m.cover(s.Coverages...)
		m.nested(s.SeqLookupRecords)
	default:
		m.everything()
	}
}

func (m *matcher) gposChain(data tables.ChainedContextualPosITF) {
	switch s := data.(type) {
	case tables.ChainedContextualPos1:
		m.chainRules(tables.ChainedSequenceContextFormat1(s), s.Cov())
	case tables.ChainedContextualPos2:
		m.chainClassRules(tables.ChainedSequenceContextFormat2(s), s.Cov())
	case tables.ChainedContextualPos3:
		m.chain(tables.ChainedSequenceContextFormat3(s))
	default:
		m.everything()
	}
}

// pairs takes what a pair moves as its second glyph; a pair of classes that
// moves nothing is as none.
func (m *matcher) pairs(data tables.PairPosData) {
	switch s := data.(type) {
	case tables.PairPosData1:
		for _, g := range m.asked.List {
			if !m.Has(g) && slices.ContainsFunc(s.PairSets, func(set tables.PairSet) bool {
				_, ok := set.FindGlyph(g)
				return ok
			}) {
				m.Add(g)
			}
		}
	case tables.PairPosData2:
		moved := make(map[uint16]bool)
		for _, g := range m.asked.List {
			class := classOf(s.ClassDef2, g)
			if _, known := moved[class]; !known {
				moved[class] = moves(&s, class)
			}
			if moved[class] {
				m.Add(g)
			}
		}
	default:
		m.everything()
	}
}

// moves tells whether any pair with a second glyph of a class moves anything.
func moves(s *tables.PairPosData2, second uint16) bool {
	for first := range max(1, s.ClassDef1.Extent()) {
		if s.Record(uint16(first), second) != (tables.Class2Record{}) {
			return true
		}
	}
	return false
}

func (m *matcher) rules(sets []tables.SequenceRuleSet) {
	for _, set := range sets {
		for _, rule := range set.SeqRule {
			m.glyphs(rule.InputSequence)
			m.nested(rule.SeqLookupRecords)
		}
	}
}

func (m *matcher) classRules(def tables.ClassDef, sets []tables.ClassSequenceRuleSet) {
	used := make(map[uint16]bool)
	for _, set := range sets {
		for _, rule := range set.SeqRule {
			use(used, rule.InputSequence)
			m.nested(rule.SeqLookupRecords)
		}
	}
	m.classes(def, used)
}

func (m *matcher) chainRules(s tables.ChainedSequenceContextFormat1, input tables.Coverage) {
	m.cover(input)
	from := m.nearest(input)
	for _, set := range s.ChainedSeqRuleSet {
		for _, rule := range set.ChainedSeqRules {
			m.glyphs(rule.BacktrackSequence[min(from, len(rule.BacktrackSequence)):])
			m.glyphs(rule.InputSequence)
			m.glyphs(rule.LookaheadSequence)
			m.nested(rule.SeqLookupRecords)
		}
	}
}

func (m *matcher) chainClassRules(s tables.ChainedSequenceContextFormat2, input tables.Coverage) {
	m.cover(input)
	from := m.nearest(input)
	before, within, behind := make(map[uint16]bool), make(map[uint16]bool), make(map[uint16]bool)
	for _, set := range s.ChainedClassSeqRuleSet {
		for _, rule := range set.ChainedSeqRules {
			use(before, rule.BacktrackSequence[min(from, len(rule.BacktrackSequence)):])
			use(within, rule.InputSequence)
			use(behind, rule.LookaheadSequence)
			m.nested(rule.SeqLookupRecords)
		}
	}
	m.classes(s.BacktrackClassDef, before)
	m.classes(s.InputClassDef, within)
	m.classes(s.LookaheadClassDef, behind)
}

func (m *matcher) chain(s tables.ChainedSequenceContextFormat3) {
	if len(s.InputCoverages) > 0 {
		from := m.nearest(s.InputCoverages[0])
		m.cover(s.BacktrackCoverages[min(from, len(s.BacktrackCoverages)):]...)
	}
	m.cover(s.InputCoverages...)
	m.cover(s.LookaheadCoverages...)
	m.nested(s.SeqLookupRecords)
}

// nearest is how many glyphs before the input Inert tells nothing of: one when
// the input begins with a mark, of which the glyph before it is then the base.
func (m *matcher) nearest(input tables.Coverage) int {
	if m.flag&passed != 0 {
		return 0
	}
	if m.marks == nil {
		m.marks = m.proof.marks()
	}
	found := 0
	for _, g := range glyphs.Covered(input) {
		if !m.marks.Has(g) {
			return 0
		}
		found = 1
	}
	return found
}

// nested has the lookups walked that a rule applies where it matches.
func (m *matcher) nested(records []tables.SequenceLookupRecord) {
	for _, r := range records {
		m.lookups.add(r.LookupListIndex)
	}
}

func use(used map[uint16]bool, classes []uint16) {
	for _, c := range classes {
		used[c] = true
	}
}

// classes takes the glyphs of the classes that rules name.
func (m *matcher) classes(def tables.ClassDef, used map[uint16]bool) {
	for _, g := range m.asked.List {
		if len(used) > 0 && used[classOf(def, g)] {
			m.Add(g)
		}
	}
}

// classOf is a glyph's class; what is not listed is of class 0.
func classOf(def tables.ClassDef, g tables.GlyphID) uint16 {
	if def == nil {
		return 0
	}
	class, _ := def.Class(g)
	return class
}

// cover takes the glyphs of coverages.
func (m *matcher) cover(coverages ...tables.Coverage) {
	for _, c := range coverages {
		covered(m.asked, c, func(g tables.GlyphID, _ int) { m.Add(g) })
	}
}

// glyphs takes those of a sequence.
func (m *matcher) glyphs(sequence []tables.GlyphID) {
	for _, g := range sequence {
		if m.asked.Has(g) {
			m.Add(g)
		}
	}
}

// passed are the classes of glyphs that a lookup may pass over by its flag,
// beside marks; GDEF's properties of glyphs have the same bits.
const passed = tables.GPBaseGlyph | tables.GPLigature

// skipped takes the glyphs that the lookup passes over: it matches what is
// before them together with what is behind.
func (m *matcher) skipped() {
	if m.flag&passed == 0 {
		return
	}
	for _, g := range m.asked.List {
		if m.proof.kind(g)&m.flag&passed != 0 {
			m.Add(g)
		}
	}
}

// kind is a glyph's class by GDEF, a bit; where GDEF does not tell, all glyphs
// but those of marks are bases.
func (p *Proof) kind(g tables.GlyphID) tables.GlyphProps {
	if p.font.GDEF.GlyphClassDef == nil {
		return tables.GPBaseGlyph
	}
	return p.font.GDEF.GlyphProps(g)
}

// everything takes all glyphs, of a subtable that is not known.
func (m *matcher) everything() {
	for _, g := range m.asked.List {
		m.Add(g)
	}
}
