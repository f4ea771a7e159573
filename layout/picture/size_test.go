package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// TestSize reads the heads of files of each kind.
func TestSize(t *testing.T) {
	file := func(write func(*bytes.Buffer) error) []byte {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	box := image.Rect(0, 0, 30, 20)
	clear := image.NewPaletted(box, color.Palette{color.Transparent, color.White})
	for name, c := range map[string]struct {
		data    []byte
		decoded int64
	}{
		"gray":        {file(func(b *bytes.Buffer) error { return png.Encode(b, image.NewGray(box)) }), 0},
		"transparent": {file(func(b *bytes.Buffer) error { return png.Encode(b, image.NewNRGBA(box)) }), 600},
		"palette":     {file(func(b *bytes.Buffer) error { return png.Encode(b, clear) }), 600},
		"JPEG":        {file(func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewGray(box), nil) }), 0},
		"GIF":         {file(func(b *bytes.Buffer) error { return gif.Encode(b, clear, nil) }), 600},
	} {
		if pixels, decoded := Size(c.data); pixels != 600 || decoded != c.decoded {
			t.Errorf("%s: %d pixels, %d decoded; want 600 and %d", name, pixels, decoded, c.decoded)
		}
		for cut := range c.data {
			Size(c.data[:cut])
		}
	}
	if pixels, _ := Size([]byte(`<svg width="30" height="20"/>`)); pixels != 0 {
		t.Errorf("a drawing has %d pixels", pixels)
	}
}
