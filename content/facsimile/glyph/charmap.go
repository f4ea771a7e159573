package glyph

import (
	"encoding/binary"
	"strings"
	"unicode"
)

// charMaps are what a font of TrueType maps (OpenType 1.9, "cmap"), as far as readers of
// PDF look (ISO 32000-1, 9.6.6.4).
type charMaps struct {
	unicode, symbol, mac, other func(c int) int // nil for none
}

func (m *charMaps) empty() bool {
	return m == nil || m.unicode == nil && m.symbol == nil && m.mac == nil && m.other == nil
}

// readMaps reads the maps of a font.
func readMaps(b []byte) *charMaps {
	m := &charMaps{}
	if len(b) < 4 {
		return m
	}
	for i := range int(binary.BigEndian.Uint16(b[2:])) {
		at := 4 + 8*i
		if at+8 > len(b) {
			break
		}
		from := uint64(binary.BigEndian.Uint32(b[at+4:]))
		if from+6 > uint64(len(b)) {
			continue
		}
		of := lookup(b[from:])
		if of == nil {
			continue
		}
		switch [2]uint16{binary.BigEndian.Uint16(b[at:]), binary.BigEndian.Uint16(b[at+2:])} {
		case [2]uint16{3, 1}, [2]uint16{3, 10}:
			m.unicode = of
		case [2]uint16{0, 3}, [2]uint16{0, 4}, [2]uint16{0, 1}, [2]uint16{0, 0}:
			if m.unicode == nil {
				m.unicode = of
			}
		case [2]uint16{3, 0}:
			m.symbol = of
		case [2]uint16{1, 0}:
			m.mac = of
		default:
			m.other = of
		}
	}
	return m
}

// lookup reads a map of the formats 0, 4, 6 and 12; nil for another.
func lookup(b mapTable) func(c int) int {
	switch b.word(0) {
	case 0:
		return b.byte
	case 4:
		return b.inSegments
	case 6:
		return b.inRow
	case 12:
		return b.inGroups
	}
	return nil
}

// mapTable is a table of a map, whose fields are read where they lie: a file that is cut
// short has 0 in what is not there, which is the glyph of none.
type mapTable []byte

func (b mapTable) word(at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func (b mapTable) long(at int) int { return b.word(at)<<16 | b.word(at+2) }

// byte is the glyph of a character in format 0, a byte each.
func (b mapTable) byte(c int) int {
	if c < 0 || c > 255 || 6+c >= len(b) {
		return 0
	}
	return int(b[6+c])
}

// inSegments is the glyph of a character in format 4: characters in a row whose glyphs are
// in a row too, or listed.
func (b mapTable) inSegments(c int) int {
	n := b.word(6) / 2
	for i := range n {
		if c > b.word(14+2*i) {
			continue
		}
		start, delta, offset := b.word(16+2*n+2*i), b.word(16+4*n+2*i), b.word(16+6*n+2*i)
		switch {
		case c < start || c > 0xffff:
			return 0
		case offset == 0:
			return (c + delta) & 0xffff
		}
		if gid := b.word(16 + 6*n + 2*i + offset + 2*(c-start)); gid != 0 {
			return (gid + delta) & 0xffff
		}
		return 0
	}
	return 0
}

// inRow is the glyph of a character in format 6: one row of characters.
func (b mapTable) inRow(c int) int {
	first, n := b.word(6), b.word(8)
	if c < first || c >= first+n {
		return 0
	}
	return b.word(10 + 2*(c-first))
}

// inGroups is the glyph of a character in format 12: rows of characters beyond the first
// plane too, whose glyphs are in a row.
func (b mapTable) inGroups(c int) int {
	for i := range min(b.long(12), len(b)/12) {
		at := 16 + 12*i
		if from := b.long(at); c >= from && c <= b.long(at+4) {
			return b.long(at+8) + c - from
		}
	}
	return 0
}

// ByCharacter is the glyph of a code in a font of TrueType whose file says how the codes
// are called, by their names; false for none.
func (p *Program) ByCharacter(name string) (gid int, ok bool) {
	if p.maps.unicode != nil {
		if gid = p.maps.unicode(int(Rune(name))); gid > 0 {
			return gid, true
		}
	}
	if code := macCode(name); code >= 0 && p.maps.mac != nil {
		if gid = p.maps.mac(code); gid > 0 {
			return gid, true
		}
	}
	if gid, ok = p.names[name]; ok {
		return gid, true
	}
	return numbered(name)
}

// numbered is the glyph whose name is its number: "g12", "glyph12", "index12".
func numbered(name string) (n int, ok bool) {
	digits := strings.TrimLeftFunc(name, unicode.IsLetter)
	if digits == "" || len(digits) > 5 || digits == name {
		return 0, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, n > 0
}

// BySymbol is the glyph of a code in a font of TrueType whose codes have no names; false
// for none.
func (p *Program) BySymbol(code int) (gid int, ok bool) {
	m := p.maps
	if m.symbol != nil {
		for _, base := range []int{0xf000, 0, 0xf100, 0xf200} {
			if gid = m.symbol(base + code); gid > 0 {
				return gid, true
			}
		}
	}
	for _, of := range []func(int) int{m.mac, m.other, m.unicode} {
		if of != nil {
			if gid = of(code); gid > 0 {
				return gid, true
			}
		}
	}
	return 0, false
}

// postNames are the names of glyphs (OpenType 1.9, "post", 2.0), but for those that every
// Macintosh has.
func postNames(b []byte) map[string]int {
	if len(b) < 34 || binary.BigEndian.Uint32(b) != 0x20000 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(b[32:]))
	if len(b) < 34+2*n {
		return nil
	}
	var words []string
	for rest := b[34+2*n:]; len(rest) > 0 && len(rest) > int(rest[0]); rest = rest[1+int(rest[0]):] {
		words = append(words, string(rest[1:1+int(rest[0])]))
	}
	names := make(map[string]int)
	for gid := range n {
		if i := int(binary.BigEndian.Uint16(b[34+2*gid:])) - 258; i >= 0 && i < len(words) {
			if _, known := names[words[i]]; !known {
				names[words[i]] = gid
			}
		}
	}
	return names
}
