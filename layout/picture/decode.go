package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"io"

	"golang.org/x/image/webp"
)

// readGIF reads the first frame of a GIF.
func readGIF(data []byte) (*Picture, error) { return decode(data, gif.DecodeConfig, gif.Decode) }

// readWebP reads a WebP.
func readWebP(data []byte) (*Picture, error) { return decode(data, webp.DecodeConfig, webp.Decode) }

// decode decodes a file whose header promises a bearable size.
func decode(data []byte, header func(io.Reader) (image.Config, error), whole func(io.Reader) (image.Image, error)) (*Picture, error) {
	config, err := header(bytes.NewReader(data))
	if err == nil {
		if err := checkSize(config.Width, config.Height); err != nil {
			return nil, err
		}
	}
	var m image.Image
	if err == nil {
		m, err = whole(bytes.NewReader(data))
	}
	if err != nil {
		return nil, fmt.Errorf("is broken (%w)", err)
	}
	return fromImage(m)
}

// fromImage parts a decoded image's colour from its opacity and compresses
// both as a PNG's rows, which are smaller than plain ones.
func fromImage(m image.Image) (*Picture, error) {
	if err := checkSize(m.Bounds().Dx(), m.Bounds().Dy()); err != nil {
		return nil, err
	}
	ink, opacity := part(m)
	p := &Picture{}
	var err error
	if p.Color, err = rowsOf(ink); err != nil || opacity == nil {
		return p, err
	}
	alpha, err := rowsOf(opacity)
	p.Alpha = &alpha
	return p, err
}

// rowsOf compresses an opaque image.
func rowsOf(m image.Image) (Plane, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		return Plane{}, err
	}
	f, err := readChunks(b.Bytes())
	if err != nil {
		return Plane{}, err
	}
	return f.plane(), nil
}

// part gives an image's colours, opaque, and its opacity, nil where it is
// opaque anyway. Colours that are gray throughout become so.
func part(m image.Image) (ink, opacity image.Image) {
	switch m := m.(type) {
	case *image.Gray, *image.Gray16:
		return m, nil
	case *image.Paletted:
		return partPaletted(m)
	case *image.NRGBA64, *image.RGBA64:
		return partDeep(m)
	}
	return partPlain(plain(m))
}

// partPlain parts an image of 8 bits a component, whose memory becomes that of its
// colours.
func partPlain(m *image.NRGBA) (ink, opacity image.Image) {
	colored, opaque := false, true
	for i := 0; i < len(m.Pix); i += 4 {
		c := m.Pix[i : i+4 : i+4]
		colored = colored || c[0] != c[1] || c[0] != c[2]
		opaque = opaque && c[3] == 0xFF
	}
	if !opaque {
		alpha := image.NewGray(m.Rect)
		for i := range alpha.Pix {
			alpha.Pix[i], m.Pix[4*i+3] = m.Pix[4*i+3], 0xFF
		}
		opacity = alpha
	}
	if colored {
		return m, opacity
	}
	gray := image.NewGray(m.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = m.Pix[4*i]
	}
	return gray, opacity
}

// plain gives an image 8 bits a component and its pixels end to end. An image that has
// them so is given as it is: it was decoded for this.
func plain(m image.Image) *image.NRGBA {
	box := m.Bounds()
	if m, ok := m.(*image.NRGBA); ok && m.Stride == 4*box.Dx() && len(m.Pix) == m.Stride*box.Dy() {
		return m
	}
	out := image.NewNRGBA(box)
	switch m := m.(type) {
	case *image.YCbCr:
		studio(m, nil, out)
	case *image.NYCbCrA:
		studio(&m.YCbCr, m, out)
	default:
		for y := box.Min.Y; y < box.Max.Y; y++ {
			for x := box.Min.X; x < box.Max.X; x++ {
				out.SetNRGBA(x, y, color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA))
			}
		}
	}
	return out
}

