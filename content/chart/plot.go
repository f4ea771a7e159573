package chart

import (
	"fmt"
	"strings"
)

// frame is the part of a drawing that an axis of values goes over.
type frame struct {
	x, y, w, h float64
	scale
}

// at is how high a value stands.
func (f *frame) at(v float64) float64 { return f.y + f.h*(1-f.part(v)) }

// across is where a number lies on a scale that runs from left to right.
func (f *frame) across(v float64) float64 { return f.x + f.w*f.part(v) }

// slot is the room of a category, and the middle of its place.
func (f *frame) slot(i, of int) (middle, room float64) {
	room = f.w / float64(of)
	return f.x + (float64(i)+0.5)*room, room
}

// tickWidth is how much room the numbers of an axis take.
func (d *drawer) tickWidth(s scale) (w float64) {
	for _, v := range s.ticks() {
		w = max(w, width(d.rounded(v, s.decimals())))
	}
	return w
}

// upright draws a chart whose values stand up; plot draws what is within the frame. It
// gives the height.
func (d *drawer) upright(plot func(*frame)) float64 {
	s := d.scale()
	top := d.keyOf()
	if d.Unit != "" {
		if top > 0 {
			top += unitClear * LabelSize
		}
		top += LabelSize
		d.label(0, top, fromStart, d.Unit, ink)
		top -= 0.1 * LabelSize // near to its axis
	}
	f := &frame{x: d.tickWidth(s) + 0.6*LabelSize, y: top + 1.2*LabelSize, h: tall * d.look.Width, scale: s}
	f.w = d.look.Width - f.x
	for _, v := range s.ticks() {
		d.rule(f.x, f.at(v), f.x+f.w, f.at(v), grid, 0.4)
		d.label(f.x-0.5*LabelSize, f.at(v)+0.33*LabelSize, toEnd, d.rounded(v, s.decimals()), ink)
	}
	plot(f)
	d.rule(f.x, f.at(max(0, s.from)), f.x+f.w, f.at(max(0, s.from)), ink, 0.8)
	return d.categories(f)
}

// keyOf draws the key of the chart.
func (d *drawer) keyOf() float64 {
	if d.Kind == Line {
		return d.key(d.stroke)
	}
	return d.key(d.swatch)
}

// categories names what stands on the axis below, every so many where there is no room
// for all; it gives where the drawing ends.
func (d *drawer) categories(f *frame) float64 {
	n := len(d.Categories)
	y, every := f.y+f.h+1.35*LabelSize, 1
	for every < n && !d.roomFor(f.w/float64(n)*float64(every)) {
		every++
	}
	lines := 1
	for i := 0; i < n; i += every {
		x, room := f.slot(i, n)
		parts := parted(d.Categories[i], 0.94*room*float64(every))
		for k, part := range parts {
			d.label(x, y+float64(k)*lead*LabelSize, inMiddle, part, ink)
		}
		lines = max(lines, len(parts))
	}
	return y + (float64(lines-1)*lead+0.55)*LabelSize
}

// roomFor tells whether each name has room in a width.
func (d *drawer) roomFor(room float64) bool {
	for _, c := range d.Categories {
		if !fits(c, 0.94*room, 2) {
			return false
		}
	}
	return true
}

// bars draws bars that stand up.
func (d *drawer) bars(f *frame) {
	for i := range d.Categories {
		middle, room := f.slot(i, len(d.Categories))
		for _, b := range d.barsOf(i) {
			thick := room * b.size
			x, from, to := middle+room*b.at-thick/2, f.at(b.from), f.at(b.to)
			d.box(x, min(from, to), thick, max(from, to)-min(from, to), d.styled(b.series))
			if b.said != "" && width(b.said) <= 1.25*room*alone/filled {
				y := min(from, to) - 0.35*LabelSize
				if b.to < 0 {
					y = max(from, to) + LabelSize
				}
				d.label(x+thick/2, y, inMiddle, b.said, ink)
			}
		}
	}
}

// bar is one of a category: where its middle is and how thick it is, in parts of the
// room; what it goes over, and what it says, where that is written.
type bar struct {
	series   int
	at, size float64
	from, to float64
	said     string
}

// barsOf are the bars of a category.
func (d *drawer) barsOf(i int) (bars []bar) {
	n, sum := float64(len(d.Series)), 0.0
	for k, s := range d.Series {
		v := s.Values[i]
		if !v.Known {
			continue
		}
		b := bar{series: k, size: alone, to: v.Number}
		switch {
		case d.Kind == Stacked:
			b.from, b.to = sum, sum+v.Number
			sum = b.to
		case n > 1:
			b.size = filled / n
			b.at = filled * ((float64(k)+0.5)/n - 0.5)
		default:
			b.said = d.written(v.decimal)
		}
		bars = append(bars, b)
	}
	return bars
}

