package facsimile

import (
	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// painter carries out the operators of a page, or of what it is made of (ISO 32000-1,
// annex A).
type painter struct {
	*page
	canvas    *canvas
	resources object.Dict
	base      glyph.Matrix // of the page or the form, in which patterns lie
	state     state
	kept      []state
	lost      int        // states that were not kept, since there were too many
	path      glyph.Path // in the plane in hand
	at        glyph.Point
	clipping  byte // 'W' or '*' where the path in hand is a clip; 0 for none
	lines     textLines
	inText    glyph.Path // what letters are a clip
	marks     []bool     // of the marked contents around, whether each is of a layer that is not seen
	unseen    int
	lenient   int  // sections around that may have operators of other programs
	knockout  bool // its parts are meant not to be seen through each other
	puts      int  // parts of it so far
	stencil   bool // its colours are those of what uses it
	depth     int
	args      []any
}

func (p *page) painter(c *canvas, m glyph.Matrix, resources object.Dict, depth int) *painter {
	return &painter{page: p, canvas: c, resources: resources, base: m, state: firstState(m), depth: depth}
}

// within is a painter of what lies in what this one paints.
func (in *painter) within(c *canvas, m glyph.Matrix, resources object.Dict) *painter {
	inner := in.page.painter(c, m, resources, in.depth+1)
	if resources == nil {
		inner.resources = in.resources
	}
	return inner
}

// resource is a resource of a kind and a name.
func (in *painter) resource(kind, name object.Name) any {
	return in.file.Dict(in.resources[kind])[name]
}

// needed is a resource that is named where it is not there.
func (in *painter) needed(kind, name object.Name) any {
	v := in.resource(kind, name)
	if in.file.Get(v) == nil && in.unseen == 0 {
		in.leave(string(kind) + " " + short(string(name)) + " that is not in the file")
	}
	return v
}

const (
	mostArgs = 64
	mostKept = 512
)

// run carries out operators.
func (in *painter) run(data []byte) {
	if in.depth > deepest {
		in.leave("parts that lie too deep within each other")
		return
	}
	l := object.Lexer{Data: data}
	in.work(len(data))
	for !in.tooMuch {
		v, ok := l.Next()
		if l.Cut {
			in.leave("what lies too deep within brackets, and all behind it")
		}
		if !ok {
			break
		}
		op, is := v.(object.Operator)
		if !is {
			if len(in.args) < mostArgs {
				in.args = append(in.args, v)
			}
			continue
		}
		in.work(operatorWork)
		if op == "BI" {
			in.inline(&l)
		} else {
			in.carry(string(op))
		}
		in.args = in.args[:0]
	}
}

// num is number i of the operands; 0 for want of it.
func (in *painter) num(i int) float64 {
	if i < len(in.args) {
		v, _ := in.args[i].(float64)
		return v
	}
	return 0
}

func (in *painter) name(i int) object.Name {
	if i >= 0 && i < len(in.args) {
		n, _ := in.args[i].(object.Name)
		return n
	}
	return ""
}

func (in *painter) numbers() (all []float64) {
	for _, v := range in.args {
		if n, ok := v.(float64); ok {
			all = append(all, n)
		}
	}
	return all
}

// carry carries out an operator.
func (in *painter) carry(op string) {
	if in.steps(op) || in.general(op) || in.colors(op) || in.texts(op) {
		return
	}
	switch op {
	case "Do":
		in.do()
	case "sh":
		in.shade()
	case "BDC":
		hides := in.name(0) == "OC" && in.page.unseen(in.resource("Properties", in.name(1)))
		in.mark(hides)
	case "BMC":
		in.mark(false)
	case "EMC":
		if n := len(in.marks); n > 0 {
			if in.marks[n-1] {
				in.unseen--
			}
			in.marks = in.marks[:n-1]
		}
	case "BX":
		in.lenient++
	case "EX":
		in.lenient--
	case "MP", "DP":
	default:
		if in.lenient <= 0 {
			in.leave("an operator " + short(op) + " that is not known")
		}
	}
}

func (in *painter) mark(hides bool) {
	if len(in.marks) >= mostKept {
		return
	}
	if in.marks = append(in.marks, hides); hides {
		in.unseen++
	}
}

// put writes an element, unless it is of a layer that is not seen.
func (in *painter) put(element string) {
	if in.unseen > 0 {
		return
	}
	s := &in.state
	if in.puts++; in.knockout && in.puts > 1 && (s.fillAlpha < 1 || s.strokeAlpha < 1 || s.blend != "") {
		in.leave("that parts of a group knock each other out")
	}
	in.canvas.put(s, element)
}

// general carries out operators of the state.
func (in *painter) general(op string) bool {
	s := &in.state
	switch op {
	case "q":
		if len(in.kept) == mostKept {
			in.lost++
			in.leave("states that are kept too deep within each other")
		} else {
			in.kept = append(in.kept, *s)
		}
	case "Q":
		if n := len(in.kept); in.lost > 0 {
			in.lost--
		} else if n > 0 {
			*s, in.kept = in.kept[n-1], in.kept[:n-1]
		}
	case "cm":
		if v := in.numbers(); len(v) >= 6 {
			s.ctm = glyph.Matrix(v[:6]).Then(s.ctm)
		}
	case "w":
		s.width = max(in.num(0), 0)
	case "J":
		s.cap = int(in.num(0))
	case "j":
		s.join = int(in.num(0))
	case "M":
		s.miter = in.num(0)
	case "d":
		if len(in.args) > 0 {
			s.dashes, s.phase = positive(in.file.Numbers(in.args[0])), in.num(1)
		}
	case "gs":
		in.external(in.file.Dict(in.needed("ExtGState", in.name(0))))
	case "ri", "i":
	default:
		return false
	}
	return true
}

// colors carries out operators of colours.
func (in *painter) colors(op string) bool {
	s := &in.state
	to := &s.fill
	if op[0] >= 'A' && op[0] <= 'Z' {
		to = &s.stroke
	}
	var next ink
	switch op {
	case "g", "G":
		next = ink{space: gray, values: in.numbers()}
	case "rg", "RG":
		next = ink{space: rgb, values: in.numbers()}
	case "k", "K":
		next = ink{space: cmyk, values: in.numbers()}
	case "cs", "CS":
		next = ink{space: in.spaceOf(in.name(0), 0)}
	case "sc", "SC", "scn", "SCN":
		next = ink{space: to.space, values: in.numbers()}
		if to.space.kind == patternKind {
			next.tile = in.resource("Pattern", in.name(len(in.args)-1))
		}
	default:
		return false
	}
	if !in.stencil {
		*to = next
	}
	return true
}
