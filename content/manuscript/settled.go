package manuscript

import (
	"strings"

	"warraq/content"
	"warraq/content/locale"
)

// Settle makes of blocks what Markdown can say, and drops those in which nothing
// stands. The blocks given are not to be used any more.
func Settle(blocks []content.Block) []content.Block {
	var out []content.Block
	for _, b := range blocks {
		out = append(out, settleBlock(b)...)
	}
	return out
}

// SettleTitle makes of the title of a chapter what a heading can say.
func SettleTitle(title []content.Inline) []content.Inline { return oneLine(title) }

// settled is a run of a paragraph.
func settled(text []content.Inline) []content.Inline {
	text = Flat(text).Inlines()
	content.Inlines(text, func(in content.Inline) {
		switch in := in.(type) {
		case *content.NoteRef:
			if note := in.Note; note != nil {
				note.Blocks = Settle(note.Blocks)
			}
		case *content.Image:
			in.Alt, in.Title = strings.TrimSpace(printable(in.Alt)), strings.TrimSpace(printable(in.Title))
		}
	})
	return text
}

// oneLine is a run in which no line ends.
func oneLine(text []content.Inline) []content.Inline {
	flat := Flat(text)
	for i := range flat.atoms {
		if flat.atoms[i].breaks() {
			flat.atoms[i] = atom{text: " "}
		}
	}
	return settled(flat.Inlines())
}

func settleBlock(b content.Block) []content.Block {
	switch b := b.(type) {
	case *content.Heading:
		b.Inlines, b.Level = oneLine(b.Inlines), min(max(b.Level, 2), 6)
		return some(b, len(b.Inlines) > 0)
	case *content.Paragraph:
		b.Inlines = settled(b.Inlines)
		if len(b.Inlines) == 1 {
			if img, ok := b.Inlines[0].(*content.Image); ok {
				fig := &content.Figure{Place: b.Place, Src: img.Src, Alt: img.Alt}
				if img.Title != "" {
					fig.Caption = []content.Inline{&content.Text{Value: img.Title}}
				}
				return settleBlock(fig)
			}
		}
		return some(b, len(b.Inlines) > 0)
	case *content.List:
		return settleList(b)
	case *content.Quote:
		return settleQuote(b)
	case *content.Verse:
		return settleVerse(b)
	case *content.Table:
		return settleTable(b)
	case *content.Figure:
		b.Alt = strings.TrimSpace(printable(b.Alt))
		if caption := strings.TrimSpace(printable(content.PlainText(b.Caption))); caption != "" {
			b.Caption = []content.Inline{&content.Text{Value: caption}}
		} else {
			b.Caption = nil
		}
		return some(b, b.Src != "")
	case *content.CodeBlock:
		b.Text = listing(b.Text)
		return some(b, strings.TrimSpace(b.Text) != "")
	case *content.Definitions:
		return settleDefinitions(b)
	case *content.Div:
		b.Blocks, b.Title = Settle(b.Blocks), oneLine(b.Title)
		if Attributes(&b.Attr) == "" && b.Title == nil {
			return b.Blocks
		}
		return some(b, len(b.Blocks) > 0 || b.Title != nil)
	case *content.Break, *content.PageBreak:
		return some(b, true)
	case *content.Endnotes, *content.Listing: // the book makes them of itself
	}
	return nil
}

func some(b content.Block, there bool) []content.Block {
	if !there {
		return nil
	}
	return []content.Block{b}
}

// settleList decides whether a list can be tight: it can while nothing but lists
// stands below the text of its items. One that a single line fills cannot be loose.
func settleList(l *content.List) []content.Block {
	kept := l.Items[:0]
	blocks := 0
	for _, it := range l.Items {
		it.Blocks = Settle(it.Blocks)
		if len(it.Blocks) == 0 && l.Style == locale.Bullet {
			continue
		}
		kept, blocks = append(kept, it), max(blocks, len(it.Blocks))
		for i, b := range it.Blocks {
			_, paragraph := b.(*content.Paragraph)
			inner, list := b.(*content.List)
			if paragraph == (i > 0) || !paragraph && !list || list && !inner.Tight {
				l.Tight = false
			}
		}
	}
	l.Items = kept
	if len(kept) == 1 && blocks < 2 {
		l.Tight = true
	}
	l.Start = min(max(l.Start, 0), 99_999_999)
	if l.Style == locale.Bullet {
		l.Start = 0
	}
	return some(l, len(kept) > 0)
}

// settleQuote takes a last paragraph behind a dash for who is quoted, as it is read.
func settleQuote(q *content.Quote) []content.Block {
	q.Blocks, q.Attribution = Settle(q.Blocks), oneLine(q.Attribution)
	if len(q.Blocks) == 0 {
		q.Blocks, q.Attribution = Settle([]content.Block{&content.Paragraph{Inlines: q.Attribution}}), nil
	}
	return some(q, len(q.Blocks) > 0)
}

// verseClass is the name of the division that a poem is.
const verseClass = "verse"

func settleVerse(v *content.Verse) []content.Block {
	var stanzas [][]content.VerseLine
	for _, stanza := range v.Stanzas {
		var lines []content.VerseLine
		for _, line := range stanza {
			var halves [][]content.Inline
			for _, half := range line.Halves {
				if half = oneLine(half); half != nil {
					halves = append(halves, half)
				}
			}
			if line.Halves = halves; halves != nil {
				lines = append(lines, line)
			}
		}
		if lines != nil {
			stanzas = append(stanzas, lines)
		}
	}
	v.Stanzas, v.Attribution = stanzas, oneLine(v.Attribution)
	if !v.Has(verseClass) {
		v.Classes = append([]string{verseClass}, v.Classes...)
	}
	return some(v, stanzas != nil)
}

func settleTable(t *content.Table) []content.Block {
	t.Caption = oneLine(t.Caption)
	rows, _ := t.All()
	words := false
	for _, r := range rows {
		for _, c := range r.Cells {
			c.Inlines = settled(c.Inlines)
			words = words || len(c.Inlines) > 0
		}
	}
	for i, a := range t.Columns {
		if a == content.AlignEnd {
			t.Columns[i] = content.AlignStart
		}
	}
	t.AlignNumbers()
	return some(t, words && len(t.Columns) > 0)
}

func settleDefinitions(d *content.Definitions) []content.Block {
	kept := d.Entries[:0]
	for _, e := range d.Entries {
		e.Term = oneLine(e.Term)
		bodies := e.Bodies[:0]
		for _, body := range e.Bodies {
			if body = Settle(body); len(body) > 0 {
				bodies = append(bodies, body)
			}
		}
		if e.Bodies = bodies; e.Term != nil && len(bodies) > 0 {
			kept = append(kept, e)
		}
	}
	d.Entries = kept
	return some(d, len(kept) > 0)
}

// listing is code without spaces at the ends of its lines, and without empty lines at
// its own.
func listing(code string) string {
	var b strings.Builder
	for line := range strings.Lines(code) {
		b.WriteString(strings.TrimRight(line, " \t\r\n") + "\n")
	}
	return strings.Trim(b.String(), "\n") + "\n"
}
