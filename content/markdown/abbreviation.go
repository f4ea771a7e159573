package markdown

import (
	"warraq/content"
	"warraq/content/markdown/syntax"
)

func (f *file) abbreviation(n *syntax.Abbreviation) {
	f.short = append(f.short, content.Abbreviation{Pos: f.Pos(n.Pos()), Short: n.Short, Long: n.Long})
}
