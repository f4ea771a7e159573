package tags

import (
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// Table reads a table in HTML.
func (c *Context) Table(n *syntax.HTMLTable, place content.Place) []content.Block {
	h := tableReader{Context: c, table: &content.Table{Place: place}, heads: make(map[*content.Cell]bool)}
	h.source = c.stretchOf(n.Lines(), text.Segment{})
	h.read(h.source.text)
	if n.Unclosed {
		c.Advise(n.Lines().At(0).Start, source.Slip{Kind: "a table in HTML that nothing closes", Hint: "write </table> below its last row"})
	}
	if len(h.rows) == 0 {
		return nil
	}
	h.finish()
	return []content.Block{h.table}
}
