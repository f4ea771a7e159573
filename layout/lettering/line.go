package lettering

import (
	"math"
	"slices"

	"warraq/fonts"
	"warraq/layout/drawing"
)

// line is a label as it was set.
type line struct {
	*drawing.Label
	faces    []*fonts.Set // of its runs
	clusters []cluster    // from left to right
	squeeze  float64      // how many times as wide letters are
	moved    []float64    // by which clusters stand further right
	width    float64      // of all of it, points
	of       [][]int      // the clusters of each run that are somewhere
}

// add adds clusters of the runs from one on, which do not look at those before them.
func (l *line) add(more []cluster, run int, rtl bool) {
	for i := range more {
		more[i].run += run
	}
	l.clusters = inLine(l.clusters, more, rtl)
}

// narrowest and widest are how much letters may be narrowed or stretched to the width that
// a drawing has for them: the letters it was drawn for are of another face, and programs
// that do not join letters take those that do for much wider. Letters that do not join are
// as wide as wider where a drawing asks for other letters and not for a width alone.
const narrowest, widest, wider = 0.55, 1.65, 2

// space finds how far clusters stand from each other: as they are set, with the spaces that
// are asked for between letters and words, and then to the width of the drawing.
func (l *line) space() {
	left, right := endsOf(l.clusters)
	l.squeeze, l.moved = 1, make([]float64, len(l.clusters))
	further, joined := 0.0, false
	for i := range l.clusters {
		c := &l.clusters[i]
		r := &l.Runs[c.run]
		l.moved[i] = further
		joined = joined || c.joined
		if l.Down && upright(c.first) {
			further += r.Size - c.wide
		}
		if c.first == ' ' {
			further += r.Blank
		}
		if i < len(l.clusters)-1 && !c.joined {
			further += r.Spacing
		}
	}
	l.width = right - left + further
	switch {
	case l.width <= 0:
	case l.Width > 0 && l.Spread && !joined:
		if len(l.clusters) == 1 { // there is nothing to spread
			break
		}
		each := (l.Width - l.width) / float64(len(l.clusters)-1)
		for i := range l.moved {
			l.moved[i] += each * float64(i)
		}
		l.width = l.Width
	case l.Width > 0 && !l.Spread && !joined:
		l.squeeze = min(max(l.Width/l.width, narrowest), wider)
	case l.Width > 0:
		l.squeeze = min(max(l.Width/l.width, narrowest), widest)
	case l.Most > 0 && l.width > l.Most:
		l.squeeze = max(l.Most/l.width, narrowest)
	}
}

// spot is where a cluster begins, and its direction.
type spot struct{ x, y, sin, cos float64 }

// at is where a place is that lies so from a spot, y downwards.
func (s spot) at(x, y float64) (float64, float64) {
	return s.x + float64(x*s.cos) - float64(y*s.sin), s.y + float64(x*s.sin) + float64(y*s.cos)
}

// spots are where the clusters begin; those that are nowhere on their way have none.
func (l *line) spots() (all []spot, on []bool) {
	left, _ := endsOf(l.clusters)
	dx, dy := make([]float64, len(l.Runs)), make([]float64, len(l.Runs))
	x, y := 0.0, 0.0
	for i := range l.Runs {
		r := &l.Runs[i]
		face := l.faces[i].Face(styleOf(r))
		x, y = x+r.DX+float64(r.Blanks)*float64(face.Space)*r.Size/float64(face.UnitsPerEm), y+r.DY
		dx[i], dy[i] = x, y
	}
	origin := -l.Anchor*l.width*l.squeeze - left*l.squeeze
	if l.Anchor > 0 { // what is moved counts to the width
		origin -= l.Anchor * x
	}
	all, on = make([]spot, len(l.clusters)), make([]bool, len(l.clusters))
	for i := range l.clusters {
		c := &l.clusters[i]
		r := &l.Runs[c.run]
		s := spot{x: origin + dx[c.run] + (c.at+l.moved[i])*l.squeeze, y: dy[c.run] - r.Rise, cos: 1}
		if !l.stands(c) {
			s.y += l.lowered(c.run)
		}
		if on[i] = true; l.Course != nil {
			s, on[i] = along(l.Course, s, c.wide*l.squeeze)
		}
		if r.Turn != 0 {
			sin, cos := math.Sincos(r.Turn * math.Pi / 180)
			s.sin, s.cos = float64(s.sin*cos)+float64(s.cos*sin), float64(s.cos*cos)-float64(s.sin*sin)
		}
		all[i] = s
	}
	return all, on
}

