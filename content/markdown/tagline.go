package markdown

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// Tags of other programs that stand alone in their lines: of Liquid (Jekyll, GitBook),
// of Hugo and Quarto, of mdBook and of MkDocs' snippets. What they say that a book has
// a form for is taken, the others go with advice.

// tagLine is such a line.
type tagLine struct {
	ast.BaseBlock
	name string
	args string
	ends bool   // it closes what the name has opened
	text string // between the tags of code and of comments
	from int    // where text between it and its end, in the same line, begins,
	to   int    // and ends; 0 for none
}

var kindTagLine = ast.NewNodeKind("TagLine")

func (*tagLine) Kind() ast.NodeKind { return kindTagLine }
func (*tagLine) IsRaw() bool        { return true }
func (*tagLine) Dump([]byte, int)   {}

// tagForms give the name and the arguments of each kind.
var tagForms = []*regexp.Regexp{
	regexp.MustCompile(`^\{%-?\s*(/?[A-Za-z][\w-]*)\s*(.*?)\s*-?%\}\s*$`),
	regexp.MustCompile(`^\{\{[<%]\s*(/?\s*[A-Za-z][\w./-]*)\s*(.*?)\s*/?[>%]\}\}\s*$`),
	regexp.MustCompile(`^\{\{\s*(#\s*[A-Za-z_]+)\s*(.*?)\s*\}\}\s*$`),
	regexp.MustCompile(`^(--8<--)\s+["']([^"'\n]+)["']\s*$`),
	regexp.MustCompile(`^\{(:)\s*([^{}\n]*)\}\s*$`),
	regexp.MustCompile(`^\{(/\*)(.*)\*/\}\s*$`),
}

// wholeTags are those of lines that hold the end of a tag too.
var wholeTags = []*regexp.Regexp{
	regexp.MustCompile(`^\{%-?\s*([A-Za-z][\w-]*)\s*([^%{}]*?)\s*-?%\}(.*?\S.*?)\{%-?\s*end([A-Za-z][\w-]*)\s*-?%\}\s*$`),
	regexp.MustCompile(`^\{\{[<%]\s*([A-Za-z][\w./-]*)\s*([^{}]*?)\s*[>%]\}\}(.*?\S.*?)\{\{[<%]\s*/\s*([A-Za-z][\w./-]*)\s*[>%]\}\}\s*$`),
}

// wholeTag reads such a line, which begins at an offset of the source.
func wholeTag(head []byte, start int) *tagLine {
	for _, form := range wholeTags {
		m := form.FindSubmatchIndex(head)
		if m == nil || !strings.EqualFold(string(head[m[2]:m[3]]), string(head[m[8]:m[9]])) {
			continue
		}
		return &tagLine{name: strings.ToLower(string(head[m[2]:m[3]])), args: string(head[m[4]:m[5]]), from: start + m[6], to: start + m[7]}
	}
	return nil
}

// tagLineParser reads them.
type tagLineParser struct{}

func (tagLineParser) Trigger() []byte             { return []byte{'{', '-'} }
func (tagLineParser) CanInterruptParagraph() bool { return true }
func (tagLineParser) CanAcceptIndentedLine() bool { return false }

