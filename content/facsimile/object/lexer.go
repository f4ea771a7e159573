package object

import (
	"bytes"
	"strconv"
)

// Lexer reads values one after the other.
type Lexer struct {
	Data []byte
	At   int
	Cut  bool // it ended before its bytes did: too much lies in one value
	left int  // values that the one in hand may still be made of
	file bool // references are values, as in a file; in contents there are none
}

// Bounds of a value: arrays and dictionaries within each other, and what they hold.
const (
	deepest    = 64
	mostValues = 1 << 20
)

// kinds of bytes (ISO 32000-1, 7.2.2).
func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

// Space goes over blanks and comments.
func (l *Lexer) Space() {
	for ; l.At < len(l.Data); l.At++ {
		if c := l.Data[l.At]; c == '%' {
			for l.At+1 < len(l.Data) && l.Data[l.At] != '\n' && l.Data[l.At] != '\r' {
				l.At++
			}
		} else if !isSpace(c) {
			return
		}
	}
}

// Next is the next value; ok is false at the end.
func (l *Lexer) Next() (v any, ok bool) {
	l.left = mostValues
	return l.value(0)
}

// closing are ends of arrays and dictionaries, and what stands where none is open.
type closing string

func (l *Lexer) value(depth int) (v any, ok bool) {
	l.Space()
	if l.At >= len(l.Data) {
		return nil, false
	}
	if l.left--; l.left < 0 || depth > deepest {
		l.At, l.Cut = len(l.Data), true
		return nil, false
	}
	switch c := l.Data[l.At]; c {
	case '/':
		l.At++
		return l.name(), true
	case '(':
		return l.literal(), true
	case '[':
		l.At++
		return l.array(depth), true
	case '<':
		if l.At+1 < len(l.Data) && l.Data[l.At+1] == '<' {
			l.At += 2
			return l.dict(depth), true
		}
		return l.hex(), true
	case '>':
		l.At++
		if l.At < len(l.Data) && l.Data[l.At] == '>' {
			l.At++
			return closing(">>"), true
		}
		return closing(">"), true
	case ']', ')', '{', '}':
		l.At++
		return closing(c), true
	}
	return l.word(), true
}

func (l *Lexer) array(depth int) Array {
	a := Array{}
	for {
		v, ok := l.value(depth + 1)
		if c, end := v.(closing); !ok || end && c == "]" {
			return a
		} else if end && c == ">>" {
			l.At -= 2
			return a
		} else if !end {
			a = append(a, v)
		}
	}
}

func (l *Lexer) dict(depth int) Dict {
	d := Dict{}
	for {
		k, ok := l.value(depth + 1)
		if c, end := k.(closing); !ok || end && c == ">>" {
			return d
		}
		key, named := k.(Name)
		if !named {
			if op, is := k.(Operator); is && (op == "endobj" || op == "stream") {
				l.At -= len(op)
				return d
			}
			continue
		}
		v, ok := l.value(depth + 1)
		if c, end := v.(closing); !ok || end && c == ">>" {
			return d
		}
		d[key] = v
	}
}

func (l *Lexer) name() Name {
	from := l.At
	for l.At < len(l.Data) && isRegular(l.Data[l.At]) {
		l.At++
	}
	raw := l.Data[from:l.At]
	if bytes.IndexByte(raw, '#') < 0 {
		return Name(raw)
	}
	var b []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if v, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				b, i = append(b, byte(v)), i+2
				continue
			}
		}
		b = append(b, raw[i])
	}
	return Name(b)
}

func (l *Lexer) hex() String {
	l.At++
	var b []byte
	digit, half := byte(0), false
	for ; l.At < len(l.Data); l.At++ {
		c := l.Data[l.At]
		if c == '>' {
			l.At++
			break
		}
		v, ok := hexDigit(c)
		if !ok {
			continue
		}
		if half {
			b = append(b, digit<<4|v)
		}
		digit, half = v, !half
	}
	if half {
		b = append(b, digit<<4)
	}
	return String(b)
}

func hexDigit(c byte) (v byte, ok bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// escapes are the letters behind a reverse solidus (ISO 32000-1, table 3).
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *Lexer) literal() String {
	var b []byte
	open := 0
	for ; l.At < len(l.Data); l.At++ {
		c := l.Data[l.At]
		switch c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				l.At++
				return String(b)
			}
		case '\\':
			b = l.escape(b)
			continue
		}
		b = append(b, c)
	}
	l.At = min(l.At, len(l.Data)) // it has no end
	return String(b)
}

// escape reads what stands behind a reverse solidus, up to its last byte.
func (l *Lexer) escape(b []byte) []byte {
	l.At++
	if l.At >= len(l.Data) {
		return b
	}
	c := l.Data[l.At]
	if v, ok := escapes[c]; ok {
		return append(b, v)
	}
	switch {
	case c == '\r':
		if l.At+1 < len(l.Data) && l.Data[l.At+1] == '\n' {
			l.At++
		}
		return b
	case c == '\n':
		return b
	case c >= '0' && c <= '7':
		v := 0
		for n := 0; n < 3 && l.At < len(l.Data) && l.Data[l.At] >= '0' && l.Data[l.At] <= '7'; n++ {
			v = v<<3 | int(l.Data[l.At]-'0')
			l.At++
		}
		l.At--
		return append(b, byte(v))
	}
	return append(b, c)
}

// word reads a number, a reference or a word.
func (l *Lexer) word() any {
	from := l.At
	for l.At < len(l.Data) && isRegular(l.Data[l.At]) {
		l.At++
	}
	word := l.Data[from:l.At]
	if c := word[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if v, ok := number(word); ok {
			if l.file && v >= 0 && v == float64(int32(v)) {
				return l.ref(v)
			}
			return v
		}
	}
	switch string(word) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return Operator(word)
}

// ref is the reference that begins with a number, or the number.
func (l *Lexer) ref(v float64) any {
	at := l.At
	l.Space()
	from := l.At
	for l.At < len(l.Data) && l.Data[l.At] >= '0' && l.Data[l.At] <= '9' {
		l.At++
	}
	generation, err := strconv.Atoi(string(l.Data[from:min(l.At, from+6)]))
	l.Space()
	if err == nil && l.At < len(l.Data) && l.Data[l.At] == 'R' && (l.At+1 == len(l.Data) || !isRegular(l.Data[l.At+1])) {
		l.At++
		return Ref{int(v), generation}
	}
	l.At = at
	return v
}

// number reads a number as files have it, "--5" and "1.2.3" among them, which readers
// are used to.
func number(word []byte) (v float64, ok bool) {
	sign, scale, point, digits := 1.0, 1.0, false, 0
	for i, c := range word {
		switch {
		case c == '-' && digits == 0 && !point:
			sign = -1
		case c == '+' && i == 0:
		case c == '.' && !point:
			point = true
		case c >= '0' && c <= '9':
			digits++
			if point {
				scale /= 10
				v += float64(c-'0') * scale
			} else if v < 1e30 {
				v = v*10 + float64(c-'0')
			}
		case (c == '-' || c == '.') && digits > 0: // what follows is dropped
			return sign * v, true
		default:
			return 0, false
		}
	}
	if point && digits < 18 {
		if exact, err := strconv.ParseFloat(string(word), 64); err == nil {
			return exact, true
		}
	}
	return sign * v, digits > 0 || point
}
