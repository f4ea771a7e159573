package facsimile

import (
	"image"
	"image/color"
	"math"
)

// spans is from where to where each number of a colour goes.
func (p *picture) spans() []float64 {
	n := p.space.n
	if len(p.decode) >= 2*n {
		return p.decode
	}
	out := make([]float64, 2*n)
	for i := range n {
		out[2*i+1] = 1
	}
	switch p.space.kind {
	case indexKind:
		out[1] = float64(int(1)<<p.bits - 1)
	case labKind:
		out = []float64{0, 100, p.space.lab[0], p.space.lab[1], p.space.lab[2], p.space.lab[3]}
	}
	return out
}

// samples is the picture in colours of a screen; nil where it has none.
func (p *picture) samples() image.Image {
	if p.space.n == 0 || p.bits < 1 || p.bits > 16 {
		return nil
	}
	if p.space.n == 1 && p.bits <= 8 {
		return p.listed()
	}
	n, spans := p.space.n, p.spans()
	most := math.Pow(2, float64(p.bits)) - 1
	row := (p.width*n*p.bits + 7) / 8 * 8 // bits
	m := image.NewNRGBA(image.Rect(0, 0, p.width, p.height))
	v := make([]float64, n)
	raw, last := make([]float64, n), make([]float64, n)
	var c [3]float64
	for y := range p.height {
		for x := range p.width {
			same := x+y > 0
			for i := range v {
				raw[i] = bitsAt(p.data, y*row+(x*n+i)*p.bits, p.bits)
				same = same && raw[i] == last[i]
				v[i] = spans[2*i] + float64(raw[i]/most*(spans[2*i+1]-spans[2*i]))
			}
			if !same {
				c = p.space.rgb(v)
				copy(last, raw)
			}
			at := m.PixOffset(x, y)
			m.Pix[at], m.Pix[at+1], m.Pix[at+2], m.Pix[at+3] = eight(c[0]), eight(c[1]), eight(c[2]), 255
		}
	}
	return m
}

func eight(v float64) byte { return byte(math.Round(unit(v) * 255)) }

// listed is a picture of few colours.
func (p *picture) listed() image.Image {
	spans, count := p.spans(), 1<<p.bits
	colors := make(color.Palette, count)
	grays := true
	for i := range colors {
		c := p.space.rgb([]float64{spans[0] + float64(float64(i)/float64(count-1)*(spans[1]-spans[0]))})
		colors[i] = color.NRGBA{eight(c[0]), eight(c[1]), eight(c[2]), 255}
		grays = grays && c[0] == c[1] && c[1] == c[2]
	}
	r := image.Rect(0, 0, p.width, p.height)
	row := (p.width*p.bits + 7) / 8 * 8
	if grays && p.bits == 8 {
		m := image.NewGray(r)
		for y := range p.height {
			for x := range p.width {
				m.Pix[y*m.Stride+x] = colors[int(bitsAt(p.data, y*row+x*p.bits, p.bits))].(color.NRGBA).R
			}
		}
		return m
	}
	m := image.NewPaletted(r, colors)
	for y := range p.height {
		for x := range p.width {
			m.Pix[y*m.Stride+x] = byte(bitsAt(p.data, y*row+x*p.bits, p.bits))
		}
	}
	return m
}
