package raster

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"

	"golang.org/x/image/tiff"
)

// Plate reads a gray TIFF.
func Plate(name string) (*image.Gray, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	m, err := tiff.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	gray, ok := m.(*image.Gray)
	if !ok {
		return nil, fmt.Errorf("%s is no plate but %T", name, m)
	}
	return gray, nil
}

// Within is the middle of a picture, of a size.
func Within(m *image.Gray, size image.Point) *image.Gray {
	free := m.Bounds().Size().Sub(size)
	corner := m.Bounds().Min.Add(image.Pt(free.X/2, free.Y/2))
	return m.SubImage(image.Rectangle{Min: corner, Max: corner.Add(size)}).(*image.Gray)
}

// Inked counts the pixels that are not white.
func Inked(m *image.Gray) (n int) {
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			if m.GrayAt(x, y).Y != 0xFF {
				n++
			}
		}
	}
	return n
}

// Differing counts the pixels of two pictures of a size that are unlike what is
// there in the other, or, with loose, right above or below: an edge that lies
// between two rows falls to either, by how a page's margins are rounded.
func Differing(a, b *image.Gray, loose bool) (n int) {
	like := func(p uint8, m *image.Gray, x, y int) bool {
		if y < 0 || y >= m.Rect.Dy() {
			return false
		}
		q := m.GrayAt(m.Rect.Min.X+x, m.Rect.Min.Y+y).Y
		return max(p, q)-min(p, q) <= 2
	}
	beside := func(p uint8, m *image.Gray, x, y int) bool { return like(p, m, x, y-1) || like(p, m, x, y+1) }
	for y := range b.Rect.Dy() {
		for x := range b.Rect.Dx() {
			p, q := a.GrayAt(a.Rect.Min.X+x, a.Rect.Min.Y+y).Y, b.GrayAt(b.Rect.Min.X+x, b.Rect.Min.Y+y).Y
			if !like(p, b, x, y) && !(loose && beside(p, b, x, y) && beside(q, a, x, y)) {
				n++
			}
		}
	}
	return n
}

// ReadPNG reads a PNG as gray.
func ReadPNG(data []byte) (*image.Gray, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	g := image.NewGray(img.Bounds())
	for y := g.Rect.Min.Y; y < g.Rect.Max.Y; y++ {
		for x := g.Rect.Min.X; x < g.Rect.Max.X; x++ {
			g.Set(x, y, img.At(x, y))
		}
	}
	return g, nil
}

// Beyond is the part of the pixels of m that are by more than some tones lighter or
// darker than both of two others, where these have them.
func Beyond(m, one, other *image.Gray, tones int) float64 {
	r := m.Rect.Intersect(one.Rect).Intersect(other.Rect)
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			v, a, b := int(m.GrayAt(x, y).Y), int(one.GrayAt(x, y).Y), int(other.GrayAt(x, y).Y)
			if v < min(a, b)-tones || v > max(a, b)+tones {
				n++
			}
		}
	}
	if r.Empty() {
		return 1
	}
	return float64(n) / float64(r.Dx()*r.Dy())
}
