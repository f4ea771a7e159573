package markdown

import (
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/markdown/tags"
)

// inlines reads the inline children of a node.
func (f *file) inlines(parent ast.Node) []content.Inline {
	var out []content.Inline
	var raw tags.Raw // that are open
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		before := len(out)
		if tag, ok := n.(*ast.RawHTML); ok {
			out = f.AppendTag(&raw, out, tag)
			f.last = lastText{}
		} else {
			out = f.appendInline(out, n)
		}
		if len(out) == before {
			out = f.closeGap(out, n)
		}
	}
	out = f.CloseTags(&raw, out, 0, false)
	if first, ok := forms.Only(out[:min(1, len(out))]).(*content.Text); ok && parent.Type() == ast.TypeBlock {
		first.Value = strings.TrimLeft(first.Value, " ") // behind a comment
	}
	closeUp(out)
	return f.touched(out, parent.Type() == ast.TypeBlock && parent.Kind() != east.KindTableCell)
}

// bearsAttr tells what attributes that touch it are said of.
func bearsAttr(in content.Inline) bool {
	switch in.(type) {
	case *content.Link, *content.Code, *content.Strong, *content.Emphasis, *content.Span:
		return true
	}
	return false
}

// touched gives links, code, pictures and marked words the attributes that touch
// them in braces, as those of a span: [Paris](a.md){lang=fr}. A picture that is all
// of a block's text keeps them for its figure; in a line, or a cell of a table, there is
// nothing that they could say of one.
func (f *file) touched(text []content.Inline, block bool) []content.Inline {
	for i := 1; i < len(text); i++ {
		t, ok := text[i].(*content.Text)
		if !ok || !strings.HasPrefix(t.Value, "{") || f.braced[t] {
			continue
		}
		attr, length, ok := syntax.ParseAttr(t.Value)
		if !ok {
			continue
		}
		if bearsAttr(text[i-1]) {
			text[i-1] = &content.Span{Pos: t.Pos, Attr: f.attrAt(attr, t.Pos), Inlines: []content.Inline{text[i-1]}}
		} else if _, image := text[i-1].(*content.Image); image {
			if block && len(text) == 2 && strings.TrimSpace(t.Value[length:]) == "" {
				continue
			}
			const kind = "attributes of a picture within a line, which have no effect"
			f.AdviseAt(t.Pos, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(t.Value[:length]),
				Hint: "put the picture in a paragraph of its own, or delete them: pictures in a line are as high as it, and those side by side share its width"})
		} else {
			continue
		}
		t.Value = t.Value[length:]
		f.last = lastText{}
		if t.Value == "" {
			text = slices.Delete(text, i, i+1)
			i--
		}
	}
	return text
}

// closeUp leaves one space around a span that shows nothing, such as a mark for
// the index, where the author wrote one on either side.
func closeUp(text []content.Inline) {
	for i := 1; i+1 < len(text); i++ {
		span, ok := text[i].(*content.Span)
		if !ok || len(span.Inlines) > 0 {
			continue
		}
		before, _ := text[i-1].(*content.Text)
		after, _ := text[i+1].(*content.Text)
		if before != nil && after != nil && strings.HasSuffix(before.Value, " ") {
			after.Value = strings.TrimLeft(after.Value, " ")
		}
	}
}

// closeGap leaves one space where a comment, which prints nothing, had one on either
// side.
func (f *file) closeGap(out []content.Inline, n ast.Node) []content.Inline {
	switch n.(type) {
	case *ast.RawHTML, *syntax.WikiMark:
	default:
		return out
	}
	next, ok := n.NextSibling().(*ast.Text)
	if last, text := lastInline(out).(*content.Text); ok && text && strings.HasSuffix(last.Value, " ") && next.Segment.Start < next.Segment.Stop && f.Bytes[next.Segment.Start] == ' ' {
		f.last = lastText{}
		if last.Value = strings.TrimSuffix(last.Value, " "); last.Value == "" {
			out = out[:len(out)-1]
		}
	}
	return out
}

