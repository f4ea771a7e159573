package epub

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	manuscript "warraq/content/book"
)

// TestBackCover: a picture of the back is the last page, behind the contents where these
// are; every fifth line of a poem that asks for it has its number, which is not read aloud;
// and a chart has its data below it.
func TestBackCover(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>`
	doc, _, err := manuscript.Read(fstest.MapFS{
		"book.yaml": {Data: []byte("title: عنوان\nlanguage: ar-EG\ncover: {back: back.svg, back-text: عن الكتاب}\n")},
		"back.svg":  {Data: []byte(svg)},
		"a.md": {Data: []byte("# أول\n\n::: {.verse .numbered}\n" + strings.Repeat("صدر / عجز\n", 6) + ":::\n\n" +
			"{chart=bar}\n\n| س | ع |\n|--|--|\n| أ | 1 |\n")},
	}, ".", manuscript.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := Write(&file, doc, Options{}); err != nil {
		t.Fatal(err)
	}
	parts := unzip(t, file.Bytes())
	spine := parts["EPUB/package.opf"]
	nav, back := strings.Index(spine, `<itemref idref="nav"`), strings.Index(spine, `<itemref idref="backcover"`)
	if back < 0 || nav > back || strings.LastIndex(spine, "<itemref") != back {
		t.Errorf("the back is not last:\n%s", spine)
	}
	if page := parts["EPUB/xhtml/backcover.xhtml"]; !strings.Contains(page, `alt="عن الكتاب"`) {
		t.Errorf("the back:\n%s", page)
	}
	text := parts["EPUB/xhtml/ch0001.xhtml"]
	if strings.Count(text, `<span class="line-number" aria-hidden="true">٥</span>`) != 1 || strings.Count(text, "line-number") != 1 {
		t.Errorf("the numbers of lines:\n%s", text)
	}
	for _, want := range []string{`alt="مخطط أعمدة. أ: ١."`, `<details class="data"><summary>البيانات</summary>`, `<th scope="col">ع</th>`, `<th scope="row">أ</th><td>1</td>`} {
		if !strings.Contains(text, want) {
			t.Errorf("the chart has no %s:\n%s", want, text)
		}
	}
}
