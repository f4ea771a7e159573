package fonts

import (
	"bytes"
	"encoding/binary"

	"warraq/fonts/internal/sfnt"
)

// Lookups of GPOS (OpenType 1.9, "GPOS", lookup types).
const (
	pairLookup      = 2
	extensionLookup = 9
)

// widenPairs mends a table GPOS for go-text v0.3.5, which throws all of it away
// where a table of pairs has room for more classes of glyphs than it names;
// HarfBuzz, and the format, let it. Such tables are put behind an extension, whose
// counts go-text takes as they are. It gives nil where there is none to mend, or
// none can be.
func widenPairs(gpos []byte) []byte {
	if len(gpos) < 10 {
		return nil
	}
	mended, found := bytes.Clone(gpos), false
	list := int(be16(gpos, 8))
	for i := range wordAt(gpos, list) {
		lookup := list + wordAt(gpos, list+2+2*i)
		if wordAt(gpos, lookup) != pairLookup || !roomy(gpos, lookup) {
			continue
		}
		if mended = extend(mended, gpos, lookup); mended == nil {
			return nil
		}
		found = true
	}
	if !found {
		return nil
	}
	return mended
}

// wordAt is a 16-bit number, 0 beyond the end.
func wordAt(b []byte, at int) int {
	if at+2 > len(b) {
		return 0
	}
	return int(be16(b, at))
}

// roomy tells whether a lookup of pairs has a table with more room than classes,
// and none with more classes than room.
func roomy(gpos []byte, lookup int) bool {
	found := false
	for i := range wordAt(gpos, lookup+4) {
		at := lookup + wordAt(gpos, lookup+6+2*i)
		if wordAt(gpos, at) != 2 { // by glyphs, not by classes
			continue
		}
		for k := range 2 {
			used, room := classes(gpos, at+wordAt(gpos, at+8+2*k)), wordAt(gpos, at+12+2*k)
			if used > room {
				return false
			}
			found = found || used < room
		}
	}
	return found
}

// classes is how many a class definition has, class 0 among them (OpenType 1.9,
// "Class Definition Table").
func classes(b []byte, at int) int {
	most := 0
	switch n := wordAt(b, at+4); wordAt(b, at) {
	case 1:
		for i := range n {
			most = max(most, wordAt(b, at+6+2*i))
		}
	case 2:
		for i := range wordAt(b, at+2) {
			most = max(most, wordAt(b, at+4+6*i+4))
		}
	}
	return most + 1
}

// extend puts the tables of a lookup behind extensions, at the end; nil where
// that is too far away.
func extend(mended, gpos []byte, lookup int) []byte {
	n := wordAt(gpos, lookup+4)
	heads := len(mended)
	mended = append(mended, make([]byte, 8*n)...)
	body, start := len(mended), len(gpos)
	for i := range n {
		start = min(start, lookup+wordAt(gpos, lookup+6+2*i))
	}
	mended = append(mended, gpos[start:]...)
	for i := range n {
		head := heads + 8*i
		if head-lookup > 0xFFFF {
			return nil
		}
		at := lookup + wordAt(gpos, lookup+6+2*i)
		copy(mended[head:], sfnt.Words(1, pairLookup))
		binary.BigEndian.PutUint32(mended[head+4:], uint32(body+at-start-head))
		binary.BigEndian.PutUint16(mended[lookup+6+2*i:], uint16(head-lookup))
	}
	binary.BigEndian.PutUint16(mended[lookup:], extensionLookup)
	return mended
}
