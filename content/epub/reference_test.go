package epub

import (
	"strings"
	"testing"
	"testing/fstest"

	read "warraq/content/book"
)

// pointing is a book in which everything points elsewhere.
const pointing = `---
title: كتاب
language: ar-MA
---
# الأول

انظر {ref: map} و{page: map} و{title: map} و{ref: qism} و{page: other} و{ref: counts} و{ref: ^a}، و[موضع]{#spot} و{ref: spot}[^a].

[الكتاب]{.index} و[ورق]{.index key="مواد!الورق"} و[حبر]{.index key="مواد!الحبر"}[]{.index key="Unicode"} و[القرطاس]{.index see="مواد!الورق"}، و[الخطّ]{.term}، و[رابط إلى {ref: map}](#other).

![خريطة](a.png "خريطة الطريق"){#map}

{#counts}
| أ |
|---|
| ب |

: أعداد

[^a]: حاشية فيها [كتاب]{.index} و[الكتاب]{.index}.

## قسم {#qism}

[الكتاب]{.index} و[الكتاب]{.index} و[مواد]{.index} و[مواد]{.index see="الكتاب"} و[هجاء]{.index}.

# الثاني {#other}

{lang=fr}
![Carte](a.png "Une carte")

# المسرد {.glossary}

خط
: صورة اللفظ.

# الأشكال {.figures}

# الجداول {.tables}

# الكشاف {.index}

تمهيد.
`

func TestReferences(t *testing.T) {
	g := openGolden(t, "testdata/references.txtar")
	files := fstest.MapFS{"a.md": {Data: []byte(pointing)}, "a.png": {Data: pixel}}
	doc, _, err := read.Read(files, "a.md", read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	parts := unzip(t, build(t, doc, Options{}))
	for _, name := range []string{"ch0001", "ch0002", "ch0003", "ch0004", "ch0005", "ch0006"} {
		_, body, _ := strings.Cut(parts["EPUB/xhtml/"+name+".xhtml"], "</h1>\n")
		body, _, _ = strings.Cut(body, "</section>\n</body>")
		g.check(t, name, []byte(body))
	}
}
