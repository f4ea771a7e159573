package paragraph

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// listed is a row of a table of package isolate: a line, and what is to be seen
// in it from left to right.
type listed struct{ lang, want, line string }

func readTable(t testing.TB, name string) (rows []listed) {
	t.Helper()
	data, err := os.ReadFile("../../content/isolate/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(string(data)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(f) != 3 {
			t.Fatalf("%s: %q has %d fields", name, row, len(f))
		}
		rows = append(rows, listed{f[0], f[1], f[2]})
	}
	return rows
}

// TestNumberTable sees each number of the table in its line, by the levels of the
// PDF and by what the EPUB's markup says to UAX #9.
func TestNumberTable(t *testing.T) {
	rows := readTable(t, "numbers.txt")
	if len(rows) < 200 {
		t.Errorf("%d rows", len(rows))
	}
	checkTable(t, rows)
}

func checkTable(t *testing.T, rows []listed) {
	t.Helper()
	for _, row := range rows {
		text, ltr := []rune(row.line), row.lang == "en" || row.lang == "fr"
		if got := seenDirected(text, ltr); !stands(got, row.want) {
			t.Errorf("PDF: %s is not in \u202D%s\u202C", row.want, got)
		}
		if got := seenMarked(text, ltr); !stands(got, row.want) {
			t.Errorf("EPUB: %s is not in \u202D%s\u202C", row.want, got)
		}
	}
}

// stands tells whether want stands in a line, with no sign or digit touching it.
func stands(line, want string) bool {
	before, after, ok := strings.Cut(line, want)
	touches := func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("+-−±%٪#*", r) }
	for ok {
		b, a := []rune(before), []rune(after)
		if (len(b) == 0 || !touches(b[len(b)-1]) || want == "3") && (len(a) == 0 || !touches(a[0]) || want == "3") {
			return true
		}
		before, after, ok = strings.Cut(after, want)
	}
	return false
}

// TestEnglishTable does so with Arabic words and numbers in Latin text.
func TestEnglishTable(t *testing.T) { checkTable(t, readTable(t, "english.txt")) }

// TestLatinTable does so with Latin words among Arabic ones.
func TestLatinTable(t *testing.T) { checkTable(t, readTable(t, "latin.txt")) }
