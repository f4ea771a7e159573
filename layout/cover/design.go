package cover

import (
	"math"
	"strings"

	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Sizes and leadings of the texts, in units and in sizes.
const (
	titleSize     = 0.17
	titleLead     = 1.28
	titleLines    = 6
	subtitleSize  = 0.066
	authorsSize   = 0.07
	publisherSize = 0.046
	textLead      = 1.45
	textLines     = 3
	subordinate   = 0.8 // of the title's size, that of others at most
)

// texts are the four texts of a cover, set.
type texts struct{ title, subtitle, authors, publisher block }

// plan is how the texts of a cover stand: on a measure, the title in one colour
// with its subtitle, the others in another.
type plan struct {
	measure     float64
	align       paragraph.Align
	ink, others paragraph.Color
}

// of is a text of the plan, of a size in units and of a part of the panel's
// height at most.
func (d *designer) of(p plan, text string, kind display.Part, size, room float64) part {
	return part{text: text, part: kind, size: size * d.unit, room: room * d.panel.H,
		lines: textLines, lead: textLead, color: p.others, align: p.align, measure: p.measure}
}

// texts sets the texts, the title in the room that the others leave it. Where it
// is so long that its type is small, theirs is smaller.
func (d *designer) texts(p plan, room func(texts) float64) texts {
	t := d.small(p, 1)
	t.title = d.title(p, room(t))
	if most := max(subordinate*t.title.size/d.unit, publisherSize); t.subtitle.size > most*d.unit || t.authors.size > most*d.unit {
		t = d.small(p, most)
		t.title = d.title(p, room(t))
	}
	return t
}

// small sets all but the title, in sizes of so many units at most.
func (d *designer) small(p plan, most float64) texts {
	w := &d.words
	subtitle := d.of(p, w.subtitle, display.BookSubtitle, min(most, subtitleSize), 0.2)
	subtitle.color = p.ink
	return texts{
		subtitle:  d.set(subtitle),
		authors:   d.set(d.of(p, w.authors, display.BookAuthors, min(most, authorsSize), 0.1)),
		publisher: d.crowned(p, d.set(d.of(p, w.publisher, display.BookPublisher, publisherSize, 0.05))),
	}
}

// title sets the title in a room of so many points.
func (d *designer) title(p plan, room float64) block {
	t := d.of(p, d.words.title, display.BookTitle, titleSize, 1)
	t.font, t.lines, t.lead, t.color, t.room = fonts.Style{Bold: d.style.Opener.Bold, Role: fonts.OfHeadings}, titleLines, titleLead, p.ink, room
	if !strings.Contains(t.text, " ") {
		t.size *= alone
	}
	return d.set(t)
}

// gap is a space between texts.
func (d *designer) gap() float64 { return min(0.075*d.unit, 0.05*d.panel.H) }

// Measures of the frame, in units.
const (
	frameEdge  = 0.05 // from the edge of the panel
	frameThick = 0.008
	frameGap   = 0.016 // from the thick line to the thin one
	frameThin  = 0.002
	frameAir   = 0.09 // to the texts
	frameStar  = 0.026
	frameLine  = 0.13 // a line beside the star
	frameTitle = 0.4  // the middle of title and subtitle, of the panel's height
	frameNames = 0.79 // that of the authors
)

// frame is a frame around title and subtitle, a star between them, the authors
// below and the publisher at the foot.
func (d *designer) frame() {
	p, u := d.panel, d.unit
	ground := paper(d.look.Ground)
	d.ground(ground)
	in := inset(d.frameLines(), frameAir*u)
	ink := legible(d.look.Ink.Color, ground)
	look := plan{in.W, paragraph.Center, ink, ink}
	gap := d.gap()
	publisher := func(t texts) float64 { return in.Y + in.H - t.publisher.height }
	authors := func(t texts) float64 {
		return min(frameNames*p.H-t.authors.height/2, publisher(t)-gap-t.authors.height)
	}
	under := func(t texts) float64 { return 2*gap + t.subtitle.height } // from the title to the foot of the subtitle
	t := d.texts(look, func(t texts) float64 { return authors(t) - gap - under(t) - in.Y })

	y := max(in.Y, min(frameTitle*p.H-(t.title.height+under(t))/2, authors(t)-gap-under(t)-t.title.height))
	y = d.put(t.title, in.X, y) + gap
	if d.look.Ornament.On {
		d.divider(p.W/2, y)
	}
	d.put(t.subtitle, in.X, y+gap)
	d.put(t.authors, in.X, authors(t))
	d.put(t.publisher, in.X, publisher(t))
}

// frameLines are two lines around the panel; within them is the rectangle.
func (d *designer) frameLines() display.Rect {
	whole := display.Rect{W: d.panel.W, H: d.panel.H}
	thin := inset(whole, (frameEdge+frameGap)*d.unit)
	if ornament := d.look.Ornament; ornament.On {
		d.outline(inset(whole, frameEdge*d.unit), frameThick*d.unit, ornament.Color)
		d.outline(thin, frameThin*d.unit, ornament.Color)
	}
	return thin
}

// divider is a star between two lines.
func (d *designer) divider(x, y float64) {
	u, color := d.unit, d.look.Ornament.Color
	r, line := frameStar*u, frameLine*u
	f := figure{color: color}
	f.ring(corner{r, r}, r, r, 0.14*r)
	f.star(corner{r, r}, 0.5*r, 0.5*r)
	d.figure("star", f, display.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r})
	d.rule(x-1.5*r-line, y-frameThin*u/2, line, frameThin*u, color)
	d.rule(x+1.5*r, y-frameThin*u/2, line, frameThin*u, color)
}

