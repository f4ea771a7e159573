package cover

import (
	"bytes"
	"image"

	"github.com/klauspost/compress/zlib"

	"warraq/layout/picture"
)

// PNG draws the panel as a PNG of so many pixels across, in sRGB, with a
// palette. The bytes are the same on every machine, and with every version of
// Go: the compressor of its own library changes.
func (p *Panel) PNG(width int) ([]byte, error) {
	c, err := p.canvas(width)
	if err != nil {
		return nil, err
	}
	return encode(c.image)
}

// Rows is how many pixels high the panel is where it is so many across.
func (p *Panel) Rows(width int) int { return int(round(p.H * (float64(width) / p.W))) }

// encode writes a picture with a palette.
func encode(m *image.Paletted) ([]byte, error) {
	var palette []byte
	for _, c := range m.Palette {
		r, g, b, _ := c.RGBA()
		palette = append(palette, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	rows, err := deflated(m)
	if err != nil {
		return nil, err
	}
	return picture.PNG{Width: m.Rect.Dx(), Height: m.Rect.Dy(), Bits: 8, Color: indexed, Palette: palette, SRGB: true, Rows: rows}.File(), nil
}

// indexed is the colour type of a PNG whose samples are numbers of a palette.
const indexed = 3

// deflated is the rows of a picture, none of them filtered: numbers of a
// palette have no neighbours that they are near to.
func deflated(m *image.Paletted) ([]byte, error) {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	w := m.Rect.Dx()
	row := make([]byte, 1+w)
	for y := range m.Rect.Dy() {
		copy(row[1:], m.Pix[y*m.Stride:][:w])
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
