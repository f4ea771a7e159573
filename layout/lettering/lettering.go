// Package lettering sets the words of drawings in the faces of a book, as outlines: so
// letters join, and lines run as their language does.
package lettering

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"warraq/fonts"
	"warraq/layout/drawing"
	"warraq/layout/paragraph"
)

// Set sets the labels of a drawing in some faces, in a language, and puts their outlines
// in their places; words are those that were shaped in the faces before. What no face has
// is told as [drawing.Drawing.Omitted] tells it.
func Set(d *drawing.Drawing, faces *fonts.Set, words *paragraph.Words, lang string) {
	if len(d.Labels) == 0 {
		return
	}
	s := setter{faces: faces, words: words, comps: make(map[*fonts.Set]*paragraph.Compositor), designs: make(map[fonts.Wish]*fonts.Set), lang: lang, missing: make(map[rune]int)}
	labels := make([][]byte, len(d.Labels))
	for i := range d.Labels {
		labels[i] = s.label(&d.Labels[i])
	}
	d.Operators = placed(d.Operators, labels)
	for i := range d.Forms {
		d.Forms[i].Operators = placed(d.Forms[i].Operators, labels)
	}
	d.Labels = nil
	if s.lower > 0 {
		d.Omitted = append(d.Omitted, drawing.Omission{Line: s.lower, What: "small capitals, which the font has not"})
	}
	if len(s.missing) > 0 {
		line := 0
		for _, at := range s.missing {
			line = max(line, at)
		}
		d.Omitted = append(d.Omitted, drawing.Omission{Line: line, What: "letters that no font has (" + s.absent() + ")"})
	}
}

// placed is operators with labels in their places.
func placed(operators []byte, labels [][]byte) []byte {
	if !bytes.Contains(operators, []byte("/T")) {
		return operators
	}
	var out []byte
	for line := range bytes.Lines(operators) {
		if digits, found := bytes.CutPrefix(line, []byte("/T")); found {
			number, _, _ := bytes.Cut(digits, []byte(" "))
			if n, err := strconv.Atoi(string(number)); err == nil && n < len(labels) {
				out = append(out, labels[n]...)
				continue
			}
		}
		out = append(out, line...)
	}
	return out
}

// setter sets labels.
type setter struct {
	faces   *fonts.Set
	words   *paragraph.Words
	comps   map[*fonts.Set]*paragraph.Compositor
	designs map[fonts.Wish]*fonts.Set
	lang    string
	missing map[rune]int // line of the file
	lower   int          // the line of the first words that are to be in small capitals, which their face has not
}

// absent names what no face has.
func (s *setter) absent() string {
	const most = 10
	var all []rune
	for r := range s.missing {
		all = append(all, r)
	}
	slices.Sort(all)
	text := ""
	for _, r := range all[:min(len(all), most)] {
		text += fmt.Sprintf(" U+%04X", r)
	}
	return text[1:]
}

// label is the outlines of a label, from where its place is, y downwards.
func (s *setter) label(l *drawing.Label) []byte {
	s.smallCaps(l)
	line, rtl := line{Label: l}, fromRight(l)
	for i := range l.Runs {
		line.faces = append(line.faces, s.facesOf(&l.Runs[i]))
	}
	for from, to := 0, 0; from < len(l.Runs); from = to {
		for to++; to < len(l.Runs) && !l.Runs[to].Apart && line.faces[to] == line.faces[from]; {
			to++
		}
		part := *l
		part.Runs = l.Runs[from:to]
		line.add(s.clusters(&part, line.faces[from], rtl), from, rtl)
	}
	return line.write()
}

// facesOf are the faces of a run, in the designs that it asks for.
func (s *setter) facesOf(r *drawing.Run) *fonts.Set {
	if !s.faces.Varies() {
		return s.faces
	}
	size := math.Floor(r.Font.Size + 0.5 + 1e-6) // machines reckon the last bits in their own ways
	w := fonts.Wish{Weight: r.Font.Weight, Stretch: r.Font.Stretch, Leans: r.Font.Leans, Size: size, Axes: r.Font.Axes}
	if s.designs[w] == nil {
		s.designs[w] = s.faces.At(w)
	}
	return s.designs[w]
}

