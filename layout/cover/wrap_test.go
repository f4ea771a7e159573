package cover_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/layout/cover"
	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/pdf"
	"warraq/layout/pdf/press"
)

// bookWith is the book that files tell of.
func bookWith(t testing.TB, files ...txtar.File) *content.Document {
	t.Helper()
	fsys := fstest.MapFS{"a.md": {Data: []byte("# فصل\n\nنص.\n")}}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	doc, _, err := book.Read(fsys, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

const bleed = 3 * setup.Millimetre

// TestWrap compares the covers around the books of testdata/wrap, item by item
// but for glyphs; the comment of a case says how many pages the book has.
func TestWrap(t *testing.T) {
	cases, err := filepath.Glob("testdata/wrap/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		last := len(a.Files) - 1
		n, err := strconv.Atoi(strings.Fields(string(a.Comment))[0])
		if err != nil {
			t.Fatal(err)
		}
		doc := bookWith(t, a.Files[:last]...)
		w := cover.WrapOf(doc, faces(t), cover.Around{Pages: n, Bleed: bleed})
		wrapped(t, doc, w)
		var b bytes.Buffer
		dumpWrap(&b, w)
		switch got, want := b.String(), string(a.Files[last].Data); {
		case got == want:
		case *update:
			a.Files[last].Data = []byte(got)
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
		if *keep != "" {
			file := filepath.Join(*keep, strings.TrimSuffix(filepath.Base(name), ".txtar")+".pdf")
			if err := os.WriteFile(file, pressed(t, doc, w), 0o644); err != nil {
				t.Error(err)
			}
		}
	}
}

// pressed is a cover as a file for a print shop.
func pressed(t testing.TB, doc *content.Document, w *cover.Wrap) []byte {
	t.Helper()
	draft, err := pdf.Draw(&content.Document{Meta: doc.Meta}, w.Book, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	condition, _ := setup.ConditionOf("")
	var b bytes.Buffer
	err = draft.WritePress(&b, pdf.Press{Bleed: w.Bleed, Bled: true, Folds: w.Folds, Marks: press.CropMarks | press.RegistrationMarks,
		Condition: press.Condition{Name: condition.Name, Info: condition.Info, Registered: true}})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dumpWrap writes what a cover is, and its items but for the glyphs of words.
func dumpWrap(b *bytes.Buffer, w *cover.Wrap) {
	trim := w.Book.Style.Trim
	line := func(words ...string) { b.WriteString(strings.Join(words, " ") + "\n") }
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', 3, 64) }
	line("page", number(trim.W), number(trim.H), "spine", number(w.Spine), "folds", number(w.Folds[0]), number(w.Folds[1]))
	dump(b, &cover.Panel{Items: w.Book.Pages[0].Items})
	for _, p := range w.Book.Warnings {
		line("warning", p.String())
	}
	for _, p := range w.Notes {
		line("note", p.String())
	}
}

// inkOf is the rectangle of a line's ink, turned as it is.
func inkOf(t *display.Text) display.Rect {
	left, right := math.Inf(1), math.Inf(-1)
	for _, p := range t.Line.Pieces {
		left, right = min(left, float64(p.X)), max(right, float64(p.X+p.Width))
	}
	up, down := t.Line.Height, t.Line.Depth
	switch t.Turn {
	case display.TurnLeft:
		return display.Rect{X: t.X - up, Y: t.Y - right, W: up + down, H: right - left}
	case display.TurnRight:
		return display.Rect{X: t.X - down, Y: t.Y + left, W: up + down, H: right - left}
	}
	return display.Rect{X: t.X + left, Y: t.Y - up, W: right - left, H: up + down}
}

// wrapped: each text stands on one panel, apart from folds, edges and each other;
// the ground has all of the page; the barcode says the ISBN.
func wrapped(t testing.TB, doc *content.Document, w *cover.Wrap) {
	t.Helper()
	page := w.Book.Style.Trim
	left, right := w.Bleed+w.Folds[0], w.Bleed+w.Folds[1]
	var texts []display.Rect
	covered, names := 0.0, map[display.Part]float64{}
	for _, it := range w.Book.Pages[0].Items {
		switch it := it.(type) {
		case *display.Text:
			ink := inkOf(it)
			from, to, air := w.Bleed, left, 0.0
			switch middle := ink.X + ink.W/2; {
			case middle > right:
				from, to = right, page.W-w.Bleed
			case middle > left:
				from, to, air = left, right, 1.6*setup.Millimetre
			}
			const near = 0.1
			if ink.X < from+air-near || ink.X+ink.W > to-air+near || ink.Y < w.Bleed-near || ink.Y+ink.H > page.H-w.Bleed+near {
				t.Errorf("%q: its ink %v is not within its panel, %.1f…%.1f", it.Line.Text(), ink, from, to)
			}
			if turned := it.Turn != display.Upright; turned != (air > 0) {
				t.Errorf("%q is turned on a panel, or not on the spine", it.Line.Text())
			}
			for _, other := range texts {
				if ink.X < other.X+other.W-0.5 && other.X < ink.X+ink.W-0.5 && ink.Y < other.Y+other.H-0.5 && other.Y < ink.Y+ink.H-0.5 {
					t.Errorf("%q lies on another text", it.Line.Text())
				}
			}
			texts = append(texts, ink)
			if air == 0 && it.Part == display.BookTitle {
				names[it.Part] = ink.X
			}
		case *display.Rule:
			if it.Y <= 1e-6 && it.H >= page.H-1e-6 {
				covered += it.W
			}
			if it.X < -1e-6 || it.Y < -1e-6 || it.X+it.W > page.W+1e-6 || it.Y+it.H > page.H+1e-6 {
				t.Errorf("a rule %v goes beyond the page", it.Rect)
			}
		case *display.Image:
			at := it.Rect
			if it.Crop != nil {
				at = *it.Crop
			}
			if at.X < -1e-6 || at.Y < -1e-6 || at.X+at.W > page.W+1e-6 || at.Y+at.H > page.H+1e-6 {
				t.Errorf("picture %s goes beyond the page: %v", it.Asset, at)
			}
			if at.Y <= 1e-6 && at.H >= page.H-1e-6 && w.Book.Pictures[it.Asset].Drawing == nil {
				covered += at.W
			}
		}
	}
	if math.Abs(covered-page.W) > 1e-6 {
		t.Errorf("grounds are %.3f wide on a page of %.3f", covered, page.W)
	}
	if x, ok := names[display.BookTitle]; ok && (x < left) == (doc.Meta.Dir == locale.LTR) {
		t.Errorf("the front is on the wrong panel")
	}
	coded(t, doc, w)
}

// widths are those of the four stripes of each digit, white first (ISO/IEC 15420
// table 1, set A).
var widths = strings.Fields("3211 2221 2122 1411 1132 1231 1114 1312 1213 3112")

// parities are the sets of the six digits on the left, by the first digit.
var parities = strings.Fields("AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA")

// coded reads the barcode back from its bars and compares it with the ISBN.
func coded(t testing.TB, doc *content.Document, w *cover.Wrap) {
	t.Helper()
	var bars []display.Rect
	for _, it := range w.Book.Pages[0].Items {
		if r, ok := it.(*display.Rule); ok && r.Color == paragraph.Gray(0) && r.W < 5 && r.H > 40 && r.H < 90 {
			bars = append(bars, r.Rect)
		}
	}
	if doc.Meta.ISBN == "" || doc.Setup.Wrap.Barcode == setup.Off {
		if len(bars) > 0 {
			t.Error("there is a barcode")
		}
		return
	}
	if len(bars) != 30 {
		t.Fatalf("the barcode has %d bars", len(bars))
	}
	const module = 0.94
	var stripes []byte // widths in modules, black first
	for i, bar := range bars {
		for _, v := range [2]float64{bar.W, bar.X} {
			if off := v*100 - math.Round(v*100); math.Abs(off) > 1e-6 {
				t.Errorf("bar %d is not at a hundredth of a point: %v", i, bar)
			}
		}
		stripes = append(stripes, '0'+byte(math.Round(bar.W/module)))
		if i+1 < len(bars) {
			stripes = append(stripes, '0'+byte(math.Round((bars[i+1].X-bar.X-bar.W)/module)))
		}
	}
	number, sets := "", ""
	for i := range 12 {
		at := 3 + 4*i
		if i >= 6 {
			at += 5
		}
		pattern := string(stripes[at : at+4])
		set := "A"
		n := slices.Index(widths, pattern)
		if n < 0 {
			back := []byte(pattern)
			slices.Reverse(back)
			n, set = slices.Index(widths, string(back)), "B"
		}
		number += strconv.Itoa(n)
		if i < 6 {
			sets += set
		}
	}
	number = strconv.Itoa(slices.Index(parities, sets)) + number
	want := strings.ReplaceAll(doc.Meta.ISBN, "-", "")
	if len(want) == 10 {
		want = "978" + want[:9]
	}
	if !strings.HasPrefix(number, want) || len(number) != 13 {
		t.Errorf("the barcode says %s, the ISBN is %s", number, doc.Meta.ISBN)
	}
}

// TestWrapAnySize: whatever a book is like, its cover is sound and can be
// printed.
func TestWrapAnySize(t *testing.T) {
	set, random := faces(t), rand.New(rand.NewPCG(8, 7))
	words := strings.Fields("في كتاب المدينة التي مُخْتَصَرُ الحكمة: من Go إلى 2024 «قال» والعشرين أ http://example.org/a/long/address/of/a/page ✨")
	text := func(most int) string { return anyOf(random, words, most) }
	for i := range 90 {
		doc := bookOf(t, "title: ك\n", settings.Themes[i%len(settings.Themes)])
		m := &doc.Meta
		m.Title, m.Publisher, m.Description = text(30), text(9), text(300)
		if i%2 == 0 {
			m.Authors, m.ISBN = []string{text(5)}, "978-3-16-148410-0"
		}
		if i%5 == 0 {
			m.Dir, m.Lang = locale.LTR, "en"
		}
		doc.Setup.Wrap.SpineUp = i%3 == 1
		doc.Setup.Page = setup.Size{W: 240 + 500*random.Float64(), H: 280 + 600*random.Float64()}
		w := cover.WrapOf(doc, set, cover.Around{Pages: 1 + random.IntN(900), Bleed: bleed * float64(i%2)})
		if wrapped(t, doc, w); t.Failed() {
			t.Fatalf("%d: %s %v: %q %q %q", i, doc.Setup.Design().Name, doc.Setup.Page, m.Title, m.Authors, m.Publisher)
		}
		if i < 3 {
			pressed(t, doc, w)
		}
	}
}

// TestWrapSmall: the smallest page that a book may have, and the narrowest, have
// a cover too, whatever of it has no room.
func TestWrapSmall(t *testing.T) {
	for _, theme := range settings.Themes {
		for _, size := range []setup.Size{{W: 142, H: 142}, {W: 142, H: 2000}, {W: 2000, H: 142}} {
			doc := bookOf(t, "title: كتاب في علم الكتاب\nauthors: [زينب الإدريسي]\nisbn: 978-3-16-148410-0\ndescription: وصف الكتاب\n", theme)
			doc.Setup.Page = size
			for _, pages := range []int{0, 1, 5000} {
				w := cover.WrapOf(doc, faces(t), cover.Around{Pages: pages, Bleed: bleed})
				if pages == 1 {
					pressed(t, doc, w)
				}
				coded(t, doc, w)
			}
		}
	}
}

// TestWrapNoISBN: of a number that is no ISBN there is no barcode, and it is told.
func TestWrapNoISBN(t *testing.T) {
	for _, isbn := range []string{"1", "1234567", "96385074", "978316148410", "9783161484101", "اثنا", "12345678901234"} {
		doc := bookOf(t, "title: كتاب\n", "")
		doc.Meta.ISBN = isbn
		w := cover.WrapOf(doc, faces(t), cover.Around{Pages: 100, Bleed: bleed})
		if ws := w.Book.Warnings; len(ws) != 1 || !strings.Contains(ws[0].What, "has no barcode") {
			t.Errorf("%s: %v", isbn, ws)
		}
	}
}

// TestWrapPictures: an author's pictures fill their panels and the bleed, and
// nothing of them lies on the next panel; they are told of when they are coarse,
// of another shape, or broken.
func TestWrapPictures(t *testing.T) {
	const manifest = "title: كتاب\nlanguage: ar\nisbn: 978-3-16-148410-0\n"
	page := a5.W + bleed
	for _, c := range []struct {
		cover    string
		w, h     int
		name     string
		x, width float64 // of what shows, in widths of the page's panels and bleed
		warns    string
	}{
		{"p.png", 1784, 2552, "p.png", 0, page, ""},
		{"{front: p.png}", 1784, 2552, "p.png", 0, page, ""},
		{"{back: p.png}", 1784, 2552, "p.png", page + 20*setup.Millimetre, page, ""},
		{"{wrap: p.png}", 3804, 2552, "p.png", 0, 2*page + 20*setup.Millimetre, ""},
		{"{front: p.png}", 600, 858, "p.png", 0, page, "prints at 101 dpi"},
		{"{front: p.png}", 2552, 2552, "p.png", 0, page, "lie beyond the sheet"},
	} {
		yaml := manifest + "cover: " + strings.Replace(c.cover, "{", "{spine: 20mm, ", 1) + "\n"
		if !strings.HasPrefix(c.cover, "{") {
			yaml = manifest + "cover: " + c.cover + "\npaper: 0.1mm\n"
		}
		doc := bookWith(t, txtar.File{Name: "book.yaml", Data: []byte(yaml)}, txtar.File{Name: "p.png", Data: picture(t, c.w, c.h)})
		w := cover.WrapOf(doc, faces(t), cover.Around{Pages: 400, Bleed: bleed})
		wrapped(t, doc, w)
		pressed(t, doc, w)
		found := false
		for _, it := range w.Book.Pages[0].Items {
			if m, ok := it.(*display.Image); ok && m.Asset == c.name {
				found = true
				if r := m.Crop; math.Abs(r.X-c.x) > 0.01 || math.Abs(r.W-c.width) > 0.01 || r.Y != 0 || math.Abs(r.H-a5.H-2*bleed) > 0.01 {
					t.Errorf("%s shows in %v", c.cover, r)
				}
				if m.X > m.Crop.X || m.Y > m.Crop.Y || m.X+m.W < m.Crop.X+m.Crop.W-1e-6 || m.Y+m.H < m.Crop.Y+m.Crop.H-1e-6 {
					t.Errorf("%s does not fill its panel: %v in %v", c.cover, m.Rect, m.Crop)
				}
			}
		}
		if !found {
			t.Errorf("%s: no picture", c.cover)
		}
		if got := fmt.Sprint(w.Book.Warnings, w.Notes); c.warns == "" && got != "[] []" || !strings.Contains(got, c.warns) {
			t.Errorf("%s of %d×%d: warnings %s", c.cover, c.w, c.h, got)
		}
	}
	doc := bookWith(t, txtar.File{Name: "book.yaml", Data: []byte(manifest + "cover: p.png\n")}, txtar.File{Name: "p.png", Data: picture(t, 30, 40)[:60]})
	w := cover.WrapOf(doc, faces(t), cover.Around{Pages: 400, Bleed: bleed})
	if wrapped(t, doc, w); !strings.Contains(fmt.Sprint(w.Book.Warnings), "drawn without it") {
		t.Errorf("a broken picture: %v", w.Book.Warnings)
	}
}

// TestSpineTurn: from the head down, letters of an Arabic spine have their heads
// to the left and those of a Latin one to the right; and the other way around
// from the foot up.
func TestSpineTurn(t *testing.T) {
	for _, c := range []struct {
		lang, turn string
		want       display.Turn
	}{
		{"ar", "down", display.TurnLeft}, {"en", "down", display.TurnRight}, {"ar", "up", display.TurnRight}, {"fr", "up", display.TurnLeft},
	} {
		doc := bookWith(t, txtar.File{Name: "book.yaml", Data: []byte("title: العنوان\nauthor: كاتب\nlanguage: " + c.lang + "\ncover: {spine-turn: " + c.turn + "}\n")})
		w := cover.WrapOf(doc, faces(t), cover.Around{Pages: 400, Bleed: bleed})
		var along []float64 // where title and author stand on the spine
		for _, it := range w.Book.Pages[0].Items {
			if text, ok := it.(*display.Text); ok && text.Turn != display.Upright {
				if text.Turn != c.want {
					t.Errorf("%s %s: turned %d", c.lang, c.turn, text.Turn)
				}
				along = append(along, inkOf(text).Y)
			}
		}
		if len(along) != 2 || (along[0] < along[1]) != (c.turn == "down") {
			t.Errorf("%s %s: title and author at %v", c.lang, c.turn, along)
		}
	}
}
