package cover_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"image/png"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/design"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/cover"
	"warraq/layout/display"
	"warraq/layout/pdf"
)

var update = flag.Bool("update", false, "rewrite what the cases of testdata want")

var keep = flag.String("keep", "", "folder to put the covers of TestFront into, to be looked at")

var a5 = setup.Size{W: 148 * 72 / 25.4, H: 210 * 72 / 25.4}

// front designs the cover of the book that a book.yaml tells of.
func front(t testing.TB, manifest, theme string, size setup.Size) *cover.Panel {
	t.Helper()
	return cover.Front(bookOf(t, manifest, theme), faces(t), size)
}

func bookOf(t testing.TB, manifest, theme string) *content.Document {
	t.Helper()
	doc, _, err := book.Read(fstest.MapFS{
		"book.yaml": {Data: []byte(manifest + "theme: " + theme + "\n")}, "a.md": {Data: []byte("# فصل\n\nنص.\n")},
	}, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestAuthors: the comma between authors is that of the language, not of the
// direction.
func TestAuthors(t *testing.T) {
	for lang, comma := range map[string]string{"ar": "،", "fa": "،", "he": ",", "fr": ","} {
		var b strings.Builder
		dump(&b, front(t, "title: A\nauthors: [B, C]\nlanguage: "+lang+"\n", "plain", a5))
		if strings.Count(b.String(), comma) != 1 || strings.ContainsAny(strings.ReplaceAll(b.String(), comma, ""), "،,") {
			t.Errorf("%s: no comma %s between the authors of\n%s", lang, comma, b.String())
		}
	}
}

var amiri = sync.OnceValues(func() (*fonts.Set, error) { return fonts.NewSet(fonts.Files{}) })

func faces(t testing.TB) *fonts.Set {
	t.Helper()
	set, err := amiri()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// TestFront compares the covers of the books of testdata in each theme, item by
// item but for glyphs, and by the digest of its pixels, which is that of every
// machine.
func TestFront(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := shown(t, strings.TrimSuffix(filepath.Base(name), ".txtar"), string(a.Files[0].Data))
		switch want := string(a.Files[1].Data); {
		case got == want:
		case *update:
			a.Files[1].Data = []byte(got)
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// shown is the cover of a book in each theme.
func shown(t *testing.T, name, manifest string) string {
	var b strings.Builder
	for _, theme := range settings.Themes {
		p := front(t, manifest, theme, a5)
		fmt.Fprintf(&b, "%s\n", theme)
		dump(&b, p)
		data, err := p.PNG(cover.ScreenWidth)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "  sha256 %x\n", sha256.Sum256(data))
		sound(t, p)
		if *keep != "" {
			if err := os.WriteFile(filepath.Join(*keep, theme+"-"+name+".png"), data, 0o644); err != nil {
				t.Error(err)
			}
		}
	}
	return b.String()
}

// dump writes the items of a panel but for the glyphs of its words.
func dump(w io.Writer, p *cover.Panel) {
	var b bytes.Buffer
	pages := display.Book{Pages: []*display.Page{{Items: p.Items}}}
	pages.DumpPages(&b)
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "    ") {
			io.WriteString(w, line)
		}
	}
}

// sound: all ink is on the panel, no text lies on another, and the file of the
// pixels is what others read, of the size that was asked for.
func sound(t testing.TB, p *cover.Panel) {
	t.Helper()
	foot, above := 0.0, ""
	lines := map[float64]*display.Text{}
	var tops []float64
	for _, it := range p.Items {
		text, ok := it.(*display.Text)
		if !ok {
			continue
		}
		top, bottom := text.Y-text.Line.Height, text.Y+text.Line.Depth
		if top < 0 || bottom > p.H+1e-6 {
			t.Errorf("%q stands from %.1f to %.1f on a panel %.1f high", text.Line.Text(), top, bottom, p.H)
		}
		for _, piece := range text.Line.Pieces {
			if x := text.X + float64(piece.X); x < -0.1 || x+float64(piece.Width) > p.W+0.1 {
				t.Errorf("%q stands beside the panel", text.Line.Text())
			}
		}
		lines[top] = text
		tops = append(tops, top)
	}
	for _, top := range slices.Sorted(slices.Values(tops)) {
		text := lines[top]
		if top < foot-0.5 {
			t.Errorf("%q lies on %q", text.Line.Text(), above)
		}
		foot, above = text.Y+text.Line.Depth, text.Line.Text()
	}
}

// TestPNG: the file is what others read as the pixels that were drawn: its
// corners have the colour of the ground, and the letters are there.
func TestPNG(t *testing.T) {
	p := front(t, "title: كتاب\n", "plain", a5)
	data, err := p.PNG(400)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := m.Bounds(); b.Dx() != 400 || b.Dy() != 568 {
		t.Errorf("is %v", b)
	}
	inks := map[string]int{}
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			r, g, b, _ := m.At(x, y).RGBA()
			inks[fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)]++
		}
	}
	ground := p.Ground.String()
	if r, g, b, _ := m.At(0, 0).RGBA(); fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8) != ground {
		t.Errorf("the corner is not of the ground, %s", ground)
	}
	for _, ink := range []string{ground, "#1d1d1d", "#7d2b22"} {
		if inks[ink] < 1000 {
			t.Errorf("%d pixels of %s", inks[ink], ink)
		}
	}
}