func (tagLineParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	const most = 2000 // bytes of such a line
	line, segment := reader.PeekLine()
	head := line[pc.BlockOffset():]
	if len(head) > most || len(head) < 3 || head[0] == '-' && head[1] != '-' || head[0] == '{' && strings.IndexByte("%{:/", head[1]) < 0 {
		return nil, parser.NoChildren
	}
	if n := wholeTag(head, segment.Start+pc.BlockOffset()-segment.Padding); n != nil {
		n.SetPos(n.from)
		n.Lines().Append(segment)
		reader.AdvanceToEOL()
		return n, parser.NoChildren
	}
	for _, form := range tagForms {
		m := form.FindSubmatch(head)
		if m == nil || strings.Contains(string(m[2]), "%}") || strings.Contains(string(m[2]), "}}") {
			continue // more than a tag stands in the line
		}
		n := &tagLine{name: strings.ToLower(strings.ReplaceAll(string(m[1]), " ", "")), args: string(m[2])}
		if rest, ends := strings.CutPrefix(n.name, "/"); ends && n.name != "/*" {
			n.name, n.ends = rest, true
		} else if rest, ends := strings.CutPrefix(n.name, "end"); ends && rest != "" {
			n.name, n.ends = rest, true
		}
		n.SetPos(segment.Start + pc.BlockOffset())
		n.Lines().Append(segment)
		reader.AdvanceToEOL()
		if verbatimTags[n.name] && !n.ends && endsLater(n.name, reader.Source()[segment.Stop:], pc) {
			return n, parser.Continue | parser.NoChildren
		}
		return n, parser.NoChildren
	}
	return nil, parser.NoChildren
}

// verbatimTags are those whose text is not Markdown: code, but for a comment.
var verbatimTags = map[string]bool{"highlight": true, "codefile": true, "codeblock": true, "code-block": true, "comment": true}

// tagEndsKey holds, of each tag that is sought, where in the source it ends last.
var tagEndsKey = parser.NewContextKey()

func endsLater(name string, below []byte, pc parser.Context) bool {
	ends, _ := pc.Get(tagEndsKey).(map[string]int)
	if ends == nil {
		ends = map[string]int{}
		pc.Set(tagEndsKey, ends)
	}
	behind, known := ends[name] // counted from the end of the source
	if !known {
		behind = len(below) - lastEnd(name, string(below))
		ends[name] = behind
	}
	return behind <= len(below)
}

// lastEnd is where the last end of a tag stands in a source, -1 for none.
func lastEnd(name, source string) int {
	at := -1
	for _, form := range []string{"% end", "%- end", "%end", "< /", "</", "% /", "%/"} {
		at = max(at, strings.LastIndex(source, form+name))
	}
	return at
}

