package webpage

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// marked notes the place that an element is, where something leads to it.
func (f *flow) marked(n *html.Node) {
	for _, id := range namesOf(n) {
		k := key(f.page.name, id)
		if f.b.ids[k] != n {
			continue
		}
		if f.top && (f.b.wanted[k] || f.b.asked[k]) {
			if _, there := f.b.Starts[k]; !there {
				f.b.Starts[k] = len(f.pieces)
			}
		}
		if !f.b.wanted[k] {
			continue
		}
		anchor := f.b.anchor(k)
		if f.open != nil && !blocks[n.DataAtom] {
			f.line().Put(&content.Span{Attr: content.Attr{Anchor: anchor}}, scribe.Look{})
			f.held = append(f.held, anchor)
		} else {
			f.marks = append(f.marks, anchor)
		}
	}
}

// anchor is the name of a place in the text: its own where no other page has the same.
func (b *Book) anchor(k string) string {
	page, id, _ := strings.Cut(k, "#")
	if id != "" && b.sharing[id] < 2 {
		return b.opt.Prefix + named(id)
	}
	stem := named(strings.TrimSuffix(path.Base(page), path.Ext(page)))
	if owner := b.stems[stem]; owner != "" && owner != page {
		stem = named(page)
	}
	b.stems[stem] = page
	if id != "" {
		stem += "-" + named(id)
	}
	return b.opt.Prefix + stem
}

// named is a name without the signs that attributes cannot hold.
func named(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, s)
}

// heading reads a heading.
func (f *flow) heading(n *html.Node, st state) {
	f.flush()
	st.level = headings[n.DataAtom]
	st.look.Bold = false
	n0 := len(f.pieces)
	f.children(n, st)
	f.flush()
	if class := roleOf(n); class != "" && f.top && n0 < len(f.pieces) {
		if p, ok := f.pieces[n0].(*intake.Paragraph); ok {
			p.Classes = []string{class}
		}
	}
}

// roles are what EPUB calls the parts of a book (EPUB 3 Structural Semantics
// Vocabulary), and what a manuscript calls them.
var roles = map[string]string{"part": "part", "preface": "preface", "foreword": "preface", "introduction": "introduction", "appendix": "appendix",
	"bibliography": "sources", "colophon": "colophon", "dedication": "dedication", "glossary": "glossary", "lot": "tables", "loi": "figures"}

// roleOf is the class of a heading by the element that it is the first in.
func roleOf(n *html.Node) string {
	for up := n.Parent; up != nil && up.Type == html.ElementNode; up = up.Parent {
		for word := range strings.FieldsSeq(get(up, "epub:type")) {
			if class := roles[word]; class != "" {
				return class
			}
		}
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			if s.Type == html.ElementNode && headings[s.DataAtom] > 0 {
				return ""
			}
		}
		n = up
	}
	return ""
}

// link reads a link: to an address in the web, or to a place in the pages.
func (f *flow) link(n *html.Node, st state) {
	href := strings.TrimSpace(get(n, "href"))
	name, id, within := f.b.resolve(f.page, href)
	switch s := scheme(href); {
	case href == "":
	case s == "http" || s == "https" || s == "mailto" || s == "ftp" || s == "tel":
		st.look.Link = addressOf(href)
	case within && isPermalink(n):
		return
	case within && id == "" && f.b.hasPage(name) && name != f.page.name:
		f.b.wanted[key(name, "")] = true
		st.look.Link = "#" + f.b.anchor(key(name, ""))
	case within && f.b.ids[key(name, id)] != nil:
		st.look.Link = "#" + f.b.anchor(key(name, id))
	case s != "javascript" && href != "#":
		f.b.counts.astray = append(f.b.counts.astray, href)
	}
	if st.look.Link != "" {
		st.look.Title = strings.TrimSpace(get(n, "title"))
		st.look = without(st.look, "underline")
	}
	f.children(n, st)
}

// without is a look without a class.
func without(l scribe.Look, class string) scribe.Look {
	var kept []string
	for c := range strings.FieldsSeq(l.Classes) {
		if c != class {
			kept = append(kept, c)
		}
	}
	l.Classes = strings.Join(kept, " ")
	return l
}

// addressOf is an address without the spaces that Markdown cannot hold.
func addressOf(s string) string {
	return strings.NewReplacer(" ", "%20", "\n", "", "\r", "", "\t", "").Replace(s)
}

// isPermalink tells the sign beside a heading that leads to itself.
func isPermalink(n *html.Node) bool {
	shown := opening(n)
	return (hasClass(n, "headerlink") || hasClass(n, "anchor")) && letters(shown) == 0 && len(shown) <= 8
}
