package spell

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/samples"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// TestSorts casts words of made-up glyphs: gid@dx,dy+advance of each code and
// the text it stands for, from left to right.
func TestSorts(t *testing.T) {
	glyph := func(gid, cluster, advance, dx, dy int) paragraph.Glyph {
		g := paragraph.Glyph{GID: uint16(gid), Cluster: uint16(cluster)}
		set(&g.Advance, advance)
		set(&g.DX, dx)
		set(&g.DY, dy)
		return g
	}
	for _, c := range []struct {
		name, text string
		ltr        bool
		glyphs     []paragraph.Glyph
		want       string
	}{
		{"letters", "بت", false, []paragraph.Glyph{glyph(2, 2, 300, 0, 0), glyph(1, 0, 200, 0, 0)}, "2@0,0+300 ت|1@0,0+200 ب"},
		{"a mark is drawn where it hangs and has no width", "بَت", false,
			[]paragraph.Glyph{glyph(3, 4, 300, 0, 0), glyph(2, 2, 0, 50, 90), glyph(1, 0, 200, 0, 0)}, "3@0,0+300 ت|2@50,90+0 َ|1@0,0+200 ب"},
		{"marks stand as they were typed", "بَّ", false,
			[]paragraph.Glyph{glyph(3, 2, 0, 50, 95), glyph(4, 4, 0, 50, 90), glyph(1, 0, 200, 0, 0)}, "4@50,90+0 ّ|3@50,95+0 َ|1@0,0+200 ب"},
		{"and keep their ink", "بَّ", false,
			[]paragraph.Glyph{glyph(3, 2, 70, 50, 95), glyph(4, 4, 30, 20, 90), glyph(1, 0, 200, 0, 0)}, "4@90,90+30 ّ|3@20,95+70 َ|1@0,0+200 ب"},
		{"two marks and an alef that has joined", "لَّا", false,
			[]paragraph.Glyph{glyph(3, 2, 0, 50, 95), glyph(4, 4, 0, 50, 90), glyph(1, 0, 200, 0, 0)}, "4@50,90 3@50,95 1@0,0+100 ا|+0 ّ|+0 َ|+100 ل"},
		{"a mark that poppler takes for a digit is kept from what follows", "بٞ", false,
			[]paragraph.Glyph{glyph(2, 2, 0, 50, 90), glyph(1, 0, 200, 0, 0)}, "+0 \u200f|2@50,90+0 \u065e|1@0,0+200 ب"},
		{"but not from a letter", "بٞب", false,
			[]paragraph.Glyph{glyph(1, 4, 200, 0, 0), glyph(2, 2, 0, 50, 90), glyph(1, 0, 200, 0, 0)}, "1@0,0+200 ب|2@50,90+0 \u065e|1@0,0+200 ب"},
		{"a pause over it", "بٞۚ", false,
			[]paragraph.Glyph{glyph(3, 4, 0, 50, 95), glyph(2, 2, 0, 50, 90), glyph(1, 0, 200, 0, 0)}, "3@50,95+0 ۚ|+0 \u200f|2@50,90+0 \u065e|1@0,0+200 ب"},
		{"letter and dot are one cluster", "ب", false, []paragraph.Glyph{glyph(2, 0, 0, 10, -5), glyph(1, 0, 200, 3, 0)}, "2@10,-5 1@3,0+200 ب"},
		{"the parts of a cluster follow each other", "ب", false, []paragraph.Glyph{glyph(2, 0, 100, 0, 0), glyph(1, 0, 200, 3, 0)}, "2@0,0 1@103,0+300 ب"},
		{"a ligature's letters share its width, the last one has the ink", "لا", false, []paragraph.Glyph{glyph(1, 0, 301, 0, 0)}, "1@0,0+150 ا|+151 ل"},
		{"three letters", "لله", false, []paragraph.Glyph{glyph(1, 0, 400, 0, 0)}, "1@0,0+133 ه|+133 ل|+134 ل"},
		{"marks in a ligature have no width", "لَا", false, []paragraph.Glyph{glyph(1, 0, 300, 0, 0)}, "1@0,0+150 ا|+0 َ|+150 ل"},
		{"and with a mark of its own all the same", "لَا", false, []paragraph.Glyph{glyph(2, 2, 0, 90, -30), glyph(1, 0, 301, 0, 0)}, "2@90,-30 1@0,0+150 ا|+0 َ|+151 ل"},
		{"a ligature from left to right is one code", "fi", true, []paragraph.Glyph{glyph(1, 0, 300, 0, 0)}, "1@0,0+300 fi"},
		{"a negative advance is taken from the left", "رد", false, []paragraph.Glyph{glyph(2, 2, 300, 0, 0), glyph(1, 0, -40, 5, 0)}, "2@0,0+260 د|1@45,0+0 ر"},
		{"and from further left over a mark", "ردَ", false,
			[]paragraph.Glyph{glyph(3, 4, 0, 7, 1), glyph(2, 2, 300, 0, 0), glyph(4, 0, 0, 0, 0), glyph(1, 0, -40, 5, 0)}, "3@7,1+0 َ|2@0,0+260 د|4@40,0 1@45,0+0 ر"},
		{"where nothing is at the left, from the right", "لا", false, []paragraph.Glyph{glyph(2, 2, -27, 0, 0), glyph(1, 0, 400, 3, 0)}, "2@0,0+0 ا|1@-24,0+373 ل"},
		{"from further right over a mark", "لَا", false,
			[]paragraph.Glyph{glyph(2, 4, -27, 0, 0), glyph(3, 2, 0, 50, 90), glyph(1, 0, 400, 3, 0)}, "2@0,0+0 ا|3@23,90+0 َ|1@-24,0+373 ل"},
		{"the comma after a vowel is kept apart from it", "بَ،", false,
			[]paragraph.Glyph{glyph(3, 4, 250, 0, 0), glyph(2, 2, 0, 50, 90), glyph(1, 0, 200, 0, 0)}, "+0 \u200f|3@0,0+250 ،|+0 \u200f|2@50,90+0 َ|1@0,0+200 ب"},
		{"a sign is for right-to-left text", "-", false, []paragraph.Glyph{glyph(1, 0, 300, 0, 0)}, "1@0,0+300 \u200f-"},
		{"a number in Arabic digits is on its first code", "١٢", true, []paragraph.Glyph{glyph(1, 0, 300, 0, 0), glyph(2, 2, 300, 0, 0)}, "1@0,0+300 \u200e١٢|2@0,0+300 \u200e"},
		{"a long one on several", "١٢٣٤٥٦٧٨", true, []paragraph.Glyph{glyph(1, 0, 9, 0, 0), glyph(2, 2, 9, 0, 0), glyph(3, 4, 9, 0, 0), glyph(4, 6, 9, 0, 0),
			glyph(5, 8, 9, 0, 0), glyph(6, 10, 9, 0, 0), glyph(7, 12, 9, 0, 0), glyph(8, 14, 9, 0, 0)},
			"1@0,0+9 \u200e١٢٣٤٥٦٧|2@0,0+9 \u200e|3@0,0+9 \u200e|4@0,0+9 \u200e|5@0,0+9 \u200e|6@0,0+9 \u200e|7@0,0+9 \u200e|8@0,0+9 \u200e٨"},
		{"a phrase is on one code, backwards", "ﷲ", false, []paragraph.Glyph{glyph(1, 0, 300, 0, 0)}, "1@0,0+300 هللا"},
		{"a long one on several", "ﷺ", false, []paragraph.Glyph{glyph(1, 0, 300, 0, 0)}, "1@0,0+100 ملسو هيل|+100 ع هللا ى|+100 لص"},
		{"without glyphs", "", false, nil, ""},
	} {
		w := &paragraph.Word{Text: c.text, RTL: !c.ltr, Glyphs: c.glyphs}
		if got := dump(new(caster).sortsOf(w)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// set gives a field a number, whatever its width.
func set[T int16 | int32](field *T, v int) { *field = T(v) }

func dump(sorts []fonts.Sort) string {
	var all []string
	for _, s := range sorts {
		var parts []string
		for _, p := range s.Parts {
			parts = append(parts, fmt.Sprintf("%d@%d,%d", p.GID, p.DX, p.DY))
		}
		all = append(all, fmt.Sprintf("%s+%d %s", strings.Join(parts, " "), s.Advance, s.Text))
	}
	return strings.Join(all, "|")
}

// TestSortsKeepInk: the sorts of every word of the samples draw each glyph
// where shaping put it, advance as far, and spell the word backwards, but for the
// joiner before the call of a note, which is not said.
func TestSortsKeepInk(t *testing.T) {
	seen := make(map[*paragraph.Word]bool)
	for _, name := range []string{"booklet", "vocalised.txt", "mixed.md"} {
		_, b := laid(t, name)
		for _, page := range b.Pages {
			for _, it := range page.Items {
				text, ok := it.(*display.Text)
				if !ok {
					continue
				}
				for _, p := range text.Line.Pieces {
					if p.Word != nil && !seen[p.Word] {
						seen[p.Word] = true
						keepsInk(t, p.Word)
					}
				}
			}
		}
	}
	if len(seen) < 1000 {
		t.Errorf("only %d words", len(seen))
	}
}

type drawn struct{ gid, x, y int }

func keepsInk(t *testing.T, w *paragraph.Word) {
	t.Helper()
	var want, got []drawn
	pen := 0
	for _, g := range w.Glyphs {
		if !strings.HasPrefix(w.Text[g.Cluster:], wordJoiner) {
			want = append(want, drawn{int(g.GID), pen + int(g.DX), int(g.DY)})
		}
		pen += int(g.Advance)
	}
	at := 0
	runes := 0
	var spelt []rune
	plain := strings.NewReplacer(lrm, "", rlm, "", wordJoiner, "")
	for _, s := range new(caster).sortsOf(w) {
		for _, p := range s.Parts {
			got = append(got, drawn{int(p.GID), at + int(p.DX), int(p.DY)})
		}
		at += int(s.Advance)
		letters := []rune(plain.Replace(s.Text))
		runes += len(letters)
		spelt = append(spelt, letters...)
		if s.Text == "" || w.RTL && len(letters) > 1 && !strings.ContainsRune(w.Text, 'ﷺ') {
			t.Errorf("%s: a code stands for %q", w.Text, s.Text)
		}
	}
	order := func(a, b drawn) int { return cmp.Or(a.gid-b.gid, a.x-b.x, a.y-b.y) }
	slices.SortFunc(want, order)
	slices.SortFunc(got, order)
	if at != pen || !slices.Equal(want, got) {
		t.Errorf("%s %s: pen at %d, want %d; drawn %v, want %v", w.Text, w, at, pen, got, want)
	}
	if slices.Reverse(spelt); w.RTL && string(spelt) != strings.ReplaceAll(plain.Replace(w.Text), "ﷺ", norm.NFKC.String("ﷺ")) {
		t.Errorf("%s is spelt %s", w.Text, string(spelt))
	}
	if text := strings.ReplaceAll(plain.Replace(w.Text), "ﷺ", norm.NFKC.String("ﷺ")); runes != len([]rune(text)) {
		t.Errorf("%s: %d characters, %d in codes", w.Text, len([]rune(text)), runes)
	}
}

func laid(t testing.TB, name string) (*content.Document, *display.Book) {
	t.Helper()
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := book.Read(samples.FS(), name, book.Options{Lang: "ar-MA"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := layout.Pages(doc, set, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc, b
}

// TestCasterKeeps: words that one caster casts after another keep their sorts, ligatures
// whose last letter has a mark alone among them.
func TestCasterKeeps(t *testing.T) {
	c := new(caster)
	var words []*paragraph.Word
	var cast [][]fonts.Sort
	for i := range uint16(300) {
		w := &paragraph.Word{Text: "لاب", RTL: true, Glyphs: []paragraph.Glyph{
			{GID: 10 * i, Cluster: 4, Advance: 300}, {GID: 10*i + 1, Cluster: 2}, {GID: 10*i + 2, Cluster: 0, Advance: 500}}}
		if i%3 == 0 {
			w.Glyphs = w.Glyphs[1:]
		}
		words, cast = append(words, w), append(cast, c.sortsOf(w))
	}
	for i, w := range words {
		if got, want := dump(cast[i]), dump(new(caster).sortsOf(w)); got != want {
			t.Fatalf("word %d: %s, want %s", i, got, want)
		}
	}
}
