package scribe

import (
	"strings"

	"warraq/content"
	"warraq/content/locale"
)

// Settler makes of blocks what Markdown can say, and drops those in which nothing
// stands. The zero value keeps all places that are marked, and all links.
type Settler struct {
	// Marked and Wanted are the anchors of places that are there, and of those that
	// something refers to. A place that nothing refers to loses its anchor; a link to
	// one that is not there is its words, a reference its label. Nil keeps all.
	Marked, Wanted map[string]bool
	// Aliases are anchors by other names of theirs, which links may have.
	Aliases map[string]string
	// Quiet are languages that go without saying: words within a line lose them.
	Quiet map[string]bool

	notes map[*content.Note]bool // that are settled
}

// Settle is the work of the zero Settler.
func Settle(blocks []content.Block) []content.Block { return new(Settler).Blocks(blocks) }

// Blocks settles blocks; those given are not to be used any more.
func (s *Settler) Blocks(blocks []content.Block) []content.Block {
	var out []content.Block
	for _, b := range blocks {
		place := b.At()
		place.Anchor = s.anchor(place.Anchor)
		out = append(out, s.block(b)...)
	}
	return out
}

// anchor is an anchor that something refers to, or "".
func (s *Settler) anchor(name string) string {
	if s.Wanted != nil && !s.Wanted[name] {
		return ""
	}
	return name
}

// Again makes ready to settle once more what was settled.
func (s *Settler) Again() { s.notes = nil }

// named is the anchor that a link means.
func (s *Settler) named(anchor string) string {
	if to := s.Aliases[anchor]; to != "" {
		return to
	}
	return anchor
}

// leads tells whether what an anchor names is there.
func (s *Settler) leads(anchor string) bool { return s.Marked == nil || s.Marked[anchor] }

// Chapter settles a chapter, and lists its notes.
func (s *Settler) Chapter(c *content.Chapter) {
	c.Anchor = s.anchor(c.Anchor)
	c.Title = s.oneLine(c.Title)
	c.Blocks = s.Blocks(c.Blocks)
	c.Notes = Called(c)
}

// Called lists the notes that a chapter calls, in the order of their calls; those
// within notes too.
func Called(c *content.Chapter) (notes []*content.Note) {
	seen := make(map[*content.Note]bool)
	var texts func(*content.Chapter)
	texts = func(c *content.Chapter) {
		content.Texts(&content.Document{Chapters: []*content.Chapter{{Title: c.Title, Blocks: c.Blocks}}}, func(_ *content.Place, text []content.Inline) {
			content.Inlines(text, func(in content.Inline) {
				if ref, ok := in.(*content.NoteRef); ok && !seen[ref.Note] {
					seen[ref.Note] = true
					notes = append(notes, ref.Note)
					texts(&content.Chapter{Blocks: ref.Note.Blocks})
				}
			})
		})
	}
	texts(c)
	return notes
}

// run settles a run of a paragraph.
func (s *Settler) run(text []content.Inline) []content.Inline {
	text = s.flat(text).Inlines()
	content.Inlines(text, func(in content.Inline) {
		switch in := in.(type) {
		case *content.NoteRef:
			if note := in.Note; note != nil && !s.notes[note] {
				if s.notes == nil {
					s.notes = make(map[*content.Note]bool)
				}
				s.notes[note] = true
				note.Blocks = s.Blocks(note.Blocks)
			}
		case *content.Image:
			in.Alt, in.Title = strings.TrimSpace(printable(in.Alt)), strings.TrimSpace(printable(in.Title))
		}
	})
	return text
}

// oneLine is a run in which no line ends.
func (s *Settler) oneLine(text []content.Inline) []content.Inline {
	flat := s.flat(text)
	for i := range flat.atoms {
		if flat.atoms[i].breaks() {
			flat.atoms[i] = atom{text: " "}
		}
	}
	return s.run(flat.Inlines())
}

