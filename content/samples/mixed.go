package samples

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Mixed is a manuscript of the lines that are hardest to set: scripts, numbers,
// addresses, signs, code and languages side by side, in any construct. It means
// nothing; the same seed gives the same text, and tests ask of it what they ask
// of any.
func Mixed(seed uint64) string {
	a := &author{Rand: rand.New(rand.NewPCG(seed, 14))}
	lang := a.one("ar", "ar", "ar-MA", "ar-EG", "fa", "ur", "en", "fr")
	fmt.Fprintf(&a.out, "---\ntitle: %s\nlanguage: %s\n---\n\n# %s\n\n", a.one("كتاب", "Book"), lang, a.phrase(1, 5))
	for range 3 + a.IntN(6) {
		a.block()
	}
	for i := 0; i < a.notes; i++ { // notes may call notes
		fmt.Fprintf(&a.out, "[^%d]: %s\n\n", i+1, a.phrase(2, 12))
	}
	return a.out.String()
}

// author writes by chance.
type author struct {
	*rand.Rand
	out   strings.Builder
	notes int
}

func (a *author) one(of ...string) string { return of[a.IntN(len(of))] }

var (
	arabicWords = strings.Fields("كتاب ورق حبر بيت العمل في من على قال القائمة باب الفصل رقم هاتف صفحة والحرف لا الله ۱۲ شجرة گل پنجه ٹوپی ہے مُدَرِّس بِسْمِ")
	latinWords  = strings.Fields("paper Ink book of the and JOIN C++ C# .NET --help main() $HOME *.txt @user don't État œuvre Straße x A+ Ph.D. e.g. U.S.")
	numbers     = strings.Fields("5 12 2016 2024-12-20 1,250.5 3/4 3-2 3-2-1 10-20 10% %10 +4,8% -3 ٣ ٢٠١٦ ١٢-١٥ 09:30 1:50 21x29,7 33°58′N A4 $5 5€ 192.0.2.1 v1.2")
	addresses   = strings.Fields("https://example.org/حبر https://ar.example.org/wiki/كتاب_الورق https://example.org/a?b=c name@example.org /usr/share books/ar/1.md www.example.org/رف/12")
	groups      = []string{"+212 537 00 11 22", "007 810 0001234500006789 42", "4444 5555 6666 7777", "12 345 678,90", "(800) 955-2292", "978-9954-0-1234-5", "1:50 000", "3 m × 2 m"}
)

// word is a word or a number with what may stand around it.
func (a *author) word() string {
	var w string
	switch n := a.IntN(20); {
	case n < 8:
		w = arabicWords[a.IntN(len(arabicWords))]
	case n < 13:
		w = latinWords[a.IntN(len(latinWords))]
	case n < 16:
		w = numbers[a.IntN(len(numbers))]
	case n < 17:
		w = addresses[a.IntN(len(addresses))]
	case n < 18:
		w = groups[a.IntN(len(groups))]
	default:
		w = a.marked()
	}
	switch a.IntN(12) {
	case 0:
		w += a.one("،", ".", ":", "؟", "!", "؛", ",")
	case 1:
		w = "(" + w + ")"
	case 2:
		w = a.one("«", "\"", "“") + w + a.one("»", "\"", "”")
	case 3:
		w = a.one("و", "ب", "ال") + w
	}
	return w
}

// marked is a phrase between marks of Markdown.
func (a *author) marked() string {
	switch a.IntN(7) {
	case 0:
		return "**" + a.plain(1, 3) + "**"
	case 1:
		return "[" + a.plain(1, 4) + "]{lang=" + a.one("fr", "en", "ar", "fa", "he") + "}"
	case 2:
		return "[" + a.plain(1, 4) + "]{dir=" + a.one("rtl", "ltr") + "}"
	case 3:
		return "`" + a.plain(1, 3) + "`"
	case 4:
		return "[" + a.plain(1, 3) + "](https://example.org/)"
	case 5:
		a.notes++
		return fmt.Sprintf("%s[^%d]", a.plain(1, 1), a.notes)
	}
	return "*" + a.plain(1, 2) + "*"
}

// plain is words without marks of Markdown.
func (a *author) plain(least, most int) string {
	var words []string
	for range least + a.IntN(most-least+1) {
		switch a.IntN(3) {
		case 0:
			words = append(words, strings.TrimLeft(arabicWords[a.IntN(len(arabicWords))], "*"))
		case 1:
			words = append(words, strings.Trim(latinWords[a.IntN(len(latinWords))], "*@$"))
		default:
			words = append(words, numbers[a.IntN(len(numbers))])
		}
	}
	return strings.Join(words, " ")
}

func (a *author) phrase(least, most int) string {
	words := make([]string, least+a.IntN(most-least+1))
	for i := range words {
		words[i] = a.word()
	}
	return strings.Join(words, " ")
}

func (a *author) block() {
	switch a.IntN(9) {
	case 0:
		fmt.Fprintf(&a.out, "## %s\n\n", a.phrase(1, 6))
	case 1:
		for range 1 + a.IntN(3) {
			fmt.Fprintf(&a.out, "%s %s\n", a.one("-", "1."), a.phrase(2, 14))
		}
		a.out.WriteString("\n")
	case 2:
		fmt.Fprintf(&a.out, "> %s\n\n", a.phrase(3, 25))
	case 3:
		fmt.Fprintf(&a.out, "| %s | %s |\n|---|---|\n| %s | %s |\n\n", a.plain(1, 2), a.plain(1, 2), a.plain(1, 4), a.plain(1, 4))
	case 4:
		fmt.Fprintf(&a.out, "```%s\n%s %s\nx = 5 %s %s\n\"%s\"\n```\n\n", a.one("", "python", "sql", "go"),
			a.one("#", "--", "//"), a.plain(2, 6), a.one("#", "--", "//"), a.plain(2, 6), a.plain(1, 4))
	case 5:
		fmt.Fprintf(&a.out, "::: {lang=%s}\n%s\n:::\n\n", a.one("fr", "en", "ar"), a.phrase(3, 20))
	default:
		fmt.Fprintf(&a.out, "%s\n\n", a.phrase(5, 45))
	}
}
