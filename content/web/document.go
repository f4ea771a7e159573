package web

import (
	"bytes"
	"slices"
	"strings"

	"warraq/content/epub/markup"
	"warraq/content/epub/pages"
	"warraq/content/epub/plan"
	"warraq/content/locale"
)

// policy is what a page may load (Content Security Policy 3): files of the same site,
// and nothing that runs but the search. The sizes that tables and lists have of their
// own stand in attributes.
const policy = "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self' data:; script-src 'self'; base-uri 'none'; form-action 'none'"

// document is a page on its way.
type document struct {
	markup.Buffer
	*site
}

// home is the first page: the cover where there is one, the title page, the contents,
// the pages of print, and last what a whole imprint says.
func (s *site) home() []byte {
	d := &document{site: s}
	next := ""
	if len(s.leaves) > 0 {
		next = s.leaves[0].Name
	}
	d.head(s.Title(), "", next)
	d.Raw(`<body class="home">`, "\n")
	d.banner("", "")
	d.Raw(`<main id="page-main">`, "\n")
	if s.hasCover() {
		d.add(s.body(plan.CoverPage))
	}
	title, imprint := imprintApart(s.body(plan.TitlePage))
	d.add(title)
	d.add(s.contents())
	d.printed()
	if len(imprint) > 0 {
		d.Raw(`<footer class="about">`, "\n")
		d.add(imprint)
		d.Raw("</footer>\n")
	}
	d.Raw("</main>\n</body>\n</html>\n")
	return d.Buffer
}

// imprintApart parts a title page from the whole imprint on it, if it has one.
func imprintApart(page []byte) (title, imprint []byte) {
	const begin, end = `<div class="imprint">`, "</div>\n" // which holds no other
	before, rest, found := bytes.Cut(page, []byte(begin))
	lines, after, closed := bytes.Cut(rest, []byte(end))
	if !found || !closed {
		return page, nil
	}
	return slices.Concat(before, after), slices.Concat([]byte(begin), lines, []byte(end))
}

// leaf is the page of the ith document.
func (s *site) leaf(i int, pg *plan.Page) []byte {
	d := &document{site: s}
	prev, next := home, ""
	if i > 0 {
		prev = s.leaves[i-1].Name
	}
	if i+1 < len(s.leaves) {
		next = s.leaves[i+1].Name
	}
	d.head(pg.Title, prev, next)
	d.Raw("<body>\n")
	untitled := ""
	if !pg.Opens() || !pg.Chapter.Role.Shown() {
		untitled = pg.Title
	}
	d.banner(home, untitled)
	d.sections(pg)
	d.Raw(`<main id="page-main">`, "\n")
	d.add(pg.Part.Data)
	d.Raw("</main>\n")
	d.turns(i)
	d.Raw("</body>\n</html>\n")
	return d.Buffer
}

// add appends markup of the EPUB's.
func (d *document) add(xhtml []byte) { d.Buffer = append(d.Buffer, html(xhtml)...) }

// head writes what is said of a page: its title with that of the book, of whom it is,
// and the pages beside it.
func (d *document) head(title, prev, next string) {
	m := &d.Doc.Meta
	d.Raw("<!DOCTYPE html>\n<html lang=\"", d.Lang, `" dir="`, d.Dir.String(), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="`, policy, "\">\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n<title>")
	book := d.Title()
	d.Text(title)
	if title != book {
		d.Text(" · " + book)
	}
	d.Raw("</title>\n")
	authors := strings.Join(m.Authors, locale.PunctuationFor(d.Lang).Comma)
	for _, said := range []struct{ key, name, text string }{
		{"name", "author", authors},
		{"name", "description", m.Description},
		{"name", "generator", d.producer},
		{"property", "og:title", title},
		{"property", "og:type", "book"},
		{"property", "og:site_name", book},
		{"property", "og:description", m.Description},
	} {
		if text := markup.Clean(said.text); text != "" {
			d.Raw("<meta ", said.key, `="`, said.name, `" content="`, markup.Escape(text), "\">\n")
		}
	}
	d.Raw(`<link rel="icon" href="data:,">`, "\n", `<link rel="stylesheet" href="`, d.Style.Href(), "\">\n")
	for _, beside := range []struct{ rel, href string }{{"prev", prev}, {"next", next}} {
		if beside.href != "" {
			d.Raw(`<link rel="`, beside.rel, `" href="`, beside.href, "\">\n")
		}
	}
	d.Raw(`<script src="`, scriptName, `" defer></script>`, "\n</head>\n")
}

