package scribe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
)

// Look is how a stretch of text is set apart from what is around it. Looks are
// compared with ==.
type Look struct {
	Bold, Italic bool
	Link, Title  string           // where it leads, and the title of that
	Classes      string           // of a span, parted by spaces: "sup", "strike mark"
	Lang         string           // BCP 47; "": that around
	Dir          locale.Direction // that of Lang, or another
	Other        *content.Attr    // what else a span says
}

// emphasis is a look without all but bold and italic.
type emphasis struct{ bold, italic bool }

func (l Look) emphasis() emphasis { return emphasis{l.Bold, l.Italic} }

// With is a look in a class of spans too.
func (l Look) With(class string) Look {
	if !strings.Contains(" "+l.Classes+" ", " "+class+" ") {
		l.Classes = strings.TrimSpace(l.Classes + " " + class)
	}
	return l
}

// In is a look of a language.
func (l Look) In(lang string) Look {
	l.Lang, l.Dir = lang, locale.Auto
	if lang != "" {
		l.Dir = locale.DirectionOf(lang)
	}
	return l
}

// Line is text as other programs hold it: one stretch behind another, each with its
// look. [Line.Inlines] makes of it what Markdown can say.
type Line struct{ atoms []atom }

// atom is a stretch of text, or an inline with none in it.
type atom struct {
	text string
	in   content.Inline // nil for text
	look Look
}

// Text adds text. A line's end in it is a space.
func (l *Line) Text(s string, look Look) {
	if s = printable(s); s != "" {
		l.atoms = append(l.atoms, atom{text: s, look: look})
	}
}

// Put adds code, a call of a note, a picture, a reference, a line's end, or a span
// that only marks a place.
func (l *Line) Put(in content.Inline, look Look) {
	if code, ok := in.(*content.Code); ok {
		if code.Value = printable(code.Value); code.Value == "" {
			return
		}
	}
	l.atoms = append(l.atoms, atom{in: in, look: look})
}

// Add adds what another line holds.
func (l *Line) Add(more *Line) {
	for _, a := range more.atoms {
		if a.in == nil {
			l.Text(a.text, a.look)
		} else {
			l.Put(a.in, a.look)
		}
	}
}

// Break ends the line of verse or of an address, unless nothing stands in it.
func (l *Line) Break() { l.Put(&content.LineBreak{}, Look{}) }

// Plain is the text of a line alone; what ends a line is a space.
func (l *Line) Plain() string {
	var b strings.Builder
	for _, a := range l.atoms {
		switch in := a.in.(type) {
		case nil:
			b.WriteString(a.text)
		case *content.Code:
			b.WriteString(in.Value)
		case *content.LineBreak:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// Empty tells a line in which nothing stands but spaces and marks of places.
func (l *Line) Empty() bool {
	for _, a := range l.atoms {
		if a.in == nil && strings.TrimFunc(a.text, unicode.IsSpace) != "" {
			return false
		}
		switch a.in.(type) {
		case nil, *content.LineBreak, *content.Span:
		default:
			return false
		}
	}
	return true
}

// Each gives the stretches of text with their looks.
func (l *Line) Each(visit func(text string, look *Look)) {
	for i := range l.atoms {
		if l.atoms[i].in == nil {
			visit(l.atoms[i].text, &l.atoms[i].look)
		}
	}
}

// Lines parts a line at its ends of lines.
func (l *Line) Lines() (lines []*Line) {
	lines = append(lines, new(Line))
	for _, a := range l.atoms {
		if _, ends := a.in.(*content.LineBreak); ends {
			lines = append(lines, new(Line))
			continue
		}
		last := lines[len(lines)-1]
		last.atoms = append(last.atoms, a)
	}
	return lines
}

// Cut takes n bytes off the start of the text of a line.
func (l *Line) Cut(n int) {
	for i := 0; i < len(l.atoms) && n > 0; {
		a := &l.atoms[i]
		if a.in != nil {
			i++
			continue
		}
		take := min(n, len(a.text))
		a.text, n = a.text[take:], n-take
		if a.text != "" {
			return
		}
		l.atoms = append(l.atoms[:i], l.atoms[i+1:]...)
	}
}

// printable makes a space of what ends a line and takes away what no XML may hold.
func printable(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return unprintable(r) || r == utf8.RuneError }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			return ' '
		case unprintable(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func unprintable(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == 0xfffe || r == 0xffff
}

// isPunct tells what is beside a mark of emphasis as CommonMark has it (§6.2).
func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// OnlyText tells a line in which nothing stands but text and marks of places.
func (l *Line) OnlyText() bool {
	for _, a := range l.atoms {
		switch a.in.(type) {
		case nil, *content.LineBreak, *content.Span:
		default:
			return false
		}
	}
	return true
}

// Nothing tells a line that holds nothing at all.
func (l *Line) Nothing() bool { return len(l.atoms) == 0 }

// Split is the line up to a byte of its plain text, and from another on.
func (l *Line) Split(at, from int) (before, behind *Line) {
	before, behind = new(Line), new(Line)
	n := 0
	for _, a := range l.atoms {
		if a.in != nil {
			if n < at {
				before.atoms = append(before.atoms, a)
			} else {
				behind.atoms = append(behind.atoms, a)
			}
			switch in := a.in.(type) {
			case *content.Code:
				n += len(in.Value)
			case *content.LineBreak:
				n++
			}
			continue
		}
		if n < at {
			head := a
			head.text = a.text[:min(len(a.text), at-n)]
			before.atoms = append(before.atoms, head)
		}
		if end := n + len(a.text); end > from {
			tail := a
			tail.text = a.text[max(0, from-n):]
			behind.atoms = append(behind.atoms, tail)
		}
		n += len(a.text)
	}
	return before, behind
}
