// Package twin copies what a reader made, so that the copy can be written into.
package twin

import (
	"slices"

	"warraq/content"
)

// Of are copies of chapters that a reader made, down to their last list; a note that is
// called twice is one in the copy too.
func Of(chapters []*content.Chapter) []*content.Chapter {
	t := twin{notes: make(map[*content.Note]*content.Note)}
	return each(chapters, func(c *content.Chapter) *content.Chapter {
		own := *c
		own.Place = placed(c.Place)
		own.Title, own.Blocks, own.Notes = t.inlines(c.Title), t.blocks(c.Blocks), each(c.Notes, t.note)
		return &own
	})
}

// twin is the notes copied so far.
type twin struct {
	notes map[*content.Note]*content.Note
}

// each copies a list.
func each[T any](all []T, one func(T) T) []T {
	if all == nil {
		return nil
	}
	own := make([]T, len(all))
	for i := range all {
		own[i] = one(all[i])
	}
	return own
}

func placed(p content.Place) content.Place {
	p.Attr = attr(p.Attr)
	return p
}

func attr(a content.Attr) content.Attr {
	a.Classes, a.Keys = slices.Clone(a.Classes), slices.Clone(a.Keys)
	return a
}

func (t *twin) note(n *content.Note) *content.Note {
	if n == nil {
		return nil
	}
	own, known := t.notes[n]
	if !known {
		own = new(content.Note)
		t.notes[n] = own
		*own = *n
		own.Place, own.Blocks = placed(n.Place), t.blocks(n.Blocks)
	}
	return own
}

func (t *twin) inlines(text []content.Inline) []content.Inline { return each(text, t.inline) }

func (t *twin) inline(in content.Inline) content.Inline {
	switch in := in.(type) {
	case *content.Text:
		own := *in
		return &own
	case *content.Strong:
		return &content.Strong{Inlines: t.inlines(in.Inlines)}
	case *content.Emphasis:
		return &content.Emphasis{Inlines: t.inlines(in.Inlines)}
	case *content.Code:
		own := *in
		return &own
	case *content.Link:
		own := *in
		own.Inlines = t.inlines(in.Inlines)
		return &own
	case *content.Image:
		own := *in
		return &own
	case *content.NoteRef:
		own := *in
		own.Note = t.note(in.Note)
		return &own
	case *content.Span:
		own := *in
		own.Attr, own.Inlines = attr(in.Attr), t.inlines(in.Inlines)
		return &own
	case *content.Reference:
		own := *in
		own.Note = t.note(in.Note)
		return &own
	case *content.LineBreak:
		return new(content.LineBreak)
	}
	return in
}

func (t *twin) blocks(blocks []content.Block) []content.Block { return each(blocks, t.block) }

func (t *twin) block(b content.Block) content.Block {
	own := t.filled(b)
	at := own.At()
	*at = placed(*at)
	return own
}

// filled is a copy of a block whose place is still that of the block.
func (t *twin) filled(b content.Block) content.Block {
	switch b := b.(type) {
	case *content.Heading:
		own := *b
		own.Inlines = t.inlines(b.Inlines)
		return &own
	case *content.Paragraph:
		return &content.Paragraph{Place: b.Place, Inlines: t.inlines(b.Inlines)}
	case *content.List:
		own := *b
		own.Items = each(b.Items, t.item)
		return &own
	case *content.Quote:
		own := *b
		own.Blocks, own.Attribution = t.blocks(b.Blocks), t.inlines(b.Attribution)
		return &own
	case *content.Verse:
		own := *b
		own.Stanzas, own.Attribution = each(b.Stanzas, t.stanza), t.inlines(b.Attribution)
		return &own
	case *content.Table:
		own := *b
		own.Columns, own.Header = slices.Clone(b.Columns), t.row(b.Header)
		own.Rows, own.Caption = each(b.Rows, t.row), t.inlines(b.Caption)
		return &own
	case *content.Figure:
		own := *b
		own.Caption = t.inlines(b.Caption)
		if b.Data != nil {
			own.Data = t.block(b.Data).(*content.Table)
		}
		return &own
	case *content.CodeBlock:
		own := *b
		return &own
	case *content.Definitions:
		own := *b
		own.Entries = each(b.Entries, t.definition)
		return &own
	case *content.Break:
		own := *b
		return &own
	case *content.PageBreak:
		own := *b
		return &own
	case *content.Div:
		own := *b
		own.Title, own.Blocks = t.inlines(b.Title), t.blocks(b.Blocks)
		return &own
	case *content.Endnotes, *content.Listing, *content.TitlePage, *content.Imprint, *content.Contents: // no reader makes them
	}
	return b
}

func (t *twin) item(it *content.Item) *content.Item {
	own := *it
	own.Place, own.Blocks = placed(it.Place), t.blocks(it.Blocks)
	return &own
}

func (t *twin) stanza(lines []content.VerseLine) []content.VerseLine {
	return each(lines, func(l content.VerseLine) content.VerseLine {
		l.Halves = each(l.Halves, t.inlines)
		return l
	})
}

func (t *twin) row(r *content.Row) *content.Row {
	if r == nil {
		return nil
	}
	own := *r
	own.Place = placed(r.Place)
	own.Cells = each(r.Cells, func(c *content.Cell) *content.Cell {
		return &content.Cell{Place: placed(c.Place), Inlines: t.inlines(c.Inlines)}
	})
	return &own
}

func (t *twin) definition(e *content.Definition) *content.Definition {
	own := *e
	own.Place, own.Term, own.Bodies = placed(e.Place), t.inlines(e.Term), each(e.Bodies, t.blocks)
	return &own
}
