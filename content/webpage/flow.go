package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/locale"
	"warraq/content/scribe"
)

// flow is text that runs on: of a page, an item, a cell, a note.
type flow struct {
	b    *Book
	page *page
	top  bool // of the pages themselves
	note *note

	pieces  []intake.Piece
	open    *intake.Paragraph
	letters intake.Letters
	spaced  bool     // the line ends in a space, or nothing stands in it
	ended   bool     // the last was the end of a line
	marks   []string // places that the next paragraph is
	held    []string // places in the open one
}

// blocks are the elements that end a paragraph.
var blocks = atoms(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog,
	atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
	atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P,
	atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp, atom.Search)

var headings = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		set[a] = true
	}
	return set
}

// mostNested bounds how deep lists, quotations and tables lie in each other; what lies
// deeper runs on.
const mostNested = 12

func (f *flow) children(n *html.Node, st state) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.node(c, st)
	}
}

// node reads a node into the flow.
func (f *flow) node(n *html.Node, st state) {
	if n.Type == html.TextNode {
		f.text(n.Data, st)
		return
	}
	if n.Type != html.ElementNode {
		return
	}
	if called := f.b.notes[n]; called != nil && called.read && (f.note == nil || f.note.holder != n) {
		f.b.passed(f)
		return
	}
	if called := f.b.calls[n]; called != nil {
		f.marked(n)
		f.call(called, st)
		return
	}
	in, d := f.b.within(n, st)
	if f.b.away(n, &d, f.page) || f.isBack(n) {
		return
	}
	f.marked(n)
	if own := f.own(n, in); own {
		return
	}
	f.element(n, in, &d)
}

// element reads an element by what it means.
func (f *flow) element(n *html.Node, in state, d *dressed) {
	switch a := n.DataAtom; {
	case headings[a] > 0:
		f.heading(n, in)
	case a == atom.Br:
		f.lineEnd(in)
	case a == atom.Wbr:
	case a == atom.Hr:
		f.add(&content.Break{})
	case a == atom.Img, a == atom.Image:
		f.picture(n, in)
	case a == atom.Svg:
		f.drawing(n, in)
	case a == atom.Math:
		f.formula(n, in)
	case a == atom.A:
		f.link(n, in)
	case a == atom.Q:
		f.quoted(n, in)
	case a == atom.Ruby:
		f.children(n, in)
	case a == atom.Rt, a == atom.Rp, a == atom.Rtc:
		if a == atom.Rt {
			f.b.lost("readings beside characters (ruby)", n)
		}
	case a == atom.Input: // a box to tick is read with its item
	case in.depth < mostNested && (a == atom.Ul || a == atom.Ol || a == atom.Menu || a == atom.Dir):
		f.list(n, in, d)
	case in.depth < mostNested && a == atom.Dl:
		f.definitions(n, in)
	case in.depth < mostNested && a == atom.Table:
		f.table(n, in)
	case in.depth < mostNested && a == atom.Blockquote:
		f.quotation(n, in)
	case in.depth < mostNested && a == atom.Figure:
		f.figure(n, in)
	case a == atom.Pre, a == atom.Listing, a == atom.Xmp:
		f.preformatted(n, in)
	case d.list != "" && d.list != "ignore":
		f.wordItem(n, in, d.list)
	case blocks[a]:
		f.flush()
		if a == atom.Summary || a == atom.Legend || a == atom.Dt {
			in.look.Bold = true
		}
		in.caption = in.caption || a == atom.Caption || a == atom.Figcaption || a == atom.P && hasClass(n, "MsoCaption")
		f.children(n, in)
		f.flush()
	default:
		f.children(n, in)
	}
}

// begin opens a paragraph where none is.
func (f *flow) begin(st state) {
	if f.open != nil {
		return
	}
	f.open = &intake.Paragraph{Level: st.level, Centred: st.centred}
	switch {
	case st.caption:
		f.open.Role = intake.Caption
	case st.quote:
		f.open.Role = intake.Quote
	}
	f.letters, f.spaced, f.ended = intake.Letters{}, true, false
	for _, id := range f.marks {
		f.open.Line.Put(&content.Span{Attr: content.Attr{Anchor: id}}, scribe.Look{})
	}
	f.held, f.marks = f.marks, nil
}

func (f *flow) line() *scribe.Line { return &f.open.Line }

