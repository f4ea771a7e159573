package mend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/locale"
	"warraq/content/pattern"
)

// Signs that one language has and another has not: the full stop of Urdu in an Arabic
// book, a percent sign before its number, an Arabic comma behind a Latin word. And
// words that are there twice, of which no language has such a pair.

// usageSlip is one such kind.
type usageSlip struct{ what, hint string }

var (
	urduStop    = usageSlip{"the full stop of Urdu", "write a full stop, ."}
	latinStop   = usageSlip{"a Latin full stop in a book that ends its sentences with ۔", "write ۔"}
	percentSign = usageSlip{"a percent sign before its number", "write it behind the number: 5٪"}
	arabicSign  = usageSlip{"an Arabic punctuation mark behind a Latin word", "write , ; or ?"}
	spacedMark  = usageSlip{"space before a punctuation mark", "delete it"}
	joinedMark  = usageSlip{"no space behind a punctuation mark", "write one"}
	twiceWord   = usageSlip{"a word that is there twice", "delete one"}
	wholeSpace  = usageSlip{"a space where a half-space belongs", "write a non-joiner, U+200C: می‌روم، کتاب‌ها"}
)

// usage looks through the texts of a book for them.
type usage struct {
	lang   string
	stops  [2]int // full stops of Urdu, and Latin ones
	latin  []content.Problem
	advice []content.Problem
}

func otherUsage(doc *content.Document, memory *Memory) []content.Problem {
	u := usage{lang: locale.PrimaryLanguage(doc.Meta.Lang)}
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		if isNative(&place.Attr, u.lang) {
			eachNative(text, u.lang, func(t *content.Text) {
				if memory.shows(using, t.Value, u.finds) {
					u.text(t)
				}
			})
		}
	})
	if u.lang == "ur" && u.stops[0] > u.stops[1] {
		u.advice = append(u.advice, u.latin...)
	}
	return u.advice
}

// finds tells whether there is anything of them in a text.
func (u *usage) finds(s string) bool {
	alone := usage{lang: u.lang}
	alone.text(&content.Text{Value: s})
	return len(alone.advice)+len(alone.latin)+alone.stops[0]+alone.stops[1] > 0
}

func (u *usage) text(t *content.Text) {
	switch u.lang {
	case "ar", "fa", "ur":
		u.arabic(t)
	default:
		if locale.DirectionOf(u.lang) == locale.LTR {
			u.western(t)
		}
	}
	u.twice(t)
}

// persianParts are words of Persian that belong to the one behind or before them, a
// half-space between.
var persianParts = pattern.Of(`(?:^| )(?:ن?می [\p{Arabic}]{2,}|[\p{Arabic}]{2,} (?:ها|های|هایی|هایش)(?:[ .،؛:؟!»)]|$))`)

// arabic looks at a text in the Arabic script.
func (u *usage) arabic(t *content.Text) {
	s := t.Value
	if u.lang == "fa" {
		if m := partsOf(s); m != nil {
			u.tell(t, wholeSpace, s, m[0]+len(s[m[0]:m[1]])-len(strings.TrimLeft(s[m[0]:m[1]], " ")), m[1])
		}
	}
	if u.lang != "ur" && strings.IndexByte(s, '%') < 0 && !strings.Contains(s, "٪") && !strings.Contains(s, "۔") {
		return
	}
	for at := 0; ; {
		n := strings.IndexAny(s[at:], "۔%٪.")
		if n < 0 {
			return
		}
		i := at + n
		r, size := utf8.DecodeRuneInString(s[i:])
		at = i + size
		before, after := runeBefore(s, i), runeAt(s, at)
		switch {
		case r == '۔' && u.lang != "ur":
			u.tell(t, urduStop, s, i, at)
		case r == '۔':
			u.stops[0]++
		case r == '.':
			if u.lang == "ur" && arabicBefore(s, i) && (after == utf8.RuneError || after == ' ') && arabicLetters(s[:i]) > 3 && !strings.Contains(s[strings.LastIndexByte(s[:i], ' ')+1:i], ".") {
				u.stops[1]++
				u.latin = append(u.latin, problemOf(t, latinStop, s, i, at))
			}
		case rowOf(runeBefore(strings.TrimRight(s[:i], " "), len(strings.TrimRight(s[:i], " ")))) < 0 && (i == 0 || before == ' ' || before == '(' || isArabic(before)) && rowOf(runeAt(strings.TrimLeft(s[at:], " "), 0)) >= 0 && !percentBehind(s[at:]):
			u.tell(t, percentSign, s, i, at)
		}
	}
}

// percentBehind tells whether a number at the start of s has a percent sign behind it.
func percentBehind(s string) bool {
	rest := strings.TrimLeftFunc(s[:min(len(s), 60)], func(r rune) bool { return rowOf(r) >= 0 || strings.ContainsRune(".,٫٬ ", r) })
	return strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "٪")
}

