package scribe_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"warraq/content"
	"warraq/content/dump"
	"warraq/content/locale"
	"warraq/content/markdown"
	"warraq/content/scribe"
)

// FuzzLaw: what is written is read as the same blocks, and no word is lost by
// settling.
func FuzzLaw(f *testing.F) {
	for i := range 400 {
		f.Add(uint64(i), "كتاب «في» *الورق* [هذا] {ذاك} # > - 1. | ~^=` \\ <a> & &amp; :x: @a", 3)
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string, size int) {
		if len(text) > 2000 {
			return
		}
		g := newGenerator(seed, text)
		c := &content.Chapter{Title: []content.Inline{&content.Text{Value: "باب"}}, Blocks: g.blocks(1+size&7, 0)}
		words := letters(c.Blocks)
		c.Blocks = scribe.Settle(c.Blocks)
		c.Notes = scribe.Called(c)
		if got := letters(c.Blocks); got != words {
			t.Fatalf("settling lost words:\n%q\n%q", words, got)
		}
		var notes scribe.Notes
		source := scribe.Chapter(c, &notes)
		chapters, _, _, problems := markdown.NewReader().Read(source, markdown.Options{File: "f"})
		if len(problems) > 0 || len(chapters) != 1 {
			t.Fatalf("%d chapters, %v of\n%s", len(chapters), problems, source)
		}
		want, got := dumpOf(c), dumpOf(chapters[0])
		if want != got {
			t.Fatalf("written:\n%s\n%s", source, difference(want, got))
		}
	})
}

// dumpOf is the dump of a chapter without places, its neighbouring texts put together.
func dumpOf(c *content.Chapter) string {
	doc := &content.Document{Chapters: []*content.Chapter{c}}
	doc.Meta.Lang = "ar"
	join(doc)
	var b strings.Builder
	dump.Document(&b, doc)
	s := regexp.MustCompile(` f:\d+`).ReplaceAllString(b.String(), "")
	s = regexp.MustCompile(`@\d+`).ReplaceAllString(s, " ")
	return regexp.MustCompile(` +`).ReplaceAllString(strings.ReplaceAll(s, "( ", "("), " ")
}

func join(doc *content.Document) {
	content.Walk(doc, func(part any, _ *content.Place) {
		switch p := part.(type) {
		case *content.Paragraph:
			p.Inlines = joined(p.Inlines)
		case *content.Heading:
			p.Inlines = joined(p.Inlines)
		case *content.Cell:
			p.Inlines = joined(p.Inlines)
		case *content.Table:
			p.Caption = joined(p.Caption)
			p.AlignNumbers() // as the reader does
		case *content.Definition:
			p.Term = joined(p.Term)
		case *content.Div:
			p.Title = joined(p.Title)
		case *content.Quote:
			p.Attribution = joined(p.Attribution)
		case *content.Chapter:
			p.Title = joined(p.Title)
		case *content.Verse:
			p.Attribution = joined(p.Attribution)
			for _, s := range p.Stanzas {
				for _, l := range s {
					for i := range l.Halves {
						l.Halves[i] = joined(l.Halves[i])
					}
				}
			}
		}
	})
}

func joined(text []content.Inline) (out []content.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case *content.Strong:
			in.Inlines = joined(in.Inlines)
		case *content.Emphasis:
			in.Inlines = joined(in.Inlines)
		case *content.Link:
			in.Inlines = joined(in.Inlines)
		case *content.Span:
			in.Inlines = joined(in.Inlines)
		case *content.Text:
			if n := len(out); n > 0 {
				if t, ok := out[n-1].(*content.Text); ok {
					t.Value += in.Value
					continue
				}
			}
		}
		out = append(out, in)
	}
	return out
}

// letters are all characters of blocks that are no spaces.
func letters(blocks []content.Block) string {
	doc := &content.Document{Chapters: []*content.Chapter{{Blocks: blocks}}}
	var b strings.Builder
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		b.WriteString(content.PlainText(text))
	})
	return strings.Join(strings.Fields(b.String()), "")
}

// generator makes random blocks of the words of a text.
type generator struct {
	*rand.Rand
	words []string
	notes int
}

func newGenerator(seed uint64, text string) *generator {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1)), words: strings.Split(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff || r == 0x2028 || r == 0x2029 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "")), " ")}
	return g
}

func (g *generator) word() string { return g.words[g.IntN(len(g.words))] }

func (g *generator) chance(n int) bool { return g.IntN(n) == 0 }

func (g *generator) text() string {
	var s []string
	for range 1 + g.IntN(4) {
		s = append(s, g.word())
	}
	return strings.Join(s, []string{" ", "", "  "}[g.IntN(3)])
}

