package facsimile

import "warraq/content/facsimile/glyph"

// steps carries out operators of paths.
func (in *painter) steps(op string) bool {
	at := func(i int) glyph.Point { return glyph.Point{X: in.num(i), Y: in.num(i + 1)} }
	switch op {
	case "m":
		in.at = at(0)
		in.path.Add('M', in.at)
	case "l":
		in.begin()
		in.at = at(0)
		in.path.Add('L', in.at)
	case "c":
		in.begin()
		in.path.Add('C', at(0), at(2), at(4))
		in.at = at(4)
	case "v":
		in.begin()
		in.path.Add('C', in.at, at(0), at(2))
		in.at = at(2)
	case "y":
		in.begin()
		in.path.Add('C', at(0), at(2), at(2))
		in.at = at(2)
	case "h":
		in.close()
	case "re":
		in.rectangle(at(0), at(2))
	case "W":
		in.clipping = 'W'
	case "W*":
		in.clipping = '*'
	default:
		return in.paints(op)
	}
	if len(in.path) > mostSteps {
		in.tooMuch = true
	}
	return true
}

// rectangle adds one, as wide and high as the place of its corner from the other's.
func (in *painter) rectangle(from, size glyph.Point) {
	in.path = append(in.path, rectPath(box{from.X, from.Y, from.X + size.X, from.Y + size.Y})...)
	in.at = from
}

// paints carries out operators that paint the path in hand, or take it for a clip alone.
func (in *painter) paints(op string) bool {
	even := len(op) == 2 && op[1] == '*'
	if len(op) != 1 && !even {
		return false
	}
	switch op[0] {
	case 's', 'b':
		in.close()
	}
	switch op[0] {
	case 'n':
		in.end(false, even, false)
	case 'S', 's':
		in.end(false, even, true)
	case 'f', 'F':
		in.end(true, even, false)
	case 'B', 'b':
		in.end(true, even, true)
	default:
		return false
	}
	return true
}

// mostSteps bounds a path.
const mostSteps = 1_000_000

// begin begins a path that goes on from where another was closed, or from nowhere.
func (in *painter) begin() {
	if n := len(in.path); n == 0 || in.path[n-1].Op == 'Z' {
		in.path.Add('M', in.at)
	}
}

func (in *painter) close() {
	n := len(in.path)
	if n == 0 || in.path[n-1].Op == 'Z' {
		return
	}
	in.path.Add('Z')
	for i := n - 1; i >= 0; i-- {
		if in.path[i].Op == 'M' {
			in.at = in.path[i].By[0]
			break
		}
	}
}

// end paints the path in hand and takes it for a clip, if it is one.
func (in *painter) end(fill, even, stroke bool) {
	s := &in.state
	for n := len(in.path); n > 0 && in.path[n-1].Op == 'M'; n-- { // it leads nowhere
		in.path = in.path[:n-1]
	}
	if len(in.path) > 0 && (fill || stroke) && !s.nothing {
		in.paint(in.path, fill, even, stroke)
	}
	if in.clipping != 0 {
		s.clip(in.canvas, in.path.Through(s.ctm), in.clipping == '*')
	}
	in.path, in.clipping = nil, 0
}
