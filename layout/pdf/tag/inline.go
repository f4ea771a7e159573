package tag

import (
	"cmp"
	"slices"

	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/pdf/spell"
)

// A line of which parts are links, code, abbreviations, dressed or in another
// language is several stretches. Its shows stay as they are: one that belongs to several elements is
// cut into strings that follow each other, so that no ink moves.

// span is a part of a line on its way to its element: those of a line are
// drawn from left to right, and join their elements in the order of reading.
type span struct {
	spell.Inline
	piece    int            // the first in the order of reading
	sequence int            // in sequences
	image    *display.Image // in its place
}

// speaks tells whether some of a line is in another language than its element,
// code, an abbreviation, dressed or a picture.
func (w *pageTagger) speaks(line *paragraph.Line, base *Element) bool {
	if base.code {
		return false
	}
	lang := w.langOf(base)
	for i := range line.Pieces {
		style := line.Pieces[i].Style
		if dress, _ := spell.DressOf(style); dress != 0 {
			return true
		}
		if s := style.Lang; s != "" && s != lang || style.Object != nil || line.Pieces[i].Expansion() != nil || style.Font.Mono && w.hasCode(base) {
			return true
		}
	}
	return false
}

// hasCode tells whether what is set as code in an element is: neither a whole
// listing nor the tick in a box.
func (w *pageTagger) hasCode(e *Element) bool { return !e.code && e.Type != "Lbl" }

// line tags a line of which parts are links or in another language: each is a
// stretch, in an element within that of the line.
func (w *pageTagger) line(i int, base *Element, t *display.Text, shows []spell.Show, links []*display.Link) {
	w.spans, w.pictured = w.spans[:0], hasObject(t.Line)
	lang := w.langOf(base)
	for k := range shows {
		s := &shows[k]
		if len(s.Cuts) == 0 { // without a word, it goes on with the one before
			s.Cuts = append(s.Cuts, w.latestCut())
		}
		for i := range s.Cuts {
			c := &s.Cuts[i]
			if link := display.LinkOf(links, c.Mark); link == nil || !w.leads(link) {
				c.Mark = 0
			}
			if c.Lang == lang || base.code {
				c.Lang = ""
			}
			c.Mono = c.Mono && w.hasCode(base)
		}
		s.Cuts = slices.CompactFunc(s.Cuts, func(a, b spell.Cut) bool { return a.Inline == b.Inline })
		w.show(s)
	}
	w.apart = true
	w.inlineImages(i, t.Line, links)
	w.join(base, t, links)
}

// latestCut is where a show begins that goes on with the last span.
func (w *pageTagger) latestCut() spell.Cut {
	if n := len(w.spans); n > 0 {
		return spell.Cut{Inline: w.spans[n-1].Inline, Piece: w.spans[n-1].piece}
	}
	return spell.Cut{}
}

// show tags a show. One that belongs to several spans is cut.
func (w *pageTagger) show(s *spell.Show) {
	inner := len(s.Cuts) > 1
	first := len(w.Sequences)
	for i := range s.Cuts {
		c := &s.Cuts[i]
		n := len(w.spans)
		if goesOn := n > 0 && !inner && !w.pictured && !w.Sequences[len(w.Sequences)-1].Inner && c.Inline == w.spans[n-1].Inline; goesOn {
			first = len(w.Sequences) - 1
			w.spans[n-1].piece = min(w.spans[n-1].piece, c.Piece)
			continue
		}
		c.Sequence = len(w.Sequences)
		w.spans = append(w.spans, span{Inline: c.Inline, piece: c.Piece, sequence: c.Sequence})
		w.open(nil) // its element follows
		w.Sequences[c.Sequence].Inner = inner
	}
	if inner {
		w.Sequences[first].Parts = len(s.Cuts)
	}
	w.Drawn = append(w.Drawn, int32(first))
}

