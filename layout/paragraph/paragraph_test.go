package paragraph

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestStages prints the stages of each case of testdata: the units of the
// text, and the lines with their glyphs as hb-shape prints them.
func TestStages(t *testing.T) {
	for name, s := range samples(t) {
		if strings.HasPrefix(name, visualCase) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			c := newCompositor()
			set := c.Set(s.spans, s.form)
			checkSetting(t, s.spans, s.form, set)
			golden(t, name, "units", dumpUnits(c))
			golden(t, name, "lines", dumpSetting(set))
		})
	}
}

// golden compares a stage with what its case wants.
func golden(t *testing.T, name, stage, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txtar")
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var file *txtar.File
	for i := range a.Files {
		if a.Files[i].Name == stage {
			file = &a.Files[i]
		}
	}
	if file != nil && string(file.Data) == got {
		return
	}
	if !*update {
		t.Errorf("%s: got\n%s", stage, got)
		return
	}
	if file == nil {
		a.Files = append(a.Files, txtar.File{Name: stage})
		file = &a.Files[len(a.Files)-1]
	}
	file.Data = []byte(got)
	writeFile(t, path, txtar.Format(a))
}

// TestNothing sets texts of which nothing can be seen: they have no lines.
func TestNothing(t *testing.T) {
	for _, text := range []string{"", " ", "   ", "\n", "\n \n\t\n", "\u00A0\u00A0", "\u2067\u2069", " \u200F "} {
		for _, form := range []Form{{Measure: 100}, {Measure: 100, Indent: 20}, {Measure: 100, Align: Center}, {}} {
			if set := newCompositor().Set([]Span{{Text: text, Style: styles["regular"]}}, form); len(set.Lines) != 0 || len(set.Missing) != 0 {
				t.Errorf("%q has %d lines", text, len(set.Lines))
			}
		}
	}
	if set := newCompositor().Set(nil, Form{Measure: 100}); len(set.Lines) != 0 {
		t.Error("no spans have lines")
	}
}

// TestParts sets words in two styles, one face and two: each part has the
// glyphs that it has beside joiners, so that the joins stay. The alternates
// that a face has for certain neighbours do not reach across styles.
func TestParts(t *testing.T) {
	for _, other := range []*Style{styles["small"], styles["bold"]} {
		for _, word := range []string{"كتاب", "المستشفى", "بيت", "مسلسل", "نستعلمهم", "كُتِبَ", "لا"} {
			runes := []rune(word)
			for cut := 1; cut < len(runes); cut++ {
				if isMark(runes[cut]) {
					continue
				}
				first, second := string(runes[:cut]), string(runes[cut:])
				joiner := ""
				if joinsOn(runes[:cut]) {
					joiner = "\u200D"
				}
				want := alone(first+joiner, styles["regular"]) + " " + alone(joiner+second, other)
				spans := []Span{{Text: first, Style: styles["regular"]}, {Text: second, Style: other}}
				if got := glyphIDs(newCompositor().Set(spans, Form{Measure: 300}), ""); got != want {
					t.Errorf("%s + %s is %s, want %s", first, second, got, want)
				}
			}
		}
	}
}

// joinsOn tells whether the last letter joins to a next one.
func joinsOn(word []rune) bool {
	for i := len(word) - 1; i >= 0; i-- {
		if l, ok := letterOf(word[i]); ok {
			return l.forward
		}
	}
	return false
}

// alone are the glyphs of a text without those of its joiners.
func alone(text string, style *Style) string {
	return glyphIDs(newCompositor().Set([]Span{{Text: text, Style: style}}, Form{Measure: 300}), "\u200D")
}

// glyphIDs are the glyphs of a setting in logical order, less those of some
// characters.
func glyphIDs(set Setting, less string) string {
	var ids []string
	for i := range set.Lines {
		for _, p := range set.Lines[i].Pieces {
			if p.Word == nil {
				continue
			}
			for k := len(p.Word.Glyphs) - 1; k >= 0; k-- {
				g := p.Word.Glyphs[k]
				if r, _ := utf8.DecodeRuneInString(p.Word.Text[g.Cluster:]); !strings.ContainsRune(less, r) {
					ids = append(ids, fmt.Sprint(g.GID))
				}
			}
		}
	}
	return strings.Join(ids, " ")
}

// TestMarkInAnotherStyle sets a mark that a new span begins with: it stays on
// its letter.
func TestMarkInAnotherStyle(t *testing.T) {
	whole := newCompositor().Set([]Span{{Text: "كتابٌ", Style: styles["regular"]}}, Form{Measure: 300})
	cut := newCompositor().Set([]Span{{Text: "كتاب", Style: styles["regular"]}, {Text: "ٌ", Style: styles["bold"]}}, Form{Measure: 300})
	if a, b := dumpSetting(whole), dumpSetting(cut); a != b {
		t.Errorf("got\n%s\nwant\n%s", b, a)
	}
}

// TestWidth compares the natural widths with what is set on a very wide and
// on a very narrow measure.
func TestWidth(t *testing.T) {
	for name, s := range samples(t) {
		form := s.form
		form.Align, form.Indent = Start, 0
		whole, widest := newCompositor().Width(s.spans, form)
		form.Measure = 1e5
		line := 0.0
		for _, l := range newCompositor().Set(s.spans, form).Lines {
			line = max(line, l.Width)
		}
		if math.Abs(line-whole) > 0.01 {
			t.Errorf("%s: %g wide, set %g", name, whole, line)
		}
		if widest > whole+1e-9 {
			t.Errorf("%s: %g wide, a part of it %g", name, whole, widest)
		}
		if whole == 0 {
			continue
		}
		form.Measure = widest + 1e-6
		for i, l := range newCompositor().Set(s.spans, form).Lines {
			if l.Width > form.Measure+0.01 {
				t.Errorf("%s: line %d is %g wide where %g should do", name, i, l.Width, widest)
			}
		}
	}
}

