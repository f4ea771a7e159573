package epub

import (
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
)

// paged is a book of a paragraph in which pages begin.
func paged(pages ...content.PageStart) (*content.Document, Options) {
	p := &content.Paragraph{Inlines: []content.Inline{
		&content.Text{Value: "أول الكلام، "}, &content.Link{URL: "https://example.org/", Inlines: []content.Inline{&content.Text{Value: "وفيه رابط"}}},
		&content.Text{Value: " ثم آخره."}}}
	doc := &content.Document{Meta: content.Meta{Title: "كتاب", Authors: []string{"كاتب"}, Lang: "ar", Dir: locale.RTL},
		Chapters: []*content.Chapter{{Title: []content.Inline{&content.Text{Value: "باب"}}, Blocks: []content.Block{p}}}}
	number.Document(doc)
	for i := range pages {
		pages[i].Number, pages[i].Value = i+1, i+1
	}
	return doc, Options{Pages: pages}
}

// TestPageList looks at each place where a book with a page list tells of it.
func TestPageList(t *testing.T) {
	doc, opt := paged(
		content.PageStart{Folio: "أ", Front: true, ID: 4}, // the title page; its title
		content.PageStart{Folio: "١", ID: 1},
		content.PageStart{Folio: "", ID: 2}, // has no name
		content.PageStart{Folio: "٣", ID: 2, Letters: 10},
		content.PageStart{Folio: "<&", ID: 2, Letters: 20},
		content.PageStart{Folio: "٥", ID: 2, Letters: 1000})
	parts := unzip(t, build(t, doc, opt))
	mark := func(tag, n, folio string) string {
		return "<" + tag + ` epub:type="pagebreak" role="doc-pagebreak" id="page-` + n + `" aria-label="` + folio + `"></` + tag + ">"
	}
	for name, holds := range map[string][]string{
		"EPUB/xhtml/titlepage.xhtml": {mark("div", "1", "أ") + "\n<h1>"},
		"EPUB/xhtml/ch0001.xhtml": {
			mark("div", "2", "١") + "\n<h1>",
			"أول الكلام، " + mark("span", "4", "٣") + "<a ", // before the link, not in it
			"</a> ثم " + mark("span", "5", "&lt;&amp;") + "آخره.",
			"آخره." + mark("span", "6", "٥") + "</p>"}, // beyond the end: not lost
		"EPUB/nav.xhtml": {`<nav epub:type="page-list" role="doc-pagelist" hidden="hidden"`, `<li><a href="xhtml/titlepage.xhtml#page-1">أ</a></li>`,
			`<li><a href="xhtml/ch0001.xhtml#page-5">&lt;&amp;</a></li>`},
		"EPUB/toc.ncx": {`<meta name="dtb:totalPageCount" content="5"/>`, `<meta name="dtb:maxPageNumber" content="6"/>`,
			`<pageTarget id="pt-1" type="front" value="1"`, `<pageTarget id="pt-2" type="normal" value="2"`},
		"EPUB/package.opf": {`<meta property="pageBreakSource">كتاب، كاتب (PDF)</meta>`, ">pageBreakMarkers<", ">pageNavigation<"},
	} {
		for _, want := range holds {
			if !strings.Contains(parts[name], want) {
				t.Errorf("%s does not hold\n%s\nbut\n%s", name, want, parts[name])
			}
		}
	}
	if strings.Contains(parts["EPUB/nav.xhtml"], "page-3") {
		t.Error("a page without a folio is listed")
	}
	plain := unzip(t, build(t, doc, Options{}))
	for _, name := range []string{"EPUB/nav.xhtml", "EPUB/package.opf", "EPUB/toc.ncx"} {
		if strings.Contains(plain[name], "page-list") || strings.Contains(plain[name], "pageBreak") || strings.Contains(plain[name], "pageList") {
			t.Errorf("%s tells of pages that there are not", name)
		}
	}
	if id := between(parts["EPUB/package.opf"], "urn:uuid:", "<"); id != between(plain["EPUB/package.opf"], "urn:uuid:", "<") {
		t.Error("the book has another identifier with its pages")
	}
}

// TestPageBreakSource names the printed edition by its ISBN where there is one.
func TestPageBreakSource(t *testing.T) {
	doc, opt := paged(content.PageStart{Folio: "١", ID: 1})
	doc.Meta.ISBN = "978-3-16-148410-0"
	if opf := unzip(t, build(t, doc, opt))["EPUB/package.opf"]; !strings.Contains(opf, `<meta property="pageBreakSource">urn:isbn:9783161484100</meta>`) {
		t.Error(opf)
	}
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}
