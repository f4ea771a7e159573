package lettering

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"warraq/cmd/judge/internal/pdfread"
)

// Verdict is a distinct drawn word and the reading under which it is right.
type Verdict struct {
	Drawn
	Face *Typeface
	As   reading // of a word of one direction
	Ok   bool
}

// EveryRun is the word whole, and as it falls apart where its direction turns.
func (v *Verdict) EveryRun() []Drawn {
	var runs []Drawn
	for _, way := range v.ways() {
		runs = append(runs, way...)
	}
	return runs
}

// ways are the readings of a word's direction: one run, or several.
func (v *Verdict) ways() [][]Drawn {
	return [][]Drawn{{v.Drawn}, v.runs(mostLeft), v.runs(allLeft), v.runs(mostRight)}
}

// Judge finds a reading under which the word is drawn as it must be.
func (v *Verdict) Judge(known *Lexicon, bars Stretch) error {
	for _, runs := range v.ways() {
		ok := true
		for _, run := range runs {
			r, right, err := v.match(run, known, bars)
			if err != nil {
				return err
			}
			if ok = ok && right; !ok {
				break
			}
			v.As = r
		}
		if ok {
			v.Ok = true
			if len(runs) > 1 {
				v.As = reading{}
			}
			return nil
		}
	}
	return nil
}

// match looks among the readings of a run for one that gives its ink.
func (v *Verdict) match(run Drawn, known *Lexicon, bars Stretch) (reading, bool, error) {
	ink, err := run.drawing()
	if err != nil {
		return reading{}, false, err
	}
	for _, r := range run.Readings(known, bars) {
		want, err := v.Face.drawing(v.Face.Shaped[r.Manner][r.Text])
		if err != nil {
			return reading{}, false, err
		}
		if areMarks(r.Text) {
			ink.contours, want.contours = fromCorner(ink.contours), fromCorner(want.contours)
		}
		if sameInk(ink, want, float64(run.In.Font.Program.Upem)) {
			return r, true, nil
		}
	}
	return reading{}, false, nil
}

// slack is half a unit for the rounding of components that are scaled in the
// original, and a little for widths written in decimals.
const slack = 0.55

// The widths of a space that leans on a word, in ems: lines are neither set so
// tight nor so loose that it is less or more.
const leastLeant, mostLeant = 0.1, 1.5

// sameInk tells whether a word is drawn as it is meant, with no other advance but
// for a space that leans on it. The em is in units of both.
func sameInk(drawn, meant drawing, em float64) bool {
	wider := drawn.advance - meant.advance
	right := math.Abs(wider) < 0.1
	if drawn.leant {
		right = wider > leastLeant*em && wider < mostLeant*em
	}
	return right && pdfread.Unlike(drawn.contours, meant.contours, slack) == 0
}

// areMarks tells marks that have no letter: where they stand is the program's to say.
func areMarks(text string) bool {
	return text != "" && strings.IndexFunc(text, func(r rune) bool { return !unicode.Is(unicode.Mn, r) }) < 0
}

// fromCorner moves contours so that the least coordinates of all are 0.
func fromCorner(contours []pdfread.Contour) (moved []pdfread.Contour) {
	x, y := math.Inf(1), math.Inf(1)
	for _, c := range contours {
		for _, p := range c {
			x, y = min(x, p.X), min(y, p.Y)
		}
	}
	for _, c := range contours {
		at := make(pdfread.Contour, len(c))
		for i, p := range c {
			at[i] = pdfread.Point{X: p.X - x, Y: p.Y - y, On: p.On}
		}
		moved = append(moved, at)
	}
	return moved
}

// Explain says how a word that is wrong differs from its first reading.
func (v *Verdict) Explain(known *Lexicon) string {
	where := fmt.Sprintf("page %d, %q in %s", v.In.Page, v.visual(), v.In.Font.Base)
	list := v.Readings(known, Stretch{})
	if len(list) == 0 {
		return where + ": no reading of it"
	}
	ink, err := v.drawing()
	if err != nil {
		return where + ": " + err.Error()
	}
	r := list[0]
	want, err := v.Face.drawing(v.Face.Shaped[r.Manner][r.Text])
	if err != nil {
		return where + ": " + err.Error()
	}
	return fmt.Sprintf("%s: %d of %d contours differ, advance %.1f for %.1f (shaped %q %s)",
		where, pdfread.Unlike(ink.contours, want.contours, slack), len(want.contours), ink.advance, want.advance, r.Text, r.Direction)
}

// Absent lists the words of the source that are drawn nowhere. A word may be
// broken at the end of a line and cut where font, style or direction changes;
// then each of its parts must be drawn, a divided one up to its hyphen and from
// it.
func Absent(source []string, words []Drawn) []string {
	there := make(map[string]bool)
	var divided []string
	for _, d := range words {
		text := d.visual()
		there[letters(text)] = true
		for _, p := range parts(text) {
			there[letters(p)] = true
		}
		if before, _, hyphened := strings.Cut(text, softHyphen); hyphened {
			if p := parts(before); len(p) > 0 {
				divided = append(divided, p[len(p)-1])
			}
		}
	}
	drawn := func(part string) bool {
		return there[letters(part)] || slices.ContainsFunc(divided, func(before string) bool {
			rest, begins := strings.CutPrefix(part, before)
			return begins && there[letters(rest)]
		})
	}
	var missing []string
	for _, w := range source {
		if !there[letters(w)] && !allOf(parts(w), drawn) && !inTwo(w, drawn) && !allOf(aroundDigits(w), drawn) {
			missing = append(missing, w)
		}
	}
	return missing
}

// inTwo tells whether a word is drawn as two, one behind the other.
func inTwo(w string, drawn func(string) bool) bool {
	for at := range w {
		if at > 0 && allOf(append(parts(w[:at]), parts(w[at:])...), drawn) {
			return true
		}
	}
	return false
}

// aroundDigits are the parts of a word beside its digits, which may stand lower or
// higher: H₂O.
func aroundDigits(w string) []string {
	var list []string
	from, digit := 0, false
	for i, r := range w {
		if d := unicode.IsDigit(r); i > 0 && d != digit {
			list, from = append(list, parts(w[from:i])...), i
		}
		digit = unicode.IsDigit(r)
	}
	return append(list, parts(w[from:])...)
}

func allOf(list []string, holds func(string) bool) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !holds(s) })
}
