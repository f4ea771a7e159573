package fonts

import (
	"encoding/binary"
)

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

// maxCodes keeps an encoding below what gopdf reads in reasonable time (its
// ToUnicode writer is quadratic) and well below 65,535 glyphs even when every
// sort needs a hidden outline.
const maxCodes = 16_000

// Encoding gives one code for each distinct sort of one face. Codes count
// from 1 in the order in which sorts are first asked for.
type Encoding struct {
	Face  *Face
	Sorts []Sort // Sorts[c-1] is the sort of code c

	codes map[string]Code
	key   []byte
}

// NewEncoding is an empty encoding of a face.
func NewEncoding(face *Face) *Encoding {
	return &Encoding{Face: face, codes: make(map[string]Code)}
}

// Room tells whether n more sorts fit.
func (e *Encoding) Room(n int) bool { return len(e.Sorts)+n <= maxCodes }

// Code gives the code of a sort. The caller sees to it that there is Room.
func (e *Encoding) Code(s Sort) Code {
	e.key = s.appendKey(e.key[:0])
	if c, ok := e.codes[string(e.key)]; ok {
		return c
	}
	s.Parts = append([]Part(nil), s.Parts...)
	e.Sorts = append(e.Sorts, s)
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

// firstRune is the character that stands for code 1 in the draft; the ones
// for the next codes follow it. maxCodes of them stay clear of surrogates.
const firstRune = 0x4E00 - 1

// Rune is the character that stands for the code in a string given to gopdf,
// which knows characters only. It has no meaning beyond that.
func (c Code) Rune() rune { return firstRune + rune(c) }

// Bounds is the box around all ink of the encoding: x min, y min, x max, y
// max, in font units.
func (e *Encoding) Bounds() [4]int {
	b := e.cast().ink
	return [4]int{b.xMin, b.yMin, b.xMax, b.yMax}
}
