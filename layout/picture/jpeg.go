package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Markers of a JPEG (ITU-T T.81, table B.1).
const (
	markSOF0 = 0xC0 // baseline
	markSOF2 = 0xC2 // progressive
	markDHT  = 0xC4
	markJPG  = 0xC8
	markDAC  = 0xCC
	markRST0 = 0xD0
	markSOI  = 0xD8
	markEOI  = 0xD9
	markSOS  = 0xDA
	markAPP0 = 0xE0
	markAPP1 = 0xE1
	markAPP2 = 0xE2
	markAPPE = 0xEE
)

// errCut tells a file that ends before it should.
var errCut = errors.New("is cut short")

// jpegFile is what the segments of a JPEG say.
type jpegFile struct {
	plane     Plane
	density   float64 // of the JFIF header
	exif      exif
	icc       iccChunks
	adobe     bool
	transform byte // of the Adobe segment: 0 plain
	scanned   bool
}

// readJPEG takes a JPEG as it is; PDF reads baseline and progressive ones of
// one, three or four components (ISO 32000-1 7.4.8). The samples themselves
// are not decoded: that all segments are there up to the last marker is what
// is checked.
func readJPEG(data []byte) (*Picture, error) {
	f := &jpegFile{}
	end, err := f.segments(data)
	if err != nil {
		return nil, err
	}
	if !f.scanned {
		return nil, errors.New("has no pixels")
	}
	p := &f.plane
	p.Coding, p.Data = DCT, data[:end]
	p.Inverted = p.Space == CMYK && f.adobe
	p.PlainRGB = p.PlainRGB && !f.adobe || p.Space == RGB && f.adobe && f.transform == 0
	p.Profile = profileOf(f.icc.whole(), p.Space)
	dpi := f.density
	if f.exif.dpi > 0 {
		dpi = f.exif.dpi
	}
	return &Picture{DPI: dpi, Turn: f.exif.turn, Color: *p}, nil
}

// segments walks the file and tells where its last marker ends.
func (f *jpegFile) segments(data []byte) (end int, err error) {
	at := 2
	for {
		if at+2 > len(data) {
			return 0, errCut
		}
		if data[at] != 0xFF {
			return 0, errors.New("is broken (a segment does not begin where it should)")
		}
		mark := data[at+1]
		switch {
		case mark == 0xFF: // fill
			at++
			continue
		case mark == markEOI:
			return at + 2, nil
		case mark == markSOI || mark >= markRST0 && mark < markSOI || mark == 0x01:
			at += 2
			continue
		}
		if at+4 > len(data) {
			return 0, errCut
		}
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		if length < 2 || at+2+length > len(data) {
			return 0, errCut
		}
		if err := f.segment(mark, data[at+4:at+2+length]); err != nil {
			return 0, err
		}
		at += 2 + length
		if mark == markSOS {
			at += entropyCoded(data[at:])
		}
	}
}

// entropyCoded is the length of a scan: up to the next marker that is no
// restart (ITU-T T.81 B.1.1.5).
func entropyCoded(data []byte) int {
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		if next := data[at+1]; next != 0 && (next < markRST0 || next >= markSOI) {
			return at
		}
		at += 2
	}
}

func (f *jpegFile) segment(mark byte, body []byte) error {
	switch {
	case mark >= markSOF0 && mark <= markSOF2:
		return f.frame(body)
	case mark > markSOF2 && mark < markRST0 && mark != markDHT && mark != markJPG && mark != markDAC:
		return errors.New("is of a kind that PDF cannot hold (lossless or arithmetic coding)")
	case mark == markSOS:
		if f.plane.Width == 0 {
			return errors.New("is broken (it has no header)")
		}
		f.scanned = true
	case mark == markAPP0 && len(body) >= 12 && string(body[:5]) == "JFIF\x00":
		f.density = float64(binary.BigEndian.Uint16(body[8:]))
		f.density *= [...]float64{0, 1, 2.54}[body[7]%3] // none, an inch, a centimetre
	case mark == markAPP1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
		f.exif = readExif(body[6:])
	case mark == markAPP2:
		f.icc.add(body)
	case mark == markAPPE && len(body) >= 12 && string(body[:5]) == "Adobe":
		f.adobe, f.transform = true, body[11]
	}
	return nil
}

// frame reads a frame header (ITU-T T.81 B.2.2).
func (f *jpegFile) frame(body []byte) error {
	if len(body) < 6 || len(body) < 6+3*int(body[5]) {
		return errors.New("is broken (its header)")
	}
	if body[0] != 8 {
		return errors.New("is of a kind that PDF cannot hold (it has not 8 bits a sample)")
	}
	p := &f.plane
	p.Bits, p.Height, p.Width = 8, int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	switch body[5] {
	case 1:
		p.Space = Gray
	case 3:
		p.Space = RGB
		p.PlainRGB = body[6] == 'R' && body[9] == 'G' && body[12] == 'B'
	case 4:
		p.Space = CMYK
	default:
		return errors.New("is of a kind that PDF cannot hold (neither gray, RGB nor CMYK)")
	}
	return checkSize(p.Width, p.Height)
}
