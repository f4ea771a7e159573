package number

import (
	"strconv"

	"warraq/content"
	"warraq/content/imprint"
	"warraq/content/locale"
	"warraq/content/roles"
	"warraq/content/setup"
)

// yearOf is that of the book's date in its digits.
func yearOf(doc *content.Document) string {
	date, digits := doc.Meta.Date, locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)
	if len(date) < 4 {
		return date
	}
	n, err := strconv.ParseUint(date[:4], 10, 16)
	if err != nil || digits == locale.DigitsLatn {
		return date[:4]
	}
	return locale.FormatInt(int(n), digits)
}

// placeFront fills the front of a book whose outline, IDs and references are done, up
// to the ID last.
func placeFront(doc *content.Document, last content.ID) {
	f := &doc.Front
	if doc.Setup.HalfTitle && doc.Meta.Title != "" {
		f.HalfTitle = &content.TitlePage{Lines: linesOf(doc, imprint.TitleLine)}
	}
	if doc.Setup.TitlePage == setup.On && doc.Meta.Title != "" {
		f.TitlePage = &content.TitlePage{Lines: titleLines(doc)}
		if lines := imprintOf(doc); len(lines) > 0 {
			f.Imprint = &content.Imprint{Lines: lines}
		}
	}
	if listsContents(doc) {
		f.Contents = contentsOf(doc)
	}
	w := content.Walker{Part: func(_ any, place *content.Place) {
		last++
		place.ID = last
	}}
	w.Blocks(f.Blocks())
}

// listsContents tells whether the book lists its contents: a single chapter has
// none, and neither its dedication nor its notes make it two.
func listsContents(doc *content.Document) bool {
	if doc.Setup.Contents == setup.Off {
		return false
	}
	chapters := 0
	for _, c := range doc.Chapters {
		if c.Role.Shown() && c.Role != roles.Notes {
			chapters++
		}
	}
	return chapters > 1
}

// contentsOf makes the contents of the outline.
func contentsOf(doc *content.Document) *content.Contents {
	c := &content.Contents{Title: []content.Inline{&content.Text{Value: locale.WordsFor(doc.Meta.Lang).Contents}}}
	book, deepest := doc.Meta.Tongue(), doc.Setup.Listed()
	var list func(o *content.Outline, apart bool)
	list = func(o *content.Outline, apart bool) {
		if !o.Chapter.Role.Shown() || o.Level > deepest {
			return
		}
		at := o.Place()
		c.Entries = append(c.Entries, &content.Entry{Place: content.Place{Pos: at.Pos}, Level: o.Level, Apart: apart,
			Text: content.Repeated(o.Tongue.In(book, o.Title)), Marks: []content.Mark{{ID: at.ID, Anchor: at.Anchor}}})
		for _, under := range o.Under {
			list(under, false)
		}
	}
	parted := false // what stands before is a part
	for _, o := range content.OutlineOf(doc) {
		list(o, parted || o.IsPart())
		if o.Chapter.Role.Shown() {
			parted = o.IsPart()
		}
	}
	return c
}