// join gives the spans of a line to their elements, in the order of reading,
// and the links their annotations.
func (w *pageTagger) join(base *Element, t *display.Text, links []*display.Link) {
	slices.SortStableFunc(w.spans, func(a, b span) int { return cmp.Compare(a.piece, b.piece) })
	for _, s := range w.spans {
		e := base
		if link := display.LinkOf(links, s.Mark); link != nil {
			e = w.linkIn(w.around(base, t, link), link, s.Lang)
		} else if s.Lang != "" && !s.Mono && s.Long == nil {
			e = base.spanIn(s.Lang, nil, "")
		}
		if s.Long != nil {
			e = e.spanIn(s.Lang, s.Long, "")
			e.before, e.behind = spacesBeside(t.Line, s.piece)
		}
		e = e.dressIn(&s.Inline, &w.book.Style.Design)
		if s.Mono {
			e = e.add("Code")
		}
		if s.image != nil {
			w.picture(e, s.image)
			continue
		}
		r := &w.Sequences[s.sequence]
		r.Elem, w.marks[r.MCID] = e, e
		e.kids = append(e.kids, kid{page: w.page, mcid: r.MCID})
	}
	for _, link := range links {
		if w.leads(link) {
			w.annotate(w.linkIn(w.around(base, t, link), link, ""), link)
		}
	}
}

// around is the element that a link on a line stands in: that of the line, or
// the label of a note.
func (w *pageTagger) around(base *Element, t *display.Text, link *display.Link) *Element {
	if label := w.places[place{link.Elem, 0}]; link.Elem != t.Elem && label != nil {
		return label
	}
	return base
}

// linkIn is the element of a link within another: the last one there, where it
// is of the same link, or a new one. A call of a note refers to it.
func (w *pageTagger) linkIn(base *Element, link *display.Link, lang string) *Element {
	if e := w.owner[link]; e != nil {
		return e
	}
	if e := base.lastLink(); e != nil && e.link.Mark == link.Mark && e.link.URL == link.URL && e.link.Dest == link.Dest {
		return e // it goes on from the line above
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

// lastLink is the link that an element ends with, nil for none.
func (e *Element) lastLink() *Element {
	if len(e.kids) == 0 {
		return nil
	}
	last := e.kids[len(e.kids)-1].elem
	if last != nil && last.Type == "Reference" {
		last = last.kids[0].elem
	}
	if last == nil || last.link == nil {
		return nil
	}
	return last
}

// picture adds the element of a picture in a line.
func (w *pageTagger) picture(above *Element, m *display.Image) *Element {
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
func (w *pageTagger) inlineImages(i int, line *paragraph.Line, links []*display.Link) {
	if !w.pictured {
		return
	}
	images := w.items[i+1+len(links):]
	for k := range line.Pieces {
		style := line.Pieces[k].Style
		if style.Object == nil || len(images) == 0 {
			continue
		}
		m, ok := images[0].(*display.Image)
		if !ok {
			return
		}
		s := span{piece: k, image: m}
		if link := display.LinkOf(links, style.Mark); link != nil && w.leads(link) {
			s.Mark = link.Mark
		}
		w.spans = append(w.spans, s)
		images = images[1:]
	}
}

// spacesBeside gives the spaces that belong to the element of a piece because
// they are drawn with it: the one behind, and after a number the one before.
func spacesBeside(line *paragraph.Line, i int) (before, behind string) {
	p := line.Pieces
	if i > 0 && p[i-1].Word == nil && (i == 1 || (p[i-2].Level^p[i].Level)&1 == 1) {
		before = " "
	}
	if i+1 < len(p) && p[i+1].Word == nil {
		behind = " "
	}
	return before, behind
}

// spanIn is the span of a language, an abbreviation or a dress that an element
// ends with, or a new one.
func (e *Element) spanIn(lang string, long *string, attr string) *Element {
	if n := len(e.kids); n > 0 {
		if last := e.kids[n-1].elem; last != nil && last.Type == "Span" && last.lang == lang && last.long == long && last.attr == attr {
			return last // it goes on from the line above
		}
	}
	span := e.add("Span")
	span.lang, span.long, span.attr = lang, long, attr
	return span
}
