package view_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/impose"
	"warraq/layout/view"
)

// viewed lays out a manuscript of one file.
func viewed(t *testing.T, text string) *view.View {
	t.Helper()
	doc, _, err := book.Read(fstest.MapFS{"book.yaml": {Data: []byte("title: كتاب\nlanguage: ar\npage: a5\n")}, "a.md": {Data: []byte(text)}}, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	pages, err := layout.Pages(doc, set, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := impose.Impose(len(pages.Pages), impose.Options{Right: true, Trim: impose.Size(pages.Style.Trim)})
	if err != nil {
		t.Fatal(err)
	}
	return view.New(doc, pages, plan, nil)
}

// long is a text of some pages, each paragraph on a line of its own number, from 3 on by
// twos.
func long(paragraphs int, change int, by string) string {
	var b strings.Builder
	b.WriteString("# باب\n\n")
	for i := range paragraphs {
		word := "كلام"
		if i == change {
			word = by
		}
		fmt.Fprintf(&b, "فقرة رقمها %d فيها %s طويل يملأ السطر بعد السطر حتى تمتلئ الصفحة ويأتي غيرها من الكلام.\n\n", i, word)
	}
	return b.String()
}

// TestSum: only pages that are drawn otherwise have another sum, and all of them.
func TestSum(t *testing.T) {
	before := viewed(t, long(40, -1, ""))
	for _, c := range []struct {
		name, text string
	}{
		{"the same", long(40, -1, "")}, {"a word", long(40, 20, "قول")}, {"a vowel", long(40, 20, "كلامٌ")}, {"longer", long(40, 20, strings.Repeat("كلام ", 60))},
		{"a line of source", "\n" + long(40, -1, "")}, {"bold", long(40, 20, "**كلام**")}, {"a link", long(40, 20, "[كلام](https://example.org)")},
	} {
		after := viewed(t, c.text)
		one, other := before.Pages(), after.Pages()
		changed := 0
		for i := range min(len(one), len(other)) {
			a, _, _ := before.SVG(i)
			b, _, _ := after.SVG(i)
			if same := string(a) == string(b); same != (one[i].Sum == other[i].Sum) {
				t.Errorf("%s: page %d: the same %v, sums %s and %s", c.name, i+1, same, one[i].Sum, other[i].Sum)
			} else if !same {
				changed++
			}
		}
		if keeps := c.name == "the same" || c.name == "a line of source"; keeps != (changed == 0) {
			t.Errorf("%s: %d pages changed", c.name, changed)
		}
	}
}

// TestPlaces: each paragraph is found on its page, and leads back to its line.
func TestPlaces(t *testing.T) {
	v := viewed(t, long(40, -1, ""))
	pages := map[int]bool{}
	for i := range 40 {
		pos := content.Pos{File: "a.md", Line: 3 + 2*i}
		page, block, ok := v.Find(pos)
		if !ok {
			t.Fatalf("%v is not found", pos)
		}
		pages[page] = true
		if at, ok := v.At(page, block); !ok || at != pos {
			t.Errorf("%v is on page %d as number %d, which is %v", pos, page, block, at)
		}
		if between, _, _ := v.Find(content.Pos{File: "a.md", Line: pos.Line + 1}); between != page {
			t.Errorf("the line behind %v is on page %d, not %d", pos, between, page)
		}
	}
	if len(pages) < 3 {
		t.Errorf("%d pages", len(pages))
	}
	if _, _, ok := v.Find(content.Pos{File: "b.md", Line: 3}); ok {
		t.Error("a file that is none of the book's is found")
	}
	for _, at := range [][2]int{{-1, 0}, {999, 0}, {0, -1}, {0, 999}} {
		if pos, ok := v.At(at[0], at[1]); ok {
			t.Errorf("%v is %v", at, pos)
		}
	}
}

// TestPlaceOfChapter: the line of a title is found where the chapter begins, not where
// the contents list it.
func TestPlaceOfChapter(t *testing.T) {
	v := viewed(t, long(40, -1, "")+long(40, -1, ""))
	first, _, _ := v.Find(content.Pos{File: "a.md", Line: 1})
	next, _, _ := v.Find(content.Pos{File: "a.md", Line: 3})
	if first != next {
		t.Errorf("the title is on page %d, the paragraph below it on page %d", first, next)
	}
}

// TestSearch: words are found however they are vowelled, across lines and parts of a
// word in other styles, and it is said which they are.
func TestSearch(t *testing.T) {
	v := viewed(t, "# باب\n\nقال الوَرّاقُ: الكتـاب **ك**تابان، والأوّل منهما بلا Titre.\n")
	for _, c := range []struct {
		query string
		want  string
	}{
		{"الوراق", "الوَرّاقُ"}, {"الوَرَّاقُ", "الوَرّاقُ"}, {"الكتاب", "الكتـاب"}, {"كتابان", "كتابان"}, {"والاول", "والأوّل"}, {"titre", "Titre"},
		{"الكتاب كتابان", "الكتـاب كتابان"}, {"قال الوراق", "قال الوَرّاقُ"}, {"غائب", ""}, {"  ", ""}, {"َ", ""},
	} {
		hits := v.Search(c.query)
		if c.want == "" {
			if len(hits) > 0 {
				t.Errorf("%s: %+v", c.query, hits)
			}
			continue
		}
		if len(hits) != 1 || strings.Trim(strings.TrimSpace(hits[0].Found), ":،.") != c.want {
			t.Errorf("%s: %+v, want %s", c.query, hits, c.want)
		}
	}
}

// TestSides: every page lies on a side, once, and within it.
func TestSides(t *testing.T) {
	v := viewed(t, long(40, -1, ""))
	seen := map[int]int{}
	w, h := v.Size()
	for _, s := range v.Sides() {
		for _, p := range s.Places {
			seen[p.Page]++
			if p.X < -0.01 || p.Y < -0.01 || p.X+w > s.Width+0.01 || p.Y+h > s.Height+0.01 {
				t.Errorf("%+v is not on its side", p)
			}
		}
	}
	for i := range v.Pages() {
		if seen[i] != 1 {
			t.Errorf("page %d lies on %d sides", i+1, seen[i])
		}
	}
	if got := v.Contents(); len(got) != 1 || got[0].Title != "باب" {
		t.Errorf("contents are %+v", got)
	}
}