// banner writes what stands over every page: the way past it, the name of the book,
// for those who listen the title of a page that shows none, and the search, which shows
// itself where it can run.
func (d *document) banner(up, untitled string) {
	words := &d.Language.Site
	d.Raw(`<a class="skip" href="#page-main">`)
	d.Text(words.Skip)
	d.Raw("</a>\n<header class=\"site\">\n")
	if up != "" {
		d.Raw(`<a class="book" href="`, up, `">`)
		d.Text(d.Title())
		d.Raw("</a>\n")
	}
	if untitled != "" {
		d.Raw(`<h1 class="unseen">`)
		d.Text(untitled)
		d.Raw("</h1>\n")
	}
	d.Raw(`<form class="search" role="search" hidden data-index="`, indexName, `" data-found="`, markup.Escape(words.Found), `" data-nothing="`, markup.Escape(words.Nothing), `" data-digits="`, d.digits(), `">`, "\n",
		`<input type="search" id="page-query" autocomplete="off" spellcheck="false" aria-label="`, markup.Escape(words.Search), `" placeholder="`, markup.Escape(words.Search), `">`, "\n",
		`<div id="page-hits" hidden><p role="status"></p><ol></ol></div>`, "\n</form>\n</header>\n")
}

// digits are the ten of the book.
func (d *document) digits() (ten string) {
	for n := range 10 {
		ten += d.Numeral(n)
	}
	return ten
}

// sections writes the sections of a page beside it, where there are several.
func (d *document) sections(pg *plan.Page) {
	list := pages.Sections(d.Publication, pg)
	if list == nil {
		return
	}
	name := d.Language.Site.Sections
	d.Raw(`<nav class="sections" aria-label="`, markup.Escape(name), "\">\n<p>")
	d.Text(name)
	d.Raw("</p>\n")
	d.add(list)
	d.Raw("</nav>\n")
}

// turns writes the ways to the pages beside the ith, and back to the contents.
func (d *document) turns(i int) {
	words := &d.Language.Site
	d.Raw(`<nav class="turns" aria-label="`, markup.Escape(words.Previous+locale.PunctuationFor(d.Lang).Comma+words.Next), "\">\n")
	if i > 0 {
		d.turn("prev", words.Previous, d.leaves[i-1])
	}
	d.Raw(`<a class="up" href="`, home, `#toc">`)
	d.Text(d.Language.Words.Contents)
	d.Raw("</a>\n")
	if i+1 < len(d.leaves) {
		d.turn("next", words.Next, d.leaves[i+1])
	}
	d.Raw("</nav>\n")
}

// turn writes one of them, what it is before the title of the page.
func (d *document) turn(rel, name string, pg *plan.Page) {
	d.Raw(`<div class="`, rel, `"><span>`)
	d.Text(name)
	d.Raw("</span> ")
	d.add(pages.LinkTo(d.Publication, pg, ` rel="`+rel+`" href="`+pg.Name+`"`))
	d.Raw("</div>\n")
}

// printed lists the pages of print.
func (d *document) printed() {
	list := pages.PageList(d.Publication)
	if list == nil {
		return
	}
	name := d.Language.Screen.Pages
	d.Raw("<details class=\"printed\">\n<summary>")
	d.Text(name)
	d.Raw(`</summary>`, "\n", `<nav role="doc-pagelist" aria-label="`, markup.Escape(name), "\">\n")
	d.add(list)
	d.Raw("</nav>\n</details>\n")
}
