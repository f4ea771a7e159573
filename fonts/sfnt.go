package fonts

import (
	"encoding/binary"

	"warraq/fonts/internal/sfnt"
)

// head (OpenType 1.9, "head"). The dates stay at the epoch: the file is a
// function of its sorts.
func (c *casting) head(face *Face) []byte {
	b := sfnt.Words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 3, face.UnitsPerEm)
	b = append(b, make([]byte, 16)...)
	return append(b, sfnt.Words(c.ink.xMin, c.ink.yMin, c.ink.xMax, c.ink.yMax, 0, 6, 2, 1, 0)...)
}

// hhea gives every glyph an advance of its own.
func (c *casting) hhea(face *Face, glyphs int) []byte {
	return sfnt.Words(1, 0, face.Ascent, face.Descent, 0, c.advance, c.ink.xMin, 0, c.ink.xMax,
		1, 0, 0, 0, 0, 0, 0, 0, glyphs)
}

// maxp declares no instructions.
func (c *casting) maxp(glyphs int) []byte {
	depth := 0
	if c.mostPart > 0 {
		depth = 1
	}
	return sfnt.Words(1, 0, glyphs, c.mostPts, c.mostCont, c.mostPts, c.mostCont, 1, 0, 0, 0, 0, 0, 0, c.mostPart, depth)
}

// draftCmap maps n characters from first on to glyphs 1…n.
func draftCmap(first, n int) []byte {
	return sfnt.Words(0, 1, 3, 1, 0, 12, // one subtable, for Windows Unicode
		4, 32, 0, 4, 4, 1, 0, // format 4, two segments
		first+n-1, 0xFFFF, 0, first, 0xFFFF, 1-first, 1, 0, 0)
}

// draftName holds name 6 alone.
func draftName() []byte {
	b := sfnt.Words(0, 1, 18, 3, 1, 0x409, 6, 10, 0)
	for _, r := range "Blank" {
		b = append(b, 0, byte(r))
	}
	return b
}

// draftOS2 is version 4 with nothing to say.
func draftOS2() []byte {
	b := make([]byte, 96)
	binary.BigEndian.PutUint16(b, 4)
	binary.BigEndian.PutUint16(b[4:], 400)
	return b
}
