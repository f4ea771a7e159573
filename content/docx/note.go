package docx

import (
	"strings"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// noteRef reads the call of a footnote or an endnote.
func (p *paragraph) noteRef(kind string, e *container.Element) {
	if p.swallowed() {
		return
	}
	n := p.noteOf(kind, e.Get("w:id"))
	if n == nil {
		p.lost("a note that is called is not in the file", "", "write it anew")
		return
	}
	const most = 50 // bookmarks that are open at one place
	if len(p.reader.bookmarks) <= most {
		for _, name := range p.reader.bookmarks {
			p.marked[name] = n
		}
	}
	p.line.Put(&content.NoteRef{Note: n}, scribe.Look{})
	p.last = '1'
}

// noteOf is a note by its kind and id, read when it is first called; nil for none.
func (r *reader) noteOf(kind, id string) *content.Note {
	key := kind + " " + id
	if n, ok := r.notes[key]; ok {
		return n
	}
	e := r.noteElements(kind)[id]
	if e == nil || r.depth >= mostInner {
		return nil
	}
	n := &content.Note{}
	r.notes[key] = n
	inner := r.inside(e.Kids)
	n.Blocks = intake.Within(inner, &r.text.Report)
	if len(n.Blocks) == 0 { // nothing is in it
		n.Blocks = []content.Block{&content.Paragraph{Inlines: []content.Inline{&content.Text{Value: "—"}}}}
	}
	return n
}

// noteElements are the notes of a kind by their ids, but for the lines that part them
// from the text.
func (r *reader) noteElements(kind string) map[string]*container.Element {
	if r.notesOf == nil {
		r.notesOf = make(map[string]map[string]*container.Element)
	}
	if found, ok := r.notesOf[kind]; ok {
		return found
	}
	found := make(map[string]*container.Element)
	r.notesOf[kind] = found
	part := r.part(kind + "s")
	if part == "" {
		return found
	}
	root, err := r.c.Tree(part, spaces)
	if err != nil {
		r.text.Report.Lost("the part of the notes cannot be read: "+err.Error(), "", "open the file in its program and save it anew")
		return found
	}
	for _, e := range root.All("w:" + kind) {
		if t := e.Get("w:type"); t == "" || t == "normal" {
			found[e.Get("w:id")] = e
		}
	}
	return found
}

// mostInner bounds how deep boxes, tables and notes lie in each other.
const mostInner = 12

// inside reads blocks that lie in a note, a box or a cell.
func (r *reader) inside(kids []*container.Element) []intake.Piece {
	if r.depth >= mostInner {
		var words strings.Builder
		for _, k := range kids {
			words.WriteString(texts(k) + " ")
		}
		r.text.Report.Lost("boxes and tables lie too deep in each other", intake.FirstWords(words.String()), "")
		return nil
	}
	r.depth++
	defer func() { r.depth-- }()
	b := body{reader: r, inner: true}
	for _, k := range kids {
		b.block(k)
	}
	b.flush()
	return b.pieces
}
