package cover

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"

	"github.com/klauspost/compress/zlib"
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

// encode writes a picture with a palette (PNG, third edition, 5 and 11).
func encode(m *image.Paletted) ([]byte, error) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	head := binary.BigEndian.AppendUint32(nil, uint32(w))
	head = binary.BigEndian.AppendUint32(head, uint32(h))
	head = append(head, 8, 3, 0, 0, 0) // bits, a palette, deflated, rows with filters, not interlaced
	var palette []byte
	for _, c := range m.Palette {
		r, g, b, _ := c.RGBA()
		palette = append(palette, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	rows, err := deflated(m)
	if err != nil {
		return nil, err
	}
	b := []byte("\x89PNG\r\n\x1a\n")
	b = appendChunk(b, "IHDR", head)
	b = appendChunk(b, "sRGB", []byte{0}) // perceptual
	b = appendChunk(b, "PLTE", palette)
	b = appendChunk(b, "IDAT", rows)
	return appendChunk(b, "IEND", nil), nil
}

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

// appendChunk writes a chunk: its length, name, data and checksum.
func appendChunk(b []byte, name string, data []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
	from := len(b)
	b = append(append(b, name...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[from:]))
}
