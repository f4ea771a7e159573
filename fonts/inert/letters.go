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

// OfDigits tells whether a text has nothing but digits of the Latin and the Arabic
// script.
func OfDigits(text string) bool {
	for _, r := range text {
		if !(r >= '0' && r <= '9' || r >= '٠' && r <= '٩' || r >= '۰' && r <= '۹') {
			return false
		}
	}
	return true
}

const digits = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

// LetterFont is the face as the shaper wants it for right-to-left text of the
// Arabic script that is [OfLetters]: without the rules that ask for a glyph which
// no such text can have, whatever the features, and with those of one place each
// together. It shapes that text as the whole face does.
func (p *Proof) LetterFont() *font.Font {
	p.lettersOnce.Do(func() { p.letters = p.narrowed(openers + string(char.Tatweel)) })
	return p.letters
}

// DigitFont is the same for text that is [OfDigits], of any direction and language.
func (p *Proof) DigitFont() *font.Font {
	p.digitsOnce.Do(func() { p.digits = p.narrowed(digits) })
	return p.digits
}

// narrowed is the face for a text of some characters alone.
func (p *Proof) narrowed(characters string) (narrow *font.Font) {
	if !p.joinsByLookups() {
		return p.font
	}
	// go-text takes damaged tables that it panics over when they are asked
	defer func() {
		if recover() != nil {
			narrow = p.font
		}
	}()
	forms := p.formsOf("", characters)
	if forms.plain != 1<<utf8.RuneCountInString(characters)-1 { // a letter without a glyph is taken apart
		forms = p.formsOf("", characters+combining)
	}
	bare := *p.font
	bare.GSUB.Lookups = slices.Clone(bare.GSUB.Lookups)
	for i := range bare.GSUB.Lookups {
		lookup := &bare.GSUB.Lookups[i]
		lookup.Subtables = byClass(narrowedEach(lookup.Subtables, forms.narrowed))
	}
	bare.GPOS.Lookups = slices.Clone(bare.GPOS.Lookups)
	for i := range bare.GPOS.Lookups {
		lookup := &bare.GPOS.Lookups[i]
		lookup.Subtables = narrowedEach(lookup.Subtables, forms.narrowedPlace)
	}
	dropEmpty(&bare.GSUB.Layout, bare.GSUB.Lookups, func(l font.GSUBLookup) int { return len(l.Subtables) })
	dropEmpty(&bare.GPOS.Layout, bare.GPOS.Lookups, func(l font.GPOSLookup) int { return len(l.Subtables) })
	return &bare
}

// dropEmpty takes the lookups of which nothing is left out of the features that name them:
// the shaper asks each of them for each text.
func dropEmpty[L any](l *font.Layout, lookups []L, subtables func(L) int) {
	l.Features = slices.Clone(l.Features)
	for i := range l.Features {
		f := &l.Features[i]
		f.LookupListIndices = slices.DeleteFunc(slices.Clone(f.LookupListIndices), func(at uint16) bool {
			return int(at) < len(lookups) && subtables(lookups[at]) == 0
		})
	}
}

// narrowedEach are the subtables of a lookup, each narrowed, without those that match none
// of the forms.
func narrowedEach[T any](all []T, narrowed func(T) (T, bool)) (kept []T) {
	for _, s := range all {
		if s, ok := narrowed(s); ok {
			kept = append(kept, s)
		}
	}
	return kept
}

// narrowedPlace is [reach.narrowed] of the rules that move glyphs.
func (r *reach) narrowedPlace(table tables.GPOSLookup) (narrow tables.GPOSLookup, ok bool) {
	switch s := table.(type) {
	case tables.ContextualPos:
		if c, is := s.Data.(tables.ContextualPos3); is {
			c.Coverages, ok = r.narrowedAll(c.Coverages)
			return tables.ContextualPos{Data: c}, ok
		}
	case tables.ChainedContextualPos:
		if c, is := s.Data.(tables.ChainedContextualPos3); is {
			ok = r.narrowChain(&c.BacktrackCoverages, &c.InputCoverages, &c.LookaheadCoverages)
			return tables.ChainedContextualPos{Data: c}, ok
		}
	}
	return table, r.meets(table.Cov())
}

// narrowChain narrows the places before, within and behind; ok is false where one has
// none of the forms.
func (r *reach) narrowChain(places ...*[]tables.Coverage) (ok bool) {
	for _, at := range places {
		if *at, ok = r.narrowedAll(*at); !ok {
			return false
		}
	}
	return true
}

// meets tells whether a coverage has one of the forms.
func (r *reach) meets(c tables.Coverage) bool {
	for _, g := range glyphs.Covered(c) {
		if r.share(g).seen {
			return true
		}
	}
	return false
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
			ok = r.narrowChain(&c.BacktrackCoverages, &c.InputCoverages, &c.LookaheadCoverages)
			return tables.ChainedContextualSubs{Data: c}, ok
		}
	}
	return table, r.meets(table.Cov())
}

// narrowedAll lists the forms in each coverage; ok is false where one has none.
func (r *reach) narrowedAll(all []tables.Coverage) (narrow []tables.Coverage, ok bool) {
	for _, c := range all {
		var list tables.Coverage1
		for _, g := range glyphs.Covered(c) {
			if r.share(g).seen {
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
