package pdf

import (
	"fmt"
	"strings"
	"testing"

	"warraq/layout/display"
	"warraq/layout/picture"
)

// TestMarks: a draft that has not exactly the marks of its page's images is an
// error, and so is an image that no picture stands behind.
func TestMarks(t *testing.T) {
	s := &imageSet{pictures: []*picture.Picture{{Turn: 1}}, index: map[string]int{"a": 0}}
	page := &display.Page{Items: []display.Item{&display.Image{Rect: display.Rect{X: 10, Y: 20, W: 30, H: 40}, Asset: "a"}, &display.Rule{}, &display.Image{Asset: "a"}}}
	out, err := s.place([]byte("q\n[] 0.00 d\n[1.00] 0.00 d\n[] 1.00 d\nQ\n"), page, 100)
	if want := "q\nq 30 0 0 40 10 40 cm /Im1 Do Q\n[1.00] 0.00 d\nq 0 0 0 0 0 100 cm /Im1 Do Q\nQ\n"; err != nil || string(out) != want {
		t.Errorf("%q, %v, want %q", out, err, want)
	}
	for _, c := range []struct{ draft, want string }{
		{"", "not the mark of image 1"},
		{"[] 0.00 d\n", "not the mark of image 2"},
		{"[] 1.00 d\n[] 0.00 d\n", "not the mark of image 1"},
		{"[] 0.00 d\n[] 1.00 d\n[] 2.00 d\n", "more than its 2 marks"},
		{"[] 0.0 d\n[] 1.0 d\n", "not the mark of image 1"},
	} {
		if _, err := s.place([]byte(c.draft), page, 100); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want an error with %q", c.draft, err, c.want)
		}
	}
	if _, err := s.place([]byte("[] 0.00 d\n"), &display.Page{}, 100); err == nil {
		t.Error("a mark on a page without images is no error")
	}
	page.Items[0].(*display.Image).Asset = "b"
	if _, err := s.place([]byte("[] 0.00 d\n[] 1.00 d\n"), page, 100); err == nil || !strings.Contains(err.Error(), "image b is not among") {
		t.Errorf("an unknown image: %v", err)
	}
}

// TestMatrix: for each way that samples may lie, on which side of the picture
// their first row and their first column are seen (Exif 2.3, Orientation).
func TestMatrix(t *testing.T) {
	r := display.Rect{X: 10, Y: 20, W: 30, H: 40}
	side := func(x, y float64) string {
		switch {
		case y == 60:
			return "top"
		case y == 20:
			return "foot"
		case x == 10:
			return "left"
		case x == 40:
			return "right"
		}
		return fmt.Sprintf("%g,%g", x, y)
	}
	for turn, want := range map[int]string{1: "top left", 2: "top right", 3: "foot right", 4: "foot left",
		5: "left top", 6: "right top", 7: "right foot", 8: "left foot"} {
		var a, b, c, d, e, f float64
		if _, err := fmt.Sscan(matrix(r, turn, 80), &a, &b, &c, &d, &e, &f); err != nil {
			t.Fatal(err)
		}
		at := func(u, v float64) string { return side(a*u+c*v+e, b*u+d*v+f) }
		if got := at(0.5, 1) + " " + at(0, 0.5); got != want {
			t.Errorf("turn %d: %s, want %s", turn, got, want)
		}
	}
}
