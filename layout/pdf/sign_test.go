package pdf_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestSigns: what is written as one sign comes back as that sign or as its
// words, and the letters of a lengthened hemistich as they were typed.
func TestSigns(t *testing.T) {
	p := lay(t, manuscript(t, "title: ك\n", "# ف\n\nمحمد ﷺ والله ﷻ ثم ﷽ وﷲ و﷼ وﷴ\n\n::: verse\nبسقط اللوى / وقيعانها كأنه حب\n:::\n\n::: quran\nقل هو\n:::\n"))
	d := read(t, p.file)
	all, drawn := d.fonts(0), ""
	for i := range p.book.Pages {
		for _, s := range d.shows(i) {
			for _, code := range s.codes {
				drawn += all[s.font].unicode[code]
			}
		}
	}
	for _, sign := range []string{"ﷺ", "ﷻ", "﷽", "﷼", "﴿", "﴾"} {
		sign = reversed(norm.NFKC.String(sign))
		if strings.Count(drawn, sign) != 1 {
			t.Errorf("%s is %d times in %q", sign, strings.Count(drawn, sign), drawn)
		}
	}
	if strings.Contains(drawn, "ـ") {
		t.Errorf("a tatweel is in the text: %q", drawn)
	}
	if got := reversed(drawn); !strings.Contains(strings.ReplaceAll(got, " ", ""), "بسقطاللوى") {
		t.Errorf("got %q", got)
	}
}
