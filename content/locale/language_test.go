package locale_test

import (
	"testing"

	"warraq/content/locale"
)

func TestDigits(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": "2024", "ar-MA": "2024", "ar-EG": "٢٠٢٤", "ar-SA": "٢٠٢٤", "ar-AE": "2024", "ar-Arab-IQ": "٢٠٢٤",
		"fa": "۲۰۲۴", "fa-AF": "۲۰۲۴", "ur": "2024", "ur-IN": "۲۰۲۴", "ckb": "٢٠٢٤", "fr-EG": "2024", "": "2024", "?": "2024",
	} {
		if got := locale.FormatInt(2024, locale.ResolveDigits(lang, locale.DigitsAuto)); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
	if got := locale.FormatInt(-15, locale.ResolveDigits("ar-MA", locale.DigitsArab)); got != "-١٥" {
		t.Errorf("chosen digits: %s", got)
	}
}

func TestFormatAbjad(t *testing.T) {
	for n, want := range map[int]string{
		1: "ا", 2: "ب", 5: "ه\u200d", 10: "ي", 11: "ك", 28: "غ", 29: "اا", 30: "اب", 56: "اغ", 57: "با", 812: "غغ", 813: "ااا", 0: "0", -3: "-3",
	} {
		if got := locale.FormatAbjad(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestDirectionOf(t *testing.T) {
	for lang, want := range map[string]locale.Direction{
		"ar": locale.RTL, "ar-MA": locale.RTL, "fa": locale.RTL, "ur": locale.RTL, "ps": locale.RTL, "ckb": locale.RTL,
		"ku": locale.LTR, "ku-Arab": locale.RTL, "he": locale.RTL, "yi": locale.RTL, "dv": locale.RTL, "syr": locale.RTL,
		"sd": locale.RTL, "ug": locale.RTL, "az-Arab": locale.RTL, "ar-Latn": locale.LTR, "en": locale.LTR,
		"prs": locale.RTL, "pbt-AF": locale.RTL, "hbo": locale.RTL, "azb": locale.RTL, "azb-Latn": locale.LTR,
		"fr-MA": locale.LTR, "zgh": locale.LTR, "": locale.LTR, "??": locale.LTR,
	} {
		if got := locale.DirectionOf(lang); got != want {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
	}
}

func TestWordsFor(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": "المحتويات", "ar-MA": "المحتويات", "AR_MA": "المحتويات", "he-IL": "תוכן העניינים", "fr": "Table des matières",
		"en-GB": "Contents", "xx": "Contents", "": "Contents",
	} {
		if got := locale.WordsFor(lang).Contents; got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}
