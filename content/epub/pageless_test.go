package epub

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	read "warraq/content/book"
)

var tag = regexp.MustCompile(`<[^>]*>`)

// TestPageless: a reference to a page names the thing, and the words around it do
// not speak of a page.
func TestPageless(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"ar", "انظر الصفحة {page: t}.", "انظر الجدول 1."},
		{"ar", "يرد في الصفحة {page: t}، وهو", "يرد في الجدول 1، وهو"},
		{"ar", "يرد على الصفحة {page: t}.", "يرد في الجدول 1."},
		{"ar", "يرد بالصفحة {page: t}.", "يرد بالجدول 1."},
		{"ar", "هذا (ص {page: t})، وذاك (صفحة {page: c}).", "هذا (الجدول 1)، وذاك («الباب»)."},
		{"ar", "هذا (ص. {page: t}) وهذا (ص{page: t}).", "هذا (الجدول 1) وهذا (الجدول 1)."},
		{"ar", "الصفحات {page: t} و{page: c}.", "الجدول 1 و«الباب»."},
		{"ar", "يُنظر {ref: t} (في الصفحة {page: t})، وهو", "يُنظر الجدول 1، وهو"},
		{"ar", "يُنظر {ref: t}، ص {page: t}.", "يُنظر الجدول 1."},
		{"ar", "يُنظر {ref: c} ({page: c}).", "يُنظر «الباب»."},
		{"ar", "وهو {ref: c} (انظر: {page: c})، ثم", "وهو «الباب»، ثم"},
		{"ar", "وهو {ref: c} (انظر ص {page: c})، ثم", "وهو «الباب»، ثم"},
		{"en", "in {ref: t} (see page {page: t}), and", "in Table 1, and"},
		{"ar", "يُنظر {ref: c} (ص {page: t}).", "يُنظر «الباب» (الجدول 1)."},
		{"ar", "يُنظر {ref: t} (ص {page: t} وما بعدها).", "يُنظر الجدول 1 (الجدول 1 وما بعدها)."},
		{"ar", "**في الصفحة {page: t}**", "في الجدول 1"},
		{"ar", "خصّ {page: t}", "خصّ الجدول 1"},
		{"ar", "مرّ {page: t} وعلى {page: t}", "مرّ الجدول 1 وعلى الجدول 1"},
		{"ar", "{page: t} و{page: t}", "الجدول 1 والجدول 1"},
		{"en", "See page {page: t}.", "See Table 1."},
		{"en", "It is on page {page: t} and on p. {page: c}.", "It is in Table 1 and in “الباب”."},
		{"en", "On page {page: t} it says", "In Table 1 it says"},
		{"en", "See {ref: t} (on page {page: t}), and", "See Table 1, and"},
		{"en", "See {ref: t} on page {page: t}.", "See Table 1."},
		{"en", "a homepage {page: t}", "a homepage Table 1"},
		{"fr", "voir à la page {page: t} (p. {page: c})", "voir dans Tableau 1 (« الباب »)"},
		{"de", "siehe S. {page: t} und auf Seite {page: c}", "siehe Tabelle 1 und in „الباب“"},
		{"ja", "See page {page: t}.", "See page Table 1."},
	} {
		got := said(t, c.lang, c.text)
		if got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.lang, c.text, got, c.want)
		}
	}
}

// said is the first paragraph of a book as an EPUB has it.
func said(t *testing.T, lang, text string) string {
	t.Helper()
	source := fmt.Sprintf("---\ntitle: ك\nlanguage: %s\n---\n# الباب {#c}\n\n%s\n\n{#t}\n| أ |\n|---|\n| ب |\n\n: ج\n", lang, text)
	doc, _, err := read.Read(fstest.MapFS{"a.md": {Data: []byte(source)}}, "a.md", read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	parts := unzip(t, build(t, doc, Options{}))
	_, body, _ := strings.Cut(parts["EPUB/xhtml/ch0001.xhtml"], "<p>")
	body, _, _ = strings.Cut(body, "</p>")
	return strings.NewReplacer("\u00a0", " ", "\u200e", "", "\u200f", "", "\u2066", "", "\u2067", "", "\u2069", "").Replace(tag.ReplaceAllString(body, ""))
}

// TestPagelessBreaks: what is left out counts, so that pages begin at their words.
func TestPagelessBreaks(t *testing.T) {
	const text = "---\ntitle: ك\nlanguage: ar\n---\n# ب {#c}\n\nقبل {ref: c} (في الصفحة {page: c})، ثم صفحة {page: c} بعد ذلك.\n"
	doc, _, err := read.Read(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md", read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := doc.Chapters[0].Blocks[0].(*content.Paragraph)
	// قبل, a reference, (في الصفحة, a reference, )،, ثم, صفحة, a reference, بعد
	before := 3 + 1 + 1 + 2 + 6 + 1 + 2 + 2 + 4 + 1 + 3
	parts := unzip(t, build(t, doc, Options{Pages: []content.PageStart{{Number: 2, Folio: "2", Value: 2, ID: p.ID, Letters: before}}}))
	if chapter := parts["EPUB/xhtml/ch0001.xhtml"]; !regexp.MustCompile(`بعد <span epub:type="pagebreak"[^>]*></span>ذلك`).MatchString(chapter) {
		t.Errorf("page 2 does not begin at its word:\n%s", chapter)
	}
}
