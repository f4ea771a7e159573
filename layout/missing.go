package layout

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/layout/lines"
)

// mostMissing is how many characters a warning names.
const mostMissing = 24

// missed are the warnings of what no face has: one of the letters, which are seen
// as boxes, and one of the signs, which are left out. Each stands at the first
// place of the first of its characters.
func (l *layout) missed() (warnings []content.Problem) {
	var all []lines.Missing
	for _, s := range l.setters {
		all = append(all, s.Missing...)
	}
	slices.SortFunc(all, func(a, b lines.Missing) int {
		return cmp.Or(strings.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.Rune, b.Rune))
	})
	all = slices.CompactFunc(all, func(a, b lines.Missing) bool { return a.At == b.At && a.Rune == b.Rune })
	for _, boxed := range []bool{true, false} {
		of := slices.DeleteFunc(slices.Clone(all), func(m lines.Missing) bool { return m.Boxed() != boxed })
		if len(of) > 0 {
			warnings = append(warnings, missedAs(of, boxed))
		}
	}
	return warnings
}

// missedAs is the warning of characters that come out in one way.
func missedAs(all []lines.Missing, boxed bool) content.Problem {
	places := make(map[rune][]content.Pos)
	var runes []rune
	for _, m := range all {
		at, known := places[m.Rune]
		if !known {
			runes = append(runes, m.Rune)
		}
		if m.At.Line > 0 { // a running head repeats what stands elsewhere
			at = append(at, m.At)
		}
		places[m.Rune] = at
	}
	var first content.Pos
	if i := slices.IndexFunc(all, func(m lines.Missing) bool { return m.At.Line > 0 }); i >= 0 {
		first = all[i].At
	}
	var names []string
	for _, r := range runes[:min(len(runes), mostMissing)] {
		names = append(names, strings.TrimSpace(fmt.Sprintf("%s U+%04X %s", shown(r), r, linesOf(places[r], first.File))))
	}
	if more := len(runes) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	it, becomes := plural(len(runes), "it", "them"), plural(len(runes), "it is left out", "they are left out")
	if boxed {
		becomes = plural(len(runes), "a box is printed in its place", "boxes are printed in their place")
	}
	return content.Problem{Pos: first,
		What: fmt.Sprintf("no font has %d %s of this book (%s); %s", len(runes), plural(len(runes), "character", "characters"), strings.Join(names, "; "), becomes),
		Hint: "add a font that has " + it + " to fonts: fallback: in book.yaml, or take " + it + " out"}
}

// mostPlaces is how many places of a character a warning names.
const mostPlaces = 3

// linesOf names places, those in a file by their lines alone: "lines 9, 10, b.md:3".
func linesOf(places []content.Pos, file string) string {
	if len(places) == 0 {
		return ""
	}
	var lines []string
	for _, p := range places[:min(len(places), mostPlaces)] {
		line := p.String()
		if p.File == file {
			line = strconv.Itoa(p.Line)
		}
		lines = append(lines, line)
	}
	if more := len(places) - len(lines); more > 0 {
		lines = append(lines, fmt.Sprintf("%d more", more))
	}
	said := strings.Join(lines, ", ")
	if places[0].File == file {
		said = plural(len(places), "line ", "lines ") + said
	}
	return said
}
