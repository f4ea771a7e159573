package content

import (
	"testing"

	"warraq/content/locale"
)

// TestAgainst: addresses have no say in which way a text runs.
func TestAgainst(t *testing.T) {
	for text, want := range map[string]locale.Direction{
		"What is paper?":                locale.LTR,
		"See https://example.org/كتاب.": locale.LTR,
		"(https://example.org/كتاب)":    locale.Auto,
		"https://example.org/a":         locale.Auto,
		"انظر https://example.org/a":    locale.Auto,
		"See كتاب":                      locale.Auto,
		"5%.":                           locale.Auto,
	} {
		if got := Against(text, locale.RTL); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
