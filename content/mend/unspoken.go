package mend

import (
	"fmt"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
)

// Unspoken gives advice on each language of a numbered book whose words the program
// does not have: which of its own words stand in English there. That on the book's
// own language has no Pos.
func Unspoken(doc *content.Document) []content.Problem {
	u := unspoken{doc: doc, at: map[string]int{}}
	if doc.Setup.Contents == setup.On {
		u.say(doc.Meta.Lang, content.Pos{}, locale.WordsFor(doc.Meta.Lang).Contents)
	} else {
		u.say(doc.Meta.Lang, content.Pos{}, "")
	}
	var w content.Walker
	w.Part = func(part any, place *content.Place) { u.part(part, place, w.Tongue().Lang) }
	w.Document(doc)
	return u.advice()
}

// unspoken gathers what stands in English, by language.
type unspoken struct {
	doc *content.Document
	at  map[string]int // in all
	all []foreign
}

type foreign struct {
	lang  string
	pos   content.Pos // of the first word
	words []string
}

// say keeps a word that the book says in a language it has no words of.
func (u *unspoken) say(lang string, pos content.Pos, word string) {
	if lang == "" || locale.Has(lang) {
		return
	}
	i, known := u.at[lang]
	if !known {
		i = len(u.all)
		u.at[lang] = i
		u.all = append(u.all, foreign{lang: lang, pos: pos})
	}
	if word != "" && !slices.Contains(u.all[i].words, word) {
		u.all[i].words = append(u.all[i].words, word)
	}
}

// part keeps what the book says of a part that is in a language.
func (u *unspoken) part(part any, place *content.Place, lang string) {
	switch part := part.(type) {
	case *content.Chapter:
		u.chapter(part, lang)
	case *content.Note:
		u.say(lang, place.Pos, locale.Of(lang).Words.Note)
	case *content.Figure:
		if part.Number > 0 {
			u.say(lang, place.Pos, locale.Of(lang).Words.Figure)
		}
	case *content.Table:
		if part.Number > 0 {
			u.say(lang, place.Pos, locale.Of(lang).Words.Table)
		}
	case *content.Div:
		if part.Number > 0 {
			u.say(lang, place.Pos, locale.Of(lang).Words.Figure)
		}
		if title := part.TitleIn(lang); title != nil && content.PlainText(title) == content.PlainText(part.Title) {
			u.say(lang, place.Pos, content.PlainText(title))
		}
	}
}

// chapter keeps the label of a chapter, and its title where the program gave it.
func (u *unspoken) chapter(c *content.Chapter, lang string) {
	if label := content.LabelIn(u.doc, c, lang); label != "" {
		word, _, _ := strings.Cut(label, "\u00a0")
		u.say(lang, c.Pos, word)
	}
	if title := c.Role.TitleIn(&locale.Of(lang).Words); title != "" && title == content.PlainText(c.Title) {
		u.say(lang, c.Pos, title)
	}
}

func (u *unspoken) advice() (advice []content.Problem) {
	var tags []string
	for _, l := range locale.Languages() {
		tags = append(tags, l.Tag)
	}
	for _, f := range u.all {
		says := "what an EPUB says of itself"
		if len(f.words) > 0 {
			says = `"` + strings.Join(f.words, `", "`) + `"`
		}
		advice = append(advice, content.Problem{Pos: f.pos, What: fmt.Sprintf("the program has no words of the language %s and says in English %s", f.lang, says),
			Hint: "it has those of " + strings.Join(tags, ", ")})
	}
	return advice
}
