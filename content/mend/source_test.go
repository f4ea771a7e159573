package mend_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"warraq/content"
	"warraq/content/mend"
)

func TestBaseLetters(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""},
		{"كتاب café ✨", "كتاب café ✨"},
		{"ﻛﺘﺎﺏ", "كتاب"},
		{"ﻻ ﻷ ﻵ", "لا لأ لآ"},
		{"ﷲ ﷴ", "ﷲ ﷴ"},
		{"ﷺ ﷻ ﷽ ﴾ ﴿", "ﷺ ﷻ ﷽ ﴾ ﴿"},
		{"ب\ufe76ت", "ب\u064eت"},
		{"\ufb50\ufb7a\ufb8e", "ٱچک"},
		{"a\ufeffb", "ab"},
		{"\uff01\uffe8\uef00", "\uff01\uffe8\uef00"},
		{"\xef", "\xef"}, {"\xef\xad", "\xef\xad"}, {"\xef\xad\x90\xef", "ٱ\xef"},
	} {
		if got := mend.BaseLetters(c[0]); got != c[1] {
			t.Errorf("BaseLetters(%+q) = %+q, want %+q", c[0], got, c[1])
		}
	}
}

// Every presentation form that Unicode decomposes is mapped, but for the words
// written as one.
func TestBaseLettersAll(t *testing.T) {
	for r := rune(0xfb50); r < 0xff00; r++ {
		if r == 0xfe00 {
			r = 0xfe70
		}
		got, whole := mend.BaseLetters(string(r)), norm.NFKC.String(string(r))
		switch {
		case r == 0xfeff:
			whole = ""
		case r >= 0xfdf0 && r <= 0xfdff:
			whole = string(r)
		}
		if got != strings.TrimPrefix(whole, " ") {
			t.Errorf("%U: %+q, want %+q", r, got, whole)
		}
	}
}

func TestSource(t *testing.T) {
	text, advice, problems := mend.Source("f", []byte("\ufeffأ\r\nب\rج\fد\x00ه\ufffe\n"))
	if text != "أ\nب\nج ده\n" || len(problems) != 0 {
		t.Errorf("%q %v", text, problems)
	}
	if got := lines(advice); !slices.Equal(got, []int{1, 1, 3}) {
		t.Errorf("advice on lines %v: %v", got, advice)
	}
	text, _, problems = mend.Source("f", []byte("أ\nب\xd8\nج\n\xff\xfe"))
	if text != "أ\nب\ufffd\nج\n\ufffd" || !slices.Equal(lines(problems), []int{2, 4}) {
		t.Errorf("%q %v", text, problems)
	}
}

func lines(problems []content.Problem) []int {
	var lines []int
	for _, p := range problems {
		lines = append(lines, p.Pos.Line)
	}
	return lines
}

// TestIsClean: a text is clean where there is nothing to say of it, and then it stays as
// it is.
func TestIsClean(t *testing.T) {
	for _, s := range []string{"", "نص\n\tText ﷺ 漢 😀\u200c", "\ufeffنص", "ن\ufeff", "a\r\n", "a\x00", "\x7f", "a\xd8", "\xd8a", "\xc0\x80", "\xe2\x80", "\ufffe", "\uffff", "\ufffd", "\xff", "\xed\xa0\x80"} {
		text, advice, problems := mend.Source("f", []byte(s))
		if silent := len(advice)+len(problems) == 0; mend.IsClean(s) != silent || silent && text != s {
			t.Errorf("%q: clean %v, %v %v", s, mend.IsClean(s), advice, problems)
		}
	}
}
