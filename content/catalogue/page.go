package catalogue

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"warraq/content/epub/markup"
	"warraq/content/locale"
)

//go:embed page.css
var style string

// words are those of the page in a language.
type words struct {
	Catalogue, Titles, Failed, NoTitles string
	Pages, Warnings, Advice, Size, ISBN string
	Problems, Made                      string
	Colon                               string // with the space behind it
}

// spoken are the languages that the page speaks; the first is that of all others.
var spoken = []struct {
	lang string
	words
}{
	{"en", words{"Catalogue", "titles", "not made", "No title was made.", "pages", "warnings", "pieces of advice", "size", "ISBN", "errors", "made by", ": "}},
	{"fr", words{"Catalogue", "titres", "non faits", "Aucun titre n’a été fait.", "pages", "avertissements", "conseils", "taille", "ISBN", "erreurs", "fait par", "\u00A0: "}},
	{"ar", words{"فهرس الإصدارات", "كتب", "لم تُصنع", "لم يُصنع كتاب.", "صفحات", "تنبيهات", "نصائح", "الحجم", "ردمك", "أخطاء", "صنعه", ": "}},
}

// wordsOf are the words in a language.
func wordsOf(lang string) words {
	for _, s := range spoken {
		if s.lang == lang {
			return s.words
		}
	}
	return spoken[0].words
}

// speaks is the language of the page: that which the catalogue says, or else that of
// most titles; one that it does not speak is English.
func (m *Manifest) speaks() string {
	lang := locale.PrimaryLanguage(m.Language)
	if lang == "" {
		n := map[string]int{}
		for i := range m.Titles {
			n[locale.PrimaryLanguage(m.Titles[i].Language)]++
		}
		for _, s := range spoken {
			if n[s.lang] > n[lang] {
				lang = s.lang
			}
		}
	}
	if !slices.ContainsFunc(spoken, func(s struct {
		lang string
		words
	}) bool {
		return s.lang == lang
	}) {
		return spoken[0].lang
	}
	return lang
}

// Page is the catalogue as a page of HTML: it needs no script, and loads nothing but the
// covers beside it.
func Page(m *Manifest) ([]byte, error) {
	feed, err := OPDS(m)
	if err != nil {
		return nil, err
	}
	lang := m.speaks()
	p := page{words: wordsOf(lang), lang: lang}
	p.head(m, feed != nil)
	p.sum(m)
	p.failed(m.Failed)
	p.titles(m.Titles)
	p.Raw("</main>\n</body>\n</html>\n")
	return p.Buffer, nil
}

// page is the page on its way. Its words are not those of a template: one keeps every
// method of every type in the program, which is a seventh larger by it.
type page struct {
	markup.Buffer
	words
	lang string
}

// element adds an element of text, its tag with attributes.
func (p *page) element(tag, text string) {
	name, _, _ := strings.Cut(tag, " ")
	p.Raw("<", tag, ">")
	p.Text(text)
	p.Raw("</", name, ">")
}

// told adds a name and what it is.
func (p *page) told(name, value string) {
	p.Text(name + p.Colon + value)
}

func (p *page) head(m *Manifest, feed bool) {
	p.Raw(`<!DOCTYPE html>
<html lang="`, p.lang, `" dir="`, locale.DirectionOf(p.lang).String(), `">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
`)
	p.element("title", m.called())
	if feed {
		p.Raw("\n", `<link rel="alternate" type="application/opds+json" href="opds.json">`)
	}
	p.Raw("\n<style>\n", style, "</style>\n</head>\n<body>\n")
}

// sum says what the catalogue is, and how many titles it has.
func (p *page) sum(m *Manifest) {
	p.Raw("<header>\n")
	p.element("h1", m.called())
	p.Raw("\n", `<p class="sum">`)
	if m.Publisher != "" && m.Publisher != m.called() {
		p.element("bdi", m.Publisher)
		p.Raw(" · ")
	}
	p.told(p.Titles, strconv.Itoa(len(m.Titles)))
	if n := len(m.Failed); n > 0 {
		p.Raw(" · ")
		p.element(`span class="bad"`, p.Failed+p.Colon+strconv.Itoa(n))
	}
	p.Raw(" · ")
	p.Text(p.Made + " ")
	p.element(`bdi dir="ltr"`, "Warraq "+m.Program)
	p.Raw("</p>\n</header>\n<main>")
}

