package number

import (
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// numberSections puts the number of each section of a numbered chapter before
// its words: that of the chapter, that of the section in it, and so on, with
// full stops between, which UAX #9 keeps in order (W4). Those of the class
// "unnumbered" have none, nor have those of a chapter of that class.
func numberSections(doc *content.Document) {
	digits := locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)
	depth := doc.Setup.SectionDepth()
	for _, c := range doc.Chapters {
		var counts [setup.MostNumbers + 1]int
		chapter := sectionChapter(doc, c, digits)
		content.Sections(c.Blocks, content.Tongue{}, func(h *content.Heading, _ content.Tongue) {
			h.Inlines, h.Number = h.Words(), ""
			if chapter == "" || h.Level > depth || h.Has("unnumbered") {
				return
			}
			counts[h.Level]++
			clear(counts[h.Level+1:])
			number := []string{chapter}
			for _, n := range counts[2 : h.Level+1] {
				number = append(number, locale.FormatInt(n, digits))
			}
			h.Number = strings.Join(number, ".")
			h.Inlines = append([]content.Inline{&content.Text{Pos: h.Pos, Value: h.Number + " "}}, h.Inlines...)
		})
	}
}

// sectionChapter is the first part of the numbers of a chapter's sections; empty
// where they have none.
func sectionChapter(doc *content.Document, c *content.Chapter, digits locale.Digits) string {
	if doc.Setup.SectionDepth() == 0 || c.Number == 0 {
		return ""
	}
	switch c.Role {
	case roles.Body:
		return locale.FormatInt(c.Number, digits)
	case roles.Appendix:
		return locale.FormatLetter(c.Number, doc.Meta.Lang)
	}
	return ""
}
