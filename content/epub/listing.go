package epub

import (
	"cmp"

	"warraq/content"
)

// listing writes what the book makes of itself.
func (w *writer) listing(l *content.Listing) {
	if len(l.Entries) == 0 {
		return
	}
	if l.Kind == content.IndexListing {
		w.index(l)
		return
	}
	w.raw("<ol class=\"captions\">\n")
	for _, e := range l.Entries {
		w.open("li", &e.Attr, "", "")
		w.raw(`<a href="`)
		w.text(w.href(e.Marks[0].Anchor, e.Pos))
		w.raw(`">`)
		w.inside(func() { w.inlines(e.Text) })
		w.raw("</a></li>\n")
	}
	w.raw("</ol>\n")
}

// href leads to an anchor that content.Number gave.
func (w *writer) href(anchor string, at content.Pos) string {
	href, problem := w.resolve("#" + anchor)
	if problem != nil {
		w.problem(at, problem.What, problem.Hint)
	}
	return href
}

// index writes the index by letters: nested lists of entries, each with its
// places. The entries of a letter are called an index each, as any part of one
// may be (EPUB Indexes 1.0). The vocabulary has groups for them too, but
// epubcheck-ts wants one list of entries in whatever is called index.
func (w *writer) index(l *content.Listing) {
	level, grouped := 0, false // lists open inside entries
	closing := func(to int) {
		for ; level > to; level-- {
			w.raw("</li>\n</ul>\n")
		}
	}
	for i, e := range l.Entries {
		if i == 0 || e.Letter != "" {
			closing(0)
			if grouped {
				w.raw("</section>\n")
			}
			w.group(e.Letter)
			grouped = true
		}
		switch {
		case e.Level > level:
			w.raw("<ul", pick(level == 0, ` epub:type="index-entry-list"`, ""), ">\n")
			level++
		default:
			closing(e.Level)
			w.raw("</li>\n")
		}
		w.indexEntry(e)
	}
	closing(0)
	w.raw("</section>\n")
}

// group opens the entries that begin with a letter, or those before the first
// letter.
func (w *writer) group(letter string) {
	w.raw("<section class=\"letter\" epub:type=\"index\">\n")
	if letter == "" {
		return
	}
	if letter == "ه" {
		letter += "\u200d" // alone it looks like a digit
	}
	w.raw("<h2>")
	w.text(letter)
	w.raw("</h2>\n")
}

// indexEntry opens the li of an entry and writes its term and places.
func (w *writer) indexEntry(e *content.Entry) {
	marks := content.PunctuationFor(w.e.lang)
	w.open("li", &e.Attr, "", ` epub:type="index-entry"`)
	w.raw(`<bdi epub:type="index-term">`)
	w.inlines(e.Text)
	w.raw("</bdi>")
	before := marks.Before
	for i := range e.Marks {
		w.text(before)
		w.locator(e, i)
		before = marks.Comma
	}
	w.sees(e, marks)
}

// locator writes a link to one place of an entry. There are no pages to name it
// by: it has the title of its section or, where another place in that section
// goes before, its number there.
func (w *writer) locator(e *content.Entry, i int) {
	m := &e.Marks[i]
	section, nth := clean(m.Section.Title), 1
	for k := i - 1; k >= 0 && e.Marks[k].Section.Place == m.Section.Place; k-- {
		nth++
	}
	label, spoken := section, ""
	if nth > 1 {
		label = w.e.numeral(nth)
		spoken = ` aria-label="` + escape(section) + " " + label + `"`
	}
	w.raw(`<a epub:type="index-locator" href="`)
	w.text(w.href(m.Anchor, e.Pos))
	w.raw(`"`, spoken, ">")
	w.text(cmp.Or(label, w.e.numeral(i+1)))
	w.raw("</a>")
}

// sees writes the entries that an entry leads to.
func (w *writer) sees(e *content.Entry, marks content.Punctuation) {
	if len(e.See) == 0 {
		return
	}
	kind, before, word := "index-xref-related", marks.Semicolon, w.e.words.SeeAlso
	if len(e.Marks) == 0 {
		kind, before, word = "index-xref-preferred", marks.Before, w.e.words.See
	}
	w.text(before)
	w.raw(`<span epub:type="`, kind, `">`)
	w.text(word + " ")
	for i, see := range e.See {
		if i > 0 {
			w.text(marks.Semicolon)
		}
		if see.Anchor == "" {
			w.raw(`<bdi epub:type="index-term">`)
			w.text(clean(see.Text))
			w.raw("</bdi>")
			continue
		}
		w.raw(`<a epub:type="index-term" href="`)
		w.text(w.href(see.Anchor, see.Pos))
		w.raw(`">`)
		w.text(clean(see.Text))
		w.raw("</a>")
	}
	w.raw("</span>")
}
