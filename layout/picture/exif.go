package picture

import "encoding/binary"

// exif is what a camera says of a picture, as far as print asks.
type exif struct {
	turn int     // 1…8, 0 unknown
	dpi  float64 // 0 unknown
}

// Tags of a TIFF directory (TIFF 6.0, part 1).
const (
	tagOrientation    = 0x0112
	tagXResolution    = 0x011A
	tagResolutionUnit = 0x0128
)

// readExif reads the first directory of an Exif segment, a small TIFF file
// (Exif 2.3, 4.5). What cannot be read is left unknown: no picture is worse
// for it.
func readExif(tiff []byte) exif {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case len(tiff) < 8:
		return exif{}
	case string(tiff[:2]) == "MM":
		order = binary.BigEndian
	case string(tiff[:2]) != "II":
		return exif{}
	}
	var e exif
	inches := 1.0
	for _, entry := range directory(tiff, order) {
		switch order.Uint16(entry) {
		case tagOrientation:
			e.turn = int(order.Uint16(entry[8:]))
		case tagXResolution:
			e.dpi = rational(tiff, order, order.Uint32(entry[8:]))
		case tagResolutionUnit:
			inches = [...]float64{0, 0, 1, 2.54}[order.Uint16(entry[8:])%4]
		}
	}
	e.dpi *= inches
	return e
}

// directory is the entries of the first directory, 12 bytes each.
func directory(tiff []byte, order binary.ByteOrder) (entries [][]byte) {
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return nil
	}
	n := uint64(order.Uint16(tiff[at:]))
	for at += 2; n > 0 && at+12 <= uint64(len(tiff)); n-- {
		entries = append(entries, tiff[at:at+12])
		at += 12
	}
	return entries
}

// rational reads a fraction of two numbers, 0 where there is none.
func rational(tiff []byte, order binary.ByteOrder, offset uint32) float64 {
	at := uint64(offset)
	if at+8 > uint64(len(tiff)) {
		return 0
	}
	below := order.Uint32(tiff[at+4:])
	if below == 0 {
		return 0
	}
	return float64(order.Uint32(tiff[at:])) / float64(below)
}
