// Package dump prints a document, for goldens and for whoever wants to see what was
// read.
package dump

import (
	"bufio"
	"cmp"
	"io"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
)

// Document writes the document as indented text, a part a line: its ID, its kind,
// what is special about it, its attributes, its place in the manuscript, and
// its text. It is what the goldens of the readers hold.
func Document(w io.Writer, doc *content.Document) error {
	d := dumper{w: bufio.NewWriter(w), gathered: doc.Gathered()}
	d.meta(&doc.Meta)
	d.setup(&doc.Setup)
	d.assets(doc.Assets)
	for _, a := range doc.Abbreviations {
		d.line("abbreviation", a.Pos.String(), quoted(a.Short), quoted(a.Long))
	}
	content.EachTop(doc, d.blocks, d.chapter)
	return d.w.Flush()
}

type dumper struct {
	w     *bufio.Writer
	depth int

	gathered bool // notes stand in Endnotes, not in their chapters
}

// line prints one indented line from words, leaving out the empty ones.
func (d *dumper) line(words ...string) {
	d.w.WriteString(strings.Repeat("  ", d.depth))
	first := true
	for _, word := range words {
		if word == "" {
			continue
		}
		if !first {
			d.w.WriteByte(' ')
		}
		d.w.WriteString(word)
		first = false
	}
	d.w.WriteByte('\n')
}

func (d *dumper) meta(m *content.Meta) {
	d.line("book", quoted(m.Title), "lang="+m.Lang, "dir="+m.Dir.String())
	d.depth++
	for _, f := range []struct{ name, value string }{
		{"name", m.Name}, {"subtitle", m.Subtitle},
		{"authors", strings.Join(m.Authors, " | ")}, {"date", m.Date},
		{"publisher", m.Publisher}, {"rights", m.Rights},
		{"description", m.Description}, {"identifier", m.Identifier},
		{"isbn", m.ISBN}, {"cover", m.Cover}, {"cover-alt", m.CoverAlt},
		{"title-sort", m.TitleSort}, {"series", m.Series.Name}, {"volume", m.Series.Number},
		{"conforms-to", m.Access.ConformsTo}, {"certified-by", m.Access.CertifiedBy},
		{"credential", m.Access.Credential}, {"report", m.Access.Report},
	} {
		if f.value != "" {
			d.line(f.name, quoted(f.value))
		}
	}
	for _, c := range m.Contributors {
		d.line(cmp.Or(c.Role, "contributor"), quoted(c.Name))
	}
	for _, name := range slices.Sorted(maps.Keys(m.Sorts)) {
		d.line("filed", quoted(name), "as", quoted(m.Sorts[name]))
	}
	d.depth--
}

// setup prints what of the form of the book is other than by default.
func (d *dumper) setup(s *setup.Book) {
	var words []string
	for _, some := range [...]func(*setup.Book) []string{formWords, fontWords, mendWords, typographyWords, bookletWords, wrapWords} {
		words = append(words, some(s)...)
	}
	if words != nil {
		d.line("setup", strings.Join(words, " "))
	}
}

func (d *dumper) assets(assets map[string]*content.Asset) {
	names := make([]string, 0, len(assets))
	for name := range assets {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		a := assets[name]
		d.line("asset", quoted(name), a.Media, strconv.Itoa(len(a.Data)))
	}
}

func (d *dumper) chapter(c *content.Chapter) {
	d.place(c.Role.String(), &c.Place, numbered(c.Number), d.text(c.Title))
	d.depth++
	d.blocks(c.Blocks)
	if !d.gathered {
		d.notes(c.Notes)
	}
	d.depth--
}

func (d *dumper) notes(notes []*content.Note) {
	for _, n := range notes {
		d.place("note", &n.Place, strconv.Itoa(n.Number), quoted(n.Label))
		d.inside(n.Blocks)
	}
}

