package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/pattern"
)

// calloutNames are names by which other programs call what is a box here:
// GitHub, Obsidian, Docusaurus, Quarto, MyST.
var calloutNames = map[string]string{
	"info": "note", "todo": "note", "seealso": "note", "admonition": "box",
	"hint": "tip", "success": "tip", "check": "tip", "done": "tip",
	"attention": "warning", "danger": "caution", "error": "caution", "bug": "caution", "failure": "caution", "fail": "caution",
	"abstract": "summary", "tldr": "summary", "question": "box", "help": "box", "faq": "box", "details": "box", "spoiler": "box",
	"ملاحظة": "note", "ملحوظة": "note", "فائدة": "note", "یادداشت": "note", "نکته": "note", "نوٹ": "note", "הערה": "note",
	"تنبيه": "warning", "تحذير": "warning", "هشدار": "warning", "انتباہ": "warning", "אזהרה": "warning",
	"مثال": "example", "خلاصة": "summary", "ملخص": "summary", "خلاصه": "summary", "خلاصہ": "summary", "דוגמה": "example", "סיכום": "summary",
	"نصيحة": "tip", "مشورہ": "tip", "טיפ": "tip", "مهم": "important", "هام": "important", "اہم": "important", "חשוב": "important",
	"إطار": "box", "صندوق": "box", "کادر": "box",
}

// boxOf is the box that a name of another program means, "" for none.
func boxOf(name string) string {
	name = strings.TrimPrefix(strings.ToLower(name), "callout-")
	if slices.Contains(content.BoxNames(), name) {
		return name
	}
	return calloutNames[name]
}

// calloutHead is the first line of a quotation that is a box in GitHub and in
// Obsidian: `[!NOTE]`, `[!tip]- Title`.
var calloutHead = pattern.Of(`^\[!(\pL[\pL\pN_-]*)\][+-]?(?:[ \t]+|$|\n)`)

// callout makes a box of such a quotation; nil for any other.
func (f *file) callout(n *ast.Blockquote, place content.Place) *content.Div {
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok {
		return nil
	}
	seg := p.Lines().At(0)
	head := calloutHead.FindSubmatch(seg.Value(f.Bytes))
	if head == nil {
		return nil
	}
	box := &content.Div{Place: place}
	name := boxOf(string(head[1]))
	if name == "" { // its title is what it is called
		name = "box"
		box.Title = []content.Inline{&content.Text{Pos: place.Pos, Value: string(head[1])}}
	}
	box.Classes = []string{name}
	start := seg.Start + len(bytes.TrimRight(head[0], "\n"))
	stop := seg.Start + len(strings.TrimRight(string(seg.Value(f.Bytes)), " \t\n"))
	if start < stop {
		title := f.inlinesOf(start, stop)
		if box.Title != nil {
			title = append(append(box.Title, &content.Text{Pos: place.Pos, Value: ": "}), title...)
		}
		box.Title = title
	}
	f.cutFirstLine(p)
	box.Blocks = f.blocks(n)
	return box
}

// inlinesOf reads a stretch of text by itself.
func (f *file) inlinesOf(start, stop int) (read []content.Inline) {
	if f.Depth++; f.Depth > syntax.MaxDepth {
		f.Depth--
		return []content.Inline{&content.Text{Pos: f.Pos(start), Value: f.Flat[start:stop]}}
	}
	defer func() { f.Depth-- }()
	for start < stop && strings.IndexByte(" \t\n", f.Text[start]) >= 0 { // set in, it would be code
		start++
	}
	inner := newFile(f.Text[start:stop], Options{File: f.opt.File, Line: f.Pos(start).Line, Fields: f.opt.Fields})
	inner.parser, inner.line, inner.showing, inner.Lang, inner.Depth = f.parser, f.line, f.showing, f.Lang, f.Depth
	inner.defined, inner.called, inner.lacking, inner.order, inner.open, inner.notes = f.defined, f.called, f.lacking, f.order, f.open, f.notes
	inner.within, inner.outer, inner.base = f.within, f, f.base+start
	inner.pc, inner.Linked = within{parser.NewContext(), f.pc}, f.Linked
	root := f.line.Parse(text.NewReader(inner.Bytes), parser.WithContext(inner.pc))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		read = append(read, inner.inlines(n)...)
	}
	f.Advice = append(f.Advice, inner.Advice...)
	f.Problems = append(f.Problems, inner.Problems...)
	return read
}

