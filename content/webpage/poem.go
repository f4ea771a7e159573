package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/intake"
)

// isPoem tells what has the class of poems.
func isPoem(n *html.Node) bool {
	for c := range strings.FieldsSeq(strings.ToLower(get(n, "class"))) {
		switch c {
		case "verse", "poem", "poetry", "couplets", "شعر", "قصيدة":
			return true
		}
	}
	return hasWord(get(n, "epub:type"), "z3998:verse") || hasWord(get(n, "epub:type"), "z3998:poem")
}

// poem reads the lines of a poem: an element or a line each, two hemistichs in two
// elements. It is none where something else than lines lies in it.
func (f *flow) poem(n *html.Node, st state) bool {
	if !onlyLines(n) {
		return false
	}
	f.flush()
	st.depth++
	p := poem{flow: f.fresh(), st: st}
	if hasClass(n, "centred") {
		p.v.Classes = append(p.v.Classes, "centred")
	}
	p.read(n)
	p.rest()
	p.end()
	f.marks = append(f.marks, p.marks...)
	if len(p.v.Stanzas) > 0 {
		f.add(&p.v)
	}
	return true
}

// onlyLines tells an element in which nothing lies but lines and parts of lines.
func onlyLines(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
			continue
		case headings[c.DataAtom] > 0:
			return false
		}
		switch c.DataAtom {
		case atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.Blockquote, atom.Figure, atom.Img, atom.Svg, atom.Pre, atom.Hr, atom.Aside, atom.Nav, atom.Math:
			return false
		}
		if !onlyLines(c) {
			return false
		}
	}
	return true
}

// poem is one being read.
type poem struct {
	*flow
	st     state
	v      content.Verse
	stanza []content.VerseLine
}

// end ends a stanza.
func (p *poem) end() {
	if p.stanza != nil {
		p.v.Stanzas = append(p.v.Stanzas, p.stanza)
	}
	p.stanza = nil
}

// lines adds paragraphs, a line each, or several where they end in them.
func (p *poem) lines(pieces []intake.Piece) {
	for _, piece := range pieces {
		if q, ok := piece.(*intake.Paragraph); ok {
			for _, l := range q.Line.Lines() {
				if !l.Empty() {
					p.stanza = append(p.stanza, content.VerseLine{Halves: [][]content.Inline{l.Inlines()}})
				}
			}
		}
	}
}

// rest adds what stands between elements.
func (p *poem) rest() {
	p.flush()
	p.lines(p.pieces)
	p.pieces = nil
}

func (p *poem) read(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		a := c.DataAtom
		if blocks[a] {
			p.rest()
		}
		switch {
		case a == atom.Figcaption:
			p.v.Attribution = undashed(p.inner(c, p.st).lined())
		case a == atom.P && hasClass(c, "source"):
			p.v.Attribution = undashed(p.inner(c, p.st).lined())
		case blocks[a] && len(halves(c)) == 2:
			line := content.VerseLine{}
			for _, h := range halves(c) {
				line.Halves = append(line.Halves, p.inner(h, p.st).lined())
			}
			p.stanza = append(p.stanza, line)
		case a == atom.Div && (hasClass(c, "stanza") || hasClass(c, "strophe")), a == atom.P && brokenLines(c):
			p.end()
			if a == atom.P {
				p.lines(p.inner(c, p.st).pieces)
			} else {
				p.read(c)
				p.rest()
			}
			p.end()
		case blocks[a]:
			p.lines(p.inner(c, p.st).pieces)
		default:
			p.node(c, p.st)
		}
	}
}

// halves are the elements that are the hemistichs of a line.
func halves(n *html.Node) (all []*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (hasClass(c, "half") || hasClass(c, "hemistich") || hasClass(c, "misra") || hasClass(c, "mesra") || hasClass(c, "beyt")) {
			all = append(all, c)
		}
	}
	return all
}

// brokenLines tells a paragraph in which lines end.
func brokenLines(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Br {
			return true
		}
	}
	return false
}
