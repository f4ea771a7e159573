package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/internal/golden"
	"warraq/content/markdown"
)

// TestRead reads each file of a case, a file named book.md as a whole book, and
// wants the dump and the problems.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		var b strings.Builder
		for _, f := range files {
			fmt.Fprintf(&b, "== %s\n%s", f.Name, dump(f.Name, string(f.Data)))
		}
		return b.String()
	})
}

func dump(name, source string) string {
	opt := markdown.Options{File: name}
	if name == "book.md" {
		opt.Introduction = "مقدمة"
	}
	chapters, problems := markdown.NewReader().Read(source, opt)
	doc := &content.Document{Chapters: chapters}
	content.Number(doc)
	var b strings.Builder
	_ = content.Dump(&b, doc)
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
