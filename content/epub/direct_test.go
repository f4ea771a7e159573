package epub

import (
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
)

// paragraphOf is the markup of a paragraph of ins.
func paragraphOf(t *testing.T, change func(*content.Document), ins ...content.Inline) string {
	t.Helper()
	doc := book(chapter("أول", &content.Paragraph{Inlines: ins}))
	if change != nil {
		change(doc)
	}
	page := unzip(t, build(t, doc, Options{}))["EPUB/xhtml/ch0001.xhtml"]
	_, page, _ = strings.Cut(strings.Replace(page, `<p class="turned">`, "<p>", 1), "<p>")
	page, _, _ = strings.Cut(page, "</p>")
	return page
}

// TestDirected: what the PDF keeps from reading backwards is isolated; what
// needs nothing has nothing.
func TestDirected(t *testing.T) {
	link := func(url, s string) *content.Link { return &content.Link{URL: url, Inlines: []content.Inline{text(s)}} }
	span := func(dir locale.Direction, s string) *content.Span {
		return &content.Span{Attr: content.Attr{Dir: dir}, Inlines: []content.Inline{text(s)}}
	}
	for _, c := range []struct {
		want string
		ins  []content.Inline
	}{
		{`هاتف <bdi dir="ltr" class="number groups">+212 5 00 00 00 00</bdi>.`, []content.Inline{text("هاتف +212 5 00 00 00 00.")}},
		{`<bdo dir="ltr" class="number groups">٠٥ ٢٢ ٣٣ ٤٤ ٥٥</bdo> هاتف`, []content.Inline{text("٠٥ ٢٢ ٣٣ ٤٤ ٥٥ هاتف")}},
		{`سنة 10<bdi>-</bdi>20 و10–20 و٥-٦`, []content.Inline{text("سنة 10-20 و10–20 و٥-٦")}},
		{`عام 24/11/2026، 5 & 6`, []content.Inline{text("عام 24/11/2026، 5 & 6")}},
		{`نص ISBN <span class="number">978-9954-0-1234-5</span> نص`, []content.Inline{text("نص ISBN 978-9954-0-1234-5 نص")}},
		{`في <bdi dir="ltr">https://example.org/<bdi dir="ltr">كتب</bdi>/a</bdi> نص`, []content.Inline{text("في https://example.org/كتب/a نص")}},
		{`هاتف <strong><bdi dir="ltr" class="number groups">+212 5 00 00 00 00</bdi></strong> نص`,
			[]content.Inline{text("هاتف "), &content.Strong{Inlines: []content.Inline{text("+212 5 00 00 00 00")}}, text(" نص")}},
		{"هاتف <strong>\u2066<span class=\"number\">+212\u2060</span></strong><span class=\"number\"> 5 00 00 00 00\u2069</span>", // no element can begin in one and end in another
			[]content.Inline{text("هاتف "), &content.Strong{Inlines: []content.Inline{text("+212")}}, text(" 5 00 00 00 00")}},
		{`لغة <bdi dir="ltr">C++</bdi> و<bdi dir="ltr">.NET</bdi>`, []content.Inline{text("لغة C++ و.NET")}},
		{`كتاب “<bdi dir="ltr">What is Ink?</bdi>” هنا`, []content.Inline{text("كتاب “What is Ink?” هنا")}},
		{"كتاب «<em>\u2066What</em> is Ink?\u2069» هنا", []content.Inline{text("كتاب «"), &content.Emphasis{Inlines: []content.Inline{text("What")}}, text(" is Ink?» هنا")}},
		{"من Git،\u200F Docker كل", []content.Inline{text("من Git، Docker كل")}},
		{"هنا و\u2060<bdi dir=\"ltr\" class=\"number groups\">(800) 955-2292</bdi>", []content.Inline{text("هنا و(800) 955-2292")}},
		{`نص <strong>5<bdi>-</bdi>6</strong>`, []content.Inline{text("نص "), &content.Strong{Inlines: []content.Inline{text("5-6")}}}},
		{`<span dir="ltr">Call <span class="number groups">05 22 33 44 55</span></span> نص`, []content.Inline{span(locale.LTR, "Call 05 22 33 44 55"), text(" نص")}},
		{"حساب IBAN \u200e<span class=\"number groups\">MA64 0123 4567 8901 2345 6789 01</span>\u200e هنا", []content.Inline{text("حساب IBAN MA64 0123 4567 8901 2345 6789 01 هنا")}},
		{`<span dir="rtl">نص <bdi dir="ltr" class="number groups">05 22 33 44 55</bdi></span>`, []content.Inline{span(locale.RTL, "نص 05 22 33 44 55")}},
		{`<a href="https://example.org/a/" dir="ltr">https://example.org/a/</a>`, []content.Inline{link("https://example.org/a/", "https://example.org/a/")}},
		{`<a href="https://example.org/a/">هنا</a>`, []content.Inline{link("https://example.org/a/", "هنا")}},
	} {
		want := strings.ReplaceAll(c.want, "&", "&amp;")
		if got := paragraphOf(t, nil, c.ins...); got != want {
			t.Errorf("got  %+q\nwant %+q", got, want)
		}
	}
}

// TestNotIsolated: numbers: plain leaves the text to the reader's UAX #9.
func TestNotIsolated(t *testing.T) {
	plain := func(d *content.Document) { d.Setup.Numbers = setup.NumbersPlain }
	if got := paragraphOf(t, plain, text("هاتف +212 5 00 00 00 00")); strings.Contains(got, "<bd") {
		t.Error(got)
	}
}

// TestDirectedTitles: a title is directed where it is repeated, too.
func TestDirectedTitles(t *testing.T) {
	doc := book(chapter("أعوام 10-20", line("نص")))
	parts := unzip(t, build(t, doc, Options{}))
	for _, name := range []string{"EPUB/nav.xhtml", "EPUB/xhtml/ch0001.xhtml"} {
		if !strings.Contains(parts[name], "أعوام 10<bdi>-</bdi>20") {
			t.Errorf("%s: %s", name, parts[name])
		}
	}
	if !strings.Contains(parts["EPUB/toc.ncx"], "<text>أعوام 10-20</text>") {
		t.Error(parts["EPUB/toc.ncx"])
	}
}

// TestForeignTitles: a title says its language in the contents as in its place.
func TestForeignTitles(t *testing.T) {
	french := content.Attr{Lang: "fr"}
	ch := chapter("Un livre", head(2, "Sa suite"))
	ch.Attr.Lang = french.Lang
	own := chapter("باب", &content.Heading{Level: 2, Inlines: texts("Une note"), Place: content.Place{Attr: french}}, head(2, "تابع"))
	nav := unzip(t, build(t, book(ch, own), Options{}))["EPUB/nav.xhtml"]
	for _, want := range []string{
		`ch0001.xhtml" lang="fr" xml:lang="fr" dir="ltr">Un livre</a>`,
		`ch0001.xhtml#h-1" lang="fr" xml:lang="fr" dir="ltr">Sa suite</a>`,
		`ch0002.xhtml">باب</a>`,
		`ch0002.xhtml#h-2" lang="fr" xml:lang="fr" dir="ltr">Une note</a>`,
		`ch0002.xhtml#h-3">تابع</a>`,
	} {
		if !strings.Contains(nav, want) {
			t.Errorf("no %s in %s", want, nav)
		}
	}
}
