package syntax

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"warraq/content"
	"warraq/content/pattern"
)

// Div is a fenced division. Its first child may be its title, a textLine. When
// verse, its other children are verseLine nodes, otherwise blocks.
type Div struct {
	ast.BaseBlock
	Attr   content.Attr
	Verse  bool
	Closed bool
	Stray  bool // a closing fence that closes nothing
	Deep   bool // it lies in more than maxDepth others
}

// TextLine is a stretch of one line whose inlines are parsed: a division's
// title or a hemistich.
type TextLine struct {
	ast.BaseBlock
	Title bool
}

// verseLine is one line of verse; its children are its hemistichs, or none for
// a blank line.
type verseLine struct{ ast.BaseBlock }

var (
	kindDiv       = ast.NewNodeKind("Div")
	kindTextLine  = ast.NewNodeKind("TextLine")
	kindVerseLine = ast.NewNodeKind("VerseLine")
)

func (*Div) Kind() ast.NodeKind       { return kindDiv }
func (*Div) Dump([]byte, int)         {}
func (*TextLine) Kind() ast.NodeKind  { return kindTextLine }
func (*TextLine) Dump([]byte, int)    {}
func (*verseLine) Kind() ast.NodeKind { return kindVerseLine }
func (*verseLine) Dump([]byte, int)   {}

func newTextLine(title bool, start, stop int) *TextLine {
	n := &TextLine{Title: title}
	n.SetPos(start)
	n.Lines().Append(text.NewSegment(start, stop))
	return n
}

// divParser reads fenced divisions. A fence is a line of three colons or more;
// with a name, attributes or a title after them it opens a division, alone it
// closes the innermost open one.
type divParser struct{}

func (divParser) Trigger() []byte             { return []byte{':'} }
func (divParser) CanInterruptParagraph() bool { return true }
func (divParser) CanAcceptIndentedLine() bool { return false }

func (divParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	offset := pc.BlockOffset()
	head, ok := cutColons(string(line[offset:]))
	if !ok {
		return nil, parser.NoChildren
	}
	n := &Div{}
	rest := openDiv(n, head)
	// The title is the tail of the line, so its place follows from its length.
	if title := strings.TrimRight(rest, " \t\n:"); title != "" {
		start := segment.Stop - len(rest)
		if len(title) > 1 && (title[0] == '"' && title[len(title)-1] == '"' || title[0] == '[' && title[len(title)-1] == ']') {
			start, title = start+1, title[1:len(title)-1]
		}
		n.AppendChild(n, newTextLine(true, start, start+len(title)))
	}
	reader.AdvanceToEOL()
	n.Deep = len(pc.OpenedBlocks()) > MaxDepth
	if n.Stray || n.Verse || n.Deep {
		return n, parser.NoChildren
	}
	return n, parser.HasChildren
}

// cutColons takes three colons or more, and the blanks after them, from the
// start of a line.
func cutColons(line string) (rest string, ok bool) {
	rest = strings.TrimLeft(line, ":")
	if len(line)-len(rest) < 3 {
		return "", false
	}
	return strings.TrimLeft(rest, " \t"), true
}

// openDiv reads the name and attributes of a division and gives what follows
// them: its title.
func openDiv(n *Div, head string) (title string) {
	if strings.TrimSpace(head) == "" {
		n.Stray = true
		return ""
	}
	if head[0] != '{' && head[0] != '"' {
		name := head[:nameLength(head)]
		if name != "" {
			n.Attr.Classes = []string{name}
			head = strings.TrimLeft(head[len(name):], " \t")
		}
	}
	if name := bareName.FindString(head); name != "" && n.Attr.Classes == nil {
		n.Attr.Classes, head = []string{name[1 : len(name)-1]}, strings.TrimLeft(head[len(name):], " \t") // as MyST has it
	}
	if BareKey.MatchString(head) { // without its braces
		if bare := "{" + strings.TrimRight(head, " \t\n:") + "}"; len(n.Attr.Classes) > 0 {
			if attr, length, ok := ParseAttr(bare); ok && length == len(bare) {
				attr.Classes = append(n.Attr.Classes, attr.Classes...)
				n.Attr, head = attr, ""
			}
		}
	}
	if attr, length, ok := ParseAttr(head); ok {
		attr.Classes = append(n.Attr.Classes, attr.Classes...)
		n.Attr = attr
		head = strings.TrimLeft(head[length:], " \t")
	}
	if len(n.Attr.Classes) > 0 {
		if is := divNames[strings.ToLower(n.Attr.Classes[0])]; is != "" {
			n.Attr.Classes[0] = is
		}
	}
	n.Verse = len(n.Attr.Classes) > 0 && n.Attr.Classes[0] == "verse"
	return head
}

