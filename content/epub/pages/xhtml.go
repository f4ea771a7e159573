// Package pages writes the text documents of an EPUB, block by block and inline by
// inline, as XHTML with the semantics of EPUB 3.3 and DPUB-ARIA 1.1, and both tables
// of contents. It has the [plan.Publication] from which it knows where things are, and
// leaves on each [plan.Page] what it found while writing.
package pages

import (
	"cmp"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/direct"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/imprint"
	"warraq/content/locale"
)

// Writer writes text documents, one at a time.
type Writer struct {
	markup.Buffer
	book  *plan.Publication
	pg    *plan.Page
	lang  string                // of what is around
	dir   locale.Direction      // of what is around
	level int                   // of the last heading; the chapter's title is 1
	calls map[*content.Note]int // how often each note was called

	cursor cursor           // of the run that is written
	breaks []plan.PageBreak // so far
	spare  []byte

	sentence sentence              // of the text in hand
	linked   bool                  // inside an a
	unsaid   map[*content.Text]int // letters of the manuscript that a text leaves out
	waiting  []*content.NoteRef    // calls of notes for after that a
}

// NewWriter writes the documents of a publication, one after the other.
func NewWriter(book *plan.Publication) *Writer {
	return &Writer{book: book, lang: book.Lang, dir: book.Dir}
}

// Page gives the text of pg, in memory that the next call uses again.
func (w *Writer) Page(pg *plan.Page) []byte {
	*w = Writer{Buffer: w.Buffer[:0], spare: w.spare, sentence: w.sentence, book: w.book, pg: pg, lang: w.book.Lang, dir: w.book.Dir, calls: map[*content.Note]int{}}
	pg.Headings, pg.Problems, pg.Ruler = nil, nil, plan.Ruler{}
	switch pg.Kind {
	case plan.CoverPage:
		w.document(pg.Title, "frontmatter", w.book.Up(), w.coverPage)
	case plan.TitlePage:
		w.document(pg.Title, "frontmatter", w.book.Up(), w.titlePage)
	case plan.BackCover:
		w.document(pg.Title, "backmatter", w.book.Up(), w.backCover)
	default:
		w.document(pg.Title, division(pg.Chapter.Matter), w.book.Up(), w.chapter)
	}
	pg.Ruler.Measure(w.Buffer)
	pg.Digest, pg.Breaks = digest(w.Buffer), w.breaks
	return w.broken()
}

// document writes a whole XHTML document around body; for the web body alone, since
// its documents have more around it. up leads from its folder
// to the package's. Language and direction are said of the body too: MuPDF 1.21
// does not look for them above it.
func (w *Writer) document(title, division, up string, body func()) {
	book := w.book
	if book.Bare() {
		body()
		return
	}
	w.Raw(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="`, book.Lang, `" xml:lang="`, book.Lang, `" dir="`, book.Dir.String(), `">
<head>
<meta charset="utf-8"/>
<title>`)
	w.Text(title)
	w.Raw(`</title>
<link rel="stylesheet" type="text/css" href="`, up, book.Style.Href(), `"/>
</head>
<body`)
	if division != "" {
		w.Raw(` epub:type="`, division, `"`)
	}
	w.Raw(` lang="`, book.Lang, `" xml:lang="`, book.Lang, `" dir="`, book.Dir.String(), "\">\n")
	body()
	w.Raw("</body>\n</html>\n")
}

// open writes a start tag with the author's attributes: id, our class and
// theirs, lang, dir. extra is further markup for the tag.
func (w *Writer) open(tag string, a *content.Attr, class, extra string) {
	w.openID(tag, a, w.idOf(a), class, extra)
}

// openID is open for an element whose id is known.
func (w *Writer) openID(tag string, a *content.Attr, id, class, extra string) {
	w.Raw("<", tag)
	if id != "" {
		w.Raw(` id="`, id, `"`)
	}
	w.class(a, class)
	w.Raw(extra)
	w.tongue(a)
	w.Raw(">")
}

// class writes our class and the author's.
func (w *Writer) class(a *content.Attr, class string) {
	for _, c := range a.Classes {
		if c = markup.Clean(c); c == "" || slices.Contains(strings.Fields(class), c) {
			continue
		}
		if class != "" {
			class += " "
		}
		class += c
	}
	if class != "" {
		w.Raw(` class="`)
		w.Text(class)
		w.Raw(`"`)
	}
}

// tongue writes lang and dir where the author said either. A change of
// language without a direction has that of the language.
func (w *Writer) tongue(a *content.Attr) {
	lang, dir := tongue(a)
	if lang != "" {
		w.Raw(` lang="`, lang, `" xml:lang="`, lang, `"`)
	}
	if dir != locale.Auto {
		w.Raw(` dir="`, dir.String(), `"`)
	}
}

// tongue is the language and direction that a sets, "" and Auto for neither.
func tongue(a *content.Attr) (lang string, dir locale.Direction) {
	if plan.ValidLang(a.Lang) {
		lang, dir = a.Lang, locale.DirectionOf(a.Lang)
	}
	if a.Dir != locale.Auto {
		dir = a.Dir
	}
	return lang, dir
}

