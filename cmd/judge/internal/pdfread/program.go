package pdfread

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Program is the outlines of a TrueType font: OpenType 1.9, glyf and loca.
type Program struct {
	Upem     int
	Ascender float64 // hhea's, in font units
	loca     []uint32
	glyf     []byte
}

// Contour is one closed curve: its points in font units, in the order of the
// font.
type Contour []Point

type Point struct {
	X, Y float64
	On   bool
}

// ReadProgram reads the tables that hold outlines.
func ReadProgram(data []byte) (p *Program, err error) {
	defer func() {
		if recover() != nil { // a slice past the end: this is a check, the file is ours
			err = errors.New("truncated font")
		}
	}()
	tables := make(map[string][]byte)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		e := data[12+16*i:]
		at, n := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
		tables[string(e[:4])] = data[at : at+n]
	}
	head, loca := tables["head"], tables["loca"]
	p = &Program{Upem: int(binary.BigEndian.Uint16(head[18:])), glyf: tables["glyf"]}
	if hhea := tables["hhea"]; hhea != nil {
		p.Ascender = float64(int16(binary.BigEndian.Uint16(hhea[4:])))
	}
	glyphs := int(binary.BigEndian.Uint16(tables["maxp"][4:]))
	long := binary.BigEndian.Uint16(head[50:]) == 1
	for i := range glyphs + 1 {
		if long {
			p.loca = append(p.loca, binary.BigEndian.Uint32(loca[4*i:]))
		} else {
			p.loca = append(p.loca, 2*uint32(binary.BigEndian.Uint16(loca[2*i:])))
		}
	}
	return p, nil
}

// Contours are the outlines of a glyph, components and all.
func (p *Program) Contours(gid int) (cs []Contour, err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("glyph %d is truncated", gid)
		}
	}()
	return p.flatten(gid, 0)
}

func (p *Program) flatten(gid, depth int) ([]Contour, error) {
	if gid+1 >= len(p.loca) {
		return nil, fmt.Errorf("glyph %d is not there", gid)
	}
	if depth > 8 {
		return nil, fmt.Errorf("glyph %d is nested too deep", gid)
	}
	data := p.glyf[p.loca[gid]:p.loca[gid+1]]
	if len(data) == 0 {
		return nil, nil
	}
	if n := int(int16(binary.BigEndian.Uint16(data))); n >= 0 {
		return simple(data, n), nil
	}
	return p.composite(data[10:], depth)
}

// simple reads a glyph of n contours.
func simple(data []byte, n int) []Contour {
	ends := make([]int, n)
	for i := range ends {
		ends[i] = int(binary.BigEndian.Uint16(data[10+2*i:]))
	}
	if n == 0 {
		return nil
	}
	data = data[10+2*n:]
	data = data[2+int(binary.BigEndian.Uint16(data)):] // instructions
	points := ends[n-1] + 1
	flags := make([]byte, 0, points)
	for len(flags) < points {
		f := data[0]
		data = data[1:]
		flags = append(flags, f)
		if f&8 != 0 {
			for range data[0] {
				flags = append(flags, f)
			}
			data = data[1:]
		}
	}
	xs, data := coordinates(data, flags, 2, 16)
	ys, _ := coordinates(data, flags, 4, 32)
	cs := make([]Contour, n)
	start := 0
	for i, end := range ends {
		for j := start; j <= end; j++ {
			cs[i] = append(cs[i], Point{float64(xs[j]), float64(ys[j]), flags[j]&1 != 0})
		}
		start = end + 1
	}
	return cs
}

// coordinates reads one axis; short and same are its bits in the flags.
func coordinates(data, flags []byte, short, same byte) ([]int, []byte) {
	at := 0
	values := make([]int, len(flags))
	for i, f := range flags {
		switch {
		case f&short != 0:
			d := int(data[0])
			if f&same == 0 {
				d = -d
			}
			at += d
			data = data[1:]
		case f&same == 0:
			at += int(int16(binary.BigEndian.Uint16(data)))
			data = data[2:]
		}
		values[i] = at
	}
	return values, data
}

// composite reads the components of a glyph and puts each in its place.
func (p *Program) composite(data []byte, depth int) ([]Contour, error) {
	const words, offsets, scale, more, twoScales, matrix, scaledOffset = 1, 2, 8, 0x20, 0x40, 0x80, 0x800
	var all []Contour
	for {
		flags, gid := binary.BigEndian.Uint16(data), int(binary.BigEndian.Uint16(data[2:]))
		data = data[4:]
		if flags&offsets == 0 {
			return nil, errors.New("components placed by matching points are not read here")
		}
		var dx, dy float64
		if flags&words != 0 {
			dx, dy = float64(int16(binary.BigEndian.Uint16(data))), float64(int16(binary.BigEndian.Uint16(data[2:])))
			data = data[4:]
		} else {
			dx, dy = float64(int8(data[0])), float64(int8(data[1]))
			data = data[2:]
		}
		m := [4]float64{1, 0, 0, 1}
		f2dot14 := func() float64 {
			v := float64(int16(binary.BigEndian.Uint16(data))) / (1 << 14)
			data = data[2:]
			return v
		}
		switch {
		case flags&scale != 0:
			m[0] = f2dot14()
			m[3] = m[0]
		case flags&twoScales != 0:
			m[0] = f2dot14()
			m[3] = f2dot14()
		case flags&matrix != 0:
			m = [4]float64{f2dot14(), f2dot14(), f2dot14(), f2dot14()}
		}
		if flags&scaledOffset != 0 {
			dx *= math.Hypot(m[0], m[1])
			dy *= math.Hypot(m[2], m[3])
		}
		part, err := p.flatten(gid, depth+1)
		if err != nil {
			return nil, err
		}
		for _, c := range part {
			moved := make(Contour, len(c))
			for i, q := range c {
				moved[i] = Point{m[0]*q.X + m[2]*q.Y + dx, m[1]*q.X + m[3]*q.Y + dy, q.On}
			}
			all = append(all, moved)
		}
		if flags&more == 0 {
			return all, nil
		}
	}
}

// Moved is the contours moved by (x, y).
func Moved(cs []Contour, x, y float64) []Contour {
	moved := make([]Contour, len(cs))
	for i, c := range cs {
		moved[i] = make(Contour, len(c))
		for j, q := range c {
			moved[i][j] = Point{q.X + x, q.Y + y, q.On}
		}
	}
	return moved
}

// Unlike counts the contours of either drawing that the other lacks. Points
// may lie off by slack on each axis, which is 0.5 for the rounding of scaled
// components and nothing else.
func Unlike(a, b []Contour, slack float64) int {
	used := make([]bool, len(b))
	left := 0
	for _, c := range a {
		found := false
		for i, d := range b {
			if !used[i] && alike(c, d, slack) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			left++
		}
	}
	for _, u := range used {
		if !u {
			left++
		}
	}
	return left
}

func alike(a, b Contour, slack float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].On != b[i].On || math.Abs(a[i].X-b[i].X) > slack || math.Abs(a[i].Y-b[i].Y) > slack {
			return false
		}
	}
	return true
}
