package layout_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/content/samples"
	"warraq/layout"
)

// manyCopies is the embedded booklet's chapters over and over, a file each: some 440
// pages.
func manyCopies(t testing.TB) fstest.MapFS {
	t.Helper()
	book := fstest.MapFS{"book.yaml": {Data: []byte("title: كتاب\nlanguage: ar-MA\npage: a5\n")}}
	for n := range 13 {
		for _, chapter := range []string{"00-introduction", "01-open-days", "02-countering-extremism", "03-human-rights", "04-media-civil-society"} {
			text, err := fs.ReadFile(samples.FS(), "booklet/"+chapter+".md")
			if err != nil {
				t.Fatal(err)
			}
			plain := strings.NewReplacer("{#", "{.x", "](#", "](https://example.org/#", "{ref:", "{", "{page:", "{", "{title:", "{").Replace(string(text))
			book[fmt.Sprintf("%02d-%s.md", n, chapter)] = &fstest.MapFile{Data: []byte(plain)}
		}
	}
	return book
}

// edited is another word each time in a paragraph of a chapter in the middle.
func edited(book fstest.MapFS, n int) {
	const from, to = "02-02-countering-extremism.md", "06-02-countering-extremism.md"
	text := bytes.Replace(book[from].Data, []byte(" من "), fmt.Appendf(nil, " من%d ", n), 1)
	book[to] = &fstest.MapFile{Data: text}
}

// BenchmarkEdit lays a book out again after a word of it has changed, with the memory
// of the time before and without.
func BenchmarkEdit(b *testing.B) {
	for _, kept := range []bool{false, true} {
		b.Run(fmt.Sprintf("memory=%v", kept), func(b *testing.B) {
			var read *book.Memory
			var memory *layout.Memory
			if kept {
				read, memory = new(book.Memory), new(layout.Memory)
			}
			folder := manyCopies(b)
			n := 0
			lay := func() {
				edited(folder, n)
				n++
				doc, _, err := book.Read(folder, ".", book.Options{Memory: read})
				if err != nil {
					b.Fatal(err)
				}
				faces, err := memory.Faces(doc)
				if err != nil {
					b.Fatal(err)
				}
				pages, err := layout.Pages(doc, faces, layout.Options{Memory: memory})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(pages.Pages)), "pages")
			}
			lay()
			for b.Loop() {
				lay()
			}
		})
	}
}
