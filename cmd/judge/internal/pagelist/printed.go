// Package pagelist compares the page breaks of an EPUB with the pages of its PDF.
package pagelist

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/cmd/judge/internal/search"
)

// printed is what a page of a PDF says, by its tags: what belongs to no element
// (heads, folios, headers that stand again) is not there, nor are footnotes.
type printed struct {
	label string
	said  []saying
	text  bool // it says more than tables: it is not a plate, which hangs on text before it
}

// saying is a stretch of text that is counted or not: see manner.
type saying struct {
	text   string
	link   bool // leads somewhere: page and EPUB may say it in other words
	marker bool // a mark of a list, or a term
	aside  bool // of a figure or a table, which may float away from the text around it
}

// manner is a way in which texts are compared: with or without what leads inside the
// book, with or without markers.
type manner struct{ links, markers bool }

var manners = []manner{{true, true}, {true, false}, {false, true}, {false, false}}

// wordsSaid are the words of said, in one of the manners.
func wordsSaid(said []saying, links, markers bool) []string {
	var b strings.Builder
	for _, p := range said {
		if (links || !p.link) && (markers || !p.marker) {
			b.WriteString(p.text)
		}
		if !links && p.link {
			b.WriteByte(' ')
		}
	}
	return search.Words(b.String())
}

// Printed reads what pdf.js says of the pages.
func Printed(out string) []printed {
	var pages []printed
	for line := range strings.Lines(out) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		if len(f) < 3 {
			continue
		}
		if f[1] == "label" {
			pages = append(pages, printed{label: f[2]})
			continue
		}
		page := &pages[len(pages)-1]
		types := strings.Split(f[1], "/")
		in := func(t string) bool { return slices.Contains(types, t) }
		if i := slices.Index(types, "Note"); i >= 0 && !slices.Contains(types[:i], "L") {
			continue // not one of those gathered at the end of the book
		}
		page.text = page.text || !in("Table")
		page.said = append(page.said, saying{text: f[2] + " ", link: in("Reference") || in("Link"), marker: in("Lbl"),
			aside: in("Table") || in("Figure") || in("Caption")})
	}
	return pages
}

// Compare tells what is not as it should be.
func Compare(pages []printed, e *listed) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if len(e.Breaks) == 0 {
		fault("no page breaks")
	}
	last := 0
	seen := make(map[int]pageBreak)
	for i, b := range e.Breaks {
		n, err := strconv.Atoi(strings.TrimPrefix(b.id, "page-"))
		if err != nil || n <= last || n > len(pages) {
			fault("break %s after page %d", b.id, last)
			continue
		}
		last, seen[n] = n, b
		page := pages[n-1]
		if b.label != page.label || e.list[b.id] != page.label {
			fault("page %q is called %q where it begins, %q in the list", page.label, b.label, e.list[b.id])
		}
		if f := around(lastSaid(pages[:n-1]), page, b); f != "" && !aroundPlates(pages[:n], b) && !belowFloats(lastSaid(pages[:n-1]), page, b) && !inFlow(pages, n-1, e.Breaks, i) {
			fault("page %s: %s", page.label, f)
		}
		if inWord(b) {
			fault("page %s begins within a word", page.label)
		}
	}
	front := false // what is now read is a title page or the contents
	for i, p := range pages {
		b, marked := seen[i+1]
		if marked {
			front = b.front
		} else if len(p.said) > 0 && !front {
			fault("page %s has no break: %.60s", p.label, p.said[0].text)
		}
	}
	return faults
}

// lastSaid is the last of the pages that says anything.
func lastSaid(pages []printed) printed {
	for _, p := range slices.Backward(pages) {
		if len(p.said) > 0 {
			return p
		}
	}
	return printed{}
}

// aroundPlates tells whether the words around a break are those of the last of the
// pages, as far as plates go: a table on a page of its own stands in the EPUB where it
// hangs, within the text of the page before, and the text goes on behind it.
func aroundPlates(pages []printed, b pageBreak) bool {
	page := pages[len(pages)-1]
	text := len(pages) - 2
	for text >= 0 && !pages[text].text {
		text--
	}
	if text < 0 || page.text && text == len(pages)-2 {
		return false
	}
	if page.text {
		return around(pages[text], page, b) == ""
	}
	for _, m := range manners {
		was, is := wordsSaid(pages[text].said, m.links, m.markers), wordsSaid(page.said, m.links, m.markers)
		earlier, later := wordsSaid(b.before, m.links, m.markers), wordsSaid(b.after, m.links, m.markers)
		if within := strings.Join(ending(earlier), ""); strings.Contains(strings.Join(was, ""), within) && meets(ending(earlier), is, earlier, later) {
			return true
		}
	}
	return false
}

