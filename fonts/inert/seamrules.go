package inert

import (
	"slices"

	"warraq/fonts/internal/glyphs"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// sewer finds the closers and openers that some lookup matches next to each
// other.
type sewer struct {
	*reach
	proof   *Proof
	lookups lookupQueue // of the table that is walked
	flag    uint16      // of the lookup that is walked
	pairs   []uint64    // the openers of each closer
	live    []tables.GlyphID
}

// sewn gives, for each of the first n closers, the openers that some lookup for
// Arabic matches together with it.
func (r *reach) sewn(p *Proof, n int) []uint64 {
	w := &sewer{reach: r, proof: p, pairs: make([]uint64, n)}
	for g, s := range r.of {
		if s.seen {
			w.live = append(w.live, tables.GlyphID(g))
			if p.kind(tables.GlyphID(g))&tables.GPMark != 0 { // what begins with one hangs on the letter before
				r.lost.openers |= s.openers
			}
		}
	}
	w.sew(r.lost, whole)
	w.sew(whole, r.lost)
	w.lookups.start(&p.font.GSUB.Layout, len(p.font.GSUB.Lookups))
	for i := 0; i < len(w.lookups.list); i++ {
		lookup := &p.font.GSUB.Lookups[w.lookups.list[i]]
		w.flag = lookup.Flag
		for _, s := range lookup.Subtables {
			w.gsub(s)
		}
	}
	w.lookups.start(&p.font.GPOS.Layout, len(p.font.GPOS.Lookups))
	for i := 0; i < len(w.lookups.list); i++ {
		lookup := &p.font.GPOS.Lookups[w.lookups.list[i]]
		w.flag = lookup.Flag
		for _, s := range lookup.Subtables {
			w.gpos(s)
		}
	}
	return w.pairs
}

// sew notes that glyphs of two shares are matched next to each other.
func (w *sewer) sew(a, b share) {
	for i := range w.pairs {
		if a.closers>>i&1 != 0 {
			w.pairs[i] |= b.openers
		}
	}
}

// everything leaves no seam.
func (w *sewer) everything() {
	w.sew(whole, whole)
}

// whole is the share of a glyph that may be anything.
var whole = share{^uint64(0), ^uint64(0), true}

// sequence takes what a rule matches, in the order of the text. One that asks
// for a glyph that is no form of any letter matches nothing; one that passes over
// letters looks across seams without touching them.
func (w *sewer) sequence(glyphs ...share) {
	if len(glyphs) < 2 || slices.ContainsFunc(glyphs, share.unseen) {
		return
	}
	if w.flag&passed != 0 {
		w.everything()
		return
	}
	for i := range glyphs[1:] {
		w.sew(glyphs[i], glyphs[i+1])
	}
}

// gsub takes the rules of a subtable of GSUB (OpenType 1.9, "GSUB").
func (w *sewer) gsub(table tables.GSUBLookup) {
	switch s := table.(type) {
	case tables.SingleSubs, tables.MultipleSubs, tables.AlternateSubs:
	case tables.LigatureSubs:
		for i, g := range glyphs.Covered(s.Coverage) {
			if i < len(s.LigatureSets) {
				for _, l := range s.LigatureSets[i].Ligatures {
					w.sequence(append([]share{w.share(g)}, w.glyphs(l.ComponentGlyphIDs)...)...)
				}
			}
		}
	case tables.ReverseChainSingleSubs:
		w.sequence(w.around(w.coverages(s.BacktrackCoverages), []share{w.cover(s.Cov())}, w.coverages(s.LookaheadCoverages))...)
	case tables.ContextualSubs:
		switch s := s.Data.(type) {
		case tables.ContextualSubs1:
			w.rules(s.Cov(), s.SeqRuleSet)
		case tables.ContextualSubs2:
			w.classRules(s.Cov(), s.ClassDef, s.ClassSeqRuleSet)
		case tables.ContextualSubs3:
			w.context(s.Coverages, s.SeqLookupRecords)
		default:
			w.everything()
		}
	case tables.ChainedContextualSubs:
		switch s := s.Data.(type) {
		case tables.ChainedContextualSubs1:
			w.chainRules(s.Cov(), tables.ChainedSequenceContextFormat1(s))
		case tables.ChainedContextualSubs2:
			w.chainClassRules(s.Cov(), tables.ChainedSequenceContextFormat2(s))
		case tables.ChainedContextualSubs3:
			w.chained(tables.ChainedSequenceContextFormat3(s))
		default:
			w.everything()
		}
	default:
		w.everything()
	}
}

// gpos takes the rules of a subtable of GPOS (OpenType 1.9, "GPOS"). Marks look
// for what they attach to by flags of their own, and stop at bases.
func (w *sewer) gpos(table tables.GPOSLookup) {
	switch s := table.(type) {
	case tables.SinglePos, tables.MarkBasePos, tables.MarkLigPos, tables.MarkMarkPos:
	case tables.PairPos:
		w.pair(s.Data)
	case tables.CursivePos:
		w.cursive(s)
	case tables.ContextualPos:
		switch s := s.Data.(type) {
		case tables.ContextualPos1:
			w.rules(s.Cov(), s.SeqRuleSet)
		case tables.ContextualPos2:
			w.classRules(s.Cov(), s.ClassDef, s.ClassSeqRuleSet)
		case tables.ContextualPos3:
			w.context(s.Coverages, s.SeqLookupRecords)
		default:
			w.everything()
		}
	case tables.ChainedContextualPos:
		switch s := s.Data.(type) {
		case tables.ChainedContextualPos1:
			w.chainRules(s.Cov(), tables.ChainedSequenceContextFormat1(s))
		case tables.ChainedContextualPos2:
			w.chainClassRules(s.Cov(), tables.ChainedSequenceContextFormat2(s))
		case tables.ChainedContextualPos3:
			w.chained(tables.ChainedSequenceContextFormat3(s))
		default:
			w.everything()
		}
	default:
		w.everything()
	}
}

// cursive takes the glyphs that hang on the one before them.
func (w *sewer) cursive(s tables.CursivePos) {
	var exits, entries share
	for i, g := range glyphs.Covered(s.Cov()) {
		if i >= len(s.EntryExits) {
			break
		}
		if s.EntryExits[i].ExitAnchor != nil {
			exits = exits.with(w.share(g))
		}
		if s.EntryExits[i].EntryAnchor != nil {
			entries = entries.with(w.share(g))
		}
	}
	w.sequence(exits, entries)
}

// pair takes pairs. A pair of classes that moves nothing is as none, but not one
// whose second glyph could be moved: go-text then goes on behind it, and finds it
// unsafe to break behind it too.
func (w *sewer) pair(data tables.PairPosData) {
	switch s := data.(type) {
	case tables.PairPosData1:
		for i, g := range glyphs.Covered(s.Cov()) {
			if i >= len(s.PairSets) || w.share(g).unseen() {
				continue
			}
			for _, second := range w.live {
				if _, ok := s.PairSets[i].FindGlyph(second); ok {
					w.couple(w.share(g), w.share(second), s.ValueFormat2)
				}
			}
		}
	case tables.PairPosData2:
		firsts, seconds := w.covered(s.Cov(), s.ClassDef1), w.classesOf(s.ClassDef2)
		for a, first := range firsts {
			for b, second := range seconds {
				if s.ValueFormat2 != 0 || int(a) >= s.ClassDef1.Extent() || int(b) >= s.ClassDef2.Extent() ||
					s.Record(a, b) != (tables.Class2Record{}) {
					w.couple(first, second, s.ValueFormat2)
				}
			}
		}
	default:
		w.everything()
	}
}

// couple takes a pair whose second glyph has values of a format.
func (w *sewer) couple(first, second share, format tables.ValueFormat) {
	w.sequence(first, second)
	if format != 0 {
		w.sequence(first, second, whole)
	}
}

func (w *sewer) rules(input tables.Coverage, sets []tables.SequenceRuleSet) {
	for i, g := range glyphs.Covered(input) {
		if i < len(sets) {
			for _, rule := range sets[i].SeqRule {
				w.sequence(append([]share{w.share(g)}, w.glyphs(rule.InputSequence)...)...)
				w.nested(rule.SeqLookupRecords)
			}
		}
	}
}

func (w *sewer) classRules(input tables.Coverage, def tables.ClassDef, sets []tables.ClassSequenceRuleSet) {
	firsts, all := w.covered(input, def), w.classesOf(def)
	for class, set := range sets {
		for _, rule := range set.SeqRule {
			w.sequence(append([]share{firsts[uint16(class)]}, all.each(rule.InputSequence)...)...)
			w.nested(rule.SeqLookupRecords)
		}
	}
}

func (w *sewer) context(input []tables.Coverage, records []tables.SequenceLookupRecord) {
	w.sequence(w.coverages(input)...)
	w.nested(records)
}

func (w *sewer) chainRules(input tables.Coverage, s tables.ChainedSequenceContextFormat1) {
	for i, g := range glyphs.Covered(input) {
		if i >= len(s.ChainedSeqRuleSet) {
			break
		}
		for _, rule := range s.ChainedSeqRuleSet[i].ChainedSeqRules {
			within := append([]share{w.share(g)}, w.glyphs(rule.InputSequence)...)
			w.sequence(w.around(w.glyphs(rule.BacktrackSequence), within, w.glyphs(rule.LookaheadSequence))...)
			w.nested(rule.SeqLookupRecords)
		}
	}
}

func (w *sewer) chainClassRules(input tables.Coverage, s tables.ChainedSequenceContextFormat2) {
	firsts := w.covered(input, s.InputClassDef)
	before, inside, after := w.classesOf(s.BacktrackClassDef), w.classesOf(s.InputClassDef), w.classesOf(s.LookaheadClassDef)
	for class, set := range s.ChainedClassSeqRuleSet {
		for _, rule := range set.ChainedSeqRules {
			within := append([]share{firsts[uint16(class)]}, inside.each(rule.InputSequence)...)
			w.sequence(w.around(before.each(rule.BacktrackSequence), within, after.each(rule.LookaheadSequence))...)
			w.nested(rule.SeqLookupRecords)
		}
	}
}

func (w *sewer) chained(s tables.ChainedSequenceContextFormat3) {
	w.sequence(w.around(w.coverages(s.BacktrackCoverages), w.coverages(s.InputCoverages), w.coverages(s.LookaheadCoverages))...)
	w.nested(s.SeqLookupRecords)
}

// around puts the parts of a rule in the order of the text: what is behind the
// input is told from it away.
func (w *sewer) around(before, within, after []share) []share {
	slices.Reverse(before)
	return slices.Concat(before, within, after)
}

// nested has the lookups walked that a rule applies where it matches.
func (w *sewer) nested(records []tables.SequenceLookupRecord) {
	for _, r := range records {
		w.lookups.add(r.LookupListIndex)
	}
}

// glyphs gives the share of each glyph of a sequence.
func (w *sewer) glyphs(sequence []tables.GlyphID) []share {
	all := make([]share, len(sequence))
	for i, g := range sequence {
		all[i] = w.share(g)
	}
	return all
}

// cover gives the share of a coverage.
func (w *sewer) cover(c tables.Coverage) (all share) {
	for _, g := range glyphs.Covered(c) {
		all = all.with(w.share(g))
	}
	return all
}

func (w *sewer) coverages(list []tables.Coverage) []share {
	all := make([]share, len(list))
	for i, c := range list {
		all[i] = w.cover(c)
	}
	return all
}

// classShares are the shares of the classes of a definition.
type classShares map[uint16]share

// covered gives the shares of the classes within a coverage.
func (w *sewer) covered(c tables.Coverage, def tables.ClassDef) classShares {
	all := make(classShares)
	for _, g := range glyphs.Covered(c) {
		if w.share(g).seen {
			class := classOf(def, g)
			all[class] = all[class].with(w.share(g))
		}
	}
	return all
}

// classesOf gives the shares of all classes.
func (w *sewer) classesOf(def tables.ClassDef) classShares {
	all := make(classShares)
	for _, g := range w.live {
		class := classOf(def, g)
		all[class] = all[class].with(w.share(g))
	}
	return all
}

// each gives the share of each class of a sequence.
func (c classShares) each(sequence []uint16) []share {
	all := make([]share, len(sequence))
	for i, class := range sequence {
		all[i] = c[class]
	}
	return all
}
