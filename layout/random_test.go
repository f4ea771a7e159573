package layout_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/number"
	"warraq/content/roles"
	"warraq/content/setup"
)

// letters are what random words are made of: joining and not, tall and deep.
var letters = []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")

// author writes random books: any construct, of any length, of any depth, and
// the same for the same seed.
type author struct {
	*rand.Rand
	chapter *content.Chapter
	notes   int // how many notes may still be called
	wild    bool
}

// randomBook is the book of a seed. A tame book has only notes and blocks of
// usual length; a wild one may have anything.
func randomBook(seed uint64, wild bool) *content.Document {
	a := &author{Rand: rand.New(rand.NewPCG(seed, 7)), wild: wild}
	doc := &content.Document{Meta: content.Meta{Title: a.words(1, 6), Subtitle: a.words(0, 4), Authors: []string{a.words(1, 3)},
		Lang: "ar-MA", Dir: locale.RTL, Date: "2026-11-24", Description: a.words(0, 40)}}
	doc.Setup.Opening = setup.Opening(a.IntN(2))
	doc.Setup.Notes = setup.NoteNumbering(a.IntN(3))
	doc.Setup.Folios.Front = setup.FrontFolios(a.IntN(4))
	doc.Setup.Numbering = setup.Numbering(a.IntN(2))
	doc.Setup.Digits = locale.Digits(a.IntN(3))
	if a.chance(4) {
		doc.Meta.Lang, doc.Meta.Dir = "fr", locale.LTR
	}
	pages := []setup.Size{{}, {}, {W: 595, H: 842}}
	if wild {
		pages = append(pages, setup.Size{W: 142, H: 142}, setup.Size{W: 142, H: 800}, setup.Size{W: 2000, H: 150}, setup.Size{W: 5600, H: 5600})
	}
	doc.Setup.Page = pages[a.IntN(len(pages))]
	for range a.IntN(4) {
		doc.Chapters = append(doc.Chapters, a.write())
	}
	a.point(doc)
	a.withImages(doc)
	number.Document(doc)
	return doc
}

func (a *author) chance(n int) bool { return a.IntN(n) == 0 }

func (a *author) write() *content.Chapter {
	c := &content.Chapter{}
	a.chapter, a.notes = c, a.IntN(14)
	c.Title = a.text(1, 8)
	if a.chance(2) {
		c.Role = roles.Role(a.IntN(int(roles.Tables) + 1))
	}
	if c.Role == roles.Dedication {
		c.Title = []content.Inline{&content.Text{Value: a.words(1, 3)}} // nothing of it is shown
	}
	if a.wild && a.chance(6) && c.Role.Shown() {
		c.Title = a.text(30, 40)
	}
	for range a.IntN(14) {
		c.Blocks = append(c.Blocks, a.block(0))
	}
	return c
}

// block is any block; deep ones are paragraphs.
func (a *author) block(depth int) content.Block {
	if depth > 8 || a.chance(2) {
		return a.paragraph()
	}
	switch a.IntN(11) {
	case 0:
		return &content.Heading{Level: 2 + a.IntN(4), Inlines: a.text(1, 9)}
	case 1, 2:
		return a.list(depth)
	case 3:
		q := &content.Quote{Blocks: a.blocks(depth)}
		if a.chance(2) {
			q.Attribution = a.text(1, 5)
		}
		// its kind costs no chance: the books of the seeds stay as they are
		q.Classes = []string{[]string{"", content.Quran, content.Epigraph, content.Pull}[(len(q.Blocks)+len(q.Attribution))%4]}
		return q
	case 4:
		return a.table()
	case 5:
		d := &content.Div{Blocks: a.blocks(depth), Title: a.text(0, 4)}
		d.Classes = []string{[]string{"box", "warning", "other"}[a.IntN(3)]}
		return d
	case 6:
		v := &content.Verse{}
		for i := range 1 + a.IntN(5) {
			line := content.VerseLine{Halves: [][]content.Inline{a.text(1, 5)}}
			if a.chance(2) {
				line.Halves = append(line.Halves, a.text(1, 5))
			}
			if i%3 == 0 {
				v.Stanzas = append(v.Stanzas, nil)
			}
			last := len(v.Stanzas) - 1
			v.Stanzas[last] = append(v.Stanzas[last], line)
		}
		return v
	case 7:
		return &content.CodeBlock{Text: strings.ReplaceAll(a.words(1, 20), " ", []string{" ", "\n", "\n\n", "\t"}[a.IntN(4)]) + "\n"}
	case 8:
		d := &content.Definitions{}
		for range 1 + a.IntN(3) {
			d.Entries = append(d.Entries, &content.Definition{Term: a.text(1, 3), Bodies: [][]content.Block{a.blocks(depth)}})
		}
		return d
	case 9:
		return a.figure()
	}
	return &content.Break{}
}

