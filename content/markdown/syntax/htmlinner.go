package syntax

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content/pattern"
)

// markdownTagParser reads lines of nothing but tags within an element that asks for
// Markdown inside it, as kramdown and MkDocs have it: <div markdown="1">. Each such
// line is a block, so that the lines between them are Markdown.
type markdownTagParser struct{}

var (
	asksMarkdown = pattern.Of(`(?i)^<([a-z][a-z0-9-]*)(?:\s[^<>]*)?\smarkdown(?:\s*=\s*["']?(?:1|block|span|true)["']?)?(?:\s[^<>]*)?>\s*$`)
	tagsAlone    = pattern.Of(`^(?:</?[A-Za-z][^<>]*>\s*)+$`)
	blockEnds    = pattern.Of(`(?i)^(?:</(?:div|p|center|section|article|details|blockquote|table|ul|ol|dl|figure|header|footer|main|aside|nav|h[1-6])\s*>\s*)+$`)
	endAlone     = pattern.Of(`(?i)^</([a-z][a-z0-9-]*)\s*>\s*$`)
)

// markdownTagsKey holds the names of the elements that ask for Markdown and are open.
var markdownTagsKey = parser.NewContextKey()

func (markdownTagParser) Trigger() []byte             { return []byte{'<'} }
func (markdownTagParser) CanInterruptParagraph() bool { return true }
func (markdownTagParser) CanAcceptIndentedLine() bool { return false }

// markBelow tells that a line begins with a mark of Markdown. Below the end of an
// element CommonMark takes it for HTML still, and everybody who writes it is wrong.
var markBelow = pattern.Of(`^ {0,3}(?:[-*+]|[0-9]{1,3}[.)]|#{1,6}|>)[ \t]+\S`)

func (markdownTagParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	const most = 2000 // bytes
	line, segment := reader.PeekLine()
	head := line[pc.BlockOffset():]
	if len(head) > most {
		return nil, parser.NoChildren
	}
	open, _ := pc.Get(markdownTagsKey).([]string)
	m := asksMarkdown.FindSubmatch(head)
	switch {
	case m != nil:
		if len(open) < MaxDepth {
			pc.Set(markdownTagsKey, append(open, strings.ToLower(string(m[1]))))
		}
	case len(open) > 0 && tagsAlone.Match(head):
	case blockEnds.Match(head) && markBelow.Match(reader.Source()[segment.Stop:]):
	default:
		return nil, parser.NoChildren
	}
	if end := endAlone.FindSubmatch(head); end != nil {
		if at := slices.Index(open, strings.ToLower(string(end[1]))); at >= 0 {
			last := len(open) - 1 - slices.Index(reversed(open), strings.ToLower(string(end[1])))
			pc.Set(markdownTagsKey, open[:last:last])
		}
	}
	n := ast.NewHTMLBlock(ast.HTMLBlockType6)
	n.SetPos(segment.Start + pc.BlockOffset())
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func reversed(names []string) []string {
	names = slices.Clone(names)
	slices.Reverse(names)
	return names
}

func (markdownTagParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (markdownTagParser) Close(ast.Node, text.Reader, parser.Context) {}
