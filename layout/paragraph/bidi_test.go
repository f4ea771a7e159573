package paragraph

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"warraq/content/isolate"
	"warraq/fonts"
	"warraq/layout/paragraph/bidi"
	"warraq/layout/paragraph/segment"
)

// visualCase marks the cases whose golden is the order of their lines.
const visualCase = "bidi_"

// TestVisual prints the lines of its cases as they are seen, from left to
// right.
func TestVisual(t *testing.T) {
	for name, s := range samples(t) {
		if !strings.HasPrefix(name, visualCase) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			set := newCompositor().Set(s.spans, s.form)
			checkSetting(t, s.spans, s.form, set)
			golden(t, name, "visual", dumpVisual(set))
		})
	}
}

// dumpVisual prints each line's characters from left to right, mirrored where
// they are drawn so. An override keeps them in this order wherever the text is
// read.
func dumpVisual(set Setting) string {
	var b strings.Builder
	for i := range set.Lines {
		pieces := slices.Clone(set.Lines[i].Pieces)
		slices.SortStableFunc(pieces, func(p, q Piece) int {
			switch {
			case p.X < q.X:
				return -1
			case p.X > q.X:
				return 1
			}
			return 0
		})
		b.WriteString("\u202D")
		for _, p := range pieces {
			runes := []rune(p.text())
			if p.Level&1 != 0 {
				slices.Reverse(runes)
				for k, r := range runes {
					if m, ok := bidi.Mirror(r); ok {
						runes[k] = m
					}
				}
			}
			b.WriteString(string(runes))
		}
		b.WriteString("\u202C\n")
	}
	return b.String()
}

// numbers are those that a line ends within at no measure.
var numbers = []string{
	"+212 5 00 00 00 00", "05 22 33 44 55", "(0522) 33-44-55", "٠٥ ٢٢ ٣٣ ٤٤ ٥٥", "12 345 678", "10–20", "٢٠-٢٥",
	"10 000–20 000", "2026-11-24", "2026‐11‐24", "978 9954 0 1234 5", "1.26-rc.1", "-3°C",
}

