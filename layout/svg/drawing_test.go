package svg

import (
	"strings"
	"testing"

	"warraq/content/setup"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/picture"
)

// pageOf is a page of 10 by 10 points with a drawing on it.
func pageOf(t *testing.T, svg string) string {
	t.Helper()
	p, err := picture.Read([]byte(svg))
	if err != nil {
		t.Fatal(err)
	}
	book := &display.Book{Pages: []*display.Page{{Items: []display.Item{&display.Image{Rect: display.Rect{W: 10, H: 10}, Asset: "a"}}}},
		Pictures: map[string]*picture.Picture{"a": p}, Style: format.Style{Trim: setup.Size{W: 10, H: 10}}}
	page, err := New(book, Options{}).Page(0)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestDrawingParts: what a drawing clips, masks, shades and blends, a page does too, each
// part defined once.
func TestDrawingParts(t *testing.T) {
	page := pageOf(t, `<svg xmlns="http://www.w3.org/2000/svg" width="10pt" height="10pt" viewBox="0 0 10 10">`+
		`<clipPath id="c"><circle r="5"/></clipPath><mask id="m"><rect width="5" height="5" fill="#fff"/></mask><linearGradient id="l"><stop/><stop offset="1" stop-color="red"/></linearGradient>`+
		`<path clip-path="url(#c)" d="M0 0h9v9"/><path clip-path="url(#c)" d="M0 0h8v8"/><rect mask="url(#m)" width="9" height="9"/><rect width="9" height="9" fill="url(#l)"/>`+
		`<g opacity=".5"><rect width="2" height="2"/><rect width="1" height="1"/></g></svg>`)
	for part, times := range map[string]int{"<clipPath ": 2, `clip-path="url(#c0)"`: 2, "<mask ": 1, "mask=\"url(#": 1, "<linearGradient ": 1, `fill="url(#`: 1, `<g opacity="0.5">`: 1} {
		if n := strings.Count(page, part); n != times {
			t.Errorf("%d times %s, want %d:\n%s", n, part, times, page)
		}
	}
}

// TestDrawingBlends: colours that make others with those below do so on a page too, and lie
// on nothing but their own drawing.
func TestDrawingBlends(t *testing.T) {
	page := pageOf(t, `<svg xmlns="http://www.w3.org/2000/svg" width="10pt" height="10pt" viewBox="0 0 10 10">`+
		`<mask id="m" mask-type="alpha"><rect width="5" height="5"/></mask><rect width="9" height="9" fill="red" mask="url(#m)"/><rect width="9" height="9" style="mix-blend-mode:color-burn" fill="lime"/></svg>`)
	all, one := strings.Index(page, "isolation:isolate"), strings.Index(page, `<g style="mix-blend-mode:color-burn">`)
	if all < 0 || one < all || !strings.Contains(page, `style="mask-type:alpha"`) {
		t.Errorf("the page has none, or they are not by themselves:\n%s", page)
	}
}
