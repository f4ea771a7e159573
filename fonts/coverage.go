package fonts

import (
	"reflect"
	"unsafe"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype/tables"
)

// listCoverage writes every coverage table that is given as ranges (OpenType
// 1.9, Coverage Format 2) as a list of glyphs (Format 1).
//
// The shaper of go-text v0.3.5 sums a lookup's coverage up in three masks and
// stops adding ranges once any of them is full, where HarfBuzz goes on until
// all are. Glyphs of later ranges are then taken for uncovered and the lookup
// does not apply: in Amiri's يجمع and شرطة the joins come out wrong. Lists are
// summed up rightly. The fields have no setters, so they are reached by
// reflection; a version of go-text that moves them fails the test of this file.
func listCoverage(f *font.Font) {
	for i := range f.GSUB.Lookups {
		subtables := f.GSUB.Lookups[i].Subtables
		for j := range subtables {
			subtables[j] = listed(reflect.ValueOf(subtables[j])).Interface().(ot.GSUBLookup)
		}
	}
	for i := range f.GPOS.Lookups {
		subtables := f.GPOS.Lookups[i].Subtables
		for j := range subtables {
			subtables[j] = listed(reflect.ValueOf(subtables[j])).Interface().(ot.GPOSLookup)
		}
	}
}

var coverageType = reflect.TypeFor[ot.Coverage]()

// listed is a copy of a subtable with its own coverages and those of the
// format-specific structure inside it as lists.
func listed(table reflect.Value) reflect.Value {
	t := reflect.New(table.Type()).Elem()
	t.Set(table)
	for i := range t.NumField() {
		field := t.Field(i)
		if field.Kind() != reflect.Interface || field.IsNil() {
			continue
		}
		field = reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
		switch inner := field.Elem(); {
		case field.Type() == coverageType:
			field.Set(reflect.ValueOf(list(field.Interface().(ot.Coverage))))
		case inner.Kind() == reflect.Struct:
			field.Set(listed(inner))
		}
	}
	// Context formats 3 are covered by the first of their input coverages.
	if covs := t.FieldByName("InputCoverages"); covs.IsValid() {
		listFirst(covs)
	} else if covs := t.FieldByName("Coverages"); covs.IsValid() {
		listFirst(covs)
	}
	return t
}

func listFirst(covs reflect.Value) {
	if s, ok := covs.Interface().([]ot.Coverage); ok && len(s) > 0 {
		s[0] = list(s[0])
	}
}

// maxListed bounds a list: a font has no more glyphs, whatever damaged ranges
// say.
const maxListed = 1 << 16

// list gives the glyphs of ranges one by one, in their order. A single range
// is summed up rightly and stays.
func list(c ot.Coverage) ot.Coverage {
	ranges, ok := c.(ot.Coverage2)
	if !ok || len(ranges.Ranges) < 2 {
		return c
	}
	n := 0
	for _, r := range ranges.Ranges {
		n += max(0, int(r.EndGlyphID)-int(r.StartGlyphID)+1)
	}
	if n > maxListed {
		return c
	}
	glyphs := make([]ot.GlyphID, 0, n)
	for _, r := range ranges.Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			glyphs = append(glyphs, ot.GlyphID(g))
		}
	}
	return ot.Coverage1{Glyphs: glyphs}
}
