package view

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"warraq/content/char"
	"warraq/layout/svg"
)

// Hit is where something was found: words from…to-1 of a page, and what stands around
// them.
type Hit struct {
	Page   int    `json:"page"` // its index
	From   int    `json:"from"`
	To     int    `json:"to"`
	Before string `json:"before"`
	Found  string `json:"found"`
	After  string `json:"after"`
}

// mostHits is how many are found at most, and mostAround how many words are told of
// around each.
const mostHits, mostAround = 500, 6

// Search finds a text in the pages. Vowels and other marks, tatweels, the hamza of an
// alif and whether a letter is a capital make no difference.
func (v *View) Search(text string) (hits []Hit) {
	want := folded(text)
	if strings.TrimSpace(want) == "" {
		return nil
	}
	for i := range v.words {
		words := v.words[i]()
		page, starts := run(words)
		for at := 0; len(hits) < mostHits; {
			n := strings.Index(page[at:], want)
			if n < 0 {
				break
			}
			from, to := wordAt(starts, at+n), wordAt(starts, at+n+len(want)-1)+1
			at += n + len(want)
			hits = append(hits, Hit{Page: i, From: from, To: to,
				Before: said(words[max(from-mostAround, 0):from]), Found: said(words[from:to]), After: said(words[to:min(to+mostAround, len(words))])})
		}
	}
	return hits
}

// run is the words of a page as one text, folded, and where in it each begins.
func run(words []svg.Word) (text string, starts []int) {
	var b strings.Builder
	for _, w := range words {
		starts = append(starts, b.Len())
		b.WriteString(folded(w.Text))
		if !w.Joined {
			b.WriteByte(' ')
		}
	}
	return b.String(), starts
}

// wordAt is the word in which a byte of the text stands.
func wordAt(starts []int, at int) int {
	n := 0
	for n+1 < len(starts) && starts[n+1] <= at {
		n++
	}
	return n
}

// said is words as a text.
func said(words []svg.Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
		if !w.Joined {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// folded is a text without what a search does not tell apart.
func folded(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		switch {
		case r == 'ـ', r == '\u00AD', char.In(r, char.Mn|char.Cf):
		case r == 'ٱ':
			b.WriteRune('ا')
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