// Measures of the block.
const (
	blockFoot  = 0.68 // of the panel's height
	blockEdge  = 0.1  // from the edges to the texts, in units
	blockStar  = 0.52 // in units
	blockRings = 4
	blockTone  = 28 // of 256 parts, what the rings have of the letters' colour
)

// block is a block of colour with the title at its foot, at the start edge, and
// the rings of a star in the corner over it; authors and publisher are below
// the block.
func (d *designer) block() {
	p, u := d.panel, d.unit
	ground := paper(d.look.Ground)
	ink := legible(d.look.Ink.Color, ground)
	d.ground(ground)
	if d.look.Ornament.On {
		d.rings(mixed(ground, ink, blockTone))
	}
	foot := math.Round(blockFoot * p.H)
	names := d.strip(foot)
	edge, gap := blockEdge*u, 0.8*d.gap()
	look := plan{p.W - 2*edge, paragraph.Start, ink, names}
	t := d.texts(look, func(t texts) float64 { return foot - 2.2*edge - t.subtitle.below(gap) })

	y := d.put(t.title, edge, foot-edge-t.subtitle.below(gap)-t.title.height)
	d.put(t.subtitle, edge, y+gap)
	publisher := p.H - edge - t.publisher.height
	d.put(t.authors, edge, min(foot+0.085*u, publisher-0.5*gap-t.authors.height))
	d.put(t.publisher, edge, publisher)
}

// strip is what lies below the block, down to the foot; it gives the colour of
// the texts on it.
func (d *designer) strip(from float64) paragraph.Color {
	below := paragraph.Gray(1)
	if d.look.Ornament.On {
		below = d.look.Ornament.Color
	}
	d.band(from, d.panel.H, below)
	return legible(paper(d.look.Ground), below)
}

// rings are stars within each other around the corner at the end edge.
func (d *designer) rings(color paragraph.Color) {
	r := blockStar * d.unit
	f := figure{color: color}
	for i := range blockRings {
		at := r * float64(blockRings-i) / blockRings
		f.ring(corner{r, r}, at, at, 0.055*r)
	}
	x := 0.06 * d.panel.W
	if d.style.LTR {
		x = d.panel.W - x
	}
	d.figure("rings", f, display.Rect{X: x - r, Y: 0.09*d.panel.H - r, W: 2 * r, H: 2 * r})
}

