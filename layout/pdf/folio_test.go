package pdf_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/samples"
	"warraq/content/setup"
)

// TestFolios reads the file: every folio that stands under a link, in the text,
// the contents, a list or the index, is the label of the page that the link
// leads to.
func TestFolios(t *testing.T) {
	filler := strings.Repeat("كان القارئ يفتح الكتاب كل مساء على ضوء قليل فيقرأ صفحة. ", 60)
	chapter := "# باب {#c%d}\n\n[كتاب]{.index} و[ورق]{.index key=\"مواد!ورق\"} " + filler +
		"\n\nانظر ص {page: c1} وص {page: c4} وص {page: last%d} [كتاب]{.index}.\n\n" + filler +
		"\n\n| أ |\n|---|\n| ب |\n\n: أعداد\n\n[آخر]{#last%d} [كتاب]{.index}\n\n## قسم\n\n" + filler + "\n\n"
	var src strings.Builder
	src.WriteString("# تقديم {.preface}\n\n" + filler + "\n\nص {page: c2} و[كتاب]{.index}.\n\n# الجداول {.tables}\n\n")
	for n := 1; n <= 5; n++ {
		fmt.Fprintf(&src, chapter, n, n%5+1, n)
	}
	src.WriteString("# بيانات {.colophon}\n\nص {page: c3}.\n")
	for _, front := range []string{"continuous", "abjad", "roman", "none"} {
		t.Run(front, func(t *testing.T) {
			doc := manuscript(t, small+"folios: {front: "+front+"}\n", src.String())
			if folios := foliosTrue(t, read(t, lay(t, doc).file)); folios < 35 {
				t.Errorf("only %d folios are under links", folios)
			}
		})
	}
}

// TestSpecimenFolios reads the folios of the specimen in every theme, and with
// front matter of every kind.
func TestSpecimenFolios(t *testing.T) {
	for _, theme := range settings.Themes {
		for _, front := range []setup.FrontFolios{setup.FoliosContinuous, setup.FoliosAbjad, setup.FoliosRoman} {
			t.Run(fmt.Sprint(theme, front), func(t *testing.T) {
				doc := specimen(t, theme)
				doc.Setup.Folios.Front = front
				if folios := foliosTrue(t, read(t, lay(t, doc).file)); folios < 60 {
					t.Errorf("only %d folios are under links", folios)
				}
			})
		}
	}
}

// specimen is the specimen book in a theme.
func specimen(t *testing.T, theme string) *content.Document {
	t.Helper()
	folder := fstest.MapFS{}
	err := fs.WalkDir(samples.FS(), "specimen", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(samples.FS(), name)
		if path.Base(name) == "book.yaml" {
			data = append(data, "\ntheme: "+theme+"\n"...)
		}
		folder[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	doc, _, err := book.Read(folder, "specimen", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// foliosTrue checks the folios under links, and counts them.
func foliosTrue(t *testing.T, d *document) (folios int) {
	t.Helper()
	labels := pageLabels(d)
	for i, page := range d.pages {
		annots, _ := page["Annots"].([]any)
		for _, a := range annots {
			link := d.dict(a)
			if link["Dest"] == nil {
				continue
			}
			rect := link["Rect"].([]any)
			got := folioIn(d.textUnder(i, rect), labels, rect[2].(float64)-rect[0].(float64) > leastLine)
			if got == "" {
				continue
			}
			folios++
			if want := labels[d.pageOf(link["Dest"])]; got != want {
				t.Errorf("page %s prints %q for %q, which is on %s", labels[i], got, text(link["Contents"]), want)
			}
		}
	}
	return folios
}

// leastLine is the least width of a line of a list, in points, to be told from a
// reference in running text.
const leastLine = 200

// folioIn is the folio in the text of a link, "" if there is none: all of it, the
// first of a range, which stands at its right, or what stands at the left end of
// a line that leads to its page.
func folioIn(text string, labels []string, line bool) string {
	if cut := strings.LastIndex(text, "–"); cut >= 0 {
		text = text[cut+len("–"):]
	}
	if line {
		if end := strings.IndexFunc(text, func(r rune) bool { return r == '.' || unicode.IsSpace(r) }); end >= 0 {
			text = text[:end]
		}
	}
	isNumber := text != "" && strings.Trim(text, "0123456789") == ""
	if isNumber || slices.Contains(labels, text) {
		return text
	}
	return ""
}

// textUnder is what a page shows in a rectangle, from left to right, with a space
// where strings stand apart.
func (d *document) textUnder(page int, rect []any) string {
	left, bottom, right, top := rect[0].(float64), rect[1].(float64), rect[2].(float64), rect[3].(float64)
	fonts := d.fonts(page)
	type run struct {
		x, end float64
		text   strings.Builder
	}
	var found []*run
	x := 0.0
	for _, s := range d.shows(page) {
		if !s.on {
			x = s.x
		}
		if s.y < bottom || s.y > top {
			continue
		}
		font := fonts[s.font]
		r := &run{x: x}
		for _, code := range s.codes {
			width := font.widths[code-1] * s.size / 1000
			if x > left-0.5 && x+width < right+0.5 {
				r.text.WriteString(strings.Trim(font.unicode[code], "\u200e\u200f"))
			}
			x += width
		}
		r.end = x
		found = append(found, r)
	}
	slices.SortStableFunc(found, func(a, b *run) int { return cmp.Compare(a.x, b.x) })
	var all strings.Builder
	for i, r := range found {
		if i > 0 && r.x > found[i-1].end+2 {
			all.WriteString(" ")
		}
		all.WriteString(r.text.String())
	}
	return strings.Trim(all.String(), " \u00a0\u2007")
}
