package pdf_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"
)

// TestShort: whatever marks stand beside an abbreviation, what is its own in the
// structure is its letters and nothing else, and each place has its own element.
func TestShort(t *testing.T) {
	words := strings.Fields("مج م لا لله هـ ق.م مُجَلَّد ﷺ UN الجُمْلَة إلخ")
	marks := []string{"%s", "%s", "%s،", "«%s»", "(%s)", "%s.", "**%s**؛", "[%s](#a)،", "1436 %s", "%s[^1]", "%s/%s", "([%s]{lang=en})"}
	r := rand.New(rand.NewSource(1))
	var b strings.Builder
	b.WriteString("---\ntitle: كتاب\nlanguage: ar-MA\ncontents: false\n---\n# فصل {#a}\n\n[^1]: حاشية.\n\n")
	written := make(map[string]int)
	for range 20 {
		for range 60 {
			word := words[r.Intn(len(words))]
			mark := marks[r.Intn(len(marks))]
			n := strings.Count(mark, "%s")
			written[word] += n
			fmt.Fprintf(&b, mark+" كلمة ", []any{word, word}[:n]...)
		}
		b.WriteString("\n\n")
	}
	for _, word := range words {
		fmt.Fprintf(&b, "*[%s]: طويل %s\n", word, word)
	}
	d := read(t, lay(t, readFolder(t, []txtar.File{{Name: "a.md", Data: []byte(b.String())}})).file)
	d.tagged(t)
	var word string
	for line := range strings.Lines(d.structure()) {
		line = strings.TrimSpace(line)
		if _, long, ok := strings.Cut(line, "طويل "); ok && strings.HasPrefix(line, "Span") {
			word = strings.TrimSpace(long)
			written[word]--
			continue
		}
		if word != "" {
			if got := strings.Trim(strings.NewReplacer(`"`, "", `\u200f`, "", `\u200e`, "").Replace(line), " "); norm.NFC.String(got) != norm.NFC.String(word) && word != "ﷺ" {
				t.Errorf("%s is marked as %q", word, line)
			}
		}
		word = ""
	}
	for word, n := range written {
		if n != 0 {
			t.Errorf("%d places of %s are not marked", n, word)
		}
	}
}
