// Package scan makes pictures that a book can hold of TIFF files, as scanners and print
// shops write them: a page of one as a PNG, with its resolution.
package scan

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image/png"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/tiff"
)

// mark parts the name of a file from one of its pages, "a.tif#page=2", as the fragment of
// an address does (RFC 8118, 3).
const mark = "#page="

// Named parts the name of a file from the number of its page, which is 1 where none is
// said, and 0 where what is said is no number.
func Named(name string) (file string, page int) {
	file, number, found := strings.Cut(name, mark)
	if !found {
		return name, 1
	}
	page, _ = strconv.Atoi(number)
	return file, page
}

// Is tells whether a file is a TIFF (TIFF 6.0, 2).
func Is(data []byte) bool {
	return bytes.HasPrefix(data, []byte("II*\x00")) || bytes.HasPrefix(data, []byte("MM\x00*"))
}

// mostPages bounds the pages of a file; those behind are not counted.
const mostPages = 10_000

// Pages are where the pages of a file are described, bytes from its beginning.
func Pages(data []byte) (pages []uint32) {
	if len(data) < 8 {
		return nil
	}
	order := orderOf(data)
	seen := make(map[uint32]bool)
	for at := order.Uint32(data[4:]); at != 0 && !seen[at] && len(pages) < mostPages; {
		if uint64(at)+2 > uint64(len(data)) {
			break
		}
		seen[at] = true
		pages = append(pages, at)
		next := uint64(at) + 2 + 12*uint64(order.Uint16(data[at:]))
		if next+4 > uint64(len(data)) {
			break
		}
		at = order.Uint32(data[next:])
	}
	return pages
}

func orderOf(data []byte) binary.ByteOrder {
	if data[0] == 'M' {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// Pixels are how many the first page has, 0 where that cannot be told.
func Pixels(data []byte) int64 {
	c, err := tiff.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0
	}
	return int64(c.Width) * int64(c.Height)
}

// Picture is a page of a file, from 1, as a PNG of so many pixels at most.
func Picture(data []byte, page int, most int64) (picture []byte, err error) {
	defer func() {
		if recover() != nil { // what a damaged file may do to its reader
			err = errors.New("cannot be read")
		}
	}()
	pages := Pages(data)
	if page < 1 || page > len(pages) {
		return nil, fmt.Errorf("has no page %d", page)
	}
	own := data
	if page > 1 { // that is the first then
		own = bytes.Clone(data)
		orderOf(data).PutUint32(own[4:], pages[page-1])
	}
	if n := Pixels(own); n > most {
		return nil, fmt.Errorf("has %d pixels, more than %d", n, most)
	}
	m, err := tiff.Decode(bytes.NewReader(own))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	return resolved(out.Bytes(), resolution(own, pages[page-1])), nil
}

// Tags of a page, and the units of its resolution (TIFF 6.0, 8).
const (
	resolutionTag = 282
	unitTag       = 296
	inch, metric  = 2, 3
)

// resolution is how many pixels a page has along a metre; 0 where it does not say.
func resolution(data []byte, at uint32) uint32 {
	order, perUnit, unit := orderOf(data), 0.0, uint16(inch)
	n := uint64(order.Uint16(data[at:]))
	for entry := uint64(at) + 2; n > 0 && entry+12 <= uint64(len(data)); entry, n = entry+12, n-1 {
		switch order.Uint16(data[entry:]) {
		case resolutionTag:
			if from := uint64(order.Uint32(data[entry+8:])); from+8 <= uint64(len(data)) {
				perUnit = float64(order.Uint32(data[from:])) / float64(max(order.Uint32(data[from+4:]), 1))
			}
		case unitTag:
			unit = order.Uint16(data[entry+8:])
		}
	}
	switch unit {
	case inch:
		return uint32(math.Round(min(perUnit, 1e6) / 0.0254))
	case metric:
		return uint32(math.Round(min(perUnit, 1e6) * 100))
	}
	return 0
}

// resolved is a PNG that says how many pixels it has along a metre (PNG 11.3.5.3).
func resolved(picture []byte, perMetre uint32) []byte {
	if perMetre == 0 {
		return picture
	}
	const behindHeader = 8 + 25
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(bytes.Clone(picture[:behindHeader]), chunk...), picture[behindHeader:]...)
}
