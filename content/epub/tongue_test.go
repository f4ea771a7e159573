package epub

import (
	"strings"
	"testing"
	"testing/fstest"

	read "warraq/content/book"
)

// inArabic is a book in which texts wholly in Latin letters, and a chapter in
// French, stand among Arabic ones.
var inArabic = fstest.MapFS{
	"book.yaml": {Data: []byte("title: \"What is Ink?\"\nauthors: [\"A. Smith, Jr.\"]\nlanguage: ar-EG\nnumbering: chapters\n")},
	"01.md": {Data: []byte(`# باب الورق

فقرة عربية فيها حاشية[^1].

Smith, A. (2010). *The House of Books* (2nd ed.).

https://example.org/books/ink.html

## What is paper (and ink)?

1. Smith, A. *Ink*, vol. 3.
2. فلان، *كتاب الحبر*، ط. 2.

- Is this a book?

  It is. (A second paragraph.)

> Paper is a friend.
>
> — A. Writer (ed.)

| الاسم | Name? |
|---|---|
| حبر | 5 km |

Table: The first table (of two).

::: note What is a box?
نص.
:::

Term (n.)
: An explanation (in English).

::: epigraph
What is written stays.
:::

[^1]: Ibid., p. 3.
`)},
	"02.md": {Data: []byte(`# Le papier (et l’encre) {lang=fr}

Une note[^1], le tableau ({ref: papiers}), [l’encre]{.index}.

1. Premier élément

- [x] fait

{#papiers}
| Nom |
|---|
| حبر (أسود). |

Table: Les papiers.

::: warning
Attention !
:::

[^1]: Une note en français.
`)},
	"03.md": {Data: []byte("# What is this chapter?\n\nانظر {ref: papiers} و{title: papiers} و[الحبر]{.index}.\n\n## قسم\n\n[الحبر]{.index} و[الحبر]{.index}.\n")},
	"04.md": {Data: []byte("# {.tables}\n")},
}

// TestTongues: lang and dir stand where a part of the book has another language
// or runs the other way, and what the book says of a part is in its language.
func TestTongues(t *testing.T) {
	for _, notes := range []string{"chapter", "end"} {
		g := openGolden(t, "testdata/tongues-"+notes+".txtar")
		files := fstest.MapFS{}
		for name, f := range inArabic {
			files[name] = f
		}
		files["book.yaml"] = &fstest.MapFile{Data: append([]byte("notes: "+notes+"\n"), inArabic["book.yaml"].Data...)}
		doc, _, err := read.Read(files, ".", read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		parts := unzip(t, build(t, doc, Options{}))
		for _, name := range []string{"nav", "xhtml/titlepage", "xhtml/ch0001", "xhtml/ch0002", "xhtml/ch0003", "xhtml/ch0004", "xhtml/ch0005", "xhtml/ch0006"} {
			_, body, _ := strings.Cut(parts["EPUB/"+name+".xhtml"], "<body")
			if body == "" || notes == "end" && !strings.Contains(body, "note") {
				continue
			}
			g.check(t, name, []byte(body))
		}
	}
}
