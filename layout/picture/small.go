package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	_ "image/jpeg" // the forms of pictures that are made small
	_ "image/png"
)

// Small makes a picture, a PNG or a JPEG, as small as so many pixels across, as a PNG, and
// tells how many it has. Each pixel is the mean of those that come to it, in whole
// numbers, so that the bytes are the same on every machine. What is smaller stays as
// large as it is.
func Small(data []byte, width int) (small []byte, w, h int, err error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, 0, 0, err
	}
	if err := checkSize(config.Width, config.Height); err != nil {
		return nil, 0, 0, err
	}
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, 0, 0, err
	}
	from := m.Bounds()
	if from.Empty() {
		return nil, 0, 0, errors.New("is empty")
	}
	w = min(width, from.Dx())
	h = max(1, (from.Dy()*w+from.Dx()/2)/from.Dx())
	to := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			to.SetNRGBA(x, y, mean(m, image.Rect(from.Min.X+from.Dx()*x/w, from.Min.Y+from.Dy()*y/h,
				from.Min.X+max(from.Dx()*(x+1)/w, from.Dx()*x/w+1), from.Min.Y+max(from.Dy()*(y+1)/h, from.Dy()*y/h+1))))
		}
	}
	small, err = EncodePNG(to)
	return small, w, h, err
}

// mean is the colour of some pixels together.
func mean(m image.Image, of image.Rectangle) color.NRGBA {
	var sum [4]uint64
	of = of.Intersect(m.Bounds())
	for y := of.Min.Y; y < of.Max.Y; y++ {
		for x := of.Min.X; x < of.Max.X; x++ {
			r, g, b, a := m.At(x, y).RGBA()
			for i, v := range [4]uint32{r, g, b, a} {
				sum[i] += uint64(v)
			}
		}
	}
	n := uint64(of.Dx() * of.Dy())
	if n == 0 {
		return color.NRGBA{}
	}
	at := func(i int) uint16 { return uint16(sum[i] / n) }
	return color.NRGBAModel.Convert(color.RGBA64{R: at(0), G: at(1), B: at(2), A: at(3)}).(color.NRGBA)
}
