package sfnt

import "encoding/binary"

// Flags of the points of a simple glyph (OpenType 1.9, "glyf").
const (
	OnCurve   = 0x01
	XShort    = 0x02
	YShort    = 0x04
	Repeat    = 0x08
	XSameOrUp = 0x10
	YSameOrUp = 0x20
)

// AppendFlags packs runs of the same flag.
func AppendFlags(b, flags []byte) []byte {
	for i := 0; i < len(flags); {
		run := 1
		for i+run < len(flags) && run < 256 && flags[i+run] == flags[i] {
			run++
		}
		if run > 2 {
			b = append(b, flags[i]|Repeat, byte(run-1))
		} else {
			b, run = append(b, flags[i]), 1
		}
		i += run
	}
	return b
}

// AppendDelta packs the difference of a coordinate from the one before it, and gives
// what the point's flag says of it.
func AppendDelta(b []byte, d int, short, sameOrUp byte) (packed []byte, flag byte) {
	switch {
	case d == 0:
		return b, sameOrUp
	case d > 0 && d < 256:
		return append(b, byte(d)), short | sameOrUp
	case d < 0 && d > -256:
		return append(b, byte(-d)), short
	}
	return binary.BigEndian.AppendUint16(b, uint16(int16(d))), 0
}
