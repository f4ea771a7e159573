package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// htmlTable is a table written in HTML, from its first tag to its last: blank
// lines do not end it, as they do other blocks of HTML.
type htmlTable struct {
	ast.BaseBlock
	open int // tables that are not closed yet
}

var kindHTMLTable = ast.NewNodeKind("HTMLTable")

func (*htmlTable) Kind() ast.NodeKind { return kindHTMLTable }
func (*htmlTable) IsRaw() bool        { return true }
func (*htmlTable) Dump([]byte, int)   {}

// htmlTableParser reads tables in HTML. One that is never closed is none.
type htmlTableParser struct{}

func (htmlTableParser) Trigger() []byte             { return []byte{'<'} }
func (htmlTableParser) CanInterruptParagraph() bool { return true }
func (htmlTableParser) CanAcceptIndentedLine() bool { return false }

// lastTableEnd is where the source's last closing tag of a table begins.
var lastTableEnd = parser.NewContextKey()

func (htmlTableParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if !opensTable(strings.ToLower(string(line[pc.BlockOffset():]))) {
		return nil, parser.NoChildren
	}
	last, known := pc.Get(lastTableEnd).(int)
	if !known {
		last = strings.LastIndex(strings.ToLower(string(reader.Source())), "</table")
		pc.Set(lastTableEnd, last)
	}
	if last < segment.Start {
		return nil, parser.NoChildren
	}
	n := &htmlTable{}
	n.take(string(line), segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// opensTable tells a line, in small letters, that begins with the tag of a table.
func opensTable(line string) bool {
	rest, ok := strings.CutPrefix(line, "<table")
	return ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\n/>"))
}

func (n *htmlTable) take(line string, segment text.Segment) {
	line = strings.ToLower(line)
	n.open += strings.Count(line, "<table") - strings.Count(line, "</table")
	n.Lines().Append(segment)
}

func (htmlTableParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*htmlTable)
	if n.open <= 0 {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	n.take(string(line), segment)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (htmlTableParser) Close(ast.Node, text.Reader, parser.Context) {}

// tableOfHTML reads a table in HTML.
func (f *file) tableOfHTML(n *htmlTable, place content.Place) []content.Block {
	h := htmlReader{file: f, table: &content.Table{Place: place}, heads: make(map[*content.Cell]bool)}
	var raw strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		h.starts = append(h.starts, [2]int{raw.Len(), seg.Start})
		raw.Write(seg.Value(f.src))
	}
	h.read(raw.String())
	if len(h.rows) == 0 {
		return nil
	}
	h.finish()
	return one(h.table)
}
