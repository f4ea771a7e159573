package locale

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// Imprint are the words before what an imprint says of a book.
type Imprint struct {
	Title, Translator, Editor, Illustrator, Series, Edition, Printing,
	Publisher, Place, Year, Printer, Deposit, Funders, Licence string
	Mark       string // between a word and what it says, with its spaces
	EditionNth string // an edition by its ordinal, which stands for %s
	Ordinals   string // of editions, from the first to the tenth
}

// EditionOf is an edition by its ordinal, "" for one that has none here.
func (i *Imprint) EditionOf(number string) string {
	n, err := strconv.Atoi(number)
	words := strings.Fields(i.Ordinals)
	if err != nil || n < 1 || n > len(words) {
		return ""
	}
	return strings.Replace(i.EditionNth, "%s", words[n-1], 1)
}

// ImprintOrder is the order in which the imprint of a book says what it says, by the
// custom of its language and its country, in the names of the kinds of its lines. What none of
// them names follows in the order of the widest.
func ImprintOrder(lang string) []string {
	tag, err := language.Raw.Parse(lang)
	if err != nil {
		return widest
	}
	base, _, region := tag.Raw()
	order := customs[base.String()+"-"+region.String()]
	if order == nil {
		order = customs[base.String()]
	}
	return append(order[:len(order):len(order)], widest...)
}

// DepositIn is what the number of the legal deposit is called in the country of a
// language's tag.
func (l *Language) DepositIn(lang string) string {
	tag, err := language.Raw.Parse(lang)
	if err != nil {
		return l.Imprint.Deposit
	}
	if _, _, region := tag.Raw(); PrimaryLanguage(lang) == "ar" && numbered[region.String()] {
		return "رقم الإيداع"
	}
	return l.Imprint.Deposit
}

// numbered are the Arab countries whose national library gives a number of deposit,
// which a book names by that word; those of the Maghreb name the legal deposit.
var numbered = map[string]bool{"EG": true, "SA": true, "JO": true, "AE": true, "KW": true, "QA": true, "BH": true, "OM": true, "IQ": true, "SD": true}

// widest is the order of a library's record, and has every kind.
var widest = []string{"title", "authors", "translator", "editor", "illustrator", "series", "edition", "printing", "publisher", "place", "date",
	"printer", "deposit", "isbn", "issn", "funders", "licence", "rights", "description"}

// customs are the orders of books of a country's publishers, as far as they are other
// than the widest.
var customs = map[string][]string{
	"ar":    {"title", "authors", "translator", "editor", "illustrator", "series", "edition", "printing", "date", "publisher", "place", "printer", "deposit", "isbn"},
	"ar-EG": {"title", "authors", "translator", "editor", "illustrator", "series", "publisher", "place", "edition", "date", "printing", "printer", "deposit", "isbn"},
	"ar-SA": {"rights", "title", "authors", "translator", "editor", "edition", "place", "date", "publisher", "deposit", "isbn"},
	"ar-LB": {"title", "authors", "translator", "editor", "edition", "date", "rights", "publisher", "place", "isbn", "printer"},
	"fa":    {"title", "authors", "translator", "editor", "illustrator", "publisher", "place", "edition", "printing", "date", "printer", "isbn"},
	"he":    {"title", "authors", "translator", "editor", "illustrator", "series", "rights", "publisher", "place", "date", "edition", "printer", "isbn"},
	"fr":    {"title", "authors", "translator", "editor", "illustrator", "series", "edition", "printing", "rights", "licence", "publisher", "place", "date", "isbn", "issn", "deposit", "printer", "funders"},
}
