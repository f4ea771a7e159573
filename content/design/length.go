package design

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/content/locale"
)

// units are the units of a length, in points (CSS Values 3, 6.2).
var units = []struct {
	name   string
	points float64
}{
	{"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"in", 72}, {"pt", 1}, {"px", 0.75},
	{"سم", 72 / 2.54}, {"مم", 72 / 25.4},
}

// ParseLength reads "60%", "8cm", "80mm", "3in", "200pt" or "300px"; a number
// alone is of px, as in HTML. Arabic digits serve too, and سم and مم. ok is false
// for what is no length, or none that shows.
func ParseLength(s string) (l Length, ok bool) {
	s = plainLength.Replace(locale.ASCIIDigits(strings.ToLower(s)))
	if part, found := strings.CutSuffix(s, "%"); found {
		v, ok := positive(part)
		return Length{v / 100, Parts}, ok
	}
	for _, u := range units {
		if number, found := strings.CutSuffix(s, u.name); found {
			v, ok := positive(number)
			return Length{Value: v * u.points}, ok
		}
	}
	v, ok := positive(s)
	return Length{Value: v * 0.75}, ok
}

// plainLength takes the blanks out of a length and has its percent sign ASCII.
var plainLength = strings.NewReplacer(" ", "", "\u00a0", "", "٪", "%")

// positive reads a number above 0 that a page could be asked for.
func positive(s string) (float64, bool) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v > 0 && v < 1e5) || strings.ContainsAny(s, "xpe_") {
		return 0, false
	}
	return v, true
}

// String is the length as a theme has it.
func (l Length) String() string {
	if l.Unit == Parts {
		return fmt.Sprintf("%.4g%%", l.Value*100)
	}
	return fmt.Sprintf("%.4g", l.Value) + [...]string{Points: "pt", Ems: "em", Lines: "lines"}[l.Unit]
}

// Of is the length in points where there is room, of which it may be a part.
func (l Length) Of(room float64) float64 { return l.In(0, 0, room) }
