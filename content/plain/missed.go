package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/pattern"
)

// Missed gives advice on lines of a text (see [Read]) that were most likely meant to
// open a chapter and do not: a mark within a line, a # as Markdown has it, or another
// sign before each title.
func Missed(file, text string, opt Options) (advice []content.Problem) {
	if len(opt.Marks) == 0 {
		opt.Marks = []string{DefaultMark}
	}
	m := missed{file: file, mark: opt.Marks[0]}
	m.lines = splitLines(text, max(1, opt.Line), opt.Marks)
	for i := range m.lines {
		l := &m.lines[i]
		switch {
		case l.kind == title:
			m.titles = true
		case l.kind != prose:
		case strings.Contains(l.text, m.mark):
			m.tell(l, "a mark of a chapter within a line", "begin a line with it, or take it away")
		case l.text[0] == '#' && hashed.MatchString(l.text):
			m.tell(l, "a # opens no chapter in plain text", "write "+m.mark+" in its place, or call the file .md")
		}
	}
	if !m.titles {
		m.signs()
	}
	return m.advice
}

type missed struct {
	file, mark string
	lines      []line
	titles     bool // some line opens a chapter
	advice     []content.Problem
}

var hashed = pattern.Of(`^#{1,6} \S`)

func (m *missed) tell(l *line, what, hint string) {
	m.advice = append(m.advice, content.Problem{Pos: content.Pos{File: m.file, Line: l.number}, Kind: what, What: what + ": “" + l.text + "”", Hint: hint, Warns: true})
}

// mostSigned is how long a line may be that is taken for a title, in characters.
const mostSigned = 60

// signs tells of short lines that open with a sign of their own, such as ⭐, each with
// text below it.
func (m *missed) signs() {
	var found []*line
	var sign rune
	for i := range m.lines[:max(len(m.lines)-1, 0)] {
		l := &m.lines[i]
		r, size := utf8.DecodeRuneInString(l.text)
		below, _ := utf8.DecodeRuneInString(m.lines[i+1].text)
		if l.kind != prose || !unicode.Is(unicode.So, r) || below == r || trim(l.text[size:]) == "" || utf8.RuneCountInString(l.text) > mostSigned || sign != 0 && r != sign {
			continue
		}
		sign, found = r, append(found, l)
	}
	if len(found) < 2 {
		return
	}
	for _, l := range found {
		m.tell(l, "a sign that opens no chapter", "write `chapter-mark: "+string(sign)+"`, or "+m.mark+" in its place")
	}
}