func (tagLineParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*tagLine)
	if !verbatimTags[n.name] || n.ends || n.Lines().Len() == 0 || !endsLater(n.name, reader.Source()[n.Lines().At(0).Stop:], pc) {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	n.text += string(line)
	if s := strings.TrimSpace(string(line)); strings.HasPrefix(s, "{") {
		for _, form := range tagForms[:2] {
			if m := form.FindStringSubmatch(s); m != nil && strings.TrimLeft(strings.TrimPrefix(strings.ToLower(m[1]), "end"), "/ ") == n.name {
				n.text = strings.TrimSuffix(n.text, string(line))
				n.ends = true
				reader.AdvanceToEOL()
				return parser.Close
			}
		}
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (tagLineParser) Close(ast.Node, text.Reader, parser.Context) {}

// tagArg is an argument of a tag: name="value", or a value without a name.
var tagArg = regexp.MustCompile(`(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=,]+))`)

// argOf is an argument of a tag by one of its names, "" for none.
func argOf(args string, names ...string) string {
	for _, m := range tagArg.FindAllStringSubmatch(args, 20) {
		if m[1] != "" && slices.Contains(names, strings.ToLower(m[1])) {
			return m[2] + m[3] + m[4]
		}
	}
	return ""
}

// firstArg is the first argument without a name.
func firstArg(args string) string {
	for _, m := range tagArg.FindAllStringSubmatch(args, 20) {
		if m[1] == "" {
			return m[2] + m[3] + m[4]
		}
	}
	return ""
}

// boxTags are tags of boxes whose kind an argument says.
var boxTags = map[string]bool{"hint": true, "notice": true, "callout": true, "admonition": true, "alert": true, "panel": true, "aside": true, "box": true}

// plainTags place their text, as tabs do, or name what a book has anyway.
var plainTags = map[string]bool{"tabs": true, "raw": true, "code": true, "columns": true, "stepper": true, "step": true, "toc": true, "content-ref": true, "steps": true}

// tagLine reads a tag of another program.
func (h *hypertext) tagLine(n *tagLine) {
	h.flush()
	at := h.pos(n.Pos())
	switch name := n.name; {
	case n.to > n.from:
		h.wholeTag(n, at)
	case name == "/*" || name == "comment":
	case verbatimTags[name] && n.text != "":
		language := cmp.Or(argOf(n.args, "lang", "language"), firstArg(n.args))
		h.put(&content.CodeBlock{Place: content.Place{Pos: at}, Language: language, Text: n.text})
	case n.ends:
		h.endTagLine(name)
	case name == "include" || name == "#include" || name == "include_relative" || name == "--8<--" || name == "#rustdoc_include":
		h.include(n.args, n.Pos())
	case boxTags[name] || boxOf(name) != "":
		h.boxTag(n, at)
	case name == "tab" || name == "tabitem" || name == "accordion" || name == "expand":
		h.boxTag(n, at)
	case name == "figure" || name == "img" || name == "image":
		h.figureTag(n, at)
	case name == "embed" || name == "link":
		if url := argOf(n.args, "url", "href"); url != "" {
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
func (h *hypertext) wholeTag(n *tagLine, at content.Pos) {
	box := boxTags[n.name] || boxOf(n.name) != "" || n.name == "tab"
	if box {
		h.boxTag(n, at)
	} else if !plainTags[n.name] {
		h.leftTag(n)
	}
	h.put(&content.Paragraph{Place: content.Place{Pos: at}, Inlines: h.inlinesOf(n.from, n.to)})
	if box {
		h.endTagLine(n.name)
	}
}

func (h *hypertext) leftTag(n *tagLine) {
	const kind = "a tag of another program, left out"
	h.advise(n.Pos(), slip{kind: kind, what: kind + ": " + quotedPart(strings.TrimSpace(h.lineAt(n.Pos()))), hint: "delete it, or write what it makes: text, ![a picture](file.png), a box between `::: note` and `:::`"})
}

// boxTag opens a box.
func (h *hypertext) boxTag(n *tagLine, at content.Pos) {
	kind := argOf(n.args, "style", "type", "level", "class", "kind", "color")
	if kind == "" && !strings.Contains(n.args, "=") {
		kind = firstArg(n.args)
	}
	class := boxOf(kind)
	title := argOf(n.args, "title", "label", "summary", "name")
	if class == "" {
		if class = boxOf(n.name); class == "" {
			class = "box"
		}
		if boxOf(n.name) != "" && title == "" && kind != "" {
			title = kind
		}
	}
	box := htmlBox{tag: "%" + n.name, at: at, owns: true}
	box.attr.Classes = []string{class}
	if title != "" {
		box.title = []content.Inline{&content.Text{Pos: at, Value: title}}
	}
	if len(h.open)+h.depth > maxDepth {
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
func (h *hypertext) figureTag(n *tagLine, at content.Pos) {
	src := argOf(n.args, "src", "link")
	if src == "" {
		src = firstArg(n.args)
	}
	if src == "" {
		h.leftTag(n)
		return
	}
	fig := &content.Figure{Place: content.Place{Pos: at}, Src: imageName(src), Alt: argOf(n.args, "alt")}
	caption := argOf(n.args, "caption", "title")
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
func (h *hypertext) kramdown(n *tagLine) *attrLine {
	attr, length, ok := parseAttr("{" + n.args + "}")
	blocks := *h.into()
	switch {
	case n.args == "toc" || strings.Contains(n.args, ":"):
		h.advise(n.Pos(), slip{kind: commands[0].slip.kind, what: commands[0].slip.kind + ": {:" + n.args + "}", hint: commands[0].slip.hint, mild: true})
	case !ok || length != len(n.args)+2:
		h.leftTag(n)
	case n.HasBlankPreviousLines() || len(blocks) == 0:
		line := &attrLine{attr: attr}
		line.SetPos(n.Pos())
		line.Lines().Append(n.Lines().At(0))
		return line
	default:
		h.applyAttr(lastOf(blocks), &attrLine{attr: attr})
	}
	return nil
}