// failed lists the titles that were not made.
func (p *page) failed(all []Failure) {
	if len(all) == 0 {
		return
	}
	p.Raw("\n", `<ul class="failed">`)
	for _, f := range all {
		p.Raw("\n<li><strong>")
		p.element("bdi", f.Name)
		p.Raw("</strong> ")
		p.element(`span class="quiet"`, p.Problems+p.Colon+strconv.Itoa(f.Problems))
		if f.At != "" {
			p.Raw("<br>")
			p.element(`bdi dir="ltr"`, f.At)
		}
		p.Raw("<br>")
		p.coded(f.Said(p.lang))
		p.Raw("</li>")
	}
	p.Raw("\n</ul>")
}

// titles lists those that were made.
func (p *page) titles(all []Entry) {
	if len(all) == 0 {
		p.Raw("\n")
		p.element("p", p.NoTitles)
		p.Raw("\n")
		return
	}
	p.Raw("\n", `<ul class="titles">`)
	for i := range all {
		p.title(&all[i])
	}
	p.Raw("\n</ul>\n")
}

func (p *page) title(t *Entry) {
	p.Raw("\n<li>")
	if cover := t.cover(); cover != nil {
		p.Raw(`<img src="`, markup.Escape(href(t.Name, cover.Name)), `" alt="" loading="lazy"`)
		if cover.Width > 0 {
			p.Raw(` width="`, strconv.Itoa(cover.Width), `" height="`, strconv.Itoa(cover.Height), `"`)
		}
		p.Raw(">")
	}
	in := ` lang="` + markup.Escape(t.Language) + `" dir="` + dirOf(t) + `"`
	p.Raw("\n<div>\n")
	p.element("h2"+in, t.Title)
	for _, line := range []string{t.Subtitle, t.names()} {
		if line != "" {
			p.element("p"+in, line)
		}
	}
	p.figures(t)
	p.Raw("\n", `<p class="files">`)
	for _, f := range t.shown() {
		p.Raw(`<a href="`, markup.Escape(href(t.Name, f.Name)), `"><bdi dir="ltr">`)
		p.Text(f.Product + " ")
		p.element(`span class="quiet"`, sizeOf(f.Size))
		p.Raw("</bdi></a>")
	}
	p.Raw("</p>\n</div>\n</li>")
}

// figures are the numbers of a title: pages, bytes, its ISBN, what is told of it.
func (p *page) figures(t *Entry) {
	p.Raw("\n", `<p class="quiet">`)
	if t.Pages > 0 {
		p.told(p.Pages, strconv.Itoa(t.Pages)+" · ")
	}
	p.told(p.Size, "")
	p.element(`bdi dir="ltr"`, sizeOf(t.size()))
	if t.ISBN != "" {
		p.Text(" · " + p.ISBN + " ")
		p.element(`bdi dir="ltr"`, t.ISBN)
	}
	p.Raw("</p>")
	if t.Warnings == 0 && t.Advice == 0 {
		return
	}
	p.Raw(`<p class="quiet">`)
	if t.Warnings > 0 {
		p.element(`span class="bad"`, p.Warnings+p.Colon+strconv.Itoa(t.Warnings))
	}
	if t.Warnings > 0 && t.Advice > 0 {
		p.Raw(" · ")
	}
	if t.Advice > 0 {
		p.told(p.Advice, strconv.Itoa(t.Advice))
	}
	p.Raw("</p>")
}

// coded adds a message, with what stands in grave accents as code.
func (p *page) coded(s string) {
	for i, piece := range strings.Split(s, "`") {
		if i%2 == 1 {
			p.element(`code dir="ltr"`, piece)
		} else {
			p.Text(piece)
		}
	}
}

// size is that of all files of a title, bytes.
func (t *Entry) size() (n int64) {
	for _, f := range t.Files {
		n += f.Size
	}
	return n
}

// shown are the files that the page leads to: one of a folder or of pages.
func (t *Entry) shown() (files []Output) {
	seen := map[string]bool{}
	for _, f := range t.Files {
		if f.Product != Cover && !seen[f.Product] {
			seen[f.Product] = true
			files = append(files, f)
		}
	}
	return files
}

// names are those of the authors.
func (t *Entry) names() string {
	names := make([]string, len(t.Authors))
	for i, a := range t.Authors {
		names[i] = a.Name
	}
	return strings.Join(names, locale.PunctuationFor(t.Language).Comma)
}

// dirOf is the direction of a title's text.
func dirOf(t *Entry) string {
	if t.Direction == "" {
		return "auto"
	}
	return t.Direction
}

// sizeOf is a number of bytes as people say it.
func sizeOf(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KiB", (n+1<<9)>>10)
	}
	return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
}
