package cover

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestDivide: lines are as even as their meaning lets them be.
func TestDivide(t *testing.T) {
	for _, c := range []string{
		"المدن / التي تقرأ",
		"دفتر / بلا مؤلف",
		"العلم / ومن يحمله",
		"تاريخ الأدب / في المغرب",                // and not في at the end of a line
		"تَعَلَّمِ الْقِرَاءَةَ / فِي الصِّغَرِ", // vowel signs or not
		"الرحلة الكبرى: / من فاس إلى مراكش",      // behind the colon
		"قصة «البيت القديم» / وأهله الغائبين",    // not within the quotation marks
		"المدرسة العليا / للفنون الجميلة",        // a noun keeps its adjective
		"سنة / من العمل القريب",                  // nor does its last word stand alone
		"كتاب / Go in Action",
		"A History / of the Book",
		"Le Livre / de la Mer",
	} {
		want := strings.Split(c, " / ")
		words := strings.Fields(strings.ReplaceAll(c, "/", ""))
		letters := func(i, j int) float64 {
			n := 0
			for _, r := range strings.Join(words[i:j], " ") {
				if utf8.RuneLen(r) < 3 && !strings.ContainsRune("ًٌٍَُِّْ", r) {
					n++
				}
			}
			return float64(n)
		}
		got := divisions(words, len(want), particlesOf("ar"), letters)[len(want)-1].lines
		if strings.Join(got, " / ") != c {
			t.Errorf("%s: got %s", c, strings.Join(got, " / "))
		}
	}
}
