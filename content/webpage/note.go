package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content"
	"warraq/content/intake"
)

// note is one that lies somewhere in the pages and is called somewhere else.
type note struct {
	*content.Note
	p       *page
	holder  *html.Node      // the element that is the note
	targets map[string]bool // the places of its calls
	read    bool
	number  string // as its calls have it
}

// findNotes finds the links that call notes: those that say so, those whose place
// leads back to them, and raised or bracketed numbers whose place begins with the same
// number. A call stands before its note.
func (b *Book) findNotes() {
	found := b.calling()
	targets := make(map[*html.Node]bool, len(found))
	callers := make(map[*html.Node]bool, len(found))
	for _, c := range found {
		targets[c.target] = true
		callers[c.n] = true
	}
	for _, c := range found {
		holder := widest(c.holder, c.target, targets, callers)
		if inside(c.n, holder) {
			continue
		}
		n := b.noteAt(holder, &c)
		for _, name := range c.names {
			n.targets[name] = true
		}
		b.calls[around(c.n)] = n
	}
}

// calling are the links that call notes.
func (b *Book) calling() (found []call) {
	backs := make(map[*html.Node]map[string]bool)
	for _, l := range b.links {
		target := b.ids[l.to]
		if target == nil || b.order[target] < b.order[l.n] {
			continue
		}
		holder := holderOf(target)
		if holder == nil || inside(l.n, holder) {
			continue
		}
		if backs[holder] == nil {
			backs[holder] = b.leadsTo(holder)
		}
		c := call{link: l, target: target, holder: holder, names: b.placeOf(l)}
		if b.isCall(&c, backs[holder]) {
			found = append(found, c)
		}
	}
	return found
}

// noteAt is the note that an element is, made at its first call.
func (b *Book) noteAt(holder *html.Node, c *call) *note {
	if n := b.notes[holder]; n != nil {
		return n
	}
	page, _, _ := strings.Cut(c.to, "#")
	n := &note{Note: &content.Note{}, holder: holder, targets: make(map[string]bool), number: bare(opening(c.n))}
	for _, p := range b.pages {
		if p.name == page {
			n.p = p
		}
	}
	b.notes[holder] = n
	return n
}

// call is a link that may call a note.
type call struct {
	link
	target *html.Node
	holder *html.Node
	names  []string // places that are the link, or stand at it
}

// isCall tells whether a link calls a note; backs are the places that its target leads
// to.
func (b *Book) isCall(c *call, backs map[string]bool) bool {
	shown := opening(c.n)
	if hasType(c.n, "noteref") || hasClass(c.n, "noteref") || hasClass(c.n, "footnote-ref") || hasClass(c.n, "sdfootnoteanc") || hasClass(c.n, "sdendnoteanc") {
		return true
	}
	if hasType(c.holder, "footnote") || hasType(c.holder, "endnote") || hasType(c.holder, "rearnote") {
		return true
	}
	if headings[c.holder.DataAtom] > 0 {
		return false
	}
	raised := c.n.Parent.DataAtom == atom.Sup || c.n.FirstChild != nil && c.n.FirstChild == c.n.LastChild && c.n.FirstChild.DataAtom == atom.Sup ||
		len(shown) > 1 && strings.ContainsRune("[(", rune(shown[0]))
	brief := utf8.RuneCountInString(bare(shown)) <= 5 && letters(shown) <= 2
	for _, name := range c.names {
		if backs[name] && (brief || raised) {
			return true
		}
	}
	number := bare(shown)
	return raised && brief && number != "" && strings.ContainsFunc(number, unicode.IsDigit) && beginsWith(opening(c.holder), number)
}

// bare is a number without its brackets.
func bare(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("[]().:-–—ـ﴿﴾{}", r) })
}

// beginsWith tells a text that opens with a number, behind brackets or before them.
func beginsWith(text, number string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, "[( "), number)
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && !unicode.IsDigit(r)
}

// placeOf are the places by which a link can be led back to: its own, those within it,
// and those that stand at it.
func (b *Book) placeOf(l link) (names []string) {
	add := func(n *html.Node) {
		for _, id := range namesOf(n) {
			names = append(names, key(l.p.name, id))
		}
	}
	add(l.n)
	for c := l.n.FirstChild; c != nil && len(names) < 8; c = c.NextSibling {
		if c.Type == html.ElementNode {
			add(c)
		}
	}
	if s := l.n.PrevSibling; s != nil && s.Type == html.ElementNode && opening(s) == "" {
		add(s)
	}
	for up := l.n.Parent; up != nil && up.Type == html.ElementNode && !blocks[up.DataAtom] && len(names) < 8; up = up.Parent {
		add(up)
	}
	return names
}

