package dump

import (
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/locale"
)

// text prints a run on one line: texts in quotes, the rest as word(…). A text
// that stands on another line of the manuscript than the text before it is
// preceded by "@line".
func (d *dumper) text(text []content.Inline) string {
	var b strings.Builder
	line := 0
	printInlines(&b, text, &line)
	return b.String()
}

func printInlines(b *strings.Builder, text []content.Inline, line *int) {
	for i, in := range text {
		if i > 0 {
			b.WriteByte(' ')
		}
		printInline(b, in, line)
	}
}

func printInline(b *strings.Builder, in content.Inline, line *int) {
	switch in := in.(type) {
	case *content.Text:
		if *line != 0 && in.Pos.Line != *line {
			b.WriteString("@" + strconv.Itoa(in.Pos.Line))
		}
		*line = in.Pos.Line
		b.WriteString(quoted(in.Value))
	case *content.Strong:
		printAround(b, "strong", in.Inlines, line)
	case *content.Emphasis:
		printAround(b, "emphasis", in.Inlines, line)
	case *content.Code:
		b.WriteString("code(" + quoted(in.Value) + ")")
	case *content.Link:
		head := "link<" + in.URL + ">"
		if in.Title != "" {
			head += quoted(in.Title)
		}
		printAround(b, head, in.Inlines, line)
	case *content.Image:
		b.WriteString("image<" + in.Src + ">(" + quoted(in.Alt) + " " + quoted(in.Title) + ")")
	case *content.NoteRef:
		b.WriteString("note(" + noteName(in.Note) + ")")
	case *content.Span:
		head := "span" + attrText(&in.Attr)
		if in.Entry != "" {
			head += "→" + in.Entry
		}
		printAround(b, head, in.Inlines, line)
	case *content.LineBreak:
		b.WriteString("break")
	case *content.Reference:
		b.WriteString(in.Kind.String() + "<" + in.Anchor + ">(" + quoted(in.Label) + ")")
	}
}

func printAround(b *strings.Builder, head string, text []content.Inline, line *int) {
	b.WriteString(head + "(")
	printInlines(b, text, line)
	b.WriteByte(')')
}

func noteName(n *content.Note) string {
	if n == nil {
		return "none"
	}
	return strconv.Itoa(n.Number)
}

// attrText prints attributes as the manuscript would: {#a .b lang=fr k="v"}.
func attrText(a *content.Attr) string {
	var words []string
	if a.Anchor != "" {
		words = append(words, "#"+a.Anchor)
	}
	for _, c := range a.Classes {
		words = append(words, "."+c)
	}
	if a.Lang != "" {
		words = append(words, "lang="+a.Lang)
	}
	if a.Dir != locale.Auto {
		words = append(words, "dir="+a.Dir.String())
	}
	for _, kv := range a.Keys {
		words = append(words, kv.Key+"="+quoted(kv.Value))
	}
	if words == nil {
		return ""
	}
	return "{" + strings.Join(words, " ") + "}"
}

// quoted puts a text between quotes; what cannot be seen or would end the line
// is escaped.
func quoted(s string) string { return strconv.Quote(s) }
