package settings

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"warraq/content/locale"
	"warraq/content/locale/cldr"
	"warraq/content/pattern"
	"warraq/content/setup"
)

// lang is a BCP 47 tag whose subtags all exist.
func (v value) lang() string {
	text := v.text()
	if text == "" {
		return ""
	}
	tag, err := ParseLang(text)
	if err != nil {
		v.problem(v.name+": "+text+" is no language", "write a tag such as ar, ar-MA or fr")
	}
	return tag
}

// ParseLang checks a tag and puts its letters in their usual case; what cannot
// be read comes back as it was.
func ParseLang(text string) (string, error) {
	tag, err := language.Raw.Parse(text)
	if err != nil {
		return text, err
	}
	return tag.String(), nil
}

// date is YYYY, YYYY-MM or YYYY-MM-DD; the month and day must exist. A time behind the
// day is left out.
func (v value) date() string {
	text := v.text()
	if _, ok := cldr.ParseDate(text); ok {
		return text
	}
	if day := dayOf.FindString(text); day != "" {
		if _, ok := cldr.ParseDate(day[:10]); ok {
			return day[:10]
		}
	}
	if text != "" {
		v.problem("date: "+text+" is no date", "write YYYY, YYYY-MM or YYYY-MM-DD")
	}
	return ""
}

// dayOf is a day with a time behind it, as sites write them (RFC 3339).
var dayOf = pattern.Of(`^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:`)

// isbn is an ISBN of 10 or 13 digits whose last one is right (ISO 2108); it is
// kept as written.
func (v value) isbn() string {
	text := v.text()
	digits := strings.NewReplacer("-", "", " ", "").Replace(text)
	switch {
	case text == "" || validISBN(digits):
		return text
	case len(digits) == 10 || len(digits) == 13:
		v.problem("isbn: the check digit of "+text+" is wrong", "compare it with the one you were given")
	default:
		v.problem("isbn: "+text+" has neither 10 nor 13 digits", "compare it with the one you were given")
	}
	return ""
}

func validISBN(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[i]) - '0'
		if len(digits) == 10 && i == 9 && (digits[i] == 'X' || digits[i] == 'x') {
			d = 10
		} else if d < 0 || d > 9 {
			return false
		}
		switch {
		case len(digits) == 10:
			sum += d * (10 - i)
		case i%2 == 1:
			sum += 3 * d
		default:
			sum += d
		}
	}
	return len(digits) == 10 && sum%11 == 0 || len(digits) == 13 && sum%10 == 0
}

var issnPattern = pattern.Of(`^[0-9]{4}-?[0-9]{3}[0-9Xx]$`)

// issn is an ISSN whose last digit is right (ISO 3297).
func (v value) issn() string {
	text := v.text()
	digits := strings.ReplaceAll(text, "-", "")
	switch {
	case text == "":
		return ""
	case !issnPattern.MatchString(text):
		v.problem("issn: "+text+" has not eight digits", "write it as 1234-5679")
	case !validISSN(digits):
		v.problem("issn: the check digit of "+text+" is wrong", "compare it with the one you were given")
	default:
		return digits[:4] + "-" + digits[4:]
	}
	return ""
}

func validISSN(digits string) bool {
	sum := 0
	for i := range 7 {
		sum += (8 - i) * int(digits[i]-'0')
	}
	return "0123456789X"[(11-sum%11)%11] == strings.ToUpper(digits)[7]
}

// whole is a whole number from least to most, 0 where there is none. Its digits may be
// those of the author's language.
func (v value) whole(least, most int) int {
	text := v.text()
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(locale.ASCIIDigits(text))
	if err != nil || n < least || n > most {
		v.problem(v.name+": "+text+" is no number that it can have", "write one from "+strconv.Itoa(least)+" to "+strconv.Itoa(most))
		return 0
	}
	return n
}

// baseName is a name for files, without a folder.
func (v value) baseName() string {
	text := v.text()
	if strings.ContainsAny(text, `/\:*?"<>|`) || strings.HasPrefix(text, ".") {
		v.problem("name: "+text+" cannot name a file", "write it without folders and without / \\ : * ? \" < > |")
		return ""
	}
	return text
}

// units in points.
var units = map[string]float64{"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72, "pt": 1}

var sizePattern = pattern.Of(`^([0-9]+(?:\.[0-9]+)?)\s*(mm|cm|in|pt)?\s*[x×*]\s*([0-9]+(?:\.[0-9]+)?)\s*(mm|cm|in|pt)$`)

// size is a paper's name or a width and a height with a unit, 50 mm to 2 m.
func (v value) size(papers ...string) setup.Size {
	text := strings.ToLower(v.text())
	if text == "" {
		return setup.Size{}
	}
	if p, ok := setup.PaperNamed(text); ok && slices.Contains(papers, text) {
		return points(p.W, p.H)
	}
	m := sizePattern.FindStringSubmatch(text)
	if m == nil {
		v.problem(v.name+": "+text+" is no size", "write "+strings.Join(papers, ", ")+" or a size such as 17x24cm")
		return setup.Size{}
	}
	if m[2] == "" {
		m[2] = m[4]
	}
	w, _ := strconv.ParseFloat(m[1], 64)
	h, _ := strconv.ParseFloat(m[3], 64)
	size := points(w*units[m[2]], h*units[m[4]])
	if least, most := 50*units["mm"]-0.01, 2000*units["mm"]; min(size.W, size.H) < least || max(size.W, size.H) > most {
		v.problem(v.name+": "+text+" is too small or too large for a book", "width and height may be 50 mm to 2 m")
		return setup.Size{}
	}
	return size
}

// points rounds to hundredths, as printers write sizes.
func points(w, h float64) setup.Size {
	return setup.Size{W: math.Round(w*100) / 100, H: math.Round(h*100) / 100}
}
