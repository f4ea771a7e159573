package markdown

import (
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/source"
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
		if value, wrong = f.opt.Fields.Write(source, f.Lang); wrong == nil {
			t.Value = value
		}
	}
	if wrong != nil {
		f.Problem(n.Start, wrong.What, wrong.Hint)
	}
	return t
}

func (f *file) example(n *syntax.Example) content.Inline {
	if n.Number == 0 {
		typed := "(@" + n.Name + ")"
		const kind = "a numbered example that is none of this file's, printed as typed"
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(typed), Hint: "correct its name, or write what it is about"})
		return &content.Text{Pos: f.Pos(n.Pos()), Value: typed}
	}
	return &content.Text{Pos: f.Pos(n.Pos()), Value: "(" + strconv.Itoa(n.Number) + ")"}
}

// tex prints a formula as it was typed.
func (f *file) tex(n *syntax.TexFormula) content.Inline {
	at := f.Pos(n.Pos())
	t := &content.Text{Pos: at, Value: strings.Join(strings.Fields(n.Source), " ")}
	if f.Direction() == locale.LTR {
		return t
	}
	return &content.Span{Pos: at, Attr: content.Attr{Dir: locale.LTR}, Inlines: []content.Inline{t}}
}