// Measures of the lattice.
const (
	latticeLeast, latticeMost = 7, 9  // stars in a row
	latticeLine               = 0.085 // of a star's radius
	latticeCore               = 0.42  // of a star's radius, that of the star within it
	latticeEdge               = 0.03  // from the edges of the panel, in units
	latticeFrame              = 0.004 // in units
	latticeInner              = 0.02  // from the frame to the thin one within it, in units
	latticeAir                = 0.055 // from the frame to the texts, in units
	latticeTitle              = 0.49  // the middle of title and subtitle, of the panel's height
)

// lattice is a panel over a lattice of stars and crosses; on it stand the
// authors, the title, the subtitle, and the publisher at the foot.
func (d *designer) lattice() {
	p, u := d.panel, d.unit
	ground := paper(d.look.Ground)
	d.ground(ground)
	w, h := d.stars(ground)
	field := display.Rect{X: w, Y: h, W: p.W - 2*w, H: p.H - 2*h}
	d.latticeField(field, ground)
	in := inset(field, (latticeInner+latticeAir)*u)
	ink := legible(d.look.Ink.Color, ground)
	names := ink
	if d.look.Ornament.On {
		names = legible(d.look.Ornament.Color, ground)
	}
	look := plan{in.W, paragraph.Center, ink, names}
	gap := d.gap()
	top, bottom := in.Y+0.5*gap, in.Y+in.H-0.3*gap
	t := d.texts(look, func(t texts) float64 {
		return bottom - top - t.authors.height - t.publisher.height - 2*gap - t.subtitle.below(2*gap)
	})

	head, foot := d.put(t.authors, in.X, top)+gap, bottom-t.publisher.height
	height := t.title.height + t.subtitle.below(2*gap)
	y := d.put(t.title, in.X, max(head, min(latticeTitle*p.H-height/2, foot-gap-height)))
	if t.subtitle.height > 0 {
		if d.look.Ornament.On {
			d.divider(p.W/2, y+gap)
		}
		d.put(t.subtitle, in.X, y+2*gap)
	}
	d.put(t.publisher, in.X, foot)
}

// latticeField is the panel over a lattice.
func (d *designer) latticeField(field display.Rect, ground paragraph.Color) {
	d.rule(field.X, field.Y, field.W, field.H, ground)
	if d.look.Ornament.On {
		d.outline(field, 2*latticeFrame*d.unit, d.look.Ornament.Color)
		d.outline(inset(field, latticeInner*d.unit), frameThin*d.unit, d.look.Ornament.Color)
	}
}

// starsOn is how many stars stand across a panel, and down it.
func starsOn(panel setup.Size) (across, down int) {
	worst := math.Inf(1)
	wide := max(1, panel.W/panel.H)
	for n := int(latticeLeast * wide); n <= int(latticeMost*wide); n++ {
		rows := float64(n) * panel.H / panel.W
		if off := math.Abs(rows-math.Round(rows)) / rows; off < worst-1e-9 {
			across, down, worst = n, max(1, int(math.Round(rows))), off
		}
	}
	return across, down
}

// stars covers the panel with whole stars, within a margin in which it may be cut, and
// gives the width and the height that the margin and a star take.
func (d *designer) stars(ground paragraph.Color) (w, h float64) {
	p, edge := d.panel, latticeEdge*d.unit
	across, down := starsOn(setup.Size{W: p.W - 2*edge, H: p.H - 2*edge})
	w, h = (p.W-2*edge)/float64(across), (p.H-2*edge)/float64(down)
	if !d.look.Ornament.On {
		return edge + w, edge + h
	}
	f := figure{color: d.look.Ornament.Color}
	for row := range down {
		for i := range across {
			if row > 0 && row < down-1 && i > 0 && i < across-1 {
				continue // under the panel
			}
			at := corner{(float64(i) + 0.5) * w, (float64(row) + 0.5) * h}
			f.ring(at, w/2, h/2, latticeLine*w/2)
			f.star(at, latticeCore*w/2, latticeCore*h/2)
		}
	}
	d.figure("lattice", f, display.Rect{X: edge, Y: edge, W: p.W - 2*edge, H: p.H - 2*edge})
	return edge + w, edge + h
}
