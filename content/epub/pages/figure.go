package pages

import (
	"strings"

	"warraq/content"
)

// paragraph writes a paragraph; one of pictures alone shows them side by side.
func (w *Writer) paragraph(p *content.Paragraph) {
	images := content.Pictures(p.Inlines)
	if images == nil {
		w.open("p", &p.Attr, strings.TrimSpace(turnedClass(p.Inlines)+" "+w.standing(&p.Attr)), "")
		w.words(p.ID, p.Inlines)
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
