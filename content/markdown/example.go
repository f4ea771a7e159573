package markdown

import (
	"strconv"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

func (f *file) example(n *syntax.Example) content.Inline {
	if n.Number == 0 {
		typed := "(@" + n.Name + ")"
		const kind = "a numbered example that is none of this file's, printed as typed"
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(typed), Hint: "correct its name, or write what it is about"})
		return &content.Text{Pos: f.Pos(n.Pos()), Value: typed}
	}
	return &content.Text{Pos: f.Pos(n.Pos()), Value: "(" + strconv.Itoa(n.Number) + ")"}
}