// numbered is a number that parts may be without.
func numbered(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// place prints the line of a part: `7 paragraph 01.md:12 {#x .y} "text"`.
func (d *dumper) place(kind string, p *content.Place, words ...string) {
	head := []string{strconv.Itoa(int(p.ID)), kind, p.Pos.String(), attrText(&p.Attr)}
	d.line(append(head, words...)...)
}

func (d *dumper) inside(blocks []content.Block) {
	d.depth++
	d.blocks(blocks)
	d.depth--
}

func (d *dumper) blocks(blocks []content.Block) {
	for _, b := range blocks {
		d.block(b)
	}
}

func (d *dumper) block(b content.Block) {
	switch b := b.(type) {
	case *content.Heading:
		d.place("heading", &b.Place, strconv.Itoa(b.Level), d.text(b.Inlines))
	case *content.Paragraph:
		d.place("paragraph", &b.Place, d.text(b.Inlines))
	case *content.List:
		d.list(b)
	case *content.Quote:
		d.place("quote", &b.Place)
		d.inside(b.Blocks)
		d.labelled("attribution", b.Attribution)
	case *content.Verse:
		d.verse(b)
	case *content.Table:
		d.table(b)
	case *content.Figure:
		d.place("figure", &b.Place, numbered(b.Number), quoted(b.Src), "alt="+quoted(b.Alt))
		d.labelled("caption", b.Caption)
	case *content.CodeBlock:
		d.place("code", &b.Place, b.Language, strconv.Quote(b.Text))
	case *content.Definitions:
		d.definitions(b)
	case *content.Break:
		d.place("break", &b.Place)
	case *content.PageBreak:
		d.place("page-break", &b.Place)
	case *content.Listing:
		d.place("listing", &b.Place, b.Kind.String())
		d.entries(b.Entries)
	case *content.TitlePage:
		d.place("title-page", &b.Place)
		d.lines(b.Lines)
	case *content.Imprint:
		d.place("imprint", &b.Place)
		d.lines(b.Lines)
	case *content.Contents:
		d.place("contents", &b.Place, d.text(b.Title))
		d.entries(b.Entries)
	case *content.Div:
		d.place("div", &b.Place, numbered(b.Number))
		d.labelled("title", b.Title)
		d.inside(b.Blocks)
	case *content.Endnotes:
		d.place("endnotes", &b.Place, "of "+strconv.Itoa(int(b.Chapter.ID)))
		d.depth++
		d.notes(b.Chapter.Notes)
		d.depth--
	}
}

// labelled prints a run that belongs to the block above it, if there is one.
func (d *dumper) labelled(label string, text []content.Inline) {
	if len(text) > 0 {
		d.depth++
		d.line(label, d.text(text))
		d.depth--
	}
}

func (d *dumper) list(l *content.List) {
	style := l.Style.String()
	if l.Style != locale.Bullet {
		style += " from " + strconv.Itoa(l.Start)
	}
	tight := ""
	if l.Tight {
		tight = "tight"
	}
	d.place("list", &l.Place, style, tight)
	d.depth++
	for _, it := range l.Items {
		task := ""
		if it.Task {
			task = "[ ]"
		}
		if it.Done {
			task = "[x]"
		}
		d.place("item", &it.Place, task)
		d.inside(it.Blocks)
	}
	d.depth--
}

func (d *dumper) verse(v *content.Verse) {
	d.place("verse", &v.Place)
	d.depth++
	for i, stanza := range v.Stanzas {
		if i > 0 {
			d.line("stanza")
		}
		for _, line := range stanza {
			halves := make([]string, len(line.Halves))
			for i, half := range line.Halves {
				halves[i] = d.text(half)
			}
			d.line("line", line.Pos.String(), strings.Join(halves, " / "))
		}
	}
	d.depth--
	d.labelled("attribution", v.Attribution)
}

func (d *dumper) table(t *content.Table) {
	columns := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = c.String()
	}
	d.place("table", &t.Place, numbered(t.Number), strings.Join(columns, " "))
	d.labelled("caption", t.Caption)
	d.depth++
	if t.Header != nil {
		d.row("header", t.Header)
	}
	for i, r := range t.Rows {
		kind := "row"
		if i < t.Heads {
			kind = "header"
		}
		d.row(kind, r)
	}
	d.depth--
}

func (d *dumper) row(kind string, r *content.Row) {
	d.place(kind, &r.Place)
	d.depth++
	for _, c := range r.Cells {
		d.place("cell", &c.Place, d.text(c.Inlines))
	}
	d.depth--
}

func (d *dumper) definitions(b *content.Definitions) {
	d.place("definitions", &b.Place)
	d.depth++
	for _, e := range b.Entries {
		d.place("definition", &e.Place, d.text(e.Term))
		for _, body := range e.Bodies {
			d.depth++
			d.line("body")
			d.inside(body)
			d.depth--
		}
	}
	d.depth--
}
