package catalogue

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"warraq/content/locale"
)

//go:embed page.html
var pageText string

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
	t, err := template.New("page").Funcs(template.FuncMap{
		"href": href, "size": sizeOf, "dir": dirOf, "coded": coded,
		"total": func(t Entry) string { return sizeOf(t.size()) },
	}).Parse(pageText)
	if err != nil {
		return nil, err
	}
	feed, err := OPDS(m)
	if err != nil {
		return nil, err
	}
	lang := m.speaks()
	var b bytes.Buffer
	err = t.Execute(&b, map[string]any{"M": m, "W": wordsOf(lang), "Lang": lang, "Dir": locale.DirectionOf(lang).String(), "Called": m.called(), "Feed": feed != nil})
	return b.Bytes(), err
}

// coded is a message, with what stands in grave accents as code.
func coded(s string) template.HTML {
	var b strings.Builder
	for i, piece := range strings.Split(s, "`") {
		if i%2 == 1 {
			piece = `<code dir="ltr">` + template.HTMLEscapeString(piece) + `</code>`
		} else {
			piece = template.HTMLEscapeString(piece)
		}
		b.WriteString(piece)
	}
	return template.HTML(b.String())
}

// size is that of all files of a title, bytes.
func (t *Entry) size() (n int64) {
	for _, f := range t.Files {
		n += f.Size
	}
	return n
}

// Shown are the files that the page leads to: one of a folder or of pages.
func (t Entry) Shown() (files []Output) {
	seen := map[string]bool{}
	for _, f := range t.Files {
		if f.Product != Cover && !seen[f.Product] {
			seen[f.Product] = true
			files = append(files, f)
		}
	}
	return files
}

// Picture is the title's cover; nil for none.
func (t Entry) Picture() *Output { return t.cover() }

// Names are those of the authors.
func (t Entry) Names() string {
	names := make([]string, len(t.Authors))
	for i, a := range t.Authors {
		names[i] = a.Name
	}
	return strings.Join(names, locale.PunctuationFor(t.Language).Comma)
}

// dirOf is the direction of a title's text.
func dirOf(t Entry) string {
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
