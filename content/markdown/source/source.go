// Package source is a text that is being read: its lines, where a byte of it stands in
// the file, and what its author is told of it.
package source

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// File is a text with its lines, and what has been told of it.
type File struct {
	name     string // of the file, for positions
	line     int    // of the file, on which the text begins
	Text     string
	Bytes    []byte // text, as goldmark wants it
	Flat     string // text with a space for each line end: texts are cut from it
	lines    lineIndex
	counted  counted
	Advice   []content.Problem
	Problems []content.Problem
}

// New is a text that begins on a line of a file.
func New(text, name string, line int) *File {
	return &File{name: name, line: line, Text: text, Bytes: []byte(text), Flat: strings.ReplaceAll(text, "\n", " "), lines: indexLines(text)}
}

// LineOf is the line of the file on which a byte of the source stands.
func (s *File) LineOf(offset int) int { return s.line + s.lines.of(offset) }

// Pos is the position of a byte of the source.
func (s *File) Pos(offset int) content.Pos {
	return content.Pos{File: s.name, Line: s.LineOf(offset)}
}

// counted is the place whose column was asked for last: the next one mostly stands behind
// it, and a line may be as long as its file.
type counted struct{ start, offset, before int } // of the line, of the place, characters between

// column is that of a byte of the source in its line: characters, from 1.
func (s *File) column(offset int) int {
	offset = min(max(offset, 0), len(s.Text))
	start := s.lines.starts[s.lines.of(offset)]
	c := &s.counted
	if c.start != start || c.offset > offset || c.offset < start {
		*c = counted{start, start, 0}
	}
	c.before += utf8.RuneCountInString(s.Text[c.offset:offset])
	c.offset = offset
	return c.before + 1
}

// Problem tells what is wrong with what stands at an offset.
func (s *File) Problem(offset int, what, hint string) {
	s.Problems = append(s.Problems, content.Problem{Pos: s.Pos(offset), Column: s.column(offset), What: what, Hint: hint})
}

// LineAt is the line of the source on which an offset lies.
func (s *File) LineAt(offset int) string {
	at := s.lines.of(offset)
	if at+1 == len(s.lines.starts) {
		return s.Text[s.lines.starts[at]:]
	}
	return s.Text[s.lines.starts[at] : s.lines.starts[at+1]-1]
}

// SegmentText puts together the lines of a block that is taken as it is.
func (s *File) SegmentText(lines *text.Segments) string {
	var b strings.Builder
	for i := range lines.Len() {
		seg := lines.At(i)
		b.Write(seg.Value(s.Bytes))
	}
	joined := b.String()
	if joined != "" && !strings.HasSuffix(joined, "\n") {
		joined += "\n"
	}
	return joined
}

// Slip is what an author wrote that comes out otherwise than it was meant, and
// what to write instead.
type Slip struct {
	Kind string // the same for all of its kind
	What string // what is special about this one; empty: kind
	Hint string
	Mild bool // the book is not the worse for it
}

// Advise keeps advice on what stands at an offset.
func (s *File) Advise(offset int, of Slip) { s.advise(s.Pos(offset), s.column(offset), of) }

// AdviseAt keeps advice on what stands at a place, of another file perhaps.
func (s *File) AdviseAt(at content.Pos, of Slip) { s.advise(at, 0, of) }

func (s *File) advise(at content.Pos, column int, of Slip) {
	s.Advice = append(s.Advice, content.Problem{Pos: at, Column: column, What: cmp.Or(of.What, of.Kind), Hint: of.Hint, Kind: of.Kind, Warns: !of.Mild})
}

// Given is the advice in the order of the text, each once: a note that two
// chapters call is read twice.
func (s *File) Given() []content.Problem {
	slices.SortStableFunc(s.Advice, func(a, b content.Problem) int { return a.Pos.Line - b.Pos.Line })
	return slices.CompactFunc(s.Advice, func(a, b content.Problem) bool {
		a.Column = b.Column // of two alike on a line one is told
		return a == b
	})
}

// Quoted is a piece of the text in quotation marks, not too much of it.
func Quoted(s string) string {
	const most = 40 // characters
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return "“" + s + "”"
}
