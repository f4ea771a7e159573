package sight

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// call stands before the call of a note in a table.
const call = '\u2060'

// Row is a line of a table in its place in a book: what is to be seen in it
// from left to right, and a mark of five letters by which it is found.
type Row struct{ Lang, Want, Line, mark string }

// Misplaced looks for each row by its mark and for what is to be seen in its
// line, or in the line before, where it is broken. It gives those that are not
// seen, with their lines.
func Misplaced(rows []Row, lines []string) (lost []string) {
	for i := range lines {
		lines[i] = folded(lines[i])
	}
	for _, row := range rows {
		at := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, row.mark) })
		if at >= 0 && (standsIn(lines[at], row) || at > 0 && standsIn(lines[at-1], row)) {
			continue
		}
		lost = append(lost, fmt.Sprintf("\u202D%s in %s\u202C", row.Want, lines[max(at, 0)]))
	}
	return lost
}

// aCall is the call of a note in a table: its number is of the book's.
var aCall = regexp.MustCompile(`\|[0-9٠-٩]+\|`)

// standsIn tells whether want stands in a line with no digit or sign beside it.
func standsIn(line string, row Row) bool {
	want := folded(row.Want)
	if strings.ContainsRune(row.Line, call) {
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

// Lay writes the chapters of the book.
func Lay(rows []Row) (string, []Row) {
	var b, notes strings.Builder
	var all []Row
	put := func(row Row) string {
		row.mark = markOf(len(all))
		all = append(all, row)
		if before, after, ok := strings.Cut(row.Line, string(call)); ok {
			_, after, _ = strings.Cut(after, ")")
			fmt.Fprintf(&notes, "[^c%d]: نص\n\n", len(all))
			return fmt.Sprintf("%s[^c%d]%s %s", plainMarkdown.Replace(before), len(all), plainMarkdown.Replace(after), backwards(row.mark))
		}
		return plainMarkdown.Replace(row.Line) + " " + backwards(row.mark)
	}
	b.WriteString("# نص\n\n")
	for _, row := range rows {
		b.WriteString(put(row) + "\n\n")
	}
	numbers := slices.DeleteFunc(slices.Clone(rows), func(r Row) bool {
		return !strings.ContainsFunc(r.Want, unicode.IsDigit) || len(r.Line) > 60 || strings.ContainsRune(r.Line, call)
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
