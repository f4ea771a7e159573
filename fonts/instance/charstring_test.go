package instance

import (
	"errors"
	"testing"
)

// number is a small number as charstrings write it.
func number(v int) byte { return byte(v + 139) }

// TestEndless stops at glyphs whose subroutines call each other without end, or so often
// that nobody would wait for them.
func TestEndless(t *testing.T) {
	call := func(n int) []byte { return []byte{number(n - 107), 29} }
	var often [][]byte // each calls the next one a hundred times
	for i := range 9 {
		var s []byte
		for range 100 {
			s = append(s, call(i+1)...)
		}
		often = append(often, s)
	}
	often = append(often, []byte{number(1), number(1), 5})
	for name, subrs := range map[string][][]byte{"often": often, "itself": {call(0)}} {
		d := drawer{cff: &cff{charstrings: [][]byte{append([]byte{number(0), number(0), 21}, call(0)...)}, global: returning(subrs),
			fonts: []private{{}}, fontOf: func(int) int { return 0 }}}
		if _, err := d.segments(0); err == nil || name == "often" && !errors.Is(err, errEndless) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReturns: behind a subroutine without an end, as CFF2 has them, its caller goes on.
func TestReturns(t *testing.T) {
	line := []byte{number(10), number(0), 5}
	d := drawer{cff: &cff{charstrings: [][]byte{{number(0), number(0), 21, number(-107), 29, number(0), number(10), 5}},
		global: returning([][]byte{line}), fonts: []private{{}}, fontOf: func(int) int { return 0 }}}
	segments, err := d.segments(0)
	if err != nil {
		t.Fatal(err)
	}
	if got := contours(segments); len(got) != 1 || len(got[0]) != 3 {
		t.Errorf("%v", got)
	}
}
