// Package raster compares pictures of pages.
package raster

import (
	"bytes"
	"fmt"
)

// Pixels is a page in gray: 0 black, 255 white.
type Pixels struct {
	w, h int
	gray []byte
}

// Cut is a part of a page; what is beyond it is white.
func (p Pixels) Cut(x, y, w, h int) Pixels {
	out := Pixels{w: w, h: h}.Blank()
	for row := max(0, -y); row < h && y+row < p.h; row++ {
		from, to := max(0, -x), min(w, p.w-x)
		if from < to {
			copy(out.gray[row*w+from:row*w+to], p.gray[(y+row)*p.w+x+from:])
		}
	}
	return out
}

// Within is a page without so many pixels at its edges.
func (p Pixels) Within(edge int) Pixels { return p.Cut(edge, edge, p.w-2*edge, p.h-2*edge) }

// Blank is a page as large, without ink.
func (p Pixels) Blank() Pixels { return Pixels{p.w, p.h, bytes.Repeat([]byte{255}, p.w*p.h)} }

// Ink is how much there is: a black pixel is 1.
func (p Pixels) Ink() float64 {
	sum := 0
	for _, v := range p.gray {
		sum += 255 - int(v)
	}
	return float64(sum) / 255
}

// Apart is how much ink two pages of one size differ in, as a part of the ink of
// the first; of a blank one, in black pixels.
func (p Pixels) Apart(q Pixels) float64 {
	sum := 0
	for i, v := range p.gray {
		d := int(v) - int(q.gray[i])
		sum += max(d, -d)
	}
	return float64(sum) / 255 / max(p.Ink(), 1)
}

// ReadPGM reads a gray picture of `pdftoppm -gray`.
func ReadPGM(data []byte) (p Pixels, err error) {
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n255", &p.w, &p.h); err != nil || len(data) < p.w*p.h {
		return p, fmt.Errorf("no gray picture")
	}
	p.gray = data[len(data)-p.w*p.h:]
	return p, nil
}

// Size is the width and the height, in pixels.
func (p Pixels) Size() (w, h int) { return p.w, p.h }
