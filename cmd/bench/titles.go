package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// tongues are the languages of generated titles: the letters that words are made of, how
// many words a page has or so, and what a chapter is called.
var tongues = []struct {
	lang, letters string
	page          int
	chapter       string
}{
	{"ar", "", 200, "فصل"},
	{"fa", "ابپتجچحخدرزژسشصطعغفقکگلمنوهی", 198, "فصل"},
	{"ur", "ابپتٹجچحخدڈرڑزسشصطعغفقکگلمنوہی", 198, "باب"},
	{"fr", "aaabcdeeeéèfghiiijlmnoopqrstuuvz", 170, "Chapitre"},
	{"en", "aaabcdeeefghiiijklmnoopqrstuuvwyz", 176, "Chapter"},
}

// Titles of a catalogue have from so many pages to so many.
const leastPages, mostPages = 20, 200

// writeTitles writes a folder of so many books, and a catalogue.yaml. The same number
// gives the same books.
func writeTitles(dir string, n int) error {
	var list bytes.Buffer
	list.WriteString("title: A measured list\nlanguage: en\nshared: {page: a5, date: 2024-01-31}\ntitles:\n")
	for i := range n {
		name := fmt.Sprintf("t%04d", i+1)
		fmt.Fprintf(&list, "  - %s\n", name)
		if err := writeTitle(filepath.Join(dir, name), i); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "catalogue.yaml"), list.Bytes(), 0o666)
}

// writeTitle writes one of them.
func writeTitle(dir string, i int) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(1447, uint64(i)))
	t := tongues[i%len(tongues)]
	pages := leastPages + r.IntN(mostPages-leastPages+1)
	if i < 2 {
		pages = []int{leastPages, mostPages}[i] // both ends are there however few titles
	}
	forms := 1000 + 20*pages
	words := lexicon(r, forms)
	if t.letters != "" {
		words = lettered(r, []rune(t.letters), forms)
	}
	left := pages * t.page
	manifest := fmt.Sprintf("title: %s %d\nlanguage: %s\n", t.chapter, i+1, t.lang)
	if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(manifest), 0o666); err != nil {
		return err
	}
	for chapter := 1; left > 0; chapter++ {
		var b bytes.Buffer
		fmt.Fprintf(&b, "# %s %d %s\n\n", t.chapter, chapter, words[r.IntN(len(words))])
		size := min(left, 2500+r.IntN(3000))
		left -= size
		chapterText(&b, r, words, size)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.md", chapter)), b.Bytes(), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// chapterText writes paragraphs of words, with headings, notes and stressed words.
func chapterText(b *bytes.Buffer, r *rand.Rand, words []string, size int) {
	zipf := rand.NewZipf(r, 1.08, 2.7, uint64(len(words)-1))
	for paragraph := 1; size > 0; paragraph++ {
		if paragraph%9 == 0 {
			fmt.Fprintf(b, "## %s %d\n\n", words[r.IntN(len(words))], paragraph)
		}
		n := min(size, 40+r.IntN(90))
		size -= n
		for i := range n {
			word := words[zipf.Uint64()]
			switch {
			case i == n-1:
				word += "."
			case r.IntN(60) == 0:
				word = "*" + word + "*"
			case r.IntN(10) == 0:
				word += "."
			}
			b.WriteString(word)
			if i < n-1 {
				b.WriteByte(' ')
			}
		}
		if paragraph%7 == 0 {
			fmt.Fprintf(b, "[^%d]\n\n[^%d]: %s", paragraph, paragraph, words[r.IntN(len(words))])
		}
		b.WriteString("\n\n")
	}
}

// lettered gives distinct words of some letters.
func lettered(r *rand.Rand, letters []rune, forms int) (words []string) {
	seen := make(map[string]bool, forms)
	for len(words) < forms {
		var b strings.Builder
		for range 2 + r.IntN(3) + r.IntN(5) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		if w := b.String(); !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}
