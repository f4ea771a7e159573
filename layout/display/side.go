package display

import (
	"warraq/content"
	"warraq/content/stand"
)

// Sides are the parts of a numbered book that stand in the margin.
func Sides(doc *content.Document) map[content.ID]bool {
	of := make(map[content.ID]bool)
	w := content.Walker{Part: func(_ any, place *content.Place) { of[place.ID] = true }}
	content.Walk(doc, func(part any, _ *content.Place) {
		if div, ok := part.(*content.Div); ok && div.Has(stand.SideClass) {
			of[div.ID] = true
			w.Blocks(div.Blocks)
		}
	})
	return of
}
