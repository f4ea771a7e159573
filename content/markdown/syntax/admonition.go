package syntax

import (
	"cmp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"warraq/content/pattern"
)

// admonitionParser reads the boxes of MkDocs, whose text is set in by four spaces:
//
//	!!! note "Title"
//	    Text.
//
// and those that unfold there, ??? and ???+.
type admonitionParser struct{}

// Admonition is such a box: a division that ends where its text is set in no more.
type Admonition struct{ Div }

var admonitionHead = pattern.Of(`^(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z\p{Arabic}][\pL\pM\d_-]*)([ \t]+[\w -]+?)?(?:[ \t]+"([^"\n]*)")?[ \t]*\n?$`)

// tabHead is the head of a tab of MkDocs: === "Title".
var tabHead = pattern.Of(`^===[!+]?[ \t]+("([^"\n]*)")[ \t]*\n?$`)

func (admonitionParser) Trigger() []byte             { return []byte{'!', '?', '='} }
func (admonitionParser) CanInterruptParagraph() bool { return true }
func (admonitionParser) CanAcceptIndentedLine() bool { return false }

func (admonitionParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	offset := pc.BlockOffset()
	m := admonitionHead.FindSubmatchIndex(line[offset:])
	if tab := tabHead.FindSubmatchIndex(line[offset:]); tab != nil {
		m = append(tab[:2:2], 0, 0, -1, -1, tab[4], tab[5])
	}
	if m == nil || !setIn(reader.Source()[segment.Stop:]) {
		return nil, parser.NoChildren
	}
	n := &Admonition{}
	n.Closed, n.Deep = true, len(pc.OpenedBlocks()) > MaxDepth
	n.Attr.Classes = []string{cmp.Or(string(line[offset+m[2]:offset+m[3]]), "box")}
	if m[6] >= 0 && m[7] > m[6] {
		start := segment.Start + offset - segment.Padding
		n.AppendChild(n, newTextLine(true, start+m[6], start+m[7]))
	}
	reader.AdvanceToEOL()
	if n.Deep {
		return n, parser.NoChildren
	}
	return n, parser.HasChildren
}

// setIn tells whether the first line below that says something is set in by four
// spaces.
func setIn(below []byte) bool {
	s := strings.TrimLeft(string(below[:min(len(below), 400)]), "> \t\n")
	at := len(below[:min(len(below), 400)]) - len(s)
	line := string(below[:at])
	lead := line[strings.LastIndexByte(line, '\n')+1:]
	return s != "" && (strings.Contains(lead, "\t") || strings.HasSuffix(lead, "    "))
}

func (admonitionParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (admonitionParser) Close(ast.Node, text.Reader, parser.Context) {}
