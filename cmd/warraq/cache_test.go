package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCacheEdits builds a folder over and over, edited in random places, with what
// earlier builds kept, some of it broken, and without: the files are the same.
func TestCacheEdits(t *testing.T) {
	edits := 30
	if testing.Short() {
		edits = 8
	}
	dir, kept := filepath.Join(t.TempDir(), "book"), t.TempDir()
	r := rand.New(rand.NewPCG(7, 9))
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	drawn := func(shade uint8) string {
		m := image.NewNRGBA(image.Rect(0, 0, 30, 20))
		for i := range 600 {
			m.SetNRGBA(i%30, i/30, color.NRGBA{uint8(i), shade, 9, uint8(i / 3)})
		}
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	write("book.yaml", "title: كتاب\nlanguage: ar\n")
	write("1.md", "# فصل\n\nكلام في أول الكتاب.\n\n![صورة](a.png)\n")
	write("a.png", drawn(1))
	for n := range edits {
		switch r.IntN(7) {
		case 0:
			write("1.md", fmt.Sprintf("# فصل\n\nكلام %d في أول الكتاب.\n\n![صورة](a.png)\n", r.IntN(3)))
		case 1:
			write(fmt.Sprintf("%d.md", 2+r.IntN(2)), fmt.Sprintf("# فصل آخر\n\nكلام %d.\n", r.IntN(3)))
		case 2:
			os.Remove(filepath.Join(dir, "2.md"))
		case 3:
			write("a.png", drawn(uint8(r.IntN(3))))
		case 4:
			write("book.yaml", fmt.Sprintf("title: كتاب %d\nlanguage: ar\n", r.IntN(2)))
		case 5: // what is kept has a byte that is another, or is cut
			names, _ := filepath.Glob(filepath.Join(kept, "*.warraq"))
			if len(names) > 0 {
				name := names[r.IntN(len(names))]
				data, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				data[r.IntN(len(data))]++
				os.WriteFile(name, data[:len(data)-r.IntN(2)], 0o600)
			}
		}
		build := func(out string, flags ...string) string {
			var said bytes.Buffer
			u := newUI(&said, &said, new(halt))
			u.run(append([]string{"build", dir, "-o", out, "--only", "pdf,epub,web", "-v"}, flags...))
			lines := slices.DeleteFunc(strings.SplitAfter(said.String(), "\n"), func(line string) bool { return !strings.Contains(line, "advice") })
			return strings.Join(lines, "")
		}
		cold, warm := t.TempDir(), t.TempDir()
		if one, other := build(cold), build(warm, "--cache="+kept); one != other {
			t.Fatalf("edit %d: it says\n%s\nand with a cache\n%s", n, one, other)
		}
		if one, other := folderSums(t, cold), folderSums(t, warm); one != other || !strings.Contains(one, ".epub") {
			t.Fatalf("edit %d: it makes\n%s\nand with a cache\n%s", n, one, other)
		}
	}
}

// folderSums are the digests of a folder, as it lists them.
func folderSums(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, sumsName))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
