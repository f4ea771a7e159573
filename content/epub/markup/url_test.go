package markup

import "testing"

// TestEncode encodes what addresses may not hold: brackets but around an IPv6 host.
func TestEncode(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a]":             "https://example.org/a%5D",
		"https://[2001:db8::1]/a[0]?b[]=c d": "https://[2001:db8::1]/a%5B0%5D?b%5B%5D=c%20d",
		"mailto:a[b]@example.org":            "mailto:a%5Bb%5D@example.org",
		"https://example.org/%5D%zz":         "https://example.org/%5D%25zz",
	} {
		if got := URL(link); got != want {
			t.Errorf("%s is encoded as %s, want %s", link, got, want)
		}
	}
}
