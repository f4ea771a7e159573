package locale

import (
	"strings"

	"golang.org/x/text/language"
)

// languages are those that have a file, in the order of their tags.
var languages = [...]*Language{
	&arabic, &sorani, &german, &english, &spanish, &persian, &french, &hebrew,
	&indonesian, &malay, &pashto, &sindhi, &turkish, &uyghur, &urdu,
}

var byTag = func() map[string]*Language {
	m := make(map[string]*Language, len(languages))
	for _, l := range languages {
		m[l.Tag] = l
	}
	return m
}()

// Languages are those whose words the program has, in the order of their tags.
func Languages() []*Language { return languages[:] }

// Of gives the language of a tag, English where the program has no words of it
// ([Has]). A language that is written in another script than its file is, such as
// Malay in Arabic letters, has none.
func Of(lang string) *Language {
	if l := find(lang); l != nil {
		return l
	}
	return &english
}

// Has tells whether the program has the words of a language.
func Has(lang string) bool { return find(lang) != nil }

// WordsFor gives the words of the language of a tag, English ones as [Of] does.
func WordsFor(lang string) Words { return Of(lang).Words }

// find is the language of a tag, nil where there is none. Tags that were given up
// stand for those that took their place (RFC 5646, 3.1.7): iw for he; Kurdish in
// Arabic letters is one.
func find(lang string) *Language {
	if l := byTag[lang]; l != nil {
		return l
	}
	tag, err := language.Raw.Parse(strings.ReplaceAll(lang, "_", "-"))
	if err != nil {
		return nil
	}
	if known, err := (language.DeprecatedBase | language.Macro).Canonicalize(tag); err == nil {
		tag = known
	}
	base, _ := tag.Base()
	name := base.String()
	switch {
	case name == "ku" && scriptOf(tag) == "Arab", name == "sdh":
		name = sorani.Tag
	case name == "prs", name == "tnf": // Dari, which CLDR calls fa-AF and x/text knows by no other name
		return &persian
	}
	l := byTag[name]
	if l == nil || scriptOf(tag) != scriptOf(language.Raw.Make(l.Tag)) {
		return nil
	}
	return l
}

// scriptOf is the script that a tag names, or the likeliest.
func scriptOf(tag language.Tag) string {
	script, _ := tag.Script()
	return script.String()
}

// Quote puts a text between the outer quotation marks; such marks in it become the
// inner ones.
func (l *Language) Quote(s string) string {
	outer, inner := l.Quotes[0], l.Quotes[1]
	if outer.Open != outer.Close {
		s = strings.NewReplacer(outer.Open, inner.Open, outer.Close, inner.Close).Replace(s)
	}
	return outer.Open + s + outer.Close
}

// Definite puts the article before a word, where the language wants it when one
// thing is meant and not its kind.
func (l *Language) Definite(word string) string {
	if len(l.Articles) == 0 {
		return word
	}
	return l.Articles[0] + word
}

// PunctuationFor gives the punctuation of a language, for one that the program does
// not know that of its script.
func PunctuationFor(lang string) Punctuation {
	tag, _ := language.Raw.Parse(lang)
	if l := find(lang); l == nil && scriptOf(tag) == "Arab" {
		return arabic.Punctuation
	}
	return Of(lang).Punctuation
}
