package cldr_test

import (
	"testing"
	"time"

	"warraq/content/locale/cldr"
)

// Days of the Umm al-Qura calendar as published, and days of the tabular one as
// Calendrical Calculations and ICU have them.
func TestHijri(t *testing.T) {
	for _, c := range []struct {
		day  string
		want cldr.Hijri
	}{
		{"2015-05-15", cldr.Hijri{1436, 7, 26}},
		{"2024-03-11", cldr.Hijri{1445, 9, 1}},
		{"2024-07-07", cldr.Hijri{1446, 1, 1}},
		{"1999-12-31", cldr.Hijri{1420, 9, 23}},
		{"1937-03-14", cldr.Hijri{1356, 1, 1}},
		{"1882-11-12", cldr.Hijri{1300, 1, 1}},
		{"1882-11-11", cldr.Hijri{1299, 12, 29}},
		{"0622-07-19", cldr.Hijri{1, 1, 1}}, // Friday 16 July 622, Julian
		{"1240-03-10", cldr.Hijri{637, 8, 7}},
		{"1288-04-02", cldr.Hijri{687, 2, 20}},
	} {
		d, _ := cldr.ParseDate(c.day)
		if got, ok := d.Hijri(0); !ok || got != c.want {
			t.Errorf("%s: %v %v, want %v", c.day, got, ok, c.want)
		}
	}
	for _, day := range []string{"2015", "2015-05", "0622-07-18"} {
		d, _ := cldr.ParseDate(day)
		if got, ok := d.Hijri(0); ok {
			t.Errorf("%s: %v", day, got)
		}
	}
	if got, _ := (cldr.Date{Year: 2015, Month: 5, Day: 15}).Hijri(-1); got.Day != 25 {
		t.Errorf("a day earlier: %v", got)
	}
}

// Every day follows the day before, months have 29 or thirty days, years 353
// to 356, from the Hijra to the year 2400, across both ends of the table.
func TestHijriEachDay(t *testing.T) {
	day := time.Date(622, 7, 19, 0, 0, 0, 0, time.UTC)
	before, started := cldr.Hijri{1, 1, 0}, 0
	for n := 0; day.Year() < 2400; n++ {
		h, _ := cldr.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}.Hijri(0)
		switch {
		case h == cldr.Hijri{before.Year, before.Month, before.Day + 1} && h.Day <= 30:
		case h == cldr.Hijri{before.Year, before.Month + 1, 1} && before.Day >= 29 && h.Month <= 12:
		case h == cldr.Hijri{before.Year + 1, 1, 1} && before.Month == 12 && before.Day >= 29:
			if length := n - started; length < 353 || length > 356 {
				t.Fatalf("%d has %d days", before.Year, length)
			}
			started = n
		default:
			t.Fatalf("%s: %v after %v", day.Format(time.DateOnly), h, before)
		}
		before = h
		day = day.AddDate(0, 0, 1)
	}
}
