package pages

import (
	"warraq/content"
	"warraq/content/dress"
	"warraq/content/epub/markup"
)

// element is an element of XHTML, with a class of ours or none.
type element struct{ tag, class string }

// dresses are the elements that dress text, the outer first.
var dresses = []struct {
	dress.Dress
	element
}{
	{dress.Highlighted, element{tag: "mark"}},
	{dress.Underlined, element{tag: "u"}},
	{dress.Struck, element{tag: "s"}},
	{dress.SmallCaps, element{"span", "smallcaps"}},
	{dress.Superior, element{tag: "sup"}},
	{dress.Inferior, element{tag: "sub"}},
}

// dressOf are the elements of a span's dress, the outer first, and its
// attributes without the classes that say it.
func dressOf(s *content.Span) ([]element, content.Attr) {
	worn, attr := s.Dress(), s.Attr
	if worn == 0 {
		return nil, attr
	}
	attr.Classes = nil
	for _, c := range s.Classes {
		if dress.Classes[c] == 0 {
			attr.Classes = append(attr.Classes, c)
		}
	}
	var elements []element
	for _, d := range dresses {
		if worn&d.Dress != 0 {
			elements = append(elements, d.element)
		}
	}
	return elements, attr
}

// span writes text with attributes; a term leads to its entry in the glossary,
// what is short for something says for what. The outermost of its elements has
// its attributes.
func (w *Writer) span(s *content.Span) {
	if s.MarksSide() {
		return
	}
	elements, attr := dressOf(s)
	long := markup.Clean(s.Expansion())
	if long != "" {
		elements = append([]element{{tag: "abbr"}}, elements...)
	}
	leads := s.Entry != "" && !w.linked
	extra := ""
	switch {
	case leads:
		w.due()
		elements = append([]element{{tag: "a"}}, elements...)
		extra = ` href="` + markup.Escape(w.href(s.Entry, s.Pos)) + `" epub:type="glossref" role="doc-glossref"`
	case elements == nil:
		elements = []element{{tag: "span"}}
	}
	for i, e := range elements {
		a, id := &none, ""
		if i == 0 {
			a, id = &attr, w.idOf(&s.Attr)
		}
		if e.tag == "abbr" {
			extra += ` title="` + markup.Escape(long) + `"`
		}
		w.openID(e.tag, a, id, e.class, extra)
		extra = ""
	}
	w.linked = w.linked || leads
	w.parts(s.Inlines)
	w.linked = w.linked && !leads
	for i := len(elements) - 1; i >= 0; i-- {
		w.Raw("</", elements[i].tag, ">")
	}
	if leads {
		w.calling()
	}
}
