package locale

import (
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestWhole: a language is whole or absent. Nothing of it is empty but what leads to
// a thing in the place of a page, which mostly is nothing; none says that a language
// has nothing of a kind.
func TestWhole(t *testing.T) {
	for _, l := range Languages() {
		empty(t, l.Tag, reflect.ValueOf(*l))
	}
}

func empty(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			empty(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			empty(t, path, v.Index(i))
		}
	case reflect.Slice:
		if v.IsNil() {
			t.Errorf("%s is not said", path)
		}
		for i := range v.Len() {
			empty(t, path, v.Index(i))
		}
	case reflect.Map:
		if v.IsNil() {
			t.Errorf("%s is not said", path)
		}
	default:
		if v.IsZero() && !strings.HasSuffix(path, ".Said.Thing") {
			t.Errorf("%s is empty", path)
		}
	}
}

// TestLanguages: tags are in order, each is found by its own and has a file of its
// name, whose script and direction are those of its words.
func TestLanguages(t *testing.T) {
	if !slices.IsSortedFunc(Languages(), func(a, b *Language) int { return strings.Compare(a.Tag, b.Tag) }) {
		t.Error("tags are not in order")
	}
	for _, l := range Languages() {
		if Of(l.Tag) != l || DirectionOf(l.Tag) != l.Dir || ResolveDigits(l.Tag, DigitsAuto) != l.Digits {
			t.Errorf("%s is not what is found by its tag", l.Tag)
		}
		if _, err := os.Stat(l.Tag + ".go"); err != nil {
			t.Error(err)
		}
		for _, word := range words(reflect.ValueOf(l.Words), reflect.ValueOf(l.Boxes), reflect.ValueOf(l.Screen), reflect.ValueOf(l.Chart), reflect.ValueOf(l.Site)) {
			if strings.Contains(word, "  ") || strings.TrimSpace(word) != word {
				t.Errorf("%s: %q has blanks", l.Tag, word)
			}
			word = strings.ReplaceAll(word, "PDF", "")
			if latin := strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) }); latin != (l.Dir == LTR) {
				t.Errorf("%s: %s is in another script", l.Tag, word)
			}
		}
		for _, page := range l.Sheet.Pages {
			if all := page[0] + page[1]; strings.Contains(all, "DUPLEX") != (page == l.Sheet.Pages[1]) || strings.Contains(all, "printer-margin") != (page == l.Sheet.Pages[2]) {
				t.Errorf("%s: %q lacks what is put in", l.Tag, page)
			}
		}
		if len(l.Particles) == 0 {
			t.Errorf("%s has no particles", l.Tag)
		}
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		source, err := os.ReadFile(f.Name())
		if err != nil || !strings.HasSuffix(f.Name(), ".go") {
			continue
		}
		if tag := strings.TrimSuffix(f.Name(), ".go"); strings.Contains(string(source), "= Language{\n") != (byTag[tag] != nil) {
			t.Errorf("%s is not among the languages", f.Name())
		}
	}
}

func words(structs ...reflect.Value) (all []string) {
	for _, v := range structs {
		for i := range v.NumField() {
			all = append(all, v.Field(i).String())
		}
	}
	return all
}

func TestOf(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": "ar", "ar-MA": "ar", "AR_ma": "ar", "arb": "ar", "fa-AF": "fa", "prs": "fa", "iw": "he", "in": "id", "zsm": "ms",
		"ku-Arab": "ckb", "sdh": "ckb", "ckb-IR": "ckb", "ur-IN": "ur", "en-GB": "en", "tr-TR": "tr",
		"ku": "", "ms-Arab": "", "ar-Latn": "", "tr-Arab": "", "it": "", "": "", "??": "",
	} {
		got := ""
		if Has(lang) {
			got = Of(lang).Tag
		} else if Of(lang) != &english {
			t.Errorf("%s: %s in the place of English", lang, Of(lang).Tag)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestQuote(t *testing.T) {
	for _, c := range [][3]string{
		{"ar", "أول الكلام", "«أول الكلام»"}, {"ar", "في «أول» الكلام", "«في ”أول“ الكلام»"},
		{"fr", "le « mot »", "«\u00a0le “mot”\u00a0»"}, {"he", "א ”ב”", "”א ”ב””"}, {"it", "a “b”", "“a ‘b’”"},
	} {
		in := strings.ReplaceAll(strings.ReplaceAll(c[1], "« ", "«\u00a0"), " »", "\u00a0»")
		if got := Of(c[0]).Quote(in); got != c[2] {
			t.Errorf("%s: %s, want %s", c[0], got, c[2])
		}
	}
}

func TestPunctuationFor(t *testing.T) {
	for lang, comma := range map[string]string{"ar": "، ", "ug": "، ", "ms-Arab": "، ", "ku-Arab": "، ", "he": ", ", "it": ", ", "": ", "} {
		if got := PunctuationFor(lang).Comma; got != comma {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// TestEditionOf says editions by their ordinals in each language: ten that differ.
func TestEditionOf(t *testing.T) {
	for tag, l := range byTag {
		seen := make(map[string]bool)
		for n := 1; n <= 10; n++ {
			seen[l.Imprint.EditionOf(strconv.Itoa(n))] = true
		}
		if len(seen) != 10 || seen[""] {
			t.Errorf("%s: %v", tag, seen)
		}
		for _, none := range []string{"0", "11", "2bis", ""} {
			if got := l.Imprint.EditionOf(none); got != "" {
				t.Errorf("%s: edition %q is %q", tag, none, got)
			}
		}
	}
	for tag, want := range map[string]string{"ar-MA": "الطبعة الثانية", "fr": "Deuxième édition", "en": "Second edition", "fa": "چاپ دوم"} {
		if got := Of(tag).Imprint.EditionOf("2"); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}