func (a *author) blocks(depth int) []content.Block {
	blocks := []content.Block{a.paragraph()}
	for range a.IntN(3) {
		blocks = append(blocks, a.block(depth+2))
	}
	return blocks
}

func (a *author) paragraph() *content.Paragraph {
	if a.chance(20) {
		return &content.Paragraph{Inlines: []content.Inline{&content.Image{Src: a.pictureName(), Alt: a.words(1, 2)}, &content.Text{Value: " "}, &content.Image{Src: a.pictureName(), Alt: a.words(1, 2)}}}
	}
	if a.wild && a.chance(20) {
		return &content.Paragraph{Inlines: a.text(300, 500)}
	}
	return &content.Paragraph{Inlines: a.text(1, 90)}
}

func (a *author) list(depth int) *content.List {
	l := &content.List{Style: locale.ListStyle(a.IntN(2)), Start: 1 + a.IntN(120), Tight: a.chance(2)}
	for range 1 + a.IntN(4) {
		item := &content.Item{Blocks: []content.Block{&content.Paragraph{Inlines: a.text(0, 12)}}}
		if a.chance(3) && depth < 8 {
			item.Blocks = append(item.Blocks, a.block(depth+1))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func (a *author) table() *content.Table {
	t := &content.Table{Caption: a.text(0, 5)}
	for range 1 + a.IntN(5) {
		t.Columns = append(t.Columns, content.Align(a.IntN(5)))
	}
	row := func() *content.Row {
		r := &content.Row{}
		for range t.Columns {
			cell := &content.Cell{Inlines: a.text(0, 8)}
			if a.wild && a.chance(40) {
				cell.Inlines = a.text(100, 300)
			}
			r.Cells = append(r.Cells, cell)
		}
		return r
	}
	if a.chance(2) {
		t.Header = row()
	}
	for range a.IntN(14) {
		t.Rows = append(t.Rows, row())
	}
	if a.chance(8) {
		t.Classes = append(t.Classes, content.Landscape)
	}
	if len(t.Rows) > 1 && a.chance(4) {
		over := t.Rows[a.IntN(len(t.Rows)-1)]
		over.Cells[0].Keys = []content.KeyValue{{Key: "rowspan", Value: "2"}, {Key: "colspan", Value: "2"}}
		over.Cells = over.Cells[:max(1, len(over.Cells)-1)]
		for i, r := range t.Rows {
			if i > 0 && t.Rows[i-1] == over {
				r.Cells = r.Cells[:max(0, len(r.Cells)-min(2, len(t.Columns)))]
			}
		}
	}
	return t
}

// text is some words, here and there bold, linked, or with a note.
func (a *author) text(least, most int) []content.Inline {
	n := least + a.IntN(most-least+1)
	var text []content.Inline
	add := func(in content.Inline) { text = append(text, in) }
	for n > 0 {
		k := min(n, 1+a.IntN(14))
		n -= k
		run := []content.Inline{&content.Text{Pos: content.Pos{File: "a.md", Line: 1}, Value: a.words(k, k)}}
		switch a.IntN(10) {
		case 0:
			add(&content.Strong{Inlines: run})
		case 1:
			add(&content.Link{URL: "https://example.org/", Inlines: run})
		case 2:
			add(&content.Span{Attr: content.Attr{Lang: "fr"}, Inlines: run})
		case 3:
			add(run[0])
			add(&content.Image{Src: a.pictureName(), Alt: a.words(0, 2)})
		default:
			add(run[0])
		}
		if a.notes > 0 && a.chance(6) {
			a.notes--
			add(&content.NoteRef{Note: a.note()})
		}
		if n > 0 {
			add(&content.Text{Value: " "})
		}
	}
	return text
}

// note is a new footnote, which in a wild book may be long and may itself call one.
func (a *author) note() *content.Note {
	n := &content.Note{Label: fmt.Sprint(a.notes)}
	left := a.notes
	if !a.wild {
		a.notes = 0
	}
	n.Blocks = []content.Block{&content.Paragraph{Inlines: a.text(1, 40)}}
	if !a.wild {
		a.notes = left
	}
	if a.wild && a.chance(8) {
		n.Blocks = append(n.Blocks, a.block(6), &content.Paragraph{Inlines: a.text(200, 700)})
	}
	return n
}

func (a *author) words(least, most int) string {
	n := least + a.IntN(most-least+1)
	words := make([]string, n)
	for i := range words {
		w := make([]rune, 1+a.IntN(8))
		for k := range w {
			w[k] = letters[a.IntN(len(letters))]
		}
		words[i] = string(w)
		if a.chance(12) {
			words[i] = fmt.Sprint(a.IntN(3000))
		}
		if a.chance(12) {
			words[i] = string(rune('a'+a.IntN(26))) + "bc"
		}
	}
	return strings.Join(words, " ")
}
