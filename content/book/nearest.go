package book

import (
	"io/fs"
	"slices"
	"strings"
)

// nearest is the name that text was most likely meant to be, "" when none is
// near: a third of its letters may differ, or text may be the start of a name.
func nearest(text string, names []string) string {
	text = strings.ToLower(text)
	best, least := "", (len([]rune(text))+1)/3+1
	for _, name := range names {
		if d := distance(text, strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	for _, name := range names {
		if best == "" && len(text) >= 3 && strings.HasPrefix(strings.ToLower(name), text) {
			best = name
		}
	}
	return best
}

// distance counts the letters to put in, take out or change to make b of a
// (Levenshtein); names longer than 100 letters are far from everything.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	if len(s) > 100 || len(t) > 100 {
		return len(s) + len(t)
	}
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j, q := range t {
			change := diagonal
			if r != q {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(t)]
}

// sortedNames gives the Markdown files of a folder in their order.
func sortedNames(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() && !strings.HasPrefix(name, ".") && strings.HasSuffix(strings.ToLower(name), ".md") {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, compareNames)
	return names
}

// compareNames orders names so that chapter-2 goes before chapter-10.
func compareNames(a, b string) int {
	for x, y := a, b; x != "" && y != ""; {
		m, n := digitsAt(x), digitsAt(y)
		if m > 0 && n > 0 {
			p, q := strings.TrimLeft(x[:m], "0"), strings.TrimLeft(y[:n], "0")
			if len(p) != len(q) {
				return len(p) - len(q)
			}
			if c := strings.Compare(p, q); c != 0 {
				return c
			}
			x, y = x[m:], y[n:]
			continue
		}
		if x[0] != y[0] {
			return int(x[0]) - int(y[0])
		}
		x, y = x[1:], y[1:]
	}
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

func digitsAt(s string) int {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}
