package fonts

import (
	"encoding/binary"
	"math"
)

// box is the extent of ink, in font units.
type box struct{ xMin, yMin, xMax, yMax int }

func (b box) shifted(dx, dy int) box {
	return box{b.xMin + dx, b.yMin + dy, b.xMax + dx, b.yMax + dy}
}

func (b box) union(c box) box {
	return box{min(b.xMin, c.xMin), min(b.yMin, c.yMin), max(b.xMax, c.xMax), max(b.yMax, c.yMax)}
}

// bounds is the box of all points, on the curve or off, as the glyf table
// wants it.
func (o outline) bounds() box {
	first := true
	var b box
	for _, contour := range o {
		for _, p := range contour {
			at := box{p.x, p.y, p.x, p.y}
			if first {
				b, first = at, false
			}
			b = b.union(at)
		}
	}
	return b
}

func (o outline) points() int {
	n := 0
	for _, contour := range o {
		n += len(contour)
	}
	return n
}

// appendHead writes what opens every entry of the glyf table.
func appendHead(b []byte, contours int, ink box) []byte {
	for _, v := range [...]int{contours, ink.xMin, ink.yMin, ink.xMax, ink.yMax} {
		v = min(max(v, math.MinInt16), math.MaxInt16) // parts may be shifted far
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// appendSimple writes an outline as a simple glyph without instructions,
// padded to an even length for a short loca and to four for speed.
func appendSimple(b []byte, o outline) []byte {
	if len(o) == 0 {
		return b
	}
	b = appendHead(b, len(o), o.bounds())
	end := -1
	for _, contour := range o {
		end += len(contour)
		b = binary.BigEndian.AppendUint16(b, uint16(end))
	}
	b = append(b, 0, 0) // no instructions
	flags, xs, ys := o.deltas()
	for i := 0; i < len(flags); {
		run := 1
		for i+run < len(flags) && run < 256 && flags[i+run] == flags[i] {
			run++
		}
		if run > 2 {
			b = append(b, flags[i]|repeat, byte(run-1))
		} else {
			b, run = append(b, flags[i]), 1
		}
		i += run
	}
	return pad4(append(append(b, xs...), ys...))
}

// deltas gives each point's flag and the packed differences of the
// coordinates.
func (o outline) deltas() (flags, xs, ys []byte) {
	x, y := 0, 0
	flags = make([]byte, 0, o.points())
	for _, contour := range o {
		for _, p := range contour {
			var flag byte
			if p.on {
				flag = onCurve
			}
			var f byte
			xs, f = appendDelta(xs, p.x-x, xShort, xSameOrUp)
			flag |= f
			ys, f = appendDelta(ys, p.y-y, yShort, ySameOrUp)
			flag |= f
			flags = append(flags, flag)
			x, y = p.x, p.y
		}
	}
	return flags, xs, ys
}

func appendDelta(b []byte, d int, short, sameOrUp byte) ([]byte, byte) {
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

// placed is a glyph of the code font as a part of another one.
type placed struct {
	gid    int
	dx, dy int
	ink    box // of the part itself, unshifted
}

// appendComposite writes a glyph made of others, one level deep: readers and
// gopdf's subsetter follow that safely.
func appendComposite(b []byte, parts []placed) (glyph []byte, ink box) {
	for i, p := range parts {
		at := p.ink.shifted(p.dx, p.dy)
		if i == 0 {
			ink = at
		}
		ink = ink.union(at)
	}
	b = appendHead(b, -1, ink)
	for i, p := range parts {
		flags := argsAreWords | argsAreXY
		if i+1 < len(parts) {
			flags |= moreParts
		}
		for _, v := range [...]int{flags, p.gid, p.dx, p.dy} {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
	}
	return pad4(b), ink
}

func pad4(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
