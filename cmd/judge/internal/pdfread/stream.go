package pdfread

import (
	"encoding/hex"
	"fmt"
	"strconv"
)

// Shown is one string that a content stream shows: codes of one font at one
// size, and the gaps between them.
type Shown struct {
	Page int
	Font *Font
	Size float64
	X, Y float64 // where the first code's origin lies on the page, in points
	// EmX and EmY are how far an em along the line goes on the page: text that is turned
	// runs down it, or up.
	EmX, EmY float64
	Codes    []Code
}

// Code is one code of a string.
type Code struct {
	Code int
	Text string  // what ToUnicode says
	X    float64 // from the string's origin to the code's, in thousandths of an em
	Next float64 // and to where the following code would be without a gap
	// leant tells that a space leans on the code, which has its width too.
	Leant bool
}

// matrix is a PDF transformation, [a b c d e f] (ISO 32000-2, 8.3.3).
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

var identity = matrix{1, 0, 0, 1, 0, 0}

// reader carries out the operators of one page's content that move or show
// text.
type reader struct {
	page    int
	fonts   map[string]*Font
	ctm     matrix
	saved   []graphics
	font    *Font
	size    float64
	rise    float64
	scale   float64 // of letters across
	leading float64
	text    matrix // the text matrix Tm
	line    matrix // the line matrix
	out     []Shown
}

type graphics struct {
	ctm  matrix
	font *Font
	size float64
	rise float64
}

// ReadPages gives every string that the pages of f show.
func (f *File) ReadPages() ([]Shown, error) {
	var all []Shown
	known := make(map[string]*Font)
	for i, page := range f.Pages() {
		r := &reader{page: i + 1, fonts: make(map[string]*Font), ctm: identity, scale: 1}
		for name, ref := range f.dict(f.dict(page["/Resources"])["/Font"]) {
			key := fmt.Sprint(ref)
			if known[key] == nil {
				font, err := f.readFont(ref)
				if err != nil {
					return nil, err
				}
				known[key] = font
			}
			r.fonts[name] = known[key]
		}
		data, err := f.data(page["/Contents"])
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		if err := r.read(data); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		all = append(all, r.out...)
	}
	return all, nil
}

// read carries out a content stream.
func (r *reader) read(data []byte) error {
	var operands []any
	for s := (&scanner{data: data}); ; {
		v, err := s.next()
		switch {
		case err != nil:
			return err
		case v == nil:
			return nil
		}
		op, ok := v.(operator)
		if !ok {
			operands = append(operands, v)
			continue
		}
		if err := r.do(string(op), operands); err != nil {
			return fmt.Errorf("%s: %w", op, err)
		}
		operands = operands[:0]
	}
}

// do carries out one operator (ISO 32000-2, annex A).
func (r *reader) do(op string, args []any) error {
	n := numbers(args)
	switch op {
	case "q":
		r.saved = append(r.saved, graphics{r.ctm, r.font, r.size, r.rise})
	case "Q":
		last := len(r.saved) - 1
		if last < 0 {
			return fmt.Errorf("nothing was saved")
		}
		g := r.saved[last]
		r.saved, r.ctm, r.font, r.size, r.rise = r.saved[:last], g.ctm, g.font, g.size, g.rise
	case "cm":
		r.ctm = matrix(n[:6]).times(r.ctm)
	case "BT":
		r.text, r.line = identity, identity
	case "Tf":
		name, _ := args[0].(string)
		if r.font = r.fonts[name]; r.font == nil {
			return fmt.Errorf("no font %q", name)
		}
		r.size = n[1]
	case "Ts":
		r.rise = n[0]
	case "TL":
		r.leading = n[0]
	case "Tc", "Tw":
		if n[0] != 0 {
			return fmt.Errorf("spacing of %v is not looked for here", n[0])
		}
	case "Tz":
		r.scale = n[0] / 100
	case "Td", "TD":
		if op == "TD" {
			r.leading = -n[1]
		}
		r.move(n[0], n[1])
	case "T*":
		r.move(0, -r.leading)
	case "Tm":
		r.text, r.line = matrix(n[:6]), matrix(n[:6])
	case "Tj":
		return r.show(args)
	case "TJ":
		list, _ := args[0].([]any)
		return r.show(list)
	case "'", "\"":
		return fmt.Errorf("not looked for here")
	}
	return nil
}

func (r *reader) move(x, y float64) {
	r.line = matrix{1, 0, 0, 1, x, y}.times(r.line)
	r.text = r.line
}

