package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/scribe"
)

// quotation reads a blockquote; a cite or a footer at its end is whose it is.
func (f *flow) quotation(n *html.Node, st state) {
	f.flush()
	by := attributionOf(n)
	in := f.fresh()
	st.depth++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c != by {
			in.node(c, st)
		}
	}
	in.flush()
	f.quote(in, by, st, nil)
}

// quote adds a quotation of what a flow holds.
func (f *flow) quote(in *flow, by *html.Node, st state, classes []string) {
	q := &content.Quote{Blocks: in.blocks()}
	q.Classes = classes
	f.marks = append(f.marks, in.marks...)
	if by != nil {
		said := f.inner(by, st)
		q.Attribution = undashed(said.lined())
	}
	if len(q.Blocks) > 0 || len(q.Attribution) > 0 {
		f.add(q)
	}
}

// attributionOf is the last element of a quotation where that is a cite or a footer.
func attributionOf(n *html.Node) *html.Node {
	for c := n.LastChild; c != nil; c = c.PrevSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
			continue
		}
		if c.DataAtom == atom.Cite || c.DataAtom == atom.Footer {
			return c
		}
		break
	}
	return nil
}

// undashed takes the dash before a name away, which the book writes.
func undashed(text []content.Inline) []content.Inline {
	l := scribe.Flat(text)
	plain := l.Plain()
	l.Cut(len(plain) - len(strings.TrimLeft(plain, " —–-―\u00a0")))
	return l.Inlines()
}
