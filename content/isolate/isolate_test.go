package isolate

import "testing"

// TestNotDirected are texts without anything to direct.
func TestNotDirected(t *testing.T) {
	for _, text := range []string{
		"", "نص", "نص - نص، (نص) / نص", "/نص", "نص 5 نص", "نص 24/11/2026 نص", "نص و$5", "Python", "PDF/ورقي", "and/or",
		"نص - 3", "3- نص", "-3- نص", "5 6 7", "2019 2020 2021", "A4", "@", "#", "C:", "http:", "+", "(", "\\\\", "1:", "a@b",
	} {
		var f Finder
		if f.Find([]rune(text), false); len(f.Found) != 0 {
			t.Errorf("%q: %v", text, f.Found)
		}
	}
}

// TestNumbered: what the tables direct is looked for at all.
func TestNumbered(t *testing.T) {
	for _, text := range []string{"العامل != هنا", "نكتب «<=» هنا", "ورق -> حبر", "A", "٣", "א < ב"} {
		if !Numbered([]rune(text)) {
			t.Errorf("%q is not looked at", text)
		}
	}
	for _, text := range []string{"", "نص، نص؛ (نص) - نص؟", "نص: نص!"} {
		if Numbered([]rune(text)) {
			t.Errorf("%q is looked at", text)
		}
	}
}
