package book

import (
	"strings"

	"warraq/content"
)

// adviseAlternatives tells of images without an alternative text: who cannot
// see one knows nothing of it (WCAG 2.2, 1.1.1).
func (b *manuscript) adviseAlternatives() {
	if len(b.doc.Assets) == 0 {
		return
	}
	check := func(src, alt string, at content.Pos) {
		if strings.TrimSpace(alt) == "" {
			b.advise(content.Problem{Pos: at, What: "image " + src + " has no words for those who cannot see it",
				Hint: "say what it shows: ![…](" + src + ")", Warns: true, Kind: "image without words for those who cannot see it"})
		}
	}
	content.Walk(b.doc, func(part any, place *content.Place) {
		if fig, ok := part.(*content.Figure); ok {
			check(fig.Src, fig.Alt, place.Pos)
		}
	})
	content.Texts(b.doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if img, ok := in.(*content.Image); ok {
				check(img.Src, img.Alt, img.Pos)
			}
		})
	})
}
