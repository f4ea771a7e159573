package book

import (
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/mend"
	"warraq/content/pattern"
	"warraq/content/roles"
	"warraq/content/setup"
)

// vainSettings are keys of the manifest that have no effect beside others, or
// without them.
var vainSettings = []struct {
	keys      []string
	vain      func(b *manuscript) bool
	why, hint string
}{
	{[]string{"cover.back", "cover.back-text", "cover.spine-text", "cover.spine-turn"},
		func(b *manuscript) bool { return b.wrote("cover.wrap") },
		"has no effect on the printed cover where `wrap` is the whole of it", "delete one of them"},
	{[]string{"cover.barcode"}, func(b *manuscript) bool {
		return b.doc.Setup.Wrap.Barcode == setup.On && b.doc.Meta.ISBN == "" && !b.wrote("isbn")
	}, "has no effect without an ISBN", "write `isbn:`"},
	{[]string{"cover-alt"}, func(b *manuscript) bool {
		return b.manifest.Meta.Cover == "" && !b.wrote("cover") && !b.wrote("cover.front")
	},
		"describes a picture that is not given", "name it under `cover:`"},
	{[]string{"paper.gsm", "paper.bulk"}, func(b *manuscript) bool { return b.wrote("paper.caliper") },
		"has no effect beside `caliper`", "delete one of them"},
	{[]string{"booklet.sheet", "booklet.signature", "booklet.blanks", "booklet.duplex", "booklet.caliper", "booklet.marks", "booklet.printer-margin"},
		func(b *manuscript) bool {
			return b.doc.Setup.Booklet.Impose == setup.ImposeNone && b.opt.Impose == ""
		},
		"has no effect where no booklet is made", "take `impose: none` out, or this"},
	{[]string{"booklet.signature", "booklet.caliper"}, func(b *manuscript) bool {
		scheme := b.doc.Setup.Booklet.Impose
		return scheme == setup.Impose2Up || scheme == setup.Impose4Up
	}, "has no effect on sheets that are cut and not folded", "delete it, or take `impose: saddle`"},
	{[]string{"kashida.words", "kashida.neighbours", "kashida.apart", "kashida.most", "kashida.word"},
		func(b *manuscript) bool { return b.doc.Setup.Justification == setup.JustifySpaces },
		"has no effect where lines are filled by spaces alone", "take `justification: spaces` out, or this"},
	{[]string{"chapter-mark"}, func(b *manuscript) bool {
		return !slices.ContainsFunc(b.chapters, func(s *source) bool { return s.plain() })
	}, "has no effect on Markdown", "delete it; a chapter's heading opens with #"},
	{[]string{"numbering"}, func(b *manuscript) bool { return b.wrote("section-numbers") },
		"has no effect beside `section-numbers`", "delete one of them"},
	{[]string{"contents-depth"}, func(b *manuscript) bool { return b.doc.Setup.Contents == setup.Off },
		"has no effect where there is no page of contents", "take `contents: false` out, or this"},
	{[]string{"running-heads"}, func(b *manuscript) bool {
		return b.doc.Setup.Heads.Names("first", "last") && !hasEntries(b.doc)
	}, "has no entries to name without a glossary or an index", "write {chapter} or {section} in the place of {first} and {last}"},
	{[]string{"fonts.quran"}, func(b *manuscript) bool { return !quotesQuran(b.doc) },
		"has no effect without a quotation from the Qur'an", "write it within ::: quran, or delete this"},
	{[]string{"running-heads"}, func(b *manuscript) bool { return b.doc.Setup.Heads.Names("logo") && !b.wrote("logo") },
		"names a logo that is not given", "name its file under `logo:`"},
	{[]string{"index.ignore-article"}, func(b *manuscript) bool { return !hasIndex(b.doc) },
		"has no effect without an index", "mark words for it: [word]{.index}"},
}

// listed are what the lists that a book makes of itself are made of.
var listed = [...]string{
	content.IndexListing:  "mark words for it: [word]{.index}",
	content.FigureListing: `give figures captions: ![description](file.png "caption")`,
	content.TableListing:  "give tables captions: `Table: words` below each",
}

// adviseEmpty tells of an index or a list that has come out empty.
func (b *manuscript) adviseEmpty() {
	content.Walk(b.doc, func(part any, place *content.Place) {
		if l, ok := part.(*content.Listing); ok && len(l.Entries) == 0 {
			b.advise(content.Problem{Pos: place.Pos, Kind: "an empty list", What: "the chapter of class ." + l.Kind.String() + " lists nothing", Hint: listed[l.Kind], Warns: true})
		}
	})
}

// quotesQuran tells whether anything is quoted of the Qur'an.
func quotesQuran(doc *content.Document) (quotes bool) {
	content.Walk(doc, func(part any, _ *content.Place) {
		if q, ok := part.(*content.Quote); ok && q.Has(content.Quran) {
			quotes = true
		}
	})
	return quotes
}

// hasEntries tells whether there are terms with explanations, or an index.
func hasEntries(doc *content.Document) (has bool) {
	content.Walk(doc, func(part any, _ *content.Place) {
		_, defined := part.(*content.Definition)
		has = has || defined
	})
	return has || hasIndex(doc)
}

func hasIndex(doc *content.Document) (has bool) {
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if s, ok := in.(*content.Span); ok {
				has = has || s.Has("index")
			}
		})
	})
	return has
}

// wrote tells whether the manifest has a key, "cover.wrap".
func (b *manuscript) wrote(key string) bool {
	_, ok := b.settings.Written[key]
	return ok
}

// adviseVain tells of what the author asked for and what has no effect.
func (b *manuscript) adviseVain() {
	b.advise(mend.Vain(b.doc)...)
	for _, s := range vainSettings {
		for _, key := range s.keys {
			at, ok := b.settings.Written[key]
			if !ok || !s.vain(b) {
				continue
			}
			name := key[strings.LastIndexByte(key, '.')+1:]
			b.advise(content.Problem{Pos: at, What: "`" + name + ":` " + s.why, Hint: s.hint, Warns: true})
		}
	}
	b.adviseNumbers()
}

// byHand is how a title begins that its author has numbered.
var byHand = pattern.Of(`^(?:[0-9٠-٩۰-۹]+(?:[.)\-–:][0-9٠-٩۰-۹.]*)? ?[.)\-–:]?\s+\pL|(?:الفصل|الباب|القسم|الجزء|ملحق|Chapter|Chapitre|Part|Appendix) +\S+ *[:–—-])`)

// adviseNumbers tells of titles that are numbered by hand in a book that numbers
// them.
func (b *manuscript) adviseNumbers() {
	if b.doc.Setup.Numbering == setup.NumberNone {
		return
	}
	check := func(title []content.Inline, at content.Pos) {
		if text := content.PlainText(title); byHand.MatchString(text) {
			b.advise(content.Problem{Pos: at, Kind: "a title numbered by hand and by the book", What: "the title “" + text + "” is numbered by hand and by the book",
				Hint: "delete its number, or `numbering:`", Warns: true})
		}
	}
	content.Walk(b.doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Chapter:
			if part.Role == roles.Body || part.Role == roles.Part || part.Role == roles.Appendix {
				check(part.Title, place.Pos)
			}
		case *content.Heading:
			if part.Level <= b.doc.Setup.SectionDepth() && !part.Has("unnumbered") {
				check(part.Inlines, place.Pos)
			}
		}
	})
}
