package epub

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/locale"
)

// dc writes an element of Dublin Core, or nothing where it would be empty. What
// has no letter of the book's direction says its own (EPUB 3.3, 5.3.1.2), so
// that the full stop of a Latin name stays behind it.
func (w *packager) dc(name, id, text string) {
	if text = markup.Clean(text); text == "" {
		return
	}
	w.Raw("<dc:", name)
	if id != "" {
		w.Raw(` id="`, id, `"`)
	}
	if dir := directionOf(text); dir != locale.Auto && dir != w.book.Dir && name != "identifier" && name != "language" && name != "date" {
		w.Raw(` dir="`, dir.String(), `"`)
	}
	w.Raw(">")
	w.Text(text)
	w.Raw("</dc:", name, ">\n")
}

// directionOf is the direction of all letters of s, Auto where it has none or
// both.
func directionOf(s string) locale.Direction {
	dir := locale.Auto
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		its := locale.LTR
		if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			its = locale.RTL
		}
		if dir != locale.Auto && dir != its {
			return locale.Auto
		}
		dir = its
	}
	return dir
}

// meta writes a property of the book; refine one of what refines names, or
// nothing where it would be empty.
func (w *packager) meta(property, text string) { w.metaID(property, "", text) }

func (w *packager) metaID(property, id, text string) {
	w.Raw(`<meta property="`, property, `"`)
	if id != "" {
		w.Raw(` id="`, id, `"`)
	}
	w.Raw(">")
	w.Text(markup.Clean(text))
	w.Raw("</meta>\n")
}

func (w *packager) refine(refines, property, scheme, text string) {
	w.refineID(refines, property, scheme, "", text)
}

func (w *packager) refineID(refines, property, scheme, id, text string) {
	if text = markup.Clean(text); text == "" {
		return
	}
	w.Raw(`<meta refines="#`, refines, `" property="`, property, `"`)
	if scheme != "" {
		w.Raw(` scheme="`, scheme, `"`)
	}
	if id != "" {
		w.Raw(` id="`, id, `"`)
	}
	w.Raw(">")
	w.Text(text)
	w.Raw("</meta>\n")
}

// identity says which book this is.
func (w *packager) identity() {
	book, m := w.book, &w.book.Doc.Meta
	w.identifierElement("pub-id", book.ID)
	if n := plan.ISBN(m.ISBN); n != "" && book.ID != "urn:isbn:"+n {
		w.identifierElement("isbn", "urn:isbn:"+n)
	}
	w.dc("title", "title", book.Title())
	if markup.Clean(m.Subtitle) != "" {
		w.refine("title", "title-type", "", "main")
		w.refine("title", "display-seq", "", "1")
		w.dc("title", "subtitle", m.Subtitle)
		w.refine("subtitle", "title-type", "", "subtitle")
		w.refine("subtitle", "display-seq", "", "2")
	}
	w.refine("title", "file-as", "", cmp.Or(markup.Clean(m.TitleSort), book.Title()))
	w.dc("language", "", book.Lang)
	w.meta("dcterms:modified", book.Modified)
	w.series(&m.Series)
}

// identifierElement writes an identifier, and of an ISBN that it is one, by
// the code of ONIX list 5: 15 for 13 digits, 02 for ten.
func (w *packager) identifierElement(id, text string) {
	w.dc("identifier", id, text)
	number, ok := strings.CutPrefix(strings.ToLower(markup.Clean(text)), "urn:isbn:")
	switch number = plan.ISBN(number); {
	case ok && len(number) == 13:
		w.refine(id, "identifier-type", "onix:codelist5", "15")
	case ok && len(number) == 10:
		w.refine(id, "identifier-type", "onix:codelist5", "02")
	}
}

// series says what the book is a volume of.
func (w *packager) series(s *content.Series) {
	if markup.Clean(s.Name) == "" {
		return
	}
	w.metaID("belongs-to-collection", "series", s.Name)
	w.refine("series", "collection-type", "", "series")
	w.refine("series", "group-position", "", s.Number)
}

// people says who made it, and when.
func (w *packager) people() {
	m := &w.book.Doc.Meta
	authors := slices.DeleteFunc(slices.Clone(m.Authors), func(a string) bool { return markup.Clean(a) == "" })
	for i, a := range authors {
		w.person("creator", i+1, a, "aut")
		w.refine("creator"+strconv.Itoa(i+1), "display-seq", "", strconv.Itoa(i+1))
	}
	n := 0
	for _, c := range m.Contributors {
		if markup.Clean(c.Name) != "" {
			n++
			w.person("contributor", n, c.Name, c.Relator())
		}
	}
	w.dc("publisher", "", m.Publisher)
	if _, ok := plan.ParseDate(m.Date); ok {
		w.dc("date", "", m.Date)
		w.meta("dcterms:issued", m.Date)
	}
	w.dc("rights", "", m.Rights)
	w.dc("description", "", m.Description)
}

// person names the nth of a kind, what they did and how they are filed: by the
// name itself where nothing else is said, else calibre has no author for what it
// makes of the book.
func (w *packager) person(kind string, n int, name, role string) {
	id := kind + strconv.Itoa(n)
	w.dc(kind, id, name)
	w.refine(id, "role", "marc:relators", role)
	w.refine(id, "file-as", "", cmp.Or(markup.Clean(w.book.Doc.Meta.Sorts[name]), name))
}

// claim writes what an evaluator says of the book (EPUB Accessibility 1.1, 4.2
// and 4.3).
func (w *packager) claim() {
	c := &w.book.Doc.Meta.Access
	if markup.Clean(c.ConformsTo) == "" || markup.Clean(c.CertifiedBy) == "" {
		return
	}
	w.metaID("dcterms:conformsTo", "conformance", c.ConformsTo)
	w.refineID("conformance", "a11y:certifiedBy", "", "certifier", c.CertifiedBy)
	if webAddress(c.Credential) {
		w.certifierLink("a11y:certifierCredential", c.Credential)
	} else {
		w.refine("certifier", "a11y:certifierCredential", "", c.Credential)
	}
	if webAddress(c.Report) {
		w.certifierLink("a11y:certifierReport", c.Report)
	}
}

func (w *packager) certifierLink(rel, href string) {
	w.Raw(`<link refines="#certifier" rel="`, rel, `" href="`)
	w.Text(markup.URL(markup.Clean(href)))
	w.Raw("\"/>\n")
}

func webAddress(s string) bool {
	u, err := url.Parse(markup.Clean(s))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
