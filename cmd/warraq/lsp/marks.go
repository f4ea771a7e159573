package lsp

import (
	"regexp"
	"strings"
)

// kind is what a mark of the text is.
type kind uint8

const (
	heading   kind = iota // `## Title`
	anchor                // the id in `{#id}`
	reference             // the id in `{ref: id}`, `{page: id}`, `{title: id}`, `](#id)`
	noteCall              // the label in `[^label]`
	noteText              // the label in `[^label]: …`
	division              // the name in `::: name`
)

// mark is a place in a file that others lead to, or that leads to others.
type mark struct {
	kind     kind
	name     string // the id, the label, or the words of a heading
	line     int    // from 0
	from, to int    // the bytes of the line that are the name
	level    int    // of a heading
	anchor   string // of a heading; "" for none
}

// file is the marks of one file, and what of it folds.
type file struct {
	*text
	marks []mark
	folds []fold
}

var (
	headingLine   = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*(?:\{([^{}]*)\})?[ \t]*#*[ \t]*$`)
	anchorMark    = regexp.MustCompile(`\{[^{}\n]*#([^\s{}]+)[^{}\n]*\}`)
	referenceMark = regexp.MustCompile(`\{(?:ref|page|title):[ \t]*#?([^{}\n]+?)[ \t]*\}|\]\(#([^)\s]+)`)
	noteMark      = regexp.MustCompile(`\[\^([^\]\s]+)\](:?)`)
	divisionLine  = regexp.MustCompile(`^ {0,3}:{3,}[ \t]*\{?\.?`)
	fenceLine     = regexp.MustCompile("^ {0,3}(`{3,}|~{3,})")
)

// listing is the fence of a listing that is open; "" for none.
type listing string

// holds tells whether a line is of a listing, its fences with it.
func (l *listing) holds(line string) bool {
	m := fenceLine.FindStringSubmatch(line)
	switch {
	case m != nil && *l == "":
		*l = listing(m[1])
	case m != nil && strings.HasPrefix(m[1], string(*l)):
		*l = ""
	default:
		return *l != ""
	}
	return true
}

// readMarks finds the marks of a text. What stands in a listing is none.
func readMarks(s string) *file {
	f := &file{text: newText(s)}
	var open []int // lines of divisions that are open
	var code listing
	codeFrom := -1 // where the listing that is open begins
	front := strings.HasPrefix(s, "---\n") || strings.HasPrefix(s, "---\r\n")
	for n := range f.lines {
		line := f.line(n)
		if front && n > 0 {
			if line == "---" || line == "..." {
				f.folds = append(f.folds, fold{0, n, "region"})
				front = false
			}
			continue
		}
		if code.holds(line) {
			switch {
			case codeFrom < 0:
				codeFrom = n
			case code == "":
				f.folds = append(f.folds, fold{codeFrom, n, "region"})
				codeFrom = -1
			}
			continue
		}
		if m := divisionLine.FindString(line); m != "" {
			if from, to := wordAt(line, len(m), isNameRune); from < to {
				open = append(open, n)
				f.marks = append(f.marks, mark{kind: division, name: line[from:to], line: n, from: from, to: to})
			} else if len(open) > 0 {
				f.folds = append(f.folds, fold{open[len(open)-1], n, "region"})
				open = open[:len(open)-1]
			}
		}
		f.readLine(n, line)
	}
	f.foldSections()
	return f
}

func (f *file) readLine(n int, line string) {
	if m := headingLine.FindStringSubmatchIndex(line); m != nil {
		h := mark{kind: heading, name: line[m[4]:m[5]], line: n, from: m[4], to: m[5], level: m[3] - m[2]}
		if m[6] >= 0 {
			if a := anchorMark.FindStringSubmatch("{" + line[m[6]:m[7]] + "}"); a != nil {
				h.anchor = a[1]
			}
		}
		f.marks = append(f.marks, h)
	}
	add := func(k kind, from, to int) {
		f.marks = append(f.marks, mark{kind: k, name: line[from:to], line: n, from: from, to: to})
	}
	for _, m := range anchorMark.FindAllStringSubmatchIndex(line, -1) {
		if !strings.HasPrefix(line[m[0]:], "{ref:") && !strings.HasPrefix(line[m[0]:], "{page:") && !strings.HasPrefix(line[m[0]:], "{title:") {
			add(anchor, m[2], m[3])
		}
	}
	for _, m := range referenceMark.FindAllStringSubmatchIndex(line, -1) {
		if m[2] >= 0 {
			add(reference, m[2], m[3])
		} else {
			add(reference, m[4], m[5])
		}
	}
	for _, m := range noteMark.FindAllStringSubmatchIndex(line, -1) {
		k := noteCall
		if m[4] < m[5] && strings.TrimSpace(line[:m[0]]) == "" {
			k = noteText
		}
		add(k, m[2], m[3])
	}
}

// foldSections folds what stands under each heading.
func (f *file) foldSections() {
	last := len(f.lines) - 1
	for i, m := range f.marks {
		if m.kind != heading {
			continue
		}
		end := last
		for _, below := range f.marks[i+1:] {
			if below.kind == heading && below.level <= m.level {
				end = below.line - 1
				break
			}
		}
		for end > m.line && strings.TrimSpace(f.line(end)) == "" {
			end--
		}
		if end > m.line {
			f.folds = append(f.folds, fold{m.line, end, ""})
		}
	}
}

// at is the mark at a byte of a line that is no heading, nil for none.
func (f *file) at(line, i int) *mark {
	for k := range f.marks {
		if m := &f.marks[k]; m.line == line && m.from <= i && i <= m.to && m.kind != heading {
			return m
		}
	}
	return nil
}

// span is that of the name of a mark.
func (f *file) spanOf(m *mark) span { return f.span(m.line, m.from, m.to) }

// outline is the headings of a file, each with those below it.
func (f *file) outline() []*symbol {
	var tops []*symbol
	type level struct {
		of  *symbol
		how int
	}
	var above []level
	for i := range f.marks {
		m := &f.marks[i]
		if m.kind != heading {
			continue
		}
		end := m.line
		for _, fold := range f.folds {
			if fold.From == m.line && fold.Kind == "" {
				end = fold.To
			}
		}
		s := &symbol{Name: m.name, Kind: symbolString, Range: span{position{m.line, 0}, f.whole(end).End}, Selection: f.spanOf(m)}
		if s.Name == "" {
			s.Name = "#"
		}
		for len(above) > 0 && above[len(above)-1].how >= m.level {
			above = above[:len(above)-1]
		}
		if len(above) > 0 {
			of := above[len(above)-1].of
			of.Children = append(of.Children, s)
		} else {
			tops = append(tops, s)
		}
		above = append(above, level{s, m.level})
	}
	return tops
}