// TestShared lets compositors that share words set the same paragraphs side by
// side: each sets what one alone sets.
func TestShared(t *testing.T) {
	all := samples(t)
	want := make(map[string]string)
	for name, s := range all {
		want[name] = dumpSetting(newCompositor().Set(s.spans, s.form))
	}
	words := NewWords()
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			c := NewCompositor(amiri(), words)
			for range 3 {
				for name, s := range all {
					if got := dumpSetting(c.Set(s.spans, s.form)); got != want[name] {
						t.Errorf("%s: got\n%s\nwant\n%s", name, got, want[name])
					}
				}
			}
		})
	}
	wait.Wait()
	if words.Len() == 0 {
		t.Error("no words are shared")
	}
}

// TestLongText sets what is no prose: a word of a hundred thousand letters,
// and as many words without a space that a line may end at.
func TestLongText(t *testing.T) {
	for name, text := range map[string]string{
		"one word":       strings.Repeat("بسم", 33_000),
		"no-break space": strings.Repeat("بسم\u00A0", 5_000),
		"latin":          strings.Repeat("word", 10_000),
		"marks":          "ب" + strings.Repeat("\u064E", 5_000),
		"digits":         strings.Repeat("1234567890", 2_000),
		"brackets":       strings.Repeat("(", 3_000),
		"isolates":       strings.Repeat("\u2067ب\u2066a", 2_000),
	} {
		t.Run(name, func(t *testing.T) {
			spans, form := []Span{{Text: text, Style: styles["regular"]}}, Form{Measure: 300, Indent: 20}
			set := newCompositor().Set(spans, form)
			if got, want := setText(set), textOf(spans); got != want {
				t.Errorf("%d bytes of %d are set", len(got), len(want))
			}
			for i, l := range set.Lines {
				if l.Width > 300.1 && name != "marks" {
					t.Fatalf("line %d is %g wide", i, l.Width)
				}
			}
		})
	}
}

// FuzzSet sets any text, cut in spans of several styles, in any form.
func FuzzSet(f *testing.F) {
	for _, s := range samples(f) {
		text := ""
		for _, span := range s.spans {
			text += span.Text
		}
		f.Add(text, s.form.Measure, s.form.Indent, uint8(s.form.Align), len(text)/2, 12.0)
	}
	f.Add("ب\xff\xd8ا \xc3(", 50.0, 0.0, uint8(0), 2, 12.0)
	f.Add("كلمة في سطر", math.NaN(), math.NaN(), uint8(1), 3, 12.0)
	f.Add("كلمة في سطر", -5.0, 900.0, uint8(2), 3, 0.0)
	f.Add("كلمة في سطر", math.Inf(1), math.Inf(-1), uint8(3), 3, -4.0)
	f.Add("كلمة في سطر", 0.0, 1.0, uint8(4), 3, math.NaN())
	f.Add("كلمة في سطر", 1e-300, 1e-301, uint8(5), 3, 1e300)
	f.Add("naturellement traditionnelle, «particulièrement» insuffisamment", 60.0, 5.0, uint8(20), 9, 12.0)
	f.Add("naturelle\u00ADment كلمة extraordinaires traditionnelle\u00AD espacements", 70.0, 0.0, uint8(16), 0, 12.0)
	f.Fuzz(func(t *testing.T, text string, measure, indent float64, flags uint8, cut int, size float64) {
		form := Form{Measure: measure, Indent: indent, Align: Align(flags & 3), LTR: flags&4 != 0, Lang: "ar"}
		if flags&8 != 0 {
			form.Kashida.Rules = Spaces
		}
		if flags&16 != 0 {
			form.Lang = "fr"
		}
		spans := cutInSpans(text, cut, size)
		c := newCompositor()
		set := c.Set(spans, form)
		again := NewCompositor(amiri(), c.words).Set(spans, form)
		if a, b := dumpSetting(set), dumpSetting(again); a != b {
			t.Errorf("set twice:\n%s\nand\n%s", a, b)
		}
		if a, b := dumpSetting(set), dumpSetting(c.Set(spans, form)); a != b {
			t.Errorf("set again:\n%s\nand\n%s", a, b)
		}
		c.Width(spans, form)
		if line := c.Line(spans, form); setText(line) != textOf(spans) {
			t.Errorf("a line of %q holds %q", textOf(spans), setText(line))
		}
		if size >= 1 && size <= 100 && measure >= 1 && measure < 2000 && math.Abs(indent) < measure {
			checkSetting(t, spans, form, set)
		}
	})
}

// cutInSpans puts part of a text in bold, and part in another size.
func cutInSpans(text string, cut int, size float64) []Span {
	if len(text) == 0 {
		return nil
	}
	cut = max(cut, -cut) % len(text)
	if cut < 0 {
		cut = 0
	}
	for cut < len(text) && cut > 0 && text[cut]&0xC0 == 0x80 {
		cut++
	}
	regular, bold, small := *styles["regular"], *styles["bold"], *styles["small"]
	regular.Size, bold.Size, small.Size = size, size, size*0.7
	spans := []Span{{Text: text[:cut], Style: &regular}, {Text: text[cut:], Style: &bold}}
	if cut%3 == 0 {
		spans = append(spans, Span{Text: text[:cut], Style: &small})
	}
	return spans
}
