package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/pattern"
	"warraq/content/scribe"
)

// Arrange decides what the paragraphs are and makes blocks of them, headings of
// level 1 among them. Lang is the language of the text around.
func Arrange(pieces []Piece, lang string, report *Report, opt Options) []content.Block {
	a := arranging{report: report, lang: lang, dir: locale.DirectionOf(lang)}
	pieces = a.captions(kept(pieces))
	a.tooLong(pieces)
	a.typedMarks(pieces)
	if opt.Guess {
		a.guess(pieces)
	} else {
		a.hint(pieces)
	}
	a.typed(pieces)
	return a.blocks(pieces)
}

// mostHeading is how many characters a heading has at most: more, and somebody gave a
// paragraph the style of one for its looks.
const mostHeading = 250

// tooLong takes from long paragraphs the style of headings.
func (a *arranging) tooLong(pieces []Piece) {
	for _, piece := range pieces {
		p, ok := piece.(*Paragraph)
		if !ok || p.Level == 0 {
			continue
		}
		if plain := p.Line.Plain(); utf8.RuneCountInString(plain) > mostHeading {
			p.Level = 0
			p.Line.Each(func(_ string, look *scribe.Look) { look.Bold = look.Bold && !p.Bold })
			a.report.Took("a paragraph with the style of a heading is too long for one, and is text", FirstWords(plain), "")
		}
	}
}

// stars are two pairs of stars around words, as programs that chat write bold.
var stars = pattern.Of(`\*\*[^*\s](?:[^*\n]{0,200}[^*\s])?\*\*`)

// typedMarks tells of marks of Markdown that stand in the text: they are text, and
// their author may have meant them.
func (a *arranging) typedMarks(pieces []Piece) {
	for _, piece := range pieces {
		if p, ok := piece.(*Paragraph); ok && p.Role != Code {
			if m := stars.FindString(p.Line.Plain()); m != "" {
				a.report.Took("words between two stars, as programs that chat write bold, stay as they are", FirstWords(m), `take the \ before the stars away where they should be bold`)
			}
		}
	}
}

// Within is Arrange for what lies in a note, a box or a frame: it has no headings.
func Within(pieces []Piece, report *Report) []content.Block {
	a := arranging{report: report}
	pieces = a.captions(kept(pieces))
	for _, piece := range pieces {
		if p, ok := piece.(*Paragraph); ok {
			p.Level = 0
		}
	}
	a.typed(pieces)
	return a.blocks(pieces)
}

// arranging is pieces on their way to blocks.
type arranging struct {
	report *Report
	lang   string
	dir    locale.Direction
	lists  int // whose numbers were typed, so far
}

// kept leaves out paragraphs in which nothing stands.
func kept(pieces []Piece) (out []Piece) {
	for _, piece := range pieces {
		if p, ok := piece.(*Paragraph); ok && p.Line.Empty() {
			continue
		}
		out = append(out, piece)
	}
	return out
}

// blocks makes blocks of pieces, several paragraphs one where they are one quotation,
// list, listing or text in another language.
func (a *arranging) blocks(pieces []Piece) (blocks []content.Block) {
	for len(pieces) > 0 {
		b, n := a.first(pieces)
		blocks, pieces = append(blocks, b), pieces[n:]
	}
	return blocks
}

// first is the block that pieces begin with, and of how many of them it is made.
func (a *arranging) first(pieces []Piece) (b content.Block, n int) {
	p, ok := pieces[0].(*Paragraph)
	if !ok {
		return pieces[0].(*Solid).Block, 1
	}
	if n := verseRun(pieces); n > 0 {
		a.report.Took("lines in two halves are a poem", FirstWords(p.Line.Plain()), "")
		return verse(pieces[:n]), n
	}
	switch {
	case p.Level > 0:
		return heading(p), 1
	case p.Item != nil:
		return a.list(pieces)
	case p.Role == Code:
		n = ofRole(pieces, Code)
		return listing(pieces[:n]), n
	case p.Role == Quote:
		n = ofRole(pieces, Quote)
		return &content.Quote{Blocks: a.paragraphs(pieces[:n])}, n
	case p.Role == Term:
		return definitions(pieces)
	case a.tongueOf(p) != "":
		return a.foreign(pieces, a.tongueOf(p))
	}
	return &content.Paragraph{Inlines: p.Line.Inlines()}, 1
}

// foreign is a division of the paragraphs at the head of pieces that are in another language
// than the text.
func (a *arranging) foreign(pieces []Piece, lang string) (*content.Div, int) {
	n := alike(pieces, func(p *Paragraph) bool { return p.isPlain(Body) && a.tongueOf(p) == lang })
	div := &content.Div{Blocks: a.paragraphs(pieces[:n])}
	div.Lang, div.Dir = lang, locale.DirectionOf(lang)
	return div, n
}