// studio turns the colours of a lossy WebP into RGB. Its Y goes from 16 to 235
// and its chroma from 16 to 240 (ITU-R BT.601), as libwebp reads and writes
// them; Go's image.YCbCr stands for a JPEG's, from 0 to 255 (golang/go#40173).
// alpha may be nil.
func studio(m *image.YCbCr, alpha *image.NYCbCrA, out *image.NRGBA) {
	const (
		one, half = 1 << 16, 1 << 15 // fixed point
		luma      = one * 255 / 219
		chroma    = one * 255 / 224
		red       = chroma * 1402 / 1000
		green1    = chroma * 344136 / 1000000
		green2    = chroma * 714136 / 1000000
		blue      = chroma * 1772 / 1000
	)
	clamp := func(v int) uint8 { return uint8(min(max(v>>16, 0), 255)) }
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			l, c, at := m.YOffset(x, y), m.COffset(x, y), out.PixOffset(x, y)
			yy, cb, cr := (int(m.Y[l])-16)*luma+half, int(m.Cb[c])-128, int(m.Cr[c])-128
			p := out.Pix[at : at+4 : at+4]
			p[0], p[1], p[2], p[3] = clamp(yy+red*cr), clamp(yy-green1*cb-green2*cr), clamp(yy+blue*cb), 0xFF
			if alpha != nil {
				p[3] = alpha.A[alpha.AOffset(x, y)]
			}
		}
	}
}

// partDeep parts an image of 16 bits a component, each in two bytes. Its opacity keeps 8.
func partDeep(m image.Image) (ink, opacity image.Image) {
	rgb := deep(m)
	colored, opaque := false, true
	for i := 0; i < len(rgb.Pix); i += 8 {
		c := rgb.Pix[i : i+8 : i+8]
		colored = colored || c[0] != c[2] || c[1] != c[3] || c[0] != c[4] || c[1] != c[5]
		opaque = opaque && c[6] == 0xFF && c[7] == 0xFF
	}
	if !opaque {
		alpha := image.NewGray(rgb.Rect)
		for i := range alpha.Pix {
			alpha.Pix[i] = rgb.Pix[8*i+6]
			rgb.Pix[8*i+6], rgb.Pix[8*i+7] = 0xFF, 0xFF
		}
		opacity = alpha
	}
	if colored {
		return rgb, opacity
	}
	gray := image.NewGray16(rgb.Rect)
	for i := 0; i < len(gray.Pix); i += 2 {
		gray.Pix[i], gray.Pix[i+1] = rgb.Pix[4*i], rgb.Pix[4*i+1]
	}
	return gray, opacity
}

// deep is plain for 16 bits a component.
func deep(m image.Image) *image.NRGBA64 {
	box := m.Bounds()
	if m, ok := m.(*image.NRGBA64); ok && m.Stride == 8*box.Dx() && len(m.Pix) == m.Stride*box.Dy() {
		return m
	}
	out := image.NewNRGBA64(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			out.SetNRGBA64(x, y, color.NRGBA64Model.Convert(m.At(x, y)).(color.NRGBA64))
		}
	}
	return out
}

func chosen(rgb, gray, alpha image.Image, colored, opaque bool) (ink, opacity image.Image) {
	ink, opacity = rgb, alpha
	if !colored {
		ink = gray
	}
	if opaque {
		opacity = nil
	}
	return ink, opacity
}

// partPaletted keeps the palette, of opaque colours.
func partPaletted(m *image.Paletted) (ink, opacity image.Image) {
	solid := &image.Paletted{Pix: m.Pix, Stride: m.Stride, Rect: m.Rect, Palette: make(color.Palette, len(m.Palette))}
	var opacities [256]uint8
	for i, c := range m.Palette {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		opacities[i] = n.A
		n.A = 0xFF
		solid.Palette[i] = n
	}
	alpha := image.NewGray(m.Rect)
	opaque := true
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			a := opacities[m.ColorIndexAt(x, y)]
			alpha.SetGray(x, y, color.Gray{Y: a})
			opaque = opaque && a == 0xFF
		}
	}
	return chosen(solid, solid, alpha, true, opaque)
}
