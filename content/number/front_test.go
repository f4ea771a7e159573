package number_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/dump"
)

// TestFront: title page and imprint say what there is to say, in the digits of the
// book; the contents list parts, chapters and their sections behind the dedication.
func TestFront(t *testing.T) {
	const front = "---\ntitle: كتاب\nlanguage: ar\ndigits: arab\nauthors: [أول, ثان]\ndate: 2026-11-30\nrights: حق\nisbn: 978-3-16-148410-0\nnotes: end\n---\n"
	files := fstest.MapFS{"book.md": {Data: []byte(front + outlined)}}
	doc, _, err := book.Read(files, "book.md", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	_ = dump.Document(&b, &content.Document{Front: doc.Front, Chapters: doc.Chapters[:1]})
	_, got, _ := strings.Cut(b.String(), "\n")
	const want = `26 title-page
  27 title "كتاب"
  28 authors "أول" "ثان"
  29 date "٢٠٢٦"
30 imprint
  31 rights "حق"
  32 isbn "978-3-16-148410-0"
1 dedication book.md:11 {#ch-1 .dedication} "إهداء"
  2 paragraph book.md:13 "نص"
33 contents "المحتويات"
  34 entry book.md:15 apart "القسم الأول" 3#ch-2
  35 entry book.md:17 under "داخل القسم" 4#h-1
  36 entry book.md:21 "باب" 6#ch-3
  37 entry book.md:23 under "فصل" 7#h-2
  38 entry book.md:28 under span{lang=fr dir=ltr}("Une section") 10#h-4
  39 entry book.md:45 apart "ملحق" 19#ch-4
  40 entry "هوامش" 21#ch-5
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
