package content

import (
	"fmt"
	"slices"
	"strings"

	"warraq/content/locale"
	"warraq/content/setup"
)

// Unspoken gives advice on each language of a numbered book whose words the program
// does not have: which of its own words stand in English there. That on the book's
// own language has no Pos.
func Unspoken(doc *Document) []Problem {
	u := unspoken{doc: doc, at: map[string]int{}}
	if doc.Setup.Contents == setup.On {
		u.say(doc.Meta.Lang, Pos{}, locale.WordsFor(doc.Meta.Lang).Contents)
	} else {
		u.say(doc.Meta.Lang, Pos{}, "")
	}
	w := walker{gathered: doc.gathered, book: doc.Meta.Tongue()}
	w.part = func(part any, place *Place) { u.part(part, place, w.tongue.Lang) }
	for _, c := range doc.Chapters {
		w.chapter(c)
	}
	return u.advice()
}

// unspoken gathers what stands in English, by language.
type unspoken struct {
	doc *Document
	at  map[string]int // in all
	all []foreign
}

type foreign struct {
	lang  string
	pos   Pos // of the first word
	words []string
}

// say keeps a word that the book says in a language it has no words of.
func (u *unspoken) say(lang string, pos Pos, word string) {
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
func (u *unspoken) part(part any, place *Place, lang string) {
	words := &locale.Of(lang).Words
	switch part := part.(type) {
	case *Chapter:
		u.chapter(part, lang)
	case *Note:
		u.say(lang, place.Pos, words.Note)
	case *Figure:
		if part.Number > 0 {
			u.say(lang, place.Pos, words.Figure)
		}
	case *Table:
		if part.Number > 0 {
			u.say(lang, place.Pos, words.Table)
		}
	case *Div:
		if title := boxTitle(part, lang); title != nil && PlainText(title) == PlainText(part.Title) {
			u.say(lang, place.Pos, PlainText(title))
		}
	}
}

// chapter keeps the label of a chapter, and its title where the program gave it.
func (u *unspoken) chapter(c *Chapter, lang string) {
	if label := labelIn(u.doc, c, lang); label != "" {
		word, _, _ := strings.Cut(label, "\u00a0")
		u.say(lang, c.Pos, word)
	}
	if title := c.Role.TitleIn(&locale.Of(lang).Words); title != "" && title == PlainText(c.Title) {
		u.say(lang, c.Pos, title)
	}
}

func (u *unspoken) advice() (advice []Problem) {
	var tags []string
	for _, l := range locale.Languages() {
		tags = append(tags, l.Tag)
	}
	for _, f := range u.all {
		says := "what an EPUB says of itself"
		if len(f.words) > 0 {
			says = `"` + strings.Join(f.words, `", "`) + `"`
		}
		advice = append(advice, Problem{Pos: f.pos, What: fmt.Sprintf("the program has no words of the language %s and says in English %s", f.lang, says),
			Hint: "it has those of " + strings.Join(tags, ", ")})
	}
	return advice
}
