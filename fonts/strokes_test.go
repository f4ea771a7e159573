package fonts

import (
	"encoding/binary"
	"testing"
)

// TestStrokes: a face's own lines are taken, and others where it has none or
// what cannot be.
func TestStrokes(t *testing.T) {
	amiri, err := ReadFace(amiriRegular)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Stroke{-512, 50}); amiri.Under != want {
		t.Errorf("Amiri's line under text is %v, want %v", amiri.Under, want)
	}
	if want := (Stroke{260, 50}); amiri.Through != want {
		t.Errorf("Amiri's line through text is %v, want %v", amiri.Through, want)
	}
	tables := func(top, weight int16) (post, os2 []byte) {
		post, os2 = make([]byte, 32), make([]byte, 78)
		binary.BigEndian.PutUint16(post[8:], uint16(-top))
		binary.BigEndian.PutUint16(post[10:], uint16(weight))
		binary.BigEndian.PutUint16(os2[28:], uint16(top))
		binary.BigEndian.PutUint16(os2[26:], uint16(weight))
		return post, os2
	}
	for _, c := range []struct {
		top, weight    int16
		under, through Stroke
	}{
		{600, 120, Stroke{-600, 120}, Stroke{600, 120}},
		{0, 0, Stroke{-240, 100}, Stroke{560, 100}},
		{-300, 900, Stroke{-240, 100}, Stroke{560, 100}},
		{1500, 20, Stroke{-1500, 20}, Stroke{560, 20}},
	} {
		f := &Face{UnitsPerEm: 2000}
		f.readStrokes(tables(c.top, c.weight))
		if f.Under != c.under || f.Through != c.through {
			t.Errorf("%d, %d: under %v, through %v; want %v, %v", c.top, c.weight, f.Under, f.Through, c.under, c.through)
		}
	}
	var f = &Face{UnitsPerEm: 1000}
	if f.readStrokes(nil, make([]byte, 20)); f.Under != (Stroke{-120, 50}) || f.Through != (Stroke{280, 50}) {
		t.Errorf("without tables: %v, %v", f.Under, f.Through)
	}
}
