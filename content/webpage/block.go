package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/locale"
	"warraq/content/pattern"
	"warraq/content/scribe"
)

// lined is all that a flow holds in one run.
func (f *flow) lined() []content.Inline { return intake.Cell(f.pieces, &f.b.text.Report) }

// figure reads a figure: a picture with its caption, or a table, code or quotation
// with what is said of it.
func (f *flow) figure(n *html.Node, st state) {
	f.flush()
	var caption *html.Node
	in := f.fresh()
	inner := st
	inner.depth++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Figcaption && caption == nil {
			caption = c
			continue
		}
		in.node(c, inner)
	}
	in.flush()
	f.marks = append(f.marks, in.marks...)
	var said *flow
	if caption != nil {
		inner.caption = true
		said = f.inner(caption, inner)
		for _, piece := range said.pieces {
			if p, ok := piece.(*intake.Paragraph); ok && len(said.pieces) == 1 {
				f.b.unlabelled(&p.Line)
			}
		}
	}
	if said != nil && len(in.pieces) == 1 && in.captionedBy(said) {
		said = nil
	}
	for _, piece := range in.pieces {
		if s, ok := piece.(*intake.Solid); ok {
			f.add(s.Block) // with the place that it is
			continue
		}
		f.pieces = append(f.pieces, piece)
	}
	if said != nil {
		f.pieces = append(f.pieces, said.pieces...)
	}
}

// captionedBy gives the only piece of a figure what is said of it as its caption; false where
// it takes none. A picture in a line of its own is one as well.
func (f *flow) captionedBy(said *flow) bool {
	switch s := f.pieces[0].(type) {
	case *intake.Solid:
		return captioned(s.Block, said.lined())
	case *intake.Paragraph:
		if b := pictured(s); b != nil && captioned(b, said.lined()) {
			f.pieces[0] = &intake.Solid{Block: b}
			return true
		}
	}
	return false
}

// label is what stands before a caption: its kind and its number.
var label = pattern.Of(`^\s*(?:ال)?(?:جدول|شكل|صورة|رسم|لوحة|نمودار|تصویر|טבלה|איור|תמונה|Table|Tableau|Figure|Fig\.?|Tab\.?)[\s\x{a0}]+(?:رقم\s*)?[(\[]?[0-9٠-٩۰-۹]+(?:[.-][0-9٠-٩۰-۹]+)*[)\]]?\s*[:.–—-]*\s*`)

// unlabelled takes the label of a caption away: the book writes its own.
func (b *Book) unlabelled(l *scribe.Line) {
	plain := l.Plain()
	if m := label.FindString(plain); m != "" && len(m) < len(plain) {
		b.text.Report.Took("labels and numbers of captions stay away: the book writes its own", strings.TrimSpace(m), "")
		l.Cut(len(m))
	}
}

// pictured is the figure that a paragraph of one picture is, nil for any other.
func pictured(p *intake.Paragraph) *content.Figure {
	text := p.Line.Inlines()
	if len(text) != 1 {
		return nil
	}
	if img, ok := text[0].(*content.Image); ok {
		return &content.Figure{Src: img.Src, Alt: img.Alt}
	}
	return nil
}

// captioned gives a block its caption, and tells whether it can have one.
func captioned(b content.Block, caption []content.Inline) bool {
	switch b := b.(type) {
	case *content.Figure:
		plain := true
		content.Inlines(caption, func(in content.Inline) {
			switch in.(type) {
			case *content.NoteRef, *content.Link, *content.Image:
				plain = false
			}
		})
		if !plain || b.Caption != nil {
			return false
		}
		b.Caption = caption
		return true
	case *content.Table:
		if b.Caption != nil {
			return false
		}
		b.Caption = caption
		return true
	case *content.Quote:
		if b.Attribution != nil {
			return false
		}
		b.Attribution = undashed(caption)
		return true
	case *content.Verse:
		b.Attribution = undashed(caption)
		return true
	}
	return false
}

