package epub

import (
	"bytes"
	"flag"
	"os"
	"testing"
	"time"

	"warraq/content"
)

var (
	update = flag.Bool("update", false, "rewrite the goldens")
	keep   = flag.String("keep", "", "folder to keep built books in, for the judges")
)

// build is the book of doc, with the embedded faces when asked.
func build(tb testing.TB, doc *content.Document, opt Options) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := Write(&b, doc, opt); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// amiri is both faces as they lie in the repository.
func amiri(tb testing.TB) Options {
	tb.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile("../../fonts/amiri/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		return data
	}
	return Options{
		Date: time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC), Producer: "Warraq",
		Fonts: []Font{
			{Name: "Amiri", Media: "font/ttf", Data: read("Amiri-Regular.ttf")},
			{Name: "Amiri", Media: "font/ttf", Data: read("Amiri-Bold.ttf"), Bold: true},
		},
		FontLicence: string(read("OFL.txt")),
	}
}

func TestKeep(t *testing.T) {
	if *keep == "" {
		t.Skip("no -keep")
	}
	data := build(t, everything(), amiri(t))
	if err := os.WriteFile(*keep+"/everything.epub", data, 0o644); err != nil {
		t.Fatal(err)
	}
}
