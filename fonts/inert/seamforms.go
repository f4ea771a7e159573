package inert

import (
	"github.com/go-text/typesetting/font/opentype/tables"

	"warraq/content/char"
	"warraq/fonts/internal/glyphs"
)

// share is what a glyph may be of a word: the end of closers, the beginning of
// openers, or anything within, which is seen.
type share struct {
	closers, openers uint64
	seen             bool
}

func (s share) unseen() bool { return !s.seen }

func (s share) with(t share) share {
	return share{s.closers | t.closers, s.openers | t.openers, s.seen || t.seen}
}

// reach is the forms that closers and openers can take.
type reach struct {
	of    []share // by glyph, as far as any is seen
	plain uint64  // openers that have a glyph of their own
	lost  share   // of glyphs that a substitution can delete
}

// lastCloser is the last bit of closers.
const lastCloser = 63

// combining are marks that letters without a glyph of their own are taken apart
// into. They count with the closers, but are none.
const combining = "\u0653\u0654\u0655"

// reachable follows what GSUB can make of each character, whatever the features
// and the context. A ligature begins as its first part and ends as its last; what
// is taken apart begins as its first glyph and may end in any, as marks may follow
// a base. A tatweel, which words are lengthened by, counts with both.
func (p *Proof) reachable() *reach {
	return p.formsOf(closers+string(char.Tatweel)+combining, openers+string(char.Tatweel))
}

// formsOf is reachable for a text of some closers and openers. Closers beyond 63
// share the last bit.
func (p *Proof) formsOf(closers, openers string) *reach {
	r := &reach{}
	for i, c := range []rune(closers) {
		r.add(p.nominal(c), share{closers: 1 << min(i, lastCloser), seen: true})
	}
	for i, c := range []rune(openers) {
		g := p.nominal(c)
		r.add(g, share{openers: 1 << i, seen: true})
		if g != 0 {
			r.plain |= 1 << i
		}
	}
	for grown := true; grown; {
		grown = false
		for _, lookup := range p.font.GSUB.Lookups {
			for _, s := range lookup.Subtables {
				grown = r.follow(s) || grown
			}
		}
	}
	return r
}

// nominal is the glyph of a character before any substitution; 0 for none.
func (p *Proof) nominal(r rune) tables.GlyphID {
	gid, _ := p.font.NominalGlyph(r)
	return tables.GlyphID(gid)
}

// share is that of a glyph.
func (r *reach) share(g tables.GlyphID) share {
	if int(g) < len(r.of) {
		return r.of[g]
	}
	return share{}
}

// add gives a glyph a share more, and tells whether it had not all of that.
func (r *reach) add(g tables.GlyphID, s share) (grown bool) {
	if n := int(g) + 1 - len(r.of); n > 0 {
		r.of = append(r.of, make([]share, n)...)
	}
	more := r.of[g].with(s)
	grown = more != r.of[g]
	r.of[g] = more
	return grown
}

// follow takes what one subtable makes of the forms so far.
func (r *reach) follow(table tables.GSUBLookup) (grown bool) {
	for i, g := range glyphs.Covered(table.Cov()) {
		from := r.share(g)
		if from.unseen() {
			continue
		}
		switch s := table.(type) {
		case tables.LigatureSubs:
			if i < len(s.LigatureSets) {
				grown = r.ligatures(from, s.LigatureSets[i].Ligatures) || grown
			}
			continue
		case tables.MultipleSubs:
			if i < len(s.Sequences) && len(s.Sequences[i].SubstituteGlyphIDs) == 0 {
				r.lost = r.lost.with(from)
			}
		}
		_, several := table.(tables.MultipleSubs)
		for k, to := range substitutes(table, g, i) {
			if several && k > 0 {
				from.openers = 0
			}
			grown = r.add(to, from) || grown
		}
	}
	return grown
}

// ligatures takes the ligatures that begin with a glyph.
func (r *reach) ligatures(first share, all []tables.Ligature) (grown bool) {
	for _, l := range all {
		last := first
		for _, g := range l.ComponentGlyphIDs {
			if last = r.share(g); last.unseen() {
				break
			}
		}
		if last.seen {
			grown = r.add(l.LigatureGlyph, share{last.closers, first.openers, true}) || grown
		}
	}
	return grown
}

// substitutes gives what a substitution that is no ligature makes of g, the ith
// glyph that it covers.
func substitutes(table tables.GSUBLookup, g tables.GlyphID, i int) []tables.GlyphID {
	switch s := table.(type) {
	case tables.SingleSubs:
		switch s := s.Data.(type) {
		case tables.SingleSubstData1:
			return []tables.GlyphID{g + tables.GlyphID(s.DeltaGlyphID)}
		case tables.SingleSubstData2:
			return at(s.SubstituteGlyphIDs, i)
		}
	case tables.ReverseChainSingleSubs:
		return at(s.SubstituteGlyphIDs, i)
	case tables.MultipleSubs:
		if i < len(s.Sequences) {
			return s.Sequences[i].SubstituteGlyphIDs
		}
	case tables.AlternateSubs:
		if i < len(s.AlternateSets) {
			return s.AlternateSets[i].AlternateGlyphIDs
		}
	}
	return nil
}

func at(list []tables.GlyphID, i int) []tables.GlyphID {
	if i >= len(list) {
		return nil
	}
	return list[i : i+1]
}