// TestAnySize: whatever stands on a cover and however large it is, all of it is
// on the panel, apart from each other.
func TestAnySize(t *testing.T) {
	set, random := faces(t), rand.New(rand.NewPCG(6, 7))
	words := strings.Fields("في كتاب المدينة التي مُخْتَصَرُ الحكمة: من Go إلى 2024 «قال» والعشرين أ http://example.org/a/long/address/of/a/page ✨")
	text := func(most int) string { return anyOf(random, words, most) }
	for i := range 90 {
		doc := bookOf(t, "title: ك\n", settings.Themes[i%len(settings.Themes)])
		doc.Meta.Title, doc.Meta.Subtitle, doc.Meta.Publisher = text(60), text(20), text(9)
		for range random.IntN(5) {
			doc.Meta.Authors = append(doc.Meta.Authors, text(5))
		}
		size := setup.Size{W: 100 + 900*random.Float64(), H: 100 + 900*random.Float64()}
		p := cover.Front(doc, set, size)
		if sound(t, p); t.Failed() {
			t.Fatalf("%s %.0f×%.0f: %q %q %q %q", doc.Setup.Design().Name, size.W, size.H, doc.Meta.Title, doc.Meta.Subtitle, doc.Meta.Authors, doc.Meta.Publisher)
		}
		if _, err := p.PNG(100); err != nil {
			t.Fatal(err)
		}
	}
}

// anyOf strings words together, most of them at most.
func anyOf(random *rand.Rand, words []string, most int) string {
	var b strings.Builder
	for range random.IntN(most + 1) {
		b.WriteString(words[random.IntN(len(words))] + " ")
	}
	return b.String()
}

// TestThemeColours: letters that could not be read on their ground are black or
// white, and without an ornament there is none.
func TestThemeColours(t *testing.T) {
	doc := bookOf(t, "title: كتاب\n", "plain")
	theme := *doc.Setup.Design()
	theme.Cover.Ink, theme.Cover.Ground = design.Ink{Color: design.Color{R: 9}}, design.Ink{}
	theme.Cover.Ornament = design.Ink{Tone: design.NoInk}
	doc.Setup.Theme = &theme
	var b strings.Builder
	var p *cover.Panel
	for _, style := range []design.CoverStyle{design.CoverFrame, design.CoverBlock, design.CoverLattice, design.CoverPlate, design.CoverHills} {
		theme.Cover.Style = style
		if p = cover.Front(doc, faces(t), a5); len(p.Pictures) > 0 {
			t.Errorf("%d: there are ornaments", style)
		}
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok && text.Line.Pieces[0].Style.Color.String() != "gray 1.00" {
				dump(&b, p)
				t.Errorf("%d: the letters are not white\n%s", style, b.String())
			}
		}
	}
}

// TestEveryKeyShows: each key of the cover in a theme changes what is seen.
func TestEveryKeyShows(t *testing.T) {
	seen := map[string]string{}
	for _, key := range []string{"", "style: block", "style: lattice", "style: plate", "style: hills", `ground: "#112233"`, `color: "#112233"`, `ornament-color: "#112233"`, "ornament-color: none"} {
		doc, _, err := book.Read(fstest.MapFS{
			"book.yaml":  {Data: []byte("title: كتاب\nlanguage: ar\ntheme: theme.yaml\n")},
			"theme.yaml": {Data: []byte("cover: {" + key + "}\n")}, "a.md": {Data: []byte("# فصل\n")},
		}, ".", book.Options{})
		if err != nil {
			t.Fatal(err)
		}
		data, err := cover.Front(doc, faces(t), a5).PNG(200)
		if err != nil {
			t.Fatal(err)
		}
		if other, again := seen[string(data)]; again {
			t.Errorf("%q looks like %q", key, other)
		}
		seen[string(data)] = key
	}
}

// TestPrinted: the panel is a page of a PDF, figures and all.
func TestPrinted(t *testing.T) {
	for _, theme := range settings.Themes {
		doc := bookOf(t, "title: المدن التي تقرأ\nauthors: [زينب الإدريسي]\n", theme)
		set := faces(t)
		pages, err := layout.Pages(doc, set, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		p := cover.Front(doc, set, pages.Style.Trim)
		pages.Pages = append([]*display.Page{{Number: 1, Folio: "1", Items: p.Items}}, pages.Pages...)
		pages.Pictures = p.Pictures
		var b bytes.Buffer
		if err := pdf.Write(&b, doc, pages, pdf.Options{}); err != nil {
			t.Fatalf("%s: %v", theme, err)
		}
		if *keep != "" {
			if err := os.WriteFile(filepath.Join(*keep, theme+".pdf"), b.Bytes(), 0o644); err != nil {
				t.Error(err)
			}
		}
	}
}

func BenchmarkFront(b *testing.B) {
	doc, set := bookOf(b, "title: المدن التي تقرأ\nauthors: [زينب الإدريسي]\n", "literary"), faces(b)
	for b.Loop() {
		cover.Front(doc, set, a5)
	}
}

func BenchmarkPNG(b *testing.B) {
	for _, theme := range settings.Themes {
		b.Run(theme, func(b *testing.B) {
			p := front(b, "title: المدن التي تقرأ\nauthors: [زينب الإدريسي]\n", theme, a5)
			for b.Loop() {
				if _, err := p.PNG(cover.ScreenWidth); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
