package fonts

import (
	"reflect"
	"testing"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype/tables"
)

// TestListedCoverage finds no coverage of several ranges left where go-text's
// shaper sums coverages up: those of the subtables themselves and the first of
// their input. The fields are looked for anew here, by type alone.
func TestListedCoverage(t *testing.T) {
	regular, bold := Amiri()
	for _, data := range [][]byte{regular, bold} {
		before, after := reference(t, data).Font, readFace(t, data).Font()
		if n := rangesOf(before); n < 10 {
			t.Errorf("%d coverages of ranges before: the test does not look where they are", n)
		}
		if n := rangesOf(after); n != 0 {
			t.Errorf("%d coverages of ranges are left", n)
		}
	}
}

func rangesOf(f *font.Font) int {
	n := 0
	for _, lookup := range f.GSUB.Lookups {
		for _, s := range lookup.Subtables {
			n += ranged(reflect.ValueOf(s), 0)
		}
	}
	for _, lookup := range f.GPOS.Lookups {
		for _, s := range lookup.Subtables {
			n += ranged(reflect.ValueOf(s), 0)
		}
	}
	return n
}

// ranged counts the coverages of several ranges in a structure.
func ranged(v reflect.Value, depth int) int {
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() {
			return 0
		}
		return ranged(v.Elem(), depth)
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]ot.Coverage]() && v.Len() > 0 {
			return ranged(v.Index(0), depth)
		}
		return 0
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[ot.Coverage2]() {
			if v.FieldByName("Ranges").Len() > 1 {
				return 1
			}
			return 0
		}
		n := 0
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if depth < 2 && !second[name] {
				n += ranged(v.Field(i), depth+1)
			}
		}
		return n
	}
	return 0
}

// second are coverages that are looked up exactly and not summed up: of what
// stands before and behind, and of the marks that bases are told by.
var second = map[string]bool{
	"BacktrackCoverages": true, "LookaheadCoverages": true,
	"BaseCoverage": true, "LigatureCoverage": true, "Mark2Coverage": true,
}
