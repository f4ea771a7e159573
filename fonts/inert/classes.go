package inert

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/go-text/typesetting/font/opentype/tables"

	"warraq/fonts/internal/glyphs"
)

// Amiri has a lookup of 55 tables, each with one rule that lists the glyphs at its
// places (OpenType, contextual substitution format 3). The shaper tries each of them on
// each letter: a third of all shaping. As one table of classes (format 2) they are one
// search, and the rules of the letter's class.

// mostRules bounds what a table of classes may grow to: a rule of several places becomes
// one for each row of classes.
const mostRules = 500

// context is one rule by the glyphs at its places.
type context struct {
	before, within, after []tables.Coverage
	actions               []tables.SequenceLookupRecord
}

// contextOf reads a table of one rule.
func contextOf(table tables.GSUBLookup) (c context, ok bool) {
	switch s := table.(type) {
	case tables.ContextualSubs:
		if d, is := s.Data.(tables.ContextualSubs3); is {
			return context{within: d.Coverages, actions: d.SeqLookupRecords}, len(d.Coverages) > 0
		}
	case tables.ChainedContextualSubs:
		if d, is := s.Data.(tables.ChainedContextualSubs3); is {
			return context{d.BacktrackCoverages, d.InputCoverages, d.LookaheadCoverages, d.SeqLookupRecords}, len(d.InputCoverages) > 0
		}
	}
	return context{}, false
}

// chained tells whether the rule looks beside the glyphs that it is for.
func (c *context) chained() bool { return len(c.before)+len(c.after) > 0 }

// byClass puts neighbours among the tables of a lookup together. The first rule that
// fits is the one that holds, as before.
func byClass(all []tables.GSUBLookup) (joined []tables.GSUBLookup) {
	for len(all) > 0 {
		var run []context
		for _, table := range all {
			c, ok := contextOf(table)
			if !ok {
				break
			}
			run = append(run, c)
		}
		n := max(len(run), 1)
		if table, ok := classTable(run); ok {
			joined = append(joined, table)
		} else {
			joined = append(joined, all[:n]...)
		}
		all = all[n:]
	}
	return joined
}

// classTable makes one table of some rules; ok is false where it would be no gain.
func classTable(run []context) (table tables.GSUBLookup, ok bool) {
	chained := slices.ContainsFunc(run, func(c context) bool { return c.chained() })
	if len(run) == 0 || len(run) == 1 && chained {
		return nil, false
	}
	at := placesOf(run)
	rules, ok := at.rules(run)
	if !ok {
		return nil, false
	}
	if !chained {
		t, _, err := tables.ParseContextualSubs2(coverageAlone(at.first, 1))
		t.ClassDef, t.ClassSeqRuleSet = at.within, make([]tables.SequenceRuleSet, at.within.n+1)
		for _, r := range rules {
			set := &t.ClassSeqRuleSet[r.within[0]]
			set.SeqRule = append(set.SeqRule, tables.SequenceRule{InputSequence: r.within[1:], SeqLookupRecords: r.actions})
		}
		return tables.ContextualSubs{Data: t}, err == nil
	}
	t, _, err := tables.ParseChainedContextualSubs2(coverageAlone(at.first, 3))
	t.BacktrackClassDef, t.InputClassDef, t.LookaheadClassDef = at.before, at.within, at.after
	t.ChainedClassSeqRuleSet = make([]tables.ChainedSequenceRuleSet, at.within.n+1)
	for _, r := range rules {
		set := &t.ChainedClassSeqRuleSet[r.within[0]]
		set.ChainedSeqRules = append(set.ChainedSeqRules, tables.ChainedSequenceRule{
			BacktrackSequence: r.before, InputSequence: r.within[1:], LookaheadSequence: r.after, SeqLookupRecords: r.actions})
	}
	return tables.ChainedContextualSubs{Data: t}, err == nil
}

