package facsimile

import (
	"math"
	"strconv"
	"strings"

	"warraq/content/facsimile/object"
)

// program is words of a calculator, with programs among them.
type program []any

// calculator reads a function in the words of PostScript.
func (in *painter) calculator(s *object.Stream) function {
	if s == nil {
		return nil
	}
	f := in.file
	data, rest := f.Decode(s)
	if rest != nil || len(data) > 1<<16 {
		return nil
	}
	words := strings.Fields(strings.NewReplacer("{", " { ", "}", " } ").Replace(string(data)))
	if len(words) == 0 || words[0] != "{" {
		return nil
	}
	in.work(10 * len(data))
	p, _ := programOf(words[1:], 0)
	return func(x []float64) []float64 {
		m := machine{stack: append([]float64(nil), x...)}
		m.run(p)
		in.work(2 * m.spent)
		if n := len(f.Numbers(s.Dict["Range"])) / 2; len(m.stack) > n {
			return m.stack[len(m.stack)-n:]
		}
		return m.stack
	}
}

// programOf reads words up to the end of a program, and gives those behind it.
func programOf(words []string, depth int) (p program, rest []string) {
	for len(words) > 0 && depth < 32 {
		w := words[0]
		words = words[1:]
		switch w {
		case "}":
			return p, words
		case "{":
			var inner program
			inner, words = programOf(words, depth+1)
			p = append(p, inner)
		default:
			if v, err := strconv.ParseFloat(w, 64); err == nil {
				p = append(p, v)
			} else {
				p = append(p, w)
			}
		}
	}
	return p, nil
}

// machine carries out such words, so many at most.
type machine struct {
	stack []float64
	spent int
}

func (m *machine) pop() (v float64) {
	if n := len(m.stack); n > 0 {
		v, m.stack = m.stack[n-1], m.stack[:n-1]
	}
	return v
}

func (m *machine) push(v float64) {
	if len(m.stack) < 128 {
		m.stack = append(m.stack, v)
	}
}

// run carries out a program.
func (m *machine) run(p program) {
	for i, w := range p {
		if m.spent++; m.spent > 10_000 {
			return
		}
		switch w := w.(type) {
		case float64:
			m.push(w)
		case string:
			block := func(back int) program {
				if i >= back {
					inner, _ := p[i-back].(program)
					return inner
				}
				return nil
			}
			switch w {
			case "if":
				if m.pop() != 0 {
					m.run(block(1))
				}
			case "ifelse":
				if m.pop() != 0 {
					m.run(block(2))
				} else {
					m.run(block(1))
				}
			default:
				m.word(w)
			}
		}
	}
}

// truth is a number for whether something is so, as PostScript has none.
func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// unary are words that take a number.
var unary = map[string]func(v float64) float64{
	"abs": math.Abs, "neg": func(v float64) float64 { return -v }, "ceiling": math.Ceil, "floor": math.Floor, "round": math.Round, "truncate": math.Trunc,
	"sqrt": func(v float64) float64 { return math.Sqrt(max(v, 0)) }, "sin": func(v float64) float64 { return math.Sin(v * math.Pi / 180) },
	"cos": func(v float64) float64 { return math.Cos(v * math.Pi / 180) }, "ln": math.Log, "log": math.Log10, "cvi": math.Trunc,
	"cvr": func(v float64) float64 { return v }, "not": func(v float64) float64 { return truth(v == 0) },
}

// binary are words that take two numbers.
var binary = map[string]func(a, b float64) float64{
	"add": func(a, b float64) float64 { return a + b }, "sub": func(a, b float64) float64 { return a - b }, "mul": func(a, b float64) float64 { return a * b },
	"div": func(a, b float64) float64 { return a / b }, "idiv": func(a, b float64) float64 { return math.Trunc(a / b) }, "mod": math.Mod, "exp": math.Pow,
	"atan": func(a, b float64) float64 { return math.Mod(math.Atan2(a, b)*180/math.Pi+360, 360) },
	"eq":   func(a, b float64) float64 { return truth(a == b) }, "ne": func(a, b float64) float64 { return truth(a != b) }, "gt": func(a, b float64) float64 { return truth(a > b) },
	"ge": func(a, b float64) float64 { return truth(a >= b) }, "lt": func(a, b float64) float64 { return truth(a < b) }, "le": func(a, b float64) float64 { return truth(a <= b) },
	"and": func(a, b float64) float64 { return float64(int64(a) & int64(b)) }, "or": func(a, b float64) float64 { return float64(int64(a) | int64(b)) },
	"xor":      func(a, b float64) float64 { return float64(int64(a) ^ int64(b)) },
	"bitshift": func(a, b float64) float64 { return math.Trunc(a * math.Pow(2, b)) },
}

// word carries out one that asks nothing of the words around it; another does nothing.
func (m *machine) word(w string) {
	if fn, ok := unary[w]; ok {
		m.push(fn(m.pop()))
		return
	}
	if fn, ok := binary[w]; ok {
		b, a := m.pop(), m.pop()
		m.push(fn(a, b))
		return
	}
	switch w {
	case "true":
		m.push(1)
	case "false":
		m.push(0)
	default:
		m.shuffle(w)
	}
}

// shuffle carries out a word that moves what lies on the stack (ISO 32000-1, table 42).
func (m *machine) shuffle(w string) {
	n := len(m.stack)
	switch w {
	case "pop":
		m.pop()
	case "exch":
		b, a := m.pop(), m.pop()
		m.push(b)
		m.push(a)
	case "dup":
		v := m.pop()
		m.push(v)
		m.push(v)
	case "copy":
		if k := int(m.pop()); k > 0 && k <= len(m.stack) {
			for _, v := range append([]float64(nil), m.stack[len(m.stack)-k:]...) {
				m.push(v)
			}
		}
	case "index":
		if k := int(m.pop()); k >= 0 && k < n-1 {
			m.push(m.stack[len(m.stack)-1-k])
		}
	case "roll":
		j, k := int(m.pop()), int(m.pop())
		if k > 0 && k <= len(m.stack) {
			top := m.stack[len(m.stack)-k:]
			j = (j%k + k) % k
			copy(top, append(append([]float64(nil), top[k-j:]...), top[:k-j]...))
		}
	}
}
