package lsp

import (
	"strings"
	"unicode/utf16"
)

// text is a document and where its lines begin.
type text struct {
	all   string
	lines []int // the byte at which each begins
}

func newText(s string) *text {
	t := &text{all: s, lines: []int{0}}
	for i := range len(s) {
		if s[i] == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// line is one line without its end; "" where there is none.
func (t *text) line(n int) string {
	if n < 0 || n >= len(t.lines) {
		return ""
	}
	end := len(t.all)
	if n+1 < len(t.lines) {
		end = t.lines[n+1] - 1
	}
	return strings.TrimSuffix(t.all[t.lines[n]:end], "\r")
}

// offset is the byte at a position; one behind the end of its line is that end.
func (t *text) offset(p position) int {
	if p.Line < 0 {
		return 0
	}
	if p.Line >= len(t.lines) {
		return len(t.all)
	}
	return t.lines[p.Line] + byteAt(t.line(p.Line), p.Character)
}

// byteAt is the byte of a line at so many UTF-16 units.
func byteAt(line string, units int) int {
	for i, r := range line {
		if units <= 0 {
			return i
		}
		units -= utf16.RuneLen(r)
	}
	return len(line)
}

// units is how many UTF-16 units a text has.
func units(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// span is that of some bytes of a line.
func (t *text) span(line, from, to int) span {
	s := t.line(line)
	return span{position{line, units(s[:from])}, position{line, units(s[:to])}}
}

// whole is the span of a line without the blanks around it.
func (t *text) whole(line int) span {
	s := t.line(line)
	from := len(s) - len(strings.TrimLeft(s, " \t"))
	return t.span(line, from, max(from, len(strings.TrimRight(s, " \t"))))
}

// changed is the text after a change.
func (t *text) changed(c change) *text {
	if c.Range == nil {
		return newText(c.Text)
	}
	from, to := t.offset(c.Range.Start), t.offset(c.Range.End)
	to = max(from, to)
	return newText(t.all[:from] + c.Text + t.all[to:])
}

// wordAt is the bytes of the line around one that are of the kind wanted.
func wordAt(line string, i int, of func(rune) bool) (from, to int) {
	return len(strings.TrimRightFunc(line[:i], of)), len(line) - len(strings.TrimLeftFunc(line[i:], of))
}