// idOf is the id of the author's anchor, "" where there is none or an earlier
// element has it.
func (w *Writer) idOf(a *content.Attr) string {
	if a.Anchor == "" {
		return ""
	}
	if t := w.book.Targets[a.Anchor]; t.Owner == a {
		return t.ID
	}
	return ""
}

// within runs f with the language and direction that a sets.
func (w *Writer) within(a *content.Attr, f func()) {
	lang, dir := w.lang, w.dir
	l, d := tongue(a)
	w.lang, w.dir = cmp.Or(l, lang), cmp.Or(d, dir)
	f()
	w.lang, w.dir = lang, dir
}

// around is the tongue of what is around.
func (w *Writer) around() content.Tongue { return content.Tongue{Lang: w.lang, Dir: w.dir} }

// language is that of what the book says in the language around.
func (w *Writer) language() *locale.Language {
	if w.lang == w.book.Lang {
		return w.book.Language
	}
	return locale.Of(w.lang)
}

// labels are what the book says in the language around.
func (w *Writer) labels() *locale.Words { return &w.language().Words }

// noteNumeral is the number of a note of a chapter, in that one's digits.
func (w *Writer) noteNumeral(c *content.Chapter, n int) string {
	return locale.FormatInt(n, w.book.Doc.DigitsOf(c))
}

// problem notes what the author can mend.
func (w *Writer) problem(pos content.Pos, what, hint string) {
	w.pg.Problems = append(w.pg.Problems, content.Problem{Pos: pos, What: what, Hint: hint})
}

// coverPage is the picture and nothing else.
func (w *Writer) coverPage() {
	tag := pick(w.book.Bare(), "div", "section") // a part of a site's first page, it has no heading
	w.Raw("<", tag, ` class="cover" epub:type="cover"><img src="`, w.book.Up(), w.book.Cover.Href(), `" role="doc-cover" alt="`)
	w.Text(w.book.CoverAlt())
	w.Raw("\"/></", tag, ">\n")
}

// backCover is the picture of the back, as the front's.
func (w *Writer) backCover() {
	w.Raw("<section class=\"cover\">")
	w.picture(w.book.Doc.Setup.Wrap.Back, w.book.BackAlt(), "")
	w.Raw("</section>\n")
}

// titlePage sets what is known of the book.
func (w *Writer) titlePage() {
	m := &w.book.Doc.Meta
	w.Raw("<section class=\"titlepage\" epub:type=\"titlepage\">\n")
	if front := w.book.Doc.Front.TitlePage; front != nil {
		w.before(front.Lines[0].ID, content.OwnRun)
	}
	w.line("h1", "", w.pg.Title)
	w.line("p", "subtitle", m.Subtitle)
	for _, a := range m.Authors {
		w.line("p", "author", a)
	}
	w.logo()
	w.line("p", "publisher", m.Publisher)
	if t, ok := plan.ParseDate(m.Date); ok {
		w.line("p", "date", w.book.Numeral(t.Year()))
	}
	if m.Printed.Full && w.book.Doc.Front.Imprint != nil {
		w.imprint(w.book.Doc.Front.Imprint)
	} else {
		w.line("p", "rights", m.Rights)
	}
	w.Raw("</section>\n")
}

// logo writes the publisher's logo.
func (w *Writer) logo() {
	if l := w.book.Logo(); l != nil && w.book.Images[l.Src] != nil {
		w.Raw(`<p class="logo">`)
		w.picture(l.Src, l.Text[0], "")
		w.Raw("</p>\n")
	}
}

// imprint writes the whole imprint, a line each.
func (w *Writer) imprint(b *content.Imprint) {
	w.Raw(`<div class="imprint">`, "\n")
	comma := locale.PunctuationFor(w.book.Lang).Comma
	for _, l := range b.Lines {
		text := strings.Join(l.Text, comma)
		if l.Kind == imprint.ISBNLine || l.Kind == imprint.ISSNLine {
			text = strings.ToUpper(l.Kind.String()) + " " + text
		}
		w.Raw("<p>")
		w.Text(markup.Clean(l.Label))
		if strings.HasSuffix(l.Label, " ") {
			w.Raw(" ")
		}
		said := content.Attr{Dir: direct.Against(text, w.dir)}
		w.openID("span", &said, "", "", "")
		w.within(&said, func() { w.alone(markup.Clean(text)) })
		w.Raw("</span></p>\n")
	}
	w.Raw("</div>\n")
}

// line writes an element of one text, or nothing where there is none.
func (w *Writer) line(tag, class, text string) {
	if text = markup.Clean(text); text == "" {
		return
	}
	said := content.Attr{Dir: direct.Against(text, w.dir)}
	w.openID(tag, &said, "", class, "")
	w.within(&said, func() { w.alone(text) })
	w.Raw("</", tag, ">\n")
}
