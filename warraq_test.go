package warraq_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"warraq"
)

// TestSideBySide makes every product of one book at once, and of another one after
// the other: the same bytes.
func TestSideBySide(t *testing.T) {
	specimen := warraq.Inside()[1]
	open := func() *warraq.Book {
		b, err := warraq.Open(specimen.FS, specimen.Folder, warraq.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	at := make([]bytes.Buffer, len(warraq.Products))
	together := open()
	var all sync.WaitGroup
	for i, p := range warraq.Products {
		all.Go(func() {
			if err := together.Write(&at[i], p); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	alone := open()
	for i, p := range warraq.Products {
		var one bytes.Buffer
		if err := alone.Write(&one, p); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one.Bytes(), at[i].Bytes()) || one.Len() == 0 {
			t.Errorf("%s: %d bytes alone, %d beside the others", p, one.Len(), at[i].Len())
		}
	}
	if got, want := len(together.Problems()), len(alone.Problems()); got != want {
		t.Errorf("%d problems together, %d alone", got, want)
	}
}

// TestUnread asks for what a manuscript that could not be read cannot give.
func TestUnread(t *testing.T) {
	b, err := warraq.Open(os.DirFS(t.TempDir()), "absent.md", warraq.Options{})
	if err == nil || b == nil {
		t.Fatalf("a manuscript that is not there is read: %v", err)
	}
	if b.Write(io.Discard, warraq.PDF) == nil || b.Dump(io.Discard, "pages") == nil || b.Has(warraq.PDF) || len(b.Problems()) > 0 {
		t.Error("something is made of it")
	}
	if _, err := b.Make(warraq.EPUB); err == nil {
		t.Error("an EPUB is made of it")
	}
	if problems := (&warraq.Options{Standard: "x", Impose: "y", Page: "z"}).Check(); len(problems) != 3 {
		t.Errorf("of three wrong options are told: %v", problems)
	}
}

// TestOutside builds and runs a program of another module, which makes a PDF and an
// EPUB with this one in fewer than 15 lines.
func TestOutside(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	const program = `package main

import ("log"; "os"; "warraq")

func main() {
	b, err := warraq.Open(os.DirFS("."), "a.md", warraq.Options{})
	if err != nil { log.Fatal(err) }
	files, err := b.Make(warraq.PDF, warraq.EPUB)
	if err != nil { log.Fatal(err) }
	for _, f := range files {
		if err := os.WriteFile(f.Name, f.Data, 0o666); err != nil { log.Fatal(err) }
	}
}
`
	if n := strings.Count(program, "\n"); n >= 15 {
		t.Errorf("the program has %d lines", n)
	}
	sums, err := os.ReadFile("go.sum")
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	mod := strings.Replace(string(own), "module warraq", "module outside", 1) +
		"\nrequire warraq v0.0.0\n\nreplace warraq => " + here + "\n"
	dir := t.TempDir()
	for name, text := range map[string]string{"main.go": program, "go.mod": mod, "go.sum": string(sums), "a.md": "# باب\n\nنص.\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.Command("go", "run", "-buildvcs=false", ".")
	run.Dir = dir
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, magic := range map[string]string{"a.pdf": "%PDF-", "a.epub": "PK"} {
		if data, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !strings.HasPrefix(string(data), magic) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