// flush ends the paragraph.
func (f *flow) flush() {
	if f.open == nil {
		return
	}
	p := f.open
	f.open = nil
	if p.Line.Empty() {
		f.marks = append(f.held, f.marks...)
		return
	}
	p.Bold, p.Size = f.letters.Bold(), f.letters.Size()
	f.pieces = append(f.pieces, p)
}

// add adds a block that is whole.
func (f *flow) add(b content.Block) {
	f.flush()
	if len(f.marks) > 0 {
		place := b.At()
		if place.Anchor == "" && len(f.marks) == 1 {
			place.Anchor = f.marks[0]
			f.marks = nil
		}
	}
	f.pieces = append(f.pieces, &intake.Solid{Block: b})
}

// text adds text; white space is one space, but where a page keeps its lines.
func (f *flow) text(s string, st state) {
	if st.pre {
		f.kept(s, st)
		return
	}
	look := f.spokenIn(s, st)
	var b strings.Builder
	for _, r := range s {
		if isWhite(r) {
			if f.open != nil && !f.spaced {
				b.WriteByte(' ')
				f.spaced = true
			}
			continue
		}
		if f.open == nil {
			f.begin(st)
		}
		b.WriteRune(r)
		f.spaced, f.ended = false, false
	}
	f.put(b.String(), look, st)
}

// put puts text with its look on the line.
func (f *flow) put(s string, look scribe.Look, st state) {
	if s == "" {
		return
	}
	f.begin(st)
	f.letters.Add(s, &look, sizeOr(st.size))
	if st.code && !strings.ContainsFunc(s, isRTL) {
		f.line().Put(&content.Code{Value: s}, scribe.Look{Bold: look.Bold, Italic: look.Italic, Link: look.Link})
		return
	}
	f.line().Text(s, look)
}

func isRTL(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(r) }

// isWhite is white space of HTML, to which no-break spaces do not belong.
func isWhite(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// kept adds text whose lines are kept.
func (f *flow) kept(s string, st state) {
	look := f.spokenIn(s, st)
	for i, line := range strings.Split(strings.ReplaceAll(s, "\r", ""), "\n") {
		if i > 0 {
			f.lineEnd(st)
		}
		f.put(strings.ReplaceAll(line, "\t", " "), look, st)
		if strings.TrimSpace(line) != "" {
			f.ended, f.spaced = false, strings.HasSuffix(line, " ")
		}
	}
}

// lineEnd ends a line; the second that follows ends the paragraph.
func (f *flow) lineEnd(st state) {
	if f.open == nil {
		return
	}
	if f.ended {
		f.flush()
		return
	}
	f.line().Break()
	f.spaced, f.ended = true, true
}

// spokenIn is the look of text in the language that it says, where that is another
// than the text's, and its letters can be of it.
func (f *flow) spokenIn(s string, st state) scribe.Look {
	lang := intake.Tag(st.lang)
	base := strings.ToLower(intake.Base(lang))
	if lang == "" || base == f.b.base || f.page.word && base == "en" || !fits(s, lang) {
		return st.look // Word says of all Latin letters that they are English
	}
	return st.look.In(base + lang[len(base):])
}

// fits tells whether the letters of a text run the way of a language.
func fits(s, lang string) bool {
	rtl := locale.DirectionOf(lang) == locale.RTL
	there := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			if there = true; isRTL(r) != rtl {
				return false
			}
		}
	}
	return there
}

// inner reads what lies within a block: its paragraphs and blocks.
func (f *flow) inner(n *html.Node, st state) *flow {
	in := f.fresh()
	st.depth++
	in.children(n, st)
	in.flush()
	f.marks = append(f.marks, in.marks...)
	return in
}

// fresh is a flow within another.
func (f *flow) fresh() *flow {
	return &flow{b: f.b, page: f.page, note: f.note}
}

// blocks are the paragraphs of a flow as blocks.
func (f *flow) blocks() []content.Block { return intake.Within(f.pieces, &f.b.text.Report) }

// quoted puts quotation marks around a q.
func (f *flow) quoted(n *html.Node, st state) {
	marks := [2]string{"“", "”"}
	if locale.DirectionOf(f.b.base) == locale.RTL {
		marks = [2]string{"«", "»"}
	}
	f.text(marks[0], st)
	f.children(n, st)
	f.text(marks[1], st)
}
