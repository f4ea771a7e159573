package intake

import (
	"strings"
	"unicode"

	"warraq/content/locale"
)

// Tongue finds the language of a text: by what the file says of its words, and by
// their letters, which decide where the two differ: programs say ar-SA of a Persian
// text.
type Tongue struct {
	said    map[string]int // letters of each language that the file says
	letters [numKinds]int
	all     int
	Noise   string // a language that a program writes where nobody chose one
}

// kinds of letters that tell languages apart.
const (
	arabic  = iota
	persian // پ چ ژ گ, which Arabic lacks
	urdu    // ٹ ڈ ڑ ے ں
	kurdish // ڕ ڵ ۆ ێ ە
	uyghur  // ې ۇ ۈ ۋ ە
	hebrew
	latin
	other
	numKinds
)

// Count adds letters of which the file says that they are in a language; "" where it
// says nothing.
func (t *Tongue) Count(s, lang string) {
	n := 0
	for _, r := range s {
		if IsArabic(r) {
			n++
			t.letters[arabic]++
		} else if unicode.IsLetter(r) {
			n++
			t.letters[kindOf(r)]++
		}
	}
	t.all += n
	if lang = Tag(lang); lang != "" && n > 0 {
		if t.said == nil {
			t.said = make(map[string]int)
		}
		t.said[lang] += n
	}
}

// IsArabic tells the letters of Arabic, without those that other languages have added:
// most of those that are met.
func IsArabic(r rune) bool { return r >= 0x0621 && r <= 0x063a || r >= 0x0641 && r <= 0x064a }

func kindOf(r rune) int {
	switch {
	case strings.ContainsRune("پچژگ", r):
		return persian
	case strings.ContainsRune("ٹڈڑےں", r):
		return urdu
	case strings.ContainsRune("ڕڵۆێەڤ", r):
		return kurdish
	case strings.ContainsRune("ېۇۈۋ", r):
		return uyghur
	case unicode.Is(unicode.Arabic, r):
		return arabic
	case unicode.Is(unicode.Hebrew, r):
		return hebrew
	case unicode.Is(unicode.Latin, r):
		return latin
	}
	return other
}

// Tag is a language as BCP 47 has it now: Google's iw is he.
func Tag(lang string) string {
	lang = strings.ReplaceAll(strings.TrimSpace(lang), "_", "-")
	base, region, _ := strings.Cut(lang, "-")
	switch strings.ToLower(base) {
	case "", "x", "und", "zxx", "none":
		return ""
	case "iw":
		base = "he"
	case "in":
		base = "id"
	}
	if region == "" {
		return base
	}
	return base + "-" + region
}

// Base is the language without its region.
func Base(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return base
}

// byLetters is the language that the letters tell.
func (t *Tongue) byLetters() string {
	arab := t.letters[arabic] + t.letters[persian] + t.letters[urdu] + t.letters[kurdish] + t.letters[uyghur]
	const percent = 100
	switch {
	case t.letters[hebrew] > arab && t.letters[hebrew] > t.letters[latin]:
		return "he"
	case t.letters[latin] > arab:
		return "en"
	case arab == 0:
		return ""
	case t.letters[uyghur]*percent > arab:
		return "ug"
	case t.letters[kurdish]*percent > 3*arab:
		return "ckb"
	case t.letters[urdu]*percent > 2*arab:
		return "ur"
	case t.letters[persian]*percent > arab:
		return "fa"
	}
	return "ar"
}

// Language is the language of the text, and how it was found.
func (t *Tongue) Language() (lang, why string) {
	letters := t.byLetters()
	best := ""
	for tag, n := range t.said {
		if tag == t.Noise || !t.fits(tag, letters) {
			continue
		}
		if m := t.said[best]; best == "" || n > m || n == m && tag < best {
			best = tag
		}
	}
	switch {
	case best != "":
		return best, "the file says so of most of its words"
	case letters != "":
		return letters, "its letters say so"
	}
	return "ar", "nothing says otherwise"
}

// fits tells whether a text whose letters tell one language can be in another.
func (t *Tongue) fits(tag, letters string) bool {
	base := Base(tag)
	switch letters {
	case "ar":
		return base == "ar"
	case "en":
		return locale.DirectionOf(tag) == locale.LTR
	case "fa":
		return locale.DirectionOf(tag) == locale.RTL && base != "ar" && base != "he"
	}
	return base == letters
}
