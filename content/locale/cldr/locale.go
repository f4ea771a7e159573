// Package cldr is how a language and region write numbers and dates, Gregorian and
// Hijri, by the Unicode CLDR.
package cldr

import (
	"cmp"
	"sort"
	"strings"

	"golang.org/x/text/language"

	"warraq/content/locale"
)

//go:generate go run gencldr.go $CLDR

// Locale is how a language and region write dates and numbers, by the Unicode
// CLDR. [For] gives one.
type Locale struct {
	Digits locale.Digits // never DigitsAuto
	// Months are the names of the Gregorian months as they stand in a date,
	// HijriMonths those from Muharram on; Era marks a Hijri year, «هـ».
	Months, HijriMonths [12]string
	Era                 string
	// Decimal parts a number from its decimals, Group its thousands; an empty
	// Group leaves them together.
	Decimal, Group string
	Percent, Minus string

	percentage         string // "#%": how number and sign stand together
	leastGroup         int    // the fewest digits that are parted from a group of three
	gregorian, islamic [4]string
}

// Choice is what the author asked to be other than the CLDR has it for
// the book's language. Empty: as there.
type Choice struct {
	// Tag is the BCP 47 tag whose dates, numbers and digits are taken instead
	// of the language's: "ar-MA" for a book in "ar".
	Tag                          string
	Decimal, Group, Percent, Era string   // Group may be NoGroup
	Months, HijriMonths          []string // none or twelve
}

// NoGroup as Choice.Group leaves thousands together.
const NoGroup = "none"

// cldrLocale is one locale of the table. Lists are parted by "|": twelve months;
// the patterns of the four styles of a date; the decimal, group, percent and
// minus signs of a numbering system and the pattern of its percentages.
type cldrLocale struct {
	tag                 string
	months, hijri, era  string
	gregorian, islamic  string
	latn, arab, arabext string
	least               int
}

// Symbols of the numbering systems that a language has none for: CLDR's root.
const (
	rootLatn    = ".|,|%|-|#%"
	rootArab    = "٫|٬|٪\u061c|\u061c-|#%"
	rootArabext = "٫|٬|٪|\u200e-\u200e|#%"
)

// For gives the locale of a language tag by CLDR 48, with numbers in the
// digits d, or for DigitsAuto in those usual there (see [ResolveDigits]). The
// region is looked for first, then the language; a language that is not in the
// table takes the names of a neighbour in its script, or English ones.
func For(lang string, d locale.Digits) Locale {
	base, region := cldrTags(lang)
	c := cldrAt(base)
	if r := cldrAt(region); r != nil {
		c = c.with(r)
	}
	l := Locale{Digits: locale.ResolveDigits(lang, d), Era: c.era, leastGroup: max(c.least, 1)}
	symbols := cmp.Or(c.latn, rootLatn)
	switch l.Digits {
	case locale.DigitsArab:
		symbols = cmp.Or(c.arab, rootArab)
	case locale.DigitsArabext:
		symbols = cmp.Or(c.arabext, rootArabext)
	}
	s := strings.Split(symbols, "|")
	l.Decimal, l.Group, l.Percent, l.Minus, l.percentage = s[0], s[1], s[2], s[3], s[4]
	copy(l.Months[:], strings.Split(c.months, "|"))
	copy(l.HijriMonths[:], strings.Split(c.hijri, "|"))
	copy(l.gregorian[:], strings.Split(c.gregorian, "|"))
	copy(l.islamic[:], strings.Split(c.islamic, "|"))
	return l
}

// Choose is [For] with what the author chose.
func Choose(lang string, d locale.Digits, choice Choice) Locale {
	l := For(cmp.Or(choice.Tag, lang), d)
	l.Decimal = cmp.Or(choice.Decimal, l.Decimal)
	l.Group = cmp.Or(choice.Group, l.Group)
	if l.Group == NoGroup {
		l.Group = ""
	}
	l.Percent = cmp.Or(choice.Percent, l.Percent)
	l.Era = cmp.Or(choice.Era, l.Era)
	if len(choice.Months) == 12 {
		copy(l.Months[:], choice.Months)
	}
	if len(choice.HijriMonths) == 12 {
		copy(l.HijriMonths[:], choice.HijriMonths)
	}
	return l
}

// cldrTags gives the tags of the table under which a language may stand.
func cldrTags(lang string) (base, region string) {
	tag, err := language.Raw.Parse(lang)
	if err != nil {
		return "en", ""
	}
	b, s, r := tag.Raw()
	base, region = b.String(), b.String()+"-"+r.String()
	script, _ := tag.Script()
	switch {
	case s.String() == "Arab" && base == "ku", base == "sdh":
		base = "ckb"
	case cldrAt(base) != nil && (s.String() != "Arab" || locale.DirectionOf(base) == locale.RTL):
		return base, region
	case script.String() == "Arab" && locale.ResolveDigits(lang, locale.DigitsAuto) == locale.DigitsArabext:
		base = "fa"
	case script.String() == "Arab":
		base = "ar"
	default:
		base = "en"
	}
	return base, ""
}

// cldrAt finds a tag in the table, nil where it has none of that name.
func cldrAt(tag string) *cldrLocale {
	i, found := sort.Find(len(cldr), func(i int) int { return strings.Compare(tag, cldr[i].tag) })
	if !found {
		return nil
	}
	return &cldr[i]
}

// with is c with what a region has of its own.
func (c *cldrLocale) with(region *cldrLocale) *cldrLocale {
	return &cldrLocale{
		tag:    region.tag,
		months: cmp.Or(region.months, c.months), hijri: cmp.Or(region.hijri, c.hijri), era: cmp.Or(region.era, c.era),
		gregorian: cmp.Or(region.gregorian, c.gregorian), islamic: cmp.Or(region.islamic, c.islamic),
		latn: cmp.Or(region.latn, c.latn), arab: cmp.Or(region.arab, c.arab), arabext: cmp.Or(region.arabext, c.arabext),
		least: max(region.least, c.least),
	}
}

// Number writes a decimal number given in ASCII, an optional minus sign, digits
// and perhaps a dot and decimals: grouped by threes, with the locale's digits
// and signs. Decimals stay as many as they are. It is false for anything else.
func (l *Locale) Number(decimal string) (text string, ok bool) {
	rest, negative := strings.CutPrefix(decimal, "-")
	whole, decimals, dot := strings.Cut(rest, ".")
	if !allDigits(whole) || dot && !allDigits(decimals) {
		return "", false
	}
	var b strings.Builder
	if negative {
		b.WriteString(l.Minus)
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 && len(whole) >= 3+l.leastGroup {
			b.WriteString(l.Group)
		}
		b.WriteRune(l.Digits.Digit(whole[i]))
	}
	if dot {
		b.WriteString(l.Decimal)
		for i := range len(decimals) {
			b.WriteRune(l.Digits.Digit(decimals[i]))
		}
	}
	return b.String(), true
}

// Percentage writes a number as [Locale.Number] does, with the percent sign
// where the locale has it.
func (l *Locale) Percentage(decimal string) (text string, ok bool) {
	number, ok := l.Number(decimal)
	if !ok {
		return "", false
	}
	return strings.Replace(strings.Replace(l.percentage, "%", l.Percent, 1), "#", number, 1), true
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