// coverageAlone is a table of format 2 that covers glyphs and has no classes and no rules,
// since go-text lets nobody set the coverage of one: its definitions of classes are all
// the same empty one.
func coverageAlone(glyphs []tables.GlyphID, definitions int) []byte {
	head := 6 + 2*definitions
	table := []uint16{2, uint16(head)}
	for range definitions {
		table = append(table, uint16(head+4+2*len(glyphs)))
	}
	table = append(table, 0, 1, uint16(len(glyphs)))
	table = append(append(table, glyphs...), 2, 0)
	var b bytes.Buffer
	binary.Write(&b, binary.BigEndian, table) // to memory, of a fixed size: no error
	return b.Bytes()
}

// classes are glyphs that stand at the same places of the same rules; 0 is of those that
// stand at none.
type classes struct {
	tables.ClassDef1 // is asked for nothing
	of               []uint16
	n                int
}

// Class gives the class of a glyph.
func (c *classes) Class(g tables.GlyphID) (class uint16, ok bool) {
	if int(g) < len(c.of) {
		return c.of[g], true
	}
	return 0, false
}

// Extent is one more than the greatest class.
func (c *classes) Extent() int { return c.n + 1 }

// places are the classes of glyphs before, within and after what some rules are for.
type places struct {
	before, within, after *classes
	first                 []tables.GlyphID // that a rule begins with, lowest first
}

func placesOf(run []context) places {
	at := places{
		before: classesOf(run, func(c *context) []tables.Coverage { return c.before }),
		within: classesOf(run, func(c *context) []tables.Coverage { return c.within }),
		after:  classesOf(run, func(c *context) []tables.Coverage { return c.after }),
	}
	var begin glyphs.Set
	for i := range run {
		for _, g := range glyphs.Covered(run[i].within[0]) {
			begin.Add(g)
		}
	}
	slices.Sort(begin.List)
	at.first = begin.List
	return at
}

// classesOf parts the glyphs of some rules by the places where they may stand.
func classesOf(run []context, places func(*context) []tables.Coverage) *classes {
	stand := make(map[tables.GlyphID]string) // one letter each
	place := rune(1)
	for i := range run {
		for _, at := range places(&run[i]) {
			for _, g := range glyphs.Covered(at) {
				stand[g] += string(place)
			}
			place++
		}
	}
	c := &classes{}
	known := make(map[string]uint16)
	for _, g := range inOrder(stand) {
		where := stand[g]
		if known[where] == 0 {
			c.n++
			known[where] = uint16(c.n)
		}
		c.of = append(c.of, make([]uint16, int(g)+1-len(c.of))...)
		c.of[g] = known[where]
	}
	return c
}

// inOrder lists the glyphs of a map, lowest first.
func inOrder(of map[tables.GlyphID]string) (all []tables.GlyphID) {
	for g := range of {
		all = append(all, g)
	}
	slices.Sort(all)
	return all
}

// classRule is a rule by the classes at its places.
type classRule struct {
	before, within, after []uint16
	actions               []tables.SequenceLookupRecord
}

// rules are some rules by class, each in the place of the one that it is made of; ok is
// false where they would be too many.
func (p *places) rules(run []context) (all []classRule, ok bool) {
	for i := range run {
		for _, within := range p.within.rows(run[i].within) {
			for _, before := range p.before.rows(run[i].before) {
				for _, after := range p.after.rows(run[i].after) {
					if len(all) == mostRules {
						return nil, false
					}
					all = append(all, classRule{before, within, after, run[i].actions})
				}
			}
		}
	}
	return all, true
}

// rows are the rows of classes that fit some places, mostRules at most.
func (c *classes) rows(places []tables.Coverage) [][]uint16 {
	rows := [][]uint16{nil}
	for _, at := range places {
		var here []uint16
		for _, g := range glyphs.Covered(at) {
			if !slices.Contains(here, c.of[g]) {
				here = append(here, c.of[g])
			}
		}
		var longer [][]uint16
		for _, row := range rows {
			for _, class := range here {
				longer = append(longer, append(slices.Clip(row), class))
			}
		}
		rows = longer[:min(len(longer), mostRules+1)]
	}
	return rows
}
