package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/content/locale"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
)

// labels gives the pages the numbers that they bear (ISO 32000-1 12.4.2), an
// entry for each range of pages that count on from one another. PDF counts in
// European digits and Roman numbers; pages that count in others get each its
// own prefix.
func labels(pages []*display.Page) string {
	var b strings.Builder
	style, next := "", 0 // of the range that is open
	for i, p := range pages {
		s, n := counted(p.Folio)
		if s != "" && s == style && n == next {
			next++
			continue
		}
		style, next = s, n+1
		fmt.Fprintf(&b, "%d<<", i)
		switch {
		case s != "":
			fmt.Fprintf(&b, "/S/%s", s)
			if n > 1 {
				fmt.Fprintf(&b, "/St %d", n)
			}
		case p.Folio != "":
			fmt.Fprintf(&b, "/P%s", cos.Text(p.Folio))
		}
		b.WriteString(">>")
	}
	return b.String()
}

// counted reads a folio that PDF can count in: its style, D or r, and its
// number. The style is empty where it is none.
func counted(folio string) (style string, n int) {
	if n, err := strconv.Atoi(folio); err == nil && n > 0 && strconv.Itoa(n) == folio {
		return "D", n
	}
	if n := roman(folio); n > 0 {
		return "r", n
	}
	return "", 0
}

// roman reads a small Roman number, 0 where it is none.
func roman(s string) int {
	n, last := 0, 0
	for i := range len(s) {
		v := romanValue(s[i])
		if last < v {
			n -= 2 * last // the sign before was to be taken away
		}
		n, last = n+v, v
	}
	if n == 0 || locale.FormatRoman(n) != s {
		return 0
	}
	return n
}

func romanValue(c byte) int {
	switch c {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	case 'd':
		return 500
	case 'm':
		return 1000
	}
	return 0
}
