package instance

import (
	"encoding/binary"
	"errors"

	"warraq/fonts/internal/sfnt"
)

// mostDeltas is how many bytes the deltas of all glyphs may take when they are read:
// a stranger's font may say in a few bytes that thousands of points do not move. Those of
// the largest faces, of Chinese letters, come to a twentieth.
const mostDeltas = 512 << 20

var errVaries = errors.New("its outlines vary in more ways than can be read; use the font of one design")

// bearableDeltas looks through a table gvar before go-text reads it (OpenType 1.9, "gvar").
func bearableDeltas(gvar, loca, glyf []byte, longLoca bool) error {
	if len(gvar) < 20 {
		return nil
	}
	offset := func(b []byte, i int, long bool) int {
		if long {
			if 4*i+4 > len(b) {
				return -1
			}
			return int(binary.BigEndian.Uint32(b[4*i:]))
		}
		if 2*i+2 > len(b) {
			return -1
		}
		return 2 * int(binary.BigEndian.Uint16(b[2*i:]))
	}
	size, data := 0, int(binary.BigEndian.Uint32(gvar[16:]))
	for i := range int(binary.BigEndian.Uint16(gvar[12:])) {
		at := offset(gvar[20:], i, binary.BigEndian.Uint16(gvar[14:])&1 != 0)
		if at < 0 || data+at+2 > len(gvar) {
			continue // nothing is there, which its reader tells of
		}
		tuples := int(binary.BigEndian.Uint16(gvar[data+at:]) & 0x0FFF)
		if size += 4 * tuples * pointsOf(glyf, offset(loca, i, longLoca)); size > mostDeltas {
			return errVaries
		}
	}
	return nil
}

// pointsOf is how many points a glyph has, or parts, with the four that stand for its
// metrics.
func pointsOf(glyf []byte, at int) int {
	const metrics, head = 4, 10
	if at < 0 || at+head > len(glyf) {
		return metrics
	}
	n := int(int16(binary.BigEndian.Uint16(glyf[at:])))
	if n <= 0 {
		return metrics + 64 // a composite; its parts are counted elsewhere
	}
	if last := at + head + 2*(n-1); last+2 <= len(glyf) {
		return metrics + 1 + int(binary.BigEndian.Uint16(glyf[last:]))
	}
	return metrics
}

// sound looks through what its reader would take room or time for.
func sound(parts map[string][]byte) error {
	if err := sfnt.Whole(parts, "head", "hhea", "maxp", "hmtx"); err != nil {
		return err
	}
	return bearableDeltas(parts["gvar"], parts["loca"], parts["glyf"], binary.BigEndian.Uint16(parts["head"][50:]) != 0)
}
