package drawing

import (
	"errors"
	"math"
)

// errPath tells a path that cannot be read.
var errPath = errors.New("is broken (a path)")

// pen draws path data (SVG 1.1, 8.3) by the operators m, l, c and h.
type pen struct {
	d              *drafter
	lex            lexer
	x, y           float64 // where it is
	startX, startY float64 // of the part of the path it draws
	reflectX       float64 // the control point that S or T reflects
	reflectY       float64
	last           byte // command, in upper case
	drawn          bool // something
}

// path writes path data and tells whether there is anything in it.
func (d *drafter) path(data string) (drawn bool, err error) {
	p := pen{d: d, lex: lexer{s: data}}
	for {
		p.lex.space()
		if p.lex.at == len(data) {
			return p.drawn, nil
		}
		command := data[p.lex.at]
		p.lex.at++
		if !p.drawn && p.last == 0 && command|0x20 != 'm' {
			return false, errPath
		}
		if err := p.command(command); err != nil {
			return p.drawn, err
		}
	}
}

// arguments is how many numbers a command takes.
var arguments = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// command draws a command as often as there are numbers for it.
func (p *pen) command(c byte) error {
	upper := c &^ 0x20
	n, known := arguments[upper]
	if !known {
		return errPath
	}
	if n == 0 {
		p.close()
		return nil
	}
	var a [7]float64
	for first := true; ; first = false {
		k, ok := p.read(upper, a[:n])
		switch {
		case k == 0 && !first:
			return nil
		case !ok:
			return errPath
		}
		p.draw(upper, c != upper, a[:n])
		if upper == 'M' { // more pairs are lines
			upper, c = 'L', c-'M'+'L'
		}
	}
}

// read reads the numbers of one go and tells how many there are.
func (p *pen) read(command byte, a []float64) (n int, ok bool) {
	for i := range a {
		next := p.lex.number
		if command == 'A' && (i == 3 || i == 4) {
			next = p.lex.flag
		}
		if a[i], ok = next(); !ok {
			return i, false
		}
	}
	return len(a), true
}

func (p *pen) close() {
	p.d.out.WriteString("h\n")
	p.x, p.y, p.last = p.startX, p.startY, 'Z'
}

// draw draws one segment; relative coordinates count from where the pen is.
func (p *pen) draw(command byte, relative bool, a []float64) {
	if relative {
		p.absolute(command, a)
	}
	if command != 'M' && p.last == 'Z' { // the next part begins where the last one did
		p.move(p.x, p.y)
	}
	switch command {
	case 'M':
		p.move(a[0], a[1])
	case 'L':
		p.line(a[0], a[1])
	case 'H':
		p.line(a[0], p.y)
	case 'V':
		p.line(p.x, a[0])
	case 'C':
		p.curve(a[0], a[1], a[2], a[3], a[4], a[5])
	case 'S':
		x, y := p.reflected('C', 'S')
		p.curve(x, y, a[0], a[1], a[2], a[3])
	case 'Q':
		p.quadratic(a[0], a[1], a[2], a[3])
	case 'T':
		x, y := p.reflected('Q', 'T')
		p.quadratic(x, y, a[0], a[1])
	case 'A':
		p.arc(a)
	}
	p.last = command
}

func (p *pen) absolute(command byte, a []float64) {
	switch command {
	case 'H':
		a[0] += p.x
	case 'V':
		a[0] += p.y
	case 'A':
		a[5], a[6] = a[5]+p.x, a[6]+p.y
	default:
		for i := range a {
			a[i] += [...]float64{p.x, p.y}[i%2]
		}
	}
}

// reflected is the first control point of a smooth curve: the last one's second
// beyond where the pen is, if the last command was such a curve.
func (p *pen) reflected(command, smooth byte) (x, y float64) {
	if p.last != command && p.last != smooth {
		return p.x, p.y
	}
	return 2*p.x - p.reflectX, 2*p.y - p.reflectY
}