// mostOfNote is how many elements of a note are looked at for links back.
const mostOfNote = 5000

// leadsTo are the places that the links within an element lead to.
func (b *Book) leadsTo(n *html.Node) map[string]bool {
	to := make(map[string]bool)
	seen := 0
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if seen++; seen > mostOfNote {
			return
		}
		if n.DataAtom == atom.A {
			if k := b.leads[n]; k != "" {
				to[k] = true
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(n)
	return to
}

// holderOf is the block that a place stands in, nil where that is the page.
func holderOf(n *html.Node) *html.Node {
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		switch n.DataAtom {
		case atom.Body, atom.Html, atom.Table, atom.Tr, atom.Tbody, atom.Ul, atom.Ol, atom.Dl, atom.Main, atom.Article:
			return nil
		case atom.Td, atom.Th:
			return nil
		}
		if blocks[n.DataAtom] || n.DataAtom == atom.Aside {
			return n
		}
	}
	return nil
}

// mostClimbed is how many elements that hold one note alone may lie around it.
const mostClimbed = 3

// widest is the widest element that holds one note and nothing else: that of Word has
// several paragraphs in a division.
func widest(holder, target *html.Node, targets, callers map[*html.Node]bool) *html.Node {
	for range mostClimbed {
		up := holder.Parent
		if up == nil {
			break
		}
		switch up.DataAtom {
		case atom.Div, atom.Aside, atom.Li, atom.Dd:
		default:
			return holder
		}
		if !alone(up, holder, target, targets, callers) {
			break
		}
		holder = up
	}
	return holder
}

// mostAside is how many elements may stand beside a note in what holds it alone.
const mostAside = 200

// alone tells whether an element holds no other note than one, no heading, no rule, no
// picture and no call of a note.
func alone(up, holder, target *html.Node, targets, callers map[*html.Node]bool) bool {
	seen := 0
	var visit func(n *html.Node) bool
	visit = func(n *html.Node) bool {
		if n == holder {
			return true
		}
		if seen++; seen > mostAside || n != target && targets[n] || callers[n] || headings[n.DataAtom] > 0 || n.DataAtom == atom.Hr {
			return false
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if !visit(c) {
				return false
			}
		}
		return true
	}
	return visit(up)
}

func inside(n, outer *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

// around is the widest inline element that shows a call and nothing else but brackets.
func around(n *html.Node) *html.Node {
	shown := bare(opening(n))
	for up := n.Parent; up != nil && up.Type == html.ElementNode && !blocks[up.DataAtom]; up = up.Parent {
		if bare(opening(up)) != shown {
			break
		}
		n = up
	}
	return n
}

// call puts the call of a note into the text, and reads the note where it is the first.
func (f *flow) call(n *note, st state) {
	if !n.read {
		n.read = true
		in := flow{b: f.b, page: n.p, note: n}
		in.children(n.holder, state{lang: n.p.lang, depth: st.depth + 1})
		in.flush()
		in.unnumber(n.number)
		n.Blocks = in.blocks()
		f.b.counts.notes++
	}
	f.begin(st)
	f.line().Put(&content.NoteRef{Note: n.Note}, st.look)
	f.spaced = false
}

// unnumber takes the number and what leads back from the head of a note.
func (f *flow) unnumber(number string) {
	for _, piece := range f.pieces {
		p, ok := piece.(*intake.Paragraph)
		if !ok {
			return
		}
		plain := p.Line.Plain()
		rest := strings.TrimLeftFunc(plain, unicode.IsSpace)
		if number != "" && beginsWith(rest, number) {
			rest = strings.TrimPrefix(strings.TrimLeft(rest, "[( "), number)
		}
		rest = strings.TrimLeftFunc(rest, func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune("^↑↩.:-–—)]", r) || r == '\ufe0e'
		})
		p.Line.Cut(len(plain) - len(rest))
		if !p.Line.Empty() {
			return
		}
	}
}