func lastInline(out []content.Inline) content.Inline {
	if len(out) == 0 {
		return nil
	}
	return out[len(out)-1]
}

func (f *file) appendInline(out []content.Inline, n ast.Node) []content.Inline {
	switch n := n.(type) {
	case *ast.Text:
		return f.appendText(out, n)
	case *ast.String:
		return append(out, &content.Text{Pos: f.Pos(n.Pos()), Value: string(n.Value)})
	case *ast.Emphasis:
		if n.Level == 2 {
			return append(out, &content.Strong{Inlines: f.inlines(n)})
		}
		f.missedTimes(n)
		return append(out, &content.Emphasis{Inlines: f.inlines(n)})
	case *ast.CodeSpan:
		return append(out, &content.Code{Pos: f.Pos(n.Pos()), Value: f.codeText(n)})
	case *ast.Link:
		f.UseLink(n.Reference)
		if n.FirstChild() == nil {
			f.Advise(n.Pos(), source.Slip{Kind: "a link without words, of which nothing is printed", Hint: "write them between the brackets: [text](address)"})
		}
		return append(out, &content.Link{Pos: f.Pos(n.Pos()), URL: f.address(n.Destination, n.Reference, n.Pos()),
			Title: f.address(n.Title, n.Reference, n.Pos()), Inlines: f.inlines(n)})
	case *ast.AutoLink:
		return append(out, f.autoLink(n))
	case *ast.Image:
		f.UseLink(n.Reference)
		return append(out, &content.Image{Pos: f.Pos(n.Pos()), Src: forms.FileName(f.address(n.Destination, n.Reference, n.Pos())),
			Alt: content.PlainText(f.inlines(n)), Title: f.address(n.Title, n.Reference, n.Pos())})
	case *ast.RawHTML:
		return out // what it says needs what is beside it: see inlines
	case *syntax.NoteRef:
		return append(out, f.noteRef(n))
	case *syntax.InlineNote:
		return append(out, f.inlineNote(n))
	case *syntax.Span:
		if n.Dress != "" {
			return append(out, f.dress(n)...)
		}
		return append(out, f.span(n))
	case *syntax.Field:
		return append(out, f.field(n))
	case *syntax.RefField:
		return append(out, f.refField(n))
	case *syntax.Example:
		return append(out, f.example(n))
	case *syntax.TexFormula:
		return append(out, f.tex(n))
	case *syntax.WikiMark:
		return append(out, f.wiki(n)...)
	case *syntax.SpanOpen:
		return f.appendText(out, ast.NewTextSegment(text.NewSegment(n.Pos(), n.Pos()+n.Length)))
	case *east.TaskCheckBox:
		return out
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = f.appendInline(out, c)
	}
	return out
}

// missedTimes tells of stars between numbers, of which two have become italics.
func (f *file) missedTimes(n *ast.Emphasis) {
	before, ok := n.PreviousSibling().(*ast.Text)
	after, follows := n.NextSibling().(*ast.Text)
	if !ok || !follows || n.Pos() < 1 {
		return
	}
	digit := func(at int) bool { return at >= 0 && at < len(f.Text) && f.Text[at] >= '0' && f.Text[at] <= '9' }
	if n.Pos() == before.Segment.Stop && digit(n.Pos()-1) && digit(n.Pos()+1) && digit(after.Segment.Start) {
		const kind = "stars between numbers, which set in italics what is between"
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(f.Text[before.Segment.Stop-1:after.Segment.Start+1]), Hint: "write × or \\*"})
	}
}

