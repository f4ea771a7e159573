package plain_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/content/dump"
	"warraq/content/internal/golden"
	"warraq/content/mend"
	"warraq/content/number"
	"warraq/content/plain"
	"warraq/content/roles"
)

// TestRead reads each file of a case. In a file whose name begins with "mark"
// the marks are § and ***.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		var b strings.Builder
		for _, f := range files {
			opt := plain.Options{Introduction: "Introduction", Fields: content.Fields{Date: "2015-05", Lang: "ar-MA"}}
			if strings.HasPrefix(f.Name, "mark") {
				opt.Marks = []string{"§", "***"}
			}
			fmt.Fprintf(&b, "== %s\n%s", f.Name, dumpOf(plain.Read(f.Name, string(f.Data), opt)))
		}
		return b.String()
	})
}

func dumpOf(chapters []*content.Chapter, problems []content.Problem) string {
	doc := &content.Document{Chapters: chapters}
	number.Document(doc)
	doc.Front = content.FrontMatter{} // which says again what the chapters say
	var b strings.Builder
	_ = dump.Document(&b, doc)
	_, out, _ := strings.Cut(b.String(), "\n") // without the line on the book
	for _, p := range problems {
		out += "problem " + p.String() + "\n"
	}
	return out
}

func TestDefaults(t *testing.T) {
	chapters, _ := plain.Read("f", "نص\n✨ باب", plain.Options{})
	if len(chapters) != 2 || content.PlainText(chapters[0].Title) != "مقدمة" || chapters[0].Role != roles.Introduction {
		t.Errorf("%s", dumpOf(chapters, nil))
	}
	for _, empty := range []string{"", "\n \n\t\n"} {
		if chapters, _ := plain.Read("f", empty, plain.Options{}); len(chapters) != 0 {
			t.Errorf("%q: %s", empty, dumpOf(chapters, nil))
		}
	}
}

// FuzzPlain: reading never panics, and where there are no fields loses no letter.
func FuzzPlain(f *testing.F) {
	for _, seed := range golden.Seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		text, _, _ := mend.Source("f", src)
		out := dumpOf(plain.Read("f", text, plain.Options{Introduction: "-"}))
		if want, got := letters(text), letters(out); want != got && !strings.Contains(text, "{") {
			t.Fatalf("%q has %d Arabic letters, its dump %d:\n%s", text, want, got, out)
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
