package markdown

import (
	"cmp"
	"strings"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// tagLine reads a tag of another program.
func (h *hypertext) tagLine(n *syntax.TagLine) {
	h.flush()
	at := h.Pos(n.Pos())
	switch name := n.Name; {
	case n.To > n.From:
		h.wholeTag(n, at)
	case name == "/*" || name == "comment":
	case syntax.VerbatimTags[name] && n.Body != "":
		language := cmp.Or(syntax.ArgOf(n.Args, "lang", "language"), syntax.FirstArg(n.Args))
		h.put(&content.CodeBlock{Place: content.Place{Pos: at}, Language: language, Text: n.Body})
	case n.Ends:
		h.endTagLine(name)
	case name == "include" || name == "#include" || name == "include_relative" || name == "--8<--" || name == "#rustdoc_include":
		h.include(n.Args, n.Pos())
	case boxTags[name] || boxOf(name) != "":
		h.boxTag(n, at)
	case name == "tab" || name == "tabitem" || name == "accordion" || name == "expand":
		h.boxTag(n, at)
	case name == "figure" || name == "img" || name == "image":
		h.figureTag(n, at)
	case name == "embed" || name == "link":
		if url := syntax.ArgOf(n.Args, "url", "href"); url != "" {
			h.put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: []content.Inline{&content.Link{Pos: at, URL: url, Inlines: []content.Inline{&content.Text{Pos: at, Value: url}}}}})
			return
		}
		h.leftTag(n)
	case plainTags[name]:
	default:
		h.leftTag(n)
	}
}

// wholeTag reads a tag, the text in it and its end.
func (h *hypertext) wholeTag(n *syntax.TagLine, at content.Pos) {
	box := boxTags[n.Name] || boxOf(n.Name) != "" || n.Name == "tab"
	if box {
		h.boxTag(n, at)
	} else if !plainTags[n.Name] {
		h.leftTag(n)
	}
	h.put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: h.inlinesOf(n.From, n.To)})
	if box {
		h.endTagLine(n.Name)
	}
}

func (h *hypertext) leftTag(n *syntax.TagLine) {
	const kind = "a tag of another program, left out"
	h.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(h.LineAt(n.Pos()))), Hint: "delete it, or write what it makes: text, ![a picture](file.png), a box between `::: note` and `:::`"})
}

// boxTag opens a box.
func (h *hypertext) boxTag(n *syntax.TagLine, at content.Pos) {
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
	box := htmlBox{tag: "%" + n.Name, at: at, owns: true}
	box.attr.Classes = []string{class}
	if title != "" {
		box.title = []content.Inline{&content.Text{Pos: at, Value: title}}
	}
	if len(h.open)+h.depth > syntax.MaxDepth {
		return
	}
	h.open = append(h.open, box)
}

func (h *hypertext) endTagLine(name string) {
	for i := len(h.open) - 1; i > 0; i-- {
		if h.open[i].tag == "%"+name {
			h.endBox(i)
			return
		}
	}
}

// figureTag reads a picture of Hugo's.
func (h *hypertext) figureTag(n *syntax.TagLine, at content.Pos) {
	src := syntax.ArgOf(n.Args, "src", "link")
	if src == "" {
		src = syntax.FirstArg(n.Args)
	}
	if src == "" {
		h.leftTag(n)
		return
	}
	fig := &content.Figure{Place: content.Place{Pos: at}, Src: imageName(src), Alt: syntax.ArgOf(n.Args, "alt")}
	caption := syntax.ArgOf(n.Args, "caption", "title")
	if fig.Alt == "" {
		fig.Alt = caption
	}
	if caption != "" {
		fig.Caption = []content.Inline{&content.Text{Pos: at, Value: caption}}
	}
	h.put(fig)
}

// kramdown reads a line `{: #name .class}`: what it says is said of the block right
// above it or, below an empty line, of the next. It gives the line that is to go to the
// next.
func (h *hypertext) kramdown(n *syntax.TagLine) *syntax.AttrLine {
	attr, length, ok := syntax.ParseAttr("{" + n.Args + "}")
	blocks := *h.into()
	switch {
	case n.Args == "toc" || strings.Contains(n.Args, ":"):
		h.Advise(n.Pos(), source.Slip{Kind: commands[0].slip.Kind, What: commands[0].slip.Kind + ": {:" + n.Args + "}", Hint: commands[0].slip.Hint, Mild: true})
	case !ok || length != len(n.Args)+2:
		h.leftTag(n)
	case n.HasBlankPreviousLines() || len(blocks) == 0:
		line := &syntax.AttrLine{Attr: attr}
		line.SetPos(n.Pos())
		line.Lines().Append(n.Lines().At(0))
		return line
	default:
		h.applyAttr(lastOf(blocks), &syntax.AttrLine{Attr: attr})
	}
	return nil
}

// boxTags are tags of boxes whose kind an argument says.
var boxTags = map[string]bool{"hint": true, "notice": true, "callout": true, "admonition": true, "alert": true, "panel": true, "aside": true, "box": true}

// plainTags place their text, as tabs do, or name what a book has anyway.
var plainTags = map[string]bool{"tabs": true, "raw": true, "code": true, "columns": true, "stepper": true, "step": true, "toc": true, "content-ref": true, "steps": true}
