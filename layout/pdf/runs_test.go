package pdf_test

import (
	"bytes"
	"strings"
	"testing"
)

// TestRuns: what is drawn one after the other, from left to right each.
func TestRuns(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"one run", "صدر الكتاب", "باتكلا_ردص"},
		{"a number", "سنة 1954 صدر", "R_ةنس|1954|ردصR_R"},
		{"a phrase", "قال open source ثم", "R_لاق|open_source|مثR_R"},
		{"a number in Arabic digits", "سنة ١٩٥٤/٢", "R_ةنس|L١٩٥٤/٢LLLLL"},
		{"brackets", "(سنة 3) ثم", "R_ةنس(|3|مث_)R"},
		{"a sign and a comma", "نعم - لا، ثم", "مث_R،ال_R-_معن"},
		{"a comma after a mark", "نَعَمْ، لا", "ال_R،Rْمَعَن"},
		{"styles", "نعم **لا** ثم", "R_معن|R_ال|مث"},
	} {
		p := lay(t, manuscript(t, "title: ك\nlanguage: ar\n", "# ف\n\n"+c.text+"\n"))
		d := read(t, p.file)
		all := d.fonts(0)
		var drawn []string
		for _, s := range d.shows(len(d.pages) - 1) {
			var b strings.Builder
			for _, code := range s.codes {
				b.WriteString(all[s.font].unicode[code])
			}
			drawn = append(drawn, b.String())
		}
		got := strings.NewReplacer("\u200f", "R", "\u200e", "L", " ", "_").Replace(strings.Join(drawn, "|"))
		if want := "ف|" + c.want + "|3"; got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

// TestStretched: a line of vocalised words is written with a wide matrix and
// narrow letters at the place where it would have stood.
func TestStretched(t *testing.T) {
	p := lay(t, manuscript(t, "title: ك\nlanguage: ar\n", "# ف\n\nقَرَأَ كِتَابُ رَجُلٍ عَلِمَ\n"))
	d := read(t, p.file)
	page := d.streams[d.pages[len(d.pages)-1]["Contents"].(ref)]
	_, after, ok := bytes.Cut(page, []byte("25 Tz 4 0 0 1 "))
	matrix, _, _ := bytes.Cut(after, []byte(" Tm\n"))
	if !ok || !bytes.Contains(page, append(matrix, " TD\n"...)) || !bytes.Contains(after, []byte("] TJ\n100 Tz\n")) {
		t.Errorf("%s", page)
	}
}
