// Package plain reads plain text into chapters. It has no marks but the ones
// below, and fields such as {date} (see [content.Fields]).
//
// A line that opens with a mark (✨, unless the author chose another) is the
// title of a chapter; what stands before the first is the introduction. A line
// of nothing but marks or stars is a break in the text.
//
// A paragraph is a line. Only where the file was wrapped by an editor are the
// lines between two blank ones put together; a file counts as wrapped when all
// of this is so: it has blank lines between its paragraphs, no line is longer
// than 100 characters, and most of the lines that are followed directly by
// another do not end a sentence.
package plain

import (
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/roles"
)

// Options say how a file is divided. The zero value is the good default.
type Options struct {
	Line         int      // the line of the file on which the text begins; 0 means 1
	Marks        []string // what opens the title of a chapter; nil: ✨
	Introduction string   // title of the text before the first chapter; empty: مقدمة
	Fields       content.Fields
	KeepFields   bool // fields stay as they are written
}

// DefaultMark opens the title of a chapter unless the author chose another.
const DefaultMark = "✨"

// Read divides text, which must be UTF-8 with lines that end in "\n" (see
// [content.Source]), into chapters. File names it in positions. There are as
// many chapters as titles, and one more in front when text precedes the first;
// none for a text that is blank. A field that cannot be read is a problem and
// stays as it is.
func Read(file, text string, opt Options) ([]*content.Chapter, []content.Problem) {
	if len(opt.Marks) == 0 {
		opt.Marks = []string{DefaultMark}
	}
	if opt.Introduction == "" {
		opt.Introduction = locale.WordsFor("ar").Introduction
	}
	r := reader{file: file, opt: opt}
	r.lines = splitLines(text, max(1, opt.Line), opt.Marks)
	r.wrapped = wrapped(r.lines)
	if !opt.KeepFields && strings.IndexByte(text, '{') >= 0 {
		r.writeFields()
	}
	return r.chapters(), r.problems
}

type reader struct {
	file    string
	opt     Options
	lines   []line
	wrapped bool

	problems []content.Problem
}

func (r *reader) writeFields() {
	for i := range r.lines {
		l := &r.lines[i]
		l.text = r.opt.Fields.ReplaceFields(l.text, func(p *content.Problem) {
			p.Pos = r.pos(l)
			r.problems = append(r.problems, *p)
		})
	}
}

func (r *reader) pos(l *line) content.Pos {
	return content.Pos{File: r.file, Line: l.number}
}

func (r *reader) chapters() []*content.Chapter {
	var chapters []*content.Chapter
	var open *content.Chapter
	for i := 0; i < len(r.lines); i++ {
		l := &r.lines[i]
		if l.kind == blank {
			continue
		}
		if l.kind == title || open == nil {
			open = r.chapter(l)
			chapters = append(chapters, open)
		}
		switch l.kind {
		case pause:
			open.Blocks = append(open.Blocks, &content.Break{Place: content.Place{Pos: r.pos(l)}})
		case prose:
			last := r.lastOfParagraph(i)
			open.Blocks = append(open.Blocks, r.paragraph(r.lines[i:last+1]))
			i = last
		}
	}
	return chapters
}

// chapter opens the chapter that a title line names, or the introduction when
// the line is none.
func (r *reader) chapter(l *line) *content.Chapter {
	c := &content.Chapter{Place: content.Place{Pos: r.pos(l)}}
	name := l.text
	if l.kind != title {
		c.Role = roles.Introduction
		name = r.opt.Introduction
	}
	c.Title = []content.Inline{&content.Text{Pos: c.Pos, Value: name}}
	return c
}

// lastOfParagraph is the index of the last line of the paragraph that line i
// opens.
func (r *reader) lastOfParagraph(i int) int {
	for r.wrapped && i+1 < len(r.lines) && r.lines[i+1].kind == prose {
		i++
	}
	return i
}

// paragraph makes a text of each line, so that each keeps its position.
func (r *reader) paragraph(lines []line) *content.Paragraph {
	p := &content.Paragraph{Place: content.Place{Pos: r.pos(&lines[0])}}
	p.Inlines = make([]content.Inline, len(lines))
	for i := range lines {
		value := lines[i].text
		if i < len(lines)-1 {
			value += " "
		}
		p.Inlines[i] = &content.Text{Pos: r.pos(&lines[i]), Value: value}
	}
	return p
}

// wrapped tells whether an editor broke the lines; the package comment has the
// rule.
func wrapped(lines []line) bool {
	runs, ends, blanks := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.kind == blank && i > 0 && i < len(lines)-1 {
			blanks++
		}
		if l.kind != prose {
			continue
		}
		if len(l.text) > 100 && utf8.RuneCountInString(l.text) > 100 {
			return false
		}
		if i+1 < len(lines) && lines[i+1].kind == prose {
			runs++
			if endsSentence(l.text) {
				ends++
			}
		}
	}
	return blanks > 0 && runs > 0 && ends*2 < runs
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "»”\")]} ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?؟…:؛۔", r)
}
