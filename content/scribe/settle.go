package scribe

import (
	"slices"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/locale"
)

// Inlines makes of a line what Markdown can say, and reads back the same.
func (l *Line) Inlines() []content.Inline {
	if text, plain := l.plainText(); plain {
		return text
	}
	var s settling
	for _, a := range l.atoms {
		s.add(a)
	}
	s.trim()
	s.bound()
	s.spaces()
	s.touching()
	s.flanks()
	return s.tree()
}

// plainText is the run of a line that is nothing but text in no special look.
func (l *Line) plainText() (text []content.Inline, plain bool) {
	size := 0
	for i := range l.atoms {
		a := &l.atoms[i]
		if a.in != nil || a.look != (Look{}) {
			return nil, false
		}
		size += len(a.text)
	}
	var b strings.Builder
	b.Grow(size)
	for i := range l.atoms {
		b.WriteString(l.atoms[i].text)
	}
	if s := strings.TrimFunc(b.String(), unicode.IsSpace); s != "" {
		text = []content.Inline{&content.Text{Value: s}}
	}
	return text, true
}

// settling is a line parted into runes of text, in words and spaces.
type settling struct{ atoms []atom }

// add parts text into what is space and what is none.
func (s *settling) add(a atom) {
	if a.in != nil {
		if _, ends := a.in.(*content.LineBreak); ends {
			a.look = Look{}
		}
		s.atoms = append(s.atoms, a)
		return
	}
	from := 0
	space := false
	for i, r := range a.text {
		if is := unicode.IsSpace(r); i == 0 {
			space = is
		} else if is != space {
			s.atoms = append(s.atoms, atom{text: a.text[from:i], look: a.look})
			from, space = i, is
		}
	}
	if from < len(a.text) {
		s.atoms = append(s.atoms, atom{text: a.text[from:], look: a.look})
	}
}

// trim takes away spaces at the ends of lines and of the text, and puts those behind
// the mark of a place before it. Two ends of a line are one.
func (s *settling) trim() {
	for i := 1; i < len(s.atoms); i++ {
		for j := i; j > 0 && s.atoms[j].isSpace() && s.atoms[j-1].isMark(); j-- {
			s.atoms[j], s.atoms[j-1] = s.atoms[j-1], s.atoms[j]
		}
	}
	kept := s.atoms[:0]
	for _, a := range s.atoms {
		last := len(kept) - 1
		switch {
		case a.breaks():
			for last >= 0 && kept[last].isSpace() && !kept[last].breaks() {
				kept, last = kept[:last], last-1
			}
			if last < 0 || kept[last].breaks() || onlyMarks(kept) {
				continue
			}
		case a.isSpace():
			if last < 0 || kept[last].breaks() || onlyMarks(kept) {
				continue
			}
		}
		kept = append(kept, a)
	}
	for n := len(kept); n > 0 && kept[n-1].isSpace(); n-- {
		kept = kept[:n-1]
	}
	s.atoms = kept
}

// meet is what two looks have in common.
func meet(a, b Look) Look {
	if a == b {
		return a
	}
	c := Look{Bold: a.Bold && b.Bold, Italic: a.Italic && b.Italic}
	if a.Link == b.Link && a.Title == b.Title {
		c.Link, c.Title = a.Link, a.Title
	}
	if a.Other == b.Other && a.Classes == b.Classes && a.Lang == b.Lang && a.Dir == b.Dir && c.Link == a.Link && c.Link == b.Link {
		c.Other, c.Classes, c.Lang, c.Dir = a.Other, a.Classes, a.Lang, a.Dir
	}
	return c
}

// mostLooks is how often the look changes in one paragraph at most: content/markdown
// bounds the marks of a paragraph.
const mostLooks = 1500

// bound takes all looks from a line in which they change more often than a text's.
func (s *settling) bound() {
	changes := 0
	for i := 1; i < len(s.atoms); i++ {
		if s.atoms[i].look != s.atoms[i-1].look {
			changes++
		}
	}
	if changes > mostLooks {
		for i := range s.atoms {
			s.atoms[i].look = Look{}
		}
	}
}

// spaces gives each space, and each call of a note, what the words on both sides have
// in common.
func (s *settling) spaces() {
	next := make([]Look, len(s.atoms)+1) // of the word behind
	for i := len(s.atoms) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if !s.atoms[i].yields() {
			next[i] = s.atoms[i].look
		}
	}
	var before Look
	for i := range s.atoms {
		a := &s.atoms[i]
		if !a.yields() {
			before = a.look
			continue
		}
		a.look = meet(before, next[i])
		if a.in != nil { // stands in no span and in no link
			a.look = Look{Bold: a.look.Bold, Italic: a.look.Italic}
			if !a.breaks() {
				before = Look{Bold: before.Bold, Italic: before.Italic}
			}
		}
	}
}

