package opening

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
	"warraq/layout/lines"
)

// names are persons as they stand in a row, each isolated where it runs against
// its surroundings; behind all but the last is the comma of the language.
func names(persons []string, meta *content.Meta) []string {
	comma := strings.TrimRight(locale.PunctuationFor(meta.Lang).Comma, " ")
	row := make([]string, len(persons))
	for i, name := range persons {
		row[i] = lines.Isolated(strings.Join(strings.Fields(name), " "), meta.Dir)
		if i < len(persons)-1 {
			row[i] += comma
		}
	}
	return row
}

// undivided keeps the names of the persons who made the book on one line wherever a
// text has them, if fits says that a line holds them.
func undivided(text string, meta *content.Meta, fits func(name string) bool) string {
	persons := slices.Clone(meta.Authors)
	for _, c := range meta.Contributors {
		persons = append(persons, c.Name)
	}
	for _, name := range persons {
		if strings.Contains(name, " ") && strings.Contains(text, name) && fits(name) {
			text = strings.ReplaceAll(text, name, strings.ReplaceAll(name, " ", "\u00a0"))
		}
	}
	return text
}

// inLines puts names into lines, as few as hold them and then as even as can be:
// a line ends between two persons, and within a name only where the measure does
// not hold that alone. fits tells of a text whether a line holds it.
func inLines(names []string, fits func(text string) bool) string {
	if len(names) == 0 {
		return ""
	}
	type way struct {
		lines  int
		uneven float64 // the squares of the letters in each line
		from   int     // the name that the last line begins with
	}
	best := make([]way, len(names)+1)
	for to := 1; to <= len(names); to++ {
		best[to].lines = math.MaxInt
		for from := to - 1; from >= 0; from-- {
			line := strings.Join(names[from:to], " ")
			if from < to-1 && !fits(line) {
				break
			}
			n := float64(utf8.RuneCountInString(line))
			w := way{best[from].lines + 1, best[from].uneven + n*n, from}
			if w.lines < best[to].lines || w.lines == best[to].lines && w.uneven < best[to].uneven {
				best[to] = w
			}
		}
	}
	var lines []string
	for to := len(names); to > 0; to = best[to].from {
		lines = append([]string{strings.Join(names[best[to].from:to], " ")}, lines...)
	}
	return strings.Join(lines, "\n")
}
