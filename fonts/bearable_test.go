package fonts

import (
	"errors"
	"testing"
)

// TestBearable holds the embedded faces to the usual bounds and to lower ones: no font
// that would harm a shaper is needed to see that one is refused.
func TestBearable(t *testing.T) {
	for _, data := range [][]byte{amiriRegular, amiriBold, hebrewRegular} {
		f, err := ReadFace(data)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.bearable(usualFont); err != nil {
			t.Error(f.Name, err)
		}
	}
	amiri, err := ReadFace(amiriRegular)
	if err != nil {
		t.Fatal(err)
	}
	for want, lower := range map[error]func(*fontBounds){
		errNested:   func(b *fontBounds) { b.nesting = 0 },
		errGrows:    func(b *fontBounds) { b.growth = 1 },
		errPieces:   func(b *fontBounds) { b.parts = 1 },
		errTooRuled: func(b *fontBounds) { b.rules = 10 },
	} {
		most := usualFont
		lower(&most)
		if err := amiri.bearable(most); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
}

// TestShallow tries lookups that call each other.
func TestShallow(t *testing.T) {
	for _, c := range []struct {
		calls [][]uint16
		most  int
		want  bool
	}{
		{[][]uint16{{1}, {2}, {}}, 2, true},
		{[][]uint16{{1}, {2}, {}}, 1, false},
		{[][]uint16{{0}}, 8, false},
		{[][]uint16{{1}, {2}, {0}}, 8, false},
		{[][]uint16{{}, {0}, {0, 1, 9}}, 2, true},
	} {
		if got := shallow(c.calls, c.most); got != c.want {
			t.Errorf("%v, %d: %v", c.calls, c.most, got)
		}
	}
}
