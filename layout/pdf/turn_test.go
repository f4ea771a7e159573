package pdf_test

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout/display"
	drawings "warraq/layout/drawing"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/pdf"
	"warraq/layout/picture"
)

// TestTurned: a line that is turned begins where it stands and runs up or down
// from there, in its own colour; one behind it is as it would be without it.
func TestTurned(t *testing.T) {
	set := paragraph.NewCompositor(amiri(), paragraph.NewWords())
	line := func(text string, color paragraph.Color) *paragraph.Line {
		lines := set.Set([]paragraph.Span{{Text: text, Style: &paragraph.Style{Size: 10, Color: color}}}, paragraph.Form{Measure: 500, LTR: true, Align: paragraph.Start}).Lines
		return &lines[0]
	}
	red, black := paragraph.Color{R: 255}, paragraph.Color{}
	page := &display.Page{Number: 1, Items: []display.Item{
		&display.Text{X: 20, Y: 30, Line: line("one", black)},
		&display.Text{X: 100, Y: 300, Line: line("two", red), Turn: display.TurnLeft},
		&display.Text{X: 150, Y: 50, Line: line("three", red), Turn: display.TurnRight},
		&display.Text{X: 40, Y: 350, Line: line("four", black)},
	}}
	book := &display.Book{Pages: []*display.Page{page}, Style: format.Style{Trim: setup.Size{W: 200, H: 400}, LTR: true}}
	var b bytes.Buffer
	if err := pdf.Write(&b, new(content.Document), book, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	type matrix [6]float64
	now, color := matrix{1, 0, 0, 1, 0, 0}, "black"
	var kept []any
	var at [2]float64
	var got []string
	for op, args := range read(t, b.Bytes()).operators(0) {
		number := func(i int) float64 { return args[i].(float64) }
		switch op {
		case "q":
			kept = append(kept, now, color)
		case "Q":
			now, color, kept = kept[len(kept)-2].(matrix), kept[len(kept)-1].(string), kept[:len(kept)-2]
		case "cm":
			a, m := now, matrix{number(0), number(1), number(2), number(3), number(4), number(5)}
			now = matrix{m[0]*a[0] + m[1]*a[2], m[0]*a[1] + m[1]*a[3], m[2]*a[0] + m[3]*a[2], m[2]*a[1] + m[3]*a[3],
				m[4]*a[0] + m[5]*a[2] + a[4], m[4]*a[1] + m[5]*a[3] + a[5]}
		case "g":
			color = "black"
		case "rg":
			color = "red"
		case "TD":
			at = [2]float64{number(0), number(1)}
		case "TJ":
			x, y := at[0]*now[0]+at[1]*now[2]+now[4], at[0]*now[1]+at[1]*now[3]+now[5]
			got = append(got, fmt.Sprintf("%.0f %.0f to %.0f %.0f %s", x, y, math.Round(now[0]), math.Round(now[1]), color))
		}
	}
	want := []string{"20 370 to 1 0 black", "100 100 to 0 1 red", "150 350 to 0 -1 red", "40 50 to 1 0 black"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("lines at %q, want %q", got, want)
	}
}

// TestCrop: of a picture that is cropped, what lies beyond is not drawn.
func TestCrop(t *testing.T) {
	drawn := &picture.Picture{Turn: 1, Drawing: &drawings.Drawing{Width: 10, Height: 10, Operators: []byte("0 0 10 10 re f\n")}}
	page := &display.Page{Number: 1, Items: []display.Item{
		&display.Image{Rect: display.Rect{X: -50, Y: -50, W: 300, H: 500}, Asset: "a", Crop: &display.Rect{X: 10, Y: 20, W: 100, H: 300}},
		&display.Image{Rect: display.Rect{W: 30, H: 30}, Asset: "a"},
	}}
	book := &display.Book{Pages: []*display.Page{page}, Pictures: map[string]*picture.Picture{"a": drawn}, Style: format.Style{Trim: setup.Size{W: 200, H: 400}}}
	var b bytes.Buffer
	if err := pdf.Write(&b, new(content.Document), book, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	got := ""
	for op, args := range read(t, b.Bytes()).operators(0) {
		switch op {
		case "q", "Q", "W", "n", "re", "Do":
			got += fmt.Sprint(op, args, " ")
		}
	}
	if want := "q[] re[10 80 100 300] W[] n[] Do[Im1] Q[] q[] Do[Im1] Q[] "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
