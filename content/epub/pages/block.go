package pages

import (
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/direct"
	"warraq/content/epub/css"
	"warraq/content/epub/markup"
	"warraq/content/isolate"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/stand"
)

func (w *Writer) blocks(bs []content.Block) {
	for _, b := range bs {
		w.block(b)
	}
}

// block writes one block, whatever it is.
func (w *Writer) block(b content.Block) {
	w.within(&b.At().Attr, func() {
		switch b := b.(type) {
		case *content.Heading:
			w.heading(b)
		case *content.Paragraph:
			w.paragraph(b)
		case *content.List:
			w.list(b)
		case *content.Quote:
			w.quote(b)
		case *content.Verse:
			w.verse(b)
		case *content.Table:
			w.table(b)
		case *content.Figure:
			w.figure(b, "")
		case *content.CodeBlock:
			w.code(b)
		case *content.Definitions:
			w.definitions(b)
		case *content.Break:
			w.before(b.ID, content.OwnRun)
			w.Raw("<hr")
			w.class(&b.Attr, "break")
			w.Raw("/>\n")
		case *content.PageBreak:
			w.Raw(`<div class="new-page"></div>`, "\n")
		case *content.Div:
			w.div(b)
		case *content.Listing:
			w.listing(b)
		case *content.Endnotes:
			w.chapterNotes(b)
		case *content.TitlePage, *content.Imprint, *content.Contents: // have documents of their own
		}
	})
}

// saying writes an element that holds a run of text of the part id.
func (w *Writer) saying(id content.ID, run content.Run, tag string, a *content.Attr, ins []content.Inline) {
	w.open(tag, a, "", "")
	w.reading(id, run, func() { w.inlines(ins) })
	w.Raw("</", tag, ">\n")
}

// none is the Attr of an element that the author could not give any.
var none content.Attr

// list writes ul or ol. Letters are a counter style of the stylesheet, with
// numbers where a reader does not know it.
func (w *Writer) list(l *content.List) {
	tag, class, extra := "ul", "", ""
	if l.Style != locale.Bullet {
		tag = "ol"
		if l.Start != 1 {
			extra = ` start="` + strconv.Itoa(l.Start) + `"`
		}
		if l.Style != locale.Decimal {
			class = l.Style.String()
		} else if digits := w.book.Doc.DigitsIn(w.lang); w.lang != w.book.Lang && digits != w.book.Digits {
			extra += ` style="list-style-type: ` + css.CounterStyle(digits) + `"`
		}
	}
	w.open(tag, &l.Attr, class, extra)
	w.Raw("\n")
	for _, it := range l.Items {
		w.within(&it.Attr, func() { w.item(it, l.Tight) })
	}
	w.Raw("</", tag, ">\n")
}

// item writes one li; in a tight list its first paragraph has no element of
// its own.
func (w *Writer) item(it *content.Item, tight bool) {
	class := ""
	if it.Task {
		class = "task"
	}
	bs := it.Blocks
	bare := leadOf(bs, tight)
	if bare != nil {
		class = strings.TrimSpace(class + " " + turnedClass(bare.Inlines))
	}
	w.open("li", &it.Attr, class, "")
	w.begin(it.ID)
	if it.Task {
		w.task(it.Done)
	}
	if bare != nil {
		w.words(bare.ID, bare.Inlines)
		bs = bs[1:]
	}
	if len(bs) > 0 {
		w.Raw("\n")
		w.blocks(bs)
	}
	w.Raw("</li>\n")
}

// leadOf is the first paragraph of an item if it has no element of its own.
func leadOf(bs []content.Block, tight bool) *content.Paragraph {
	if len(bs) == 0 || !tight {
		return nil
	}
	if p, ok := bs[0].(*content.Paragraph); ok && plainAttr(&p.Attr) {
		return p
	}
	return nil
}

// turnedClass is the class of what holds a text that runs the other way: it stands on
// the side of its element, but its last line where its own lines begin.
func turnedClass(ins []content.Inline) string {
	if direct.Turned(ins) == locale.Auto {
		return ""
	}
	return "turned"
}

// plainAttr tells that nothing was attached that an element must carry.
func plainAttr(a *content.Attr) bool {
	return a.Anchor == "" && len(a.Classes) == 0 && a.Lang == "" && a.Dir == locale.Auto
}

// task writes the box of a task, named for those who do not see it.
func (w *Writer) task(done bool) {
	mark, name := "☐", w.language().Screen.Open
	if done {
		mark, name = "☑", w.language().Screen.Done
	}
	w.Raw(`<span class="check" role="img" aria-label="`, markup.Escape(name), `">`, mark, `</span> `)
}

