package main

import (
	_ "embed"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/sync/errgroup"
	"golang.org/x/text/unicode/norm"

	"warraq/content/samples"
)

//go:embed chars.mjs
var charsScript []byte

// mixedBooks is how many random books of mixed direction are judged.
const mixedBooks = 1000

// How far a character may stand from where the pages put its word: across the
// line in ems, since marks stand beside their letters, and from its baseline in
// points.
const (
	besideWord = 0.15
	offLine    = 1.0
)

// places asks whether each character stands where `dump words` puts its word, by
// MuPDF: in every book, and in random books of lines that are hard to set. As a
// control the words are moved by an em.
func (c *court) places() error {
	var files, words []string
	for _, b := range c.books {
		out, err := c.command(append([]string{c.warraq, "dump", "words"}, b.named(b.source)...)...)
		if err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
		files, words = append(files, b.pdf), append(words, out)
	}
	mixed, itsWords, err := c.mixed()
	if err != nil {
		return err
	}
	pages, err := c.chars(append(files, mixed...))
	if err != nil {
		return err
	}
	for i, b := range c.books {
		c.stand("places "+b.name, pages[i:i+1], words[i:i+1])
	}
	c.stand(fmt.Sprintf("places of %d random books", len(mixed)), pages[len(files):], itsWords)
	return nil
}

// named are the arguments that name a book's source, by a path to it, and what it
// is called.
func (b *book) named(path string) []string {
	if b.source == "" {
		path = "booklet:"
	}
	return append([]string{path}, b.args...)
}

// mixed builds the random books and gives their files and words.
func (c *court) mixed() (files, words []string, err error) {
	dir := filepath.Join(c.work, "random")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, nil, err
	}
	files, words = make([]string, mixedBooks), make([]string, mixedBooks)
	var group errgroup.Group
	group.SetLimit(2)
	for seed := range files {
		group.Go(func() error {
			name := filepath.Join(dir, strconv.Itoa(seed))
			files[seed] = name + ".pdf"
			if err := os.WriteFile(name+".md", []byte(samples.Mixed(uint64(seed))), 0o666); err != nil {
				return err
			}
			if _, err := c.command(c.warraq, "build", "-q", "--only", "pdf", "-o", dir, name+".md"); err != nil {
				return err
			}
			words[seed], err = c.command(c.warraq, "dump", "words", name+".md")
			return err
		})
	}
	return files, words, group.Wait()
}

// stand judges the words of files by the characters of their pages.
func (c *court) stand(judge string, pages []map[int][]char, words []string) {
	var all, off, moved int
	var first []string
	for i := range words {
		n, wrong := standing(pages[i], words[i], 0)
		_, control := standing(pages[i], words[i], 1)
		all, off, moved = all+n, off+len(wrong), moved+len(control)
		for _, w := range wrong {
			first = append(first, fmt.Sprintf("%d:%s", i, w))
		}
	}
	says := c.pass
	if off > 0 || all == 0 {
		says = c.fail
	}
	says(judge, "%d of %d characters stand elsewhere than their words; %s", off, all, strings.Join(firstFew(first), " "))
	if moved < all/4 {
		c.fail(judge, "the control failed: of words moved by an em %d of %d characters stand elsewhere", moved, all)
	}
}

// char is a character where a reader finds it.
type char struct {
	x, y float64
	text string
	used bool
}

// chars are the characters of files, by page and by the line that their baseline
// falls on, in points.
func (c *court) chars(files []string) ([]map[int][]char, error) {
	list := filepath.Join(c.work, "files")
	if err := os.WriteFile(list, []byte(strings.Join(files, "\n")), 0o666); err != nil {
		return nil, err
	}
	out, err := c.script("chars.mjs", charsScript, list)
	if err != nil {
		return nil, err
	}
	all := make([]map[int][]char, len(files))
	for i := range all {
		all[i] = make(map[int][]char)
	}
	for line := range strings.Lines(out) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 6)
		if len(f) < 6 {
			continue // a line's end, which is a character to MuPDF
		}
		n, err := numbersIn(f[:5])
		if err != nil {
			return nil, err
		}
		at := lineAt(int(n[1]), n[3])
		all[int(n[0])][at] = append(all[int(n[0])][at], char{x: n[2], y: n[3], text: norm.NFKD.String(f[5])})
	}
	return all, nil
}

// lineAt is a key of a page and a baseline.
func lineAt(page int, y float64) int { return page<<20 | int(math.Round(y)) }

func numbersIn(fields []string) (n []float64, err error) {
	n = make([]float64, len(fields))
	for i, f := range fields {
		if n[i], err = strconv.ParseFloat(f, 64); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// standing counts the characters of the words, moved by so many ems, and lists
// those that are not found where they should be.
func standing(chars map[int][]char, words string, by float64) (all int, off []string) {
	fresh := make(map[int][]char, len(chars))
	for at, line := range chars {
		fresh[at] = append([]char(nil), line...)
	}
	for line := range strings.Lines(words) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 6)
		n, err := numbersIn(f[:5])
		if err != nil {
			return all, append(off, err.Error())
		}
		left, y, width, size := n[1]+by*n[4], n[2], n[3], n[4]
		for _, r := range norm.NFKD.String(f[5]) {
			if !unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) || r == 'ـ' {
				continue // what has no place of its own
			}
			all++
			if !take(fresh, int(n[0]), y, left-besideWord*size, left+width+besideWord*size, r) {
				off = append(off, fmt.Sprintf("%q of %q on page %d", r, f[5], int(n[0])))
			}
		}
	}
	return all, off
}

// said are the signs for which a reader is told another: the tick in the box of a
// task, which is said with its box.
var said = map[rune]rune{'✓': '☑'}

// take uses up the character r that stands on a baseline between two places.
func take(chars map[int][]char, page int, y, left, right float64, r rune) bool {
	if other, ok := said[r]; ok {
		r = other
	}
	for _, down := range []float64{0, -1, 1} {
		line := chars[lineAt(page, y+down)]
		for i := range line {
			ch := &line[i]
			if !ch.used && math.Abs(ch.y-y) <= offLine && ch.x >= left && ch.x <= right && strings.ContainsRune(ch.text, r) {
				ch.used = len([]rune(ch.text)) == 1
				return true
			}
		}
	}
	return false
}
