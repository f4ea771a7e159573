package markdown

import (
	"strconv"

	"warraq/content"
	"warraq/content/markdown/syntax"
)

func (f *file) example(n *syntax.Example) content.Inline {
	if n.Number == 0 {
		typed := "(@" + n.Name + ")"
		const kind = "a numbered example that is none of this file's, printed as typed"
		f.advise(n.Pos(), slip{kind: kind, what: kind + ": " + quotedPart(typed), hint: "correct its name, or write what it is about"})
		return &content.Text{Pos: f.pos(n.Pos()), Value: typed}
	}
	return &content.Text{Pos: f.pos(n.Pos()), Value: "(" + strconv.Itoa(n.Number) + ")"}
}
