package content

import "testing"

// TestAgainst: addresses have no say in which way a text runs.
func TestAgainst(t *testing.T) {
	for text, want := range map[string]Direction{
		"What is paper?":                LTR,
		"See https://example.org/كتاب.": LTR,
		"(https://example.org/كتاب)":    Auto,
		"https://example.org/a":         Auto,
		"انظر https://example.org/a":    Auto,
		"See كتاب":                      Auto,
		"5%.":                           Auto,
	} {
		if got := Against(text, RTL); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
