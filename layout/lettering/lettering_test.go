package lettering_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"warraq/fonts"
	"warraq/fonts/instance"
	"warraq/layout/drawing"
	"warraq/layout/lettering"
	"warraq/layout/paragraph"
)

// set is the shapes of a text in a drawing of 100 by 100 points, in the book's own faces.
func set(t *testing.T, text string) ([]drawing.Shape, *drawing.Drawing) {
	t.Helper()
	return setIn(t, fonts.Files{}, text)
}

// setIn is set, in other faces.
func setIn(t *testing.T, files fonts.Files, text string) ([]drawing.Shape, *drawing.Drawing) {
	t.Helper()
	faces, err := fonts.NewSet(files)
	if err != nil {
		t.Fatal(err)
	}
	d, err := drawing.Read([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="100pt" viewBox="0 0 100 100">`+text+`</svg>`), nil)
	if err != nil {
		t.Fatal(err)
	}
	lettering.Set(d, faces, paragraph.NewWords(), "ar")
	if len(d.Labels) > 0 || strings.Contains(string(d.Operators), "/T") {
		t.Errorf("%s: labels are left", text)
	}
	return d.Shapes(), d
}

// ends are the left and the right end of what shapes paint.
func ends(shapes []drawing.Shape) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, s := range shapes {
		for _, step := range s.Path {
			n := map[byte]int{'m': 1, 'l': 1, 'c': 3}[step.Op]
			for _, p := range step.Points[:n] {
				x := s.Matrix.At(p).X
				left, right = min(left, x), max(right, x)
			}
		}
	}
	return left, right
}

// TestJoined: letters of a word join: it is narrower than its letters one by one, and
// of as many parts as a hand writes without lifting the pen.
func TestJoined(t *testing.T) {
	word, _ := set(t, `<text y="50" font-size="20">سمسم</text>`)
	apart, _ := set(t, `<text y="50" font-size="20">س م س م</text>`)
	l1, r1 := ends(word)
	l2, r2 := ends(apart)
	if r1-l1 > 0.8*(r2-l2) {
		t.Errorf("joined it is %.1f wide, apart %.1f", r1-l1, r2-l2)
	}
	if len(word) != 1 {
		t.Errorf("%d areas for one word", len(word))
	}
}

// TestFromRight: the first word of a line is the right one, and numbers run from the left.
func TestFromRight(t *testing.T) {
	shapes, _ := set(t, `<text y="50" font-size="10"><tspan fill="red">أول</tspan> <tspan fill="lime">12</tspan> <tspan fill="blue">آخر</tspan></text>`)
	if len(shapes) != 3 {
		t.Fatalf("%d areas", len(shapes))
	}
	first, _ := ends(shapes[:1])
	number, end := ends(shapes[1:2])
	_, last := ends(shapes[2:])
	if !(last < number && end < first) {
		t.Errorf("the words end at %.1f, %.1f and %.1f", first, number, last)
	}
}

// TestAnchor: a label begins, stands or ends at its place; what is turned is turned.
func TestAnchor(t *testing.T) {
	for anchor, part := range map[string]float64{"start": 0, "middle": 0.5, "end": 1} {
		shapes, _ := set(t, `<text x="50" y="50" font-size="10" text-anchor="`+anchor+`">كلام</text>`)
		left, right := ends(shapes)
		if at := left + part*(right-left); math.Abs(at-50) > 1.5 {
			t.Errorf("%s: from %.1f to %.1f", anchor, left, right)
		}
	}
	shapes, _ := set(t, `<text x="50" y="50" transform="rotate(-90 50 50)" font-size="10">كلام كلام</text>`)
	if left, right := ends(shapes); right-left > 15 {
		t.Errorf("what is turned is %.1f wide", right-left)
	}
}

// TestWidths: a label is narrowed or stretched to the width that a drawing has for it.
func TestWidths(t *testing.T) {
	for _, length := range []string{"30", "40"} {
		shapes, _ := set(t, `<text y="50" font-size="10" textLength="`+length+`">كلام طويل</text>`)
		left, right := ends(shapes)
		if want := map[string]float64{"30": 30, "40": 40}[length]; math.Abs(right-left-want) > 2 {
			t.Errorf("%.1f wide, not %s", right-left, length)
		}
	}
}

// TestDesigns: letters are as heavy as they are to be where the book's font has such, and
// stand behind each other as before.
func TestDesigns(t *testing.T) {
	whole, err := os.ReadFile("../../fonts/testdata/probe/variable.ttf")
	if err != nil {
		t.Fatal(err)
	}
	usual, err := fonts.Static(whole, instance.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	files := fonts.Files{Regular: fonts.File{Name: "v.ttf", Data: usual.Data, Varying: &fonts.Varying{Whole: whole}}}
	area := func(said string) string {
		shapes, _ := setIn(t, files, `<text x="10" y="50" font-size="20" `+said+`>ب</text>`)
		if len(shapes) != 1 {
			t.Fatalf("%s: %d areas", said, len(shapes))
		}
		return fmt.Sprint(shapes[0].Path)
	}
	light, regular := area(`font-weight="200"`), area(``)
	if light == regular || light != area(`style="font-variation-settings:'wght' 200"`) || regular != area(`font-weight="400" style="font-variation-settings:'nope' 2"`) {
		t.Error("letters are not as heavy as they are to be")
	}
	shapes, _ := setIn(t, files, `<text x="90" y="50" font-size="20" direction="rtl"><tspan fill="red">ب</tspan><tspan fill="blue" font-weight="200">ب</tspan></text>`)
	first, _ := ends(shapes[:1])
	if _, second := ends(shapes[1:]); len(shapes) != 2 || second > first+1 {
		t.Errorf("%d areas, the second up to %.1f, the first from %.1f", len(shapes), second, first)
	}
}

// TestMissing: what no face has is named.
func TestMissing(t *testing.T) {
	_, d := set(t, "\n<text y=\"50\">𒀀</text>")
	if len(d.Omitted) != 1 || d.Omitted[0].What != "letters that no font has (U+12000)" || d.Omitted[0].Line != 2 {
		t.Errorf("%+v", d.Omitted)
	}
}
