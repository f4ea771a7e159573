package book

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestChanged: outside of what has changed two texts are the same, and no character is
// divided.
func TestChanged(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const letters = "ابتa \n…𝟘"
	text := func() string {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteRune([]rune(letters)[r.IntN(8)])
		}
		return b.String()
	}
	for range 5000 {
		head, tail := strings.Repeat(text(), r.IntN(3000)), strings.Repeat(text(), r.IntN(3000))
		before, after := head+text()+tail, head+text()+tail
		if r.IntN(4) == 0 { // not all is UTF-8
			at := r.IntN(len(after) + 1)
			after = after[:at] + "\xd8" + after[at:]
		}
		from, end := changed(before, after)
		rest := len(after) - end
		if from > end || before[:from] != after[:from] || before[len(before)-rest:] != after[end:] || from+rest > len(before) {
			t.Fatalf("%q and %q: %d to %d", before, after, from, end)
		}
		if !utf8.ValidString(after[:from]) || !utf8.ValidString(after[end:]) {
			t.Fatalf("%q and %q: %d to %d divide a character", before, after, from, end)
		}
	}
}
