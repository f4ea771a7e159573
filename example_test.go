package warraq_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing/fstest"

	"warraq"
)

// manuscript is a book of two chapters, as it might lie in a folder.
var manuscript = fstest.MapFS{
	"book.yaml": {Data: []byte("title: دفتر الماء\nlanguage: ar\nauthor: جمعية السقاية\nchapters: [a.md, b.md]\n")},
	"a.md":      {Data: []byte("# البئر\n\nحفروا البئر قبل أن يبنوا السور.\n")},
	"b.md":      {Data: []byte("# الساقية\n\nتجري الساقية من البئر إلى آخر بيت.\n")},
}

// A program that makes the PDF and the EPUB of a folder.
func Example() {
	dir, err := os.MkdirTemp("", "book")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	b, err := warraq.Open(manuscript, ".", warraq.Options{Name: "water"})
	if err != nil {
		panic(err)
	}
	files, err := b.Make(warraq.PDF, warraq.EPUB)
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
			panic(err)
		}
		fmt.Println(f.Name, "has", f.Says)
	}
	// Output:
	// water.pdf has 4 pages, 2 chapters
	// water.epub has 2 chapters
}

// What an author can mend comes all at once, each with its place.
func ExampleOpen_problems() {
	fsys := fstest.MapFS{"a.md": {Data: []byte("---\ntitel: باب\n---\n# باب\n\nانظر [^حاشية].\n")}}
	_, err := warraq.Open(fsys, "a.md", warraq.Options{})
	var problems warraq.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			fmt.Println(p.Pos)
		}
	}
	// Output:
	// a.md:2
	// a.md:6
}

// One product is written where it is wanted, here as the sheets of a booklet in A5
// that are cut down the middle.
func ExampleBook_Write() {
	b, err := warraq.Open(manuscript, ".", warraq.Options{Page: "a5", Impose: "2up"})
	if err != nil {
		panic(err)
	}
	var sheets bytes.Buffer
	if err := b.Write(&sheets, warraq.Booklet); err != nil {
		panic(err)
	}
	fmt.Printf("%s: %s\n", b.FileName(warraq.Booklet), sheets.Bytes()[:5])
	// Output:
	// book-booklet.pdf: %PDF-
}

// Dump tells what the book was read as, for tests of a manuscript.
func ExampleBook_Dump() {
	b, err := warraq.Open(manuscript, "a.md", warraq.Options{Title: "البئر", Lang: "ar"})
	if err != nil {
		panic(err)
	}
	var text bytes.Buffer
	if err := b.Dump(&text, "document"); err != nil {
		panic(err)
	}
	fmt.Println(bytes.Contains(text.Bytes(), []byte("حفروا البئر قبل أن يبنوا السور.")))
	// Output:
	// true
}
