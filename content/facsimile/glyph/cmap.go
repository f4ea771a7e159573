package glyph

import (
	"cmp"
	"slices"
	"unicode/utf16"

	"warraq/content/facsimile/object"
)

// CMap tells how strings fall into codes, and which number or which characters each is of
// (ISO 32000-1, 9.7.5, 9.10.3).
type CMap struct {
	spaces []space // of codes
	ranges []coded
	texts  map[int]string
	said   int // codes of which characters were said, one over and over too
}

// space is codes of so many bytes.
type space struct{ bytes, from, to int }

// coded is codes in a row, and the number of the first.
type coded struct{ bytes, from, to, cid int }

func inTurn(a, b coded) int { return cmp.Or(a.bytes-b.bytes, a.from-b.from) }

// Identity2 takes each two bytes for a number.
func Identity2() *CMap {
	return &CMap{spaces: []space{{2, 0, 0xffff}}, ranges: []coded{{2, 0, 0xffff, 0}}}
}

// Bounds of a CMap.
const (
	mostRanges = 100_000
	mostTexts  = 1 << 17
)

// ReadCMap reads a CMap that lies in a file.
func ReadCMap(data []byte) *CMap {
	m := &CMap{texts: make(map[int]string)}
	l := object.Lexer{Data: data}
	var held []any
	for {
		v, ok := l.Next()
		if !ok {
			slices.SortStableFunc(m.ranges, inTurn)
			return m
		}
		op, is := v.(object.Operator)
		if !is {
			held = append(held, v)
			continue
		}
		m.carry(op, held)
		held = held[:0]
	}
}

// carry takes what stands before an operator that ends a list.
func (m *CMap) carry(op object.Operator, held []any) {
	switch op {
	case "endcodespacerange":
		for ; len(held) >= 2; held = held[2:] {
			if from, n, ok := codeOf(held[0]); ok && len(m.spaces) < 256 {
				to, _, _ := codeOf(held[1])
				m.spaces = append(m.spaces, space{n, from, to})
			}
		}
	case "endcidrange":
		for ; len(held) >= 3; held = held[3:] {
			m.cids(held[0], held[1], held[2])
		}
	case "endcidchar":
		for ; len(held) >= 2; held = held[2:] {
			m.cids(held[0], held[0], held[1])
		}
	case "endbfrange":
		for ; len(held) >= 3; held = held[3:] {
			m.text(held[0], held[1], held[2])
		}
	case "endbfchar":
		for ; len(held) >= 2; held = held[2:] {
			m.text(held[0], held[0], held[1])
		}
	}
}

// codeOf is a code, and its bytes, 1 to 4; false for what is none.
func codeOf(v any) (code, n int, ok bool) {
	s, ok := v.(object.String)
	if !ok || len(s) == 0 || len(s) > 4 {
		return 0, 0, false
	}
	for i := range len(s) {
		code = code<<8 | int(s[i])
	}
	return code, len(s), true
}

// cids notes the numbers of codes in a row.
func (m *CMap) cids(from, to, cid any) {
	first, n, ok := codeOf(from)
	last, _, _ := codeOf(to)
	number, isNumber := cid.(float64)
	if ok && isNumber && len(m.ranges) < mostRanges && number >= 0 && number < 1<<24 {
		m.ranges = append(m.ranges, coded{n, first, last, int(number)})
	}
}

// text notes the characters of codes in a row: those of the first, the last of which goes
// on, or a list.
func (m *CMap) text(from, to, as any) {
	first, _, ok := codeOf(from)
	last, _, _ := codeOf(to)
	if !ok {
		return
	}
	for code := first; code <= last && code-first < 1<<16 && m.said < mostTexts; code++ {
		m.said++
		switch as := as.(type) {
		case object.String:
			text := []rune(characters(as))
			if n := len(text); n > 0 {
				text[n-1] += rune(code - first)
				m.texts[code] = string(text)
			}
		case object.Array:
			if code-first >= len(as) {
				return
			}
			if s, ok := as[code-first].(object.String); ok {
				m.texts[code] = characters(s)
			}
		}
	}
}

// characters reads UTF-16, the higher byte first.
func characters(s object.String) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// Text are the characters of a code; "" for none.
func (m *CMap) Text(code int) string {
	if m == nil {
		return ""
	}
	return m.texts[code]
}

// Next takes the first code off a string: its bytes and the number it is of.
func (m *CMap) Next(s string) (code, cid, n int) {
	n = m.length(s)
	for i := range n {
		code = code<<8 | int(s[i])
	}
	i, found := slices.BinarySearchFunc(m.ranges, coded{bytes: n, from: code}, inTurn)
	if !found {
		i--
	}
	if i >= 0 && m.ranges[i].bytes == n && code <= m.ranges[i].to {
		return code, m.ranges[i].cid + code - m.ranges[i].from, n
	}
	return code, 0, n
}

// length is how many bytes the first code of a string has.
func (m *CMap) length(s string) int {
	least := 4
	for _, sp := range m.spaces {
		least = min(least, sp.bytes)
		if sp.bytes > len(s) {
			continue
		}
		in := true
		for i := range sp.bytes {
			shift := 8 * (sp.bytes - 1 - i)
			if c := int(s[i]); c < sp.from>>shift&255 || c > sp.to>>shift&255 {
				in = false
			}
		}
		if in {
			return sp.bytes
		}
	}
	if len(m.spaces) == 0 {
		least = 2
	}
	return min(least, len(s))
}
