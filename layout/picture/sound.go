package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image/gif"
	"io"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/image/webp"
)

// Sound gives a picture as a book for screens may hold it: one that is whole, without
// what lies behind its end; a drawing without what it would load, run or define. One
// that is sound already comes back as it is. The error is a predicate, as of [Read].
func Sound(data []byte) (sound []byte, err error) {
	defer func() {
		if broken := recover(); broken != nil { // a decoder that met what it did not expect
			sound, err = nil, fmt.Errorf("cannot be read: %v", broken)
		}
	}()
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return soundPNG(data)
	case bytes.HasPrefix(data, []byte("\xFF\xD8")):
		f := &jpegFile{}
		end, err := f.segments(data)
		switch {
		case err != nil:
			return nil, err
		case !f.scanned:
			return nil, errors.New("has no pixels")
		}
		return data[:end], nil
	case bytes.HasPrefix(data, []byte("GIF8")):
		if _, err := decode(data, gif.DecodeConfig, gif.Decode); err != nil {
			return nil, err
		}
		return soundGIF(data)
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return soundWebP(data)
	case bytes.Contains(data, []byte("<svg")):
		return soundSVG(data)
	}
	return nil, errors.New("is neither PNG, JPEG, GIF, WebP nor SVG")
}

// soundPNG goes through all chunks and inflates the rows.
func soundPNG(data []byte) ([]byte, error) {
	f, err := readChunks(data)
	if err == nil {
		err = checkSize(f.width, f.height)
	}
	if err != nil {
		return nil, err
	}
	z, err := zlib.NewReader(bytes.NewReader(f.rows))
	if err != nil {
		return nil, fmt.Errorf("is broken (%w)", err)
	}
	if _, err := io.CopyN(io.Discard, z, f.inflated()); err != nil {
		return nil, fmt.Errorf("is broken (%w)", err)
	}
	return data[:len(data)-f.behind], nil
}

// passes are the columns and rows that each pass of an interlaced PNG begins with, and
// its steps (PNG 1.2, 2.6).
var passes = [7][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}

// inflated is how many bytes the rows have, each with its filter.
func (f *pngFile) inflated() (n int64) {
	bits := int64(f.depth) * int64(map[byte]int{pngGray: 1, pngRGB: 3, pngIndexed: 1, 4: 2, 6: 4}[f.color])
	rows := func(width, height int) int64 {
		if width == 0 {
			return 0
		}
		return int64(height) * (1 + (int64(width)*bits+7)/8)
	}
	if !f.interlaced {
		return rows(f.width, f.height)
	}
	for _, p := range passes {
		n += rows((f.width-p[0]+p[2]-1)/p[2], (f.height-p[1]+p[3]-1)/p[3])
	}
	return n
}

// soundGIF goes through the blocks to the trailer (GIF89a, 15 ff.).
func soundGIF(data []byte) ([]byte, error) {
	at := 13
	table := func(packed byte) int {
		if packed&0x80 == 0 {
			return 0
		}
		return 3 << (packed&7 + 1)
	}
	if len(data) < at {
		return nil, errCut
	}
	at += table(data[10])
	for at < len(data) {
		switch kind := data[at]; {
		case kind == 0x3b:
			return data[:at+1], nil
		case kind == 0x21:
			at += 2
		case kind == 0x2c && at+10 < len(data):
			at += 11 + table(data[at+9])
		default:
			return nil, errors.New("is broken (a block is of no kind)")
		}
		for at < len(data) && data[at] != 0 {
			at += 1 + int(data[at])
		}
		at++
	}
	return nil, errCut
}

// soundWebP holds the file to the length that it says of itself.
func soundWebP(data []byte) ([]byte, error) {
	length := int64(binary.LittleEndian.Uint32(data[4:])) + 8
	if length > int64(len(data)) {
		return nil, errCut
	}
	if _, err := decode(data, webp.DecodeConfig, webp.Decode); err != nil {
		return nil, err
	}
	return data[:length], nil
}
