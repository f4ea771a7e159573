package number

import (
	"warraq/content"
	"warraq/content/roles"
)

// numberChapters counts the chapters, the parts and the appendices, each among
// its own and without those of class "unnumbered", and tells each chapter where it
// stands.
func numberChapters(doc *content.Document) {
	counts := map[roles.Role]int{}
	for _, c := range doc.Chapters {
		c.Number = 0
		if c.Has("unnumbered") {
			continue
		}
		switch c.Role {
		case roles.Body, roles.Part, roles.Appendix:
			counts[c.Role]++
			c.Number = counts[c.Role]
		}
	}
	placeChapters(doc.Chapters)
}

// placeChapters fills Matter and Part. Front matter is what precedes the first
// chapter that is of the main matter by its role, back matter what follows the
// last: so sources at the end of a part, or a list of signs before the text,
// belong to where their author put them. A part ends with the main matter.
func placeChapters(chapters []*content.Chapter) {
	first, last := -1, -1
	for i, c := range chapters {
		if c.Role.Matter() == roles.Main {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	var part *content.Chapter
	for i, c := range chapters {
		c.Matter, c.Part = roles.Main, nil
		switch {
		case first < 0:
			c.Matter = c.Role.Matter()
		case i < first:
			c.Matter = roles.Front
		case i > last:
			c.Matter = roles.Back
		case c.Role == roles.Part:
			part = c
		default:
			c.Part = part
		}
	}
}
