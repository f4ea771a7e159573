package blocks

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout/lines"
	"warraq/layout/vlist"
)

// fairSize is type that nobody calls small, points.
const fairSize = 9.0

// standing is how a table stands on its page: upright or turned, and whether its author
// asked for that.
type standing uint8

const (
	upright standing = iota
	turned
	turnedAsAsked
)

// tellFit tells an author of a table that fits badly, or not at all.
func (s *Setter) tellFit(b *content.Table, slots [][]content.Slot, g grid, col lines.Column, over float64, how standing) {
	small := g.Size < min(fairType*col.Size, s.Style.Note, fairSize)
	p := content.Problem{Pos: b.Pos}
	switch {
	case over > 0:
		where := "the page"
		if col.NoPlates {
			where = "a note, in which no table is turned"
		}
		p.What = fmt.Sprintf("the table is %.0f mm too wide for %s, even in type of %g points", math.Ceil(over/setup.Millimetre), where, g.Size)
		p.Hint = g.remedy(slots, col.NoPlates)
		s.Errors = append(s.Errors, p)
		return
	case how == turned:
		p.What = fmt.Sprintf("the table has %d columns, too many for the width of the page: it stands turned, on a page of its own", len(b.Columns))
		p.Hint = "write {.landscape} on the line above it if you want it so, or make two tables of it"
		if small {
			p.What += fmt.Sprintf(", in type of %g points", g.Size)
		}
	case small && how == turnedAsAsked:
		p.What = fmt.Sprintf("the table has %d columns, so that it is set in type of %g points, although it is turned", len(b.Columns), g.Size)
		p.Hint = "make two tables of it"
	case small:
		p.What = fmt.Sprintf("the table has %d columns, so that it is set in type of %g points", len(b.Columns), g.Size)
		p.Hint = "write {.landscape} on the line above it for a page of its own, or make two tables of it"
		if col.NoPlates {
			p.Hint = "make two tables of it, or put it in the text"
		}
	default:
		return
	}
	s.Advice = append(s.Advice, p)
}

// remedy says what to do about a table that does not fit: where to part it, or which
// word is too long for that.
func (g *grid) remedy(slots [][]content.Slot, noted bool) string {
	hint := ""
	if noted {
		hint = "put it in the text, or "
	}
	if parts := g.parts(); parts != nil {
		hint += fmt.Sprintf("make %d tables of it, of the columns %s, or ", len(parts), strings.Join(parts, " and "))
	} else {
		widest := 0
		for i := range g.least {
			if g.least[i] > g.least[widest] {
				widest = i
			}
		}
		hint += fmt.Sprintf("shorten %s in column %d or part it by a blank, or ", quotedPiece(longestPiece(slots, widest)), widest+1)
	}
	return hint + "choose a larger page: in book.yaml"
}

// parts are the columns of the tables to make of one that does not fit: the first,
// which says what the rows are about, and as many others as have room beside it. Nil
// where no such tables would fit.
func (g *grid) parts() (parts []string) {
	n := len(g.least)
	for from := 1; from < n; {
		to, width := from, g.least[0]
		for to < n && width+g.least[to] <= g.Width+vlist.Tolerance {
			width += g.least[to]
			to++
		}
		switch {
		case to == from:
			return nil
		case from == 1:
			parts = append(parts, fmt.Sprintf("1–%d", to))
		case to == from+1:
			parts = append(parts, fmt.Sprintf("1, %d", to))
		default:
			parts = append(parts, fmt.Sprintf("1, %d–%d", from+1, to))
		}
		from = to
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// longestPiece is the longest piece between blanks in a column.
func longestPiece(slots [][]content.Slot, column int) (longest string) {
	for _, row := range slots {
		for _, s := range row {
			if s.Col > column || column >= s.Col+s.Cols {
				continue
			}
			for _, word := range strings.Fields(content.PlainText(s.Inlines)) {
				if utf8.RuneCountInString(word) > utf8.RuneCountInString(longest) {
					longest = word
				}
			}
		}
	}
	return longest
}

// quotedPiece is a piece of the text in quotation marks, not too much of it.
func quotedPiece(s string) string {
	const most = 40 // characters
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return "“" + s + "”"
}
