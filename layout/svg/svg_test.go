package svg_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/book"
	"warraq/content/samples"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
	"warraq/layout/svg"
)

var amiri = sync.OnceValue(func() *fonts.Set {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		panic(err)
	}
	return set
})

// pagesOf lays out the manuscript in a folder.
func pagesOf(t testing.TB, fsys fs.FS, folder string) *display.Book {
	t.Helper()
	doc, _, err := book.Read(fsys, folder, book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := layout.Pages(doc, amiri(), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestPage holds the bytes of small pages. The steps of outlines are left out, but for
// their number.
func TestPage(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		last := len(a.Files) - 1
		got := drawn(t, a.Files[:last])
		if got == string(a.Files[last].Data) {
			continue
		}
		if !*update {
			t.Errorf("%s: got:\n%s", name, got)
			continue
		}
		a.Files[last].Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var update = flag.Bool("update", false, "rewrite what the cases of testdata want")

// drawn is the pages of a manuscript.
func drawn(t *testing.T, files []txtar.File) string {
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	b := pagesOf(t, fsys, ".")
	draw := svg.New(b, svg.Options{
		Page:   func(i int) string { return fmt.Sprintf("page-%d.svg", i+1) },
		Names:  func(i int) string { return fmt.Sprintf("p%d", i+1) },
		Blocks: true,
	})
	var out strings.Builder
	for i := range b.Pages {
		data, err := draw.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if before, path, ok := strings.Cut(line, ` d="M`); ok && strings.HasPrefix(line, "<path id=") {
				line = fmt.Sprintf("%s d=%d bytes\n", before, len(path))
			}
			out.WriteString(line)
		}
	}
	return out.String()
}

// TestText: the words of every line stand in each page of the specimen, in their
// order, and whatever is used is defined there once.
func TestText(t *testing.T) {
	b := pagesOf(t, samples.FS(), "specimen")
	draw, again := svg.New(b, svg.Options{}), svg.New(b, svg.Options{})
	for i, page := range b.Pages {
		data, err := draw.Page(i)
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, it := range page.Items {
			if line, ok := it.(*display.Text); ok {
				if text := strings.TrimSpace(strings.ReplaceAll(line.Line.Text(), "\uFFFC", "")); text != "" {
					want = append(want, text)
				}
			}
		}
		got := textsOf(t, data)
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("page %d: texts are\n%s\nwant\n%s", i+1, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if second, err := again.Page(i); err != nil || !bytes.Equal(data, second) {
			t.Errorf("page %d is another when it is drawn again (%v)", i+1, err)
		}
	}
}

// textsOf reads the lines of text of a page, and looks that what is used is defined.
func textsOf(t *testing.T, data []byte) (texts []string) {
	t.Helper()
	defined := map[string]int{}
	var used []string
	var text *strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "text" {
				text = new(strings.Builder)
			}
			for _, a := range token.Attr {
				switch {
				case a.Name.Local == "id":
					defined[a.Value]++
				case token.Name.Local == "use" && a.Name.Local == "href":
					used = append(used, strings.TrimPrefix(a.Value, "#"))
				}
			}
		case xml.CharData:
			if text != nil {
				text.Write(token)
			}
		case xml.EndElement:
			if token.Name.Local == "text" {
				texts = append(texts, strings.TrimSpace(text.String()))
				text = nil
			}
		}
	}
	for _, id := range used {
		if defined[id] != 1 {
			t.Fatalf("%s is defined %d times", id, defined[id])
		}
	}
	return texts
}

func BenchmarkPage(b *testing.B) {
	pages := pagesOf(b, samples.FS(), "specimen")
	draw := svg.New(pages, svg.Options{})
	b.ReportAllocs()
	for b.Loop() {
		for i := range pages.Pages {
			if _, err := draw.Page(i); err != nil {
				b.Fatal(err)
			}
		}
	}
}
