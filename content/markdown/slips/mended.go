package slips

import (
	"cmp"
	"slices"
	"strings"

	"warraq/content/pattern"
)

// Marks that a space has spoilt, and how they were meant.

// edit is a stretch of the source and what is read in its place.
type edit struct {
	from, to int
	with     string
}

// mends give what a stray mark was meant to be, "" where that is not sure, by its kind.
var mends = map[string]func(piece string) string{
	"stars with a space inside them, which make nothing bold":       tightMarks,
	"stars with a space inside them, which mark nothing":            tightMarks,
	"underscores with a space inside them, which make nothing bold": tightMarks,
	"== with a space inside, which mark nothing":                    tightMarks,
	"~~ with a space inside, which strike nothing":                  tightMarks,
	"a link with a space between ] and (":                           tightLink,
	"an image with a space in its marks":                            tightLink,
	"an address with a space in it, which makes no link":            tightLink,
	"a link whose brackets are the wrong way about":                 turnedLink,
	"a space between a bracket and its braces":                      func(piece string) string { return strings.Replace(piece, "] {", "]{", 1) },
}

var (
	markRun  = pattern.Of(`^(\*{1,2}|__|==|~~)(.*?)(\*{1,2}|__|==|~~)$`)
	linkForm = pattern.Of(`^(!?) ?(\[[^\[\]\n]*\]) ?\(([^()\n]*)\)$`)
	backward = pattern.Of(`^\(([^()\n]+)\)\[([^\[\]\n]+)\]$`)
)

func tightMarks(piece string) string {
	m := markRun.FindStringSubmatch(piece)
	if m == nil || m[1] != m[3] || strings.TrimSpace(m[2]) == "" {
		return ""
	}
	sign := m[1]
	if sign == "__" {
		sign = "**" // which a letter may touch
	}
	return sign + strings.TrimSpace(m[2]) + sign
}

func tightLink(piece string) string {
	m := linkForm.FindStringSubmatch(piece)
	if m == nil || strings.ContainsAny(m[3], "<>\"") {
		return ""
	}
	address := strings.TrimSpace(m[3])
	if strings.Contains(address, " ") {
		address = "<" + address + ">"
	}
	return m[1] + m[2] + "(" + address + ")"
}

func turnedLink(piece string) string {
	return backward.ReplaceAllString(piece, "[$1]($2)")
}

// mend keeps what a stray mark was meant to be; false where it is to be told of.
func (f *Finder) mend(kind, piece string, from, to int) bool {
	meant := mends[kind]
	if !f.mends || meant == nil || from < 0 || to > len(f.Text) || from > to || f.Text[from:to] != piece {
		return false
	}
	with := meant(piece)
	if with == "" || with == piece {
		return false
	}
	f.edits = append(f.edits, edit{from, to, with})
	return true
}

// Mended is the source with its edits, if there are any. Its lines are where they were.
func (f *Finder) Mended() (text string, some bool) {
	if len(f.edits) == 0 {
		return f.Text, false
	}
	slices.SortFunc(f.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var b strings.Builder
	at := 0
	for _, e := range f.edits {
		if e.from < at { // of a note that two chapters call
			continue
		}
		b.WriteString(f.Text[at:e.from])
		b.WriteString(e.with)
		at = e.to
	}
	b.WriteString(f.Text[at:])
	return b.String(), true
}
