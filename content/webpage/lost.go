package webpage

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"warraq/content/intake"
)

// counts is what is told at the end.
type counts struct {
	notes   int
	astray  []string // links to files that are not of the text
	emptied map[*intake.Paragraph]bool
	pages   int // marks of the pages of a printed book
	dots    int // pictures of a few points
	away    map[string]*left
}

// left is what stayed away of one kind.
type left struct {
	places, words int
	first         string
}

// lost counts what stays away.
func (b *Book) lost(kind string, n *html.Node) {
	said := spoken(n)
	if said == "" {
		return
	}
	if b.counts.away == nil {
		b.counts.away = make(map[string]*left)
	}
	l := b.counts.away[kind]
	if l == nil {
		l = &left{first: intake.FirstWords(said)}
		b.counts.away[kind] = l
	}
	l.places++
	l.words += len(strings.Fields(said))
}

// controls are elements of a program's window, which no page of a book has.
var controls = atoms(atom.Select, atom.Textarea, atom.Button, atom.Datalist, atom.Option, atom.Progress, atom.Meter)

// embedded are what only a browser can show.
var embedded = atoms(atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio, atom.Canvas, atom.Applet)

// away tells what is no text of a book, and counts what stands in it.
func (b *Book) away(n *html.Node, d *dressed, p *page) bool {
	_, hidden := lookup(n, "hidden")
	switch a := n.DataAtom; {
	case a == atom.Head, a == atom.Script, a == atom.Style, a == atom.Template, a == atom.Title && p.root != nil && n.Parent != nil && n.Parent.DataAtom == atom.Head:
	case a == atom.Noscript:
		b.lost("text for browsers without scripts", n)
	case a == atom.Nav, hasType(n, "toc"), hasType(n, "landmarks"), hasType(n, "page-list"), hasClass(n, "MsoToc"), isToc(n):
		b.lost("contents and ways around the page, which the book makes itself", n)
	case controls[a]:
		b.lost("controls of the page", n)
	case embedded[a]:
		b.lost("films, sounds and pages within the page", n)
		if spoken(n) == "" {
			b.text.Report.Lost("films, sounds and pages within the page stay away", get(n, "src")+get(n, "data"), "")
		}
	case hasType(n, "pagebreak"):
		b.counts.pages++
		b.lost("numbers of printed pages", n)
	case hidden || d.hidden:
		b.lost("text that is hidden", n)
	case d.list == "ignore" || strings.Contains(get(n, "style"), "mso-list:Ignore"):
		// the number of an item, which is read with it
	case n.Data == "o:p":
		return strings.TrimSpace(strings.ReplaceAll(words(n), "\u00a0", "")) == ""
	default:
		return false
	}
	return true
}

// isToc tells a paragraph of the contents that Word wrote.
func isToc(n *html.Node) bool {
	class := get(n, "class")
	return n.DataAtom == atom.P && strings.HasPrefix(class, "MsoToc")
}

// isBack tells a link of a note that leads back to its call.
func (f *flow) isBack(n *html.Node) bool {
	if f.note == nil {
		return false
	}
	if hasType(n, "backlink") || hasClass(n, "footnote-back") || hasClass(n, "backlink") || hasClass(n, "mw-cite-backlink") {
		if letters(spoken(n)) > 0 {
			f.b.lost("what leads back from notes to their calls", n)
		}
		return true
	}
	return n.DataAtom == atom.A && f.note.targets[f.b.leads[n]] && letters(opening(n)) <= 2
}

// passed notes that a note was left out where it lies: a heading over nothing but
// notes is needless.
func (b *Book) passed(f *flow) {
	f.flush()
	for i := len(f.pieces) - 1; i >= 0; i-- {
		p, ok := f.pieces[i].(*intake.Paragraph)
		if !ok {
			if isRule(f.pieces[i]) {
				continue
			}
			return
		}
		if p.Level > 0 {
			if b.counts.emptied == nil {
				b.counts.emptied = make(map[*intake.Paragraph]bool)
			}
			b.counts.emptied[p] = true
		}
		return
	}
}

// tell puts into the report what was counted.
func (b *Book) tell() {
	r := &b.text.Report
	for _, kind := range slices.Sorted(maps.Keys(b.counts.away)) {
		l := b.counts.away[kind]
		r.Lost(fmt.Sprintf("%s stay away (%d places, %d words)", kind, l.places, l.words), l.first, "")
	}
	if n := len(b.counts.astray); n > 0 {
		r.Lost(fmt.Sprintf("links to files that are not here are their words (%d)", n), b.counts.astray[0], "give all pages of the book at once: warraq import *.html -o DIR")
	}
	if b.counts.pages > 0 {
		r.Lost(fmt.Sprintf("marks of printed pages stay away (%d)", b.counts.pages), "", "")
	}
	if b.counts.dots > 0 {
		r.Lost(fmt.Sprintf("pictures of a few points, which only place, stay away (%d)", b.counts.dots), "", "")
	}
}
