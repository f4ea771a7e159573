package picture

import (
	"encoding/binary"
	"math"
)

// packed is a picture of pixels as bytes: numbers as varints, then what has a length
// behind that.
func packed(p *Picture) []byte {
	b := binary.AppendUvarint(nil, uint64(p.Width))
	b = binary.AppendUvarint(b, uint64(p.Height))
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(p.DPI))
	b = binary.AppendUvarint(b, uint64(p.Turn))
	b = appendPlane(b, &p.Color)
	if p.Alpha == nil {
		return append(b, 0)
	}
	return appendPlane(append(b, 1), p.Alpha)
}

func appendPlane(b []byte, p *Plane) []byte {
	flags := byte(0)
	if p.Inverted {
		flags |= 1
	}
	if p.PlainRGB {
		flags |= 2
	}
	b = append(b, byte(p.Space), byte(p.Coding), flags)
	for _, n := range []int{p.Width, p.Height, p.Bits} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, data := range [][]byte{p.Palette, p.Profile, p.Data} {
		b = append(appendLength(b, len(data)), data...)
	}
	return b
}

func appendLength(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

// parseLength reads a length alone, of at most so much.
func parseLength(b []byte, most int) (int, bool) {
	n, size := binary.Uvarint(b)
	return int(n), size == len(b) && size > 0 && n <= uint64(most)
}

// unpacked reads what packed wrote. What cannot have been written by it is an error.
func unpacked(b []byte) (*Picture, error) {
	r := unpacker{rest: b}
	p := &Picture{Width: r.number(), Height: r.number()}
	if dpi := r.take(8); dpi != nil {
		p.DPI = math.Float64frombits(binary.BigEndian.Uint64(dpi))
	}
	p.Turn = r.number()
	p.Color = r.plane()
	switch has := r.byte(); has {
	case 0:
	case 1:
		alpha := r.plane()
		p.Alpha = &alpha
	default:
		r.foreign = true
	}
	if r.foreign || len(r.rest) > 0 || p.Turn < 1 || p.Turn > 8 || p.Width == 0 || p.Height == 0 {
		return nil, errForeign
	}
	return p, nil
}

// unpacker reads a packed picture.
type unpacker struct {
	rest    []byte
	foreign bool
}

func (r *unpacker) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.foreign, r.rest = true, nil
		return nil
	}
	taken := r.rest[:n:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *unpacker) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// number is one that a picture may have.
func (r *unpacker) number() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > math.MaxInt32 {
		r.foreign, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

func (r *unpacker) plane() Plane {
	p := Plane{Space: Space(r.byte()), Coding: Coding(r.byte())}
	flags := r.byte()
	p.Inverted, p.PlainRGB = flags&1 != 0, flags&2 != 0
	p.Width, p.Height, p.Bits = r.number(), r.number(), r.number()
	if palette := r.take(r.number()); len(palette) > 0 {
		p.Palette = palette
	}
	if profile := r.take(r.number()); len(profile) > 0 {
		p.Profile = profile
	}
	p.Data = r.take(r.number())
	r.foreign = r.foreign || p.Space > Indexed || p.Coding > DCT || flags > 3
	return p
}
