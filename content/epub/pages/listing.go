package pages

import (
	"cmp"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/locale"
)

// listing writes what the book makes of itself.
func (w *Writer) listing(l *content.Listing) {
	if len(l.Entries) == 0 {
		return
	}
	if l.Kind == content.IndexListing {
		w.index(l)
		return
	}
	w.Raw("<ol class=\"captions\">\n")
	for _, e := range l.Entries {
		w.open("li", &e.Attr, "", "")
		w.begin(e.ID)
		w.Raw(`<a href="`)
		w.Text(w.href(e.Marks[0].Anchor, e.Pos))
		w.Raw(`">`)
		w.inside(func() { w.words(e.ID, e.Text) })
		w.Raw("</a></li>\n")
	}
	w.Raw("</ol>\n")
}

// href leads to an anchor that package number gave.
func (w *Writer) href(anchor string, at content.Pos) string {
	href, problem := w.resolve("#" + anchor)
	if problem != nil {
		w.problem(at, problem.What, problem.Hint)
	}
	return href
}

// index writes the index as a list of letters, each with the list of its
// entries and those with theirs. A letter is an entry too, that leads nowhere
// but to what is below it: EPUB Indexes 1.0 has groups for letters, but
// epubcheck-ts knows no index of more than one typed list.
func (w *Writer) index(l *content.Listing) {
	w.Raw(`<ul class="entries" epub:type="index-entry-list">`, "\n")
	level, lettered := 0, false // of the entry that is open
	closing := func(to int) {
		for ; level > to; level-- {
			w.Raw("</li>\n", pick(level > 1, "</ul>\n", ""))
		}
	}
	for _, e := range l.Entries {
		if e.Letter != "" {
			closing(0)
			w.Raw(pick(lettered, "</ul>\n</li>\n", ""))
			w.letter(e)
			lettered = true
		}
		if e.Level > level {
			w.Raw(pick(level > 0, "<ul>\n", ""))
			level++
		} else {
			closing(e.Level)
			w.Raw("</li>\n")
		}
		w.indexEntry(e)
	}
	closing(0)
	w.Raw(pick(lettered, "</ul>\n</li>\n", ""), "</ul>\n")
}

// letter opens the list of the entries that begin with a letter, e the first.
func (w *Writer) letter(e *content.Entry) {
	letter := e.Letter
	if letter == "ه" {
		letter += "\u200d" // alone it looks like a digit
	}
	w.Raw(`<li class="letter" epub:type="index-entry">`)
	w.begin(e.ID)
	w.Raw(`<h2><bdi epub:type="index-term">`)
	w.Text(letter)
	w.Raw("</bdi></h2>\n<ul>\n")
}

// indexEntry opens the li of an entry and writes its term and places.
func (w *Writer) indexEntry(e *content.Entry) {
	marks := locale.PunctuationFor(w.lang)
	w.open("li", &e.Attr, "", ` epub:type="index-entry"`)
	w.begin(e.ID)
	w.Raw(`<bdi epub:type="index-term">`)
	w.words(e.ID, e.Text)
	w.Raw("</bdi>")
	before := marks.Before
	for i := range e.Marks {
		w.Text(before)
		w.locator(e, i)
		before = marks.Comma
	}
	w.sees(e, marks)
}

// locator writes a link to one place of an entry. The text flows and has no
// pages of its own to name it by: it has the title of its section or, where
// another place in that section goes before, its number there.
func (w *Writer) locator(e *content.Entry, i int) {
	m := &e.Marks[i]
	section, nth := markup.Clean(content.PlainText(m.Section.Title)), 1
	for k := i - 1; k >= 0 && e.Marks[k].Section.Place == m.Section.Place; k-- {
		nth++
	}
	label, spoken := section, ""
	if nth > 1 {
		label = w.book.Numeral(nth)
		spoken = ` aria-label="` + markup.Escape(section) + " " + label + `"`
	}
	attrs := ` epub:type="index-locator" href="` + markup.Escape(w.href(m.Anchor, e.Pos)) + `"` + spoken
	if nth > 1 || label == "" {
		w.leading(attrs, title{"", cmp.Or(label, w.book.Numeral(i+1)), w.around()})
		return
	}
	w.leading(attrs, title{"", label, m.Section.Tongue})
}

// sees writes the entries that an entry leads to.
func (w *Writer) sees(e *content.Entry, marks locale.Punctuation) {
	if len(e.See) == 0 {
		return
	}
	kind, before, word := "index-xref-related", marks.Semicolon, w.labels().SeeAlso
	if len(e.Marks) == 0 {
		kind, before, word = "index-xref-preferred", marks.Before, w.labels().See
	}
	w.Text(before)
	w.Raw(`<span epub:type="`, kind, `">`)
	w.Text(word + " ")
	for i, see := range e.See {
		if i > 0 {
			w.Text(marks.Semicolon)
		}
		if see.Anchor == "" {
			w.Raw(`<bdi epub:type="index-term">`)
			w.alone(markup.Clean(see.Text))
			w.Raw("</bdi>")
			continue
		}
		w.Raw(`<a epub:type="index-term" href="`)
		w.Text(w.href(see.Anchor, see.Pos))
		w.Raw(`">`)
		w.alone(markup.Clean(see.Text))
		w.Raw("</a>")
	}
	w.Raw("</span>")
}

func pick(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}
