package facsimile

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"

	"warraq/content/facsimile/object"
)

// photograph is a JPEG as it lies in the file, where it can be seen so.
func (in *painter) photograph(p *picture, d object.Dict) (media string, file []byte) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(p.data))
	if err != nil || int64(config.Width)*int64(config.Height) > in.pixels {
		in.leave("a picture in JPEG that cannot be read")
		return "", nil
	}
	n := 3
	switch config.ColorModel {
	case color.GrayModel:
		n = 1
	case color.CMYKModel:
		n = 4
	}
	own := p.space == nil || p.space.n == n && (p.space.kind == grayKind || p.space.kind == rgbKind)
	masked := d["SMask"] != nil || d["Mask"] != nil
	if n < 4 && own && !masked && usual(p.decode, false) {
		return "image/jpeg", p.data
	}
	if !in.develop(p, config, n) {
		return "", nil
	}
	return "image/png", encoded(in.masked(p.samples(), d, p))
}

// develop decodes a JPEG of so many numbers a pixel into samples; false for one that it
// leaves, which is named.
func (in *painter) develop(p *picture, config image.Config, n int) bool {
	pixels := int64(config.Width) * int64(config.Height)
	if !in.room(4 * pixels) {
		return false
	}
	in.work(2 * int(pixels))
	m, err := jpeg.Decode(bytes.NewReader(p.data))
	if err != nil {
		in.leave("a picture in JPEG that cannot be read")
		return false
	}
	p.width, p.height, p.bits = config.Width, config.Height, 8
	if p.space == nil || p.space.n != n {
		p.space = map[int]*space{1: gray, 3: rgb, 4: cmyk}[n]
	}
	p.data, p.packed = components(m, n), nil
	return true
}

// components are the samples of a JPEG. Those of four inks are read turned about, as one
// program first wrote them; the file itself says so where that is meant.
func components(m image.Image, n int) []byte {
	b := m.Bounds()
	out := make([]byte, 0, b.Dx()*b.Dy()*n)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			switch n {
			case 1:
				out = append(out, color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y)
			case 3:
				r, g, b, _ := m.At(x, y).RGBA()
				out = append(out, byte(r>>8), byte(g>>8), byte(b>>8))
			case 4:
				c, _ := m.At(x, y).(color.CMYK)
				out = append(out, ^c.C, ^c.M, ^c.Y, ^c.K)
			}
		}
	}
	return out
}
