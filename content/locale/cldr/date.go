package cldr

import (
	"strings"
	"time"

	"warraq/content/locale"
)

// Date is a day, month or year of the Gregorian calendar, also before it was
// brought in (ISO 8601). Month and Day are 0 where only the year, or the year
// and month, are known.
type Date struct{ Year, Month, Day int }

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD; the month and day must exist.
func ParseDate(s string) (d Date, ok bool) {
	const layout = "2006-01-02"
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return Date{}, false
	}
	t, err := time.Parse(layout[:len(s)], s)
	if err != nil {
		return Date{}, false
	}
	d.Year = t.Year()
	if len(s) > 4 {
		d.Month = int(t.Month())
	}
	if len(s) > 7 {
		d.Day = t.Day()
	}
	return d, true
}

// DateStyle is how much of a date is written.
type DateStyle uint8

const (
	DateLong  DateStyle = iota // 15 ماي 2015
	DateShort                  // 15/5/2015
	DateMonth                  // ماي 2015
	DateYear                   // 2015
)

// within is the style in which a date that lacks its day or month can be
// written.
func (style DateStyle) within(d Date) DateStyle {
	switch {
	case d.Month == 0:
		return DateYear
	case d.Day == 0:
		return max(style, DateMonth)
	}
	return style
}

// Date writes a Gregorian date by the pattern that CLDR has for the style; a
// date without a day or month as far as it is known.
func (l *Locale) Date(d Date, style DateStyle) string {
	return l.pattern(l.gregorian[style.within(d)], d.Year, d.Month, d.Day, &l.Months)
}

// HijriDate writes a Hijri date.
func (l *Locale) HijriDate(d Hijri, style DateStyle) string {
	return l.pattern(l.islamic[style], d.Year, d.Month, d.Day, &l.HijriMonths)
}

// pattern fills in a date pattern (UTS #35, part 4, Date Format Patterns) of the
// letters y, M, d and G; text between apostrophes and all other characters stand
// for themselves.
func (l *Locale) pattern(pattern string, year, month, day int, months *[12]string) string {
	var b strings.Builder
	for i := 0; i < len(pattern); {
		n := 1
		for i+n < len(pattern) && pattern[i+n] == pattern[i] {
			n++
		}
		switch pattern[i] {
		case 'y':
			b.WriteString(locale.FormatInt(year, l.Digits))
		case 'M':
			if n >= 3 {
				b.WriteString(months[month-1])
			} else {
				l.padded(&b, month, n)
			}
		case 'd':
			l.padded(&b, day, n)
		case 'G':
			b.WriteString(l.Era)
		case '\'':
			n = 2 + strings.IndexByte(pattern[i+1:], '\'')
			b.WriteString(pattern[i+1 : i+n-1])
		default:
			b.WriteString(pattern[i : i+n])
		}
		i += n
	}
	return b.String()
}

func (l *Locale) padded(b *strings.Builder, n, width int) {
	if n < 10 && width > 1 {
		b.WriteRune(l.Digits.Zero())
	}
	b.WriteString(locale.FormatInt(n, l.Digits))
}