// touching takes italics from one of two neighbours that are set apart in two ways
// with no space between them: the marks of both would run into one.
func (s *settling) touching() {
	for i := 1; i < len(s.atoms); i++ {
		a, b := &s.atoms[i-1], &s.atoms[i]
		if a.look.emphasis() == b.look.emphasis() || a.look.emphasis() == (emphasis{}) || b.look.emphasis() == (emphasis{}) {
			continue
		}
		a.look.Italic, b.look.Italic = false, false
		for j := i - 2; j >= 0 && s.atoms[j].look.Italic; j-- {
			s.atoms[j].look.Italic = false
		}
		for j := i + 1; j < len(s.atoms) && s.atoms[j].look.Italic; j++ {
			s.atoms[j].look.Italic = false
		}
	}
}

// flanks takes from emphasis what its marks could not stand beside: a sign at its
// edge where a letter is outside (CommonMark §6.2), and spaces.
func (s *settling) flanks() {
	out := make([]atom, 0, len(s.atoms)+8)
	for i := range s.atoms {
		a := s.atoms[i]
		opens := a.look.emphasis() != (emphasis{}) && (len(out) == 0 || out[len(out)-1].look.emphasis() == (emphasis{}))
		if opens && !mayOpen(lastOf(out), a.first()) {
			var edge atom
			if edge, a = a.bare(); edge.in != nil || edge.text != "" {
				out = append(out, edge)
			}
			if a.in == nil && a.text == "" {
				continue
			}
		}
		out = append(out, a)
	}
	s.atoms = out
	slices.Reverse(s.atoms)
	out = make([]atom, 0, len(s.atoms)+8)
	for i := range s.atoms {
		a := s.atoms[i]
		closes := a.look.emphasis() != (emphasis{}) && (len(out) == 0 || out[len(out)-1].look.emphasis() == (emphasis{}))
		after := '\n'
		if len(out) > 0 {
			after = out[len(out)-1].first()
		}
		if closes && !mayClose(a.last(), after) {
			var edge atom
			if edge, a = a.bareEnd(); edge.in != nil || edge.text != "" {
				out = append(out, edge)
			}
			if a.in == nil && a.text == "" {
				continue
			}
		}
		out = append(out, a)
	}
	slices.Reverse(out)
	s.atoms = out
}

// mayOpen tells whether a mark of emphasis can open between what is before it and what
// is inside: as CommonMark has it, or as content/markdown has it besides, where an
// Arabic letter stands before what is quoted: و**«كتاب»**.
func mayOpen(before, inside rune) bool {
	return mayFlank(before, inside) || unicode.Is(unicode.Arabic, before) && (inside == '"' || inside == '\'' || unicode.In(inside, unicode.Ps, unicode.Pi))
}

// mayClose is mayOpen for the mark at the end.
func mayClose(inside, after rune) bool {
	return mayFlank(after, inside) || unicode.Is(unicode.Arabic, after) && (inside == '"' || inside == '\'' || unicode.In(inside, unicode.Pe, unicode.Pf))
}

func mayFlank(outside, inside rune) bool {
	return !unicode.IsSpace(inside) && (!isPunct(inside) || unicode.IsSpace(outside) || isPunct(outside))
}

// Flat is the line that inlines are of.
func Flat(text []content.Inline) *Line { return new(Settler).flat(text) }

func (s *Settler) flat(text []content.Inline) *Line {
	l := new(Line)
	s.flatten(l, text, Look{})
	return l
}

func (s *Settler) flatten(l *Line, text []content.Inline, look Look) {
	for _, in := range text {
		inner := look
		switch in := in.(type) {
		case *content.Text:
			l.Text(in.Value, look)
		case *content.Strong:
			inner.Bold = true
			s.flatten(l, in.Inlines, inner)
		case *content.Emphasis:
			inner.Italic = true
			s.flatten(l, in.Inlines, inner)
		case *content.Link:
			anchor, within := strings.CutPrefix(in.URL, "#")
			switch anchor = s.named(anchor); {
			case look.Link != "":
			case !within:
				inner.Link, inner.Title = printable(in.URL), printable(in.Title)
			case s.leads(anchor):
				inner.Link, inner.Title = "#"+anchor, printable(in.Title)
			}
			s.flatten(l, in.Inlines, inner)
		case *content.Span:
			if len(in.Inlines) > 0 {
				attr := in.Attr
				if s.Quiet[attr.Lang] {
					attr.Lang, attr.Dir = "", locale.Auto
				}
				s.flatten(l, in.Inlines, look.of(&attr))
			} else if in.Anchor == "" || s.anchor(in.Anchor) != "" {
				l.Put(in, Look{})
			}
		case *content.Reference:
			if in.Anchor = s.named(in.Anchor); s.leads(in.Anchor) {
				l.Put(in, look)
			} else {
				l.Text(in.Label, look)
			}
		case *content.Code:
			l.Put(&content.Code{Value: in.Value}, look)
		case *content.NoteRef, *content.Image, *content.LineBreak:
			l.Put(in, look)
		}
	}
}

// of is a look with what the attributes of a span add.
func (l Look) of(attr *content.Attr) Look {
	for _, c := range attr.Classes {
		l = l.With(c)
	}
	if attr.Lang != "" {
		l = l.In(attr.Lang)
	}
	if attr.Dir != locale.Auto {
		l.Dir = attr.Dir
	}
	if attr.Anchor != "" || attr.Keys != nil {
		l.Other = &content.Attr{Anchor: attr.Anchor, Keys: attr.Keys}
	}
	return l
}
