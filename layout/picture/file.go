package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"github.com/klauspost/compress/zlib"
)

// File is the picture as a file that any program shows, and its media type: the
// JPEG as it was, else a PNG, with its opacity. It lies as [Picture.Turn] says, and
// does not say so itself. A drawing has none.
func (p *Picture) File() (data []byte, media string, err error) {
	switch {
	case p.Drawing != nil:
		return nil, "", errors.New("is a drawing")
	case p.Color.Coding == DCT && p.Alpha == nil:
		return withoutExif(p.Color.Data), "image/jpeg", nil
	case p.Alpha == nil:
		return p.Color.png(), "image/png", nil
	}
	m, err := p.Image()
	if err != nil {
		return nil, "", err
	}
	data, err = EncodePNG(m)
	return data, "image/png", err
}

// Image is the samples of a picture that is no drawing, as they lie.
func (p *Picture) Image() (*image.NRGBA, error) {
	m, err := p.Color.image()
	if err != nil {
		return nil, err
	}
	size := image.Rect(0, 0, p.Color.Width, p.Color.Height)
	out := image.NewNRGBA(size)
	var alpha image.Image
	if p.Alpha != nil {
		if alpha, err = p.Alpha.image(); err != nil {
			return nil, err
		}
	}
	for y := range size.Dy() {
		for x := range size.Dx() {
			c := color.NRGBAModel.Convert(m.At(m.Bounds().Min.X+x, m.Bounds().Min.Y+y)).(color.NRGBA)
			if alpha != nil {
				c.A = color.GrayModel.Convert(alpha.At(x, y)).(color.Gray).Y
			}
			out.SetNRGBA(x, y, c)
		}
	}
	return out, nil
}

// image decodes a plane.
func (p *Plane) image() (image.Image, error) {
	if p.Coding == DCT {
		return jpeg.Decode(bytes.NewReader(p.Data))
	}
	return png.Decode(bytes.NewReader(p.png()))
}

// png is the rows of a plane in a file of their own.
func (p *Plane) png() []byte {
	kind := map[Space]byte{Gray: pngGray, RGB: pngRGB, Indexed: pngIndexed}[p.Space]
	return PNG{Width: p.Width, Height: p.Height, Bits: byte(p.Bits), Color: kind, Palette: p.Palette, Rows: p.Data}.File()
}

// withoutExif is a JPEG without what says how it lies: who shows it is told so
// otherwise.
func withoutExif(data []byte) []byte {
	out, at := append([]byte(nil), data[:2]...), 2
	for at+4 <= len(data) && data[at] == 0xFF && data[at+1] != markSOS {
		if data[at+1] == 0xFF {
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) {
			break
		}
		if data[at+1] != markAPP1 {
			out = append(out, data[at:end]...)
		}
		at = end
	}
	return append(out, data[at:]...)
}

// PNG is what a PNG consists of (PNG, third edition, 5 and 11).
type PNG struct {
	Width, Height int
	Bits          byte   // a component
	Color         byte   // its colour type
	Palette       []byte // red, green and blue of each entry
	SRGB          bool   // its colours are meant so
	Rows          []byte // deflated, each with its filter
}

// File is the PNG as a file.
func (p PNG) File() []byte {
	head := binary.BigEndian.AppendUint32(nil, uint32(p.Width))
	head = binary.BigEndian.AppendUint32(head, uint32(p.Height))
	head = append(head, p.Bits, p.Color, 0, 0, 0) // deflated, rows with filters, not interlaced
	b := appendChunk([]byte(pngSignature), "IHDR", head)
	if p.SRGB {
		b = appendChunk(b, "sRGB", []byte{0}) // perceptual
	}
	if len(p.Palette) > 0 {
		b = appendChunk(b, "PLTE", p.Palette)
	}
	b = appendChunk(b, "IDAT", p.Rows)
	return appendChunk(b, "IEND", nil)
}

// appendChunk writes a chunk: its length, name, data and checksum.
func appendChunk(b []byte, name string, data []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	from := len(b)
	b = append(append(b, name...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[from:]))
}

// EncodePNG writes a picture, in gray where all of it is, without opacity where it has
// none. The bytes are the same with every version of Go, whose own compressor
// changes.
func EncodePNG(m *image.NRGBA) ([]byte, error) {
	opaque, gray := m.Opaque(), isGray(m)
	p := PNG{Width: m.Rect.Dx(), Height: m.Rect.Dy(), Bits: 8, SRGB: true}
	take := []int{0, 1, 2, 3} // of each sample
	switch {
	case opaque && gray:
		p.Color, take = pngGray, take[:1]
	case opaque:
		p.Color, take = pngRGB, take[:3]
	default:
		p.Color = 6 // with opacity
	}
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	row := make([]byte, 1+p.Width*len(take))
	above := make([]byte, len(row)) // of the row before
	now := make([]byte, len(row))
	for y := range p.Height {
		for x := range p.Width {
			for k, i := range take {
				now[1+x*len(take)+k] = m.Pix[m.PixOffset(x, y)+i]
			}
		}
		row[0] = 2 // the difference to the row above
		for i := 1; i < len(row); i++ {
			row[i] = now[i] - above[i]
		}
		if _, err := z.Write(row); err != nil {
			return nil, fmt.Errorf("PNG: %w", err)
		}
		now, above = above, now
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("PNG: %w", err)
	}
	p.Rows = out.Bytes()
	return p.File(), nil
}

// isGray tells a picture without colour.
func isGray(m *image.NRGBA) bool {
	for i := 0; i < len(m.Pix); i += 4 {
		if m.Pix[i] != m.Pix[i+1] || m.Pix[i] != m.Pix[i+2] {
			return false
		}
	}
	return true
}
