package setup_test

import (
	"testing"

	"warraq/content/locale"
	"warraq/content/setup"
)

func TestFrontFolios(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 99: "xcix", 444: "cdxliv", 1994: "mcmxciv", 3999: "mmmcmxcix", 4000: "4000", -3: "-3"} {
		if got := locale.FormatRoman(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	for n, want := range map[int]string{1: "أ", 2: "ب", 5: "ه\u200d", 10: "ي", 11: "ك", 28: "غ", 29: "اا"} {
		if got := setup.FoliosAbjad.Format(n, locale.DigitsLatn); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	if got := locale.FormatLetter(27, "fr"); got != "AA" {
		t.Error(got)
	}
	if got := locale.FormatLetter(0, "fr"); got != "0" {
		t.Error(got)
	}
}
