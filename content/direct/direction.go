// Package direct tells which way each text of a book runs, and puts what runs the other
// way into spans that say so: texts of another tongue, formulas, numbers by their labels.
package direct

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"warraq/content"
	"warraq/content/locale"
)

// The direction of a text is, in this order: what its author says of it (dir=),
// that of its language (lang=), that of its letters where all of them go the same
// way, that of what it stands in. Numbers, signs, code and addresses have no say,
// so that a text of them alone goes the way of what is around it.
//
// A text that stands by itself (a paragraph, a quotation, a poem, a list, a table)
// goes over to the side where it begins: an English paragraph in an Arabic book has
// its indent and its last line at the left, unless it is a single word, a list its
// marks, unless it is one of names, a table its first column. A text that has its
// place from something else keeps it, and only runs the other way there: a heading,
// a title or a caption stands where all of them do, the paragraphs and lists of an
// item, a note or an explanation beside its mark, a cell on the side of its column.
// It is an isolate (UAX #9 2.4) in what is around it, a [Span].

// Texts gives texts wholly in letters of the other direction that direction.
// What an author gave a direction or a language keeps it.
func Texts(doc *content.Document) {
	for _, c := range doc.Chapters {
		t := doc.Meta.Tongue().Of(&c.Attr)
		if t.Dir == locale.Auto {
			continue // not read from a manuscript: nothing is the other direction
		}
		turn(&c.Title, t.Dir)
		directBlocks(c.Blocks, t)
		for _, n := range c.Notes {
			directMember(n.Blocks, t.Of(&n.Attr))
		}
	}
}

func directBlocks(blocks []content.Block, t content.Tongue) {
	for _, b := range blocks {
		directBlock(b, t)
	}
}

// directMember directs what stands beside a mark or under a term.
func directMember(blocks []content.Block, t content.Tongue) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *content.Paragraph:
			if !says(&b.Attr) {
				turn(&b.Inlines, t.Dir)
			}
		case *content.List:
			directItems(b, t.Of(&b.Attr))
		default:
			directBlock(b, t)
		}
	}
}

func directItems(l *content.List, t content.Tongue) {
	for _, it := range l.Items {
		directMember(it.Blocks, t.Of(&it.Attr))
	}
}

// first is the first of the blocks; nil if there is none.
func first(blocks []content.Block) content.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

// says tells whether an author said in which language or direction a part is.
func says(a *content.Attr) bool { return a.Lang != "" || a.Dir != locale.Auto }

func directBlock(b content.Block, around content.Tongue) {
	a := &b.At().Attr
	if !says(a) {
		a.Dir = goesOver(b, around.Dir)
	}
	t := around.Of(a)
	switch b := b.(type) {
	case *content.Paragraph:
		if !says(a) {
			turn(&b.Inlines, t.Dir)
		}
	case *content.Heading:
		if !says(a) {
			turn(&b.Inlines, t.Dir)
		}
	case *content.List:
		directItems(b, t)
	case *content.Quote:
		directBlocks(b.Blocks, t)
		turn(&b.Attribution, t.Dir)
	case *content.Verse:
		directVerse(b, t)
	case *content.Table:
		directTable(b, t)
	case *content.Figure:
		turn(&b.Caption, t.Dir)
	case *content.Definitions:
		for _, e := range b.Entries {
			inner := t.Of(&e.Attr)
			turn(&e.Term, inner.Dir)
			for _, body := range e.Bodies {
				if p, ok := first(body).(*content.Paragraph); ok && inner.Dir == locale.RTL {
					labelNumbers(&p.Inlines, content.PlainText(e.Term))
				}
				directMember(body, inner)
			}
		}
	case *content.Div:
		turn(&b.Title, t.Dir)
		directBlocks(b.Blocks, t)
	case *content.CodeBlock, *content.Break, *content.PageBreak, *content.Endnotes, *content.Listing, *content.TitlePage, *content.Imprint, *content.Contents:
	}
}

// goesOver is the direction of a block that goes over to the other side, Auto for
// any other: for a paragraph of one word, such as an address, for a list of names,
// and for an epigraph, which has its place at a chapter's head.
func goesOver(b content.Block, around locale.Direction) locale.Direction {
	dir := locale.Auto
	switch b := b.(type) {
	case *content.Paragraph:
		if dir = against(b, around); dir != locale.Auto && len(strings.Fields(content.PlainText(b.Inlines))) < 2 {
			return locale.Auto
		}
	case *content.Quote:
		if !b.Has(content.Epigraph) {
			dir = against(b, around)
		}
	case *content.List:
		if dir = against(b, around); dir != locale.Auto && wordsIn(b) < leastWords*len(b.Items) {
			return locale.Auto
		}
	case *content.Verse, *content.Table, *content.Definitions:
		dir = against(b, around)
	}
	return dir
}

