package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// taskParser is goldmark's but for a link or a span at the head of an item: goldmark
// 1.8.7 takes [x](x.html) for a ticked box, see findings/goldmark-task-link.sh. A box that
// touches its text, which GFM 5.3 does not know, is one here too.
type taskParser struct{ parser.InlineParser }

// Parse is that of [parser.InlineParser].
func (p taskParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if at := bytes.IndexByte(line, ']'); at >= 0 && at+1 < len(line) && bytes.IndexByte([]byte("([{"), line[at+1]) >= 0 {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}
