package char_test

import (
	"strings"
	"testing"

	"warraq/content/char"
)

// TestSignWords: the signs of Unicode that are words, and no others.
func TestSignWords(t *testing.T) {
	n := 0
	for r := rune(0xFB50); r <= 0xFDFF; r++ {
		words := char.SignWords(r)
		if words == "" {
			continue
		}
		n++
		if r < 0xFD40 || strings.ContainsRune(words, r) || strings.TrimSpace(words) != words {
			t.Errorf("%U is %q", r, words)
		}
	}
	if n != 33 {
		t.Errorf("%d signs", n)
	}
}
