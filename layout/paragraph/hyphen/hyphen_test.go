package hyphen

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var tags = []string{"de", "en-GB", "en-US", "es", "fr", "id", "it", "ms", "nl", "pt", "tr"}

func hyphenator(t testing.TB, tag string) *Hyphenator {
	t.Helper()
	h, ok := For(tag)
	if !ok {
		t.Fatalf("no patterns for %s", tag)
	}
	return h
}

// divided shows a word with a middle dot at each of its places.
func divided(h *Hyphenator, word string) string {
	runes := []rune(word)
	for _, p := range slices.Backward(h.Points(runes, nil)) {
		runes = slices.Insert(runes, p, '·')
	}
	return string(runes)
}

// TestWords holds words as the patterns' makers, TeX's manuals and the
// spelling authorities divide them; patterns may divide less, never elsewhere.
func TestWords(t *testing.T) {
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	var h *Hyphenator
	for line := range strings.Lines(string(data)) {
		tag, words, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		h = hyphenator(t, tag)
		for _, want := range strings.Fields(words) {
			if got := divided(h, strings.ReplaceAll(want, "·", "")); got != want {
				t.Errorf("%s: %s, want %s", tag, got, want)
			}
		}
	}
}

func TestParts(t *testing.T) {
	for _, test := range []struct{ name, tag, want string }{
		{"apostrophe", "fr", "l'édu·ca·tion"},
		{"typographic apostrophe", "fr", "l’édu·ca·tion"},
		{"nothing beside an apostrophe", "en", "didn’t"},
		{"hyphen", "fr", "phy·si·co-chi·mique"},
		{"non-breaking hyphen", "fr", "phy·si·co\u2011chi·mique"},
		{"capitals", "fr", "ÉDU·CA·TION"},
		{"Turkish capitals", "tr", "IŞIK·LAR"},
		{"punctuation", "en", "(“hy·phen·ation,”"},
		{"digits", "en", "hyphenation2"},
		{"digits before", "en", "2hyphenation"},
		{"address", "en", "www.hyphenation.org"},
		{"mail", "en", "hyphenation@example.org"},
		{"path", "en", "hyphenation/manuscript"},
		{"soft hyphens", "en", "hyph\u00AD·enation"},
		{"soft hyphens at the ends", "en", "\u00ADhyphenation\u00AD"},
		{"soft hyphen run", "en", "hy\u00AD\u00AD·phenation"},
		{"soft hyphen among digits", "en", "A4\u00AD·B5"},
		{"decomposed", "fr", "de\u0301·ve·lop·pe·ment"},
		{"letter of another language", "en", "fa·çade"},
		{"transliterated", "en", "Mu\u1E25am·mad"},
		{"half ring", "en", "al-Qurʾān"},
		{"Arabic", "fr", "والتعليم"},
		{"Greek", "en", "τυπογραφία"},
		{"Arabic joined", "fr", "edu-التعليم"},
		{"short", "en", "word"},
		{"empty", "en", ""},
		{"dashes", "en", "hy·phen·ation—man·u·script"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := hyphenator(t, test.tag)
			if got := divided(h, strings.ReplaceAll(test.want, "·", "")); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]string{
		"fr": "fr", "fr-MA": "fr", "FR_fr": "fr", "en": "en-us", "en-US": "en-us", "en-GB": "en-gb", "en-Latn-IE": "en-gb",
		"pt-BR": "pt", "de-AT": "de", "de-1996": "de", "ms": "id", "tr-TR": "tr", "en-u-rg-gbzzzz": "en-us",
		"": "", "-": "", "ar": "", "fa": "", "zxx": "", "ms-Arab": "", "tr-Arab-TR": "", "de-1901": "", "x-fr": "",
	} {
		l, ok := find(tag)
		if ok != (want != "") || l.file != want {
			t.Errorf("%q has the patterns %q, want %q", tag, l.file, want)
		}
		if _, ok := For(tag); ok != (want != "") {
			t.Errorf("For(%q) = %v", tag, ok)
		}
	}
}

// TestPointsAppends keeps what the caller had.
func TestPointsAppends(t *testing.T) {
	h := hyphenator(t, "en")
	if got := h.Points([]rune("hyphenation"), []int{7}); !slices.Equal(got, []int{7, 2, 6}) {
		t.Error(got)
	}
}

// TestSize keeps the program small.
func TestSize(t *testing.T) {
	files, err := patterns.ReadDir("patterns")
	if err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if size > 150_000 {
		t.Errorf("%d bytes of patterns", size)
	}
}

func FuzzPoints(f *testing.F) {
	hyphenators := make(map[string]*Hyphenator)
	for _, tag := range tags {
		hyphenators[tag] = hyphenator(f, tag)
	}
	for _, word := range []string{"hyphenation", "l’éducation", "de\u0301veloppement", "a\u00ADb", "\u0301\u0301abc", "الأدب-adab", strings.Repeat("ß", 200)} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, text string) {
		word := []rune(text)
		for tag, h := range hyphenators {
			check(t, tag, h, word)
		}
	})
}

func check(t *testing.T, tag string, h *Hyphenator, word []rune) {
	last := 0
	for _, p := range h.Points(word, nil) {
		if p <= last || p >= len(word) {
			t.Fatalf("%s: %q is divided at %d after %d", tag, string(word), p, last)
		}
		if unicode.IsMark(word[p]) {
			t.Fatalf("%s: %q is divided before a mark at %d", tag, string(word), p)
		}
		if soft := slices.Contains(word, softHyphen); soft != (word[p-1] == softHyphen) {
			t.Fatalf("%s: %q is divided at %d with soft hyphens %v", tag, string(word), p, soft)
		} else if left, right := around(word, p); !soft && (left < h.left || right < h.right) {
			t.Fatalf("%s: %q is divided at %d, %d letters before and %d after", tag, string(word), p, left, right)
		}
		last = p
	}
}

// around counts the letters that join at p.
func around(word []rune, p int) (left, right int) {
	for i := p - 1; i >= 0 && (isLetter(word[i]) || unicode.IsMark(word[i])); i-- {
		if isLetter(word[i]) {
			left++
		}
	}
	for i := p; i < len(word) && (isLetter(word[i]) || unicode.IsMark(word[i])); i++ {
		if isLetter(word[i]) {
			right++
		}
	}
	return left, right
}

// FuzzRead feeds damaged patterns to read.
func FuzzRead(f *testing.F) {
	for _, tag := range []string{"it", "tr"} {
		packed, err := patterns.ReadFile("patterns/" + tag + ".bin")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(packed)
	}
	f.Fuzz(func(t *testing.T, packed []byte) {
		if tr, err := read(packed); err == nil {
			levels := make([]byte, 8)
			tr.rate(make([]byte, 8), levels)
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	for tag, word := range map[string]string{
		"fr": "développement", "en": "hyphenation", "de": "Silbentrennung", "es": "constitución",
	} {
		b.Run(tag, func(b *testing.B) {
			h, runes := hyphenator(b, tag), []rune(word)
			var points []int
			b.ReportAllocs()
			for b.Loop() {
				points = h.Points(runes, points[:0])
			}
		})
	}
}

func BenchmarkFor(b *testing.B) {
	for _, tag := range []string{"de", "en", "fr"} {
		b.Run(tag, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				hyphenator(b, tag)
			}
		})
	}
}
