package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content/charset"
)

// survey reads of a page what must be known before its text: its language, its style
// sheets, the places in it, and what leads to them.
func (b *Book) survey(p *page) { b.surveyed(p, p.root, p.lang, false) }

// surveyed reads of a node in a language, in the body of a page or before it, and of what is
// in it.
func (b *Book) surveyed(p *page, n *html.Node, lang string, body bool) {
	switch n.Type {
	case html.TextNode:
		if body {
			b.text.Lang.Count(n.Data, lang)
		}
		return
	case html.ElementNode:
		if l := langOf(n); l != "" {
			lang = l
		}
		body = body || n.DataAtom == atom.Body
		if b.head(p, n, lang, body) {
			return
		}
		b.mark(p, n)
		if directionOf(get(n, "dir")) != 0 && get(n, "dir") != "ltr" || strings.Contains(get(n, "style"), "direction:rtl") {
			b.rtl = true
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.surveyed(p, c, lang, body)
	}
}

// head reads an element that says something of the whole page, and tells whether nothing in
// it is text.
func (b *Book) head(p *page, n *html.Node, lang string, body bool) bool {
	first := len(b.pages) == 1
	switch n.DataAtom {
	case atom.Script, atom.Noscript, atom.Template:
		return true
	case atom.Html:
		p.lang = lang
	case atom.Style:
		b.rules.add(ownText(n))
		return true
	case atom.Link:
		b.styles(p, n)
	case atom.Meta:
		b.meta(p, n, first)
	case atom.Title:
		if body { // of a drawing
			return false
		}
		if p.title = spoken(n); b.text.Title == "" && first {
			b.text.Title = p.title
		}
		return true
	}
	return false
}

// ownText is the text that an element holds itself.
func ownText(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode || c.Type == html.CommentNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// mark notes the names of an element, and where a link leads.
func (b *Book) mark(p *page, n *html.Node) {
	for _, id := range namesOf(n) {
		k := key(p.name, id)
		if b.ids[k] == nil {
			b.ids[k] = n
			b.sharing[id]++
			b.order[n] = len(b.order)
		}
	}
	if n.DataAtom != atom.A || p.name == b.opt.Skip {
		return
	}
	if href := get(n, "href"); href != "" {
		if name, id, ok := b.resolve(p, href); ok && id != "" {
			b.wanted[key(name, id)] = true
			if _, there := b.order[n]; !there {
				b.order[n] = len(b.order)
			}
			b.links = append(b.links, link{n, p, key(name, id)})
			b.leads[n] = key(name, id)
		} else if ok {
			b.wanted[name] = true
		}
	}
}

// link is one that leads to a place in the book.
type link struct {
	n  *html.Node
	p  *page
	to string
}

// namesOf are the names by which an element can be led to.
func namesOf(n *html.Node) (names []string) {
	if id := strings.TrimSpace(get(n, "id")); id != "" {
		names = append(names, id)
	}
	if n.DataAtom == atom.A {
		if name := strings.TrimSpace(get(n, "name")); name != "" && (len(names) == 0 || name != names[0]) {
			names = append(names, name)
		}
	}
	return names
}

// mostStyles bounds a style sheet.
const mostStyles = 4 << 20

// styles reads a style sheet that lies beside the page.
func (b *Book) styles(p *page, n *html.Node) {
	if !hasWord(get(n, "rel"), "stylesheet") || b.opt.File == nil {
		return
	}
	href := get(n, "href")
	name := Beside(p.name, strings.SplitN(href, "?", 2)[0])
	if scheme(href) != "" || name == "" || b.files["css "+name] != "" {
		return
	}
	b.files["css "+name] = "read"
	if data, err := b.opt.File(name); err == nil && len(data) < mostStyles {
		b.rules.add(charset.Valid(data))
	}
}

// meta reads who wrote a page, and with what.
func (b *Book) meta(p *page, n *html.Node, first bool) {
	value := strings.TrimSpace(get(n, "content"))
	switch strings.ToLower(get(n, "name")) {
	case "author":
		if first && value != "" && b.text.Authors == nil {
			b.text.Authors = []string{value}
		}
	case "generator":
		p.word = strings.Contains(value, "Microsoft Word")
	case "progid":
		p.word = p.word || strings.HasPrefix(value, "Word")
	}
}

// letters counts the letters of a text.
func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