// leastWords is how many words an item has that is no name, on the average.
const leastWords = 3

// wordsIn counts the words of a block.
func wordsIn(b content.Block) (n int) {
	w := content.Walker{Text: func(_ *content.Place, text []content.Inline) { n += len(strings.Fields(content.PlainText(text))) }}
	w.Block(b)
	return n
}

func directVerse(v *content.Verse, t content.Tongue) {
	for _, stanza := range v.Stanzas {
		for _, line := range stanza {
			for i := range line.Halves {
				turn(&line.Halves[i], t.Dir)
			}
		}
	}
	turn(&v.Attribution, t.Dir)
}

func directTable(table *content.Table, t content.Tongue) {
	if t.Dir == locale.RTL {
		labelTable(table)
	}
	rows := table.Rows
	if table.Header != nil {
		rows = append([]*content.Row{table.Header}, rows...)
	}
	for _, r := range rows {
		for _, c := range r.Cells {
			if inner := t.Of(&r.Attr); !says(&c.Attr) {
				turn(&c.Inlines, inner.Dir)
			}
		}
	}
	turn(&table.Caption, t.Dir)
}

// turn isolates a text whose letters all go against what is around it.
func turn(text *[]content.Inline, around locale.Direction) {
	if Turned(*text) != locale.Auto {
		return
	}
	l := letters{around: around}
	l.read(*text)
	if dir := l.against(); dir != locale.Auto {
		*text = []content.Inline{&content.Span{Pos: content.PosOf(*text), Attr: content.Attr{Dir: dir}, Inlines: *text}}
	}
}

// Turned is the direction of a text that is one span with a direction of its own,
// Auto for any other.
func Turned(text []content.Inline) locale.Direction {
	if len(text) == 1 {
		if span, ok := text[0].(*content.Span); ok {
			return span.Dir
		}
	}
	return locale.Auto
}

// against is the direction of a block whose letters all go against what is around
// it, Auto for any other.
func against(b content.Block, around locale.Direction) locale.Direction {
	l := letters{around: around}
	w := content.Walker{Text: func(_ *content.Place, text []content.Inline) { l.read(text) }}
	w.Block(b)
	return l.against()
}

// Against is the direction of a text whose letters all go against what is around
// it, Auto for any other.
func Against(text string, around locale.Direction) locale.Direction {
	l := letters{around: around}
	l.add(text)
	return l.against()
}

// letters are the directions of the letters that were read.
type letters struct {
	around locale.Direction
	other  locale.Direction // of those that go against it
	along  bool             // some do not
}

func (l *letters) against() locale.Direction {
	if l.along || l.around == locale.Auto {
		return locale.Auto
	}
	return l.other
}

// read reads the letters of a run, without those of code and of addresses that
// stand for themselves, which always run from left to right.
func (l *letters) read(text []content.Inline) {
	for _, in := range text {
		if l.along {
			return
		}
		switch in := in.(type) {
		case *content.Text:
			l.add(in.Value)
		case *content.Link:
			if !in.Bare() {
				l.read(in.Inlines)
			}
		default:
			l.read(content.InnerOf(in))
		}
	}
}

// add reads the letters of a string, up to one that goes the way of what is around.
func (l *letters) add(s string) {
	if strings.Contains(s, "://") {
		s = withoutAddresses(s)
	}
	for _, r := range s {
		switch dir := directionOfRune(r); dir {
		case locale.Auto:
		case l.around:
			l.along = true
			return
		default:
			l.other = dir
		}
	}
}

// withoutAddresses leaves out the words of a text that are addresses, which may end
// in letters of any direction.
func withoutAddresses(s string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(s) {
		if scheme := strings.Index(word, "://"); scheme >= 0 {
			word = strings.TrimRightFunc(word[:scheme], func(r rune) bool { return directionOfRune(r) == locale.LTR || r == '+' })
		}
		b.WriteString(word + " ")
	}
	return b.String()
}

// directionOfRune is the direction of a character that has one of its own: a
// letter, or a mark that stands for one (classes L, R and AL of UAX #9).
func directionOfRune(r rune) locale.Direction {
	if r < 0x80 {
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return locale.LTR
		}
		return locale.Auto
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L:
		return locale.LTR
	case bidi.R, bidi.AL:
		return locale.RTL
	}
	return locale.Auto
}

// First is the direction of the first letter of a text, Auto where there
// is none.
func First(text string) locale.Direction {
	for _, r := range text {
		if dir := directionOfRune(r); dir != locale.Auto {
			return dir
		}
	}
	return locale.Auto
}
