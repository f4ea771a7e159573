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

// distance counts the letters to put in, take out, change or change places with their
// neighbours to make b of a (optimal string alignment); names longer than 100 letters
// are far from everything.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	if len(s) > 100 || len(t) > 100 {
		return len(s) + len(t)
	}
	before, row, next := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range s {
		next[0] = i + 1
		for j, q := range t {
			change := row[j]
			if r != q {
				change++
			}
			next[j+1] = min(change, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && r == t[j-1] && s[i-1] == q {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(t)]
}
