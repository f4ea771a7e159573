// Package golden runs the cases of testdata/*.txtar: files that go in, and
// "want", the text that must come out. With -update the text is rewritten.
package golden

import (
	"archive/zip"
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite what the cases of testdata want")

// Run gives the files of each case to got and compares what it returns.
func Run(t *testing.T, got func(files []txtar.File) string) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { run(t, name, got) })
	}
}

func run(t *testing.T, name string, got func([]txtar.File) string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var in []txtar.File
	var want []byte
	for _, f := range a.Files {
		if f.Name == "want" {
			want = f.Data
			continue
		}
		in = append(in, f)
	}
	out := []byte(got(in))
	if bytes.Equal(out, want) {
		return
	}
	if !*update {
		t.Fatalf("got:\n%s\nwant:\n%s", out, want)
	}
	a.Files = append(in, txtar.File{Name: "want", Data: out})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Seeds gives the data of all input files, for fuzzing.
func Seeds(f testing.TB) [][]byte {
	cases, _ := filepath.Glob("testdata/*.txtar")
	var seeds [][]byte
	for _, name := range cases {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if file.Name != "want" {
				seeds = append(seeds, file.Data)
			}
		}
	}
	return seeds
}

// Zip packs the files of a case, for formats that are such an archive.
func Zip(files []txtar.File) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}
