package pdf

import (
	"cmp"
	"fmt"
	"slices"

	"warraq/content"
	"warraq/layout"
	"warraq/layout/paragraph"
)

// tagging says of everything that is drawn on the pages what it belongs to.
type tagging struct {
	*tree
	pages []pageTags
	owner map[*layout.Link]*element // of the links that lead somewhere
}

// pageTags are the stretches of marked content of a page, in the order of
// drawing, and for everything drawn on it (a show, a rule, an image) the one it
// is part of.
type pageTags struct {
	runs  []run
	drawn []int32
	marks []*element // by MCID
}

// run is a stretch of marked content. It belongs to an element, or is an
// artifact.
type run struct {
	elem     *element
	mcid     int
	artifact string // the properties of an artifact
	inner    bool   // it is a part of a show, and begins and ends within that
	parts    int    // of the show, at the first of them
}

// tagged finds the elements of a book and what of its pages belongs to each.
func tagged(doc *content.Document, book *layout.Book, set *typeset) (*tagging, error) {
	t := &tagging{tree: treeOf(doc), pages: make([]pageTags, len(book.Pages)), owner: make(map[*layout.Link]*element)}
	pictures := make(map[*layout.Image]*element)
	for i, p := range book.Pages {
		w := pageTagger{tagging: t, pageTags: &t.pages[i], book: book, items: p.Items, page: i, texts: set.pages[i], pictures: pictures}
		if err := w.tag(); err != nil {
			return nil, fmt.Errorf("page %d: %w", p.Number, err)
		}
	}
	t.root.prune()
	level := 0
	t.root.number(&level)
	return t, nil
}

// prune takes away the elements without content. The cells of a table stay as
// long as the row has any: all rows have as many.
func (e *element) prune() bool {
	full := false
	kept := e.kids[:0]
	for _, k := range e.kids {
		if k.elem == nil || k.elem.prune() {
			full = true
		} else if !k.elem.cell {
			continue
		}
		kept = append(kept, k)
	}
	e.kids = kept
	return full
}

// number gives the headings their types. None lies more than one level below
// the one before it, nor is the first below H1 (ISO 14289-1 7.4.2).
func (e *element) number(level *int) {
	if e.level > 0 {
		*level = min(e.level, *level+1)
		e.tag = [...]string{"H1", "H2", "H3", "H4", "H5", "H6"}[*level-1]
	}
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.number(level)
		}
	}
}

// pageTagger goes through the items of a page.
type pageTagger struct {
	*tagging
	*pageTags
	book  *layout.Book
	items []layout.Item
	page  int
	texts [][]show

	latest   *element // of the text before
	apart    bool     // the next stretch does not go on with the last
	spans    []span   // of the line in hand
	pictured bool     // it has pictures,
	pictures map[*layout.Image]*element
}

// span is a part of a line on its way to its element: those of a line are
// drawn from left to right, and join their elements in the order of reading.
type span struct {
	inlineTag
	piece int           // the first in the order of reading
	run   int           // in runs
	image *layout.Image // in its place
}

func (w *pageTagger) tag() error {
	for i, it := range w.items {
		switch it := it.(type) {
		case *layout.Text:
			shows := w.texts[0]
			w.texts = w.texts[1:]
			if err := w.text(i, it, shows); err != nil {
				return err
			}
		case *layout.Rule:
			w.rule(it)
		case *layout.Image:
			if err := w.image(it); err != nil {
				return err
			}
		case *layout.Link:
			if it.Mark == 0 && w.latest != nil && w.leads(it) {
				w.annotate(w.latest, it)
			}
		}
	}
	return nil
}

// leads tells a link that becomes an annotation.
func (w *pageTagger) leads(link *layout.Link) bool {
	_, inside := w.book.Spots[link.Dest]
	return inside || link.URL != ""
}

// annotate gives an element a link's annotation.
func (w *pageTagger) annotate(e *element, link *layout.Link) {
	e.kids = append(e.kids, kid{page: w.page, note: link})
	w.owner[link] = e
}