func (p *pen) move(x, y float64) {
	p.x, p.y, p.startX, p.startY = x, y, x, y
	p.d.numbers(x, y)
	p.d.out.WriteString("m\n")
}

func (p *pen) line(x, y float64) {
	p.x, p.y, p.drawn = x, y, true
	p.d.numbers(x, y)
	p.d.out.WriteString("l\n")
}

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	p.x, p.y, p.reflectX, p.reflectY, p.drawn = x, y, x2, y2, true
	p.d.numbers(x1, y1, x2, y2, x, y)
	p.d.out.WriteString("c\n")
}

// quadratic draws a curve of one control point as one of two.
func (p *pen) quadratic(cx, cy, x, y float64) {
	x0, y0 := p.x, p.y
	p.curve(x0+2*(cx-x0)/3, y0+2*(cy-y0)/3, x+2*(cx-x)/3, y+2*(cy-y)/3, x, y)
	p.reflectX, p.reflectY = cx, cy
}

// arc draws a part of an ellipse as curves of at most a quarter (SVG 1.1,
// F.6.5 finds its middle, F.6.6 mends radii that do not reach).
func (p *pen) arc(a []float64) {
	rx, ry, x, y := math.Abs(a[0]), math.Abs(a[1]), a[5], a[6]
	x0, y0 := p.x, p.y
	if x == x0 && y == y0 {
		return
	}
	if rx < 1e-9 || ry < 1e-9 {
		p.line(x, y)
		return
	}
	sin, cos := math.Sincos(a[2] * math.Pi / 180)
	dx, dy := (x0-x)/2, (y0-y)/2
	ux, uy := cos*dx+sin*dy, cos*dy-sin*dx
	if reach := ux*ux/(rx*rx) + uy*uy/(ry*ry); reach > 1 {
		rx, ry = rx*math.Sqrt(reach), ry*math.Sqrt(reach)
	}
	below := rx*rx*uy*uy + ry*ry*ux*ux
	k := math.Sqrt(max(0, rx*rx*ry*ry-below) / below)
	if a[3] == a[4] {
		k = -k
	}
	mx, my := k*rx*uy/ry, -k*ry*ux/rx
	from := math.Atan2((uy-my)/ry, (ux-mx)/rx)
	sweep := math.Atan2((-uy-my)/ry, (-ux-mx)/rx) - from
	switch {
	case a[4] == 0 && sweep > 0:
		sweep -= 2 * math.Pi
	case a[4] == 1 && sweep < 0:
		sweep += 2 * math.Pi
	}
	e := ellipse{cos*mx - sin*my + (x0+x)/2, sin*mx + cos*my + (y0+y)/2, rx, ry, sin, cos}
	p.along(e, from, sweep)
	p.x, p.y = x, y
}

// ellipse is one with its middle at x, y, turned.
type ellipse struct{ x, y, rx, ry, sin, cos float64 }

// at maps a point of the unit circle's plane.
func (e *ellipse) at(u, v float64) (x, y float64) {
	u, v = u*e.rx, v*e.ry
	return e.x + e.cos*u - e.sin*v, e.y + e.sin*u + e.cos*v
}

// along draws along an ellipse from an angle.
func (p *pen) along(e ellipse, from, sweep float64) {
	parts := max(1, math.Ceil(math.Abs(sweep)/(math.Pi/2)-1e-9))
	step := sweep / parts
	k := 4.0 / 3 * math.Tan(step/4)
	for i := range int(parts) {
		s1, c1 := math.Sincos(from + step*float64(i))
		s2, c2 := math.Sincos(from + step*float64(i+1))
		x1, y1 := e.at(c1-k*s1, s1+k*c1)
		x2, y2 := e.at(c2+k*s2, s2-k*c2)
		x, y := e.at(c2, s2)
		p.curve(x1, y1, x2, y2, x, y)
	}
}
