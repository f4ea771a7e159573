package epub

import (
	"regexp"
	"strings"
	"testing"

	"warraq/content"
)

// metadata is the metadata of a book whose Meta was changed.
func metadata(t *testing.T, change func(m *content.Meta)) string {
	t.Helper()
	doc := book(chapter("أول", line("نص")))
	change(&doc.Meta)
	opf := unzip(t, build(t, doc, Options{}))["EPUB/package.opf"]
	_, opf, _ = strings.Cut(opf, "<metadata")
	opf, _, _ = strings.Cut(opf, "</metadata>")
	return opf
}

func TestPeople(t *testing.T) {
	got := metadata(t, func(m *content.Meta) {
		m.Authors = []string{"ابن فلان", " ", "Jane B. Roe Jr."}
		m.Sorts = map[string]string{"ابن فلان": "فلان، ابن", "مترجمة": "مترجمة، فلانة"}
		m.Contributors = []content.Contributor{{Name: "مترجمة", Role: "translator"}, {Name: "معين"}, {Name: ""}}
	})
	for _, want := range []string{
		`<dc:creator id="creator1">ابن فلان</dc:creator>` + "\n" +
			`<meta refines="#creator1" property="role" scheme="marc:relators">aut</meta>` + "\n" +
			`<meta refines="#creator1" property="file-as">فلان، ابن</meta>` + "\n" +
			`<meta refines="#creator1" property="display-seq">1</meta>`,
		`<dc:creator id="creator2" dir="ltr">Jane B. Roe Jr.</dc:creator>`,
		`<meta refines="#creator2" property="display-seq">2</meta>`,
		`<dc:contributor id="contributor1">مترجمة</dc:contributor>` + "\n" +
			`<meta refines="#contributor1" property="role" scheme="marc:relators">trl</meta>` + "\n" +
			`<meta refines="#contributor1" property="file-as">مترجمة، فلانة</meta>`,
		`<dc:contributor id="contributor2">معين</dc:contributor>` + "\n" +
			`<meta refines="#contributor2" property="role" scheme="marc:relators">ctb</meta>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if n := strings.Count(got, "<dc:creator") + strings.Count(got, "<dc:contributor"); n != 4 {
		t.Errorf("%d people in %s", n, got)
	}
}

func TestSeries(t *testing.T) {
	got := metadata(t, func(m *content.Meta) { m.Series = content.Series{Name: "سلسلة", Number: "3.2"} })
	want := `<meta property="belongs-to-collection" id="series">سلسلة</meta>
<meta refines="#series" property="collection-type">series</meta>
<meta refines="#series" property="group-position">3.2</meta>`
	if !strings.Contains(got, want) {
		t.Error(got)
	}
	if got := metadata(t, func(m *content.Meta) { m.Series.Number = "3" }); strings.Contains(got, "collection") {
		t.Error(got)
	}
}

// TestISBN: which identifier is an ISBN, and of how many digits.
func TestISBN(t *testing.T) {
	for _, c := range []struct{ identifier, isbn, want string }{
		{"", "978-9954-1-2345-6", "pub-id 15"},
		{"", "0-306-40615-2", "pub-id 02"},
		{"urn:x:1", "978-9954-1-2345-6", "isbn 15"},
		{"URN:ISBN:978-9954-1-2345-6", "", "pub-id 15"},
		{"https://example.org/9789954123456", "", ""},
		{"urn:isbn:1", "", ""},
	} {
		opf := metadata(t, func(m *content.Meta) { m.Identifier, m.ISBN = c.identifier, c.isbn })
		got := ""
		for _, m := range regexp.MustCompile(`refines="#([^"]*)" property="identifier-type" scheme="onix:codelist5">([^<]*)<`).FindAllStringSubmatch(opf, -1) {
			got += m[1] + " " + m[2]
		}
		if got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// TestClaim: a claim of accessibility is an evaluator's or is not there.
func TestClaim(t *testing.T) {
	whole := content.AccessClaim{ConformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", CertifiedBy: "لجنة",
		Credential: "https://example.org/ا", Report: "https://example.org/r"}
	got := metadata(t, func(m *content.Meta) { m.Access = whole })
	want := `<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
<meta refines="#conformance" property="a11y:certifiedBy" id="certifier">لجنة</meta>
<link refines="#certifier" rel="a11y:certifierCredential" href="https://example.org/%D8%A7"/>
<link refines="#certifier" rel="a11y:certifierReport" href="https://example.org/r"/>`
	if !strings.Contains(got, want) {
		t.Error(got)
	}
	if got := metadata(t, func(m *content.Meta) { m.Access = whole; m.Access.Credential = "خبير" }); !strings.Contains(got, `property="a11y:certifierCredential">خبير<`) {
		t.Error(got)
	}
	for _, c := range []content.AccessClaim{{}, {ConformsTo: whole.ConformsTo}, {CertifiedBy: "لجنة", Report: whole.Report}} {
		if got := metadata(t, func(m *content.Meta) { m.Access = c }); strings.Contains(got, "a11y:") || strings.Contains(got, "EPUB Accessibility") {
			t.Errorf("%+v claims something: %s", c, got)
		}
	}
}

// TestSpecifiedFonts: what Apple Books asks for is there with the fonts.
func TestSpecifiedFonts(t *testing.T) {
	doc := book(chapter("أول", line("نص")))
	for _, fonts := range [][]Font{nil, {{Name: "Face", Data: []byte("\x00\x01\x00\x00....")}}} {
		opf := unzip(t, build(t, doc, Options{Fonts: fonts}))["EPUB/package.opf"]
		if got := strings.Count(opf, "ibooks:"); got != 2*len(fonts) {
			t.Errorf("%d fonts: %s", len(fonts), opf)
		}
	}
}
