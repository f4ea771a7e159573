package syntax

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// HTMLTable is a table written in HTML, from its first tag to its last: blank
// lines do not end it, as they do other blocks of HTML.
type HTMLTable struct {
	ast.BaseBlock
	open     int  // tables that are not closed yet
	Unclosed bool // nothing closes it: it ends before the next text
}

var kindHTMLTable = ast.NewNodeKind("HTMLTable")

func (*HTMLTable) Kind() ast.NodeKind { return kindHTMLTable }
func (*HTMLTable) IsRaw() bool        { return true }
func (*HTMLTable) Dump([]byte, int)   {}

// htmlTableParser reads tables in HTML.
type htmlTableParser struct{}

func (htmlTableParser) Trigger() []byte             { return []byte{'<'} }
func (htmlTableParser) CanInterruptParagraph() bool { return true }
func (htmlTableParser) CanAcceptIndentedLine() bool { return false }

// tablesKey holds the tables of a source.
var tablesKey = parser.NewContextKey()

// tables is a source in small letters, as tags are looked for, and where in it the
// last table is closed.
type tables struct {
	source string
	last   int
}

func (htmlTableParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if !opensTable(strings.ToLower(string(line[pc.BlockOffset():]))) {
		return nil, parser.NoChildren
	}
	all, known := pc.Get(tablesKey).(*tables)
	if !known {
		all = &tables{source: lowerASCII(reader.Source())}
		all.last = strings.LastIndex(all.source, "</table")
		pc.Set(tablesKey, all)
	}
	n := &HTMLTable{}
	if n.Unclosed = !all.closed(segment.Start); n.Unclosed && !hasRows(all.source[segment.Start:]) {
		return nil, parser.NoChildren
	}
	n.take(string(line), segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// lowerASCII makes small letters of those of ASCII: every byte keeps its place.
func lowerASCII(source []byte) string {
	small := []byte(string(source))
	for i, c := range small {
		if c >= 'A' && c <= 'Z' {
			small[i] = c + 'a' - 'A'
		}
	}
	return string(small)
}

// closed tells whether the table that begins in a line is: the next one, if it begins
// before a table is closed, stands in a cell of it. It looks no further than that one.
func (t *tables) closed(start int) bool {
	if t.last < start {
		return false
	}
	source := t.source[start:]
	first := strings.Index(source, "<table") + 1
	for at := first; ; at++ {
		next := strings.Index(source[at:], "<table")
		if next < 0 {
			return true
		}
		if at += next; !opensTable(source[at:min(at+10, len(source))]) {
			continue
		}
		return strings.Contains(source[:at], "</table") || inCell(source[:at])
	}
}

// inCell tells whether the last cell of a source is open.
func inCell(source string) bool {
	last := func(tags ...string) (at int) {
		at = -1
		for _, tag := range tags {
			at = max(at, strings.LastIndex(source, tag))
		}
		return at
	}
	return last("<td", "<th>", "<th ") > last("</td", "</th>", "</tr")
}

// hasRows tells whether a row or a cell stands near the start of a source, above its
// first blank line.
func hasRows(source string) bool {
	const near = 2000 // bytes
	block, _, _ := strings.Cut(source[:min(near, len(source))], "\n\n")
	return strings.Contains(block, "<tr") || strings.Contains(block, "<td") || strings.Contains(block, "<th")
}

// opensTable tells a line, in small letters, that begins with the tag of a table.
func opensTable(line string) bool {
	rest, ok := strings.CutPrefix(line, "<table")
	return ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\n/>"))
}

func (n *HTMLTable) take(line string, segment text.Segment) {
	line = strings.ToLower(line)
	n.open += strings.Count(line, "<table") - strings.Count(line, "</table")
	n.Lines().Append(segment)
}

func (htmlTableParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*HTMLTable)
	line, segment := reader.PeekLine()
	if n.open <= 0 || n.Unclosed && endsUnclosed(string(line), reader.Source()[segment.Stop:]) {
		return parser.Close
	}
	n.take(string(line), segment)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// endsUnclosed tells whether a table that nothing closes ends before a line: where
// another begins, or at a blank line below which no tag stands.
func endsUnclosed(line string, below []byte) bool {
	if strings.TrimSpace(line) != "" {
		return opensTable(strings.ToLower(strings.TrimLeft(line, " ")))
	}
	rest := bytes.TrimLeft(below[:min(len(below), 1000)], " \t\n")
	return len(rest) == 0 || rest[0] != '<' || opensTable(strings.ToLower(string(rest[:min(len(rest), 10)])))
}

func (htmlTableParser) Close(ast.Node, text.Reader, parser.Context) {}
