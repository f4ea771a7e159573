package content

// EditBlocks puts in the place of each block what edit gives for it, which may be
// the block itself, several or none; the blocks inside it go first.
func EditBlocks(doc *Document, edit func(Block) []Block) {
	e := blockEditor{edit}
	for _, c := range doc.Chapters {
		e.blocks(&c.Blocks)
		for _, n := range c.Notes {
			e.blocks(&n.Blocks)
		}
	}
}

// blockEditor knows where blocks hang in others.
type blockEditor struct{ edit func(Block) []Block }

func (e *blockEditor) blocks(blocks *[]Block) {
	for i, b := range *blocks {
		e.within(b)
		if with := e.edit(b); len(with) != 1 || with[0] != b {
			e.splice(blocks, i, with)
			return
		}
	}
}

// splice goes on with a list whose block i is not to stay as it is.
func (e *blockEditor) splice(blocks *[]Block, i int, with []Block) {
	edited := append((*blocks)[:i:i], with...)
	for _, b := range (*blocks)[i+1:] {
		e.within(b)
		edited = append(edited, e.edit(b)...)
	}
	*blocks = edited
}

func (e *blockEditor) within(b Block) {
	switch b := b.(type) {
	case *List:
		for _, it := range b.Items {
			e.blocks(&it.Blocks)
		}
	case *Quote:
		e.blocks(&b.Blocks)
	case *Definitions:
		for _, d := range b.Entries {
			for i := range d.Bodies {
				e.blocks(&d.Bodies[i])
			}
		}
	case *Div:
		e.blocks(&b.Blocks)
	case *Heading, *Paragraph, *Verse, *Table, *Figure, *CodeBlock, *Break, *PageBreak, *Endnotes, *Listing, *TitlePage, *Imprint, *Contents:
	}
}

// EditInlines puts in the place of each inline of the book's texts what edit gives
// for it, which may be the inline itself, several or none; those inside it go first.
// Around is the link that it stands in, nil for none.
func EditInlines(doc *Document, edit func(in Inline, around *Link) []Inline) {
	w := Walker{Edit: func(_ *Place, text *[]Inline) { editRun(text, nil, edit) }}
	w.Document(doc)
}

func editRun(text *[]Inline, around *Link, edit func(Inline, *Link) []Inline) {
	var edited []Inline
	changed := false
	for i, in := range *text {
		if inner := Inside(in); inner != nil {
			link, ok := in.(*Link)
			if !ok {
				link = around
			}
			editRun(inner, link, edit)
		}
		with := edit(in, around)
		if !changed && (len(with) != 1 || with[0] != in) {
			changed, edited = true, append(edited, (*text)[:i]...)
		}
		if changed {
			edited = append(edited, with...)
		}
	}
	if changed {
		*text = edited
	}
}