func (s *Settler) block(b content.Block) []content.Block {
	switch b := b.(type) {
	case *content.Heading:
		b.Inlines, b.Level = s.oneLine(b.Inlines), min(max(b.Level, 2), 6)
		return some(b, len(b.Inlines) > 0)
	case *content.Paragraph:
		b.Inlines = s.run(b.Inlines)
		if len(b.Inlines) == 1 {
			if img, ok := b.Inlines[0].(*content.Image); ok {
				fig := &content.Figure{Place: b.Place, Src: img.Src, Alt: img.Alt}
				if img.Title != "" {
					fig.Caption = []content.Inline{&content.Text{Value: img.Title}}
				}
				return s.block(fig)
			}
		}
		return some(b, len(b.Inlines) > 0)
	case *content.List:
		return s.list(b)
	case *content.Quote:
		return s.quote(b)
	case *content.Verse:
		return s.verse(b)
	case *content.Table:
		return s.table(b)
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
		return s.definitions(b)
	case *content.Div:
		b.Blocks, b.Title = s.Blocks(b.Blocks), s.oneLine(b.Title)
		if Attributes(&b.Attr) == "" && b.Title == nil {
			return b.Blocks
		}
		return some(b, len(b.Blocks) > 0 || b.Title != nil)
	case *content.Break, *content.PageBreak:
		return some(b, true)
	case *content.Endnotes, *content.Listing, *content.TitlePage, *content.Imprint, *content.Contents: // the book makes them of itself
	}
	return nil
}

func some(b content.Block, there bool) []content.Block {
	if !there {
		return nil
	}
	return []content.Block{b}
}

// list decides whether a list can be tight: it can while nothing but lists
// stands below the text of its items, and numbers that follow text at once begin
// with 1 (CommonMark 0.31.2, 5.3). One that a single line fills cannot be loose.
func (s *Settler) list(l *content.List) []content.Block {
	kept := l.Items[:0]
	blocks := 0
	for _, it := range l.Items {
		it.Blocks = s.Blocks(it.Blocks)
		if len(it.Blocks) == 0 && l.Style == locale.Bullet {
			continue
		}
		kept, blocks = append(kept, it), max(blocks, len(it.Blocks))
		for i, b := range it.Blocks {
			l.Tight = l.Tight && standsTight(b, i)
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

// standsTight tells whether a block may stand at a place in an item of a tight list.
func standsTight(b content.Block, at int) bool {
	switch b := b.(type) {
	case *content.Paragraph:
		return at == 0
	case *content.List:
		return b.Tight && at > 0 && (at > 1 || b.Style == locale.Bullet || b.Start == 1)
	}
	return false
}

// quote takes a last paragraph behind a dash for who is quoted, as it is read.
func (s *Settler) quote(q *content.Quote) []content.Block {
	q.Blocks, q.Attribution = s.Blocks(q.Blocks), s.oneLine(q.Attribution)
	if len(q.Blocks) == 0 {
		q.Blocks, q.Attribution = s.Blocks([]content.Block{&content.Paragraph{Inlines: q.Attribution}}), nil
	}
	return some(q, len(q.Blocks) > 0)
}

// verseClass is the name of the division that a poem is.
const verseClass = "verse"

func (s *Settler) verse(v *content.Verse) []content.Block {
	var stanzas [][]content.VerseLine
	for _, stanza := range v.Stanzas {
		var lines []content.VerseLine
		for _, line := range stanza {
			var halves [][]content.Inline
			for _, half := range line.Halves {
				if half = s.oneLine(half); half != nil {
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
	v.Stanzas, v.Attribution = stanzas, s.oneLine(v.Attribution)
	if !v.Has(verseClass) {
		v.Classes = append([]string{verseClass}, v.Classes...)
	}
	return some(v, stanzas != nil)
}

func (s *Settler) table(t *content.Table) []content.Block {
	t.Caption = s.oneLine(t.Caption)
	rows, _ := t.All()
	words := false
	for _, r := range rows {
		for _, c := range r.Cells {
			c.Inlines = s.run(c.Inlines)
			words = words || len(c.Inlines) > 0
		}
	}
	for i, a := range t.Columns {
		if a == content.AlignEnd {
			t.Columns[i] = content.AlignStart
		}
	}
	return some(t, words && len(t.Columns) > 0)
}

func (s *Settler) definitions(d *content.Definitions) []content.Block {
	kept := d.Entries[:0]
	for _, e := range d.Entries {
		e.Term = s.oneLine(e.Term)
		bodies := e.Bodies[:0]
		for _, body := range e.Bodies {
			if body = s.Blocks(body); len(body) > 0 {
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
