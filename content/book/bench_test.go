package book_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
)

// prose makes about size bytes of Arabic-looking text, the same every time:
// paragraphs of sentences, ends of paragraphs as given. One space in two
// hundred stands before a comma, as in manuscripts.
func prose(size int, end string) string {
	rng := rand.New(rand.NewPCG(1, 2))
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهويةأإى")
	forms := make([]string, 4000)
	for i := range forms {
		word := make([]rune, 2+rng.IntN(7))
		for j := range word {
			word[j] = letters[rng.IntN(len(letters))]
		}
		forms[i] = string(word)
	}
	var b strings.Builder
	b.Grow(size + 200)
	for n := 1; b.Len() < size; n++ {
		b.WriteString(forms[int(float64(len(forms))*rng.Float64()*rng.Float64())])
		switch {
		case n%97 == 0:
			b.WriteString("." + end)
		case n%200 == 0:
			b.WriteString(" ، ")
		case n%11 == 0:
			b.WriteString("، ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func benchmark(b *testing.B, name, text string) {
	fsys := fstest.MapFS{name: {Data: []byte(text)}}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := book.Read(fsys, name, book.Options{Title: "كتاب", Lang: "ar"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlain reads a plain text of 790 kB in 300 chapters.
func BenchmarkPlain(b *testing.B) {
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintf(&text, "✨ باب %d\n%s\n", i, prose(2600, "\n"))
	}
	benchmark(b, "book.txt", text.String())
}

// BenchmarkMarkdown reads 2.5 MB of Markdown: prose with some emphasis, links
// and notes.
func BenchmarkMarkdown(b *testing.B) {
	var text strings.Builder
	for i := range 100 {
		fmt.Fprintf(&text, "# باب %d\n\n%s[^%d]\n\nو**غليظ** [رابط](#ch-1).\n\n[^%d]: هامش.\n\n", i, prose(25000, "\n\n"), i, i)
	}
	benchmark(b, "book.md", text.String())
}

// BenchmarkWrapped reads 2.5 MB of Markdown whose lines an editor wrapped.
func BenchmarkWrapped(b *testing.B) {
	words := strings.Fields(prose(2500000, " "))
	var text strings.Builder
	text.WriteString("# باب\n\n")
	for i, w := range words {
		text.WriteString(w)
		switch {
		case i%100 == 99:
			text.WriteString("\n\n")
		case i%12 == 11:
			text.WriteString("\n")
		default:
			text.WriteString(" ")
		}
	}
	benchmark(b, "book.md", text.String())
}
