package hyphen

import (
	"slices"
	"strings"
	"unicode"
)

// language is what hyph-utf8 states of a language beside its patterns.
type language struct {
	file        string // in patterns, without .bin
	left, right int    // fewest letters before and after a hyphen (hyphenmins, typesetting)
}

// languages are the languages that can be divided, by their primary subtag.
// Patterns go by how a language is spelt, so Malay has those of Indonesian,
// whose spelling it shares since 1972.
var languages = map[string]language{
	"de": {"de", 2, 2},
	"en": {"en-us", 2, 3},
	"es": {"es", 2, 2},
	"fr": {"fr", 2, 2},
	"id": {"id", 2, 2},
	"it": {"it", 2, 2},
	"ms": {"id", 2, 2},
	"nl": {"nl", 2, 2},
	"pt": {"pt", 2, 3},
	"tr": {"tr", 2, 2},
}

// british are the regions whose English divides by origin, as in Britain, not
// by sound, as in the United States.
var british = []string{"gb", "au", "ie", "in", "mt", "nz", "za"}

// find gives the language of a tag of BCP 47. Another script has no
// patterns here (ms-Arab), nor has a spelling gone by (de-1901).
func find(tag string) (language, bool) {
	subtags := strings.FieldsFunc(strings.ToLower(tag), func(r rune) bool { return r == '-' || r == '_' })
	if len(subtags) == 0 {
		return language{}, false
	}
	l, ok := languages[subtags[0]]
	for _, s := range subtags[1:] {
		switch {
		case len(s) == 1: // an extension or private use says nothing of spelling
			return l, ok
		case len(s) == 4 && unicode.IsLetter(rune(s[0])) && s != "latn", s == "1901":
			return language{}, false
		case l.file == "en-us" && slices.Contains(british, s):
			l.file = "en-gb"
		}
	}
	return l, ok
}
