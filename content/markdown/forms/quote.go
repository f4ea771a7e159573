// Package forms gives blocks and inlines that were read the form that they have in a
// book, whether they were written in Markdown or in HTML.
package forms

import (
	"strings"

	"warraq/content"
)

// Quote makes a quotation. A last paragraph that begins with a dash, after
// at least one other block, says who is quoted.
func Quote(place content.Place, blocks []content.Block) *content.Quote {
	q := &content.Quote{Place: place, Blocks: blocks}
	if last := len(blocks) - 1; last > 0 {
		if p, ok := blocks[last].(*content.Paragraph); ok {
			if who := Signature(p.Inlines); who != nil {
				q.Blocks, q.Attribution = blocks[:last], who
			}
		}
	}
	return q
}

// dashes are what is written for the dash before a name, the longer first.
var dashes = [...]string{"—", "―", "–", "---", "--"}

// Signature takes a dash and the blanks behind it from the start of a run; nil when
// there is none.
func Signature(text []content.Inline) []content.Inline {
	if len(text) == 0 {
		return nil
	}
	t, ok := text[0].(*content.Text)
	if !ok {
		return nil
	}
	rest := t.Value
	for _, dash := range dashes {
		if rest = strings.TrimPrefix(t.Value, dash); rest != t.Value {
			break
		}
	}
	if rest == t.Value {
		return nil
	}
	rest = strings.TrimLeft(rest, " \u00a0")
	if rest == "" {
		return text[1:]
	}
	t.Value = rest
	return text
}