// divNames are what authors and other programs call a division that is no box.
var divNames = map[string]string{
	"poem": "verse", "poetry": "verse", "شعر": "verse", "قصيدة": "verse", "نظم": "verse", "שיר": "verse",
	"blockquote": "quote", "quotation": "quote", "اقتباس": "quote", "نقل": "quote",
	"قرآن": "quran", "قران": "quran", "آية": "quran", "آيات": "quran",
	"هامش": "side", "متجاورة": "abreast", "أعمدة": "columns",
}

// bareName is a name in braces, `{note}`.
var bareName = pattern.Of(`^\{[a-z][a-z-]*\}`)

func (divParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*Div)
	if n.Stray || n.Deep {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	if closesDiv(line, reader.LineOffset()) && closesHere(n, pc) {
		n.Closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	if n.Verse {
		n.appendVerse(string(line), segment)
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	return parser.Continue | parser.HasChildren
}

// closesDiv tells a fence that has nothing after its colons.
func closesDiv(line []byte, offset int) bool {
	width, pos := util.IndentWidth(line, offset)
	if width > 3 || pos >= len(line) {
		return false
	}
	rest, ok := cutColons(string(line[pos:]))
	return ok && strings.TrimSpace(rest) == ""
}

// closesHere tells whether a closing fence is meant for n: it is the innermost
// open division, and no open block takes its lines as they are.
func closesHere(n *Div, pc parser.Context) bool {
	blocks := pc.OpenedBlocks()
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := blocks[i].Node.(type) {
		case *Div:
			return b == n
		case *ast.FencedCodeBlock, *ast.HTMLBlock:
			return false
		}
	}
	return false
}

func (divParser) Close(ast.Node, text.Reader, parser.Context) {}

// appendVerse adds a line of verse, in two hemistichs where the line is parted
// by " / ", " *** " or a tab.
func (n *Div) appendVerse(line string, segment text.Segment) {
	v := &verseLine{}
	end := segment.Stop
	trimmed := strings.TrimRight(line, " \t\n\\")
	stop := end - (len(line) - len(trimmed))
	body := strings.TrimLeft(trimmed, " \t")
	start := stop - len(body)
	v.SetPos(segment.Start)
	for _, half := range hemistichs(body) {
		from := start + half[0]
		v.AppendChild(v, newTextLine(false, from, start+half[1]))
	}
	n.AppendChild(n, v)
}

// partings are what parts the hemistichs of a line, the first that it has counts.
var partings = []*pattern.Pattern{pattern.Of(`[ \t]+\*\*\*[ \t]+`), pattern.Of(`[ \t]+/[ \t]+`), pattern.Of(`[ \t]*\t[ \t]*`)}

// hemistichs gives the range of each half of a line of verse; none for a blank
// line.
func hemistichs(line string) [][2]int {
	if line == "" {
		return nil
	}
	for _, parting := range partings {
		if m := parting.FindStringIndex(line); m != nil && m[0] > 0 {
			return [][2]int{{0, m[0]}, {m[1], len(line)}}
		}
	}
	return [][2]int{{0, len(line)}}
}

// BareKey is an attribute without its braces.
var BareKey = pattern.Of(`^[a-z]+=\S`)

// MaxDepth bounds how deep quotes and lists may lie in each other: far beyond
// any book, far below what would exhaust the stack.
const MaxDepth = 60
