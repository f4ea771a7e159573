package pdf_test

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/samples"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/pdf"
)

var amiri = sync.OnceValue(func() *fonts.Set {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		panic(err)
	}
	return set
})

// print is a book on its way: what was read, laid out and written.
type print struct {
	doc  *content.Document
	book *display.Book
	file []byte
}

func lay(t testing.TB, doc *content.Document) print {
	t.Helper()
	b, err := layout.Pages(doc, amiri(), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := print{doc: doc, book: b}
	p.file = p.write(t, pdf.Options{Producer: "warraq 1"})
	return p
}

func (p *print) write(t testing.TB, opt pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, p.doc, p.book, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// manuscript reads a folder of one chapter file.
func manuscript(t testing.TB, yaml, text string) *content.Document {
	t.Helper()
	doc, _, err := book.Read(fstest.MapFS{"book.yaml": {Data: []byte(yaml)}, "a.md": {Data: []byte(text)}}, ".", book.Options{Opening: "odd"}) // as a book, though it is short
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func sample(t testing.TB, name string) *content.Document {
	t.Helper()
	doc, _, err := book.Read(samples.FS(), name, book.Options{Lang: "ar-MA"})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// booklet is the embedded booklet as a file.
var booklet = sync.OnceValue(func() print { return lay(new(testing.T), sample(new(testing.T), "booklet")) })

const small = "title: كتاب (صغير)\nsubtitle: تجربة\nauthors: [كاتب, أخرى]\nlanguage: ar-MA\ndescription: وصف\nrights: حقوق\npublisher: دار\n"

func TestCatalog(t *testing.T) {
	for _, c := range []struct{ yaml, lang, direction, labels string }{
		{small, "ar-MA", "R2L", "1 2 3"},
		{small + "digits: arab\n", "ar-MA", "R2L", "١ ٢ ٣"},
		{"title: Livre\nlanguage: fr\n", "fr", "L2R", "1 2 3"},
		{"title: كتاب\nlanguage: fa\n", "fa", "R2L", "۱ ۲ ۳"},
		{"title: Livre\nlanguage: fr\nfolios: {front: roman}\n", "fr", "L2R", "i ii 1"},
		{small + "folios: {front: abjad}\n", "ar-MA", "R2L", "أ ب 1"},
		{small + "folios: {front: none}\n", "ar-MA", "R2L", "  1"},
	} {
		p := lay(t, manuscript(t, c.yaml, "# ف\n\nنص\n"))
		d := read(t, p.file)
		root := d.catalog()
		view := d.dict(root["ViewerPreferences"])
		if text(root["Lang"]) != c.lang || view["Direction"] != name(c.direction) || view["DisplayDocTitle"] != name("\x00true") {
			t.Errorf("%s: %v", c.lang, root)
		}
		if got := strings.Join(pageLabels(d), " "); !strings.HasPrefix(got, c.labels) {
			t.Errorf("%s: labels %s, want %s", c.lang, got, c.labels)
		}
	}
}

// pageLabels gives each page its label (ISO 32000-1 12.4.2).
func pageLabels(d *document) []string {
	nums := d.dict(d.catalog()["PageLabels"])["Nums"].([]any)
	labels := make([]string, len(d.pages))
	for i := 0; i < len(nums); i += 2 {
		from, style := int(nums[i].(float64)), d.dict(nums[i+1])
		for k := from; k < len(labels); k++ {
			labels[k] = text(style["P"])
			first, ok := style["St"].(float64)
			if !ok {
				first = 1
			}
			switch style["S"] {
			case name("D"):
				labels[k] += fmt.Sprint(k - from + int(first))
			case name("r"):
				labels[k] += locale.FormatRoman(k - from + int(first))
			}
		}
	}
	return labels
}

func TestPageBoxes(t *testing.T) {
	d := read(t, booklet().file)
	for i, p := range d.pages {
		box := p["MediaBox"].([]any)
		trim := booklet().book.Style.Trim
		if math.Abs(box[2].(float64)-trim.W) > 0.001 || math.Abs(box[3].(float64)-trim.H) > 0.001 || fmt.Sprint(p["TrimBox"]) != fmt.Sprint(box) {
			t.Errorf("page %d: %v %v", i+1, box, p["TrimBox"])
		}
	}
	if len(d.pages) != len(booklet().book.Pages) {
		t.Errorf("%d pages", len(d.pages))
	}
}

// TestOutline: chapters and headings in the book's language, each leading to
// its page.
func TestOutline(t *testing.T) {
	p := lay(t, manuscript(t, small, "# أول\n\n## قسم\n\n### باب\n\n## قسم ثان\n\nنص\n\n# ثان **غامق**[^1]\n\nنص\n\n[^1]: حاشية\n"))
	want := []string{"أول 5", " قسم 5", "  باب 5", " قسم ثان 5", "ثان غامق 7"}
	if got := outlineOf(t, read(t, p.file)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestOutlineOfParts: chapters stand under their part, which is open; labels
// stand before titles; a dedication has its title here alone.
func TestOutlineOfParts(t *testing.T) {
	p := lay(t, manuscript(t, small+"numbering: chapters\n", "# إهداء {.dedication}\n\nإلى القارئ\n\n# باب {.part}\n\n# أول\n\n## قسم\n\n# ثان\n\n# باب ثان {.part}\n\n# ثالث\n\n# جداول {.appendix}\n"))
	want := []string{"إهداء 3", "القسم\u00a01: باب 7", " الفصل\u00a01: أول 9", "  قسم 9", " الفصل\u00a02: ثان 11",
		"القسم\u00a02: باب ثان 13", " الفصل\u00a03: ثالث 15", "ملحق\u00a0أ: جداول 17"}
	if got := outlineOf(t, read(t, p.file)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestOutlineOfTongues: a label is in the language of its chapter; a title that
// runs the other way than its label stands between marks of its direction.
func TestOutlineOfTongues(t *testing.T) {
	p := lay(t, manuscript(t, small+"numbering: chapters\n", "# What is ink?\n\n## What is paper?\n\nنص\n\n# Encre {lang=fr}\n\nTexte.\n"))
	want := []string{"الفصل\u00a01: \u200eWhat is ink?\u200e 5", " What is paper? 5", "Chapitre\u00a02\u00a0: Encre 7"}
	if got := outlineOf(t, read(t, p.file)); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// outlineOf reads the outline: titles, set in by their depth, and pages. It
// checks how its entries hang together, and that an entry counts what it shows
// when it is open, or would (ISO 32000-1 12.3.3).
func outlineOf(t *testing.T, d *document) (got []string) {
	t.Helper()
	var walk func(node dict, parent ref, depth int) (shown int)
	walk = func(node dict, parent ref, depth int) (shown int) {
		var last any
		for at := node["First"]; at != nil; shown++ {
			e := d.dict(at)
			if e["Parent"] != parent || e["Prev"] != last {
				t.Errorf("%s hangs wrong", text(e["Title"]))
			}
			got = append(got, fmt.Sprintf("%s%s %d", strings.Repeat(" ", depth), text(e["Title"]), d.pageOf(e["Dest"])+1))
			under := walk(e, at.(ref), depth+1)
			switch count, _ := e["Count"].(float64); {
			case int(count) == under && under > 0:
				shown += under
			case int(count) != -under:
				t.Errorf("%s counts %v, shows %d", text(e["Title"]), e["Count"], under)
			}
			last, at = at, e["Next"]
		}
		if last != node["Last"] {
			t.Error("Last is not the last")
		}
		return shown
	}
	root := d.catalog()["Outlines"].(ref)
	if n := walk(d.dict(root), root, 0); d.dict(root)["Count"] != float64(n) {
		t.Errorf("the outline counts %v, shows %d", d.dict(root)["Count"], n)
	}
	return got
}

// TestLinks: contents, notes and back, anchors and addresses.
func TestLinks(t *testing.T) {
	p := lay(t, manuscript(t, small, "# أول {#x}\n\nنص[^1] و[عنوان](https://example.org/أ(b)?q=1&r=%20) و[إلى ثان](#y) و<https://example.org/>.\n\n[^1]: حاشية.\n\n# ثان {#y}\n\n[عودة](#x)\n"))
	d := read(t, p.file)
	var got []string
	for i, page := range d.pages {
		annots, _ := page["Annots"].([]any)
		if page["Tabs"] != name("S") {
			t.Errorf("page %d: Tabs %v", i+1, page["Tabs"])
		}
		for _, a := range annots {
			link := d.dict(a)
			to := ""
			if action, ok := link["A"]; ok {
				to = d.dict(action)["URI"].(string)
			} else {
				to = fmt.Sprint("page ", d.pageOf(link["Dest"])+1)
			}
			rect := link["Rect"].([]any)
			if rect[0].(float64) >= rect[2].(float64) || rect[1].(float64) >= rect[3].(float64) || link["F"] != 4.0 {
				t.Errorf("link %v", link)
			}
			got = append(got, fmt.Sprintf("%d %s → %s", i+1, text(link["Contents"]), to))
		}
	}
	want := []string{
		"3 أول → page 5", "3 ثان → page 7",
		"5 هامش → page 5",
		"5 عنوان → https://example.org/%D8%A3\x28b\x29?q=1&r=%20",
		"5 إلى ثان → page 7", "5 https://example.org/ → https://example.org/",
		"5 عودة إلى النص → page 5", "7 عودة → page 5",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestContentsLead checks that every entry of the booklet's contents leads to
// the page whose number it prints.
func TestContentsLead(t *testing.T) {
	p := booklet()
	links, entry := 0, map[content.ID]bool{}
	for _, e := range p.doc.Front.Contents.Entries {
		entry[e.ID] = true
	}
	for _, page := range p.book.Pages[:5] {
		for i, it := range page.Items {
			link, ok := it.(*display.Link)
			if !ok || !entry[link.Elem] {
				continue
			}
			links++
			number, _ := page.Items[i-1].(*display.Text)
			if spot := p.book.Spots[link.Dest]; number != nil && number.Line.Text() != fmt.Sprint(spot.Page+1) {
				t.Errorf("%s: %s printed, page %d in truth", link.Text, number.Line.Text(), spot.Page+1)
			}
		}
	}
	if links < 30 {
		t.Errorf("%d entries", links)
	}
}

// TestInfoAndXMP: both say the same.
func TestInfoAndXMP(t *testing.T) {
	p := lay(t, manuscript(t, small, "# ف\n\nنص\n"))
	date := time.Date(2026, 11, 24, 23, 30, 0, 0, time.FixedZone("", 3600))
	d := read(t, p.write(t, pdf.Options{Producer: `warraq (1) <&>`, Date: date}))
	info, xmp := d.dict(d.trailer["Info"]), string(d.streams[d.catalog()["Metadata"].(ref)])
	for _, c := range []struct{ key, want, element string }{
		{"Title", "كتاب (صغير)", `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">كتاب (صغير)<`},
		{"Author", "كاتب; أخرى", `<dc:creator><rdf:Seq><rdf:li>كاتب; أخرى<`},
		{"Subject", "وصف", `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">وصف<`},
		{"Producer", "warraq (1) <&>", `<pdf:Producer>warraq (1) &lt;&amp;&gt;<`},
		{"Creator", "warraq (1) <&>", `<xmp:CreatorTool>warraq (1) &lt;&amp;&gt;<`},
		{"CreationDate", "D:20261124223000+00'00'", `<xmp:CreateDate>2026-11-24T22:30:00Z<`},
		{"ModDate", "D:20261124223000+00'00'", `<xmp:ModifyDate>2026-11-24T22:30:00Z<`},
	} {
		if got := text(info[c.key]); got != c.want {
			t.Errorf("%s is %q, want %q", c.key, got, c.want)
		}
		if !strings.Contains(xmp, c.element) {
			t.Errorf("XMP lacks %s:\n%s", c.element, xmp)
		}
	}
	if undated := read(t, p.file); undated.dict(undated.trailer["Info"])["CreationDate"] != nil {
		t.Error("a date without a date")
	}
}

// TestIdentity: the ID follows from the file, and the file from its input.
func TestIdentity(t *testing.T) {
	p := booklet()
	again := lay(t, sample(t, "booklet"))
	if !bytes.Equal(p.file, again.file) {
		t.Error("two builds differ")
	}
	for _, workers := range []int{1, 2, 4, 7} {
		if !bytes.Equal(p.file, p.write(t, pdf.Options{Producer: "warraq 1", Workers: workers})) {
			t.Errorf("%d workers write another file", workers)
		}
	}
	ids := func(file []byte) string {
		id := read(t, file).trailer["ID"].([]any)
		if len(id) != 2 || id[0] != id[1] || len(id[0].(string)) != 16 {
			t.Errorf("ID %q", id)
		}
		return id[0].(string)
	}
	if ids(p.file) != ids(again.file) || ids(p.file) == ids(p.write(t, pdf.Options{Producer: "warraq 2"})) {
		t.Error("the ID does not follow from the file")
	}
}

// TestCodes: every code that a page draws has a glyph, a width that is its
// advance in the font program, and a text.
func TestCodes(t *testing.T) {
	for _, sampleName := range []string{"booklet", "vocalised.txt", "mixed.md"} {
		d := read(t, lay(t, sample(t, sampleName)).file)
		all := d.fonts(0)
		for key, f := range all {
			advances := advancesOf(t, f.program)
			if len(advances) != len(f.widths)+1 && len(advances) < len(f.widths)+1 {
				t.Errorf("%s %s: %d glyphs, %d widths", sampleName, key, len(advances), len(f.widths))
			}
			for i, w := range f.widths {
				if math.Abs(w-advances[i+1]) > 0.001 {
					t.Errorf("%s %s: width of code %d is %g, the glyph's %g", sampleName, key, i+1, w, advances[i+1])
				}
				if f.unicode[i+1] == "" {
					t.Errorf("%s %s: code %d has no text", sampleName, key, i+1)
				}
			}
			if !regexp.MustCompile(`^[A-Z]{6}\+.`).MatchString(f.base) {
				t.Errorf("font %s has no tag of a subset", f.base)
			}
		}
		for i := range d.pages {
			for _, s := range d.shows(i) {
				f := all[s.font]
				for _, code := range s.codes {
					if f == nil || code < 1 || code > len(f.widths) {
						t.Fatalf("%s page %d: code %d of %s has no glyph", sampleName, i+1, code, s.font)
					}
				}
			}
		}
	}
}

// advancesOf reads hmtx by hhea, in thousandths of an em.
func advancesOf(t *testing.T, program []byte) []float64 {
	t.Helper()
	tables := make(map[string][]byte)
	for i := range int(binary.BigEndian.Uint16(program[4:])) {
		r := program[12+16*i:]
		from, size := binary.BigEndian.Uint32(r[8:]), binary.BigEndian.Uint32(r[12:])
		tables[string(r[:4])] = program[from : from+size]
	}
	em := float64(binary.BigEndian.Uint16(tables["head"][18:]))
	n := int(binary.BigEndian.Uint16(tables["hhea"][34:]))
	advances := make([]float64, binary.BigEndian.Uint16(tables["maxp"][4:]))
	for i := range advances {
		advances[i] = float64(binary.BigEndian.Uint16(tables["hmtx"][4*min(i, n-1):])) * 1000 / em
	}
	return advances
}

// TestText takes the text out of the file as readers do, code by code from
// left to right, and finds the letters of each line, reversed where they run
// from right to left.
func TestText(t *testing.T) {
	for _, name := range []string{"booklet", "vocalised.txt"} {
		p := lay(t, sample(t, name))
		d := read(t, p.file)
		all := d.fonts(0)
		lines, wrong := 0, 0
		for i, page := range p.book.Pages {
			byLine := make(map[int]string)
			shows := d.shows(i)
			slices.SortStableFunc(shows, func(a, b shown) int { return cmp.Compare(a.x, b.x) })
			for _, s := range shows {
				var b strings.Builder
				for _, code := range s.codes {
					b.WriteString(all[s.font].unicode[code])
				}
				byLine[int(math.Round(s.y*2))] += b.String()
			}
			for _, it := range page.Items {
				line, ok := it.(*display.Text)
				if !ok || !pureArabic(line) {
					continue
				}
				lines++
				y := int(math.Round((p.book.Style.Trim.H - line.Y) * 2))
				drawn := byLine[y] + byLine[y-1] + byLine[y+1]
				got, want := inOrder(reversed(letters(drawn))), inOrder(letters(strings.ReplaceAll(line.Line.Text(), "ﷺ", norm.NFKC.String("ﷺ"))))
				if !strings.Contains(got, want) && wrong < 4 {
					wrong++
					t.Errorf("%s page %d: drawn %q, want %q", name, page.Number, got, want)
				}
			}
		}
		if lines < 20 {
			t.Errorf("%s: only %d lines looked at", name, lines)
		}
	}
}

// pureArabic tells a line without digits or other scripts.
func pureArabic(t *display.Text) bool {
	for _, p := range t.Line.Pieces {
		if p.Level != 1 {
			return false
		}
	}
	return len(t.Line.Pieces) > 2
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r != 0x640 && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)) {
			return r
		}
		return -1
	}, s)
}

// inOrder sorts the marks of each letter, whose order means nothing.
func inOrder(s string) string {
	r := []rune(s)
	for i := 0; i < len(r); i++ {
		from := i
		for i < len(r) && unicode.Is(unicode.Mn, r[i]) {
			i++
		}
		slices.Sort(r[from:i])
	}
	return string(r)
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// TestBlank: a book whose only page is blank, and one with blank pages.
func TestBlank(t *testing.T) {
	p := lay(t, &content.Document{})
	if d := read(t, p.file); len(d.pages) != 1 || len(d.shows(0)) != 0 || d.catalog()["Outlines"] != nil {
		t.Errorf("%d pages", len(d.pages))
	}
	d := read(t, lay(t, manuscript(t, small, "# أول\n\nنص\n\n# ثان\n\nنص\n")).file)
	if len(d.pages) != 7 || len(d.shows(5)) != 0 || len(d.shows(6)) == 0 {
		t.Errorf("%d pages", len(d.pages))
	}
}

// TestManySorts: more sorts than one font holds are shared among several, and
// each word is drawn in one of them.
func TestManySorts(t *testing.T) {
	face := amiri().Face(fonts.Style{})
	style := &paragraph.Style{Size: 10}
	var words []*paragraph.Word
	for i := range 80_000 {
		w := &paragraph.Word{Face: face, Text: "ب", RTL: true, Advance: 500, Glyphs: make([]paragraph.Glyph, 1)}
		w.Glyphs[0].GID = uint16(20 + i%4)
		w.Glyphs[0].DX = int16(i / 4 % 5000)
		w.Glyphs[0].DY = int16(i / 20_000)
		words = append(words, w)
	}
	b := &display.Book{Style: format.Of(&content.Document{})}
	for from := 0; from < len(words); from += 4000 {
		page := &display.Page{Number: len(b.Pages) + 1, Folio: fmt.Sprint(len(b.Pages) + 1)}
		for i := from; i < from+4000; i += 20 {
			line := &paragraph.Line{}
			for k, w := range words[i : i+20] {
				line.Pieces = append(line.Pieces, paragraph.Piece{Word: w, Style: style, X: float32(5 * (19 - k)), Width: 5, Level: 1})
			}
			page.Items = append(page.Items, &display.Text{X: 50, Y: float64(50 + (i-from)/10), Line: line})
		}
		b.Pages = append(b.Pages, page)
	}
	p := print{doc: &content.Document{Meta: content.Meta{Title: "ك", Lang: "ar"}}, book: b}
	d := read(t, p.write(t, pdf.Options{}))
	all := d.fonts(0)
	if len(all) < 2 {
		t.Errorf("%d fonts", len(all))
	}
	drawn := 0
	for i := range d.pages {
		for _, s := range d.shows(i) {
			for _, code := range s.codes {
				if f := all[s.font]; f.unicode[code] == "ب" && code <= len(f.widths) {
					drawn++
				}
			}
		}
	}
	if drawn != len(words) {
		t.Errorf("%d words drawn, want %d", drawn, len(words))
	}
}

// TestAnyManuscript writes what layout's own edges are made of.
func TestAnyManuscript(t *testing.T) {
	for _, text := range []string{
		"# ع\n\n##\n\nنص\n",
		"# ع\n\n## \u200b\n\n## ![]()\n\nنص\n",
		"# \u2066\u2069\n\nنص\n",
		"# ع\n\n-\n-\n",
		"# ع\n\nنص[^1]\n\n[^1]: حاشية[^1].\n",
		"# ع\n\n[بلا](#none) [ا]() [](https://example.org)\n",
		"# ع\n\n\U0001F600 漢 \u0378 \ufffd\n",
	} {
		doc, _, err := book.Read(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md", book.Options{Title: "ك"})
		if err != nil {
			t.Logf("%q: %v", text, err)
			continue
		}
		p := lay(t, doc)
		read(t, p.file).tagged(t)
		for _, s := range plans(t, &p) {
			read(t, p.sheets(t, s, pdf.Options{}))
		}
	}
}

// FuzzWrite writes any manuscript and reads the file back.
func FuzzWrite(f *testing.F) {
	for _, file := range []string{"mixed.md", "booklet/03-human-rights.md"} {
		text, err := fs.ReadFile(samples.FS(), file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("# ع\n\n##\n\nنص[^1]\n\n[^1]: حاشية[^1].\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			return
		}
		doc, _, err := book.Read(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md", book.Options{Title: "ك"})
		if err != nil {
			return
		}
		d := read(t, lay(t, doc).file)
		d.tagged(t)
		all := d.fonts(0)
		for i := range d.pages {
			for _, s := range d.shows(i) {
				for _, code := range s.codes {
					if all[s.font].unicode[code] == "" {
						t.Fatalf("code %d has no text", code)
					}
				}
			}
		}
	})
}

// BenchmarkWrite writes a long book that is laid out once.
func BenchmarkWrite(b *testing.B) {
	var whole *content.Document
	for range 12 {
		doc := sample(b, "booklet")
		if whole == nil {
			whole = doc
			continue
		}
		whole.Chapters = append(whole.Chapters, doc.Chapters...)
	}
	number.Document(whole)
	laid, err := layout.Pages(whole, amiri(), layout.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var file bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		file.Reset()
		if err := pdf.Write(&file, whole, laid, pdf.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(laid.Pages))/b.Elapsed().Seconds(), "pages/s")
}
