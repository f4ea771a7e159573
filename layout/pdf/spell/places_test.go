package spell

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/design"
	"warraq/content/samples"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// moved is how far ink may stand from where the pages put its word, in points:
// what rounding takes on the way through a line.
const moved = 0.2

// allSamples are the manuscripts that lie in the checkout, by their names for
// [readSample].
var allSamples = []string{
	"specimen", "booklet", "mixed.md", "vocalised.txt",
	"languages/fa.md", "languages/fr.md", "languages/he.md", "languages/ur.md",
}

func readSample(t *testing.T, name string) *content.Document {
	t.Helper()
	doc, _, err := book.Read(samples.FS(), name, book.Options{Lang: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestPlaces holds the codes of every sample in every theme, and of random books,
// to the pages: the ink of each word stands where its word does, and no word on
// another.
func TestPlaces(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range settings.Themes {
		for _, name := range allSamples {
			doc := readSample(t, name)
			doc.Setup.Theme = designed(t, theme)
			inPlace(t, theme+" "+name, doc, set)
		}
	}
	books := uint64(1000)
	if testing.Short() {
		books = 50
	}
	for seed := range books {
		inPlace(t, fmt.Sprint("mixed ", seed), mixed(t, seed), set)
	}
}

// designed is a built-in theme.
func designed(t *testing.T, theme string) *design.Theme {
	t.Helper()
	doc, _, err := book.Read(fstest.MapFS{"book.yaml": {Data: []byte("title: t\nlanguage: ar\ntheme: " + theme)}, "a.md": {Data: []byte("# ب\n")}}, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc.Setup.Design()
}

// crossed are lines that hold levels beyond two, so that what runs alike and
// follows in the text stands apart on the page (UAX #9 L2).
var crossed = map[string]string{
	"comment":   "---\nlanguage: ar\n---\n# ت\n\n```python\n# 1998: أول الطبع\n# 2001-03-04: نقل الباب (B) إلى الآخر\ny = 7\n```\n",
	"address":   "---\nlanguage: ar\n---\n# ع\n\nراجع https://example.org/دار/خط_النسخ في المكتبة، ثم https://example.org/قلم/7 بعده.\n",
	"english":   "---\nlanguage: en\n---\n# Ink\n\nThe word قلم 31 stands here; a pen دواة 4, then more.\n\n| Word | No |\n|---|---|\n| قلم 8 and so on | one |\n\n> In باب القلم 6 it says so.\n",
	"languages": "---\nlanguage: ar\n---\n# ل\n\nقال [see دواة 12 and قلم 7 there]{lang=en} ثم [un قلم 3 noir]{lang=fr}، وبعده `x دواة 5 y` و[عربي in 4 words]{dir=ltr}.\n",
	"sizes":     "---\nlanguage: ar\n---\n# س\n\nقبل `v1 État` `3/4` بعد.\n",
	"notes":     "---\nlanguage: fr\n---\n# N\n\nmot قلم[^1] 12[^2] دواة fin.\n\n[^1]: un.\n\n[^2]: deux.\n",
}

// TestCrossed holds lines of many levels to their places.
func TestCrossed(t *testing.T) {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range crossed {
		doc, _, err := book.Read(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md", book.Options{Title: "t"})
		if err != nil {
			t.Fatal(err)
		}
		inPlace(t, name, doc, set)
	}
}

// mixed is a random book of lines in several scripts.
func mixed(t *testing.T, seed uint64) *content.Document {
	t.Helper()
	doc, _, err := book.Read(fstest.MapFS{"a.md": {Data: []byte(samples.Mixed(seed))}}, "a.md", book.Options{})
	if err != nil {
		t.Fatalf("mixed %d: %v", seed, err)
	}
	return doc
}

func inPlace(t *testing.T, name string, doc *content.Document, set *fonts.Set) {
	t.Helper()
	pages, err := layout.Pages(doc, set, layout.Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	e := encoded(pages, 2, 0)
	for i, p := range pages.Pages {
		if a, b := overprinted(p); a != nil {
			t.Errorf("%s, page %d: %q stands on %q", name, i+1, b.Word.Text, a.Word.Text)
			return
		}
		got, want := byGlyph(inked(&e.Typeset, i)), byGlyph(e.wanted(p))
		if len(got) != len(want) {
			t.Errorf("%s, page %d: %d inked codes, want %d", name, i+1, len(got), len(want))
			return
		}
		for k := range got {
			if g, w := got[k], want[k]; g.gid != w.gid || math.Abs(g.x-w.x) > moved || math.Abs(g.y-w.y) > moved {
				t.Errorf("%s, page %d: %v, want %v", name, i+1, g, w)
				return
			}
		}
	}
}

// byGlyph sorts the ink of a page so that what should be alike stands alike.
func byGlyph(all []inkedCode) []inkedCode {
	slices.SortFunc(all, func(a, b inkedCode) int {
		return cmp.Or(cmp.Compare(math.Round(a.y*10), math.Round(b.y*10)), cmp.Compare(a.gid, b.gid), cmp.Compare(a.size, b.size), cmp.Compare(a.x, b.x))
	})
	return all
}

// wanted is where the ink of a page stands by the places of its words alone.
func (e *encoder) wanted(page *display.Page) []inkedCode {
	var all []inkedCode
	for _, it := range page.Items {
		text, ok := it.(*display.Text)
		if !ok {
			continue
		}
		for k := range text.Line.Pieces {
			p := &text.Line.Pieces[k]
			if p.Word == nil || p.Style.Object != nil {
				continue
			}
			w := &e.spelt[e.words[p.Word]]
			enc, x := e.Fonts[w.font], text.X+float64(p.X)
			for _, c := range w.codes {
				sort := enc.Sorts[c-1]
				if inky(enc.Face, sort) {
					all = append(all, inkedCode{text.Y - p.Style.Rise, x, p.Style.Size, sort.Parts[0].GID})
				}
				x += float64(sort.Advance) * p.Style.Size / float64(enc.Face.UnitsPerEm)
			}
		}
	}
	return all
}

// overprinted are two words of a line one of which stands on the other.
func overprinted(page *display.Page) (a, b *paragraph.Piece) {
	for _, it := range page.Items {
		text, ok := it.(*display.Text)
		if !ok {
			continue
		}
		var words []*paragraph.Piece
		for k := range text.Line.Pieces {
			if p := &text.Line.Pieces[k]; p.Word != nil && p.Width > 0 {
				words = append(words, p)
			}
		}
		slices.SortFunc(words, func(a, b *paragraph.Piece) int { return cmp.Compare(a.X, b.X) })
		for k := 1; k < len(words); k++ {
			if float64(words[k].X) < float64(words[k-1].X+words[k-1].Width)-moved {
				return words[k-1], words[k]
			}
		}
	}
	return nil, nil
}