// western looks at a text of a book that runs from the left.
func (u *usage) western(t *content.Text) {
	s := t.Value
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != ',' && c != '.' && c != ';' && c != '?' && c != '!' && c != ':' && (c != 0xd8 || i+1 == len(s) || strings.IndexByte("\x8c\x9b\x9f", s[i+1]) < 0) {
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		before, after := runeBefore(s, i), runeAt(s, i+size)
		behind := before == ' ' && i > 1 && unicode.Is(unicode.Latin, runeBefore(s, i-1))
		ends := after == ' ' || i+size == len(s)
		switch {
		case r >= 0x80:
			if unicode.Is(unicode.Latin, before) {
				u.tell(t, arabicSign, s, i, i+size)
			}
		case behind && r == ',' && after != ',' || behind && ends && r == '.' && !strings.HasPrefix(strings.TrimLeft(s[i+1:], " "), "."):
			u.tell(t, spacedMark, s, i, i+1)
		case behind && ends && r != '.' && u.lang != "fr":
			u.tell(t, spacedMark, s, i, i+1)
		case (r == ',' || r == ';' || r == '?') && isLower(before) && unicode.Is(unicode.Latin, after) && letterRun(s[:i]) > 2:
			u.tell(t, joinedMark, s, i, i+1)
		case r == '.' && isLower(before) && unicode.IsUpper(after) && letterRun(s[:i]) > 2 && isLower(runeAt(s, i+1+utf8.RuneLen(after))):
			u.tell(t, joinedMark, s, i, i+1)
		}
	}
}

func isLower(r rune) bool { return unicode.IsLower(r) && unicode.Is(unicode.Latin, r) }

// letterRun counts the letters at the end of a text, up to a few.
func letterRun(s string) (n int) {
	for n < 4 {
		r, size := utf8.DecodeLastRuneInString(s)
		if size == 0 || !unicode.IsLetter(r) {
			break
		}
		s = s[:len(s)-size]
		n++
	}
	return n
}

// neverTwice are words that no sentence has twice in a row.
var neverTwice = map[string]string{
	"ar": " في على إلى التي الذي الذين هذه هذا ذلك تلك كانت كان التى إلي وفي ",
	"fa": " در به از که است را این برای آن با بود ",
	"ur": " نے کا کے کی کو ہے ہیں اور سے پر تھا ",
	"en": " the an of to and with for is are was at by from this it ",
	"fr": " le la les de du des et un une dans pour est sur avec ",
	"de": " das ein eine und von mit für ist auf im ",
	"es": " el los las de del y en un una por con es ",
}

// twice looks for such a word behind itself.
func (u *usage) twice(t *content.Text) {
	words := neverTwice[u.lang]
	if words == "" || locale.DirectionOf(u.lang) == locale.RTL && !doubled(t.Value, words) {
		return
	}
	const longest = 12 // bytes of such a word
	s, last := t.Value, ""
	for from := 0; from < len(s); {
		if n := len(last); n > 1 && n <= longest && n <= len(s)-from && s[from]|' ' == last[0]|' ' && s[from+1] == last[1] && strings.EqualFold(s[from:from+n], last) && endsWord(s[from+n:]) &&
			strings.Contains(words, " "+strings.ToLower(last)+" ") {
			u.tell(t, twiceWord, s, from-n-1, from+n)
		}
		end := strings.IndexByte(s[from:], ' ')
		if end < 0 {
			return
		}
		last, from = s[from:from+end], from+end+1
	}
}

// doubled tells whether one of the words may stand twice in a row in a text whose letters
// have no case.
func doubled(s, words string) bool {
	for w := range strings.FieldsSeq(words) {
		if strings.Contains(s, w+" "+w) {
			return true
		}
	}
	return false
}

// endsWord tells whether no letter or mark is at the start of a text.
func endsWord(s string) bool {
	r := runeAt(s, 0)
	return s == "" || !char.IsLetter(r) && !char.IsMark(r)
}

func (u *usage) tell(t *content.Text, what usageSlip, s string, from, to int) {
	if n := len(u.advice) - 1; n >= 0 && u.advice[n].Pos == t.Pos && u.advice[n].Kind == what.what {
		return // once on a line
	}
	u.advice = append(u.advice, problemOf(t, what, s, from, to))
}

func problemOf(t *content.Text, what usageSlip, s string, from, to int) content.Problem {
	return content.Problem{Pos: t.Pos, Kind: what.what, Hint: what.hint, What: what.what + " in “" + excerpt(s, slip{start: from, end: to}) + "”"}
}

// partsOf finds such a word in a text; nil for none.
func partsOf(s string) []int {
	if !strings.Contains(s, "می ") && !strings.Contains(s, " ها") {
		return nil
	}
	return persianParts.FindStringIndex(s)
}
