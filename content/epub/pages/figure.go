package pages

import (
	"strings"

	"warraq/content"
	"warraq/content/stand"
)

// paragraph writes a paragraph; one of pictures alone shows them side by side.
func (w *Writer) paragraph(p *content.Paragraph) {
	images := content.Pictures(p.Inlines)
	if images == nil {
		w.open("p", &p.Attr, strings.TrimSpace(turnedClass(p.Inlines)+" "+w.standing(&p.Attr)), "")
		w.words(p.ID, led(p.Inlines))
		w.Raw("</p>\n")
		return
	}
	w.before(p.ID, content.OwnRun)
	w.open("p", &p.Attr, "pictures", "")
	for i, m := range images {
		if i > 0 {
			w.Raw(" ")
		}
		w.picture(m.Src, m.Alt, "")
	}
	w.Raw("</p>\n")
}

// led puts the lines of a paragraph that have values at their ends into spans, which a
// stylesheet makes lines of: the text, and the value with dots before it.
func led(text []content.Inline) []content.Inline {
	lines := content.Leaders(text)
	if lines == nil {
		return text
	}
	var out []content.Inline
	for i, line := range lines {
		if line.Value == nil {
			if out = append(out, line.Text...); i+1 < len(lines) {
				out = append(out, &content.LineBreak{})
			}
			continue
		}
		value := &content.Span{Attr: content.Attr{Classes: []string{stand.LeaderClass}}, Inlines: []content.Inline{&content.Span{Inlines: line.Value}}}
		out = append(out, &content.Span{Attr: content.Attr{Classes: []string{"led"}},
			Inlines: []content.Inline{&content.Span{Inlines: line.Text}, value}})
	}
	return out
}
