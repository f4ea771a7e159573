package layout_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/samples"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
)

// specimen is the folder of the specimen book with a theme and a page named.
func specimen(t testing.TB, theme, page string) *content.Document {
	t.Helper()
	folder := fstest.MapFS{}
	root := os.DirFS("../content/samples/specimen")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		if name == "book.yaml" {
			data = append(data, "\ntheme: "+theme+"\npage: "+page+"\n"...)
		}
		folder[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := book.Read(folder, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// pocket are the themes for pages of every size; the type of the others is too large, or
// their margins too wide, for pages of 9 cm.
var pocket = []string{"plain", "report", "literary"}

// TestSpecimen holds the specimen in every theme to what any page owes.
func TestSpecimen(t *testing.T) {
	for _, theme := range settings.Themes {
		for _, page := range []string{"a5", "a4", "90x130mm"} {
			if page == "90x130mm" && !slices.Contains(pocket, theme) {
				continue
			}
			t.Run(theme+" "+page, func(t *testing.T) {
				doc := specimen(t, theme, page)
				hold(t, doc, false)
				threeRounds(t, pagesOf(t, doc, 1))
			})
		}
	}
}

// TestRandomThemes holds random books in the themes to what any page owes.
func TestRandomThemes(t *testing.T) {
	for seed := uint64(30); seed < 35; seed++ {
		for _, theme := range settings.Themes[1:] {
			doc := randomBook(seed, seed%2 == 1)
			doc.Setup.Theme = specimen(t, theme, "a5").Setup.Theme
			t.Run(theme, func(t *testing.T) { hold(t, doc, seed%2 == 1) })
		}
	}
}

// shapes is a book that has each thing a theme can change.
const shapes = `# باب

::: epigraph — قائل
قول في أول الباب.
:::

فقرة فيها *تأكيد* ورابط إلى [الشعر](#v) وحاشية[^1] {{40}}

فقرة ثانية {{30}}

## مبحث {#v}

{{20}}

### مسألة

{{20}}

#### فرع

> {{20}}

***

::: verse
صدر البيت الأول / وعجز البيت الأول
:::

::: box عنوان
{{20}}
:::

| أ | ب |
|---|---|
| 1 | 2 |
| 3 | 4 |
| 5 | 6 |

: شرح

~~~
code
~~~

::: pull
كلمة مسحوبة من النص.
:::

[^1]: حاشية. {{20}}

# باب آخر

{{800}}

## مبحث آخر

{{30}}
`

// TestEveryKeyShows changes each key of plain.yaml and wants other pages.
func TestEveryKeyShows(t *testing.T) {
	text, err := settings.ThemeFile("plain")
	if err != nil {
		t.Fatal(err)
	}
	var plain map[string]map[string]any
	if err := yaml.Unmarshal(text, &plain); err != nil {
		t.Fatal(err)
	}
	dump := func(theme string) string {
		folder := fstest.MapFS{
			"book.yaml": {Data: []byte("title: كتاب\nsubtitle: فرعي\nauthor: مؤلف\nlanguage: ar\ntheme: theme.yaml\n")},
			"a.md":      {Data: filled([]byte(shapes))}, "theme.yaml": {Data: []byte(theme)},
		}
		doc, _, err := book.Read(folder, ".", book.Options{})
		if err != nil {
			return ""
		}
		b := pagesOf(t, doc, 1)
		return dumped(b) + colorsOf(b)
	}
	delete(plain, "cover")          // is no page: layout/cover tests its keys
	delete(plain["colors"], "cmyk") // is ink: layout/pdf tests it
	base := dump("extends: plain\n")
	for group, keys := range plain {
		for name := range keys {
			shown := false
			for _, try := range []string{`"#123456"`, "15", "30%", "center", "start", "true", "false", "color", "chapter", "book", "2", "60", "18",
				"none", "8", "below", "band", "foot-outer", "300"} {
				if other := dump(group + ": {" + name + ": " + try + "}\n"); other != "" && other != base {
					shown = true
					break
				}
			}
			if !shown {
				t.Errorf("%s: %s changes nothing on the pages", group, name)
			}
		}
	}
}

// colorsOf is the colours of the letters, which a dump has not.
func colorsOf(b *display.Book) string {
	var colors strings.Builder
	for _, p := range b.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok {
				for _, piece := range text.Line.Pieces {
					colors.WriteString(piece.Style.Color.String())
				}
			}
		}
	}
	return colors.String()
}

// TestOneGrid: in every theme the lines of running text stand on the grid of
// their page, so that those of both sides of a leaf lie on each other, but on few
// pages that would end short.
func TestOneGrid(t *testing.T) {
	for _, theme := range settings.Themes {
		doc := specimen(t, theme, "a5")
		running := make(map[content.ID]bool)
		for _, c := range doc.Chapters {
			for _, b := range c.Blocks {
				if p, ok := b.(*content.Paragraph); ok {
					running[p.ID] = true
				}
			}
		}
		b, off := pagesOf(t, doc, 1), 0
		for _, p := range b.Pages {
			if layout.OffGrid(p) {
				off++
				continue
			}
			for _, it := range p.Items {
				text, ok := it.(*display.Text)
				if !ok || !running[text.Elem] {
					continue
				}
				rows := (text.Y - b.Style.Top) / b.Style.Leading
				if off := rows - 0.7 - float64(int(rows-0.7+0.5)); off > 0.01 || off < -0.01 {
					t.Errorf("%s, page %d: %.40s is %.2f lines off the grid", theme, p.Number, strings.TrimSpace(text.Line.Text()), off)
				}
			}
		}
		if off > len(b.Pages)/5 {
			t.Errorf("%s: %d of %d pages leave the grid", theme, off, len(b.Pages))
		}
	}
}

// known are the faces of books by what they name, which are the program's own.
var known sync.Map

// facesOf are the faces of a book; those of one that names none are Amiri.
func facesOf(t testing.TB, doc *content.Document) *fonts.Set {
	t.Helper()
	if !doc.Setup.Fonts.Given() {
		return amiri()
	}
	key := fmt.Sprint(doc.Setup.Fonts)
	if set, ok := known.Load(key); ok {
		return set.(*fonts.Set)
	}
	set, err := layout.Faces(doc)
	if err != nil {
		t.Fatal(err)
	}
	known.Store(key, set)
	return set
}

// TestMargin holds the book with notes in its margin in every theme to what any page owes.
func TestMargin(t *testing.T) {
	for _, theme := range settings.Themes {
		t.Run(theme, func(t *testing.T) {
			doc, _, err := book.Read(samples.FS(), "margin", book.Options{Theme: book.File{Name: theme}})
			if err != nil {
				t.Fatal(err)
			}
			hold(t, doc, false)
			b := pagesOf(t, doc, 1)
			sidesHeld(t, doc, b)
			threeRounds(t, b)
		})
	}
}
