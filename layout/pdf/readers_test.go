//go:build readers

package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"warraq/content"
	"warraq/content/book"
	"warraq/fonts"
	"warraq/layout"
)

// TestReaders writes the same pages in several ways and tells for each how
// many of the manuscript's words each reader finds, and how many KB it takes.
// TEXTS names manuscripts, JUDGES a folder with the npm packages mupdf,
// pdfjs-dist and @hyzyla/pdfium; NEWEST, which may be missing, is a command
// before those of a newer poppler and mutool.
func TestReaders(t *testing.T) {
	texts := filepath.SplitList(os.Getenv("TEXTS"))
	if len(texts) == 0 {
		texts = []string{"../../content/samples/vocalised.txt", "../../content/samples/mixed.md"}
	}
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range texts {
		doc, _, err := book.Read(os.DirFS(filepath.Dir(name)), filepath.Base(name), book.Options{Lang: "ar"})
		if err != nil {
			t.Fatal(err)
		}
		pages, err := layout.Pages(doc, set, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var source []string
		content.Texts(doc, func(_ *content.Place, text []content.Inline) {
			source = append(source, content.PlainText(text))
		})
		words := plainWords(strings.Join(source, "\n"))
		readers := readersOf(os.Getenv("JUDGES"), strings.Fields(os.Getenv("NEWEST")))
		fmt.Printf("\n| %s, %d words |", filepath.Base(name), len(words))
		for _, r := range readers {
			fmt.Printf(" %s |", r.name)
		}
		fmt.Printf(" KB |\n|---|%s\n", strings.Repeat("---|", len(readers)+1))
		for _, way := range []struct {
			name string
			ways
			redraw
		}{
			{"as it is", 0, nil},
			{"no line stretched", unstretched, nil},
			{"and plain spaces only", unstretched | unjoined, nil},
			{"no marks of direction", unguarded, nil},
			{"no spaces at the ends of lines", unended, nil},
			{"letter spaces only", unstretched | joined, nil},
			{"lines in visual order", unordered, nil},
			{"none of them", unordered | unguarded | unjoined | unstretched, nil},
			{"letters from right to left, a string a run", unstretched | joined, byLetter(false)},
			{"letters from right to left, a string a letter", unstretched | joined, byLetter(true)},
			{"and marks in a size of their own", unstretched | joined, marked},
			{"words from right to left, a string a word", unstretched | joined, worded},
			{"mirrored letters, -100 Tz", unstretched | joined, mirrored},
			{"/ReversedChars around each string", 0, reversed},
		} {
			var file bytes.Buffer
			if err := Write(&file, doc, pages, Options{ways: way.ways, redraw: way.redraw}); err != nil {
				t.Fatal(err)
			}
			fmt.Printf("| %s | %s | %.1f |\n", way.name, strings.Join(shares(t, file.Bytes(), readers, words), " | "), float64(file.Len())/1000)
		}
	}
}

// reader is a command that writes the text of the file named in its last
// argument but for an output.
type reader struct {
	name    string
	command []string
}

func readersOf(judges string, newest []string) []reader {
	all := []reader{
		{"poppler", []string{"pdftotext", "-enc", "UTF-8", "FILE", "-"}},
		{"MuPDF", []string{"node", "../../cmd/judge/mupdf.mjs", judges, "FILE"}},
		{"pdf.js", []string{"node", "../../cmd/judge/pdfjs.mjs", judges, "FILE"}},
		{"PDFium", []string{"node", "../../cmd/judge/pdfium.mjs", judges, "FILE"}},
		{"struct", []string{"pdfinfo", "-struct-text", "FILE"}},
		{"mutool", []string{"mutool", "draw", "-q", "-F", "txt", "FILE"}},
	}
	if len(newest) == 0 {
		return all
	}
	for _, i := range []int{0, 4, 5} {
		all = append(all, reader{"newest " + all[i].name, slices.Concat(newest, all[i].command)})
	}
	return all
}

// shares are the parts of the words that each reader finds in a file.
func shares(t *testing.T, file []byte, readers []reader, words []string) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, file, 0o666); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range readers {
		command := slices.Clone(r.command)
		command[slices.Index(command, "FILE")] = name
		out, err := exec.Command(command[0], command[1:]...).Output()
		if err != nil {
			t.Fatalf("%v: %v", command, err)
		}
		left := make(map[string]int)
		for _, w := range plainWords(string(out)) {
			left[w]++
		}
		found := 0
		for _, w := range words {
			if left[w]--; left[w] >= 0 {
				found++
			}
		}
		all = append(all, fmt.Sprintf("%.4f", float64(found)/float64(len(words))))
	}
	return all
}

// plainWords are the words that a person would search.
func plainWords(text string) []string {
	text = strings.Map(func(r rune) rune {
		if r == 0x640 || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) })
}