// along is a spot of a straight line, of something so wide, where the line lies along a
// course: its middle is there (SVG 2, 11.8.3). False tells one beyond its ends.
func along(course *drawing.Course, s spot, wide float64) (spot, bool) {
	way := course.Start + s.x + wide/2
	if way < 0 {
		return s, false
	}
	for _, part := range course.Parts {
		vx, vy := part[1].X-part[0].X, part[1].Y-part[0].Y
		length := math.Sqrt(float64(vx*vx) + float64(vy*vy))
		if way > length || length == 0 {
			way -= length
			continue
		}
		on := spot{x: part[0].X + vx/length*way, y: part[0].Y + vy/length*way, sin: vy / length, cos: vx / length}
		on.x, on.y = on.at(-wide/2, s.y)
		return on, true
	}
	return s, false
}

// lowered is how far letters stand below their place, by the line that is to lie there
// (CSS Inline 3, 4.1): the usual one is that on which they stand.
func (l *line) lowered(run int) float64 {
	const middle, hanging = 0.25, 0.8 // of their size, and of what is above the line
	r := &l.Runs[run]
	face := l.faces[run].Face(styleOf(r))
	em := r.Size / float64(face.UnitsPerEm)
	above, below := float64(face.Ascent)*em, float64(face.Descent)*em
	baseline := r.Baseline
	if l.Down && (baseline == "" || baseline == "auto") {
		baseline = "central"
	}
	switch baseline {
	case "middle":
		return middle * r.Size
	case "central":
		return (above + below) / 2
	case "mathematical":
		return above / 2
	case "hanging":
		return hanging * above
	case "text-before-edge", "before-edge", "text-top", "top":
		return above
	case "text-after-edge", "after-edge", "ideographic", "text-bottom", "bottom":
		return below
	}
	return 0
}

// write draws a label, each run with its own ink.
func (l *line) write() []byte {
	if l.space(); l.width <= 0 {
		return nil
	}
	spots, on := l.spots()
	l.of = make([][]int, len(l.Runs))
	for k := range l.clusters {
		if on[k] {
			l.of[l.clusters[k].run] = append(l.of[l.clusters[k].run], k)
		}
	}
	var out outline
	for i := range l.Runs {
		r := &l.Runs[i]
		for _, rule := range r.Rules {
			if rule.Where != drawing.Through {
				l.rule(&out, i, rule, spots)
			}
		}
		if r.Fill != nil || r.Stroke != nil || r.Tiles != nil {
			for _, k := range l.of[i] {
				c := &l.clusters[k]
				out.cluster(c, l.stood(c, spots[k]), l.squeeze)
			}
			if r.Tiles != nil && len(out.path) > 0 {
				out.within(r.Tiles)
			}
			out.ink(r.Fill, r.Stroke, r.StrokeFirst)
		}
		for _, rule := range r.Rules {
			if rule.Where == drawing.Through {
				l.rule(&out, i, rule, spots)
			}
		}
	}
	return out.all
}

// stands tells a cluster that stands upright in a column.
func (l *line) stands(c *cluster) bool { return l.Down && c.face != nil && upright(c.first) }

// stood is the spot of a cluster that stands upright in a column: it is turned back about
// the middle of its square.
func (l *line) stood(c *cluster, s spot) spot {
	if !l.stands(c) {
		return s
	}
	r := &l.Runs[c.run]
	lower := (float64(c.face.Ascent) + float64(c.face.Descent)) / 2 * c.unit
	s.x, s.y = s.at(r.Size/2, 0) // the middle
	s.sin, s.cos = -s.cos, s.sin
	s.x, s.y = s.at(-c.wide/2, lower)
	return s
}

// leastUnder is how far below its place the line under letters that join lies at least, in
// ems: faces made for Latin have theirs where such letters still are.
const leastUnder = 0.3

// rule draws a line under, over or through a run: in one where its clusters stand on one.
func (l *line) rule(out *outline, run int, rule drawing.Rule, spots []spot) {
	r := &l.Runs[run]
	face := l.faces[run].Face(styleOf(r))
	em := r.Size / float64(face.UnitsPerEm)
	stroke := face.Under
	switch rule.Where {
	case drawing.Over:
		stroke.Top = face.Ascent + stroke.Weight/2
	case drawing.Through:
		stroke = face.Through
	}
	top, high := -float64(stroke.Top)*em, float64(stroke.Weight)*em
	if rule.Where == drawing.Under && slices.ContainsFunc(l.of[run], func(k int) bool { return l.clusters[k].joined }) {
		top = max(top, leastUnder*r.Size)
	}
	straight := l.Course == nil && r.Turn == 0
	var first *spot
	right := 0.0
	for _, k := range l.of[run] {
		c := &l.clusters[k]
		s := spots[k]
		if l.stands(c) {
			s.x, s.y = s.at(0, l.lowered(run))
		}
		if straight && first != nil && c.face != nil && s.x-right > r.Size { // another run stands between
			out.box(*first, top, right-first.x, high)
			first = nil
		}
		if !straight {
			out.box(s, top, c.wide*l.squeeze, high)
		} else if first == nil {
			first = &s
		}
		right = s.x + c.wide*l.squeeze
	}
	if first != nil {
		out.box(*first, top, right-first.x, high)
	}
	out.ink(rule.Fill, rule.Stroke, false)
}