// The properties of artifacts (ISO 32000-1 14.8.2.2.2).
const (
	ofLayout = "<</Type/Layout>>"
	ofHeader = "<</Type/Pagination/Subtype/Header>>"
	ofFooter = "<</Type/Pagination/Subtype/Footer>>"
	ofPages  = "<</Type/Pagination>>"
)

// artifactOf gives the properties of ink that belongs to no element.
func artifactOf(part layout.Part) string {
	switch part {
	case layout.RunningHead, layout.HeadFolio:
		return ofHeader
	case layout.FootFolio:
		return ofFooter
	case layout.Again:
		return ofPages
	}
	return ofLayout
}

// artifact draws something as an artifact.
func (w *pageTagger) artifact(properties string) {
	if n := len(w.runs); n == 0 || w.runs[n-1].artifact != properties {
		w.runs = append(w.runs, run{artifact: properties})
	}
	w.draw()
}

// draw adds what is drawn next to the last stretch.
func (w *pageTagger) draw() { w.drawn = append(w.drawn, int32(len(w.runs)-1)) }

// goesOn tells whether the last stretch is one of an element that goes on.
func (w *pageTagger) goesOn(e *element) bool {
	n := len(w.runs)
	return !w.apart && n > 0 && w.runs[n-1].elem == e
}

// open begins a stretch of an element, which does not know of it yet, and gives
// its number.
func (w *pageTagger) open(e *element) (mcid int) {
	mcid = len(w.marks)
	w.runs = append(w.runs, run{elem: e, mcid: mcid})
	w.marks = append(w.marks, e)
	return mcid
}

// own draws something as content of an element.
func (w *pageTagger) own(e *element) {
	if !w.goesOn(e) {
		e.kids = append(e.kids, kid{page: w.page, mcid: w.open(e)})
		w.apart = false
	}
	w.draw()
}

// rule tags a rule. A ground is an artifact of the background, whose box the
// standard wants to know.
func (w *pageTagger) rule(r *layout.Rule) {
	if e := w.places[place{r.Elem, 0}]; r.Elem != 0 && e != nil {
		w.own(e)
		return
	}
	if r.Dotted || min(r.W, r.H) < leastGround {
		w.artifact(ofLayout)
		return
	}
	top := w.book.Style.Trim.H - r.Y
	w.artifact(fmt.Sprintf("<</Type/Background/BBox[%s %s %s %s]>>", num(r.X), num(top-r.H), num(r.X+r.W), num(top)))
}

// leastGround is the least side of a ground, in points; what is thinner is a
// rule or a bar.
const leastGround = 5.0

// image tags a picture: a figure of its own, or one in a paragraph.
func (w *pageTagger) image(m *layout.Image) error {
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
	e.box = m.Rect
	w.apart = true
	w.own(e)
	w.apart = true
	return nil
}

// picture adds the element of a picture in a line.
func (w *pageTagger) picture(above *element, m *layout.Image) *element {
	e := above.add("Figure")
	e.figure, e.inline, e.alt = true, true, altOf(m.Alt, "", m.Asset)
	w.pictures[m] = e
	return e
}

func hasObject(line *paragraph.Line) bool {
	return slices.ContainsFunc(line.Pieces, func(p paragraph.Piece) bool { return p.Style.Object != nil })
}

// inlineImages adds the pictures of a line to its spans: they follow it on the
// page in the order in which it has room for them.
func (w *pageTagger) inlineImages(i int, line *paragraph.Line, links []*layout.Link) {
	if !w.pictured {
		return
	}
	images := w.items[i+1+len(links):]
	for k := range line.Pieces {
		style := line.Pieces[k].Style
		if style.Object == nil || len(images) == 0 {
			continue
		}
		m, ok := images[0].(*layout.Image)
		if !ok {
			return
		}
		s := span{piece: k, image: m}
		if link := linkOf(links, style.Mark); link != nil && w.leads(link) {
			s.mark = link.Mark
		}
		w.spans = append(w.spans, s)
		images = images[1:]
	}
}

