package tag

import (
	"fmt"
	"strconv"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/spell"
)

// Version is of PDF: what the types of elements are called in, and how they say
// what belongs together.
type Version uint8

const (
	PDF17 Version = iota // PDF 1.7
	PDF20                // PDF 2.0
)

// Tags say of everything that is drawn on the pages what it belongs to.
type Tags struct {
	*tree
	version Version
	Pages   []Page
	owner   map[*display.Link]*Element // of the links that lead somewhere
}

// Page is the stretches of marked content of a page, in the order of
// drawing, and for everything drawn on it (a show, a rule, an image) the one it
// is part of.
type Page struct {
	Sequences []Sequence
	Drawn     []int32
	marks     []*Element // by MCID
}

// Begins tells whether a stretch begins with the nth thing that is drawn.
func (p *Page) Begins(n int) bool { return n == 0 || p.Drawn[n] != p.Drawn[n-1] }

// Sequence is a stretch of marked content. It belongs to an element, or is an
// artifact.
type Sequence struct {
	Elem     *Element
	MCID     int
	Artifact string // the properties of an artifact
	Inner    bool   // it is a part of a show, and begins and ends within that
	Parts    int    // of the show, at the first of them
}

// AppendTo writes the operator that begins a stretch.
func (s *Sequence) AppendTo(out []byte) []byte {
	if s.Elem == nil {
		return append(append(append(out, "/Artifact "...), s.Artifact...), " BDC\n"...)
	}
	out = append(append(append(out, '/'), s.Elem.Type...), " <</MCID "...)
	return append(strconv.AppendInt(out, int64(s.MCID), 10), ">> BDC\n"...)
}

// Book finds the elements of a book and what of its pages belongs to each.
func Book(doc *content.Document, book *display.Book, set *spell.Typeset, v Version) (*Tags, error) {
	t := &Tags{tree: treeOf(doc), version: v, Pages: make([]Page, len(book.Pages)), owner: make(map[*display.Link]*Element)}
	pictures := make(map[*display.Image]*Element)
	for i, p := range book.Pages {
		w := pageTagger{Tags: t, Page: &t.Pages[i], book: book, items: p.Items, page: i, texts: set.Pages[i], pictures: pictures}
		if err := w.tag(); err != nil {
			return nil, fmt.Errorf("page %d: %w", p.Number, err)
		}
	}
	if e := t.places[place{display.CoverID, 0}]; e != nil {
		e.box = display.Rect{W: book.Style.Trim.W, H: book.Style.Trim.H}
	}
	t.root.prune()
	level := 0
	t.root.rank(&level)
	if v == PDF20 {
		t.revise()
	}
	return t, nil
}

// pageTagger goes through the items of a page.
type pageTagger struct {
	*Tags
	*Page
	book  *display.Book
	items []display.Item
	page  int
	texts [][]spell.Show

	latest   *Element // of the text before
	apart    bool     // the next stretch does not go on with the last
	spans    []span   // of the line in hand
	pictured bool     // it has pictures,
	pictures map[*display.Image]*Element
}

// tag goes through the page.
func (w *pageTagger) tag() error {
	for i, it := range w.items {
		switch it := it.(type) {
		case *display.Text:
			shows := w.texts[0]
			w.texts = w.texts[1:]
			if err := w.text(i, it, shows); err != nil {
				return err
			}
		case *display.Rule:
			w.rule(it)
		case *display.Image:
			if err := w.image(it); err != nil {
				return err
			}
		case *display.Link:
			if it.Mark == 0 && w.latest != nil && w.leads(it) {
				w.annotate(w.latest, it)
			}
		}
	}
	return nil
}

// leads tells a link that becomes an annotation.
func (w *pageTagger) leads(link *display.Link) bool {
	_, inside := w.book.Spots[link.Dest]
	return inside || link.URL != ""
}

// annotate gives an element a link's annotation.
func (w *pageTagger) annotate(e *Element, link *display.Link) {
	e.kids = append(e.kids, kid{page: w.page, note: link})
	w.owner[link] = e
}

// The properties of artifacts (ISO 32000-1 14.8.2.2.2).
const (
	ofLayout = "<</Type/Layout>>"
	ofHeader = "<</Type/Pagination/Subtype/Header>>"
	ofFooter = "<</Type/Pagination/Subtype/Footer>>"
	ofPages  = "<</Type/Pagination>>"
	ofDraft  = "<</Type/Pagination/Subtype/Watermark>>"
)

