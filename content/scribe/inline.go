package scribe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
)

// place is what a run stands in.
type place uint8

const (
	inParagraph place = iota
	belowTable        // in a paragraph below a table without a caption
	inCell
	inHeading
)

// inlines writes a run that is settled.
func (w *writer) inlines(text []content.Inline, at place) string {
	var b strings.Builder
	e := &escaper{b: &b, start: at <= belowTable, below: at == belowTable, cell: at == inCell}
	w.run(e, text, at)
	return b.String()
}

func (w *writer) run(e *escaper, text []content.Inline, at place) {
	for i, in := range text {
		switch in := in.(type) {
		case *content.Text:
			e.text(in.Value, i+1 == len(text))
		case *content.Strong:
			e.raw("**")
			w.run(e, in.Inlines, at)
			e.raw("**")
		case *content.Emphasis:
			e.raw("*")
			w.run(e, in.Inlines, at)
			e.raw("*")
		case *content.Code:
			e.code(in.Value)
		case *content.Link:
			e.raw("[")
			w.run(e, in.Inlines, at)
			e.raw("](" + address(in.URL) + titled(in.Title) + ")")
		case *content.Image:
			e.raw("![")
			e.text(in.Alt, true)
			e.raw("](" + address(percented(in.Src)) + titled(in.Title) + ")")
		case *content.NoteRef:
			e.raw(w.call(in.Note))
		case *content.Span:
			w.span(e, text, i, at)
		case *content.Reference:
			e.raw(in.Source())
		case *content.LineBreak:
			w.lineEnd(e, at)
		}
	}
}

// lineEnd writes a break that the author asked for.
func (w *writer) lineEnd(e *escaper, at place) {
	if at <= belowTable {
		if e.edge == '\\' { // goldmark reads no break behind \\
			e.raw("  \n")
		} else {
			e.raw("\\\n")
		}
		e.start, e.edge = true, 0
		return
	}
	e.raw("<br>")
}

// span writes a span between short marks where they are enough.
func (w *writer) span(e *escaper, text []content.Inline, i int, at place) {
	s := text[i].(*content.Span)
	if mark := shortMark(s, e.edge, followed(text, i)); mark != "" {
		e.raw(mark)
		w.run(e, s.Inlines, at)
		e.raw(mark)
		return
	}
	e.raw("[")
	w.run(e, s.Inlines, at)
	e.raw("]" + Attributes(&s.Attr))
}

// followed is the character behind an inline, 0 where nothing or no text is.
func followed(text []content.Inline, i int) rune {
	if i+1 == len(text) {
		return 0
	}
	if t, ok := text[i+1].(*content.Text); ok {
		r, _ := utf8.DecodeRuneInString(t.Value)
		return r
	}
	return '*'
}

// shortMarks are the marks of classes, as content/markdown has them.
var shortMarks = map[string]string{"strike": "~~", "mark": "==", "sup": "^", "sub": "~"}

// shortMark is the mark of a span that is one word or some plain words, "" for one
// that needs brackets.
func shortMark(s *content.Span, before, after rune) string {
	if len(s.Classes) != 1 || s.Anchor+s.Lang != "" || s.Dir != 0 || s.Keys != nil || len(s.Inlines) != 1 {
		return ""
	}
	mark := shortMarks[s.Classes[0]]
	t, ok := s.Inlines[0].(*content.Text)
	if mark == "" || !ok || !edgesAreLetters(t.Value) || strings.ContainsAny(t.Value, "\\~^=<[]`") {
		return ""
	}
	if (mark == "^" || mark == "~") && strings.ContainsFunc(t.Value, unicode.IsSpace) {
		return ""
	}
	if mark == "==" && (isASCII(before) || isASCII(after)) {
		return ""
	}
	if strings.ContainsRune("~^=[]*", before) || strings.ContainsRune("~^=[]*", after) {
		return ""
	}
	return mark
}

func isASCII(r rune) bool {
	return r > 0 && r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func edgesAreLetters(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	is := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	return is(first) && is(last)
}

// codeSpan writes code between more backticks than stand in it.
func codeSpan(s string, cell bool) string {
	most, n := 0, 0
	for _, r := range s {
		if n++; r != '`' {
			n = 0
		}
		most = max(most, n)
	}
	ticks := strings.Repeat("`", most+1)
	if cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.HasSuffix(s, `\`) || strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") && strings.Trim(s, " ") != "" {
		s = " " + s + " "
	}
	return ticks + s + ticks
}

func titled(title string) string {
	if title == "" {
		return ""
	}
	return " " + quotedTitle(title)
}

// percented writes the name of a file so that percent signs in it are no escapes.
func percented(name string) string { return strings.ReplaceAll(name, "%", "%25") }
