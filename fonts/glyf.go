package fonts

import (
	"encoding/binary"
	"math"

	"warraq/fonts/internal/sfnt"
)

// box is the extent of ink, in font units. The zero box has no ink.
type box struct{ xMin, yMin, xMax, yMax int }

func (b box) shifted(dx, dy int) box {
	return box{b.xMin + dx, b.yMin + dy, b.xMax + dx, b.yMax + dy}
}

func (b box) union(c box) box {
	switch (box{}) {
	case b:
		return c
	case c:
		return b
	}
	return box{min(b.xMin, c.xMin), min(b.yMin, c.yMin), max(b.xMax, c.xMax), max(b.yMax, c.yMax)}
}

// bounds is the box of all points, on the curve or off, as the glyf table
// wants it.
func (o *outline) bounds() box {
	if len(o.points) == 0 {
		return box{}
	}
	b := box{math.MaxInt, math.MaxInt, math.MinInt, math.MinInt}
	for _, p := range o.points {
		b = box{min(b.xMin, p.x), min(b.yMin, p.y), max(b.xMax, p.x), max(b.yMax, p.y)}
	}
	return b
}

// drawing is an entry of the glyf table with what the other tables tell of it.
type drawing struct {
	glyph            []byte // empty without ink
	ink              box
	points, contours int
}

// engraver writes outlines as simple glyphs. It keeps scratch space.
type engraver struct {
	flags, xs, ys []byte
	book          []byte // what was written last, with room for more
}

// simple writes an outline as a simple glyph without instructions.
func (w *engraver) simple(o outline) drawing {
	d := drawing{ink: o.bounds(), points: len(o.points), contours: len(o.ends)}
	if d.contours == 0 {
		return d
	}
	w.deltas(o)
	w.grow(glyphHeadSize + 2*len(o.ends) + 2 + len(w.flags) + len(w.xs) + len(w.ys) + 4)
	from := len(w.book)
	b := appendHead(w.book, d.contours, d.ink)
	for _, end := range o.ends {
		b = binary.BigEndian.AppendUint16(b, uint16(end-1))
	}
	b = append(b, 0, 0) // no instructions
	b = sfnt.AppendFlags(b, w.flags)
	b = sfnt.Pad4(append(append(b, w.xs...), w.ys...), from)
	w.book, d.glyph = b, b[from:len(b):len(b)]
	return d
}

// grow makes room for n bytes, a new leaf when the last one is full.
func (w *engraver) grow(n int) {
	const leaf = 1 << 15
	if cap(w.book)-len(w.book) < n {
		w.book = make([]byte, 0, max(leaf, n))
	}
}

// appendHead writes what opens every entry of the glyf table.
func appendHead(b []byte, contours int, ink box) []byte {
	for _, v := range [...]int{contours, ink.xMin, ink.yMin, ink.xMax, ink.yMax} {
		v = min(max(v, math.MinInt16), math.MaxInt16) // parts may be shifted far
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// deltas fills each point's flag and the packed differences of the
// coordinates.
func (w *engraver) deltas(o outline) {
	w.flags, w.xs, w.ys = w.flags[:0], w.xs[:0], w.ys[:0]
	x, y := 0, 0
	for _, p := range o.points {
		var flag, ofX, ofY byte
		if p.on {
			flag = sfnt.OnCurve
		}
		w.xs, ofX = sfnt.AppendDelta(w.xs, p.x-x, sfnt.XShort, sfnt.XSameOrUp)
		w.ys, ofY = sfnt.AppendDelta(w.ys, p.y-y, sfnt.YShort, sfnt.YSameOrUp)
		w.flags = append(w.flags, flag|ofX|ofY)
		x, y = p.x, p.y
	}
}

// placed is a glyph of the code font as a part of another one.
type placed struct {
	gid    int
	dx, dy int
	*drawing
}

// composite writes a glyph made of others, one level deep: readers and
// gopdf's subsetter follow that safely.
func (w *engraver) composite(parts []placed) drawing {
	var d drawing
	for _, p := range parts {
		d.ink = d.ink.union(p.ink.shifted(p.dx, p.dy))
		d.points, d.contours = d.points+p.points, d.contours+p.contours
	}
	w.grow(glyphHeadSize + 8*len(parts) + 4)
	from := len(w.book)
	b := appendHead(w.book, -1, d.ink)
	for i, p := range parts {
		flags := argsAreWords | argsAreXY
		if i+1 < len(parts) {
			flags |= moreParts
		}
		for _, v := range [...]int{flags, p.gid, p.dx, p.dy} {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
	}
	b = sfnt.Pad4(b, from)
	w.book, d.glyph = b, b[from:len(b):len(b)]
	return d
}
