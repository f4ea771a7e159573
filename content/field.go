package content

import (
	"strings"

	"warraq/content/locale"
	"warraq/content/locale/cldr"
)

// Fields writes the fields of a manuscript, `{date}`, `{number: 1234.5}` and
// `{percent: 12.5}`, as the book's locale has them:
//
//	{date}                          the book's date
//	{date: 2015-05-15}              a day, or 2015-05, or 2015
//	{date: 2015-05-15 short}        long (the default), short, month or year
//	{date: 2015-05-15 hijri}        the Hijri date, see [cldr.Date.Hijri]
//	{date: 2015-05-15 hijri-1}      … of a country that began the month a day later
//	{date hijri year}               the words in any order
//	{number: -1234567.5}
//	{percent: 12.5}
//
// Digits may be written 123, ١٢٣ or ۱۲۳. The zero value has no date and writes
// English.
type Fields struct {
	Date   string // Meta.Date
	Lang   string // Meta.Lang
	Digits locale.Digits
	Choice cldr.Choice
}

// Fields are the fields of the book.
func (doc *Document) Fields() Fields {
	return Fields{doc.Meta.Date, doc.Meta.Lang, doc.Setup.Digits, doc.Setup.Locale}
}

// fieldNames are what a field may begin with. A brace before anything else is a
// brace: Arabic books quote the Qur'an in braces.
var fieldNames = [...]string{"date", "number", "percent"}

// FieldAt measures the field that s begins with, braces included. It is 0 where
// s begins with none, and -1 for a field that does not end on its line.
func FieldAt(s string) int {
	name := fieldName(s)
	if name == "" {
		return 0
	}
	end := strings.IndexAny(s[1:], "{}\n")
	switch {
	case end >= 0 && s[1+end] == '}':
		return end + 2
	case s[1+len(name)] == ':':
		return -1
	}
	return 0 // prose in braces that begins with such a word
}

// fieldName is the name that follows the brace at the start of s, in the
// letters of s, "" when there is none.
func fieldName(s string) string {
	if len(s) < 6 || s[0] != '{' {
		return ""
	}
	for _, name := range fieldNames {
		if n := 1 + len(name); n < len(s) && strings.EqualFold(s[1:n], name) && strings.IndexByte(":} ", s[n]) >= 0 {
			return s[1:n]
		}
	}
	return ""
}

// Write gives the text of a field, which [FieldAt] has measured, in text of the
// language lang ("" for the book's). Text in another language than the book's
// has that language's own names and digits. When the field cannot be read, wrong
// says why; its place is left to the reader.
func (f *Fields) Write(field, lang string) (text string, wrong *Problem) {
	name := fieldName(field)
	rest := strings.TrimSuffix(field[min(1+len(name), len(field)):], "}")
	rest = locale.ASCIIDigits(strings.TrimPrefix(rest, ":"))
	l := f.locale(lang)
	var ok bool
	switch strings.ToLower(name) {
	case "date":
		return f.date(&l, field, strings.Fields(rest))
	case "number":
		text, ok = l.Number(strings.TrimSpace(rest))
	case "percent":
		text, ok = l.Percentage(strings.TrimSpace(rest))
	}
	if !ok {
		return "", unreadable(field, "has no number", "write digits and a dot, such as {number: 1234567.5} or {percent: 12.5}")
	}
	return text, nil
}

func unreadable(field, what, hint string) *Problem {
	return &Problem{What: "the field " + field + " " + what, Hint: hint + `, or \{ where braces are meant`}
}

// UnendedField is the problem of a field that FieldAt gives -1 for.
func UnendedField(s string) *Problem {
	if len(s) > longestQuoted {
		s = strings.ToValidUTF8(s[:longestQuoted], "")
	}
	line, _, _ := strings.Cut(s, "\n")
	if words := strings.Fields(line); len(words) > 2 {
		line = words[0] + " " + words[1]
	}
	return unreadable(line, "has no end", "put } behind it on the same line")
}

// longestQuoted is how many bytes of a text a problem says at most; a line may have
// any number of fields that do not end.
const longestQuoted = 200

func (f *Fields) locale(lang string) cldr.Locale {
	if lang == "" || locale.Same(lang, f.Lang) {
		return cldr.Choose(f.Lang, f.Digits, f.Choice)
	}
	return cldr.For(lang, locale.DigitsAuto)
}

// dateField is what the words of a date's field ask for.
type dateField struct {
	day   string
	style cldr.DateStyle
	hijri bool
	shift int // days
}

var (
	dateStyles = [...]string{"long", "short", "month", "year"}
	hijriWords = [...]string{"hijri-2", "hijri-1", "hijri", "hijri+1", "hijri+2"} // two days back to two on
)

// readDateField reads the words; wrong is the first it does not know.
func readDateField(words []string) (d dateField, wrong string) {
next:
	for _, word := range words {
		for style, name := range dateStyles {
			if word == name {
				d.style = cldr.DateStyle(style)
				continue next
			}
		}
		for shift, name := range hijriWords {
			if word == name {
				d.hijri, d.shift = true, shift-2
				continue next
			}
		}
		if d.day != "" {
			return d, word
		}
		d.day = word
	}
	return d, ""
}

func (f *Fields) date(l *cldr.Locale, field string, words []string) (string, *Problem) {
	const hint = "write a day such as {date: 2015-05-15}, perhaps with long, short, month, year or hijri behind it"
	asked, word := readDateField(words)
	if word != "" {
		return "", unreadable(field, "has the word "+word+", which is not known", hint)
	}
	if asked.day == "" {
		if asked.day = f.Date; f.Date == "" {
			return "", unreadable(field, "wants the book's date, which is not given", "write `date:` in book.yaml, or the day in the field")
		}
	}
	d, ok := cldr.ParseDate(asked.day)
	switch {
	case !ok:
		return "", unreadable(field, "has no date", hint)
	case !asked.hijri && asked.style == cldr.DateMonth && d.Month == 0:
		return "", unreadable(field, "wants a month, and its date is only a year", "write the month too, as in 2015-05")
	case !asked.hijri:
		return l.Date(d, asked.style), nil
	}
	h, ok := d.Hijri(asked.shift)
	if !ok {
		return "", unreadable(field, "wants a Hijri date, and its date is no day since the Hijra", "write the whole day, as in 2015-05-15")
	}
	return l.HijriDate(h, asked.style), nil
}

// ReplaceFields writes the fields of plain text, in which `\{` before a field's
// name is a brace. What cannot be read stays, and is given to report.
func (f *Fields) ReplaceFields(s string, report func(*Problem)) string {
	if strings.IndexByte(s, '{') < 0 {
		return s
	}
	var b strings.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '{' {
			continue
		}
		length := FieldAt(s[i:])
		if length == 0 {
			continue
		}
		if i > 0 && s[i-1] == '\\' {
			b.WriteString(s[from : i-1])
			from = i
			continue
		}
		if length < 0 {
			report(UnendedField(s[i:]))
			continue
		}
		text, wrong := f.Write(s[i:i+length], "")
		if wrong != nil {
			report(wrong)
			continue
		}
		b.WriteString(s[from:i])
		b.WriteString(text)
		from = i + length
		i = from - 1
	}
	b.WriteString(s[from:])
	return b.String()
}