// own reads what this program writes itself into an EPUB, and what others name alike:
// poems, quotations from the Qur'an, epigraphs, boxes, breaks of pages.
func (f *flow) own(n *html.Node, st state) bool {
	a := n.DataAtom
	switch {
	case st.depth >= mostNested:
		return false
	case (a == atom.Div || a == atom.Figure || a == atom.Section || a == atom.Blockquote) && isPoem(n):
		return f.poem(n, st)
	case a == atom.Span && hasClass(n, content.Quran):
		st.look = st.look.With(content.Quran)
		f.children(n, st)
		return true
	case a == atom.Figure && hasClass(n, "quote"):
		f.figure(n, st)
		if s, ok := f.last().(*content.Quote); ok && hasClass(n, content.Quran) {
			s.Classes = []string{content.Quran}
		}
		return true
	case (a == atom.Blockquote || a == atom.Div) && hasClass(n, content.Quran):
		f.flush()
		f.quote(f.inner(n, st), nil, st, []string{content.Quran})
		return true
	case hasType(n, "epigraph") && blocks[a], hasType(n, "pullquote") && blocks[a]:
		return f.set(n, st)
	case a == atom.Div && hasClass(n, "new-page"):
		f.add(&content.PageBreak{})
		return true
	case (a == atom.Aside || a == atom.Section || a == atom.Div) && hasClass(n, "box"):
		return f.box(n, st)
	case f.top && blocks[a] && hasType(n, "dedication") && !headed(n):
		f.flush()
		h := &intake.Paragraph{Level: 1, Classes: []string{"dedication"}}
		h.Line.Text(locale.WordsFor(f.b.base).Dedication, scribe.Look{})
		f.pieces = append(f.pieces, h)
		f.children(n, st)
		f.flush()
		return true
	case (hasType(n, "lot") || hasType(n, "loi")) && blocks[a] && f.top:
		return f.listing(n, st)
	case blocks[a] && hasType(n, "cover") && letters(spoken(n)) == 0:
		return f.b.opt.Cover // a picture, which is the cover anyway
	case blocks[a] && hasType(n, "titlepage") && f.b.isKnown(n):
		f.b.lost("pages of the title, which the book makes itself", n)
		return true
	case a == atom.Span && hasClass(n, "label") && n.Parent != nil && n.Parent.DataAtom == atom.H1:
		f.b.lost("numbers of chapters, which the book writes itself", n)
		return true
	}
	return false
}

// headed tells whether a heading lies in an element.
func headed(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if headings[c.DataAtom] > 0 || headed(c) {
			return true
		}
	}
	return false
}

// listing reads a list of figures or tables: its heading stays, the book lists them.
func (f *flow) listing(n *html.Node, st state) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case headings[c.DataAtom] > 0:
			f.node(c, st)
		case c.Type == html.ElementNode:
			f.b.lost("lists of figures and tables, which the book makes itself", c)
		}
	}
	return true
}

// isKnown tells whether all words of an element are said of the book elsewhere.
func (b *Book) isKnown(n *html.Node) bool {
	known := strings.ToLower(b.opt.Known)
	for w := range strings.FieldsFuncSeq(strings.ToLower(spoken(n)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !strings.Contains(known, w) {
			return false
		}
	}
	return known != ""
}

// last is the block that was added last, nil for none.
func (f *flow) last() content.Block {
	if len(f.pieces) == 0 {
		return nil
	}
	if s, ok := f.pieces[len(f.pieces)-1].(*intake.Solid); ok {
		return s.Block
	}
	return nil
}

// set reads an epigraph or a pull quote: a quotation with its source below it.
func (f *flow) set(n *html.Node, st state) bool {
	f.flush()
	class := content.Epigraph
	if hasType(n, "pullquote") {
		class = content.Pull
	}
	in := f.fresh()
	st.depth++
	var by *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.P && hasClass(c, "source"), c.DataAtom == atom.Footer, c.DataAtom == atom.Cite:
			by = c
		case c.DataAtom == atom.Blockquote:
			in.children(c, st)
		default:
			in.node(c, st)
		}
	}
	in.flush()
	f.quote(in, by, st, []string{class})
	return true
}

// box reads a box.
func (f *flow) box(n *html.Node, st state) bool {
	f.flush()
	class := "box"
	for _, name := range content.BoxNames() {
		if name != "box" && hasClass(n, name) {
			class = name
		}
	}
	div := &content.Div{}
	div.Classes = []string{class}
	in := f.fresh()
	st.depth++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.P && hasClass(c, "box-title") && div.Title == nil {
			div.Title = f.inner(c, st).lined()
			continue
		}
		in.node(c, st)
	}
	in.flush()
	f.marks = append(f.marks, in.marks...)
	div.Blocks = in.blocks()
	if len(div.Blocks) > 0 || div.Title != nil {
		f.add(div)
	}
	return true
}

// isRule tells a rule across the page.
func isRule(piece intake.Piece) bool {
	s, ok := piece.(*intake.Solid)
	if !ok {
		return false
	}
	_, ok = s.Block.(*content.Break)
	return ok
}
