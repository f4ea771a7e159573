package markdown

import (
	"cmp"
	"strings"

	"warraq/content"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/markdown/tags"
)

// tagLine reads a tag of another program.
func (f *file) tagLine(h *tags.Hypertext, n *syntax.TagLine) {
	h.Flush()
	at := f.Pos(n.Pos())
	switch name := n.Name; {
	case n.To > n.From:
		f.wholeTag(h, n, at)
	case name == "/*" || name == "comment":
	case syntax.VerbatimTags[name] && n.Body != "":
		language := cmp.Or(syntax.ArgOf(n.Args, "lang", "language"), syntax.FirstArg(n.Args))
		h.Put(&content.CodeBlock{Place: content.Place{Pos: at}, Language: language, Text: n.Body})
	case n.Ends:
		f.endTagLine(h, name)
	case name == "include" || name == "#include" || name == "include_relative" || name == "--8<--" || name == "#rustdoc_include":
		f.include(h, n.Args, n.Pos())
	case boxTags[name] || boxOf(name) != "":
		f.boxTag(h, n, at)
	case name == "tab" || name == "tabitem" || name == "accordion" || name == "expand":
		f.boxTag(h, n, at)
	case name == "figure" || name == "img" || name == "image":
		f.figureTag(h, n, at)
	case name == "embed" || name == "link":
		if url := syntax.ArgOf(n.Args, "url", "href"); url != "" {
			h.Put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: []content.Inline{&content.Link{Pos: at, URL: url, Inlines: []content.Inline{&content.Text{Pos: at, Value: url}}}}})
			return
		}
		f.leftTag(h, n)
	case plainTags[name]:
	default:
		f.leftTag(h, n)
	}
}

// wholeTag reads a tag, the text in it and its end.
func (f *file) wholeTag(h *tags.Hypertext, n *syntax.TagLine, at content.Pos) {
	box := boxTags[n.Name] || boxOf(n.Name) != "" || n.Name == "tab"
	if box {
		f.boxTag(h, n, at)
	} else if !plainTags[n.Name] {
		f.leftTag(h, n)
	}
	h.Put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: f.inlinesOf(n.From, n.To)})
	if box {
		f.endTagLine(h, n.Name)
	}
}

func (f *file) leftTag(h *tags.Hypertext, n *syntax.TagLine) {
	const kind = "a tag of another program, left out"
	f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(f.LineAt(n.Pos()))), Hint: "delete it, or write what it makes: text, ![a picture](file.png), a box between `::: note` and `:::`"})
}

// boxTag opens a box.
func (f *file) boxTag(h *tags.Hypertext, n *syntax.TagLine, at content.Pos) {
	kind := syntax.ArgOf(n.Args, "style", "type", "level", "class", "kind", "color")
	if kind == "" && !strings.Contains(n.Args, "=") {
		kind = syntax.FirstArg(n.Args)
	}
	class := boxOf(kind)
	title := syntax.ArgOf(n.Args, "title", "label", "summary", "name")
	if class == "" {
		if class = boxOf(n.Name); class == "" {
			class = "box"
		}
		if boxOf(n.Name) != "" && title == "" && kind != "" {
			title = kind
		}
	}
	box := tags.Box{Tag: "%" + n.Name, At: at, Owns: true}
	box.Attr.Classes = []string{class}
	if title != "" {
		box.Title = []content.Inline{&content.Text{Pos: at, Value: title}}
	}
	if len(h.Open)+f.Depth > syntax.MaxDepth {
		return
	}
	h.Open = append(h.Open, box)
}

func (f *file) endTagLine(h *tags.Hypertext, name string) {
	for i := len(h.Open) - 1; i > 0; i-- {
		if h.Open[i].Tag == "%"+name {
			h.EndBox(i)
			return
		}
	}
}

// figureTag reads a picture of Hugo's.
func (f *file) figureTag(h *tags.Hypertext, n *syntax.TagLine, at content.Pos) {
	src := syntax.ArgOf(n.Args, "src", "link")
	if src == "" {
		src = syntax.FirstArg(n.Args)
	}
	if src == "" {
		f.leftTag(h, n)
		return
	}
	fig := &content.Figure{Place: content.Place{Pos: at}, Src: forms.FileName(src), Alt: syntax.ArgOf(n.Args, "alt")}
	caption := syntax.ArgOf(n.Args, "caption", "title")
	if fig.Alt == "" {
		fig.Alt = caption
	}
	if caption != "" {
		fig.Caption = []content.Inline{&content.Text{Pos: at, Value: caption}}
	}
	h.Put(fig)
}

// kramdown reads a line `{: #name .class}`: what it says is said of the block right
// above it or, below an empty line, of the next. It gives the line that is to go to the
// next.
func (f *file) kramdown(h *tags.Hypertext, n *syntax.TagLine) *syntax.AttrLine {
	attr, length, ok := syntax.ParseAttr("{" + n.Args + "}")
	blocks := *h.Into()
	switch {
	case n.Args == "toc" || strings.Contains(n.Args, ":"):
		f.Advise(n.Pos(), source.Slip{Kind: commands[0].slip.Kind, What: commands[0].slip.Kind + ": {:" + n.Args + "}", Hint: commands[0].slip.Hint, Mild: true})
	case !ok || length != len(n.Args)+2:
		f.leftTag(h, n)
	case n.HasBlankPreviousLines() || len(blocks) == 0:
		line := &syntax.AttrLine{Attr: attr}
		line.SetPos(n.Pos())
		line.Lines().Append(n.Lines().At(0))
		return line
	default:
		f.applyAttr(forms.Last(blocks), &syntax.AttrLine{Attr: attr})
	}
	return nil
}

// boxTags are tags of boxes whose kind an argument says.
var boxTags = map[string]bool{"hint": true, "notice": true, "callout": true, "admonition": true, "alert": true, "panel": true, "aside": true, "box": true}

// plainTags place their text, as tabs do, or name what a book has anyway.
var plainTags = map[string]bool{"tabs": true, "raw": true, "code": true, "columns": true, "stepper": true, "step": true, "toc": true, "content-ref": true, "steps": true}