// base is the element of a text, nil for an artifact.
func (w *pageTagger) base(i int, t *layout.Text) (*element, error) {
	at := place{t.Elem, t.Part}
	switch {
	case t.Part == layout.Entry || t.Part == layout.NotesTitle:
		at.id = w.nextDest(i)
	case t.Part == layout.Letter:
		at.id = w.nextElem(i)
	case t.Elem == 0 && (t.Part == 0 || t.Part <= layout.RunningHead):
		return nil, nil
	}
	e := w.places[at]
	if e == nil && !w.isPause(t) {
		return nil, fmt.Errorf("a line belongs to #%d part %d, which is not in the structure", at.id, at.part)
	}
	return e, nil
}

// nextDest is where the link behind an item leads.
func (w *pageTagger) nextDest(i int) content.ID {
	for _, it := range w.items[i:] {
		if link, ok := it.(*layout.Link); ok && link.Mark == 0 {
			return link.Dest
		}
	}
	return 0
}

// nextElem is the element of the text behind an item.
func (w *pageTagger) nextElem(i int) content.ID {
	for _, it := range w.items[i:] {
		if t, ok := it.(*layout.Text); ok && t.Elem != 0 {
			return t.Elem
		}
	}
	return 0
}

// isPause tells the line of an ornament, which belongs to a break in the text.
func (w *pageTagger) isPause(t *layout.Text) bool { return w.pauses[t.Elem] }

// text tags a line.
func (w *pageTagger) text(i int, t *layout.Text, shows []show) error {
	base, err := w.base(i, t)
	if err != nil {
		return err
	}
	w.latest = base
	if base == nil {
		for k := range shows {
			shows[k].cuts = nil
			w.artifact(artifactOf(t.Part))
		}
		return nil
	}
	links := linksBehind(w.items[i+1:])
	if plain := len(links) == 0 && !w.speaks(t.Line, base); plain {
		for k := range shows {
			shows[k].cuts = nil
			w.own(base)
		}
		return nil
	}
	w.line(i, base, t, shows, links)
	return nil
}

// linksBehind are the links on the pieces of a line: those right behind it.
func linksBehind(items []layout.Item) []*layout.Link {
	n := 0
	for n < len(items) {
		if link, ok := items[n].(*layout.Link); !ok || link.Mark == 0 {
			break
		}
		n++
	}
	links := make([]*layout.Link, n)
	for i := range links {
		links[i] = items[i].(*layout.Link)
	}
	return links
}

// speaks tells whether some of a line is in another language than its element,
// code, or a picture.
func (w *pageTagger) speaks(line *paragraph.Line, base *element) bool {
	if base.code {
		return false
	}
	lang := w.langOf(base)
	for i := range line.Pieces {
		style := line.Pieces[i].Style
		if s := style.Lang; s != "" && s != lang || style.Object != nil || style.Font.Mono && w.hasCode(base) {
			return true
		}
	}
	return false
}

// hasCode tells whether what is set as code in an element is: neither a whole
// listing nor the tick in a box.
func (w *pageTagger) hasCode(e *element) bool { return !e.code && e.tag != "Lbl" }

// langOf is the language of an element's text.
func (t *tree) langOf(e *element) string {
	for ; e != nil; e = e.parent {
		if e.lang != "" {
			return e.lang
		}
	}
	return t.lang
}

// line tags a line of which parts are links or in another language: each is a
// stretch, in an element within that of the line.
func (w *pageTagger) line(i int, base *element, t *layout.Text, shows []show, links []*layout.Link) {
	w.spans, w.pictured = w.spans[:0], hasObject(t.Line)
	lang := w.langOf(base)
	for k := range shows {
		s := &shows[k]
		for i := range s.cuts {
			c := &s.cuts[i]
			if link := linkOf(links, c.mark); link == nil || !w.leads(link) {
				c.mark = 0
			}
			if c.lang == lang || base.code {
				c.lang = ""
			}
			c.mono = c.mono && w.hasCode(base)
		}
		s.cuts = slices.CompactFunc(s.cuts, func(a, b cut) bool { return a.inlineTag == b.inlineTag })
		w.show(s)
	}
	w.apart = true
	w.inlineImages(i, t.Line, links)
	w.join(base, t, links)
}

