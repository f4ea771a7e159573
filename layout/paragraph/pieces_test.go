package paragraph

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"warraq/fonts"
	"warraq/fonts/inert"
)

// TestPieces: a word in pieces is the word shaped whole, glyph by glyph, in each
// face of ours: words of the samples, and such as put every pair of letters at a
// seam.
func TestPieces(t *testing.T) {
	t.Parallel()
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	words := seamWords(20_000)
	for _, text := range prose {
		words = append(words, strings.FieldsFunc(text, func(r rune) bool { return !inert.Parts(string(r)) })...)
	}
	for _, style := range []fonts.Style{{}, {Bold: true}} {
		face := set.Face(style)
		parted, tried := partedAlike(t, face, words)
		if 2*parted < tried {
			t.Errorf("%s: of %d words %d are in pieces", face.Name, tried, parted)
		}
	}
}

// seamWords makes words of two to eight letters with few vowels.
func seamWords(n int) []string {
	r := rand.New(rand.NewPCG(14, 4))
	closers, letters, vowels := []rune("اأإآٱدذرزوؤةءژڈڑ"), []rune("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیٹڈڑںہھے"), []rune("\u064B\u064E\u064F\u0650\u0651\u0652\u0670")
	pick := func(list []rune) rune { return list[r.IntN(len(list))] }
	all := make([]string, n)
	for i := range all {
		var w []rune
		for range 1 + r.IntN(4) {
			for _, list := range [][]rune{letters, closers} {
				if w = append(w, pick(list)); r.IntN(4) == 0 {
					w = append(w, pick(vowels))
				}
			}
		}
		all[i] = string(w[:len(w)-r.IntN(2)])
	}
	return all
}

// partedAlike compares words in pieces with the same shaped whole, and the same
// lengthened, and counts those that were parted.
func partedAlike(t *testing.T, face *fonts.Face, words []string) (parted, tried int) {
	s := newShaper(NewWords())
	v := s.voice(face, language.Arabic, "ar", 1, Naskh, 0)
	for _, text := range words {
		if !inert.Parts(text) || !coversAll(face, text) {
			continue
		}
		tried++
		pieces := v.pieces(text, nil)
		if len(pieces) > 1 {
			parted++
		}
		whole, got := s.shape(v, text, 0, len(text)), s.shapePieces(v, text)
		if !sameWord(whole, got) {
			t.Fatalf("%s: %s in pieces %q:\n%v\nwhole:\n%v", face.Name, text, pieces, *got, *whole)
		}
		s.findJoints(whole)
		for _, j := range whole.joints {
			b := []bar{{j.at, 1 + tried%3}}
			if whole, got := s.shapeBars(v, text, b), s.shapePieces(v, text, b...); !sameWord(whole, got) {
				t.Fatalf("%s: %s in pieces %q with %v:\n%v\nwhole:\n%v", face.Name, text, pieces, b, *got, *whole)
			}
		}
	}
	return parted, tried
}

// TestHalves: most words that are lengthened are shaped in halves; that they are as
// whole is for TestPieces.
func TestHalves(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	s := newShaper(NewWords())
	v := s.voice(set.Face(fonts.Style{}), language.Arabic, "ar", 1, Naskh, 0)
	for _, c := range []struct {
		text string
		at   int // of the letter behind the bar
		want bool
	}{
		{"سبح", 2, true},
		{"يبين", 6, true},
		{"سا", 2, false}, // a bar before an alef has a form of its own
	} {
		if _, _, ok := s.halves(v, c.text, []bar{{c.at, 1}}); ok != c.want {
			t.Errorf("%s at %d: %v, want %v", c.text, c.at, ok, c.want)
		}
	}
}

// TestStops: a word and the stop behind it, each shaped by itself, are the two
// shaped whole.
func TestStops(t *testing.T) {
	t.Parallel()
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	for _, style := range []fonts.Style{{}, {Bold: true}} {
		face, s := set.Face(style), newShaper(NewWords())
		v := s.voice(face, language.Arabic, "ar", 1, Spaces, 0)
		parted := 0
		words := seamWords(2_000)
		for _, text := range words {
			for _, stop := range ".!؛" {
				text := text + string(stop)
				if !coversAll(face, text) {
					continue
				}
				w := s.shapeWord(v, text)
				if w.parts != nil {
					parted++
				}
				if whole := s.shape(v, text, 0, len(text)); !sameWord(whole, w) {
					t.Fatalf("%s: %s:\n%v\nwhole:\n%v", face.Name, text, *w, *whole)
				}
			}
		}
		if parted < 2*len(words) {
			t.Errorf("%s: of %d words with one of three stops %d are in parts", face.Name, len(words), parted)
		}
	}
}

func coversAll(face *fonts.Face, text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !face.Covers(r) })
}

func sameWord(a, b *Word) bool {
	return slices.Equal(a.Glyphs, b.Glyphs) && a.Advance == b.Advance && a.Height == b.Height && a.Depth == b.Depth &&
		a.Bar == b.Bar && a.BarAt == b.BarAt && a.Text == b.Text
}