// show is the operand of TJ: strings and adjustments.
func (r *reader) show(items []any) error {
	if r.font == nil {
		return fmt.Errorf("no font is chosen")
	}
	at := matrix{r.scale, 0, 0, 1, 0, r.rise}.times(r.text).times(r.ctm)
	s := Shown{Page: r.page, Font: r.font, Size: r.size * at[0], X: at[4], Y: at[5], EmX: r.size * at[0], EmY: r.size * at[1]}
	pen := 0.0
	for _, item := range items {
		switch v := item.(type) {
		case float64:
			pen -= v
		case []byte:
			for ; len(v) >= 2; v = v[2:] {
				code := int(v[0])<<8 | int(v[1])
				w := r.font.width(code)
				s.Codes = append(s.Codes, Code{Code: code, Text: r.font.texts[code], X: pen, Next: pen + w})
				pen += w
			}
			if len(v) > 0 {
				return fmt.Errorf("half a code")
			}
		}
	}
	r.text = matrix{1, 0, 0, 1, pen * r.size / 1000 * r.scale, 0}.times(r.text)
	r.out = append(r.out, s)
	return nil
}

// numbers gives the operands as numbers, 0 for what is none, and six at least.
func numbers(args []any) []float64 {
	n := make([]float64, max(6, len(args)))
	for i, a := range args {
		n[i], _ = a.(float64)
	}
	return n
}

// operator is a word of a content stream that is no operand.
type operator string

// scanner reads the objects of a content stream: numbers as float64, names
// and keywords as string, strings as []byte, arrays as []any.
type scanner struct {
	data []byte
	pos  int
}

// next gives nil at the end.
func (s *scanner) next() (any, error) {
	s.space()
	if s.pos >= len(s.data) {
		return nil, nil
	}
	switch b := s.data[s.pos]; {
	case b == '[':
		s.pos++
		return s.list(']')
	case b == '<' && s.peek(1) == '<':
		s.pos += 2
		_, err := s.list('>')
		s.pos++ // the second >
		return "", err
	case b == '<':
		return s.hex()
	case b == '(':
		return s.literal()
	case b == '/':
		s.pos++
		return "/" + s.word(), nil
	}
	w := s.word()
	if w == "" {
		return nil, fmt.Errorf("unexpected %q at %d", s.data[s.pos], s.pos)
	}
	if n, err := strconv.ParseFloat(w, 64); err == nil {
		return n, nil
	}
	if w == "true" || w == "false" || w == "null" {
		return w, nil
	}
	return operator(w), nil
}

func (s *scanner) peek(n int) byte {
	if s.pos+n < len(s.data) {
		return s.data[s.pos+n]
	}
	return 0
}

// space passes white space and comments.
func (s *scanner) space() {
	for s.pos < len(s.data) {
		switch b := s.data[s.pos]; {
		case b == '%':
			for s.pos < len(s.data) && s.data[s.pos] != '\n' && s.data[s.pos] != '\r' {
				s.pos++
			}
		case b <= ' ':
			s.pos++
		default:
			return
		}
	}
}

// word reads up to white space or a delimiter.
func (s *scanner) word() string {
	start := s.pos
	for s.pos < len(s.data) {
		switch b := s.data[s.pos]; {
		case b <= ' ', b == '[', b == ']', b == '<', b == '>', b == '(', b == ')', b == '/', b == '%':
			return string(s.data[start:s.pos])
		}
		s.pos++
	}
	return string(s.data[start:])
}

func (s *scanner) list(end byte) ([]any, error) {
	list := []any{}
	for {
		s.space()
		if s.pos >= len(s.data) {
			return nil, fmt.Errorf("an array does not end")
		}
		if s.data[s.pos] == end {
			s.pos++
			return list, nil
		}
		v, err := s.next()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
}

func (s *scanner) hex() ([]byte, error) {
	var digits []byte
	for s.pos++; s.pos < len(s.data) && s.data[s.pos] != '>'; s.pos++ {
		if s.data[s.pos] > ' ' {
			digits = append(digits, s.data[s.pos])
		}
	}
	s.pos++
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	_, err := hex.Decode(out, digits)
	return out, err
}

// literal reads a string in parentheses (ISO 32000-2, 7.3.4.2).
func (s *scanner) literal() ([]byte, error) {
	out := []byte{}
	depth := 0
	for ; s.pos < len(s.data); s.pos++ {
		b := s.data[s.pos]
		switch {
		case b == '(':
			if depth++; depth == 1 {
				continue
			}
		case b == ')':
			if depth--; depth == 0 {
				s.pos++
				return out, nil
			}
		case b == '\\':
			b = s.escape()
		}
		out = append(out, b)
	}
	return nil, fmt.Errorf("a string does not end")
}

// escape reads what follows a backslash and stays on its last byte.
func (s *scanner) escape() byte {
	s.pos++
	switch b := s.peek(0); b {
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	default:
		if b < '0' || b > '7' {
			return b
		}
	}
	v, n := 0, 0
	for ; n < 3 && s.peek(n) >= '0' && s.peek(n) <= '7'; n++ {
		v = v<<3 | int(s.peek(n)-'0')
	}
	s.pos += n - 1
	return byte(v)
}
