package content

// HasCode tells whether the book has any code: then it needs a face for it.
func HasCode(doc *Document) (found bool) {
	Walk(doc, func(part any, _ *Place) {
		if _, code := part.(*CodeBlock); code {
			found = true
		}
	})
	Texts(doc, func(_ *Place, text []Inline) {
		if !found {
			Inlines(text, func(in Inline) {
				if _, code := in.(*Code); code {
					found = true
				}
			})
		}
	})
	return found
}
