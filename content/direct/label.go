package direct

import (
	"strings"

	"warraq/content"
	"warraq/content/isolate"
	"warraq/content/locale"
)

// labelTable tells what the labels of a table say of the numbers in its cells: the
// head of the column, or the first cell of the row.
func labelTable(t *content.Table) {
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			label := ""
			if t.Header != nil && i < len(t.Header.Cells) {
				label = content.PlainText(t.Header.Cells[i].Inlines)
			}
			if !labelNumbers(&c.Inlines, label) && i > 0 {
				labelNumbers(&c.Inlines, content.PlainText(r.Cells[0].Inlines))
			}
		}
	}
	if t.Header != nil && len(t.Header.Cells) > 0 {
		for _, c := range t.Header.Cells[1:] {
			labelNumbers(&c.Inlines, content.PlainText(t.Header.Cells[0].Inlines))
		}
	}
}

// labelNumbers puts the numbers of a text that its label tells into spans from left
// to right, and tells whether there are any.
func labelNumbers(text *[]content.Inline, label string) bool {
	var out []content.Inline
	any := false
	for _, in := range *text {
		t, ok := in.(*content.Text)
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
			out = append(out, &content.Span{Pos: t.Pos, Attr: content.Attr{Dir: locale.LTR}, Inlines: []content.Inline{&content.Text{Pos: t.Pos, Value: t.Value[n[0]:n[1]]}}})
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

func appendText(out []content.Inline, at content.Pos, s string) []content.Inline {
	if s == "" {
		return out
	}
	return append(out, &content.Text{Pos: at, Value: strings.Clone(s)})
}

// innerText is what an inline that is only dressed holds; nil for any other.
func innerText(in content.Inline) *[]content.Inline {
	switch in := in.(type) {
	case *content.Strong:
		return &in.Inlines
	case *content.Emphasis:
		return &in.Inlines
	}
	return nil
}
