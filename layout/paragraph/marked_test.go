package paragraph

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"warraq/content/isolate"
	"warraq/layout/paragraph/bidi"
)

// TestMarkedAsDirected: a text whose stretches are marked for others to
// resolve, as in the EPUB, is seen as the one we direct ourselves.
func TestMarkedAsDirected(t *testing.T) {
	texts := map[string]bool{}
	for name, s := range samples(t) {
		if strings.HasPrefix(name, visualCase) && len(s.spans) == 1 && !s.form.Plain {
			texts[s.spans[0].Text] = s.form.LTR
		}
	}
	for _, number := range numbers {
		for _, around := range [][2]string{{"نص ", " نص"}, {"", ""}, {"نص «", "»، 5 (نص)."}, {"نص ISBN ", " نص"}, {"Latin ", " نص"}, {"نص ", " Latin نص"}} {
			texts[around[0]+number+around[1]] = false
			texts[around[0]+number+around[1]+" "] = true
		}
	}
	for text, ltr := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			if got, want := seenMarked([]rune(line), ltr), seenDirected([]rune(line), ltr); got != want {
				t.Errorf("\u202D%+q (ltr %v)\nmarked   %s\ndirected %s\u202C", line, ltr, got, want)
			}
		}
	}
}

// seenDirected is a line from left to right as this package directs it.
func seenDirected(text []rune, ltr bool) string {
	return inSight(text, directedLevels(text, base(ltr)), base(ltr))
}

// seenMarked is the same where its stretches are marked.
func seenMarked(text []rune, ltr bool) string {
	var f isolate.Finder
	f.Find(text, ltr)
	var marked []rune
	at := 0
	for _, s := range f.Found {
		marked = append(append(marked, text[at:s.From]...), s.Marked(text, ltr)...)
		at = s.To
	}
	marked = append(marked, text[at:]...)
	var p bidi.Paragraph
	return inSight(marked, p.Resolve(marked, base(ltr)), base(ltr))
}

func base(ltr bool) bidi.Level {
	if ltr {
		return 0
	}
	return 1
}

// inSight orders a line by its levels (UAX #9 X9, L1 of its end, L2, L4); isolates
// stand in it until it is ordered.
func inSight(text []rune, levels []bidi.Level, base bidi.Level) string {
	var runes []rune
	var kept []bidi.Level
	for i, r := range text {
		if r >= 0x202A && r <= 0x202E || r == '\u2060' {
			continue
		}
		if m, ok := bidi.Mirror(r); ok && levels[i].RightToLeft() {
			r = m
		}
		runes, kept = append(runes, r), append(kept, levels[i])
	}
	for i := len(runes) - 1; i >= 0 && (runes[i] == ' ' || runes[i] >= 0x2066 && runes[i] <= 0x2069); i-- {
		kept[i] = base
	}
	for level := slices.Max(append(kept, 1)); level > 0; level-- {
		for i := 0; i < len(kept); i++ {
			from := i
			for i < len(kept) && kept[i] >= level {
				i++
			}
			slices.Reverse(runes[from:i])
			slices.Reverse(kept[from:i])
		}
	}
	return string(slices.DeleteFunc(runes, isolate.IsDirective))
}

// TestMarkedAnywhere: the same in sentences made at random of numbers and
// addresses among words.
func TestMarkedAnywhere(t *testing.T) {
	words := []string{"نص", "«نص»", "(نص)", "نص،", "نص ؟", "،", "Latin", "(Latin)", "Latin,", "word word"}
	stretches := slices.Concat(numbers, []string{
		"5", "٧", "24/11/2026", "https://example.org/a/", "https://example.org/كتاب/باب?س=1", "name@example.org", "/usr/share/",
		`C:\كتب\a.txt`, ".pdf", "-3", "+5%", "10-20", "5kg-10kg", "#name",
	})
	for _, name := range []string{"numbers.txt", "latin.txt"} {
		for _, row := range readTable(t, name) {
			stretches = append(stretches, row.line)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		var parts []string
		for range 1 + random.IntN(4) {
			parts = append(parts, words[random.IntN(len(words))], stretches[random.IntN(len(stretches))])
		}
		text := []rune(strings.Join(parts[random.IntN(2):], " "))
		for _, ltr := range []bool{false, true} {
			if got, want := seenMarked(text, ltr), seenDirected(text, ltr); got != want {
				t.Fatalf("\u202D%+q (ltr %v)\nmarked   %s\ndirected %s\u202C", string(text), ltr, got, want)
			}
		}
	}
}
