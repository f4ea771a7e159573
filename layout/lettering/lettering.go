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
	s := setter{comp: paragraph.NewCompositor(faces, words), lang: lang, missing: make(map[rune]int)}
	labels := make([][]byte, len(d.Labels))
	for i := range d.Labels {
		labels[i] = s.label(&d.Labels[i])
	}
	d.Operators = placed(d.Operators, labels)
	for i := range d.Forms {
		d.Forms[i].Operators = placed(d.Forms[i].Operators, labels)
	}
	d.Labels = nil
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
	comp    *paragraph.Compositor
	lang    string
	missing map[rune]int // line of the file
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
	spans := make([]paragraph.Span, len(l.Runs))
	for i := range l.Runs {
		r := &l.Runs[i]
		style := &paragraph.Style{Font: fonts.Style{Bold: r.Bold, Italic: r.Italic, Mono: r.Mono}, Size: r.Size, Still: true, Mark: int32(i)}
		spans[i] = paragraph.Span{Text: clean(r.Text), Style: style}
	}
	form := paragraph.Form{Align: paragraph.Start, LTR: !fromRight(l), Lang: s.lang, NoHyphens: true}
	width, _ := s.comp.Width(spans, form)
	form.Measure = width*1.01 + 1 // so that all of it stands on one line
	set := s.comp.Set(spans, form)
	for _, m := range set.Missing {
		if m.Boxed() || unicode.IsPrint(m.Rune) {
			s.missing[m.Rune] = l.Line
		}
	}
	if len(set.Lines) == 0 {
		return nil
	}
	return write(l, set.Lines[0].Pieces)
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

// ends are those of the pieces of a line.
func ends(pieces []paragraph.Piece) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for i := range pieces {
		left = min(left, float64(pieces[i].X))
		right = max(right, float64(pieces[i].X+pieces[i].Width))
	}
	return left, max(left, right)
}

// narrowest and widest are how much letters may be narrowed or stretched to the width that
// a drawing has for them; the letters it was drawn for are of another face.
const narrowest, widest = 0.55, 1.6

// write draws the pieces of a label, each run with its own ink.
func write(l *drawing.Label, pieces []paragraph.Piece) []byte {
	var out outline
	left, right := ends(pieces)
	width := right - left
	for _, r := range l.Runs {
		width += r.Spacing * float64(len([]rune(r.Text)))
	}
	squeeze := 1.0
	switch {
	case width <= 0:
		return nil
	case l.Width > 0:
		squeeze = min(max(l.Width/width, narrowest), widest)
	case l.Most > 0 && width > l.Most:
		squeeze = max(l.Most/width, narrowest)
	}
	origin := -l.Anchor*width*squeeze - left*squeeze
	dx, dy := make([]float64, len(l.Runs)), make([]float64, len(l.Runs))
	x, y := 0.0, 0.0
	for i, r := range l.Runs {
		x, y = x+r.DX, y+r.DY
		dx[i], dy[i] = x, y
	}
	if l.Anchor > 0 { // what is moved counts to the width
		origin -= l.Anchor * x
	}
	spaced := 0.0
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.Fill == nil && r.Stroke == nil {
			continue
		}
		out.path = out.path[:0]
		for k := range pieces {
			p := &pieces[k]
			if p.Word == nil || int(p.Style.Mark) != i {
				continue
			}
			out.word(p, origin+dx[i]+float64(p.X)*squeeze+spaced, dy[i]-r.Rise, squeeze, r.Spacing)
		}
		if r.Spacing != 0 {
			spaced += r.Spacing * float64(len([]rune(r.Text)))
		}
		out.ink(r)
	}
	return out.all
}

// outline is operators.
type outline struct{ path, all []byte }

// ink draws the path of a run.
func (o *outline) ink(r *drawing.Run) {
	if len(o.path) == 0 {
		return
	}
	o.all = append(o.all, "q\n"...)
	inks := [2]struct {
		ink []byte
		op  string
	}{{r.Fill, "f\n"}, {r.Stroke, "S\n"}}
	if r.StrokeFirst {
		inks[0], inks[1] = inks[1], inks[0]
	}
	for _, one := range inks {
		if one.ink != nil {
			o.all = append(append(append(o.all, one.ink...), o.path...), one.op...)
		}
	}
	o.all = append(o.all, "Q\n"...)
}

// word adds the glyphs of a word from a place on.
func (o *outline) word(p *paragraph.Piece, x, y, squeeze, spacing float64) {
	face := p.Word.Face
	unit := p.Style.Size / float64(face.UnitsPerEm)
	y -= p.Style.Rise
	pen := 0.0
	for i, g := range p.Word.Glyphs {
		if i > 0 && spacing != 0 && g.Cluster != p.Word.Glyphs[i-1].Cluster {
			x += spacing
		}
		at := func(q fonts.Point) (float64, float64) {
			return x + (pen+float64(g.DX)+float64(q.X))*unit*squeeze, y - (float64(g.DY)+float64(q.Y))*unit
		}
		for _, contour := range face.Contours(int(g.GID)) {
			o.contour(contour, at)
		}
		pen += float64(g.Advance)
	}
}

// contour adds a closed contour.
func (o *outline) contour(contour []fonts.Point, at func(fonts.Point) (float64, float64)) {
	drawn := false
	var x0, y0 float64
	fonts.Draw(contour, fonts.Pen{
		Begin: func(p fonts.Point) { x0, y0 = at(p); o.op("m", x0, y0); drawn = true },
		Line:  func(p fonts.Point) { x0, y0 = at(p); o.op("l", x0, y0) },
		Curve: func(by, to fonts.Point) {
			bx, by1 := at(by)
			x, y := at(to)
			o.op("c", x0+2*(bx-x0)/3, y0+2*(by1-y0)/3, x+2*(bx-x)/3, y+2*(by1-y)/3, x, y)
			x0, y0 = x, y
		},
	})
	if drawn {
		o.path = append(o.path, "h\n"...)
	}
}

// op adds an operator with its numbers.
func (o *outline) op(name string, values ...float64) {
	for _, v := range values {
		v = math.Round(v*1e4) / 1e4
		o.path = append(strconv.AppendFloat(o.path, v+0, 'f', -1, 64), ' ')
	}
	o.path = append(append(o.path, name...), '\n')
}