// artifactOf gives the properties of ink that belongs to no element.
func artifactOf(part display.Part) string {
	switch part {
	case display.RunningHead, display.HeadFolio:
		return ofHeader
	case display.FootFolio:
		return ofFooter
	case display.Again:
		return ofPages
	case display.Watermark:
		return ofDraft
	}
	return ofLayout
}

// artifact draws something as an artifact.
func (w *pageTagger) artifact(properties string) {
	if n := len(w.Sequences); n == 0 || w.Sequences[n-1].Artifact != properties {
		w.Sequences = append(w.Sequences, Sequence{Artifact: properties})
	}
	w.draw()
}

// draw adds what is drawn next to the last stretch.
func (w *pageTagger) draw() { w.Drawn = append(w.Drawn, int32(len(w.Sequences)-1)) }

// goesOn tells whether the last stretch is one of an element that goes on.
func (w *pageTagger) goesOn(e *Element) bool {
	n := len(w.Sequences)
	return !w.apart && n > 0 && w.Sequences[n-1].Elem == e
}

// open begins a stretch of an element, which does not know of it yet, and gives
// its number.
func (w *pageTagger) open(e *Element) (mcid int) {
	mcid = len(w.marks)
	w.Sequences = append(w.Sequences, Sequence{Elem: e, MCID: mcid})
	w.marks = append(w.marks, e)
	return mcid
}

// own draws something as content of an element.
func (w *pageTagger) own(e *Element) {
	if !w.goesOn(e) {
		e.kids = append(e.kids, kid{page: w.page, mcid: w.open(e)})
		w.apart = false
	}
	w.draw()
}

// rule tags a rule: the box of a task, which is a label, or else an artifact. The
// standard wants to know the box of a ground.
func (w *pageTagger) rule(r *display.Rule) {
	if e := w.places[place{r.Elem, 0}]; r.Elem != 0 && e != nil {
		w.own(e)
		return
	}
	if r.Dotted || min(r.W, r.H) < leastGround {
		w.artifact(ofLayout)
		return
	}
	top := w.book.Style.Trim.H - r.Y
	w.artifact(fmt.Sprintf("<</Type/Background/BBox[%s %s %s %s]>>", cos.Num(r.X), cos.Num(top-r.H), cos.Num(r.X+r.W), cos.Num(top)))
}

// leastGround is the least side of a ground, in points; what is thinner is a
// rule or a bar.
const leastGround = 5.0

// image tags a picture: a figure of its own, or one in a paragraph.
func (w *pageTagger) image(m *display.Image) error {
	if m.Elem == 0 {
		properties := ofPages // in a table's header, repeated
		if m.Crop != nil {    // the second half of one over two pages
			properties = ofLayout
		}
		w.artifact(properties)
		return nil
	}
	e := w.places[place{m.Elem, 0}]
	if e == nil {
		return fmt.Errorf("image %s belongs to #%d, which is not in the structure", m.Asset, m.Elem)
	}
	if own := w.pictures[m]; own != nil {
		e = own
	} else if !e.figure {
		e = w.picture(e, m)
		e.inline = false
	}
	if e.box = m.Rect; m.Crop != nil {
		e.box = m.Crop.On(w.book.Style.Trim.W, w.book.Style.Trim.H)
	}
	w.apart = true
	w.own(e)
	w.apart = true
	return nil
}

// base is the element of a text, nil for an artifact.
func (w *pageTagger) base(t *display.Text) (*Element, error) {
	if t.Elem == 0 {
		return nil, nil
	}
	e := w.places[place{t.Elem, t.Part}]
	if pause := w.pauses[t.Elem]; e == nil && !pause { // the ornament of a pause is an artifact
		return nil, fmt.Errorf("a line belongs to #%d part %d, which is not in the structure", t.Elem, t.Part)
	}
	return e, nil
}

// text tags a line.
func (w *pageTagger) text(i int, t *display.Text, shows []spell.Show) error {
	base, err := w.base(t)
	if err != nil {
		return err
	}
	w.latest = base
	if base == nil {
		for k := range shows {
			shows[k].Cuts = nil
			w.artifact(artifactOf(t.Part))
		}
		return nil
	}
	links := display.LinksBehind(w.items[i+1:])
	if plain := len(links) == 0 && !w.speaks(t.Line, base); plain {
		for k := range shows {
			shows[k].Cuts = nil
			w.own(base)
		}
		return nil
	}
	w.line(i, base, t, shows, links)
	return nil
}

// langOf is the language of an element's text.
func (t *tree) langOf(e *Element) string {
	for ; e != nil; e = e.parent {
		if e.lang != "" {
			return e.lang
		}
	}
	return t.lang
}
