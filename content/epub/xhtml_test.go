package epub

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/setup"
)

// golden compares got with the file called name of a txtar archive, or with
// -update puts it there.
type golden struct {
	path string
	arch *txtar.Archive
	used map[string]bool
}

func openGolden(t *testing.T, path string) *golden {
	t.Helper()
	g := &golden{path: path, arch: &txtar.Archive{}, used: map[string]bool{}}
	if data, err := os.ReadFile(path); err == nil {
		g.arch = txtar.Parse(data)
	} else if !*update {
		t.Fatal(err)
	}
	if *update {
		g.arch.Files = nil
	}
	t.Cleanup(func() { g.close(t) })
	return g
}

func (g *golden) check(t *testing.T, name string, got []byte) {
	t.Helper()
	if !bytes.HasSuffix(got, []byte("\n")) {
		got = append(bytes.Clone(got), '\n')
	}
	g.used[name] = true
	if *update {
		g.arch.Files = append(g.arch.Files, txtar.File{Name: name, Data: got})
		return
	}
	for _, f := range g.arch.Files {
		if f.Name == name {
			if !bytes.Equal(f.Data, got) {
				t.Errorf("%s of %s differs; got\n%s\nwant\n%s", name, g.path, got, f.Data)
			}
			return
		}
	}
	t.Errorf("%s has no %s; got\n%s", g.path, name, got)
}

