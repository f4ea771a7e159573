package markdown_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/dump"
	"warraq/content/internal/golden"
	"warraq/content/markdown"
	"warraq/content/mend"
	"warraq/content/number"
	"warraq/content/supply"
)

// TestRead reads each file of a case, a file named book.md as a whole book, and
// wants the dump and the problems.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		var b strings.Builder
		for _, f := range files {
			fmt.Fprintf(&b, "== %s\n%s", f.Name, dumpOf(f.Name, string(f.Data)))
		}
		return b.String()
	})
}

func dumpOf(name, source string) string {
	opt := markdown.Options{File: name, Fields: content.Fields{Date: "2015-05-15", Lang: "ar-MA"}}
	if name == "book.md" {
		opt.Introduction = "مقدمة"
	}
	chapters, short, _, problems := markdown.NewReader().Read(source, opt)
	doc := &content.Document{Chapters: chapters, Abbreviations: short}
	_, double := supply.Expand(doc)
	problems = append(problems, double...)
	number.Document(doc)
	var b strings.Builder
	_ = dump.Document(&b, doc)
	_, out, _ := strings.Cut(b.String(), "\n") // without the line on the book
	for _, p := range problems {
		out += "problem " + p.String() + "\n"
	}
	return out
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct {
		in, yaml, rest string
		line           int
		closed         bool
	}{
		{"نص\n", "", "نص\n", 1, true},
		{"---\na: 1\n---\nنص\n", "a: 1\n", "نص\n", 4, true},
		{"---\na: 1\n...\nنص", "a: 1\n", "نص", 4, true},
		{"---\n---\n", "", "", 3, true},
		{"---\na: 1\n", "", "---\na: 1\n", 1, false},
		{"", "", "", 1, true},
	} {
		yaml, rest, line, closed := markdown.FrontMatter(c.in)
		if yaml != c.yaml || rest != c.rest || line != c.line || closed != c.closed {
			t.Errorf("%q: got %q %q %d %v", c.in, yaml, rest, line, closed)
		}
	}
}

// FuzzMarkdown: reading never panics, and where it finds no problem it loses no
// Arabic letter. Left out are texts with what is dropped or parted from its
// place on purpose: tags and comments of HTML and of other programs, link
// definitions, attributes.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range golden.Seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		text, _, _ := mend.Source("f", src)
		for _, name := range []string{"f", "book.md"} {
			out := dumpOf(name, text)
			if strings.Contains(out, "\nproblem ") || strings.HasPrefix(out, "problem ") ||
				strings.ContainsAny(text, "<{") || strings.Contains(text, "]:") || strings.Contains(text, "%%") || strings.Contains(text, "[[") || strings.Contains(text, "mport") || strings.Contains(text, "xport") {
				continue
			}
			if want, got := letters(text), letters(strings.Replace(out, "مقدمة", "", 1)); want > got {
				t.Fatalf("%q has %d Arabic letters, its dump %d:\n%s", text, want, got, out)
			}
		}
	})
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// Nesting without end is a problem, not a stack that overflows.
func TestDeep(t *testing.T) {
	for _, open := range []string{"::: a\n", "> ", "- ", "1. ", ">"} {
		_, _, _, problems := markdown.NewReader().Read("# ف\n\n"+strings.Repeat(open, 20000)+"نص\n", markdown.Options{File: "f"})
		deep := slices.ContainsFunc(problems, func(p content.Problem) bool { return strings.Contains(p.What, "too deep") })
		if !deep || len(problems) > 100 {
			t.Errorf("%q: %d problems", open, len(problems))
		}
	}
}
