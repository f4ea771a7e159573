package cover_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout/cover"
)

func picture(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCheck: of an author's picture what sellers would refuse is told.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want string // "" for a good one
	}{
		{"good", picture(t, 1600, 2560), ""},
		{"small", picture(t, 1200, 1800), "has 1200×1800 pixels; Apple Books"},
		{"tiny", picture(t, 600, 900), "has 600×900 pixels; Kindle"},
		{"broken", picture(t, 1600, 2560)[:60], "cover a.png "},
		{"drawing", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "is a drawing"},
	} {
		doc := &content.Document{Assets: map[string]*content.Asset{"a.png": {Name: "a.png", Data: c.data}}}
		doc.Meta.Cover = "a.png"
		got := cover.Check(doc)
		if len(got) != min(len(c.want), 1) || c.want != "" && !strings.Contains(got[0].What, c.want) {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

// TestScreenSize: the cover of an e-book is like the page, and no longer than
// shelves have room for.
func TestScreenSize(t *testing.T) {
	for page, want := range map[setup.Size]setup.Size{
		{W: 400, H: 600}:  {W: 400, H: 600},
		{W: 400, H: 2000}: {W: 400, H: 640},
		{W: 800, H: 400}:  {W: 800, H: 500},
	} {
		doc := &content.Document{}
		doc.Setup.Page = page
		if got := cover.ScreenSize(doc); got != want {
			t.Errorf("%v: got %v, want %v", page, got, want)
		}
	}
}
