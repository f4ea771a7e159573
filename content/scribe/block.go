package scribe

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/locale"
)

// block writes a block; before is the one above it.
func (w *writer) block(b, before content.Block) string {
	switch b := b.(type) {
	case *content.Heading:
		return headingText(b.Level, b.Inlines, b.Attr, w)
	case *content.Paragraph:
		at := inParagraph
		if t, ok := before.(*content.Table); ok && len(t.Caption) == 0 {
			at = belowTable
		}
		return under(&b.Attr, w.inlines(b.Inlines, at))
	case *content.List:
		return under(listAttr(b), w.list(b, before))
	case *content.Quote:
		return w.quote(b)
	case *content.Verse:
		return w.verse(b)
	case *content.Table:
		return w.table(b)
	case *content.Figure:
		return "![" + escaped(b.Alt) + "](" + address(percented(b.Src)) + titled(content.PlainText(b.Caption)) + ")" + Attributes(&b.Attr)
	case *content.CodeBlock:
		return fenced(b)
	case *content.Definitions:
		return under(&b.Attr, w.definitions(b))
	case *content.Break:
		return under(&b.Attr, "***")
	case *content.PageBreak:
		return `\newpage`
	case *content.Div:
		return w.div(b)
	case *content.Endnotes, *content.Listing, *content.TitlePage, *content.Imprint, *content.Contents: // the book makes them of itself
	}
	return ""
}

// under writes a line of attributes above a block.
func under(attr *content.Attr, block string) string {
	if a := Attributes(attr); a != "" && block != "" {
		return a + "\n" + block
	}
	return block
}

// escaped is a text within a line.
func escaped(s string) string {
	var b strings.Builder
	e := &escaper{b: &b}
	e.text(s, true)
	return b.String()
}

func headingText(level int, text []content.Inline, attr content.Attr, w *writer) string {
	s := strings.Repeat("#", level) + " " + w.inlines(text, inHeading)
	if rest := strings.TrimRight(s, "#"); rest != s && len(rest) > 0 { // a last run of # would end it
		s = rest + "\\" + s[len(rest):]
	}
	if a := Attributes(&attr); a != "" {
		s += " " + a
	}
	return s
}

// listAttr names the letters of a list.
func listAttr(l *content.List) *content.Attr {
	attr := l.Attr
	switch l.Style {
	case locale.Abjad, locale.AbjadMaghribi, locale.AlifBa:
		if !attr.Has(l.Style.String()) {
			attr.Classes = append([]string{l.Style.String()}, attr.Classes...)
		}
	case locale.Bullet, locale.Decimal:
	}
	return &attr
}

// list writes a list; one that follows another of its kind has another sign, or the
// two would be one.
func (w *writer) list(l *content.List, before content.Block) string {
	bullet, point := "- ", ". "
	if above, ok := before.(*content.List); ok && (above.Style == locale.Bullet) == (l.Style == locale.Bullet) && !w.turned[above] && Attributes(listAttr(l)) == "" {
		bullet, point = "* ", ") "
		w.turned[l] = true
	}
	items := make([]string, len(l.Items))
	for i, it := range l.Items {
		mark := bullet
		if l.Style != locale.Bullet {
			mark = strconv.Itoa(l.Start+i) + point
		}
		items[i] = w.item(it, mark, l.Tight)
	}
	between := "\n\n"
	if l.Tight {
		between = "\n"
	}
	return strings.Join(items, between)
}

func (w *writer) item(it *content.Item, mark string, tight bool) string {
	indent := strings.Repeat(" ", len(mark))
	if it.Task {
		mark += map[bool]string{false: "[ ] ", true: "[x] "}[it.Done]
	}
	text := w.joined(it.Blocks, tight)
	if !it.Task && (strings.HasPrefix(text, "[x]") || strings.HasPrefix(text, "[X]")) { // the words of a link, and no box
		text = fmt.Sprintf("[&#%d;%s", text[1], text[2:])
	}
	return strings.TrimRight(hang(mark, indent, text), " ")
}

// quote writes a quotation behind >, one with a name between fences.
func (w *writer) quote(q *content.Quote) string {
	inner := w.blocks(q.Blocks)
	if len(q.Attribution) > 0 {
		inner += "\n\n— " + strings.TrimLeft(w.inlines(q.Attribution, inHeading), " ")
	}
	if content.Quoted(q.Classes) {
		return "::: " + Attributes(&q.Attr) + "\n" + inner + "\n:::"
	}
	return under(&q.Attr, prefixed(inner, "> "))
}

// verse writes a poem, a line each, a stroke between its hemistichs.
func (w *writer) verse(v *content.Verse) string {
	var b strings.Builder
	b.WriteString("::: " + opening(&v.Attr))
	for i, stanza := range v.Stanzas {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, line := range stanza {
			halves := make([]string, len(line.Halves))
			for i, half := range line.Halves {
				halves[i] = strings.NewReplacer(" / ", ` \/ `, "\t", " ", " *** ", ` \*** `).Replace(w.inlines(half, inParagraph))
			}
			b.WriteString("\n" + strings.Join(halves, " / "))
		}
	}
	if len(v.Attribution) > 0 {
		b.WriteString("\n\n— " + w.inlines(v.Attribution, inHeading))
	}
	b.WriteString("\n:::")
	return b.String()
}

// fenced writes code between fences that are longer than any in it.
func fenced(c *content.CodeBlock) string {
	fence := "```"
	for strings.Contains(c.Text, fence) {
		fence += "`"
	}
	attr := c.Attr
	head := c.Language
	if a := Attributes(&attr); a != "" {
		head = strings.TrimSpace(head + " " + a)
	}
	return fence + head + "\n" + c.Text + fence
}

// definitions writes terms and what they mean.
func (w *writer) definitions(d *content.Definitions) string {
	var parts []string
	for _, e := range d.Entries {
		part := w.inlines(e.Term, inParagraph)
		for _, body := range e.Bodies {
			part += "\n" + hang(":   ", "    ", w.blocks(body))
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "\n\n")
}

// div writes a division between fences.
func (w *writer) div(d *content.Div) string {
	head := "::: " + opening(&d.Attr)
	if len(d.Title) > 0 {
		head = fmt.Sprintf(`%s "%s"`, strings.TrimRight(head, " "), w.inlines(d.Title, inHeading))
	}
	inner := w.blocks(d.Blocks)
	if strings.TrimSpace(head) == ":::" {
		return inner
	}
	return head + "\n" + inner + "\n:::"
}

// opening is what a fence says: a name where one is all.
func opening(attr *content.Attr) string {
	if len(attr.Classes) == 1 && isName(attr.Classes[0]) && Attributes(&content.Attr{Anchor: attr.Anchor, Lang: attr.Lang, Dir: attr.Dir, Keys: attr.Keys}) == "" {
		return attr.Classes[0]
	}
	return Attributes(attr)
}