// show tags a show. One that belongs to several spans is cut.
func (w *pageTagger) show(s *show) {
	inner := len(s.cuts) > 1
	first := len(w.runs)
	for i := range s.cuts {
		c := &s.cuts[i]
		n := len(w.spans)
		if goesOn := n > 0 && !inner && !w.pictured && !w.runs[len(w.runs)-1].inner && c.inlineTag == w.spans[n-1].inlineTag; goesOn {
			first = len(w.runs) - 1
			w.spans[n-1].piece = min(w.spans[n-1].piece, c.piece)
			continue
		}
		c.run = len(w.runs)
		w.spans = append(w.spans, span{inlineTag: c.inlineTag, piece: c.piece, run: c.run})
		w.open(nil) // its element follows
		w.runs[c.run].inner = inner
	}
	if inner {
		w.runs[first].parts = len(s.cuts)
	}
	w.drawn = append(w.drawn, int32(first))
}

// join gives the spans of a line to their elements, in the order of reading,
// and the links their annotations.
func (w *pageTagger) join(base *element, t *layout.Text, links []*layout.Link) {
	slices.SortStableFunc(w.spans, func(a, b span) int { return cmp.Compare(a.piece, b.piece) })
	for _, s := range w.spans {
		e := base
		if link := linkOf(links, s.mark); link != nil {
			e = w.linkIn(w.around(base, t, link), link, s.lang)
		} else if s.lang != "" && !s.mono {
			e = base.add("Span")
			e.lang = s.lang
		}
		if s.mono {
			e = e.add("Code")
		}
		if s.image != nil {
			w.picture(e, s.image)
			continue
		}
		r := &w.runs[s.run]
		r.elem, w.marks[r.mcid] = e, e
		e.kids = append(e.kids, kid{page: w.page, mcid: r.mcid})
	}
	for _, link := range links {
		if w.leads(link) {
			w.annotate(w.linkIn(w.around(base, t, link), link, ""), link)
		}
	}
}

// around is the element that a link on a line stands in: that of the line, or
// the label of a note.
func (w *pageTagger) around(base *element, t *layout.Text, link *layout.Link) *element {
	if label := w.places[place{link.Elem, 0}]; link.Elem != t.Elem && label != nil {
		return label
	}
	return base
}

// inlineTag is what sets a part of a line apart: that it is a link, by its
// mark, in a language, or code.
type inlineTag struct {
	mark int32
	lang string
	mono bool // in the face of code
}

// cut is where a show begins to belong to something.
type cut struct {
	inlineTag
	piece       int // of the line, the first in the order of drawing
	code, space int // in the show's codes and spaces
	run         int // of the page, where there are several cuts
}

// cut begins a part of a show where the tag changes.
func (s *show) cut(tag inlineTag, piece int) {
	if n := len(s.cuts); n == 0 || s.cuts[n-1].inlineTag != tag {
		s.cuts = append(s.cuts, cut{inlineTag: tag, piece: piece, code: len(s.codes), space: len(s.spaces)})
	}
}

// tagOf is the tag of pieces of a style.
func (s *speller) tagOf(style *paragraph.Style) inlineTag {
	tag := inlineTag{lang: style.Lang, mono: style.Font.Mono}
	if style.Mark != 0 && linkOf(s.links, style.Mark) != nil {
		tag.mark = style.Mark
	}
	return tag
}

func linkOf(links []*layout.Link, mark int32) *layout.Link {
	for _, l := range links {
		if l.Mark == mark {
			return l
		}
	}
	return nil
}

// linkIn is the element of a link within another: the last one there, where it
// is of the same link, or a new one. A call of a note refers to it.
func (w *pageTagger) linkIn(base *element, link *layout.Link, lang string) *element {
	if e := w.owner[link]; e != nil {
		return e
	}
	for i := len(base.kids) - 1; i >= 0; i-- {
		e := base.kids[i].elem
		if e == nil {
			break
		}
		if e.tag == "Reference" {
			e = e.kids[0].elem
		}
		if l := e.link; l != nil && l.Mark == link.Mark && l.URL == link.URL && l.Dest == link.Dest {
			return e
		}
		break
	}
	e := base
	if w.notes[link.Dest] {
		e = e.add("Reference")
	}
	e = e.add("Link")
	e.link, e.lang = link, lang
	w.owner[link] = e
	return e
}