// figure writes a picture with its caption; more are attributes of the element.
func (w *Writer) figure(f *content.Figure, more string) {
	w.before(f.ID, content.OwnRun)
	size := w.book.Sizes[css.ExtentOf(&f.Attr)]
	if f.Has(stand.WrapStartClass) || f.Has(stand.WrapEndClass) { // the whole of it is as wide
		w.open("figure", &f.Attr, size, more)
		size = ""
	} else {
		w.open("figure", &f.Attr, "", more)
	}
	w.picture(f.Src, f.Alt, size)
	if f.Data != nil {
		w.data(f.Data)
	}
	if len(f.Caption) > 0 {
		w.Raw("\n")
		w.saying(f.ID, content.CaptionRun, "figcaption", &none, w.book.Doc.Caption(f, w.around()))
	}
	w.Raw("</figure>\n")
}

// data writes the table that a chart is drawn of, for those who do not see the chart or
// want the numbers: it opens when it is asked for.
func (w *Writer) data(t *content.Table) {
	row := func(r *content.Row, head bool) {
		w.Raw("<tr>")
		for i, c := range r.Cells {
			tag, scope := "td", ""
			if head || i == 0 {
				tag, scope = "th", ` scope="row"`
			}
			if head {
				scope = ` scope="col"`
			}
			w.Raw("<", tag, scope, ">")
			w.Text(markup.Clean(content.PlainText(c.Inlines)))
			w.Raw("</", tag, ">")
		}
		w.Raw("</tr>\n")
	}
	w.Raw("\n", `<details class="data"><summary>`)
	w.Text(w.language().Chart.Data)
	w.Raw("</summary>\n<table>\n")
	rows, heads := t.All()
	if heads > 0 {
		w.Raw("<thead>\n")
	}
	for i, r := range rows {
		if i == heads && heads > 0 {
			w.Raw("</thead>\n")
		}
		if i == heads {
			w.Raw("<tbody>\n")
		}
		row(r, i < heads)
	}
	w.Raw("</tbody>\n</table></details>")
}

// picture writes an img.
func (w *Writer) picture(src, alt, class string) {
	f := w.book.Images[src]
	if f == nil {
		return
	}
	w.Raw(`<img src="`, w.book.Up(), f.Href(), `" alt="`)
	w.Text(markup.Clean(alt))
	w.Raw(`"`)
	if class != "" {
		w.Raw(` class="`, class, `"`)
	}
	w.Raw("/>")
}

// code writes preformatted text, always left to right.
func (w *Writer) code(c *content.CodeBlock) {
	w.before(c.ID, content.OwnRun)
	a := c.Attr
	if a.Dir != locale.RTL {
		a.Dir = locale.LTR
	}
	w.openID("pre", &a, w.idOf(&c.Attr), "", ` translate="no"`)
	w.Raw("<code")
	if lang := markup.Clean(c.Language); lang != "" {
		w.Raw(` class="language-`)
		w.Text(strings.ReplaceAll(lang, " ", "-"))
		w.Raw(`"`)
	}
	w.Raw(">")
	w.reading(c.ID, content.OwnRun, func() { w.listingText(c) })
	w.Raw("</code></pre>\n")
}

// listingText writes what a listing says, its isolates as elements.
func (w *Writer) listingText(c *content.CodeBlock) {
	isolates := isolate.NewListing(c.Text, c.Language, c.Dir == locale.RTL)
	for line := range strings.SplitAfterSeq(c.Text, "\n") {
		w.isolated(line, isolates.Line(strings.TrimSuffix(line, "\n")))
	}
}

// isolated writes code, its isolates as elements.
func (w *Writer) isolated(code string, marks []isolate.Mark) {
	at := 0
	for _, m := range marks {
		w.flow(code[at:m.At])
		w.Raw(bdi[m.Control])
		at = m.At
	}
	w.flow(code[at:])
}

// bdi are the tags of the controls of UAX #9 2.4, and its mark.
var bdi = map[rune]string{isolate.LRI: `<bdi dir="ltr">`, isolate.RLI: `<bdi dir="rtl">`, isolate.PDI: "</bdi>", isolate.RLM: "\u200F"}

// definitions writes a dl; in a glossary its parts say what they are.
func (w *Writer) definitions(d *content.Definitions) {
	term, explained := "", ""
	if w.pg.Chapter.Role == roles.Glossary {
		term, explained = ` epub:type="glossterm"`, ` epub:type="glossdef"`
	}
	w.open("dl", &d.Attr, "", "")
	w.Raw("\n")
	for _, entry := range d.Entries {
		w.within(&entry.Attr, func() {
			w.open("dt", &entry.Attr, "", term)
			w.words(entry.ID, entry.Term)
			w.Raw("</dt>\n")
			for _, body := range entry.Bodies {
				w.Raw("<dd", explained, ">\n")
				w.blocks(body)
				w.Raw("</dd>\n")
			}
		})
	}
	w.Raw("</dl>\n")
}
