package lsp

import (
	"fmt"
	"slices"

	"warraq"
)

// spoken is the language of an editor, if the program speaks it: its tag may have more,
// "fr-CA".
func spoken(locale string) (lang string, ok bool) {
	for _, l := range warraq.SpokenLanguages {
		if locale == l || len(locale) > len(l) && locale[:len(l)] == l && (locale[len(l)] == '-' || locale[len(l)] == '_') {
			return l, true
		}
	}
	return "", false
}

// doing is what a name does, in a language.
func doing(name, lang string) string {
	switch lang {
	case "fr":
		return saysFrench[name]
	case "ar":
		return saysArabic[name]
	}
	return says[name]
}

// The reasons why nothing is renamed, in the languages of [warraq.SpokenLanguages].
var (
	nothingHere = [3]string{"no id and no label of a note stands here", "aucun id ni libellé de note ne se trouve ici", "لا معرّف هنا ولا اسم حاشية"}
	noName      = [3]string{"%q is no name: write letters, digits and hyphens", "%q n’est pas un nom : écrivez lettres, chiffres et tirets", "‏%q ليس اسما: اكتب حروفا وأرقاما وشرطات"}
	nameTaken   = [3]string{"%q is already the name of a place in %s, line %d", "%q est déjà le nom d’un endroit de %s, ligne %d", "‏%q اسم موضع آخر في %s، السطر %d"}
)

// refused is such a reason.
func (p *place) refused(why [3]string, args ...any) error {
	return fmt.Errorf(why[max(slices.Index(warraq.SpokenLanguages, p.lang), 0)], args...)
}

// told is what a problem says in a language, and what to do about it.
func told(p *warraq.Problem, lang string) string {
	what, hint := warraq.Say(p, lang)
	switch {
	case hint == "":
		return what
	case lang == "ar":
		return what + "، " + hint
	}
	return what + ", " + hint
}
