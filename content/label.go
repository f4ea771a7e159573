package content

import (
	"strings"

	"warraq/content/isolate"
	"warraq/content/locale"
)

// labelTable tells what the labels of a table say of the numbers in its cells: the
// head of the column, or the first cell of the row.
func labelTable(t *Table) {
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			label := ""
			if t.Header != nil && i < len(t.Header.Cells) {
				label = PlainText(t.Header.Cells[i].Inlines)
			}
			if !labelNumbers(&c.Inlines, label) && i > 0 {
				labelNumbers(&c.Inlines, PlainText(r.Cells[0].Inlines))
			}
		}
	}
	if t.Header != nil && len(t.Header.Cells) > 0 {
		for _, c := range t.Header.Cells[1:] {
			labelNumbers(&c.Inlines, PlainText(t.Header.Cells[0].Inlines))
		}
	}
}

// labelNumbers puts the numbers of a text that its label tells into spans from left
// to right, and tells whether there are any.
func labelNumbers(text *[]Inline, label string) bool {
	var out []Inline
	any := false
	for _, in := range *text {
		t, ok := in.(*Text)
		if !ok {
			if inner := innerText(in); inner != nil {
				any = labelNumbers(inner, label) || any
			}
			out = append(out, in)
			continue
		}
		at := 0
		for _, n := range isolate.Labelled(label, t.Value) {
			any = true
			out = appendText(out, t.Pos, t.Value[at:n[0]])
			out = append(out, &Span{Pos: t.Pos, Attr: Attr{Dir: locale.LTR}, Inlines: []Inline{&Text{Pos: t.Pos, Value: t.Value[n[0]:n[1]]}}})
			at = n[1]
		}
		if at == 0 {
			out = append(out, t)
			continue
		}
		out = appendText(out, t.Pos, t.Value[at:])
	}
	if any {
		*text = out
	}
	return any
}

func appendText(out []Inline, at Pos, s string) []Inline {
	if s == "" {
		return out
	}
	return append(out, &Text{Pos: at, Value: strings.Clone(s)})
}

// innerText is what an inline that is only dressed holds; nil for any other.
func innerText(in Inline) *[]Inline {
	switch in := in.(type) {
	case *Strong:
		return &in.Inlines
	case *Emphasis:
		return &in.Inlines
	}
	return nil
}
