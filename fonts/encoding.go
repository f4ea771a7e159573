package fonts

import "encoding/binary"

// Part is one glyph of a face as a piece of a [Sort]: DX, DY shift its origin
// from the sort's origin, in font units.
type Part struct {
	GID    uint16
	DX, DY int16
}

// Sort is one piece of type: the ink that one code draws, how far it advances
// the pen, and the characters it stands for. A sort without parts draws
// nothing (a space, or the carrier of a letter whose ink is in its neighbour).
type Sort struct {
	Parts   []Part
	Advance uint16 // font units
	Text    string // the characters in logical order; never empty in a PDF
}

// Code is the number of a sort in an [Encoding], and the number of its glyph
// in the code font. 0 is .notdef and never drawn.
type Code uint16

// maxGlyphs bounds the glyphs of a code font, codes and hidden outlines
// together: TrueType counts to 65,535, and a few hundred are left for spaces,
// which are asked for last.
const maxGlyphs = 64_000

// Encoding gives one code for each distinct sort of one face. Codes count
// from 1 in the order in which sorts are first asked for. It serves one
// goroutine.
type Encoding struct {
	Face  *Face
	Sorts []Sort // Sorts[c-1] is the sort of code c

	codes map[string]Code
	drawn map[uint16]struct{} // the face's glyphs that the sorts draw
	key   []byte
	ink   box // of the sorts when there were inked of them
	inked int
}

// NewEncoding is an empty encoding of a face.
func NewEncoding(face *Face) *Encoding {
	return &Encoding{Face: face, codes: make(map[string]Code), drawn: make(map[uint16]struct{})}
}

// Room tells whether more sorts fit, even if all of them and all that they
// draw are new.
func (e *Encoding) Room(sorts []Sort) bool {
	n := len(e.Sorts) + len(e.drawn) + len(sorts)
	for i := range sorts {
		n += len(sorts[i].Parts)
	}
	return n <= maxGlyphs
}

// Code gives the code of a sort. The caller sees to it that there is Room.
func (e *Encoding) Code(s Sort) Code {
	e.key = s.appendKey(e.key[:0])
	if c, ok := e.codes[string(e.key)]; ok {
		return c
	}
	s.Parts = append([]Part(nil), s.Parts...)
	e.Sorts = append(e.Sorts, s)
	for _, p := range s.Parts {
		e.drawn[p.GID] = struct{}{}
	}
	c := Code(len(e.Sorts))
	e.codes[string(e.key)] = c
	return c
}

func (s *Sort) appendKey(key []byte) []byte {
	key = binary.LittleEndian.AppendUint16(key, s.Advance)
	key = binary.LittleEndian.AppendUint32(key, uint32(len(s.Parts)))
	for _, p := range s.Parts {
		key = binary.LittleEndian.AppendUint16(key, p.GID)
		key = binary.LittleEndian.AppendUint16(key, uint16(p.DX))
		key = binary.LittleEndian.AppendUint16(key, uint16(p.DY))
	}
	return append(key, s.Text...)
}

// Bounds is the box around all ink of the code font, that of .notdef among
// it: x min, y min, x max, y max, in font units. It costs nothing after
// [Encoding.Program].
func (e *Encoding) Bounds() [4]int {
	if e.inked != len(e.Sorts) || e.ink == (box{}) {
		e.cast()
	}
	return [4]int{e.ink.xMin, e.ink.yMin, e.ink.xMax, e.ink.yMax}
}
