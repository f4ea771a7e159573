package pixels

import (
	"fmt"
	"image"

	"warraq/layout/display"
	"warraq/layout/drawing"
	"warraq/layout/picture"
)

// picture draws a picture in its rectangle.
func (c *canvas) picture(m *display.Image) error {
	p := c.book.pages.Pictures[m.Asset]
	if p == nil {
		return fmt.Errorf("image %s is not among the book's pictures", m.Asset)
	}
	within := m.Rect
	if m.Crop != nil {
		within = *m.Crop
	}
	if p.Drawing != nil {
		c.drawing(p, m, within)
		return nil
	}
	samples, err := c.book.samples(m.Asset, p)
	if err != nil {
		return fmt.Errorf("image %s: %w", m.Asset, err)
	}
	c.samples(lying(samples, display.Turned(p.Turn, m.Turn)), m.Rect, within)
	return nil
}

// samples are those of a picture, decoded once.
func (b *Book) samples(asset string, p *picture.Picture) (*image.NRGBA, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if m, ok := b.pictures[asset]; ok {
		return m, nil
	}
	m, err := p.Image()
	if err == nil {
		b.pictures[asset] = m
	}
	return m, err
}

// lying gives samples that lie so (Exif 2.3, Orientation) as they are seen.
func lying(m *image.NRGBA, turn int) *image.NRGBA {
	if turn <= 1 {
		return m
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if turn > 4 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewNRGBA(size)
	for y := range h {
		for x := range w {
			right, down := w-1-x, h-1-y
			at := [...]image.Point{2: {right, y}, 3: {right, down}, 4: {x, down}, 5: {y, x}, 6: {down, x}, 7: {down, right}, 8: {y, right}}[turn]
			copy(out.Pix[out.PixOffset(at.X, at.Y):], m.Pix[m.PixOffset(x, y):][:4])
		}
	}
	return out
}

// share is a sample, and how much of a pixel it makes, in 65,536ths.
type share struct{ sample, weight int }

// shares tells for each pixel from…to of which samples it is made: of all that lie
// in it. There are n samples on the pixels at…at+length.
func shares(n int, at, length float64, from, to int) [][]share {
	all := make([][]share, to-from)
	if length <= 0 {
		return all
	}
	each := float64(n) / length // samples a pixel
	for i := range all {
		left, right := max((float64(from+i)-at)*each, 0), min((float64(from+i+1)-at)*each, float64(n))
		for s := int(left); s < n && float64(s) < right; s++ {
			part := (min(right, float64(s+1)) - max(left, float64(s))) / each
			if w := int(round(part * 65536)); w > 0 {
				all[i] = append(all[i], share{s, w})
			}
		}
	}
	return all
}

// samples draws samples in a rectangle, as far as they lie within another.
func (c *canvas) samples(m *image.NRGBA, r, within display.Rect) {
	scale := c.book.scale
	bounds := image.Rect(int(round(within.X*scale)), int(round(within.Y*scale)), int(round((within.X+within.W)*scale)), int(round((within.Y+within.H)*scale))).Intersect(c.image.Rect)
	if bounds.Empty() {
		return
	}
	across := shares(m.Rect.Dx(), r.X*scale, r.W*scale, bounds.Min.X, bounds.Max.X)
	down := shares(m.Rect.Dy(), r.Y*scale, r.H*scale, bounds.Min.Y, bounds.Max.Y)
	rows := make(map[int][]uint64) // of samples that are shared among the pixels of a row
	for i, ys := range down {
		sum := make([]uint64, 4*len(across))
		for _, y := range ys {
			row, ok := rows[y.sample]
			if !ok {
				row = squeezed(m.Pix[y.sample*m.Stride:], across)
				rows[y.sample] = row
			}
			for k, v := range row {
				sum[k] += v * uint64(y.weight) >> 16
			}
		}
		if len(ys) > 0 {
			for s := range rows {
				if s < ys[len(ys)-1].sample {
					delete(rows, s)
				}
			}
		}
		for x := range across {
			c.lay(bounds.Min.X+x, bounds.Min.Y+i, sum[4*x:])
		}
	}
}

// squeezed is a row of samples as the pixels have them: red, green and blue as much as
// they are opaque, and how much that is, 65,536 times 255.
func squeezed(row []uint8, across [][]share) []uint64 {
	out := make([]uint64, 4*len(across))
	for x, shares := range across {
		for _, s := range shares {
			pixel := row[4*s.sample:]
			alpha := uint64(pixel[3]) * uint64(s.weight)
			for k := range 3 {
				out[4*x+k] += uint64(pixel[k]) * alpha / 255
			}
			out[4*x+3] += alpha
		}
	}
	return out
}

// lay lays what a pixel of a picture is over one of the page.
func (c *canvas) lay(x, y int, sum []uint64) {
	const one = 65536
	alpha := min(sum[3], 255*one)
	pixel := c.image.Pix[c.image.PixOffset(x, y):]
	for k := range 3 {
		v := (uint64(pixel[k])*(255*one-alpha)/255 + sum[k] + one/2) / one
		pixel[k] = uint8(min(v, 255))
	}
}

// area adds the contours of a path.
func (c *canvas) area(path []drawing.Step, m drawing.Matrix) {
	open := false
	for _, s := range path {
		if s.Op != 'm' && s.Op != 'h' && !open {
			continue
		}
		switch s.Op {
		case 'm':
			open = true
			c.raster.Contour(pixel(m.At(s.Points[0])))
		case 'l':
			c.raster.Line(pixel(m.At(s.Points[0])))
		case 'c':
			c.raster.Cubic(pixel(m.At(s.Points[0])), pixel(m.At(s.Points[1])), pixel(m.At(s.Points[2])))
		}
	}
}
