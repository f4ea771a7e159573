package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"warraq/content/design"
	"warraq/content/locale"
)

// lineLights are how light lines are: all of them stand out from the paper by 3:1 (WCAG
// 2.2, 1.4.11).
var lineLights = [2]float64{0.06, 0.24}

// lineColor is that of the line of a series.
func (d *drawer) lineColor(i int) design.Color {
	return d.look.Accent.Toned(lineLights[i%len(lineLights)])
}

// corners are those of the marks of series, clockwise from the top, in radii; none is a
// circle.
var corners = [mostSeries][][2]float64{
	{}, {{-0.85, -0.85}, {0.85, -0.85}, {0.85, 0.85}, {-0.85, 0.85}}, {{0, -1.15}, {1.1, 0.8}, {-1.1, 0.8}},
	{{0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}}, {}, {{-0.85, -0.85}, {0.85, -0.85}, {0.85, 0.85}, {-0.85, 0.85}},
}

// mark draws the mark of a series; that of every other is hollow.
func (d *drawer) mark(i int, x, y float64) {
	const radius = 0.27 * LabelSize
	fill := d.lineColor(i)
	if i%2 == 1 {
		fill = design.White
	}
	style := fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="1"`, fill, d.lineColor(i))
	shape := corners[i%len(corners)]
	if len(shape) == 0 {
		fmt.Fprintf(&d.out, `<circle cx="%s" cy="%s" r="%s" %s/>`+"\n", d.x(x), num(y), num(radius), style)
		return
	}
	points := make([]string, len(shape))
	for k, p := range shape {
		points[k] = d.x(x+p[0]*radius) + "," + num(y+p[1]*radius)
	}
	fmt.Fprintf(&d.out, `<polygon points="%s" %s/>`+"\n", strings.Join(points, " "), style)
}

// pie draws slices from the top on, in the direction of the chart, and beside them what
// each is, how much and which part of the whole.
func (d *drawer) pie() float64 {
	const apart = 2.2 * LabelSize
	row := 1.7 * lead * LabelSize
	n := 0
	for _, v := range d.Series[0].Values {
		if v.Known {
			n++
		}
	}
	radius := max(0.21*d.look.Width, row*float64(n)/2)
	radius = min(radius, 0.27*d.look.Width)
	height := max(2*radius+LabelSize, row*float64(n)+2*lead*LabelSize)
	from, sum := 0.0, d.sum()
	at, y := radius+0.5*LabelSize, (height-row*float64(n))/2+row/2
	if d.Unit != "" {
		d.label(2*radius+apart, max(y-0.7*row, LabelSize), fromStart, d.Unit, ink)
	}
	middle, shares := height/2, shares(d.Series[0].Values, sum)
	for i, v := range d.Series[0].Values {
		if !v.Known {
			continue
		}
		to := from + v.Number/sum
		d.slice(i, at, middle, radius, from, to)
		from = to
		x := 2*radius + apart
		d.swatch(i, x, y+0.3*LabelSize)
		x += 2*swatch*LabelSize + 0.5*LabelSize
		text := d.Categories[i] + locale.PunctuationFor(d.look.Lang).Colon + " " + d.written(v.decimal)
		if !d.percent {
			text += " (" + d.percentage(shares[i]) + ")"
		}
		lines := parted(text, d.look.Width-x)
		for k, line := range lines {
			d.label(x, y+(0.3+lead*(float64(k)-float64(len(lines)-1)/2))*LabelSize, fromStart, line, ink)
		}
		y += row
	}
	return height
}

// shares are the parts of a whole in whole percents, which make a hundred: those with the
// largest remainders are rounded up.
func shares(values []Value, sum float64) []int {
	shares, left := make([]int, len(values)), 100
	var order []int
	rest := make([]float64, len(values))
	for i, v := range values {
		if !v.Known {
			continue
		}
		whole := math.Floor(100*v.Number/sum + 1e-9)
		shares[i], rest[i] = int(whole), 100*v.Number/sum-whole
		left -= shares[i]
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order[:min(max(left, 0), len(order))] {
		shares[i]++
	}
	return shares
}

// percentage is a part of a hundred as the language of the chart writes it.
func (d *drawer) percentage(part int) string {
	decimal := strconv.Itoa(part)
	if text, ok := d.look.Locale.Percentage(decimal); ok {
		return text
	}
	return decimal + "%"
}

// slice draws a part of a circle, from one part of the turn to another.
func (d *drawer) slice(i int, x, y, radius, from, to float64) {
	if to-from > 1-1e-9 {
		fmt.Fprintf(&d.out, `<circle cx="%s" cy="%s" r="%s" %s/>`+"\n", d.x(x), num(y), num(radius), d.styled(i))
		return
	}
	at := func(part float64) string {
		sin, cos := math.Sincos(2 * math.Pi * part)
		return d.x(x+radius*sin) + " " + num(y-radius*cos)
	}
	large, sweep := 0, 1
	if to-from > 0.5 {
		large = 1
	}
	if !d.look.LTR {
		sweep = 0
	}
	fmt.Fprintf(&d.out, `<path d="M%s %sL%sA%s %s 0 %d %d %sZ" %s stroke-linejoin="round"/>`+"\n", d.x(x), num(y), at(from), num(radius), num(radius), large, sweep, at(to), d.styled(i))
}
