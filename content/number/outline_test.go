package number_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
)

// frontOf are the IDs of what stands before the chapters.
func frontOf(doc *content.Document) map[content.ID]bool {
	ids := map[content.ID]bool{}
	content.Walk(&content.Document{Front: doc.Front}, func(_ any, place *content.Place) { ids[place.ID] = true })
	return ids
}

const outlined = `# إهداء {.dedication}

نص

# القسم الأول {.part}

## داخل القسم

نص

# باب

## فصل

#### قفز

::: {lang=fr}
## Une section
:::

::: note
## في صندوق
:::

> ## في اقتباس

- ## في قائمة

نص[^1]

[^1]: حاشية

    ## في حاشية

# ملحق {.appendix}

نص
`

// TestOutline: chapters stand under their part, sections under what they divide, and
// the headings of boxes, quotations, lists and notes divide no chapter.
func TestOutline(t *testing.T) {
	files := fstest.MapFS{"book.md": {Data: []byte("---\ntitle: كتاب\nlanguage: ar\nnumbering: sections\n---\n" + outlined)}}
	doc, _, err := book.Read(files, "book.md", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var write func(list []*content.Outline, depth int)
	write = func(list []*content.Outline, depth int) {
		for _, o := range list {
			fmt.Fprintf(&b, "%s%d %s %s\n", strings.Repeat("  ", depth), o.Level, o.Tongue.Lang, content.PlainText(o.Title))
			write(o.Under, depth+1)
		}
	}
	write(content.OutlineOf(doc), 0)
	const want = `1 ar إهداء
0 ar القسم 1: القسم الأول
  2 ar داخل القسم
  1 ar الفصل 1: باب
    2 ar 1.1 فصل
      3 ar 1.1.1 قفز
    2 fr 1.2 Une section
1 ar ملحق أ: ملحق
`
	got := strings.ReplaceAll(b.String(), "\u00a0", " ")
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