func (g *generator) line(notes bool) []content.Inline {
	var l scribe.Line
	for range 1 + g.IntN(7) {
		look := scribe.Look{Bold: g.chance(3), Italic: g.chance(4)}
		if g.chance(6) {
			look.Link = []string{"https://a.example/x", "#a", "https://b.example/a b(c)"}[g.IntN(3)]
		}
		if g.chance(5) {
			look = look.With([]string{"sup", "sub", "strike", "mark", "underline"}[g.IntN(5)])
		}
		if g.chance(8) {
			look = look.In([]string{"fr", "en", "fa"}[g.IntN(3)])
		}
		switch {
		case g.chance(8):
			l.Put(&content.Code{Value: g.text()}, look)
		case g.chance(10):
			l.Break()
		case g.chance(10) && notes:
			l.Put(&content.NoteRef{Note: &content.Note{Blocks: []content.Block{g.paragraph(false)}}}, look)
		case g.chance(12):
			l.Put(&content.Reference{Anchor: "a", Kind: content.PageReference}, look)
		case g.chance(14):
			l.Put(&content.Image{Src: "images/a.png", Alt: g.word()}, look)
		default:
			l.Text(g.text(), look)
		}
	}
	return l.Inlines()
}

func (g *generator) paragraph(notes bool) *content.Paragraph {
	p := &content.Paragraph{Inlines: g.line(notes)}
	if len(p.Inlines) == 0 || len(scribe.Flat(p.Inlines).Inlines()) == 0 {
		p.Inlines = []content.Inline{&content.Text{Value: "نص"}}
	}
	if _, img := p.Inlines[0].(*content.Image); img {
		p.Inlines = append([]content.Inline{&content.Text{Value: "نص"}}, p.Inlines...)
	}
	return p
}

func (g *generator) blocks(n, depth int) (blocks []content.Block) {
	for range n {
		blocks = append(blocks, g.block(depth))
	}
	return blocks
}

func (g *generator) block(depth int) content.Block {
	kinds := 10
	if depth > 2 {
		kinds = 3
	}
	switch g.IntN(kinds) {
	case 3:
		return g.list(depth)
	case 4:
		q := &content.Quote{Blocks: []content.Block{g.paragraph(true)}}
		if g.chance(2) {
			q.Attribution = []content.Inline{&content.Text{Value: "قائل"}}
		}
		return q
	case 5:
		if depth > 0 { // goldmark sees no blank line above a table in an item
			return g.paragraph(true)
		}
		return g.table()
	case 6:
		return &content.CodeBlock{Language: "go", Text: g.text() + "\n\t" + g.text() + "\n"}
	case 7:
		d := &content.Div{Blocks: g.blocks(1+g.IntN(2), depth+1)}
		d.Lang, d.Dir = "en", locale.LTR
		if g.chance(2) {
			d.Attr = content.Attr{Classes: []string{"box"}}
			d.Title = []content.Inline{&content.Text{Value: "عنوان"}}
		}
		return d
	case 8:
		v := &content.Verse{}
		for range 1 + g.IntN(2) {
			v.Stanzas = append(v.Stanzas, []content.VerseLine{{Halves: [][]content.Inline{{&content.Text{Value: "صدر / من"}}, {&content.Text{Value: "عجز"}}}}})
		}
		return v
	case 9:
		if depth > 0 {
			return g.paragraph(true)
		}
		return &content.Heading{Level: 2 + g.IntN(3), Inlines: []content.Inline{&content.Text{Value: "عنوان " + g.word() + "x"}}}
	}
	p := g.paragraph(true)
	if g.chance(9) {
		p.Inlines = append([]content.Inline{&content.Text{Value: []string{"Table: ", ": "}[g.IntN(2)]}}, p.Inlines...)
	}
	if depth == 0 && g.chance(8) {
		g.notes++
		p.Anchor = fmt.Sprint("p", g.notes)
	}
	return p
}

func (g *generator) list(depth int) *content.List {
	l := &content.List{Tight: g.chance(2)}
	if g.chance(2) {
		l.Style, l.Start = locale.Decimal, g.IntN(12)
		if g.chance(3) {
			l.Style = locale.Abjad
			l.Classes = []string{"abjad"}
		}
	}
	for range 1 + g.IntN(3) {
		it := &content.Item{Blocks: []content.Block{g.paragraph(true)}}
		if g.chance(3) {
			it.Blocks = append(it.Blocks, g.blocks(1+g.IntN(2), depth+1)...)
		}
		l.Items = append(l.Items, it)
	}
	return l
}

func (g *generator) table() *content.Table {
	columns := 1 + g.IntN(3)
	t := &content.Table{Columns: make([]content.Align, columns)}
	for i := range t.Columns {
		t.Columns[i] = []content.Align{content.AlignStart, content.AlignCenter, content.AlignLeft, content.AlignRight}[g.IntN(4)]
	}
	row := func() *content.Row {
		r := &content.Row{}
		for range columns {
			r.Cells = append(r.Cells, &content.Cell{Inlines: g.line(true)})
		}
		r.Cells[0].Inlines = append([]content.Inline{&content.Text{Value: "خلية "}}, r.Cells[0].Inlines...)
		return r
	}
	if g.chance(2) {
		t.Header = row()
	}
	for range 1 + g.IntN(2) {
		t.Rows = append(t.Rows, row())
	}
	if g.chance(2) {
		t.Caption = []content.Inline{&content.Text{Value: "تسمية"}}
	}
	return t
}

// difference is the lines from the first that differs.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\nwant: %s\ngot:  %s", i+1, strings.Join(a[i:min(i+3, len(a))], "\n      "), strings.Join(b[i:min(i+3, len(b))], "\n      "))
		}
	}
	return "one is longer"
}
