package warraq_test

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"warraq"
)

// modest are limits that keep a round of fuzzing short.
var modest = warraq.Limits{Text: 20_000, Settings: 10_000, File: 200_000, Chapters: 20, Blocks: 300, Notes: 50, Headings: 50, Terms: 50, References: 100}

// FuzzFolder makes all products of a folder of three files: whatever they say, an error
// is of problems with a place, and a file that is made is one.
func FuzzFolder(f *testing.F) {
	const manifest = "title: كتاب\nlanguage: ar\nisbn: 978-3-16-148410-0\ntheme: t.yaml\n"
	f.Add(manifest, "extends: report\n", "# فصل\n\nنص[^1]\n\n[^1]: حاشية\n")
	f.Add(manifest+"booklet: {impose: perfect, signature: 8, marks: [fold, trim], blanks: [2]}\n", "page: {inner: 0, outer: 0, measure: 300}\n", "# ف\n\n| a | b |\n|---|---|\n| c | d |\n")
	f.Add(manifest+"cover: {back-text: نص, spine-text: ك, spine: 12mm}\npaper: {gsm: 90}\npress: {bleed: 5mm, marks: none}\n", "chapter: {size: 3em, sink: 4 lines, ornament: stars}\n", "::: verse\nا / ب\n:::\n")
	f.Add(manifest+"page: 50x50mm\nnotes: end\nnumbering: sections\n", "body: {size: 30, leading: 31}\nnotes: {size: 20}\n", "# ف {.part}\n\n> نص\n\n- نص\n")
	f.Add("a: &a [*a]\n", "x: 1/0\n", "<div><b>نص")
	f.Fuzz(func(t *testing.T, manifest, theme, chapter string) {
		fsys := fstest.MapFS{"book.yaml": {Data: []byte(manifest)}, "t.yaml": {Data: []byte(theme)}, "a.md": {Data: []byte(chapter)}}
		held(t, fsys, warraq.Products...)
	})
}

// FuzzNames makes the quickest product of folders whose files are named anything.
func FuzzNames(f *testing.F) {
	for _, name := range []string{"a", "\u202e", "é", "a\n", "-", "٢", strings.Repeat("ا", 120), "index", "README", "a.b", "CON"} {
		f.Add(name, "p")
	}
	f.Fuzz(func(t *testing.T, name, picture string) {
		name = strings.Trim(name, "/") + ".md"
		if strings.Contains(name, "//") || strings.Contains(name, "./") {
			return
		}
		held(t, fstest.MapFS{"book.yaml": {Data: []byte("title: x\nlanguage: ar\n")}, name: {Data: []byte("# ف\n\n![و](<" + picture + ">)\n")}}, warraq.Word)
	})
}

// held makes products of a folder.
func held(t *testing.T, fsys fstest.MapFS, products ...warraq.Product) {
	b, err := warraq.Open(fsys, ".", warraq.Options{Limits: modest})
	told(t, err)
	if err != nil {
		return
	}
	if len(products) > 1 {
		files, err := b.Make(warraq.FilePerPage...)
		told(t, err)
		for _, f := range files {
			if !bytes.HasPrefix(f.Data, []byte("<svg ")) && !bytes.HasPrefix(f.Data, []byte("\x89PNG")) || bytes.Contains(f.Data, []byte("NaN")) {
				t.Errorf("%v: %s", f.Name, hex.Dump(f.Data[:min(len(f.Data), 64)]))
			}
		}
	}
	if len(products) > 1 {
		files, err := b.Make(warraq.Folders...)
		told(t, err)
		if err == nil && (len(files) == 0 || !bytes.HasPrefix(files[0].Data, []byte("<!DOCTYPE html>"))) {
			t.Errorf("%d files of the web", len(files))
		}
	}
	for _, p := range products {
		if !b.Has(p) {
			continue
		}
		var out bytes.Buffer
		err := b.Write(&out, p)
		told(t, err)
		switch {
		case err != nil:
		case p == warraq.EPUB || p == warraq.Word:
			if _, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len())); err != nil {
				t.Error(p, err)
			}
		case !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) || bytes.Contains(out.Bytes(), []byte("NaN")) || bytes.Contains(out.Bytes(), []byte("Inf ")):
			t.Errorf("%v: %s", p, hex.Dump(out.Bytes()[:min(out.Len(), 64)]))
		}
	}
}

// told holds an error to being one that its author can mend.
func told(t *testing.T, err error) {
	t.Helper()
	var problems warraq.Problems
	if err == nil || errors.As(err, &problems) || strings.Contains(err.Error(), "the manuscript cannot be read") {
		return
	}
	t.Error(fmt.Errorf("an error without a place: %w", err))
}
