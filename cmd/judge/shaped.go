package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// compareShapes asks hb-shape for each word of a book in the file of a face, at the weight
// that text has, and in what the EPUB has of it: they must be the same glyphs in the same
// places. It finds too whether the EPUB has more of the face than its text needs.
func (c *court) compareShapes(t *trial, file, epub, lang string) error {
	original, err := c.unwrapped(file)
	if err != nil {
		return err
	}
	if t.form, err = formOf(original); err != nil {
		return err
	}
	cut, err := c.firstFont(epub, filepath.Dir(file))
	if err != nil {
		return err
	}
	words, err := wordsBeside(file)
	if err != nil {
		return err
	}
	script := "arab"
	if lang == "he" {
		script = "hebr"
	}
	shape := func(font string, lines []string) ([]string, error) {
		list := filepath.Join(c.work, "hands-words.txt")
		if err := os.WriteFile(list, []byte(strings.Join(lines, "\n")+"\n"), 0o666); err != nil {
			return nil, err
		}
		out, err := c.command("hb-shape", "--text-file="+list, "--direction=rtl", "--script="+script, "--language="+lang,
			"--no-clusters", "--no-glyph-names", "--shapers=ot", "--variations=wght=400", font)
		return strings.Split(strings.TrimSuffix(out, "\n"), "\n"), err
	}
	want, err := shape(original, words)
	if err != nil {
		return err
	}
	got, err := shape(cut, words)
	if err != nil {
		return err
	}
	if len(got) != len(words) || len(want) != len(words) {
		return fmt.Errorf("hb-shape gave %d and %d lines for %d words", len(want), len(got), len(words))
	}
	for i := range words {
		if lacking.MatchString(want[i]) {
			continue // the book has it in another face
		}
		if t.words++; sameShape(want[i], got[i]) {
			t.equal++
		}
	}
	foreign := []string{"\u06a4", "\u06d5", "\u0686", "\u0695", "\u00df", "\u0429", "\u03a9", "\u0154"} // letters that none of the texts has
	all, err := shape(original, foreign)
	if err != nil {
		return err
	}
	kept, err := shape(cut, foreign)
	for i := range foreign {
		t.whole = t.whole || !lacking.MatchString(all[i]) && !lacking.MatchString(kept[i])
	}
	return err
}

// lacking is a shape with the glyph of what a face lacks.
var lacking = regexp.MustCompile(`[\[|]0[+@]`)

// sameShape tells whether two shapes have the same glyphs within a unit of each other's
// places: numbers of a design between others are rounded.
func sameShape(a, b string) bool {
	x, y := strings.Split(a, "|"), strings.Split(b, "|")
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		m, n := number.FindAllString(pad(x[i]), -1), number.FindAllString(pad(y[i]), -1)
		if len(m) != len(n) || m[0] != n[0] {
			return false
		}
		for k := range m {
			p, _ := strconv.Atoi(m[k])
			q, _ := strconv.Atoi(n[k])
			if p-q > 1 || q-p > 1 {
				return false
			}
		}
	}
	return true
}

var number = regexp.MustCompile(`-?\d+`)

// pad gives a glyph that is not moved a place too.
func pad(glyph string) string {
	if strings.Contains(glyph, "@") {
		return glyph
	}
	return strings.Replace(glyph, "+", "@0,0+", 1)
}

// unwrapped is the file of a face as hb-shape reads it.
func (c *court) unwrapped(file string) (string, error) {
	if filepath.Ext(file) != ".woff2" {
		return file, nil
	}
	_, err := c.command("woff2_decompress", file)
	return strings.TrimSuffix(file, ".woff2") + ".ttf", err
}

// formOf says what outlines a font has, and whether they vary, by its directory.
func formOf(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	head := data[:min(len(data), 12+16*64)]
	form := strings.TrimPrefix(strings.ToUpper(filepath.Ext(file)), ".")
	for _, kind := range []struct{ tag, name string }{{"glyf", "TrueType"}, {"CFF ", "CFF"}, {"CFF2", "CFF2"}} {
		if bytes.Contains(head, []byte(kind.tag)) {
			form = kind.name
		}
	}
	if bytes.Contains(head, []byte("fvar")) {
		form += ", variable"
	}
	if bytes.Contains(head, []byte("COLR")) {
		form += ", in colours"
	}
	return form, nil
}

// firstFont takes the first font out of an EPUB.
func (c *court) firstFont(epub, dir string) (string, error) {
	z, err := zip.OpenReader(epub)
	if err != nil {
		return "", err
	}
	defer z.Close()
	for _, f := range z.File {
		if path.Base(f.Name) != "font1.ttf" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return "", err
		}
		defer r.Close()
		data, err := io.ReadAll(r)
		if err != nil {
			return "", err
		}
		file := filepath.Join(dir, "font1.ttf")
		return file, os.WriteFile(file, data, 0o666)
	}
	return "", fmt.Errorf("%s has no font", epub)
}

// bare takes the marks off a text.
func bare(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// brackets are left out: a face with one half of a pair sets neither.
var brackets = strings.NewReplacer("(", " ", ")", " ", "[", " ", "]", " ", "﴾", " ", "﴿", " ", "«", " ", "»", " ")

// wordsBeside are the words of the texts beside a file, with their marks and without:
// many faces have none.
func wordsBeside(file string) (words []string, err error) {
	texts, err := filepath.Glob(filepath.Join(filepath.Dir(file), "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, text := range texts {
		data, err := os.ReadFile(text)
		if err != nil {
			return nil, err
		}
		text := brackets.Replace(string(data))
		words = append(words, strings.Fields(text)...)
		words = append(words, strings.Fields(strings.Map(bare, text))...)
	}
	slices.Sort(words)
	const chapterMark = "✨"
	return slices.DeleteFunc(slices.Compact(words), func(w string) bool { return w == chapterMark }), nil
}
