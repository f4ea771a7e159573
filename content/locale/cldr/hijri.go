package cldr

import "time"

// Hijri is a day of the Hijri calendar; Month 1 is Muharram.
type Hijri struct{ Year, Month, Day int }

// Hijri gives the Hijri date of a Gregorian day. From 1 Muharram 1300 to the
// end of 1600 (12 November 1882 to 2174) it is that of the Umm al-Qura calendar
// of Saudi Arabia as Unicode's ICU has it; before and after, of the tabular
// Islamic calendar with the civil epoch, Friday 16 July 622 (Julian), and the
// leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each thirty, which
// may be a day or two from what was observed (Reingold and Dershowitz,
// Calendrical Calculations, ch. 7). It is false for a date without a day and
// for one before the first year.
//
// Countries that watch for the moon begin many months a day later: shift moves
// the date by so many days.
func (d Date) Hijri(shift int) (h Hijri, ok bool) {
	if d.Month == 0 || d.Day == 0 {
		return Hijri{}, false
	}
	day := dayNumber(d.Year, d.Month, d.Day) + shift
	if h, ok := ummAlQuraDate(day); ok {
		return h, true
	}
	return civilDate(day)
}

// dayNumber counts the days from 1 January 1970.
func dayNumber(year, month, day int) int {
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

const (
	ummAlQuraFirst = 1300
	ummAlQuraEpoch = -31826  // 12 November 1882
	civilEpoch     = -492148 // 19 July 622, Gregorian
)

// ummAlQuraDate walks through the months of the table.
func ummAlQuraDate(day int) (h Hijri, ok bool) {
	day -= ummAlQuraEpoch
	if day < 0 {
		return Hijri{}, false
	}
	for i, months := range ummAlQura {
		for m := range 12 {
			length := 29 + int(months>>(11-m)&1)
			if day < length {
				return Hijri{ummAlQuraFirst + i, m + 1, day + 1}, true
			}
			day -= length
		}
	}
	return Hijri{}, false
}

// civilDate counts by thirty years of 10,631 days. Months have thirty and 29
// days in turn, the last of a leap year thirty.
func civilDate(day int) (h Hijri, ok bool) {
	day -= civilEpoch
	if day < 0 {
		return Hijri{}, false
	}
	h.Year = (30*day + 10646) / 10631
	day -= 354*(h.Year-1) + (3+11*h.Year)/30
	h.Month = min((11*day+330)/325, 12)
	h.Day = day - (59*(h.Month-1)+1)/2 + 1
	return h, true
}