// isPlain tells a paragraph of a role that is no item and no heading.
func (p *Paragraph) isPlain(role Role) bool { return p.Role == role && p.Item == nil && p.Level == 0 }

// ofRole counts the paragraphs of a role at the head of pieces.
func ofRole(pieces []Piece, role Role) int {
	return alike(pieces, func(p *Paragraph) bool { return p.isPlain(role) })
}

// alike counts the paragraphs at the head of pieces that are as is says.
func alike(pieces []Piece, is func(*Paragraph) bool) (n int) {
	for n < len(pieces) {
		if p, ok := pieces[n].(*Paragraph); !ok || !is(p) {
			break
		}
		n++
	}
	return n
}

func (a *arranging) paragraphs(pieces []Piece) (blocks []content.Block) {
	for _, piece := range pieces {
		line := piece.(*Paragraph).Line
		blocks = append(blocks, &content.Paragraph{Inlines: a.without(&line).Inlines()})
	}
	return blocks
}

// without is a line without the language that the block around says.
func (a *arranging) without(l *scribe.Line) *scribe.Line {
	lang := a.tongueOf(&Paragraph{Line: *l})
	if lang != "" {
		l.Each(func(_ string, look *scribe.Look) {
			if look.Lang == lang {
				*look = look.In("")
			}
		})
	}
	return l
}

// tongueOf is the language of a paragraph that is wholly in one of the other
// direction, as its runs say; "" where they do not, or where a letter goes the other
// way.
func (a *arranging) tongueOf(p *Paragraph) (lang string) {
	if a.lang == "" {
		return ""
	}
	letters, whole := false, true
	p.Line.Each(func(text string, look *scribe.Look) {
		for _, r := range text {
			if !unicode.IsLetter(r) {
				continue
			}
			rtl := unicode.In(r, unicode.Arabic, unicode.Hebrew)
			if rtl == (a.dir == locale.RTL) || look.Lang == "" || lang != "" && look.Lang != lang {
				whole = false
				return
			}
			letters, lang = true, look.Lang
		}
	})
	if !letters || !whole || locale.DirectionOf(lang) == a.dir {
		return ""
	}
	return lang
}

// heading makes a heading, whose anchor is the first mark of a place in it. Bold
// letters in it say nothing, nor italics where all letters are.
func heading(p *Paragraph) *content.Heading {
	h := &content.Heading{Level: p.Level}
	h.Classes = p.Classes
	upright := false
	p.Line.Each(func(text string, look *scribe.Look) {
		look.Bold = false
		upright = upright || !look.Italic && strings.ContainsFunc(text, unicode.IsLetter)
	})
	p.Line.Each(func(_ string, look *scribe.Look) { look.Italic = look.Italic && upright })
	for _, in := range p.Line.Inlines() {
		if mark, ok := in.(*content.Span); ok && len(mark.Inlines) == 0 && h.Anchor == "" {
			h.Anchor = mark.Anchor
			continue
		}
		h.Inlines = append(h.Inlines, in)
	}
	return h
}

// definitions gathers terms, each with what it means. A term without any is text.
func definitions(pieces []Piece) (b content.Block, n int) {
	d := &content.Definitions{}
	for n < len(pieces) {
		terms := alike(pieces[n:], func(p *Paragraph) bool { return p.Role == Term })
		meanings := alike(pieces[n+terms:], func(p *Paragraph) bool { return p.Role == Meaning && p.Item == nil && p.Level == 0 })
		if terms != 1 || meanings == 0 {
			break
		}
		e := &content.Definition{Term: pieces[n].(*Paragraph).Line.Inlines()}
		for _, piece := range pieces[n+1 : n+1+meanings] {
			e.Bodies = append(e.Bodies, []content.Block{&content.Paragraph{Inlines: piece.(*Paragraph).Line.Inlines()}})
		}
		d.Entries = append(d.Entries, e)
		n += 1 + meanings
	}
	if n == 0 {
		return &content.Paragraph{Inlines: pieces[0].(*Paragraph).Line.Inlines()}, 1
	}
	return d, n
}

// listing puts lines of code together.
func listing(pieces []Piece) *content.CodeBlock {
	var b strings.Builder
	for _, piece := range pieces {
		for _, line := range piece.(*Paragraph).Line.Lines() {
			b.WriteString(line.Plain() + "\n")
		}
	}
	return &content.CodeBlock{Text: b.String()}
}
