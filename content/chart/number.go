package chart

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"warraq/content/locale"
	"warraq/content/pattern"
)

// thousands is a number whose commas part groups of three digits.
var thousands = pattern.Of(`^-?[1-9][0-9]{0,2}(,[0-9]{3})+$`)

// parse reads a number in any digits, with what may part its groups and its fraction;
// percent tells one with that sign.
func parse(text string) (v Value, percent, ok bool) {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), strings.ContainsRune("٬'’_", r):
			return -1
		case r == '٫':
			return '.'
		case r == '−', r == '–':
			return '-'
		case r == '٪':
			return '%'
		}
		return r
	}, locale.ASCIIDigits(text))
	text, percent = strings.CutSuffix(text, "%")
	switch comma, point := strings.LastIndex(text, ","), strings.LastIndex(text, "."); {
	case thousands.MatchString(text), comma >= 0 && comma < point:
		text = strings.ReplaceAll(text, ",", "")
	case comma >= 0:
		text = strings.Replace(strings.ReplaceAll(text, ".", ""), ",", ".", 1)
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(number, 0) || math.IsNaN(number) || strings.ContainsAny(text, "eExXpP+_") {
		return Value{}, percent, false
	}
	return Value{number, true, text}, percent, true
}

// scale is what an axis goes over, and how far its ticks are apart.
type scale struct{ from, to, step float64 }

// scaleOf is the scale of values from least to most, with about so many ticks, at steps
// of 1, 2 or 5 times a power of ten; whole ones where the values are.
func scaleOf(least, most float64, ticks int, whole bool) scale {
	if most <= least {
		most = least + 1
	}
	raw := (most - least) / float64(ticks)
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * power
	for _, m := range []float64{1, 2, 5} {
		if m*power >= raw {
			step = m * power
			break
		}
	}
	if whole {
		step = max(step, 1)
	}
	return scale{math.Floor(least/step+1e-9) * step, math.Ceil(most/step-1e-9) * step, step}
}

// ticks are the places of a scale that are named.
func (s scale) ticks() (all []float64) {
	for i := 0; ; i++ {
		v := s.from + float64(i)*s.step
		if v > s.to+s.step/1000 {
			return all
		}
		all = append(all, v)
	}
}

// part is where a value stands on the scale, from 0 to 1.
func (s scale) part(v float64) float64 { return (v - s.from) / (s.to - s.from) }

// decimals is how many a step needs to be written.
func (s scale) decimals() int {
	return max(0, int(math.Ceil(-math.Log10(s.step)-1e-9)))
}

// scale is that of the values of the chart: from zero on, unless it is of lines all of
// which run high above.
func (c *Chart) scale() scale {
	const ticks = 5
	least, most := math.Inf(1), math.Inf(-1)
	for i := range c.Categories {
		sum := 0.0
		for k := range c.Series {
			v := c.Series[k].Values[i]
			if !v.Known {
				continue
			}
			if sum += v.Number; c.Kind == Stacked {
				v.Number = sum
			}
			least, most = min(least, v.Number), max(most, v.Number)
		}
	}
	if math.IsInf(least, 1) {
		least, most = 0, 1
	}
	if high := c.Kind == Line && least > 0 && most-least < least/2; !high {
		least, most = min(least, 0), max(most, 0)
	}
	return scaleOf(least, most, ticks, c.decimals == 0)
}