// compositor sets lines in some faces.
func (s *setter) compositor(faces *fonts.Set) *paragraph.Compositor {
	if s.comps[faces] == nil {
		s.comps[faces] = paragraph.NewCompositor(faces, s.words)
	}
	return s.comps[faces]
}

// clusters are those of runs that are set as one, from left to right.
func (s *setter) clusters(l *drawing.Label, faces *fonts.Set, rtl bool) []cluster {
	spans, text := spansOf(l)
	comp := s.compositor(faces)
	form := paragraph.Form{Align: paragraph.Start, LTR: !rtl, Lang: s.lang, NoHyphens: true}
	width, _ := comp.Width(spans, form)
	form.Measure = width*1.01 + 1 // so that all of it stands on one line
	set := comp.Set(spans, form)
	for _, m := range set.Missing {
		if m.Boxed() || unicode.IsPrint(m.Rune) {
			s.missing[m.Rune] = l.Line
		}
	}
	var pieces []paragraph.Piece
	if len(set.Lines) > 0 {
		pieces = set.Lines[0].Pieces
	}
	var all []cluster
	if strings.HasPrefix(text, " ") { // blanks at its ends, which no line of text has
		all = append(all, cluster{wide: blank(faces, spans[0].Style), first: ' '})
	}
	all = inLine(all, clustersOf(l, faces, text, pieces), rtl)
	if last := len(spans) - 1; len(pieces) > 0 && strings.HasSuffix(text, " ") {
		all = inLine(all, []cluster{{run: len(l.Runs) - 1, wide: blank(faces, spans[last].Style), first: ' '}}, rtl)
	}
	return all
}

// smallCaps notes words in small capitals that their face has not: they are as written.
func (s *setter) smallCaps(l *drawing.Label) {
	for i := range l.Runs {
		if r := &l.Runs[i]; r.SmallCaps && s.lower == 0 {
			if face, _ := s.faces.Cover(styleOf(r), 'a'); !face.HasSmallCaps() {
				s.lower = l.Line
			}
		}
	}
}

// styleOf is that of a run's letters.
func styleOf(r *drawing.Run) fonts.Style {
	return fonts.Style{Bold: r.Bold, Italic: r.Italic, Mono: r.Mono}
}

// spansOf are the runs of a label that are set as one, since they have the letters of one
// face and size, though they may be inked in many ways: words join over them. Text is that
// of all of them.
func spansOf(l *drawing.Label) (spans []paragraph.Span, text string) {
	var last *drawing.Run
	for i := range l.Runs {
		r := &l.Runs[i]
		run := clean(r.Text)
		text += run
		if last != nil && styleOf(last) == styleOf(r) && last.Size == r.Size && last.SmallCaps == r.SmallCaps {
			spans[len(spans)-1].Text += run
			continue
		}
		last = r
		style := &paragraph.Style{Font: styleOf(r), Size: r.Size, Still: true}
		if r.SmallCaps {
			style.Caps = paragraph.SmallCaps
		}
		spans = append(spans, paragraph.Span{Text: run, Style: style})
	}
	return spans, text
}

// clean is text without what breaks lines.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cc, r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
}

// fromRight tells a label that runs from the right: it says so, or its first letter is
// of a script that does (UAX #9, P2).
func fromRight(l *drawing.Label) bool {
	if l.Dir != 0 {
		return l.Dir < 0
	}
	for _, r := range l.Runs {
		for _, c := range r.Text {
			switch {
			case unicode.In(c, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) && unicode.IsLetter(c):
				return true
			case unicode.IsLetter(c):
				return false
			}
		}
	}
	return false
}
