package cover

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content/locale"
)

// mostWords is how many words a text may have that is divided by meaning; a
// longer one is a paragraph, and set as one.
const mostWords = 30

// Prices of ending a line of a title, beside the squares of how far its lines
// are from even, as parts of their mean.
const (
	particlePrice = 0.9   // behind a word that leads to the next
	phrasePrice   = 0.4   // between what may be a noun and its adjective
	annexPrice    = 0.12  // between what may be a noun and its complement
	bracketPrice  = 0.25  // within brackets or quotation marks
	foreignPrice  = 0.6   // within words of another script than the text's first
	pausePrice    = -0.2  // behind a mark that ends a part of a title,
	commaPrice    = -0.05 // and behind a comma
	linePrice     = 0.08
	lonePrice     = 0.4 // of a last line of one word below one of several
)

// particles lead to the word behind them, so that no line of a title ends in
// one.
type particles map[string]bool

// quoting are the languages whose words stand in the titles of books in others.
var quoting = [...]string{"ar", "en", "fr", "es", "de"}

// particlesOf are those that the title of a book in a language may have.
func particlesOf(lang string) particles {
	p := make(particles)
	for _, l := range append(quoting[:], lang) {
		for _, word := range locale.Of(l).Particles {
			p[word] = true
		}
	}
	return p
}

// relative are the pronouns that begin a clause and look like adjectives.
var relative = makeSet("الذي التي اللذان اللتان الذين اللاتي اللواتي اللائي")

func makeSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// division is a text divided into lines by meaning.
type division struct {
	lines []string
	width float64 // of the widest, in sizes of its type
	price float64
}

// divisions divides words into one line, two, and so on up to most, each time
// as evenly and as near its meaning as can be. width gives the width of a
// stretch of the words at size 1.
func divisions(words []string, most int, p particles, width func(from, to int) float64) []division {
	n := len(words)
	widths := make([][]float64, n)
	for i := range widths {
		widths[i] = make([]float64, n+1)
		for j := i + 1; j <= n; j++ {
			widths[i][j] = width(i, j)
		}
	}
	var all []division
	for k := 1; k <= min(most, n); k++ {
		all = append(all, divide(words, k, p, widths))
	}
	return all
}

// divide finds the k lines of least price.
func divide(words []string, k int, p particles, widths [][]float64) division {
	n := len(words)
	mean := max(widths[0][n]/float64(k), 1e-6)
	// best[l][j] is the price of the first j words in l lines, from[l][j] where
	// the last of them begins.
	best, from := make([][]float64, k+1), make([][]int, k+1)
	for l := range best {
		best[l], from[l] = slices.Repeat([]float64{1e9}, n+1), make([]int, n+1)
	}
	best[0][0] = 0
	for l := 1; l <= k; l++ {
		for j := l; j <= n; j++ {
			for i := l - 1; i < j; i++ {
				uneven := (widths[i][j] - mean) / mean
				price := best[l-1][i] + uneven*uneven
				if j < n {
					price += p.breakPrice(words, j)
				}
				if j == n && i == n-1 && n > k && k > 1 {
					price += lonePrice
				}
				if price < best[l][j]-1e-9 {
					best[l][j], from[l][j] = price, i
				}
			}
		}
	}
	d := division{price: best[k][n] + linePrice*float64(k-1), lines: make([]string, k)}
	for l, j := k, n; l > 0; l-- {
		i := from[l][j]
		d.lines[l-1] = strings.Join(words[i:j], " ")
		d.width = max(d.width, widths[i][j])
		j = i
	}
	return d
}

// breakPrice is the price of a line that ends before word j.
func (p particles) breakPrice(words []string, j int) float64 {
	before, after := words[j-1], words[j]
	price := 0.0
	switch last, _ := utf8.DecodeLastRuneInString(before); {
	case strings.ContainsRune(":؛;.؟?!–—", last):
		price = pausePrice
	case strings.ContainsRune("،,", last):
		price = commaPrice
	case p.leads(before):
		price = particlePrice
	case definite(before) && strings.HasPrefix(bare(after), "ال") && !relative[bare(after)]:
		price = phrasePrice
	case !definite(before) && definite(after):
		price = annexPrice
	}
	if latin(before) && latin(after) && !latin(words[0]) {
		price += foreignPrice
	}
	if open(words[:j]) {
		price += bracketPrice
	}
	return price
}

// leads tells a particle, with a conjunction before it or without.
func (p particles) leads(word string) bool {
	word = bare(word)
	return p[word] || p[strings.TrimPrefix(word, "و")] || p[strings.TrimPrefix(word, "ف")]
}

// latin tells a word that begins with a Latin letter.
func latin(word string) bool {
	r, _ := utf8.DecodeRuneInString(bare(word))
	return unicode.Is(unicode.Latin, r)
}

// open tells whether brackets or quotation marks that words open are not
// closed in them.
func open(words []string) bool {
	depth := 0
	for _, w := range words {
		depth += strings.Count(w, "«") + strings.Count(w, "(") + strings.Count(w, "“")
		depth -= strings.Count(w, "»") + strings.Count(w, ")") + strings.Count(w, "”")
	}
	return depth > 0
}

// definite tells a word with the Arabic article, behind particles that are
// written with it.
func definite(word string) bool {
	word = strings.TrimLeft(bare(word), "وفبك")
	return strings.HasPrefix(word, "ال") || strings.HasPrefix(word, "لل") || strings.HasPrefix(word, "ٱل")
}

// bare is a word without vowel signs and the marks around it, in lower case.
func bare(word string) string {
	word = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
	return strings.TrimFunc(word, func(r rune) bool { return unicode.IsPunct(r) && r != '’' })
}
