//go:build readers

package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
// many of the manuscript's words each reader finds. TEXTS names manuscripts,
// JUDGES a folder with the npm packages mupdf, pdfjs-dist and @hyzyla/pdfium.
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
		fmt.Printf("\n| %s | poppler | MuPDF | pdf.js | PDFium |\n|---|---|---|---|---|\n", filepath.Base(name))
		for _, way := range []struct {
			name string
			ways
		}{
			{"as it is", 0},
			{"no line stretched", unstretched},
			{"and plain spaces only", unstretched | unjoined},
			{"no marks of direction", unguarded},
			{"lines in visual order", unordered},
			{"none of them", unordered | unguarded | unjoined | unstretched},
		} {
			var file bytes.Buffer
			if err := Write(&file, doc, pages, Options{ways: way.ways}); err != nil {
				t.Fatal(err)
			}
			fmt.Printf("| %s | %s |\n", way.name, strings.Join(shares(t, file.Bytes(), plainWords(strings.Join(source, "\n"))), " | "))
		}
	}
}

// shares are the parts of the words that each reader finds in a file.
func shares(t *testing.T, file []byte, words []string) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, file, 0o666); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, command := range [][]string{
		{"pdftotext", "-enc", "UTF-8", name, "-"},
		{"node", "../../cmd/judge/mupdf.mjs", os.Getenv("JUDGES"), name},
		{"node", "../../cmd/judge/pdfjs.mjs", os.Getenv("JUDGES"), name},
		{"node", "../../cmd/judge/pdfium.mjs", os.Getenv("JUDGES"), name},
	} {
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
