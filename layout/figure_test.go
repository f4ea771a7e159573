package layout_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content"
	"warraq/layout/display"
)

// drawn is the data of a case's file: what is written in it or, for a .png, an
// image as the file's words tell: "300x200 gray", "300x200 clear at 150 dpi".
// "broken" cuts it short.
func drawn(t testing.TB, name string, text []byte) []byte {
	t.Helper()
	if !strings.HasSuffix(name, ".png") {
		return text
	}
	words := strings.Fields(string(text))
	w, h, ok := strings.Cut(words[0], "x")
	width, err1 := strconv.Atoi(w)
	height, err2 := strconv.Atoi(h)
	if !ok || err1 != nil || err2 != nil {
		t.Fatalf("%s: %q tells no size", name, text)
	}
	ink := color.NRGBA{0x80, 0x80, 0x80, 0xFF}
	dpi := 0.0
	for i, word := range words[1:] {
		switch word {
		case "clear":
			ink.A = 0x80
		case "at":
			dpi, _ = strconv.ParseFloat(words[i+2], 64)
		}
	}
	data := pngOf(width, height, ink, dpi)
	if strings.Contains(string(text), "broken") {
		data = data[:len(data)-20]
	}
	return data
}

// pngOf is an image of one colour, with a density where dpi is not 0.
func pngOf(width, height int, ink color.NRGBA, dpi float64) []byte {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := 0; i < len(m.Pix); i += 4 {
		m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3] = ink.R, ink.G, ink.B, ink.A
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	if dpi == 0 {
		return b.Bytes()
	}
	const head = 8 + 12 + 13
	perMetre := uint32(math.Round(dpi / 0.0254))
	chunk := binary.BigEndian.AppendUint32([]byte("pHYs"), perMetre)
	chunk = append(binary.BigEndian.AppendUint32(chunk, perMetre), 1)
	out := binary.BigEndian.AppendUint32(bytes.Clone(b.Bytes()[:head]), 9)
	out = binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
	return append(out, b.Bytes()[head:]...)
}

// TestFigureSizes: how large a picture prints on a page of A5, by its pixels,
// its density and what its author asks. The measure is 326 pt, the type area
// 480 pt high.
func TestFigureSizes(t *testing.T) {
	for _, c := range []struct {
		name, image, asked string
		w, h               float64
		warn               string
	}{
		{"as large as 200 dpi allows", "500x250", "", 180, 90, ""},
		{"no wider than the measure", "1200x300", "", 325.984, 81.496, ""},
		{"no taller than two thirds of the page", "1000x2000", "", 160, 320, ""},
		{"a density for print", "600x300 at 300 dpi", "", 144, 72, ""},
		{"a density for print, wider than the measure", "3000x300 at 300 dpi", "", 325.984, 32.598, ""},
		{"a density for print, taller than the page", "700x1400 at 150 dpi", "", 240, 480, ""},
		{"a density of screens", "500x250 at 72 dpi", "", 180, 90, ""},
		{"a part of the measure", "1000x500", "width=50%", 162.992, 81.496, ""},
		{"a width", "1000x500", "width=8cm", 226.772, 113.386, ""},
		{"a height", "1000x500", "height=72pt", 144, 72, ""},
		{"a part of the height", "1000x500", "height=20%", 192, 96, ""},
		{"both, as a frame to fit", "1000x500", "width=100pt height=100pt", 100, 50, ""},
		{"wider than the measure", "1000x500", "width=30cm", 325.984, 162.992, ""},
		{"coarse", "200x100", "width=10cm", 283.465, 141.732, "prints at 51 dpi"},
		{"one pixel", "1x1", "", 0.36, 0.36, ""},
		{"a hair", "8000x1", "", 325.984, 0.041, ""},
	} {
		folder := fmt.Sprintf("![صورة](a.png){%s}", c.asked)
		if c.asked == "" {
			folder = "![صورة](a.png)"
		}
		b := pagesOf(t, manuscript(t, files("# ف\n\n"+folder+"\n", c.image)), 1)
		m := imagesOf(b)
		if len(m) != 1 || abs(m[0].W-c.w) > 0.01 || abs(m[0].H-c.h) > 0.01 {
			t.Errorf("%s: %v, want %g×%g", c.name, m, c.w, c.h)
		}
		if warned := fmt.Sprint(b.Warnings); c.warn == "" && len(b.Warnings) > 0 || !strings.Contains(warned, c.warn) {
			t.Errorf("%s: warnings %v, want %q", c.name, warned, c.warn)
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

func imagesOf(b *display.Book) (all []*display.Image) {
	for _, p := range b.Pages {
		for _, it := range p.Items {
			if m, ok := it.(*display.Image); ok {
				all = append(all, m)
			}
		}
	}
	return all
}

// withImages gives a random book pictures: as figures, and in its text.
func (a *author) withImages(doc *content.Document) {
	doc.Assets = map[string]*content.Asset{
		"wide.png":   {Name: "wide.png", Data: pngOf(900, 40, color.NRGBA{A: 0xFF}, 0)},
		"tall.png":   {Name: "tall.png", Data: pngOf(30, 700, color.NRGBA{A: 0x7F}, 300)},
		"broken.png": {Name: "broken.png", Data: []byte("\x89PNG\r\n\x1a\n?")},
	}
}

// pictureName is one of the book's pictures, or none that it has.
func (a *author) pictureName() string {
	return []string{"wide.png", "tall.png", "broken.png", "absent.png"}[a.IntN(4)]
}

func (a *author) figure() *content.Figure {
	f := &content.Figure{Src: a.pictureName(), Alt: a.words(0, 5), Caption: a.text(0, 20)}
	if a.wild && a.chance(4) {
		f.Caption = a.text(300, 400)
	}
	if a.chance(2) {
		f.Keys = []content.KeyValue{{Key: []string{"width", "height"}[a.IntN(2)], Value: []string{"10%", "9cm", "200%", "3pt"}[a.IntN(4)]}}
	}
	return f
}

// files is a chapter and its image a.png.
func files(chapter, image string) []txtar.File {
	return []txtar.File{{Name: "chapter.md", Data: []byte(chapter)}, {Name: "a.png", Data: []byte(image)}}
}
