//go:build readers

package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
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
	"warraq/layout/pdf/spell"
)

// TestReaders writes the same pages in several ways and tells for each how
// many of the manuscript's words each reader gives back, how many phrases of two
// words the program's own search finds, and how many KB it takes.
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
		words, said := plainWords(strings.Join(source, "\n")), phrases(source)
		readers := readersOf(os.Getenv("JUDGES"), strings.Fields(os.Getenv("NEWEST")))
		fmt.Printf("\n| %s, %d words · %d phrases |", filepath.Base(name), len(words), len(said))
		for _, r := range readers {
			fmt.Printf(" %s |", r.name)
		}
		fmt.Printf(" KB |\n|---|%s\n", strings.Repeat("---|", len(readers)+1))
		for _, way := range []struct {
			name string
			spell.Ways
			redraw
		}{
			{"as it is", 0, nil},
			{"no line stretched", spell.Unstretched, nil},
			{"and plain spaces only", spell.Unstretched | spell.Unjoined, nil},
			{"no marks of direction", spell.Unguarded, nil},
			{"no spaces at the ends of lines", spell.Unended, nil},
			{"letter spaces only", spell.Unstretched | spell.Joined, nil},
			{"lines in visual order", spell.Unordered, nil},
			{"none of them", spell.Unordered | spell.Unguarded | spell.Unjoined | spell.Unstretched, nil},
			{"letters from right to left, a string a run", spell.Unstretched | spell.Joined, byLetter(false)},
			{"letters from right to left, a string a letter", spell.Unstretched | spell.Joined, byLetter(true)},
			{"and marks in a size of their own", spell.Unstretched | spell.Joined, marked},
			{"words from right to left, a string a word", spell.Unstretched | spell.Joined, worded},
			{"mirrored letters, -100 Tz", spell.Unstretched | spell.Joined, mirrored},
			{"/ReversedChars around each string", 0, reversed},
		} {
			var file bytes.Buffer
			if err := Write(&file, doc, pages, Options{ways: way.Ways, redraw: way.redraw}); err != nil {
				t.Fatal(err)
			}
			fmt.Printf("| %s | %s | %.1f |\n", way.name, strings.Join(shares(t, file.Bytes(), readers, words, said), " | "), float64(file.Len())/1000)
		}
	}
}

// reader is a command that writes the text of the file named in its last
// argument but for an output.
type reader struct {
	name    string
	command []string
	search  []string // finds phrases, a line each
}

func readersOf(judges string, newest []string) []reader {
	node := func(args ...string) []string { // as cmd/judge runs it
		return append([]string{"node", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"}, args...)
	}
	search := func(name string) []string { return node("testdata/search.mjs", judges, name, "FILE") }
	all := []reader{
		{"poppler", []string{"pdftotext", "-enc", "UTF-8", "FILE", "-"}, nil},
		{"MuPDF", node("../../cmd/judge/mupdf.mjs", judges, "FILE"), search("MuPDF")},
		{"pdf.js", node("../../cmd/judge/pdfjs.mjs", judges, "FILE"), search("pdf.js")},
		{"PDFium", node("../../cmd/judge/pdfium.mjs", judges, "FILE"), search("PDFium")},
		{"struct", []string{"pdfinfo", "-struct-text", "FILE"}, nil},
		{"mutool", []string{"mutool", "draw", "-q", "-F", "txt", "FILE"}, nil},
	}
	if py := "/usr/bin/python3"; exec.Command(py, "-c", "import gi; gi.require_version('Poppler', '0.18')").Run() == nil {
		all[0].search = []string{py, "testdata/search.py", "FILE"}
	}
	if len(newest) == 0 {
		return all
	}
	for _, i := range []int{0, 4, 5} {
		all = append(all, reader{"newest " + all[i].name, slices.Concat(newest, all[i].command), nil})
	}
	return all
}

// phrases are three hundred pairs of neighbouring words of letters, chosen by
// chance, or all there are; in NFC, as most text is typed.
func phrases(source []string) []string {
	letters := func(w string) bool {
		return !strings.ContainsFunc(w, func(r rune) bool { return r == 0x640 || !unicode.In(r, unicode.L, unicode.M) })
	}
	all := make(map[string]bool)
	for _, text := range source {
		words := strings.Fields(norm.NFC.String(text))
		for i := 1; i < len(words); i++ {
			if letters(words[i-1]) && letters(words[i]) {
				all[words[i-1]+" "+words[i]] = true
			}
		}
	}
	said := slices.Sorted(maps.Keys(all))
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(said), func(i, k int) { said[i], said[k] = said[k], said[i] })
	return said[:min(len(said), 300)]
}

// found is the part of the phrases that the search of a reader finds.
func (r *reader) found(t *testing.T, name string, said []string) float64 {
	t.Helper()
	args := slices.Clone(r.search)
	args[slices.Index(args, "FILE")] = name
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stdin = strings.NewReader(strings.Join(said, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil || bytes.Count(out, []byte("\n")) != len(said) {
		t.Fatalf("%v: %v, %d lines for %d phrases", args, err, bytes.Count(out, []byte("\n")), len(said))
	}
	return float64(bytes.Count(out, []byte("1\n"))) / float64(max(1, len(said)))
}

// shares are the parts of the words and of the phrases that each reader finds in
// a file.
func shares(t *testing.T, file []byte, readers []reader, words, said []string) []string {
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
		share := fmt.Sprintf("%.4f", float64(found)/float64(len(words)))
		if r.search != nil {
			share += fmt.Sprintf(" · %.3f", r.found(t, name, said))
		}
		all = append(all, share)
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
