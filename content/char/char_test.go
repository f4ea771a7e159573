package char

import (
	"testing"
	"unicode"
)

// TestAsTheLibrary holds that characters as old as the tables of the standard
// library are of the category that they have there, if not of a mended one.
func TestAsTheLibrary(t *testing.T) {
	mended := 0
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co) {
			if In(r, Cs|Cc) {
				t.Errorf("%U is a surrogate or control, unassigned in Unicode %s", r, unicode.Version)
			}
			continue
		}
		for _, c := range []struct {
			name string
			is   bool
			want bool
		}{
			{"a letter", IsLetter(r), unicode.IsLetter(r)},
			{"a mark", IsMark(r), unicode.IsMark(r)},
			{"a digit", IsDigit(r), unicode.IsDigit(r)},
			{"graphic", IsGraphic(r), unicode.IsGraphic(r)},
			{"Mn", In(r, Mn), unicode.Is(unicode.Mn, r)},
			{"Cf", In(r, Cf), unicode.Is(unicode.Cf, r)},
			{"an opening mark", In(r, Ps|Pi), unicode.In(r, unicode.Ps, unicode.Pi)},
			{"a closing mark", In(r, Pe|Pf), unicode.In(r, unicode.Pe, unicode.Pf)},
			{"a symbol", In(r, S), unicode.Is(unicode.S, r)},
		} {
			if c.is != c.want {
				mended++
				t.Logf("%U: %s: %v, %v in Unicode %s", r, c.name, c.is, c.want, unicode.Version)
			}
		}
	}
	if mended > 40 {
		t.Errorf("%d judgements differ from Unicode %s", mended, unicode.Version)
	}
}

// TestNew holds what is newer than Unicode 15.0.
func TestNew(t *testing.T) {
	for r, set := range map[rune]Set{
		0x0897: Mn, 0x10EFC: Mn, 0x10EFA: Mn, 0x1ACF: Mn, 0x088F: Lo, 0x10EC2: Lo, 0x10EC5: Lm, 0xFD90: So, 0xA7CB: Lu, 0xFDCF: So,
	} {
		if !In(r, set) {
			t.Errorf("%U is not of the category that Unicode %s gives it", r, UnicodeVersion)
		}
	}
}

func TestNoCodePoint(t *testing.T) {
	for _, r := range []rune{-1, unicode.MaxRune + 1} {
		if !In(r, Cn) || In(r, ^Cn) {
			t.Errorf("%#x is a character", r)
		}
	}
}
