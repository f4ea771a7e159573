package book_test

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/dump"
	"warraq/content/internal/golden"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/roles"
	"warraq/content/samples"
)

// TestRead reads the manuscript that the files of a case are: the one file, or
// the folder. PNG and TTF files need only their first bytes.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		fsys := fstest.MapFS{}
		name := "."
		for _, f := range files {
			data := f.Data
			switch path.Ext(f.Name) {
			case ".png":
				data = []byte("\x89PNG\r\n\x1a\n")
			case ".ttf":
				data = []byte("\x00\x01\x00\x00")
			}
			fsys[f.Name] = &fstest.MapFile{Data: data}
			if len(files) == 1 && f.Name != "book.yaml" {
				name = f.Name
			}
		}
		return read(fsys, name, book.Options{})
	})
}

// read prints all that comes of reading a manuscript.
func read(fsys fs.FS, name string, opt book.Options) string {
	doc, advice, err := book.Read(fsys, name, opt)
	var b strings.Builder
	for _, a := range advice {
		fmt.Fprintf(&b, "advice %s\n", a)
	}
	var problems content.Problems
	switch {
	case errors.As(err, &problems):
		for _, p := range problems {
			fmt.Fprintf(&b, "problem %s\n", p)
		}
	case err != nil:
		fmt.Fprintf(&b, "error %v\n", err)
	default:
		_ = dump.Document(&b, doc)
		var again strings.Builder
		number.Document(doc)
		if _ = dump.Document(&again, doc); !strings.HasSuffix(b.String(), again.String()) {
			fmt.Fprintf(&b, "numbered again:\n%s", &again)
		}
	}
	return b.String()
}

func TestOptions(t *testing.T) {
	fsys := fstest.MapFS{"a/b.md": {Data: []byte("---\ntitle: t\nauthor: [x, y]\nlanguage: ar\n---\n# ف\n")}}
	doc, _, err := book.Read(fsys, "a/b.md", book.Options{Title: "T", Author: "A", Lang: "fr_ma"})
	if err != nil {
		t.Fatal(err)
	}
	m := doc.Meta
	if m.Title != "T" || len(m.Authors) != 1 || m.Authors[0] != "A" || m.Lang != "fr-MA" || m.Dir != locale.LTR || m.Name != "b" {
		t.Errorf("%+v", m)
	}
	if _, _, err = book.Read(fsys, "a/b.md", book.Options{Lang: "no language"}); err == nil {
		t.Error("a wrong --lang passes")
	}
}

func TestNotThere(t *testing.T) {
	fsys := fstest.MapFS{"x.pdf": {}}
	if _, _, err := book.Read(fsys, "y", book.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing manuscript: %v", err)
	}
	for _, name := range []string{"x.pdf", "../x", ""} {
		if _, _, err := book.Read(fsys, name, book.Options{}); err == nil {
			t.Errorf("%q passes", name)
		}
	}
}

func TestEncoding(t *testing.T) {
	fsys := fstest.MapFS{
		"latin.txt": {Data: []byte("سليم\nخطأ \xe9\n")},
		"dos.md":    {Data: []byte("\ufeff---\r\ntitle: ت\r\nlanguage: ar\r\n---\r\n# ف\r\n\r\nنص\r\nنص\r\n")},
	}
	if got, want := read(fsys, "latin.txt", book.Options{Title: "ت", Lang: "ar"}),
		"problem latin.txt:2: the line is not UTF-8, save the file as UTF-8\n"; got != want {
		t.Errorf("got %s", got)
	}
	got := read(fsys, "dos.md", book.Options{})
	for _, want := range []string{"advice dos.md:1: a byte order mark", "advice dos.md:1: the lines end in CR",
		`book "ت"`, `paragraph dos.md:7 "نص " @8"نص"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
}

func TestBooklet(t *testing.T) {
	doc, _, err := book.Read(samples.FS(), "booklet", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Chapters) < 6 || doc.Chapters[0].Role != roles.Introduction {
		t.Errorf("%d chapters", len(doc.Chapters))
	}
}

// FuzzBook: reading never panics, whatever the manifest and chapter hold, and a
// manuscript with no problem dumps the same twice.
func FuzzBook(f *testing.F) {
	for _, seed := range golden.Seeds(f) {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, manifest, chapter []byte) {
		fsys := fstest.MapFS{
			"book.yaml": {Data: manifest}, "a.md": {Data: chapter}, "b.txt": {Data: chapter},
			"x.png": {Data: []byte("\x89PNG\r\n\x1a\n")},
		}
		for _, name := range []string{".", "a.md", "b.txt"} {
			if first, again := read(fsys, name, book.Options{}), read(fsys, name, book.Options{}); first != again {
				t.Fatalf("%s: first\n%s\nthen\n%s", name, first, again)
			}
		}
	})
}

// TestOtherEncodings: what is not UTF-8 is named, and read where the book says how.
func TestOtherEncodings(t *testing.T) {
	const arabic, hebrew = "# الباب الأول\n\nكتب الناسخ كتابه في شهر.\n", "# פרק ראשון\n\nהסופר כתב ספר.\n"
	encode := func(e encoding.Encoding, text string) []byte {
		out, err := e.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	little := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		data                 []byte
		names, key, contains string
	}{
		{encode(charmap.Windows1256, arabic), "looks like Windows-1256", "windows-1256", "الباب الأول"},
		{encode(charmap.Windows1255, hebrew), "looks like Windows-1255", "windows-1255", "פרק ראשון"},
		{encode(little, arabic), "looks like UTF-16", "utf-16le", "الباب الأول"},
		{encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), arabic), "looks like UTF-16", "utf-16be", "الباب الأول"},
		{append([]byte{0xff, 0xfe}, encode(little, arabic)...), "is UTF-16 and is read as that", "utf-16le", "الباب الأول"},
	} {
		fsys := fstest.MapFS{"book.yaml": {Data: []byte("title: t\nlanguage: ar\n")}, "a.md": {Data: c.data}}
		if got := read(fsys, ".", book.Options{}); strings.Count(got, "\n") < 1 || !strings.Contains(got, c.names) {
			t.Errorf("%s is not named:\n%s", c.key, got)
		}
		fsys["book.yaml"].Data = []byte("title: t\nlanguage: ar\nencoding: " + c.key + "\n")
		if got := read(fsys, ".", book.Options{}); !strings.Contains(got, c.contains) || strings.Contains(got, "problem") {
			t.Errorf("%s is not read:\n%s", c.key, got)
		}
	}
	single := append([]byte("---\nencoding: windows-1256\nlanguage: ar\n---\n"), encode(charmap.Windows1256, arabic)...)
	if got := read(fstest.MapFS{"a.md": {Data: single}}, "a.md", book.Options{}); !strings.Contains(got, "الباب الأول") {
		t.Errorf("front matter does not say the encoding:\n%s", got)
	}
}
