package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// The judges are judged here: what they read, and that they see what is wrong.

func TestToUnicode(t *testing.T) {
	got := readToUnicode(`1 begincodespacerange <0000><FFFF> endcodespacerange
2 beginbfchar
<0001> <0628>
<0002><0644 0627>
endbfchar
2 beginbfrange
<0010> <0012> <0041>
<0020> <0021> [<064E> <D83DDE00>]
endbfrange`)
	want := map[int]string{1: "ب", 2: "لا", 0x10: "A", 0x11: "B", 0x12: "C", 0x20: "\u064e", 0x21: "😀"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestScanner(t *testing.T) {
	s := &scanner{data: []byte("q % note\n1 0 0 -1.5 .25 +3 cm [<0041 4> -12 (a\\(b\\)\\051\\n(c))]TJ /F1 12 Tf <</A [1]>> BDC")}
	var got []any
	for {
		v, err := s.next()
		if err != nil {
			t.Fatal(err)
		}
		if v == nil {
			break
		}
		got = append(got, v)
	}
	want := []any{
		operator("q"), 1.0, 0.0, 0.0, -1.5, 0.25, 3.0, operator("cm"),
		[]any{[]byte{0, 0x41, 0x40}, -12.0, []byte("a(b))\n(c)")}, operator("TJ"),
		"/F1", 12.0, operator("Tf"), "", operator("BDC"),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestParts(t *testing.T) {
	for word, want := range map[string][]string{
		"الأمن":        {"الأمن"},
		"«الأمن»،":     {"الأمن"},
		"وen":          {"و", "en"},
		"C:\\كتاب.md،": {"C", "كتاب", "md"},
		"اللّٰهُ":      {"اللّٰهُ"},
		"19-20":        {"19", "20"},
		"…":            nil,
	} {
		if got := parts(word); !slices.Equal(got, want) {
			t.Errorf("parts(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestLengthened(t *testing.T) {
	for word, want := range map[string][]string{
		"كتب":   {"كـتب", "كتـب"},
		"دار":   nil,
		"كَتبا": {"كَـتبا", "كَتـبا", "كَتبـا"},
	} {
		if got := lengthened(word, 1); !slices.Equal(got, want) {
			t.Errorf("lengthened(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestUnlike sees a lost dot, a moved one and one too many.
func TestUnlike(t *testing.T) {
	letter := contour{{0, 0, true}, {100, 0, true}, {50, 80, false}}
	dot := contour{{40, -50, true}, {60, -50, true}, {50, -30, true}}
	whole := []contour{letter, dot}
	for name, c := range map[string]struct {
		other []contour
		want  int
	}{
		"same":     {[]contour{dot, letter}, 0},
		"lost":     {[]contour{letter}, 1},
		"moved":    {append([]contour{letter}, at([]contour{dot}, 1, 0)...), 2},
		"too many": {[]contour{letter, dot, dot}, 1},
	} {
		if got := unlike(whole, c.other, slack); got != c.want {
			t.Errorf("%s: %d contours differ, want %d", name, got, c.want)
		}
	}
}

func TestFound(t *testing.T) {
	want := searchable("في البيت، في السوق 2015")
	share, lost := found(want, searchable("فـي البيت\n2015 السوق"))
	if share != 0.8 || !slices.Equal(lost, []string{"في"}) {
		t.Errorf("found %v, lost %q", share, lost)
	}
}

func TestBody(t *testing.T) {
	text := "12 عنوان\nمتن أول\n\fعنوان 13\nمتن ثان\n14\n\fباب\nمتن"
	if got, want := body(text), "12 عنوان\nمتن أول\nمتن ثان\nباب\nمتن\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBare(t *testing.T) {
	for _, c := range []struct{ codes, want string }{
		{"\u200f|ب", "ب"},
		{"\u200f |ب", " |ب"},
		{"\u200f-|ب", "-|ب"},
		{"\u200e١٢/٣|\u200e|\u200e|\u200e|ب", "١|٢|/|٣|ب"},
		{"ملسو هيلع هللا ىلص|ب", "ﷺ|ب"},
		{"ل|ا", "ل|ا"},
	} {
		var codes []shownCode
		for _, text := range strings.Split(c.codes, "|") {
			codes = append(codes, shownCode{text: text})
		}
		var got []string
		for _, code := range bare(codes) {
			got = append(got, code.text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %q, want %q", c.codes, got, c.want)
		}
	}
}
