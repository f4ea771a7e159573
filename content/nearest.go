package content

import "strings"

// Nearest is the name that text was most likely meant to be, "" when none is
// near: a third of its letters may differ, or text may be the start of a name.
func Nearest(text string, names []string) string {
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
