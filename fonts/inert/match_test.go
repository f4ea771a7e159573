package inert

import (
	"encoding/binary"
	"slices"
	"testing"

	"warraq/fonts/internal/glyphs"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// TestMatchedGlyphs looks for glyphs 5 and 7 in small subtables of each kind;
// 2 and 3 are of letters.
func TestMatchedGlyphs(t *testing.T) {
	one := func(g int) []int { return []int{1, 1, g} } // a coverage, six bytes
	list := func(parts ...[]int) []byte { return words(slices.Concat(parts...)...) }
	for name, c := range map[string]struct {
		kind  int
		table []byte
		want  []tables.GlyphID
	}{
		"single":                {1, list([]int{1, 6, 1}, one(5)), nil},
		"multiple":              {2, list([]int{1, 8, 1, 14}, one(5), []int{1, 9}), []tables.GlyphID{5}},
		"alternate":             {3, list([]int{1, 8, 1, 14}, one(7), []int{1, 9}), []tables.GlyphID{7}},
		"first of a ligature":   {4, list([]int{1, 8, 1, 14}, one(5), []int{1, 4, 30, 2, 3}), []tables.GlyphID{5}},
		"in a ligature":         {4, list([]int{1, 8, 1, 14}, one(2), []int{1, 4, 30, 2, 7}), []tables.GlyphID{7}},
		"ligature of others":    {4, list([]int{1, 8, 1, 14}, one(2), []int{1, 4, 30, 2, 3}), nil},
		"in a context":          {5, list([]int{1, 8, 1, 14}, one(2), []int{1, 4, 2, 0, 7}), []tables.GlyphID{7}},
		"context of class 0":    {5, list([]int{2, 12, 18, 2, 0, 28}, one(2), []int{2, 1, 2, 2, 1}, []int{1, 4, 2, 0, 0}), []tables.GlyphID{5, 7}},
		"context of class 1":    {5, list([]int{2, 12, 18, 2, 0, 28}, one(2), []int{2, 1, 2, 2, 1}, []int{1, 4, 2, 0, 1}), nil},
		"context of coverages":  {5, list([]int{3, 2, 0, 10, 16}, one(2), one(7)), []tables.GlyphID{7}},
		"chain":                 {6, list([]int{1, 8, 1, 14}, one(2), []int{1, 4, 1, 5, 1, 1, 7, 0}), []tables.GlyphID{5, 7}},
		"chain, ahead class 0":  {6, list([]int{2, 16, 22, 22, 22, 2, 0, 32}, one(2), []int{2, 1, 2, 7, 1}, []int{1, 4, 0, 1, 1, 0, 0}), nil},
		"chain, ahead class 1":  {6, list([]int{2, 16, 22, 22, 22, 2, 0, 32}, one(2), []int{2, 1, 2, 7, 1}, []int{1, 4, 0, 1, 1, 1, 0}), []tables.GlyphID{5, 7}},
		"chain of coverages":    {6, list([]int{3, 1, 16, 1, 22, 1, 28, 0}, one(7), one(2), one(5)), []tables.GlyphID{7, 5}},
		"reverse chain, before": {8, list([]int{1, 14, 1, 20, 0, 1, 9}, one(2), one(5)), []tables.GlyphID{5}},
		"reverse chain":         {8, list([]int{1, 14, 0, 1, 20, 1, 9}, one(7), one(2)), []tables.GlyphID{7}},

		"moved alone":           {11, list([]int{1, 8, 4, 10}, one(5)), nil},
		"second of a pair":      {12, list([]int{1, 12, 4, 0, 1, 18}, one(2), []int{1, 7, 0}), []tables.GlyphID{7}},
		"first of a pair":       {12, list([]int{1, 12, 4, 0, 1, 18}, one(5), []int{1, 2, 0}), []tables.GlyphID{5}},
		"second by class":       {12, list([]int{2, 20, 4, 0, 26, 36, 1, 2, 0, 9}, one(2), []int{2, 1, 2, 2, 0}, []int{2, 1, 7, 7, 1}), []tables.GlyphID{7}},
		"second by class 0":     {12, list([]int{2, 20, 4, 0, 26, 36, 1, 2, 9, 0}, one(2), []int{2, 1, 2, 2, 0}, []int{2, 1, 7, 7, 1}), []tables.GlyphID{5}},
		"first by class":        {12, list([]int{2, 20, 4, 0, 26, 36, 1, 2, 0, 0}, one(5), []int{2, 1, 2, 2, 0}, []int{2, 1, 7, 7, 1}), []tables.GlyphID{5}},
		"cursive":               {13, list([]int{1, 10, 1, 0, 0}, one(5)), []tables.GlyphID{5}},
		"base of a mark":        {14, list([]int{1, 12, 18, 1, 24, 36}, one(3), one(5), []int{1, 0, 6, 1, 0, 0}, []int{1, 4, 1, 0, 0}), []tables.GlyphID{5}},
		"mark on a mark":        {16, list([]int{1, 12, 18, 1, 24, 36}, one(3), one(7), []int{1, 0, 6, 1, 0, 0}, []int{1, 4, 1, 0, 0}), []tables.GlyphID{7}},
		"moved in a context":    {17, list([]int{3, 2, 0, 10, 16}, one(2), one(7)), []tables.GlyphID{7}},
		"moved in a chain":      {18, list([]int{3, 1, 16, 1, 22, 1, 28, 0}, one(7), one(2), one(5)), []tables.GlyphID{7, 5}},
		"moved in a chain of 1": {18, list([]int{1, 8, 1, 14}, one(2), []int{1, 4, 1, 5, 1, 1, 7, 0}), []tables.GlyphID{5, 7}},
	} {
		if got := matchedIn(t, c.kind, c.table, 0); !slices.Equal(got, c.want) {
			t.Errorf("%s: matched %v, want %v", name, got, c.want)
		}
	}
	// a lookup that ignores bases matches what stands about them
	others := list([]int{1, 8, 1, 14}, one(2), []int{1, 4, 30, 2, 3})
	if got := matchedIn(t, 4, others, 1<<1); !slices.Equal(got, []tables.GlyphID{5, 7}) {
		t.Errorf("bases ignored: matched %v", got)
	}
	if got := matchedIn(t, 4, others, 1<<2|1<<3); got != nil {
		t.Errorf("marks and ligatures ignored: matched %v", got)
	}
}

// matchedIn walks one subtable, of GSUB by its type, of GPOS by ten more.
func matchedIn(t *testing.T, kind int, table []byte, flag uint16) []tables.GlyphID {
	t.Helper()
	asked := glyphs.Set{}
	asked.Add(5)
	asked.Add(7)
	m := matcher{proof: &Proof{font: &font.Font{}}, asked: &asked, flag: flag}
	if kind > 10 {
		s, err := tables.ExtensionPos{ExtensionLookupType: uint16(kind - 10), RawData: table}.Resolve()
		if err != nil {
			t.Fatal(err)
		}
		m.gpos(s)
	} else {
		s, err := tables.ExtensionSubs{ExtensionLookupType: uint16(kind), RawData: table}.Resolve()
		if err != nil {
			t.Fatal(err)
		}
		m.gsub(s)
	}
	return m.List
}

// words writes 16-bit numbers.
func words(values ...int) (b []byte) {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// TestLookupQueue takes the lookups of Arabic, of any of its languages, and of
// variations; of other scripts only where there is no Arabic.
func TestLookupQueue(t *testing.T) {
	tag := ot.MustNewTag
	feature := func(lookups ...uint16) font.Feature {
		return font.Feature{Feature: tables.Feature{LookupListIndices: lookups}}
	}
	none := uint16(0xFFFF)
	arabic := font.Script{Tag: tag("arab"), Script: tables.Script{
		DefaultLangSys: &tables.LangSys{RequiredFeatureIndex: none, FeatureIndices: []uint16{1}},
		LangSys:        []tables.LangSys{{RequiredFeatureIndex: 2, FeatureIndices: []uint16{9}}}}}
	latin := font.Script{Tag: tag("latn"), Script: tables.Script{
		DefaultLangSys: &tables.LangSys{RequiredFeatureIndex: none, FeatureIndices: []uint16{0}}}}
	l := font.Layout{Features: []font.Feature{feature(0, 1), feature(3, 1), feature(4, 3, 99)},
		FeatureVariations: []tables.FeatureVariationRecord{{Substitutions: tables.FeatureTableSubstitution{
			Substitutions: []tables.FeatureTableSubstitutionRecord{{AlternateFeature: tables.Feature{LookupListIndices: []uint16{5}}}}}}}}
	for _, c := range []struct {
		scripts []font.Script
		want    []uint16
	}{
		{[]font.Script{arabic, latin}, []uint16{3, 1, 4, 5}},
		{[]font.Script{latin}, []uint16{0, 1, 5}},
		{nil, []uint16{5}},
	} {
		l.Scripts = c.scripts
		var q lookupQueue
		if q.start(&l, 7); !slices.Equal(q.list, c.want) {
			t.Errorf("%d scripts: lookups %v, want %v", len(c.scripts), q.list, c.want)
		}
	}
}
