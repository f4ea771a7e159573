package book_test

import (
	"strings"
	"testing"

	"warraq/content/book"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct{ written, name string }{
		{"article", "article"},
		{"مبادرات الأمن", "مبادرات-الأمن"},
		{"الكِتاب", "الكِتاب"},
		{"a/b\\c:d", "a-b-c-d"},
		{"../../etc/passwd", "etc-passwd"},
		{".hidden", "hidden"},
		{"  spaced  out  ", "spaced-out"},
		{"v1.2", "v1.2"},
		{"line\nbreak\x00", "line-break"},
		{"\u202eevil\u2066", "evil"},
		{"", "book"},
		{"...", "book"},
		{"?*", "book"},
		{"CON", "CON-book"},
		{"nul.txt", "nul.txt-book"},
		{strings.Repeat("ك", 200), strings.Repeat("ك", 90)},
	} {
		if got := book.FileName(c.written); got != c.name {
			t.Errorf("FileName(%q) = %q, want %q", c.written, got, c.name)
		}
	}
}
