package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// numberTables are the lines of which the number groups and the Latin words are
// to be seen in an order.
var numberTables = []string{"numbers.txt", "latin.txt"}

// call stands before the call of a note in a table.
const call = '\u2060'

// sighted is a line of a table in its place in a book: what is to be seen in it
// from left to right, and a mark of five letters by which it is found.
type sighted struct{ lang, want, line, mark string }

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
func (c *court) tableRows() (map[string][]sighted, error) {
	rows := make(map[string][]sighted)
	for _, name := range numberTables {
		data, err := os.ReadFile(filepath.Join(c.root, "content/isolate/testdata", name))
		if err != nil {
			return nil, err
		}
		for row := range strings.Lines(string(data)) {
			if f := strings.Split(strings.TrimSuffix(row, "\n"), "\t"); len(f) == 3 {
				rows[f[0]] = append(rows[f[0]], sighted{lang: f[0], want: f[1], line: f[2]})
			}
		}
	}
	return rows, nil
}

// numbersPlain is the control: left to UAX #9 alone, a third is out of order.
func (c *court) numbersPlain(rows []sighted) error {
	book, placed, err := c.numberBook("plain", "ar", "numbers: plain\n", rows)
	if err != nil {
		return err
	}
	lines, err := c.mupdfLines(book + ".pdf")
	if err != nil {
		return err
	}
	if lost := misplaced(placed, lines); len(lost) < len(placed)/3 {
		c.fail("numbers", "the control failed: of %d lines left to UAX #9 only %d are out of order", len(placed), len(lost))
	}
	return nil
}

// numberBook lays out and builds a book of the rows, and gives its name without
// an ending and the rows in their places.
func (c *court) numberBook(name, lang, front string, rows []sighted) (string, []sighted, error) {
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
	text, placed := layNumbers(rows)
	source := filepath.Join(dir, "numbers.md")
	front = "---\ntitle: نص\nlanguage: " + lang + "\nname: numbers\n" + front + "---\n\n"
	if err := os.WriteFile(source, []byte(front+text), 0o666); err != nil {
		return "", nil, err
	}
	_, err := c.command(c.warraq, "build", "-o", filepath.Join(dir, "out"), source)
	return filepath.Join(dir, "out", "numbers"), placed, err
}

func (c *court) numbersIn(lang string, rows []sighted) error {
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
func (c *court) compareNumbers(reader string, rows []sighted, lines []string) {
	lost := misplaced(rows, lines)
	says := c.pass
	if len(lost) > 0 {
		says = c.fail
	}
	says("numbers", "%s sees %d of %d lines in their order; not: %s", reader, len(rows)-len(lost), len(rows), strings.Join(firstFew(lost), " "))
}

// misplaced looks for each row by its mark and for what is to be seen in its
// line, or in the line before, where it is broken. It gives those that are not
// seen, with their lines.
func misplaced(rows []sighted, lines []string) (lost []string) {
	for i := range lines {
		lines[i] = folded(lines[i])
	}
	for _, row := range rows {
		at := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, row.mark) })
		if at >= 0 && (standsIn(lines[at], row) || at > 0 && standsIn(lines[at-1], row)) {
			continue
		}
		lost = append(lost, fmt.Sprintf("\u202D%s in %s\u202C", row.want, lines[max(at, 0)]))
	}
	return lost
}

// aCall is the call of a note in a table: its number is of the book's.
var aCall = regexp.MustCompile(`\|[0-9٠-٩]+\|`)

// standsIn tells whether want stands in a line with no digit or sign beside it.
func standsIn(line string, row sighted) bool {
	want := folded(row.want)
	if strings.ContainsRune(row.line, call) {
		parts := aCall.Split(want, 2)
		return regexp.MustCompile(regexp.QuoteMeta(parts[0]) + `\|?[0-9٠-٩]+\|?` + regexp.QuoteMeta(parts[1])).MatchString(line)
	}
	touches := func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("+−±%٪#*", r) }
	for from := 0; ; {
		k := strings.Index(line[from:], want)
		if k < 0 {
			return false
		}
		before, after := []rune(line[:from+k]), []rune(line[from+k+len(want):])
		if (len(before) == 0 || !touches(before[len(before)-1])) && (len(after) == 0 || !touches(after[0])) {
			return true
		}
		from += k + len(want)
	}
}

// folded is a line without its spaces, and with one bracket for all: readers say
// which was written, not which is seen.
func folded(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
			return -1
		case strings.ContainsRune("()[]{}<>«»‹›", r):
			return '|'
		}
		return r
	}, line)
}

// layNumbers writes the chapters of the book.
func layNumbers(rows []sighted) (string, []sighted) {
	var b, notes strings.Builder
	var all []sighted
	put := func(row sighted) string {
		row.mark = markOf(len(all))
		all = append(all, row)
		if before, after, ok := strings.Cut(row.line, string(call)); ok {
			_, after, _ = strings.Cut(after, ")")
			fmt.Fprintf(&notes, "[^c%d]: نص\n\n", len(all))
			return fmt.Sprintf("%s[^c%d]%s %s", plainMarkdown.Replace(before), len(all), plainMarkdown.Replace(after), backwards(row.mark))
		}
		return plainMarkdown.Replace(row.line) + " " + backwards(row.mark)
	}
	b.WriteString("# نص\n\n")
	for _, row := range rows {
		b.WriteString(put(row) + "\n\n")
	}
	numbers := slices.DeleteFunc(slices.Clone(rows), func(r sighted) bool {
		return !strings.ContainsFunc(r.want, unicode.IsDigit) || len(r.line) > 60 || strings.ContainsRune(r.line, call)
	})
	b.WriteString(notes.String())
	notes.Reset()
	b.WriteString("# نص في جدول\n\n| نص | نص |\n|---|---|\n")
	for _, row := range numbers {
		b.WriteString("| " + put(row) + " | نص |\n")
	}
	b.WriteString("\n# نص في حاشية\n\n")
	for i, row := range numbers {
		fmt.Fprintf(&b, "نص[^%d]\n\n", i+1)
		fmt.Fprintf(&notes, "[^%d]: %s\n\n", i+1, put(row))
	}
	b.WriteString(notes.String() + "# نص في بند\n\n")
	for _, row := range numbers {
		b.WriteString("- **نص** ثم " + put(row) + "\n")
	}
	b.WriteString("\n# نص في عنوان\n\n")
	for _, row := range numbers {
		b.WriteString("## " + put(row) + "\n\nنص\n\n")
	}
	return b.String(), all
}

// plainMarkdown escapes what Markdown would take for a mark.
var plainMarkdown = strings.NewReplacer("*", `\*`, "_", `\_`, "<", `\<`, "&", `\&`, "[", `\[`, "]", `\]`, `\`, `\\`, "#", `\#`, "$", `\$`, "{", `\{`)

// markOf is a mark as it is seen, of letters that do not join.
func markOf(n int) string {
	letters := []rune("دذرز")
	mark := make([]rune, 6)
	for i := range mark {
		mark[i] = letters[n%len(letters)]
		n /= len(letters)
	}
	return string(mark)
}

func backwards(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}
