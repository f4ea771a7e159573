package main

import (
	"image"
	"image/color"
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

// TestFits lays boxes on two words of two letters each: well, beside them, over
// both, too low, and where nothing is highlighted.
func TestFits(t *testing.T) {
	letter := func(left, right float64) piece { return piece{rect{left, 100, right, 106}, 10} }
	ink := []piece{letter(10, 14), letter(15, 20), letter(24, 30), letter(31, 34)}
	word := func(left, right, top, bottom float64) box { return box{1, rect{left, top, right, bottom}, "كلمة"} }
	for _, c := range []struct {
		name       string
		boxes      []box
		good, bare int
	}{
		{"well", []box{word(10, 20, 96, 110), word(24, 34, 96, 110)}, 2, 0},
		{"a tail stands out", []box{word(11, 20, 96, 110), word(24, 34, 96, 110)}, 2, 0},
		{"a quarter em to the right", []box{word(12.5, 22.5, 96, 110), word(26.5, 36.5, 96, 110)}, 0, 0},
		{"a quarter em to the left", []box{word(7.5, 17.5, 96, 110), word(21.5, 31.5, 96, 110)}, 0, 0},
		{"a word too far", []box{word(24, 34, 96, 110), word(38, 48, 96, 110)}, 1, 2},
		{"over the neighbour", []box{word(10, 27, 96, 110), word(24, 34, 96, 110)}, 1, 0},
		{"too short", []box{word(10, 14, 96, 110), word(24, 34, 96, 110)}, 1, 0},
		{"half a line too low", []box{word(10, 20, 104, 118), word(24, 34, 104, 118)}, 0, 0},
		{"a line too low", []box{word(10, 20, 116, 130), word(24, 34, 116, 130)}, 0, 4},
		{"nothing is highlighted", []box{word(10, 10, 96, 110), word(24, 34, 96, 110)}, 1, 2},
		{"one of them is not", []box{word(24, 34, 96, 110)}, 1, 2},
	} {
		got := lay(c.boxes, [][]piece{ink}, 0)
		if got.good != c.good || got.bare != c.bare {
			t.Errorf("%s: %d good and %d bare, want %d and %d", c.name, got.good, got.bare, c.good, c.bare)
		}
	}
}

// TestInkRects finds the pieces of a picture, those that meet at corners being one.
func TestInkRects(t *testing.T) {
	g := image.NewGray(image.Rect(0, 0, 8, 4))
	for i := range g.Pix {
		g.Pix[i] = 255
	}
	for _, p := range []image.Point{{0, 0}, {1, 1}, {2, 1}, {5, 2}, {7, 3}} {
		g.SetGray(p.X, p.Y, color.Gray{Y: 90})
	}
	want := []rect{{0, 0, 3 * dot, 2 * dot}, {5 * dot, 2 * dot, 6 * dot, 3 * dot}, {7 * dot, 3 * dot, 8 * dot, 4 * dot}}
	if got := inkRects(g); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestPages shifts a page break by a word, calls it by another name and leaves it
// out; each is found.
func TestPages(t *testing.T) {
	say := func(text string) []saying { return []saying{{text: text + " "}} }
	pages := []printed{{label: "1", said: say("أول النص ثم أوسطه")}, {label: "2", said: say("ثم آخره وتم الكتاب")}}
	list := func(before, after, label string) *listed {
		return &listed{list: map[string]string{"page-1": "1", "page-2": "2"}, breaks: []pageBreak{
			{id: "page-1", label: "1", after: say(before), first: true},
			{id: "page-2", label: label, before: say(before), after: say(after)},
		}}
	}
	short := list("أول النص ثم أوسطه ثم آخره وتم الكتاب", "", "2")
	short.breaks = short.breaks[:1]
	for name, test := range map[string]struct {
		list   *listed
		faults int
	}{
		"right":         {list("أول النص ثم أوسطه", "ثم آخره وتم الكتاب", "2"), 0},
		"a word late":   {list("أول النص ثم أوسطه ثم", "آخره وتم الكتاب", "2"), 1},
		"a word early":  {list("أول النص ثم", "أوسطه ثم آخره وتم الكتاب", "2"), 1},
		"another label": {list("أول النص ثم أوسطه", "ثم آخره وتم الكتاب", "٢"), 1},
		"no break":      {short, 1},
	} {
		if faults := comparePages(pages, test.list); len(faults) != test.faults {
			t.Errorf("%s: %q", name, faults)
		}
	}
	cut := list("أول النص ثم أوس", "طه ثم آخره", "2")
	cut.breaks[1].before[0].text = "أول النص ثم أوس"
	if !inWord(cut.breaks[1]) {
		t.Error("a break within a word is not found")
	}
}

func TestMisplaced(t *testing.T) {
	rows := []sighted{{want: "2222-3333", line: "هاتف 2222-3333", mark: "ددذ"}, {want: "(1)Alpha", line: "Alpha\u2060(1)", mark: "درر"}}
	for lines, want := range map[string]int{
		"ددذ2222-3333فتاه\nدرر)7(Alpha": 0,
		"ددذ3333-2222فتاه\nدررAlpha)7(": 2,
		"ددذ2222-33334فتاه\nدرر7Alpha":  1,
		"درر":                           2,
	} {
		if got := misplaced(rows, strings.Split(lines, "\n")); len(got) != want {
			t.Errorf("%q: %q", lines, got)
		}
	}
}
