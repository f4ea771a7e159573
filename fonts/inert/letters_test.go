package inert_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"warraq/content/char"
	"warraq/fonts"
	"warraq/fonts/house"
	"warraq/fonts/inert"
	"warraq/fonts/instance"
)

// TestLetterFont: a text of letters and tatweels is shaped alike without the
// rules that it has no use for, and there are fewer.
func TestLetterFont(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	for _, style := range []fonts.Style{{}, {Bold: true}} {
		face := set.Face(style)
		if all, some := rulesOf(face.Font()), rulesOf(face.LetterFont()); some >= all {
			t.Errorf("%s: %d rules of %d", face.Name, some, all)
		}
		lettersAlike(t, face, 800)
		digitsAlike(t, face)
	}
	for _, family := range house.Families() {
		static, err := fonts.Static(family.Data(false), instance.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		lettersAlike(t, read(t, static.Data), 200)
		digitsAlike(t, read(t, static.Data))
	}
	if mono := read(t, fonts.PlexMono()); mono.LetterFont() != mono.Font() {
		t.Error("a face that does not join letters has a font for them")
	}
}

// TestByClass: the many tables of Amiri's ligatures are few.
func TestByClass(t *testing.T) {
	regular, _ := fonts.Amiri()
	face := read(t, regular)
	most := func(f *font.Font) (n int) {
		for _, l := range f.GSUB.Lookups {
			n = max(n, len(l.Subtables))
		}
		return n
	}
	if all, some := most(face.Font()), most(face.LetterFont()); all < 40 || some > 8 {
		t.Errorf("a lookup has %d tables, for letters %d", all, some)
	}
}

func read(t *testing.T, data []byte) *fonts.Face {
	t.Helper()
	face, err := fonts.ReadFace(data)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

func rulesOf(f *font.Font) (n int) {
	for _, l := range f.GSUB.Lookups {
		n += len(l.Subtables)
	}
	return n
}

// lettersAlike shapes random words with either font of a face.
func lettersAlike(t *testing.T, face *fonts.Face, words int) {
	t.Helper()
	all, some := harfbuzz.NewFont(font.NewFace(face.Font())), harfbuzz.NewFont(font.NewFace(face.LetterFont()))
	random, letters := rand.New(rand.NewPCG(1, 2)), []rune(inert.Openers+string(char.Tatweel)+"ابتلمنهيسك")
	for range words {
		word := make([]rune, 1+random.IntN(9))
		for i := range word {
			word[i] = letters[random.IntN(len(letters))]
		}
		if !inert.OfLetters(string(word)) {
			t.Fatalf("%q is not of letters", string(word))
		}
		for _, lang := range []string{"ar", "fa", "ur", "ps"} {
			a, b := wholly(all, word, lang), wholly(some, word, lang)
			if !slices.Equal(a.Info, b.Info) || !slices.Equal(a.Pos, b.Pos) {
				t.Fatalf("%s: %q in %s:\n%v\n%v", face.Name, string(word), lang, a.Info, b.Info)
			}
		}
	}
}

// digitsAlike shapes random numbers with either font of a face, in both directions.
func digitsAlike(t *testing.T, face *fonts.Face) {
	t.Helper()
	all, some := harfbuzz.NewFont(font.NewFace(face.Font())), harfbuzz.NewFont(font.NewFace(face.DigitFont()))
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		number := make([]rune, 1+random.IntN(6))
		zero := []rune("0٠۰")[random.IntN(3)]
		for i := range number {
			number[i] = zero + random.Int32N(10)
		}
		if !inert.OfDigits(string(number)) {
			t.Fatalf("%q is not of digits", string(number))
		}
		for _, lang := range []string{"ar", "fa", "ur", "en"} {
			for _, of := range []harfbuzz.SegmentProperties{
				{Script: language.Arabic, Direction: harfbuzz.LeftToRight}, {Script: language.Arabic, Direction: harfbuzz.RightToLeft},
				{Script: language.Latin, Direction: harfbuzz.LeftToRight}} {
				of.Language = language.NewLanguage(lang)
				a, b := shaped(all, number, of), shaped(some, number, of)
				if !slices.Equal(a.Info, b.Info) || !slices.Equal(a.Pos, b.Pos) {
					t.Fatalf("%s: %q in %v:\n%v\n%v", face.Name, string(number), of, a.Info, b.Info)
				}
			}
		}
	}
}

// wholly shapes a word as package paragraph does.
func wholly(f *harfbuzz.Font, word []rune, lang string) *harfbuzz.Buffer {
	return shaped(f, word, harfbuzz.SegmentProperties{Language: language.NewLanguage(lang), Script: language.Arabic, Direction: harfbuzz.RightToLeft})
}

func shaped(f *harfbuzz.Font, word []rune, of harfbuzz.SegmentProperties) *harfbuzz.Buffer {
	b := harfbuzz.NewBuffer()
	b.AddRunes(word, 0, -1)
	b.Props = of
	b.ClusterLevel, b.Flags = harfbuzz.Characters, harfbuzz.ProduceSafeToInsertTatweel
	b.Shape(f, nil)
	return b
}

func TestOfDigits(t *testing.T) {
	for text, want := range map[string]bool{"1234567890": true, "٠٩": true, "۰۹": true, "1٫2": false, "1a": false, "/": false, ":": false, "٪": false} {
		if got := inert.OfDigits(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestOfLetters(t *testing.T) {
	for text, want := range map[string]bool{"كتاب": true, "كـــتاب": true, "كِتاب": false, "كتاب1": false, "كتاب\u200C": false, "ا\u0653": false} {
		if got := inert.OfLetters(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
