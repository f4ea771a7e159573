package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"

	"github.com/klauspost/compress/zlib"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// Colour types of a PNG (PNG 1.2, 4.1.1).
const (
	pngGray    = 0
	pngRGB     = 2
	pngIndexed = 3
)

// pngFile is what the chunks of a PNG say.
type pngFile struct {
	width, height int
	depth, color  byte
	interlaced    bool
	palette       []byte
	transparent   bool
	dpi           float64
	icc           []byte
	rows          []byte // what all IDAT hold: one zlib stream
	behind        int    // bytes of the file behind its last chunk
}

// readPNG takes the rows of a PNG as they are, since PDF knows its filters
// (ISO 32000-1 7.4.4.4); one that is transparent or interlaced is decoded and
// its opacity parted from its colour. Rows that were checked before are not again.
func readPNG(data []byte, checked bool) (*Picture, error) {
	f, err := readChunks(data)
	if err != nil {
		return nil, err
	}
	if err := checkSize(f.width, f.height); err != nil {
		return nil, err
	}
	if f.interlaced || f.transparent || f.color > pngIndexed {
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("is broken (%w)", err)
		}
		p, err := fromImage(m)
		if err == nil {
			p.DPI, p.Color.Profile = f.dpi, profileOf(f.icc, p.Color.Space)
		}
		return p, err
	}
	if !checked {
		if err := f.check(); err != nil {
			return nil, err
		}
	}
	return &Picture{DPI: f.dpi, Color: f.plane()}, nil
}

// space is what the samples of the rows mean.
func (f *pngFile) space() Space {
	return map[byte]Space{pngGray: Gray, pngRGB: RGB, pngIndexed: Indexed}[f.color]
}

// plane is the rows as they lie in the file.
func (f *pngFile) plane() Plane {
	space := f.space()
	return Plane{Width: f.width, Height: f.height, Space: space, Bits: int(f.depth), Palette: f.palette, Profile: profileOf(f.icc, space), Coding: Rows, Data: f.rows}
}

// readChunks reads the chunks up to IEND; each must have its checksum.
func readChunks(data []byte) (*pngFile, error) {
	f := &pngFile{}
	rest := data[len(pngSignature):]
	for first := true; ; first = false {
		if len(rest) < 12 {
			return nil, errCut
		}
		length := binary.BigEndian.Uint32(rest)
		if uint64(length) > uint64(len(rest)-12) {
			return nil, errCut
		}
		kind, body := string(rest[4:8]), rest[8:8+length]
		if crc32.ChecksumIEEE(rest[4:8+length]) != binary.BigEndian.Uint32(rest[8+length:]) {
			return nil, errors.New("is broken (a checksum does not agree)")
		}
		rest = rest[12+length:]
		if first != (kind == "IHDR") {
			return nil, errors.New("is broken (its header is not where it belongs)")
		}
		if kind == "IEND" {
			f.behind = len(rest)
			return f, nil
		}
		if err := f.chunk(kind, body); err != nil {
			return nil, err
		}
	}
}

func (f *pngFile) chunk(kind string, body []byte) error {
	switch kind {
	case "IHDR":
		return f.header(body)
	case "PLTE":
		if len(body) == 0 || len(body)%3 != 0 || len(body) > 3*256 {
			return errors.New("is broken (its palette)")
		}
		if f.color == pngIndexed {
			f.palette = body
		}
	case "tRNS":
		f.transparent = true
	case "iCCP":
		f.icc = iccOfPNG(body)
	case "pHYs": // pixels a metre
		if len(body) == 9 && body[8] == 1 {
			f.dpi = float64(binary.BigEndian.Uint32(body)) * 0.0254
		}
	case "IDAT":
		f.rows = append(f.rows, body...)
	}
	return nil
}

// header reads IHDR (PNG 1.2, 4.1.1).
func (f *pngFile) header(body []byte) error {
	if len(body) != 13 || body[10] != 0 || body[11] != 0 || body[12] > 1 {
		return errors.New("is broken (its header)")
	}
	width, height := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
	if width > 1<<30 || height > 1<<30 {
		return errors.New("is too large")
	}
	f.width, f.height, f.depth, f.color, f.interlaced = int(width), int(height), body[8], body[9], body[12] == 1
	depths := map[byte]string{pngGray: "\x01\x02\x04\x08\x10", pngRGB: "\x08\x10", pngIndexed: "\x01\x02\x04\x08", 4: "\x08\x10", 6: "\x08\x10"}
	if !bytes.Contains([]byte(depths[f.color]), body[8:9]) {
		return errors.New("is broken (its header)")
	}
	return nil
}

// check inflates the rows and looks at each one's filter, so that no file goes
// to a press that fails only there.
func (f *pngFile) check() error {
	if f.color == pngIndexed && f.palette == nil {
		return errors.New("is broken (it has no palette)")
	}
	z, err := zlib.NewReader(bytes.NewReader(f.rows))
	if err != nil {
		return fmt.Errorf("is broken (%w)", err)
	}
	row := make([]byte, 1+(f.width*f.space().Components()*int(f.depth)+7)/8)
	for range f.height {
		if _, err := io.ReadFull(z, row); err != nil {
			return fmt.Errorf("is broken (%w)", err)
		}
		if row[0] > 4 {
			return errors.New("is broken (a row has no filter)")
		}
	}
	return nil
}
