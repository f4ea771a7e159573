package markup

import "testing"

// TestClean: a text is one line of what may stand in a document, and one that is
// already stays as it is.
func TestClean(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "كتاب": "كتاب", "باب في العلم": "باب في العلم", "a\U0001F600b": "a\U0001F600b", "a\uFFFDb": "a\uFFFDb",
		" a": "a", "a ": "a", " ": "", "a  b": "a b", "a\n\tb": "a b", "a\u00a0b": "a b", "a\u3000b": "a b",
		"a\x00b": "ab", "a\x7fb": "ab", "a\u0085b": "ab", "a\ufdd0b": "ab", "a\ufffeb": "ab", "a\xffb": "a\uFFFDb",
	} {
		if got := Clean(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
		if isClean(want) != (want != "" && want != "a\uFFFDb") {
			t.Errorf("%q is taken for %t", want, isClean(want))
		}
	}
}
