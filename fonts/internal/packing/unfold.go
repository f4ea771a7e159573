package packing

import (
	"encoding/binary"
	"math"

	"warraq/fonts/internal/sfnt"
)

// unfolded is the tables glyf and loca, the latter in 32 bits, and where the ink of
// each glyph begins.
type unfolded struct {
	data, loca []byte
	lefts      []int16
}

// streams are the parts of a table glyf as WOFF 2.0 keeps it (§5.1).
type streams struct {
	contours, points, flags, glyphs, composites, boxes, instructions reader

	boxed            []byte // a bit a glyph: whether its box is given
	flagBytes, x, y  []byte // scratch
	pointsX, pointsY []int
	on               []bool
}

// unfold writes glyphs that lie in streams as OpenType has them.
func unfold(b []byte) (*unfolded, error) {
	r := reader{b: b}
	r.take(4) // version and options: the bits of overlaps, which stand last, change no ink
	n := r.word()
	r.word() // the form of loca
	var sizes [7]int
	for i := range sizes {
		sizes[i] = r.long()
	}
	var s streams
	for i, stream := range [...]*reader{&s.contours, &s.points, &s.flags, &s.glyphs, &s.composites, &s.boxes, &s.instructions} {
		stream.b = r.take(sizes[i])
	}
	s.boxed = s.boxes.take((n + 31) >> 5 << 2)
	if r.failed || s.boxes.failed {
		return nil, sfnt.ErrDamaged
	}
	u := &unfolded{}
	for gid := range n {
		u.loca = binary.BigEndian.AppendUint32(u.loca, uint32(len(u.data)))
		from := len(u.data)
		if u.data = s.glyph(u.data, gid); s.failed() || len(u.data) > most {
			return nil, sfnt.ErrDamaged
		}
		left := int16(0)
		if len(u.data) > from {
			left = int16(binary.BigEndian.Uint16(u.data[from+2:]))
		}
		u.lefts = append(u.lefts, left)
		u.data = sfnt.Pad4(u.data, 0)
	}
	u.loca = binary.BigEndian.AppendUint32(u.loca, uint32(len(u.data)))
	return u, nil
}

func (s *streams) failed() bool {
	return s.contours.failed || s.points.failed || s.flags.failed || s.glyphs.failed || s.composites.failed || s.boxes.failed || s.instructions.failed
}

// glyph appends one.
func (s *streams) glyph(b []byte, gid int) []byte {
	contours := int(int16(s.contours.word()))
	boxed := s.boxed[gid>>3]>>(7-gid&7)&1 != 0
	switch {
	case contours == 0:
		return b
	case contours < 0:
		return s.composite(b)
	}
	return s.simple(b, contours, boxed)
}

// composite appends a glyph made of others, whose box is always given.
func (s *streams) composite(b []byte) []byte {
	b = append(append(b, 0xFF, 0xFF), s.boxes.take(8)...)
	const wide, scale, more, twoScales, turn, instructed = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080, 0x0100
	program := false
	for flags := more; flags&more != 0 && !s.composites.failed; {
		head := s.composites.take(4)
		if len(head) < 4 {
			return b
		}
		flags = int(binary.BigEndian.Uint16(head))
		size := 2
		if flags&wide != 0 {
			size = 4
		}
		switch {
		case flags&scale != 0:
			size += 2
		case flags&twoScales != 0:
			size += 4
		case flags&turn != 0:
			size += 8
		}
		b = append(append(b, head...), s.composites.take(size)...)
		program = program || flags&instructed != 0
	}
	if program {
		b = s.program(b)
	}
	return b
}

// program appends the instructions of a glyph behind how many they are.
func (s *streams) program(b []byte) []byte {
	n := s.glyphs.short()
	return append(binary.BigEndian.AppendUint16(b, uint16(n)), s.instructions.take(n)...)
}

// simple appends a glyph of points (§5.2).
func (s *streams) simple(b []byte, contours int, boxed bool) []byte {
	from := len(b)
	b = append(binary.BigEndian.AppendUint16(b, uint16(contours)), make([]byte, 8)...)
	points := 0
	for range contours {
		if points += s.points.short(); points < 1 || points > math.MaxUint16 || s.points.failed {
			s.points.failed = true
			return b
		}
		b = binary.BigEndian.AppendUint16(b, uint16(points-1))
	}
	box := s.read(points)
	if boxed {
		copy(b[from+2:], s.boxes.take(8))
	} else {
		for i, v := range box {
			binary.BigEndian.PutUint16(b[from+2+2*i:], uint16(v))
		}
	}
	b = s.program(b)
	s.pack()
	b = sfnt.AppendFlags(b, s.flagBytes)
	return append(append(b, s.x...), s.y...)
}

// read reads points and gives their box.
func (s *streams) read(n int) (box [4]int) {
	s.pointsX, s.pointsY, s.on = s.pointsX[:0], s.pointsY[:0], s.on[:0]
	x, y := 0, 0
	for i := range n {
		flag := s.flags.byte()
		dx, dy := s.step(flag & 0x7F)
		x, y = x+dx, y+dy
		if s.flags.failed || s.glyphs.failed || x != int(int16(x)) || y != int(int16(y)) {
			s.flags.failed = true
			return box
		}
		s.pointsX, s.pointsY, s.on = append(s.pointsX, x), append(s.pointsY, y), append(s.on, flag&0x80 == 0)
		if i == 0 {
			box = [4]int{x, y, x, y}
		}
		box = [4]int{min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)}
	}
	return box
}

// step reads how far a point is from the last one (§5.2, "Triplet Encoding").
func (s *streams) step(flag int) (dx, dy int) {
	sign := func(bit, v int) int {
		if flag>>bit&1 != 0 {
			return v
		}
		return -v
	}
	g := &s.glyphs
	switch {
	case flag < 10:
		return 0, sign(0, flag&14<<7+g.byte())
	case flag < 20:
		return sign(0, (flag-10)&14<<7+g.byte()), 0
	case flag < 84:
		f, b := flag-20, g.byte()
		return sign(0, 1+f&0x30+b>>4), sign(1, 1+f&0x0C<<2+b&0x0F)
	case flag < 120:
		f := flag - 84
		bx, by := g.byte(), g.byte()
		return sign(0, 1+f/12<<8+bx), sign(1, 1+f%12>>2<<8+by)
	case flag < 124:
		b1, b2, b3 := g.byte(), g.byte(), g.byte()
		return sign(0, b1<<4+b2>>4), sign(1, b2&0x0F<<8+b3)
	}
	bx, by := g.word(), g.word()
	return sign(0, bx), sign(1, by)
}

// pack fills the flags and the differences of the coordinates of the points read.
func (s *streams) pack() {
	s.flagBytes, s.x, s.y = s.flagBytes[:0], s.x[:0], s.y[:0]
	x, y := 0, 0
	for i, px := range s.pointsX {
		py := s.pointsY[i]
		var flag, ofX, ofY byte
		if s.on[i] {
			flag = sfnt.OnCurve
		}
		s.x, ofX = sfnt.AppendDelta(s.x, px-x, sfnt.XShort, sfnt.XSameOrUp)
		s.y, ofY = sfnt.AppendDelta(s.y, py-y, sfnt.YShort, sfnt.YSameOrUp)
		s.flagBytes = append(s.flagBytes, flag|ofX|ofY)
		x, y = px, py
	}
}