// belowFloats tells whether the words behind a break are those below what floats at the
// head of its page: figures and tables that are written before, which the text has passed.
func belowFloats(before, page printed, b pageBreak) bool {
	for _, m := range manners {
		was, is := wordsSaid(before.said, m.links, m.markers), wordsSaid(page.said, m.links, m.markers)
		earlier, later := wordsSaid(b.before, m.links, m.markers), wordsSaid(b.after, m.links, m.markers)
		at := strings.Index(strings.Join(is, ""), strings.Join(beginning(later), ""))
		if len(is) < near || len(later) == 0 || at < len(strings.Join(is[:near], "")) {
			continue // a float says a few words at least
		}
		written, floats := strings.Join(earlier, ""), strings.Join(is, "")[:at]
		text, last := strings.CutSuffix(written, floats) // nothing has passed the last of them
		if last && strings.HasSuffix(text, strings.Join(ending(was), "")) || strings.Contains(written, floats) && meets(was, later, earlier, later) {
			return true
		}
	}
	return false
}

// inFlow tells whether a break stands where its page begins once figures and tables are
// left out of both, on any page: those that float stand elsewhere in print.
func inFlow(pages []printed, page int, breaks []pageBreak, at int) bool {
	var was, is, earlier, later []saying
	for _, p := range pages[:page] {
		was = append(was, p.said...)
	}
	for _, p := range pages[page:] {
		is = append(is, p.said...)
	}
	for _, b := range breaks[:at+1] {
		earlier = append(earlier, b.before...)
	}
	for _, b := range breaks[at:] {
		later = append(later, b.after...)
	}
	aside := func(s saying) bool { return s.aside }
	was, is = slices.DeleteFunc(was, aside), slices.DeleteFunc(is, aside)
	earlier, later = slices.DeleteFunc(earlier, aside), slices.DeleteFunc(later, aside)
	return slices.ContainsFunc(manners, func(m manner) bool {
		return meets(wordsSaid(was, m.links, m.markers), wordsSaid(is, m.links, m.markers),
			wordsSaid(earlier, m.links, m.markers), wordsSaid(later, m.links, m.markers))
	})
}

// near is how many words on either side of a break are compared.
const near = 3

// around compares the words around a break; "" where they are those of the pages.
func around(before, page printed, b pageBreak) string {
	differ := ""
	for _, m := range manners {
		was, is := wordsSaid(before.said, m.links, m.markers), wordsSaid(page.said, m.links, m.markers)
		earlier, later := wordsSaid(b.before, m.links, m.markers), wordsSaid(b.after, m.links, m.markers)
		if b.first {
			was, earlier = nil, nil
		}
		if meets(was, is, earlier, later) {
			return ""
		}
		if differ == "" {
			differ = fmt.Sprintf("%q | %q in print, %q | %q in the EPUB", ending(was), beginning(is), ending(earlier), beginning(later))
		}
	}
	return differ
}

// meets tells whether the ends of the first of two pairs are those of the
// second, letter by letter: readers part words where scripts meet. A word that is
// cut in print is whole in the EPUB.
func meets(was, is, earlier, later []string) bool {
	ends := func(was []string) bool {
		return strings.HasSuffix(strings.Join(earlier, ""), strings.Join(ending(was), "")) && (len(was) > 0 || len(earlier) == 0)
	}
	begins := func(is []string) bool {
		return len(is) > 0 && strings.HasPrefix(strings.Join(later, ""), strings.Join(beginning(is), ""))
	}
	if ends(was) && begins(is) {
		return true
	}
	if len(was) == 0 || len(is) == 0 {
		return false
	}
	whole := was[len(was)-1] + is[0]
	return len(later) > 0 && later[0] == whole && ends(was[:len(was)-1]) && begins(append([]string{whole}, is[1:]...))
}

// inWord tells a break that parts a word.
func inWord(b pageBreak) bool {
	before, after := "", ""
	for _, p := range b.before {
		before += p.text
	}
	for _, p := range b.after {
		after += p.text
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.In(last, unicode.L, unicode.M, unicode.N) && unicode.In(first, unicode.L, unicode.M, unicode.N)
}

func beginning(words []string) []string { return words[:min(near, len(words))] }

func ending(words []string) []string { return words[max(0, len(words)-near):] }