func (g *golden) close(t *testing.T) {
	if *update {
		if err := os.WriteFile(g.path, txtar.Format(g.arch), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, f := range g.arch.Files {
		if !g.used[f.Name] {
			t.Errorf("%s: no test checks %s", g.path, f.Name)
		}
	}
}

// constructs are the blocks of one chapter each, by the name of the golden.
var constructs = []struct {
	name   string
	blocks func() []content.Block
}{
	{"paragraph", func() []content.Block {
		return []content.Block{para(text("نص "), &content.Strong{Inlines: texts("ثقيل")}, text(" و"), &content.Emphasis{Inlines: texts("مؤكد")},
			text(" و"), &content.Span{Attr: content.Attr{Classes: []string{"strike"}}, Inlines: texts("مشطوب")}, text(" و"), &content.Code{Value: "a<b"}, &content.LineBreak{}, text("سطر."))}
	}},
	{"dress", func() []content.Block {
		dressed := func(attr content.Attr, words ...content.Inline) *content.Span {
			return &content.Span{Attr: attr, Inlines: words}
		}
		of := func(classes ...string) content.Attr { return content.Attr{Classes: classes} }
		short := of("sc", "unit")
		short.Keys = []content.KeyValue{{Key: "abbr", Value: "Organisation"}}
		french := content.Attr{Anchor: "ici", Classes: []string{"mark", "mine"}, Lang: "fr"}
		return []content.Block{
			para(text("H"), dressed(of("sub"), text("2")), text("O و20 م"), dressed(of("sup"), text("2")), text("."),
				dressed(of("ul"), text("تحته "), &content.Strong{Inlines: texts("خط")}), text(" و"), dressed(of("strike", "mark"), text("كلاهما"))),
			para(dressed(short, text("Ocp")), text(" و"), dressed(french, text("ici "), dressed(of("smallcaps"), text("Paris")))),
		}
	}},
	{"paragraph with attributes", func() []content.Block {
		b := &content.Paragraph{Inlines: texts("Bonjour")}
		b.Attr = content.Attr{Anchor: "salut", Classes: []string{"lead", "a\"b"}, Lang: "fr"}
		return []content.Block{b}
	}},
	{"characters that XML forbids", func() []content.Block {
		return []content.Block{line("أ\x00ب\x0bج & <د> ]]> \"ه\" \u0085\ufffe\xff و")}
	}},
	{"headings and sections", func() []content.Block {
		return []content.Block{head(2, "أ"), line("١"), head(4, "ب: قفز درجة"), line("٢"), head(3, "ج"), head(2, "د"), line("٣")}
	}},
	{"heading without words", func() []content.Block { return []content.Block{head(2, " ")} }},
	{"lists", func() []content.Block {
		return []content.Block{
			&content.List{Tight: true, Items: items("أول", "ثان")},
			&content.List{Style: locale.Decimal, Start: 1, Items: items("واحد")},
			&content.List{Style: locale.Decimal, Start: 7, Tight: true, Items: items("سابع", "ثامن")},
			&content.List{Style: locale.Abjad, Start: 2, Tight: true, Items: items("باء")},
			&content.List{Tight: true, Items: []*content.Item{{Task: true, Done: true, Blocks: []content.Block{line("تم")}}, {Task: true, Blocks: []content.Block{line("بقي")}}, {}}},
		}
	}},
	{"list in a list", func() []content.Block {
		return []content.Block{&content.List{Tight: true, Items: []*content.Item{{Blocks: []content.Block{line("أب"), &content.List{Tight: true, Items: items("ابن")}}}}}}
	}},
	{"quote", func() []content.Block {
		return []content.Block{
			&content.Quote{Blocks: []content.Block{line("قول.")}},
			&content.Quote{Blocks: []content.Block{line("قول.")}, Attribution: texts("قائله")},
			&content.Quote{Blocks: []content.Block{line("قول.")}, Attribution: texts("— قائله")},
		}
	}},
	{"verse", func() []content.Block {
		return []content.Block{&content.Verse{Stanzas: [][]content.VerseLine{
			{{Halves: [][]content.Inline{texts("صدر"), texts("عجز")}}, {Halves: [][]content.Inline{texts("سطر حر")}}, {}},
			{{Halves: [][]content.Inline{texts("صدر"), texts("عجز")}}}}, Attribution: texts("شاعر")}}
	}},
	{"verse long and free", func() []content.Block {
		wide := &content.Verse{Stanzas: [][]content.VerseLine{{{Halves: [][]content.Inline{texts(strings.Repeat("صدر ", 12)), texts("عجز")}}}}}
		free := &content.Verse{Stanzas: [][]content.VerseLine{{{Halves: [][]content.Inline{texts("سطر")}}}}}
		free.Classes = []string{"verse", "centred"}
		return []content.Block{wide, free}
	}},
	{"kinds of quotations", func() []content.Block {
		kind := func(class string, by ...content.Inline) *content.Quote {
			q := &content.Quote{Blocks: []content.Block{line("قول.")}, Attribution: by}
			q.Classes = []string{class}
			return q
		}
		return []content.Block{
			kind("quran"), kind("quran", text("[طه: 114]")), kind("epigraph"), kind("epigraph", text("قائله")),
			kind("pull"), kind("pull", text("قائله")), para(&content.Span{Attr: content.Attr{Classes: []string{"quran"}}, Inlines: texts("﴿قول﴾")}),
		}
	}},
	{"boxes", func() []content.Block {
		return []content.Block{div("note", "ملاحظة", line("نص")), div("warning", "تنبيه", line("نص")), div("example", "مثال", line("نص")), div("summary", "خلاصة", line("نص"))}
	}},
	{"table", func() []content.Block {
		return []content.Block{&content.Table{
			Columns: []content.Align{content.AlignStart, content.AlignCenter, content.AlignEnd, content.AlignLeft, content.AlignRight},
			Header:  row("", "وسط", "آخر", "يسار", "يمين"), Rows: []*content.Row{row("١", "٢", "٣", "٤", "٥")}, Caption: texts("جدول"),
		}}
	}},
	{"table with headers of rows", func() []content.Block {
		b := &content.Table{Columns: make([]content.Align, 2), Header: row("", "عدد"), Rows: []*content.Row{row("فاس", "1"), row("", "2")}}
		b.Classes = []string{content.RowHeaders}
		return []content.Block{b}
	}},
	{"table with cells over others", func() []content.Block {
		over := func(r *content.Row, cell int, keys ...content.KeyValue) *content.Row {
			r.Cells[cell].Keys = keys
			return r
		}
		two := func(key string) content.KeyValue { return content.KeyValue{Key: key, Value: "2"} }
		header := over(over(row("بلد", "سكان"), 1, two("colspan")), 0, two("rowspan"))
		return []content.Block{&content.Table{Columns: make([]content.Align, 3), Header: header, Heads: 1, Rows: []*content.Row{
			row("2004", "2014"), over(row("فاس", "1", "2"), 0, two("rowspan")), row("3", "4"),
			over(row("طنجة", "5"), 1, two("colspan"), content.KeyValue{Key: "align", Value: "end"})}}}
	}},
	{"abbreviations", func() []content.Block {
		short := func(s, long string) *content.Span {
			return &content.Span{Attr: content.Attr{Keys: []content.KeyValue{{Key: "abbr", Value: long}}}, Inlines: texts(s)}
		}
		term := short("مج", "مجلد")
		term.Entry = "h"
		return []content.Block{para(short("م", `"ميلادي" <`), text(" و"), term, text(" و"), &content.Link{URL: "#h", Inlines: []content.Inline{short("ص", "صفحة")}}),
			&content.Heading{Level: 2, Place: content.Place{Attr: content.Attr{Anchor: "h"}}, Inlines: texts("أ")}}
	}},
	{"table without header, left to right", func() []content.Block {
		b := &content.Table{Columns: []content.Align{content.AlignLeft, content.AlignRight}, Rows: []*content.Row{row("a", "b", "more")}}
		b.Lang = "en"
		return []content.Block{b}
	}},
	{"figure", func() []content.Block {
		return []content.Block{&content.Figure{Src: "a.png", Alt: "مربع \"رمادي\"", Caption: texts("شكل")}, &content.Figure{Src: "a.png"},
			&content.Figure{Src: "a.png", Alt: "عرض", Place: content.Place{Attr: content.Attr{Keys: []content.KeyValue{{Key: "width", Value: "60%"}}}}}, para(&content.Image{Src: "a.png", Alt: "مربع"}),
			para(&content.Image{Src: "a.png", Alt: "أول"}, &content.Text{Value: " "}, &content.Image{Src: "a.png", Alt: "ثان"})}
	}},
	{"code", func() []content.Block {
		return []content.Block{&content.CodeBlock{Language: "go", Text: "if a < b {\n\t// قول\n}\n"}, &content.CodeBlock{Text: "x\r\n"}}
	}},
	{"code from right to left", func() []content.Block {
		c := &content.CodeBlock{Language: "markdown", Text: "# باب {#x .y}\n[نص](01-a.md) {نص} <b\n"}
		c.Dir = locale.RTL
		return []content.Block{c}
	}},
	{"definitions", func() []content.Block {
		return []content.Block{&content.Definitions{Entries: []*content.Definition{{Term: texts("مصطلح"), Bodies: [][]content.Block{{line("شرح")}, {line("شرح ثان")}}}}}}
	}},
	{"break", func() []content.Block { return []content.Block{&content.Break{}} }},
	{"page-break", func() []content.Block { return []content.Block{&content.PageBreak{}} }},
	{"divisions", func() []content.Block {
		return []content.Block{div("box", "بطاقة", line("نص")), div("box", "", line("بلا عنوان")), div("other", "عنوان", line("نص"))}
	}},
	{"notes", func() []content.Block {
		first := &content.Note{Blocks: []content.Block{line("أول."), line("تتمة.")}}
		inner := &content.Note{Blocks: []content.Block{&content.List{Tight: true, Items: items("بند")}}}
		second := &content.Note{Blocks: []content.Block{para(text("ثان"), &content.NoteRef{Note: inner})}}
		return []content.Block{para(text("نص 2023"), &content.NoteRef{Note: first}, text(" و"), &content.NoteRef{Note: second}, text(" و"), &content.NoteRef{Note: first})}
	}},
	{"links", func() []content.Block {
		note := &content.Note{Blocks: []content.Block{line("هامش.")}}
		span := &content.Span{Inlines: texts("هدف")}
		span.Anchor = "هدف عربي"
		return []content.Block{para(
			&content.Link{URL: "https://example.org/أ ب?س=\"1\"&x=%41%", Title: "عنوان", Inlines: texts("خارج")}, text(" "),
			&content.Link{URL: "#هدف عربي", Inlines: texts("داخل")}, text(" "),
			&content.Link{URL: "#other", Inlines: texts("فصل آخر")}, text(" "),
			&content.Link{URL: "mailto:a@example.org", Inlines: []content.Inline{text("بريد"), &content.NoteRef{Note: note}, &content.Link{URL: "#other", Inlines: texts("رابط في رابط")}}}, text(" "),
			&content.Link{URL: "https://example.org/", Inlines: nil}, text(" "), span,
		)}
	}},
	{"spans", func() []content.Block {
		fr, ltr, bad := &content.Span{Inlines: texts("mot")}, &content.Span{Inlines: texts("A")}, &content.Span{Inlines: texts("x")}
		fr.Lang, ltr.Dir, bad.Lang = "fr", locale.LTR, "not a tag\""
		ltr.Classes = []string{"code"}
		return []content.Block{para(fr, ltr, bad)}
	}},
}

func items(lines ...string) []*content.Item {
	var list []*content.Item
	for _, l := range lines {
		list = append(list, &content.Item{Blocks: []content.Block{line(l)}})
	}
	return list
}

func div(class, title string, bs ...content.Block) *content.Div {
	d := &content.Div{Blocks: bs}
	if title != "" {
		d.Title = texts(title)
	}
	d.Classes = []string{class}
	return d
}

func TestXHTML(t *testing.T) {
	g := openGolden(t, "testdata/xhtml.txtar")
	for _, c := range constructs {
		t.Run(c.name, func(t *testing.T) {
			other := chapter("آخر")
			other.Anchor = "other"
			ch := chapter("عنوان", c.blocks()...)
			doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar", Dir: locale.RTL}, Chapters: []*content.Chapter{ch, other}}
			doc.Assets = map[string]*content.Asset{"a.png": {Data: pixel}}
			number.Document(doc)
			doc.Setup.Digits = locale.DigitsLatn
			page := unzip(t, build(t, doc, Options{}))["EPUB/xhtml/ch0001.xhtml"]
			_, body, _ := strings.Cut(page, "</h1>\n")
			body, _, _ = strings.Cut(body, "</section>\n</body>")
			g.check(t, c.name, []byte(body))
		})
	}
}

func TestPackage(t *testing.T) {
	g := openGolden(t, "testdata/package.txtar")
	parts := unzip(t, build(t, everything(), amiri(t)))
	for _, name := range []string{"EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx", "EPUB/xhtml/cover.xhtml", "EPUB/xhtml/titlepage.xhtml", "EPUB/xhtml/ch0001.xhtml", "EPUB/xhtml/ch0003.xhtml", "EPUB/images/cover.svg"} {
		g.check(t, name, []byte(parts[name]))
	}
}

func TestBareBook(t *testing.T) {
	g := openGolden(t, "testdata/bare.txtar")
	doc := &content.Document{Chapters: []*content.Chapter{chapter("Only", line("Text."))}}
	doc.Meta.Title, doc.Meta.Lang, doc.Meta.Dir = "A book", "en", locale.LTR
	doc.Setup.TitlePage, doc.Setup.Contents = setup.Off, setup.Off
	number.Document(doc)
	parts := unzip(t, build(t, doc, Options{}))
	for _, name := range []string{"EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/xhtml/ch0001.xhtml"} {
		g.check(t, name, []byte(parts[name]))
	}
}

// TestAbreast: pictures side by side are of one height, a shorter last row no higher, and
// none is larger than its pixels; where their shapes are not known all are as wide.
func TestAbreast(t *testing.T) {
	div := &content.Div{Title: []content.Inline{&content.Text{Value: "كلها"}}}
	div.Classes, div.Keys = []string{"abreast"}, []content.KeyValue{{Key: "count", Value: "2"}}
	for _, src := range []string{"a.png", "b.svg", "a.png"} {
		div.Blocks = append(div.Blocks, &content.Figure{Src: src, Alt: "وصف"})
	}
	doc := &content.Document{Meta: content.Meta{Title: "كتاب", Lang: "ar"}, Assets: map[string]*content.Asset{
		"a.png": {Name: "a.png", Media: "image/png", Data: []byte("\x89PNG\r\n\x1a\n")},
		"b.svg": {Name: "b.svg", Media: "image/svg+xml", Data: []byte("<svg xmlns='http://www.w3.org/2000/svg'/>")},
	}, Chapters: []*content.Chapter{{Title: []content.Inline{&content.Text{Value: "فصل"}}, Blocks: []content.Block{div}}}}
	number.Document(doc)
	text := func(opt Options) string {
		var b bytes.Buffer
		if err := Write(&b, doc, opt); err != nil {
			t.Fatal(err)
		}
		return string(unzip(t, b.Bytes())["EPUB/xhtml/ch0001.xhtml"])
	}
	shaped := text(Options{Shape: func(src string) (float64, float64, bool) {
		if src == "b.svg" {
			return 40, 20, true
		}
		return 300, 200, false
	}})
	for _, want := range []string{`<div class="row" style="max-width: 700px">`, `<figure style="flex-grow: 1.5">`, `<figure style="flex-grow: 2">`,
		`<div class="row" style="width: 42.857%; max-width: 300px">`, `<span class="label">شكل 1:</span> كلها`} {
		if !strings.Contains(strings.ReplaceAll(shaped, "\u00a0", " "), want) {
			t.Errorf("%s is not in\n%s", want, shaped)
		}
	}
	if bare := text(Options{}); strings.Contains(bare, "style=") || strings.Count(bare, `class="row"`) != 2 {
		t.Errorf("without shapes:\n%s", bare)
	}
}
