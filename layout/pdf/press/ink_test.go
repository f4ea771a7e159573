package press

import (
	"math"
	"testing"

	"warraq/layout/pdf/cos"
)

// TestInked: operators that set a gray or a colour set ink; what only looks like
// one, in a string or a name, stays.
func TestInked(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"0.00 g\n", "0 0 0 1 k\n"},
		{"1.00 G\n", "0 0 0 0 K\n"},
		{"0.25 g 1 0 0 rg", "0 0 0 0.75 k 0 1 1 0 k"},
		{"0.000 0.000 1.000 RG\n", "1 1 0 0 K\n"},
		{"0.5 0.5 0.5 rg", "0 0 0 0.5 k"},
		{"(0.5 g\n) Tj 0.5 g", "(0.5 g\n) Tj 0 0 0 0.5 k"},
		{"[(a\\) 1 g)-20(\\\\)] TJ 1 g", "[(a\\) 1 g)-20(\\\\)] TJ 0 0 0 0 k"},
		{"[((1 g))] TJ", "[((1 g))] TJ"},
		{"/g gs 10 20 30 40 re f", "/g gs 10 20 30 40 re f"},
		{"1 0 0 1 5 6 cm 0 g", "1 0 0 1 5 6 cm 0 0 0 1 k"},
		{"<0A> Tj\n.5 g\n", "<0A> Tj\n0 0 0 0.5 k\n"},
		{"1 2 g", "1 2 g"}, // no operator has two
		{"(open", "(open"},
		{"", ""},
	} {
		if got := string(Inks(nil).Inked([]byte(c.content))); got != c.want {
			t.Errorf("%q: %q, want %q", c.content, got, c.want)
		}
	}
}

// FuzzInked: whatever a content is, nothing of it is lost but colours, and what
// is ink already stays.
func FuzzInked(f *testing.F) {
	for _, s := range []string{"0 g (a\\", "1 0 0 rg[(x)]TJ", "<</A 1>>", "-", "1e9 g", "+.g"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		once := Inks(nil).Inked(content)
		if twice := Inks(nil).Inked(once); string(twice) != string(once) {
			t.Errorf("%q: %q, then %q", content, once, twice)
		}
	})
}

// TestInkRule: black takes what is gray of a colour, nothing is beyond its
// bounds, and the inks give the colour back by the rule of ISO 32000-1 10.3.5.
func TestInkRule(t *testing.T) {
	for r := 0; r <= 255; r += 15 {
		for g := 0; g <= 255; g += 15 {
			for b := 0; b <= 255; b += 15 {
				c := [3]float64{float64(r) / 255, float64(g) / 255, float64(b) / 255}
				i := inkOf(c[0], c[1], c[2])
				if r == g && g == b && (i.C != 0 || i.M != 0 || i.Y != 0) {
					t.Fatalf("gray %d: %v", r, i)
				}
				for k, v := range []float64{i.C, i.M, i.Y} {
					if v < 0 || v > 1 || math.Abs((1-v)*(1-i.K)-c[k]) > 1e-9 {
						t.Fatalf("%v: %v", c, i)
					}
				}
			}
		}
	}
}

// TestAppendBare: marked content goes, and what only looks like it, in the codes of
// a string, stays.
func TestAppendBare(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"/P <</MCID 0>> BDC\n(a) Tj\nEMC\n", "(a) Tj\n"},
		{"[(a\nEMC\n)] TJ\nEMC\n", "[(a\nEMC\n)] TJ\n"},
		{"(\n BDC\n\\)\n BDC\n) Tj\n", "(\n BDC\n\\)\n BDC\n) Tj\n"},
		{"/Span <</ActualText (a\n)>> BDC\nq\nEMC\n", "q\n"},
		{"q", "q"}, {"(open\nEMC\n", "(open\nEMC\n"}, {"", ""},
	} {
		if got := string(cos.AppendBare(nil, []byte(c.content))); got != c.want {
			t.Errorf("%q: %q, want %q", c.content, got, c.want)
		}
	}
}
