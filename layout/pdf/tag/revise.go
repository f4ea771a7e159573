package tag

import (
	"slices"

	"warraq/content"
	"warraq/content/setup"
)

// revise makes the structure that of PDF 2.0, as PDF/UA-2 and ISO/TS 32005 want
// it: notes and what refers to them know each other, entries of contents know
// what they lead to, and everything stands in what may hold it. The elements
// keep their content, so that the pages are the same.
func (t *Tags) revise() {
	t.findSpans()
	t.reviseIn(t.root, nil)
}

// findSpans finds the parts of the book in which the places stand that links
// and the index lead to.
func (t *Tags) findSpans() {
	t.spans = make(map[content.ID]content.ID)
	content.Texts(t.doc, func(at *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if span, ok := in.(*content.Span); ok && span.ID != 0 {
				t.spans[span.ID] = at.ID
			}
		})
	})
}

// reviseIn revises an element that stands in a note, nil for none.
func (t *Tags) reviseIn(e, note *Element) {
	switch {
	case e.side != nil:
		e.Type, e.attr, note = "FENote", "<</O/FENote/NoteType/None>>", e
		for e.side.pruned {
			e.side = e.side.parent
		}
		e.refs, e.side.refs = append(e.refs, e.side), append(e.side.refs, e)
	case e.Type == "Note":
		e.Type, e.attr, note = "FENote", noteTypes[t.doc.Setup.Notes], e
	case e.Type == "L":
		e.attr = e.numbering()
	case e.Type == "Div" && e.holds("Caption"):
		e.Type = "Sect" // a Div is looked through, and its caption would be that of a whole chapter
	case e.script != 0:
		e.attr = e.position()
	case e.level > 0 && note != nil:
		e.Type = "P" // a note holds no headings
	}
	for i, k := range e.kids {
		switch {
		case k.elem != nil:
			if inner := k.elem; inner.Type == "Reference" && len(inner.kids) == 1 && inner.kids[0].elem != nil {
				link := inner.kids[0].elem // neither may hold the other
				link.Type, link.parent = "Reference", e
				e.kids[i].elem = link
			}
			t.reviseIn(e.kids[i].elem, note)
		case k.note != nil && k.note.URL == "":
			t.refer(e, k.note.Dest)
		}
	}
}

// noteTypes are the attributes of notes (ISO 32000-2 14.8.5).
var noteTypes = map[setup.NoteNumbering]string{
	setup.NotesByPage: "<</O/FENote/NoteType/Footnote>>", setup.NotesByChapter: "<</O/FENote/NoteType/Footnote>>",
	setup.NotesAtEnd: "<</O/FENote/NoteType/Endnote>>",
}

// refer says of an element what it refers to: a note, which refers back, or what
// an entry of the contents is the title of (ISO 14289-2 8.2.5.8, 8.2.5.14).
func (t *Tags) refer(e *Element, id content.ID) {
	target := t.ElementOf(id)
	switch {
	case t.notes[id] && !slices.Contains(e.refs, target):
		e.refs = append(e.refs, target)
		target.refs = append(target.refs, e)
	case e.parent.Type == "TOCI":
		e.refs = []*Element{target}
	}
}

// ElementOf is the element of a part of the book: the least one around it that
// has any content.
func (t *Tags) ElementOf(id content.ID) *Element {
	if in, ok := t.spans[id]; ok {
		id = in
	}
	e := t.stood[id]
	if e == nil {
		e = t.places[place{id, 0}]
	}
	if e == nil {
		return t.root
	}
	if e.Type == "Lbl" {
		e = e.parent
	}
	live := e
	for ; e != nil; e = e.parent {
		if e.pruned {
			live = e.parent
		}
	}
	return live
}

// holds tells whether an element has one of a type in it.
func (e *Element) holds(tag string) bool {
	return slices.ContainsFunc(e.kids, func(k kid) bool { return k.elem != nil && k.elem.Type == tag })
}

// The attributes of lists, in the words of ISO 32000-1 and of ISO 32000-2
// (14.8.5.5), which has some for letters of no alphabet it knows, and for lists
// of explanations.
const (
	unnumbered = "<</O/List/ListNumbering/None>>"
	lettered   = "<</O/List/ListNumbering/LowerAlpha>>"
	ordered    = "<</O/List/ListNumbering/Ordered>>"
	described  = "<</O/List/ListNumbering/Description>>"
)

// numbering is the attribute of a list. One with labels has a numbering
// (ISO 14289-2 8.2.5.25).
func (e *Element) numbering() string {
	switch {
	case e.attr == lettered:
		return ordered
	case e.attr == unnumbered && slices.ContainsFunc(e.kids, func(k kid) bool { return k.elem.holds("Lbl") }):
		return described
	}
	return e.attr
}
