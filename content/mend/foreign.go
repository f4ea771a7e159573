package mend

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/locale"
	"warraq/content/pattern"
)

// Letters that look like those of the book's language and are another's: a search does
// not find their words.

// foreignFor is the letter that Arabic has in place of one of Persian or Urdu.
var foreignFor = map[rune]rune{'ی': 'ي', 'ک': 'ك', 'ہ': 'ه', 'ھ': 'ه', 'ۃ': 'ة'}

// nativeFor is the letter that Persian has in place of one of Arabic; urduFor that
// which Urdu has.
var (
	nativeFor = map[rune]rune{'ي': 'ی', 'ك': 'ک'}
	urduFor   = map[rune]rune{'ي': 'ی', 'ك': 'ک', 'ه': 'ہ'}
)

// nativeWords tell a text in Persian or in Urdu, whatever keyboard typed it.
var nativeWords = map[string]*pattern.Pattern{
	"fa": pattern.Of(`(?:^| )(?:است|این|اين|که|كه|را|برای|براي|از|به|بود|شد|هم|آن)(?:[ .،؛]|$)`),
	"ur": pattern.Of(`(?:^| )(?:ہے|کے|کی|کا|میں|نے|اور|کو|سے|ہیں|پر|تھا)(?:[ ۔،؛]|$)`),
}

// arabicWord tells a word of Arabic within them.
func arabicWord(word string) bool {
	return strings.HasPrefix(word, "ال") || strings.ContainsAny(word, "أإةىؤ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
}

// persianOnly are letters that no Arabic word has: where one stands, the words are
// Persian or Urdu.
const persianOnly = "پچژگٹڈڑںےۓ"

// nonJoiner parts letters within a word, which Arabic does not.
const nonJoiner = '\u200c'

// foreignLetters tells of them, in a book in Arabic or Persian. What an author says is
// in another language, the Qur'an and its letters are as they are.
func foreignLetters(doc *content.Document) (advice []content.Problem) {
	lang := locale.PrimaryLanguage(doc.Meta.Lang)
	if lang != "ar" && lang != "fa" && lang != "ur" {
		return nil
	}
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		if !isNative(&place.Attr, lang) {
			return
		}
		persian := lang == "ar" // until looked at
		eachNative(text, lang, func(t *content.Text) {
			if !mayBeForeign(t.Value, lang) {
				return
			}
			if persian && hasPersian(text) {
				return
			}
			persian = false
			if p := foreignIn(t, lang); p != nil {
				advice = append(advice, *p)
			}
		})
	})
	return advice
}

// mayBeForeign is the quick look at a text: the letters of Persian and Urdu are in two
// rows that Arabic has no part of.
func mayBeForeign(s, lang string) bool {
	if lang != "ar" {
		return strings.Contains(s, "ي") || strings.Contains(s, "ك") || lang == "ur" && strings.Contains(s, "ه")
	}
	return strings.IndexByte(s, 0xda) >= 0 || strings.IndexByte(s, 0xdb) >= 0 || strings.Contains(s, "\u200c")
}

func hasPersian(text []content.Inline) (has bool) {
	content.Inlines(text, func(in content.Inline) {
		if t, ok := in.(*content.Text); ok {
			has = has || strings.ContainsAny(t.Value, persianOnly)
		}
	})
	return has
}

// isNative tells a part of the book that is in its language, and not of the Qur'an.
func isNative(attr *content.Attr, lang string) bool {
	return !attr.Has(content.Quran) && (attr.Lang == "" || locale.Same(attr.Lang, lang))
}

// eachNative visits the texts that are in the language of the book.
func eachNative(text []content.Inline, lang string, visit func(*content.Text)) {
	for _, in := range text {
		switch in := in.(type) {
		case *content.Text:
			visit(in)
		case *content.Span:
			if isNative(&in.Attr, lang) {
				eachNative(in.Inlines, lang, visit)
			}
		default:
			eachNative(content.InnerOf(in), lang, visit)
		}
	}
}

// foreignIn is the advice on the words of a text that have such letters, nil for none.
func foreignIn(t *content.Text, lang string) *content.Problem {
	count, first := 0, ""
	native := lang != "ar" && nativeWords[lang].MatchString(t.Value)
	var letter, meant rune
	for rest := t.Value; rest != ""; {
		word := rest
		if n := strings.IndexFunc(rest, notOfWord); n >= 0 {
			_, size := utf8.DecodeRuneInString(rest[n:])
			word, rest = rest[:n], rest[n+size:]
		} else {
			rest = ""
		}
		from, to := foreignOf(word, lang, native)
		if from == 0 {
			continue
		}
		if count++; count == 1 {
			first, letter, meant = word, from, to
		}
	}
	if count == 0 || strings.ContainsAny(t.Value, "﴿﴾") {
		return nil
	}
	what := fmt.Sprintf("%c, a letter of another language, in “%s”", letter, first)
	if letter == nonJoiner {
		what = fmt.Sprintf("a non-joiner (U+200C), which is no sign of Arabic, in “%s”", first)
	}
	if count > 1 {
		what = fmt.Sprintf("%s and %d more", what, count-1)
	}
	hint := fmt.Sprintf("write %c, or say that the words are Persian: […]{lang=fa}", meant)
	switch {
	case letter == nonJoiner:
		hint = "delete it, or say that the words are Persian: […]{lang=fa}"
	case lang != "ar":
		hint = fmt.Sprintf("write %c, or say that the words are Arabic: […]{lang=ar}", meant)
	}
	return &content.Problem{Pos: t.Pos, Kind: "letters of another language", What: what, Hint: hint}
}

func notOfWord(r rune) bool { return !char.IsLetter(r) && !char.IsMark(r) && r != nonJoiner }

// foreignOf gives the first letter of a word that is of another language, and what is
// written in its place. A word of Persian or Urdu is known by its own letters, or by
// the words about it: native.
func foreignOf(word, lang string, native bool) (letter, meant rune) {
	table := foreignFor
	if lang != "ar" {
		if table = nativeFor; lang == "ur" {
			table = urduFor
		}
		if !strings.ContainsAny(word, persianOnly+"یکہ\u200c") && (!native || arabicWord(word)) {
			return 0, 0
		}
	}
	for _, r := range word {
		if r == 'ٱ' || r >= 0x6d6 && r <= 0x6ed { // signs of the Qur'an
			return 0, 0
		}
		if to := table[r]; to != 0 && letter == 0 {
			letter, meant = r, to
		}
	}
	if inner := strings.Trim(word, "\u200c"); lang == "ar" && letter == 0 && strings.ContainsRune(inner, nonJoiner) {
		return nonJoiner, ' '
	}
	return letter, meant
}
