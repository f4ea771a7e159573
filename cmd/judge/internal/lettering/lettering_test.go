package lettering

import (
	"slices"
	"strings"
	"testing"

	"warraq/cmd/judge/internal/pdfread"
)

// The judges are judged here: what they read, and that they see what is wrong.

func TestParts(t *testing.T) {
	for word, want := range map[string][]string{
		"الأمن":        {"الأمن"},
		"«الأمن»،":     {"الأمن"},
		"وen":          {"و", "en"},
		"C:\\كتاب.md،": {"C", "كتاب", "md"},
		"اللّٰهُ":      {"اللّٰهُ"},
		"19-20":        {"19", "20"},
		"…":            nil,
	} {
		if got := parts(word); !slices.Equal(got, want) {
			t.Errorf("parts(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestLengthened(t *testing.T) {
	for word, want := range map[string][]string{
		"كتب":   {"كـتب", "كتـب"},
		"دار":   nil,
		"كَتبا": {"كَـتبا", "كَتـبا", "كَتبـا"},
	} {
		if got := lengthened(word, 1); !slices.Equal(got, want) {
			t.Errorf("lengthened(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestUnlike sees a lost dot, a moved one and one too many.
func TestUnlike(t *testing.T) {
	letter := pdfread.Contour{{X: 0, Y: 0, On: true}, {X: 100, Y: 0, On: true}, {X: 50, Y: 80}}
	dot := pdfread.Contour{{X: 40, Y: -50, On: true}, {X: 60, Y: -50, On: true}, {X: 50, Y: -30, On: true}}
	whole := []pdfread.Contour{letter, dot}
	for name, c := range map[string]struct {
		other []pdfread.Contour
		want  int
	}{
		"same":     {[]pdfread.Contour{dot, letter}, 0},
		"lost":     {[]pdfread.Contour{letter}, 1},
		"moved":    {append([]pdfread.Contour{letter}, pdfread.Moved([]pdfread.Contour{dot}, 1, 0)...), 2},
		"too many": {[]pdfread.Contour{letter, dot, dot}, 1},
	} {
		if got := pdfread.Unlike(whole, c.other, slack); got != c.want {
			t.Errorf("%s: %d contours differ, want %d", name, got, c.want)
		}
	}
}

func TestBare(t *testing.T) {
	for _, c := range []struct{ codes, want string }{
		{"\u200f|ب", "ب"},
		{"\u200f |ب", " |ب"},
		{"\u200f-|ب", "-|ب"},
		{"\u200e١٢/٣|\u200e|\u200e|\u200e|ب", "١|٢|/|٣|ب"},
		{"ملسو هيلع هللا ىلص|ب", "ﷺ|ب"},
		{"ل|ا", "ل|ا"},
	} {
		var codes []pdfread.Code
		for _, text := range strings.Split(c.codes, "|") {
			codes = append(codes, pdfread.Code{Text: text})
		}
		var got []string
		for _, code := range bare(codes) {
			got = append(got, code.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %q, want %q", c.codes, got, c.want)
		}
	}
}

// TestSameInk lets a space that leans on a word widen it, within bounds; no other
// word may be wider or narrower.
func TestSameInk(t *testing.T) {
	letter := []pdfread.Contour{{{X: 100, Y: 0, On: true}, {X: 50, Y: 80, On: true}}}
	meant := drawing{contours: letter, advance: 500}
	for _, c := range []struct {
		advance     float64
		leant, want bool
	}{
		{500, false, true},
		{501, false, false},
		{750, false, false},
		{750, true, true},
		{500, true, false},
		{250, true, false},
		{2500, true, false},
	} {
		if got := sameInk(drawing{letter, c.advance, c.leant}, meant, 1000); got != c.want {
			t.Errorf("advance %v, leant %v: %v", c.advance, c.leant, got)
		}
	}
}

// TestSmallCapitals takes capitals for small letters only where the manuscript
// has them so.
func TestSmallCapitals(t *testing.T) {
	word := Drawn{Codes: []pdfread.Code{{Text: "a"}, {Text: "b"}}}
	for small, want := range map[string]bool{"": false, "abc\n": true, "xy\n": false} {
		capitals := false
		for _, r := range word.Readings(NewLexicon("ar", nil, small), Stretch{}) {
			capitals = capitals || r.Text == "AB"
		}
		if capitals != want {
			t.Errorf("with small capitals in %q: %v", small, capitals)
		}
	}
}