// TestAsIsolated compares each number with what UAX #9 makes of it where an
// author has isolated it, in Arabic, in Hebrew and at the start.
func TestAsIsolated(t *testing.T) {
	for _, number := range []string{
		"+212 5 00 00 00 00", "05 22 33 44 55", "(0522) 33-44-55", "12 345 678", "2026-11-24", "1.26-rc.1", "-3", "-3°C",
		"978-9954-0-1234-5", "9954-1-2345-X", "https://example.org/?a=1", "name@example.org", "/usr/share/", `C:\a\`, ".pdf",
	} {
		for _, around := range [][2]string{{"نص ", " نص"}, {"טקסט ", " (טקסט)"}, {"", " نص"}, {"نص «", "»، 5 (نص)."}, {"نص ", ""}} {
			text := []rune(around[0] + number + around[1])
			isolated := []rune(around[0] + "\u2066" + number + "\u2069" + around[1])
			var p bidi.Paragraph
			want := slices.Clone(p.Resolve(isolated, 1))
			from := len([]rune(around[0]))
			to := from + len([]rune(number))
			want = slices.Concat(want[:from], want[from+1:to+1], want[to+2:])
			if got := directedLevels(text, 1); !slices.Equal(got, want) {
				t.Errorf("%s: levels %v, isolated %v", string(text), got, want)
			}
		}
	}
}

func directedLevels(text []rune, base bidi.Level) []bidi.Level {
	var d director
	d.Find(text, base == 0)
	var p bidi.Paragraph
	levels := p.Resolve(d.direct(text), base)
	d.settle(text, levels)
	return levels
}

// TestNumbersKeepTogether sets numbers at many measures: no line ends within
// one as long as it fits.
func TestNumbersKeepTogether(t *testing.T) {
	for _, number := range numbers {
		for _, ltr := range []bool{false, true} {
			spans := []Span{{Text: "هذا نص قصير " + number + " هنا ثم نص طويل " + number + "، انتهى.", Style: styles["regular"]}}
			for measure := 110.0; measure < 300; measure += 3 {
				set := newCompositor().Set(spans, Form{Measure: measure, LTR: ltr})
				if found := strings.Count(linesText(set), number); found != 2 {
					t.Fatalf("%d of 2 %s are whole at %g:\n%s", found, number, measure, linesText(set))
				}
			}
		}
	}
}

// linesText is the text of the lines in logical order, spaces kept.
func linesText(set Setting) string {
	var b strings.Builder
	for i := range set.Lines {
		for _, p := range set.Lines[i].Pieces {
			b.WriteString(p.text())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestLineStarts sets what begins no line at many measures.
func TestLineStarts(t *testing.T) {
	text := strings.Repeat("قال ، ثم عاد ؛ نص الآية ﴿١﴾ وبعدها ﴿ ٢ ﴾ ثم نص ۝٣ وانتهى ؟ نعم. ", 6)
	for measure := 70.0; measure < 300; measure += 3 {
		for _, plain := range []bool{false, true} {
			set := newCompositor().Set([]Span{{Text: text, Style: styles["regular"]}}, Form{Measure: measure, Plain: plain})
			for _, line := range strings.Split(linesText(set), "\n") {
				if strings.IndexAny(line, "،؛؟.﴿﴾۝") == 0 {
					t.Fatalf("%q begins a line at %g", line, measure)
				}
			}
		}
	}
}

// TestAddressesBreak sets a long address: its lines end within it.
func TestAddressesBreak(t *testing.T) {
	spans := []Span{{Text: "انظر https://example.org/one/two/three/four/five/six هنا", Style: styles["regular"]}}
	if set := newCompositor().Set(spans, Form{Measure: 120}); len(set.Lines) < 3 || strings.Contains(linesText(set), "one/two/three/four/five/six") {
		t.Errorf("the address is on one line:\n%s", linesText(set))
	}
}

// TestColouredParts sets words a part of which has a colour or a link of its
// own: their glyphs are those of the whole word.
func TestColouredParts(t *testing.T) {
	regular := styles["regular"]
	gray, link := *regular, *regular
	gray.Color, link.Mark = Gray(0.5), 7
	for _, other := range []*Style{&gray, &link} {
		for _, word := range []string{"كتاب", "المستشفى", "نستعلمهم", "كُتِبَ", "وبَلاغة", "وإتقان", "الله"} {
			runes := []rune(word)
			for cut := 1; cut < len(runes); cut++ {
				if isMark(runes[cut]) {
					continue
				}
				first, second := string(runes[:cut]), string(runes[cut:])
				want := alone(word, regular)
				set := newCompositor().Set([]Span{{Text: first, Style: regular}, {Text: second, Style: other}}, Form{Measure: 300})
				if got := glyphIDs(set, ""); got != want {
					t.Errorf("%s + %s is %s, want %s", first, second, got, want)
				}
			}
		}
	}
}

// TestCutLigature: a glyph that stands for letters on both sides of a cut is not
// cut.
func TestCutLigature(t *testing.T) {
	w := &Word{Face: newCompositor().faces.Face(fonts.Style{}), Text: "بلا", RTL: true, Glyphs: []Glyph{{Cluster: 2}, {Cluster: 0}}}
	for _, part := range [][2]int{{0, 4}, {2, 4}, {4, 6}} {
		if _, ok := w.cut(part[0], part[1]); ok {
			t.Errorf("bytes %d to %d are cut from a ligature", part[0], part[1])
		}
	}
	if part, ok := w.cut(2, 6); !ok || part.Text != "لا" || len(part.Glyphs) != 1 || part.Glyphs[0].Cluster != 0 {
		t.Errorf("the ligature is not cut off whole: %v", part)
	}
}

// TestPartsAsWide: the parts of a word are together as wide as the word, kerns
// and all.
func TestPartsAsWide(t *testing.T) {
	regular := styles["regular"]
	link := *regular
	link.Mark = 7
	for _, word := range []string{"وبلاغة", "ورد", "مستشفى", "روعة"} {
		runes := []rune(word)
		whole, _ := newCompositor().Width([]Span{{Text: word, Style: regular}}, Form{})
		parts, _ := newCompositor().Width([]Span{{Text: string(runes[:1]), Style: regular}, {Text: string(runes[1:]), Style: &link}}, Form{})
		if math.Abs(whole-parts) > 1e-9 {
			t.Errorf("%s is %g points wide, its parts %g", word, whole, parts)
		}
	}
}

// FuzzDirect directs any text: it stays as long as it is, what is found lies
// in order within it, text without digits and Latin stays as it is, and lines
// end where they must.
func FuzzDirect(f *testing.F) {
	for name, s := range samples(f) {
		if strings.HasPrefix(name, visualCase) {
			f.Add(s.spans[0].Text, s.form.LTR)
		}
	}
	f.Add("(0 (0) +1 -", false)
	f.Add("\u2067C:\\ب\n\\a b\\ \u2069/ا/.", true)
	f.Fuzz(func(t *testing.T, s string, ltr bool) {
		text := []rune(s)
		var d director
		d.Find(text, ltr)
		if err := ordered(d.Found, len(text)); err != nil {
			t.Fatal(err)
		}
		directed := d.direct(text)
		if len(directed) != len(text) {
			t.Fatalf("%d runes of %d", len(directed), len(text))
		}
		if !isolate.Numbered(text) && !slices.Equal(directed, text) && !strings.ContainsAny(s, `/\~.`) {
			t.Fatalf("%+q is directed", s)
		}
		checkLevels(t, &d, text, ltr)
		ops := new(segment.Segmenter).Lines(text, nil)
		tied := slices.Clone(ops)
		tieVerses(text, tied)
		d.tie(tied)
		for i := range ops {
			if tied[i] != ops[i] && ops[i] != segment.May {
				t.Fatalf("%+q: break %d before rune %d becomes %d", s, ops[i], i, tied[i])
			}
		}
	})
}

func ordered(found []isolate.Stretch, n int) error {
	end := 0
	for _, s := range found {
		if s.From < end || s.To <= s.From || s.To > n {
			return fmt.Errorf("%v lie in no order", found)
		}
		end = s.To
	}
	return nil
}

// checkLevels sees that only what is found and what stands beside it changes
// its level, and that nothing found runs from right to left but by an
// author's override.
func checkLevels(t *testing.T, d *director, text []rune, ltr bool) {
	t.Helper()
	base := bidi.Level(1)
	if ltr {
		base = 0
	}
	var p bidi.Paragraph
	levels := p.Resolve(d.direct(text), base)
	d.settle(text, levels)
	if len(levels) != len(text) {
		t.Fatalf("%d levels for %d runes", len(levels), len(text))
	}
	if strings.ContainsAny(string(text), "\u202D\u202E") {
		return
	}
	for _, s := range d.Found {
		for i := s.From; i < s.To; i++ {
			if levels[i].RightToLeft() && standIn(s) != asDash && !s.Mixed && !s.Parts {
				t.Fatalf("%+q: rune %d is of level %d", string(text), i, levels[i])
			}
		}
	}
}

// TestLongNumbers directs long texts of what a rule begins to read and gives
// up: each is read a bounded number of times, or this takes minutes.
func TestLongNumbers(t *testing.T) {
	for _, part := range []string{"0 ", "(0)", "0-", "+1 ", "9 ", "1 111 ", "1:", "1-1–", "a.", "a/", "a@", "/ا ", `\a `, `C:\a `, "﴿1", "#a",
		"a=", "a,", "(a", `"a `, "1 x ", "12 34 ", "a(", "#1", "*1", "%1 ", "2 1/", "33°5′", "و1-2 ", "ت 1-2", "«a", "a،", "-a-", "a\u2060(1"} {
		text := []rune(strings.Repeat(part, 200_000/len(part)))
		if levels := directedLevels(text, 1); len(levels) != len(text) {
			t.Errorf("%q: %d levels for %d runes", part, len(levels), len(text))
		}
	}
}
