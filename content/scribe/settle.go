package scribe

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// isSpace tells white space and a line's end.
func (a *atom) isSpace() bool {
	switch a.in.(type) {
	case nil:
		r, _ := utf8.DecodeRuneInString(a.text)
		return unicode.IsSpace(r)
	case *content.LineBreak:
		return true
	}
	return false
}

func (a *atom) breaks() bool {
	_, ok := a.in.(*content.LineBreak)
	return ok
}

// isMark tells a span that only marks a place.
func (a *atom) isMark() bool {
	_, ok := a.in.(*content.Span)
	return ok
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

func onlyMarks(atoms []atom) bool {
	for i := range atoms {
		if !atoms[i].isMark() {
			return false
		}
	}
	return true
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

// yields tells what has no look of its own.
func (a *atom) yields() bool {
	switch a.in.(type) {
	case *content.NoteRef, *content.LineBreak, *content.Span:
		return true
	}
	return a.isSpace()
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

// lastOf is the character at the end of what stands before.
func lastOf(atoms []atom) rune {
	if len(atoms) == 0 {
		return '\n'
	}
	return atoms[len(atoms)-1].last()
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

// bare parts an atom from its first character, which loses its emphasis; what is no
// plain text, or a space, loses it whole. Either part may be the zero atom.
func (a *atom) bare() (edge, rest atom) {
	_, size := utf8.DecodeRuneInString(a.text)
	if a.whole() || size == len(a.text) {
		return a.plain(), atom{}
	}
	edge, rest = *a, *a
	edge.text, rest.text = a.text[:size], a.text[size:]
	return edge.plain(), rest
}

// bareEnd is bare for the last character.
func (a *atom) bareEnd() (edge, rest atom) {
	_, size := utf8.DecodeLastRuneInString(a.text)
	if a.whole() || size == len(a.text) {
		return a.plain(), atom{}
	}
	edge, rest = *a, *a
	edge.text, rest.text = a.text[len(a.text)-size:], a.text[:len(a.text)-size]
	return edge.plain(), rest
}

func (a *atom) whole() bool { return a.in != nil || a.wrapped() || a.isSpace() }

func (a *atom) plain() atom {
	b := *a
	b.look.Bold, b.look.Italic = false, false
	return b
}

// first and last are the characters that are written at the edges of an atom.
func (a *atom) first() rune {
	if a.wrapped() {
		return a.wrapping('[')
	}
	switch a.in.(type) {
	case nil:
		r, _ := utf8.DecodeRuneInString(a.text)
		if r < utf8.RuneSelf && strings.IndexByte(always, byte(r)) >= 0 {
			return '\\'
		}
		return r
	case *content.LineBreak:
		return '\n'
	case *content.NoteRef, *content.Span:
		return '['
	case *content.Reference:
		return '{'
	}
	return '`' // or another sign that is no bracket
}

func (a *atom) last() rune {
	if a.wrapped() {
		return a.wrapping(')')
	}
	switch a.in.(type) {
	case nil:
		r, _ := utf8.DecodeLastRuneInString(a.text)
		return r
	case *content.LineBreak:
		return '\n'
	case *content.NoteRef:
		return ']'
	case *content.Reference, *content.Span:
		return '}'
	case *content.Image:
		return ')'
	}
	return '`'
}

// wrapping is a bracket of a link; what is around a span may be another sign.
func (a *atom) wrapping(bracket rune) rune {
	if a.look.Link != "" {
		return bracket
	}
	return '~'
}

// wrapped tells text in a link or a span.
func (a *atom) wrapped() bool {
	return a.look.Link != "" || a.look.Classes != "" || a.look.Lang != "" || a.look.Dir != locale.Auto || a.look.Other != nil
}

// tree nests what is settled: emphasis outside, then links, then spans.
func (s *settling) tree() []content.Inline {
	return nest(s.atoms, func(a, b *atom) bool { return a.look.emphasis() == b.look.emphasis() }, func(atoms []atom) []content.Inline {
		inner := linked(atoms)
		if atoms[0].look.Bold {
			inner = []content.Inline{&content.Strong{Inlines: inner}}
		}
		if atoms[0].look.Italic {
			inner = []content.Inline{&content.Emphasis{Inlines: inner}}
		}
		return inner
	})
}

// nest parts atoms where they are not alike and wraps each part.
func nest(atoms []atom, alike func(a, b *atom) bool, wrap func([]atom) []content.Inline) (out []content.Inline) {
	for from := 0; from < len(atoms); {
		to := from + 1
		for to < len(atoms) && alike(&atoms[to-1], &atoms[to]) {
			to++
		}
		out = append(out, wrap(atoms[from:to])...)
		from = to
	}
	return out
}

func linked(atoms []atom) []content.Inline {
	return nest(atoms, func(a, b *atom) bool { return a.look.Link == b.look.Link && a.look.Title == b.look.Title }, func(atoms []atom) []content.Inline {
		inner := spanned(atoms)
		if look := &atoms[0].look; look.Link != "" {
			return []content.Inline{&content.Link{URL: look.Link, Title: look.Title, Inlines: inner}}
		}
		return inner
	})
}

func spanned(atoms []atom) []content.Inline {
	return nest(atoms, func(a, b *atom) bool { return a.look == b.look }, func(atoms []atom) []content.Inline {
		inner := leaves(atoms)
		look := &atoms[0].look
		attr := content.Attr{Classes: strings.Fields(look.Classes), Lang: look.Lang, Dir: look.Dir}
		if other := look.Other; other != nil {
			attr.Anchor, attr.Keys = other.Anchor, other.Keys
			attr.Classes = append(attr.Classes, other.Classes...)
		}
		if Attributes(&attr) == "" {
			return inner
		}
		return []content.Inline{&content.Span{Attr: attr, Inlines: inner}}
	})
}

// leaves puts the texts of neighbours together, and their code.
func leaves(atoms []atom) (out []content.Inline) {
	for i := 0; i < len(atoms); {
		var b strings.Builder
		n := i
		if _, code := atoms[i].in.(*content.Code); code {
			for ; n < len(atoms); n++ {
				c, ok := atoms[n].in.(*content.Code)
				if !ok {
					break
				}
				b.WriteString(c.Value)
			}
			out = append(out, &content.Code{Value: b.String()})
		} else if atoms[i].in == nil {
			for ; n < len(atoms) && atoms[n].in == nil; n++ {
				b.WriteString(atoms[n].text)
			}
			out = append(out, &content.Text{Value: b.String()})
		} else {
			out = append(out, atoms[i].in)
			n++
		}
		i = n
	}
	return out
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
