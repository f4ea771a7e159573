package inert

import (
	"slices"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"

	"warraq/content/char"
	"warraq/fonts/internal/glyphs"
)

// Most rules of an Arabic book face are of marks, or of forms that letters alone
// never take, and the shaper tries each of them on each letter. Most words are of
// letters alone.

// OfLetters tells whether a text has nothing but letters for which
// [Proof.LetterFont] holds, and tatweels.
func OfLetters(text string) bool {
	for _, r := range text {
		if opening.of(r) == 0 && r != char.Tatweel {
			return false
		}
	}
	return true
}

// LetterFont is the face as the shaper wants it for right-to-left text of the
// Arabic script that is [OfLetters]: without the rules of GSUB that ask for a
// glyph which no such text can have, whatever the features. It shapes that text
// as the whole face does.
func (p *Proof) LetterFont() *font.Font {
	p.lettersOnce.Do(p.findLetters)
	return p.letters
}

func (p *Proof) findLetters() {
	p.letters = p.font
	if !p.joinsByLookups() {
		return
	}
	// go-text takes damaged tables that it panics over when they are asked
	defer func() {
		if recover() != nil {
			p.letters = p.font
		}
	}()
	letters := openers + string(char.Tatweel)
	forms := p.formsOf("", letters)
	if forms.plain != 1<<utf8.RuneCountInString(letters)-1 { // a letter without a glyph is taken apart
		forms = p.formsOf("", letters+combining)
	}
	bare := *p.font
	bare.GSUB.Lookups = slices.Clone(bare.GSUB.Lookups)
	for i := range bare.GSUB.Lookups {
		lookup := &bare.GSUB.Lookups[i]
		var kept []tables.GSUBLookup
		for _, s := range lookup.Subtables {
			if s, ok := forms.narrowed(s); ok {
				kept = append(kept, s)
			}
		}
		lookup.Subtables = kept
	}
	p.letters = &bare
}

// narrowed is a subtable with no more in the coverages of its context than the
// forms; ok is false where it matches none of them.
func (r *reach) narrowed(table tables.GSUBLookup) (narrow tables.GSUBLookup, ok bool) {
	switch s := table.(type) {
	case tables.ContextualSubs:
		if c, is := s.Data.(tables.ContextualSubs3); is {
			c.Coverages, ok = r.narrowedAll(c.Coverages)
			return tables.ContextualSubs{Data: c}, ok
		}
	case tables.ChainedContextualSubs:
		if c, is := s.Data.(tables.ChainedContextualSubs3); is {
			var before, within, after bool
			c.BacktrackCoverages, before = r.narrowedAll(c.BacktrackCoverages)
			c.InputCoverages, within = r.narrowedAll(c.InputCoverages)
			c.LookaheadCoverages, after = r.narrowedAll(c.LookaheadCoverages)
			return tables.ChainedContextualSubs{Data: c}, before && within && after
		}
	}
	for _, g := range glyphs.Covered(table.Cov()) {
		if r.of[g].seen {
			return table, true
		}
	}
	return nil, false
}

// narrowedAll lists the forms in each coverage; ok is false where one has none.
func (r *reach) narrowedAll(all []tables.Coverage) (narrow []tables.Coverage, ok bool) {
	for _, c := range all {
		var list tables.Coverage1
		for _, g := range glyphs.Covered(c) {
			if r.of[g].seen {
				list.Glyphs = append(list.Glyphs, g)
			}
		}
		if len(list.Glyphs) == 0 {
			return nil, false
		}
		narrow = append(narrow, list)
	}
	return narrow, true
}