// appendText adds one text node, which never spans lines. A soft line break
// becomes a space at its end.
func (f *file) appendText(out []content.Inline, n *ast.Text) []content.Inline {
	start, stop := n.Segment.Start, n.Segment.Stop
	soft := n.SoftLineBreak()
	// In flat, a space stands where the line ended.
	if soft && stop < len(f.Flat) && f.Flat[stop] == ' ' {
		stop++
		soft = false
	}
	value := f.Flat[start:stop]
	asWritten := n.Segment.Padding == 0 && !soft && !strings.ContainsAny(value, "\\&")
	if !asWritten {
		value = f.resolved(n, value, soft)
	}
	switch {
	case asWritten && f.continues(out, start):
		last := &f.last
		last.text.Value = f.Flat[last.start:stop]
		last.stop = stop
	case value != "":
		t := &content.Text{Pos: f.Pos(start), Value: value}
		out = append(out, t)
		if value[0] == '{' && f.Flat[start] != '{' { // escaped: it opens no attributes
			if f.braced == nil {
				f.braced = make(map[*content.Text]bool)
			}
			f.braced[t] = true
		}
		if f.last = (lastText{}); asWritten {
			f.last = lastText{t, start, stop}
		}
	}
	if n.HardLineBreak() {
		out = append(out, &content.LineBreak{})
	}
	return out
}

// lastText is the text read last, when it is a part of flat as it stands, and
// the range of that part.
type lastText struct {
	text        *content.Text
	start, stop int
}

// continues tells whether the text from start on goes on where the last of out
// ended, on the same line: goldmark parts texts at brackets that came to
// nothing.
func (f *file) continues(out []content.Inline, start int) bool {
	return len(out) > 0 && f.last.text != nil && out[len(out)-1] == content.Inline(f.last.text) &&
		f.last.stop == start && f.Bytes[start-1] != '\n'
}

// resolved is the text of a node that is not what stands in the source.
func (f *file) resolved(n *ast.Text, value string, soft bool) string {
	if n.Segment.Padding > 0 {
		value = strings.Repeat(" ", n.Segment.Padding) + value
	}
	if !n.IsRaw() {
		value = syntax.Unescape(value)
	}
	if soft {
		value += " "
	}
	return value
}

func (f *file) span(n *syntax.Span) *content.Span {
	s := &content.Span{Pos: f.Pos(n.Pos()), Attr: f.attr(n.Attr, n.Pos())}
	defer f.In(s.Lang)()
	s.Inlines = f.inlines(n)
	return s
}

func (f *file) codeText(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.WriteString(f.Flat[t.Segment.Start:t.Segment.Stop])
		}
	}
	return b.String()
}

func (f *file) autoLink(n *ast.AutoLink) *content.Link {
	at := f.Pos(n.Pos())
	target := string(n.URL(f.Bytes))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	label := &content.Text{Pos: at, Value: string(n.Label(f.Bytes))}
	return &content.Link{Pos: at, URL: target, Inlines: []content.Inline{label}}
}

// dress is a span between marks or tags. In what is code each text is.
func (f *file) dress(n *syntax.Span) []content.Inline {
	inner := f.inlines(n)
	f.missedLow(n, inner)
	if n.Tight { // an escaped space does not part it
		content.Inlines(inner, func(in content.Inline) {
			if t, ok := in.(*content.Text); ok {
				t.Value = strings.ReplaceAll(t.Value, `\ `, "\u00a0")
			}
		})
	}
	return []content.Inline{&content.Span{Pos: f.Pos(n.Pos()), Attr: content.Attr{Classes: []string{n.Dress}}, Inlines: inner}}
}

// missedLow tells of words that are set low since their author, or GitHub, strikes
// them out by a single tilde.
func (f *file) missedLow(n *syntax.Span, inner []content.Inline) {
	const kind = "words that single tildes set low"
	if words := content.PlainText(inner); n.Dress == "sub" && n.Tight && len([]rune(strings.TrimFunc(words, func(r rune) bool { return !unicode.IsLetter(r) }))) > 3 {
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted("~"+words+"~"), Hint: "write ~~words~~ to strike them out, [words]{.sub} to set them low"})
	}
}
