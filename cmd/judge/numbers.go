package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"warraq/cmd/judge/internal/sight"
)

// numberTables are the lines of which the number groups and the Latin words are
// to be seen in an order.
var numberTables = []string{"numbers.txt", "latin.txt"}

// numbers builds a book in each language of the tables, in which each line
// stands in a paragraph, and those of numbers in a heading, a cell, a note and
// behind bold words too, and reads the order of the characters back.
func (c *court) numbers() error {
	rows, err := c.tableRows()
	if err != nil {
		return err
	}
	for _, lang := range slices.Sorted(maps.Keys(rows)) {
		if err := c.numbersIn(lang, rows[lang]); err != nil {
			return fmt.Errorf("%s: %w", lang, err)
		}
	}
	return c.numbersPlain(rows["ar"])
}

// tableRows are the lines of the tables by their languages.
func (c *court) tableRows() (map[string][]sight.Row, error) {
	rows := make(map[string][]sight.Row)
	for _, name := range numberTables {
		data, err := os.ReadFile(filepath.Join(c.root, "content/isolate/testdata", name))
		if err != nil {
			return nil, err
		}
		for row := range strings.Lines(string(data)) {
			if f := strings.Split(strings.TrimSuffix(row, "\n"), "\t"); len(f) == 3 {
				rows[f[0]] = append(rows[f[0]], sight.Row{Lang: f[0], Want: f[1], Line: f[2]})
			}
		}
	}
	return rows, nil
}

// numbersPlain is the control: left to UAX #9 alone, a third is out of order.
func (c *court) numbersPlain(rows []sight.Row) error {
	book, placed, err := c.numberBook("plain", "ar", "numbers: plain\n", rows)
	if err != nil {
		return err
	}
	lines, err := c.mupdfLines(book + ".pdf")
	if err != nil {
		return err
	}
	if lost := sight.Misplaced(placed, lines); len(lost) < len(placed)/3 {
		c.fail("numbers", "the control failed: of %d lines left to UAX #9 only %d are out of order", len(placed), len(lost))
	}
	return nil
}

// numberBook lays out and builds a book of the rows, and gives its name without
// an ending and the rows in their places.
func (c *court) numberBook(name, lang, front string, rows []sight.Row) (string, []sight.Row, error) {
	dir := filepath.Join(c.work, "numbers", name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", nil, err
	}
	if lang == "he" {
		front += worn
		if err := copyFiles(dir, map[string]string{"regular.ttf": c.regular(hebrew), "bold.ttf": c.bold(hebrew)}); err != nil {
			return "", nil, err
		}
	}
	text, placed := sight.Lay(rows)
	source := filepath.Join(dir, "numbers.md")
	front = "---\ntitle: نص\nlanguage: " + lang + "\nname: numbers\n" + front + "---\n\n"
	if err := os.WriteFile(source, []byte(front+text), 0o666); err != nil {
		return "", nil, err
	}
	_, err := c.command(c.warraq, "build", "-o", filepath.Join(dir, "out"), source)
	return filepath.Join(dir, "out", "numbers"), placed, err
}

func (c *court) numbersIn(lang string, rows []sight.Row) error {
	book, placed, err := c.numberBook(lang, lang, "", rows)
	if err != nil {
		return err
	}
	for _, r := range []struct {
		name string
		read func(*court, string) ([]string, error)
		file string
	}{
		{"MuPDF", (*court).mupdfLines, book + ".pdf"},
		{"pdf.js", (*court).pdfjsLines, book + ".pdf"},
		{"poppler", (*court).popplerLines, book + ".pdf"},
		{"Chromium", (*court).chromiumLines, book + ".epub"},
	} {
		lines, err := r.read(c, r.file)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		c.compareNumbers(r.name+" "+lang, placed, lines)
	}
	return nil
}

// compareNumbers tells which lines a reader does not see in their order.
func (c *court) compareNumbers(reader string, rows []sight.Row, lines []string) {
	lost := sight.Misplaced(rows, lines)
	says := c.pass
	if len(lost) > 0 {
		says = c.fail
	}
	says("numbers", "%s sees %d of %d lines in their order; not: %s", reader, len(rows)-len(lost), len(rows), strings.Join(firstFew(lost), " "))
}