// long tells names that do not stand below upright bars.
func (d *drawer) long() bool {
	s := d.scale()
	return !d.roomFor((d.look.Width - d.tickWidth(s) - 0.6*LabelSize) / float64(len(d.Categories)))
}

// level draws bars that lie, beside their names.
func (d *drawer) level() float64 {
	s := d.scale()
	y := d.key(d.swatch)
	most := widestKey * d.look.Width
	column := 0.0
	for _, c := range d.Categories {
		for _, line := range parted(c, most) {
			column = max(column, width(line))
		}
	}
	thick := 1.25 * LabelSize
	if d.Kind == Bar && len(d.Series) > 1 {
		thick *= float64(len(d.Series)) * 0.8
	}
	room := max(thick/filled, 2.2*lead*LabelSize*0.9)
	f := &frame{x: column + 0.6*LabelSize, y: y, scale: s}
	f.w = d.look.Width - f.x - d.tickWidth(s)/2
	if len(d.Series) == 1 {
		f.w -= d.tickWidth(s) // the numbers behind the bars
	}
	f.h = room * float64(len(d.Categories))
	for _, v := range s.ticks() {
		d.rule(f.across(v), f.y, f.across(v), f.y+f.h, grid, 0.4)
		d.label(f.across(v), f.y+f.h+1.2*LabelSize, inMiddle, d.rounded(v, s.decimals()), ink)
	}
	for i, c := range d.Categories {
		middle := f.y + (float64(i)+0.5)*room
		d.levelBars(f, i, middle, thick)
		lines := parted(c, most)
		for k, line := range lines {
			d.label(f.x-0.6*LabelSize, middle+(0.33+lead*(float64(k)-float64(len(lines)-1)/2))*LabelSize, toEnd, line, ink)
		}
	}
	zero := f.across(max(0, s.from))
	d.rule(zero, f.y, zero, f.y+f.h, ink, 0.8)
	foot := f.y + f.h + 1.75*LabelSize
	if d.Unit != "" {
		foot += lead * LabelSize
		d.label(f.x+f.w, foot-0.55*LabelSize, toEnd, d.Unit, ink)
	}
	return foot
}

// levelBars draws the bars of category i about a height, together so thick, their numbers
// behind them.
func (d *drawer) levelBars(f *frame, i int, middle, thick float64) {
	for _, b := range d.barsOf(i) {
		size := b.size / filled * thick
		if len(d.Series) == 1 || d.Kind == Stacked {
			size = thick
		}
		from, to := f.across(b.from), f.across(b.to)
		d.box(min(from, to), middle+b.at/filled*thick-size/2, max(from, to)-min(from, to), size, d.styled(b.series))
		d.label(max(from, to)+0.4*LabelSize, middle+0.33*LabelSize, fromStart, b.said, ink)
	}
}

// dashes part the lines of series, which a grey print does not by colour.
var dashes = [mostSeries]string{"", "5 2", "1.5 1.5", "7 2 1.5 2", "3 1.5", "9 2"}

// lineStyle is how the line of a series is drawn.
func (d *drawer) lineStyle(i int) string {
	style := fmt.Sprintf(`fill="none" stroke="%s" stroke-width="1.4" stroke-linejoin="round"`, d.lineColor(i))
	if dash := dashes[i%len(dashes)]; dash != "" {
		style += ` stroke-dasharray="` + dash + `"`
	}
	return style
}

// stroke is the key of a line.
func (d *drawer) stroke(i int, x, y float64) {
	const size = swatch * LabelSize
	y -= 0.4 * size
	fmt.Fprintf(&d.out, `<path d="M%s %sL%s %s" %s/>`+"\n", d.x(x), num(y), d.x(x+2*size), num(y), d.lineStyle(i))
	d.mark(i, x+size, y)
}

// lines draws a line a series, with a mark at each value; where one is not known the
// line has a gap.
func (d *drawer) lines(f *frame) {
	for k, s := range d.Series {
		var path strings.Builder
		pen := "M"
		for i, v := range s.Values {
			if !v.Known {
				pen = "M"
				continue
			}
			x, _ := f.slot(i, len(s.Values))
			fmt.Fprintf(&path, "%s%s %s", pen, d.x(x), num(f.at(v.Number)))
			pen = "L"
		}
		if path.Len() > 0 {
			fmt.Fprintf(&d.out, `<path d="%s" %s/>`+"\n", path.String(), d.lineStyle(k))
		}
		for i, v := range s.Values {
			if x, _ := f.slot(i, len(s.Values)); v.Known {
				d.mark(k, x, f.at(v.Number))
			}
		}
	}
}