// within is the context of a stretch of a text, which knows the links that all of
// the text defines.
type within struct {
	parser.Context
	text parser.Context
}

func (w within) Reference(label string) (parser.Reference, bool) { return w.text.Reference(label) }

// keepBelow takes what stands below the first line out of a mark that begins in it and
// ends further down, as stars do that pair by chance.
func (f *file) keepBelow(p *ast.Paragraph, mark ast.Node, end int) {
	var below []ast.Node
	_ = ast.Walk(mark, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering && t.Segment.Start >= end {
			below = append(below, t)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range below {
		n.Parent().RemoveChild(n.Parent(), n)
		p.InsertBefore(p, mark, n)
	}
}

// cutFirstLine takes the first line out of a paragraph whose inlines have been
// parsed.
func (f *file) cutFirstLine(p *ast.Paragraph) {
	end := p.Lines().At(0).Stop
	for c := p.FirstChild(); c != nil; {
		next := c.NextSibling()
		if t, ok := c.(*ast.Text); !ok || t.Segment.Start >= end {
			if c.Pos() >= end || ok {
				break
			}
		}
		f.keepBelow(p, c, end)
		p.RemoveChild(p, c)
		c = next
	}
	lines := text.NewSegments()
	for i := 1; i < p.Lines().Len(); i++ {
		lines.Append(p.Lines().At(i))
	}
	p.SetLines(lines)
	if lines.Len() == 0 {
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

// calloutTitle takes a division of another program's name for the box that it is
// there, and gives the title that stands in its first heading (Quarto) or in an
// attribute; nil where there is none.
func (f *file) calloutTitle(attr *content.Attr, from *ast.Node, offset int) (title []content.Inline) {
	if len(attr.Classes) == 0 {
		return nil
	}
	name := attr.Classes[0]
	box := boxOf(name)
	if box == "" {
		return nil
	}
	attr.Classes[0] = box
	attr.Keys = slices.DeleteFunc(attr.Keys, func(kv content.KeyValue) bool {
		switch kv.Key {
		case "title":
			title = f.said(kv.Value, offset)
			return true
		case "collapse", "icon", "appearance", "open":
			return strings.HasPrefix(name, "callout-") || box != name
		}
		return false
	})
	if h, ok := (*from).(*ast.Heading); ok && title == nil && strings.HasPrefix(name, "callout-") {
		title, *from = f.inlines(h), h.NextSibling()
	}
	return title
}

// commands are paragraphs that tell a program something, and what to do instead.
var commands = []struct {
	form *pattern.Pattern
	slip source.Slip
}{
	{pattern.Of(`(?i)^(\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|\{:toc\}|\{\{\s*toc\s*\}\}|<!-- toc -->|@\[toc\])$`),
		source.Slip{Kind: "a mark for the contents, which the book has anyway", Hint: "delete it; `contents: false` in book.yaml leaves them out", Mild: true}},
	{pattern.Of(`(?i)^\\(cleardoublepage|bigskip|medskip|smallskip|vfill)(\{\})?$`),
		source.Slip{Kind: "a space of another program, which is left out", Hint: "write \\newpage where a new page is meant, `# Title` where a chapter begins, `***` where the text pauses"}},
}

// command tells a paragraph that is nothing but a command of another program. It
// is left out, with advice.
func (f *file) command(n ast.Node) bool {
	if n.Lines().Len() != 1 {
		return false
	}
	seg := n.Lines().At(0)
	line := strings.TrimSpace(f.Text[seg.Start:seg.Stop])
	if line == "" || strings.IndexByte(`[\${<@`, line[0]) < 0 {
		return false
	}
	for _, c := range commands {
		if c.form.MatchString(line) {
			s := c.slip
			s.What = s.Kind + ": " + line
			f.Advise(seg.Start, s)
			return true
		}
	}
	return false
}
