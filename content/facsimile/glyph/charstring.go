package glyph

// drawer draws a glyph of a font of Type 1 (Adobe Type 1 Font Format, 6).
type drawer struct {
	font    *type1
	path    Path
	at      Point
	open    bool
	stack   []float64
	posted  []float64 // what other subroutines leave
	bends   []Point   // of a flex in hand
	bending bool
	spent   int
	parts   int
}

// Bounds of a glyph.
const (
	mostSteps = 20_000
	deepest   = 12
)

func (d *drawer) arg(i int) float64 {
	if i < len(d.stack) {
		return d.stack[i]
	}
	return 0
}

func (d *drawer) pop() (v float64) {
	if n := len(d.stack); n > 0 {
		v, d.stack = d.stack[n-1], d.stack[:n-1]
	}
	return v
}

// run carries out a charstring, and tells whether the glyph goes on.
func (d *drawer) run(code []byte, depth int) (on bool) {
	for len(code) > 0 {
		if d.spent++; d.spent > mostSteps || depth > deepest {
			return false
		}
		if v, n := number(code); n > 0 {
			d.stack, code = append(d.stack, v), code[n:]
			continue
		}
		op := int(code[0])
		code = code[1:]
		switch op {
		case 10:
			if sub, ok := d.font.subrs[int(d.pop())]; ok && !d.run(sub, depth+1) {
				return false
			}
		case 11:
			return true
		case 14:
			return false
		case 12:
			second := 0
			if len(code) > 0 {
				second, code = int(code[0]), code[1:]
			}
			if !d.escaped(second, depth) {
				return false
			}
		default:
			d.draw(op)
			d.stack = d.stack[:0]
		}
	}
	return true
}

// number is the number with which a charstring begins (6.2), and its bytes; 0 of them where
// it begins with an operator. What is cut short goes on with bytes of 0.
func number(code []byte) (v float64, n int) {
	at := func(i int) int {
		if i < len(code) {
			return int(code[i])
		}
		return 0
	}
	switch c := at(0); {
	case c < 32:
		return 0, 0
	case c <= 246:
		return float64(c - 139), 1
	case c <= 250:
		v, n = float64((c-247)*256+at(1)+108), 2
	case c <= 254:
		v, n = float64(-(c-251)*256-at(1)-108), 2
	default:
		v, n = float64(int32(uint32(at(1))<<24|uint32(at(2))<<16|uint32(at(3))<<8|uint32(at(4)))), 5
	}
	return v, min(n, len(code))
}

// draw carries out an operator that moves on, or tells of stems.
func (d *drawer) draw(op int) {
	a := d.arg
	switch op {
	case 4:
		d.move(0, a(0))
	case 5:
		d.line(a(0), a(1))
	case 6:
		d.line(a(0), 0)
	case 7:
		d.line(0, a(0))
	case 8:
		d.curve(a(0), a(1), a(2), a(3), a(4), a(5))
	case 9:
		d.close()
	case 13: // where it begins; how wide it is the file says
		d.at = Point{d.at.X + a(0), d.at.Y}
	case 21:
		d.move(a(0), a(1))
	case 22:
		d.move(a(0), 0)
	case 30:
		d.curve(0, a(0), a(1), a(2), a(3), 0)
	case 31:
		d.curve(a(0), 0, a(1), a(2), 0, a(3))
	}
}

// escaped carries out an operator of two bytes, and tells whether the glyph goes on.
func (d *drawer) escaped(op, depth int) (on bool) {
	switch op {
	case 6:
		d.together(depth)
		return false
	case 7:
		d.at = Point{d.at.X + d.arg(0), d.at.Y + d.arg(1)}
	case 12:
		by, of := d.pop(), d.pop()
		if by != 0 {
			d.stack = append(d.stack, of/by)
		}
		return true
	case 16:
		d.other(int(d.pop()), int(d.pop()))
		return true
	case 17:
		if n := len(d.posted); n > 0 {
			d.stack, d.posted = append(d.stack, d.posted[n-1]), d.posted[:n-1]
		}
		return true
	}
	d.stack = d.stack[:0]
	return true
}

// other calls a subroutine of PostScript (8.3): those of flex, and that of hints, which
// gives the number it is given.
func (d *drawer) other(number, n int) {
	n = min(max(n, 0), len(d.stack))
	args := d.stack[len(d.stack)-n:]
	d.stack, d.posted = d.stack[:len(d.stack)-n], d.posted[:0]
	switch number {
	case 1:
		d.bending, d.bends = true, nil
	case 2:
	case 0:
		d.bending = false
		if p := d.bends; len(p) >= 7 {
			d.path.Add('C', p[1], p[2], p[3])
			d.path.Add('C', p[4], p[5], p[6])
			d.at = p[6]
		}
		d.posted = append(d.posted, d.at.Y, d.at.X)
	default:
		for i := len(args) - 1; i >= 0; i-- {
			d.posted = append(d.posted, args[i])
		}
	}
}

// together draws a glyph of two others (seac).
func (d *drawer) together(depth int) {
	side, x, y := d.arg(0), d.arg(1), d.arg(2)
	names := standardNames()
	letter, mark := names[int(d.arg(3))], names[int(d.arg(4))]
	start := d.at
	if d.parts++; d.parts > 1 {
		return
	}
	for _, part := range []struct {
		name string
		at   Point
	}{{letter, Point{}}, {mark, Point{start.X - side + x, y}}} {
		gid, ok := d.font.names[part.name]
		if !ok {
			continue
		}
		d.close()
		d.stack = d.stack[:0]
		d.at = part.at
		d.run(d.font.glyphs[gid], depth+1)
	}
}

func (d *drawer) move(x, y float64) {
	d.at = Point{d.at.X + x, d.at.Y + y}
	if d.bending {
		d.bends = append(d.bends, d.at)
		return
	}
	d.close()
	d.open = true
	d.path.Add('M', d.at)
}

func (d *drawer) begin() {
	if !d.open {
		d.open = true
		d.path.Add('M', d.at)
	}
}

func (d *drawer) line(x, y float64) {
	d.begin()
	d.at = Point{d.at.X + x, d.at.Y + y}
	d.path.Add('L', d.at)
}

func (d *drawer) curve(x1, y1, x2, y2, x3, y3 float64) {
	d.begin()
	a := Point{d.at.X + x1, d.at.Y + y1}
	b := Point{a.X + x2, a.Y + y2}
	d.at = Point{b.X + x3, b.Y + y3}
	d.path.Add('C', a, b, d.at)
}

func (d *drawer) close() {
	if d.open {
		d.path.Add('Z')
	}
	d.open = false
}
