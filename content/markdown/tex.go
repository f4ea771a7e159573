package markdown

import (
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/syntax"
)

// tex prints a formula as it was typed.
func (f *file) tex(n *syntax.TexFormula) content.Inline {
	at := f.Pos(n.Pos())
	t := &content.Text{Pos: at, Value: strings.Join(strings.Fields(n.Source), " ")}
	if f.direction() == locale.LTR {
		return t
	}
	return &content.Span{Pos: at, Attr: content.Attr{Dir: locale.LTR}, Inlines: []content.Inline{t}}
}
