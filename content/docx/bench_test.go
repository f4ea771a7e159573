package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"warraq/content/docx"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// BenchmarkRead reads a document of 200 pages as Word writes them, a word of each line
// in a run of its own, and writes its manuscript.
func BenchmarkRead(b *testing.B) {
	var body strings.Builder
	for i := range 1000 {
		if i%50 == 0 {
			fmt.Fprintf(&body, `<w:p><w:pPr><w:outlineLvl w:val="0"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>الباب %d</w:t></w:r></w:p>`, i)
		}
		body.WriteString(`<w:p w:rsidR="00A77427"><w:pPr><w:bidi/><w:jc w:val="both"/></w:pPr>`)
		for range 12 {
			body.WriteString(`<w:r w:rsidR="00A77427"><w:rPr><w:rFonts w:ascii="Amiri" w:cs="Amiri"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:rtl/><w:lang w:bidi="ar-MA"/></w:rPr><w:t xml:space="preserve">يقرأ القارئ في الكتاب سطرا بعد سطر </w:t></w:r>`)
		}
		body.WriteString("</w:p>")
	}
	data := document(map[string]string{"document": body.String()})
	b.SetBytes(int64(body.Len()))
	for b.Loop() {
		text, err := docx.Read("f.docx", data, docx.Options{})
		if err != nil {
			b.Fatal(err)
		}
		var notes scribe.Notes
		for _, c := range intake.Bind([]*intake.Text{text}, []string{"f"}, "", intake.Options{}).Chapters {
			scribe.Chapter(c, &notes)
		}
	}
}
