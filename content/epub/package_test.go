package epub

import (
	"regexp"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/locale"
)

func TestIdentity(t *testing.T) {
	cover := pixel
	id := func(change func(m *content.Document)) string {
		doc := everything()
		change(doc)
		opf := unzip(t, build(t, doc, Options{Cover: cover}))["EPUB/package.opf"]
		m := regexp.MustCompile(`<dc:identifier id="pub-id">([^<]*)<`).FindStringSubmatch(opf)
		return m[1]
	}
	same := id(func(*content.Document) {})
	if !regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(same) {
		t.Errorf("%s is no UUID version 5", same)
	}
	if same != id(func(*content.Document) {}) {
		t.Error("the identifier changes by itself")
	}
	if same == id(func(d *content.Document) { d.Chapters[0].Blocks = append(d.Chapters[0].Blocks, line("زيادة")) }) {
		t.Error("another text has the same identifier")
	}
	own := func(d *content.Document) { d.Meta.Cover = "figs/a.png" }
	if same == id(own) {
		t.Error("another cover of the author's has the same identifier")
	}
	cover = []byte("\x89PNG\r\n\x1a\nanother")
	bold := design.Plain()
	bold.Section.Bold = !bold.Section.Bold
	if same != id(func(d *content.Document) { d.Setup.Theme = bold }) {
		t.Error("the identifier changes with the theme and the cover it draws")
	}
	if got := id(func(d *content.Document) { d.Meta.ISBN = "978-9954-1-2345-6" }); got != "urn:isbn:9789954123456" {
		t.Error(got)
	}
	if got := id(func(d *content.Document) { d.Meta.Identifier, d.Meta.ISBN = "urn:x:1", "9789954123456" }); got != "urn:x:1" {
		t.Error(got)
	}
}

func TestAccess(t *testing.T) {
	opf := func(bs ...content.Block) string {
		doc := book(chapter("أول", bs...))
		doc.Assets = map[string]*content.Asset{"a.png": {Data: pixel}, "a.gif": {Data: []byte("GIF89a...")}}
		return unzip(t, build(t, doc, Options{}))["EPUB/package.opf"]
	}
	for _, c := range []struct {
		opf        string
		has, hasnt string
	}{
		{opf(line("نص")), `Hazard">none<`, `>visual<`},
		{opf(line("نص")), `ModeSufficient">textual<`, `alternativeText`},
		{opf(&content.Figure{Src: "a.png", Alt: "مربع"}), `alternativeText`, `>index<`},
		{opf(&content.Figure{Src: "a.png", Alt: "مربع"}), `ModeSufficient">textual<`, `conformsTo" id`},
		{opf(&content.Figure{Src: "a.png", Alt: "مربع"}), `>visual<`, `Hazard">unknown<`},
		{opf(&content.Figure{Src: "a.png"}), `ModeSufficient">textual,visual<`, `ModeSufficient">textual<`},
		{opf(&content.Figure{Src: "a.png"}), `>visual<`, `alternativeText`},
		{opf(&content.Figure{Src: "a.gif", Alt: "حركة"}), `Hazard">unknown<`, `Hazard">none<`},
	} {
		if !strings.Contains(c.opf, c.has) || strings.Contains(c.opf, c.hasnt) {
			t.Errorf("want %s and not %s in\n%s", c.has, c.hasnt, c.opf)
		}
	}
}

func TestGivenCover(t *testing.T) {
	doc := everything()
	doc.Meta.Cover, doc.Meta.CoverAlt = "figs/a.png", "صورة الغلاف"
	parts := unzip(t, build(t, doc, Options{}))
	if parts["EPUB/images/cover.png"] != string(pixel) {
		t.Error("the author's cover is not in the book")
	}
	if !strings.Contains(parts["EPUB/xhtml/cover.xhtml"], `src="../images/cover.png" role="doc-cover" alt="صورة الغلاف"`) {
		t.Error(parts["EPUB/xhtml/cover.xhtml"])
	}
}

// TestDrawnCover: the picture drawn of a book is its cover, and its alternative
// text says what stands on it; an author's own goes before it.
func TestDrawnCover(t *testing.T) {
	doc := book(chapter("فصل", line("نص.")))
	doc.Meta.Subtitle, doc.Meta.Publisher = "فروع", "دار"
	parts := unzip(t, build(t, doc, Options{Cover: pixel}))
	if parts["EPUB/images/cover.png"] != string(pixel) || !strings.Contains(parts["EPUB/package.opf"],
		`<item id="cover-image" href="images/cover.png" media-type="image/png" properties="cover-image"/>`) {
		t.Error("the drawn cover is not in the book")
	}
	if !strings.Contains(parts["EPUB/xhtml/cover.xhtml"], `alt="غلاف الكتاب: كتاب التجربة، فروع، مؤلف الكتاب، دار"`) {
		t.Error(parts["EPUB/xhtml/cover.xhtml"])
	}
	doc.Meta.Lang, doc.Meta.Authors = "he", []string{"א", "ב"}
	parts = unzip(t, build(t, doc, Options{Cover: pixel}))
	if !strings.Contains(parts["EPUB/xhtml/cover.xhtml"], "א, ב, دار") {
		t.Errorf("not the comma of the language:\n%s", parts["EPUB/xhtml/cover.xhtml"])
	}
	doc = everything()
	doc.Meta.Cover = "figs/a.png"
	parts = unzip(t, build(t, doc, Options{Cover: []byte("\xff\xd8\xffx")}))
	if parts["EPUB/images/cover.png"] != string(pixel) || parts["EPUB/images/cover.jpg"] != "" {
		t.Error("the author's cover does not go before a drawn one")
	}
}

func TestDigits(t *testing.T) {
	doc := everything()
	doc.Setup.Digits = locale.DigitsArab
	parts := unzip(t, build(t, doc, Options{}))
	if !strings.Contains(parts["EPUB/xhtml/ch0002.xhtml"], `dir="ltr">٢</a>`) || !strings.Contains(parts["EPUB/css/book.css"], "arabic-indic") {
		t.Error("numbers of notes or lists are not in the book's digits")
	}
}
