package markdown

import (
	"warraq/content"
	"warraq/content/markdown/syntax"
)

func (f *file) refField(n *syntax.RefField) *content.Reference {
	ref := n.Ref
	ref.Pos = f.Pos(n.Pos())
	return &ref
}

// field writes a field. One that cannot be read stays as it is and is a problem.
func (f *file) field(n *syntax.Field) *content.Text {
	source := f.Flat[n.Start:n.Stop]
	t := &content.Text{Pos: f.Pos(n.Start), Value: source}
	var wrong *content.Problem
	if n.Unended {
		wrong = content.UnendedField(f.Text[n.Start:])
	} else {
		var value string
		if value, wrong = f.opt.Fields.Write(source, f.lang); wrong == nil {
			t.Value = value
		}
	}
	if wrong != nil {
		f.Problem(n.Start, wrong.What, wrong.Hint)
	}
	return t
}

// in says that the text from here on is in a language, if one is named, and
// gives the way back to the language before.
func (f *file) in(lang string) (back func()) {
	before := f.lang
	if lang != "" {
		f.lang = lang
	}
	return func() { f.lang = before }
}
