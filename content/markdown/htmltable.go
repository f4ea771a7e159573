package markdown

import (
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// tableOfHTML reads a table in HTML.
func (f *file) tableOfHTML(n *syntax.HTMLTable, place content.Place) []content.Block {
	h := htmlReader{file: f, table: &content.Table{Place: place}, heads: make(map[*content.Cell]bool)}
	h.source = f.htmlSource(n.Lines(), text.Segment{})
	h.read(h.source.text)
	if n.Unclosed {
		f.Advise(n.Lines().At(0).Start, source.Slip{Kind: "a table in HTML that nothing closes", Hint: "write </table> below its last row"})
	}
	if len(h.rows) == 0 {
		return nil
	}
	h.finish()
	return one(h.table)
}
