package cover

import (
	"fmt"
	"math"
	"strings"

	"warraq/content/design"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of the spine.
const (
	// A spine that is thinner has no text: folds are a millimetre off as often as
	// not. Printers on demand ask for 79 pages (Amazon KDP) or 80 and more.
	leastSpine = 6 * millimetre
	spineAir   = 1.6 * millimetre // from the folds to the ink: Amazon KDP, 1/16 inch
	spineMost  = 0.05             // size of the title at most, in units
	spineLeast = 6.5              // and at least, points
	spineEdge  = 0.03             // from the rules at head and foot to the texts, in units
	spineLower = 0.8              // size of authors and publisher, in that of the title
	spineGap   = 1.4              // between two texts at least, in sizes
	worthTwo   = 1.3              // times as large, a title is set in two lines
)

// spineWords are the texts of a spine: one from where reading begins, the second
// behind it in the middle of what is left, the third at the foot.
type spineWords struct{ title, authors, publisher string }

// spineTexts designs the spine, with its texts where it has room for them.
func (w *wrapper) spineTexts(d *designer) {
	plan := d.spineGround(w.trim, w.spine >= leastSpine)
	plan.up = w.doc.Setup.Wrap.SpineUp
	words := spineWords{d.words.title, d.words.authors, d.words.publisher}
	if text := clean(w.doc.Setup.Wrap.SpineText); text != "" {
		words.title, words.authors = text, ""
	}
	if words == (spineWords{}) {
		return
	}
	if w.spine < leastSpine {
		hint := "spines have text from 6 mm on"
		if w.doc.Setup.Wrap.Spine == 0 && w.doc.Setup.Leaf == 0 {
			hint += "; write what paper it is printed on under `paper:`"
		}
		w.note(fmt.Sprintf("the spine of %d pages is %.1f mm wide, too thin for text", w.pages, w.spine/millimetre), hint)
		return
	}
	one := d.spineFor(words, 1, plan)
	if two := d.spineFor(words, 2, plan); two.size > worthTwo*one.size {
		one = two
	}
	if one.size == 0 {
		w.note("the texts of the spine are too long or it is too thin for them; it has none", "give a shorter text under `cover: spine-text:`")
		return
	}
	d.spinePut(one, plan)
}

// spinePlan is where the texts of a spine stand, points from its head, and how:
// title and authors from…to, the publisher to the edge.
type spinePlan struct {
	from, to, edge float64
	up             bool
	ink, names     paragraph.Color
}

// spineGround draws what the style of the theme has on the spine between panels,
// with rules that go on from theirs where it is wide enough for any.
func (d *designer) spineGround(panel setup.Size, ruled bool) spinePlan {
	p, u := d.panel, d.unit
	ground := paper(d.look.Ground)
	d.ground(ground)
	ink := legible(d.look.Ink.Color, ground)
	edge, thick, gap := frameEdge*u, frameThick*u, frameGap*u
	switch d.look.Style {
	case design.CoverBlock:
		foot := math.Round(blockFoot * p.H)
		return spinePlan{from: blockEdge * u, to: foot - spineEdge*u, edge: p.H - blockEdge*u, ink: ink, names: d.strip(foot)}
	case design.CoverPlate:
		return spinePlan{from: plateEdge * u, to: p.H - plateEdge*u, edge: p.H - plateEdge*u, ink: ink, names: ink}
	case design.CoverHills:
		plan := spinePlan{from: hillEdge * u, to: farHill*p.H - spineEdge*u, edge: p.H - hillEdge*u, ink: ink, names: ink}
		if ornament := d.look.Ornament; ornament.On {
			d.across(farHill*p.H, mixed(ground, ornament.Color, farTone))
			d.across(nearHill*p.H, ornament.Color)
			plan.names = legible(ground, ornament.Color)
		}
		return plan
	case design.CoverLattice:
		_, down := starsOn(panel)
		edge, thick, gap = p.H/float64(down), 2*latticeFrame*u, latticeInner*u
	}
	thin := frameThin * u
	if d.look.Ornament.On && ruled {
		color := d.look.Ornament.Color
		d.rule(0, edge, p.W, thick, color)
		d.rule(0, edge+gap, p.W, thin, color)
		d.rule(0, p.H-edge-gap-thin, p.W, thin, color)
		d.rule(0, p.H-edge-thick, p.W, thick, color)
	}
	from := edge + gap + thin + spineEdge*u
	return spinePlan{from: from, to: p.H - from, edge: p.H - from, ink: ink, names: ink}
}

// across draws the hills of the panels over the spine, from a height down: a hair wider, or
// a line of the sky would be seen at the folds.
func (d *designer) across(from float64, color paragraph.Color) {
	const hair = 0.25
	f := d.field()
	d.rule(f.X-hair, from, f.W+2*hair, f.Y+f.H-from, color)
}

// spine is the texts of a spine, set, and the size of the title; 0 where there
// is no room for them.
type spine struct {
	title, authors, publisher spineText
	size                      float64
}

// spineText is a text along a spine.
type spineText struct {
	block
	width float64
}

// spineFor sets the texts of a spine as large as there is room for, the title in
// so many lines.
func (d *designer) spineFor(words spineWords, lines int, plan spinePlan) spine {
	bold := fonts.Style{Bold: d.style.Opener.Bold, Role: fonts.OfHeadings}
	for size := math.Floor(min(spineMost*d.unit, d.panel.W)/step) * step; size >= spineLeast; size -= step {
		s := spine{
			title:     d.spineText(words.title, bold, size, lines, plan.ink),
			authors:   d.spineText(words.authors, fonts.Style{}, spineLower*size, 1, plan.ink),
			publisher: d.spineText(words.publisher, fonts.Style{}, spineLower*size, 1, plan.names),
			size:      size,
		}
		if s.across() <= d.panel.W-2*spineAir && s.fits(plan) {
			return s
		}
	}
	return spine{}
}

// across is how high the highest text is.
func (s *spine) across() float64 { return max(s.title.height, s.authors.height, s.publisher.height) }

// gap is the space between two texts at least.
func (s *spine) gap() float64 { return spineGap * s.size }

// end is where title and authors end at most.
func (s *spine) end(plan spinePlan) float64 {
	if s.publisher.width == 0 {
		return plan.to
	}
	return min(plan.to, plan.edge-s.publisher.width-s.gap())
}

// fits tells whether the texts stand beside each other.
func (s *spine) fits(plan spinePlan) bool {
	long := s.title.width
	if s.authors.width > 0 {
		long += s.gap() + s.authors.width
	}
	strip := plan.to == plan.edge || s.publisher.width+s.gap() <= plan.edge-plan.to // the publisher on the strip
	return strip && long <= s.end(plan)-plan.from
}

// spineText sets a text of a spine.
func (d *designer) spineText(text string, font fonts.Style, size float64, lines int, color paragraph.Color) spineText {
	if text == "" {
		return spineText{}
	}
	p := part{text: text, font: font, lead: titleLead, color: color, align: paragraph.Start}
	long := d.width(p, text)
	if lines > 1 {
		words := strings.Split(text, " ")
		if len(words) > mostWords || len(words) < lines {
			return spineText{width: math.Inf(1)}
		}
		width := func(i, j int) float64 { return d.width(p, strings.Join(words[i:j], " ")) }
		v := divisions(words, lines, d.particles, width)[lines-1]
		p.text, long = strings.Join(v.lines, "\n"), v.width
	}
	p.measure = long*size + 0.01
	return spineText{d.stack(p, size), p.measure}
}

// spinePut puts the texts on the spine, the title where reading begins, the
// authors in the middle of what is left.
func (d *designer) spinePut(s spine, plan spinePlan) {
	to := s.end(plan)
	air := to - plan.from - s.title.width - s.authors.width // before the authors
	if s.publisher.width > 0 {
		air /= 2
	}
	if plan.up {
		d.turned(s.title, to-s.title.width, true)
		d.turned(s.authors, to-s.title.width-air-s.authors.width, true)
	} else {
		d.turned(s.title, plan.from, false)
		d.turned(s.authors, plan.from+s.title.width+air, false)
	}
	d.turned(s.publisher, plan.edge-s.publisher.width, plan.up)
}

// turned puts a text on the spine, its ink in the middle across and from a place
// on along it. Text from right to left that reads from head to foot has its
// letters' heads to the left (UAX #9, 1.2: Arabic is turned anticlockwise in
// vertical lines); it is upright on a book that lies on its back, as text from left
// to right is that is turned clockwise (ISO 6357).
func (d *designer) turned(s spineText, from float64, up bool) {
	middle := d.panel.W / 2
	for _, t := range s.texts {
		if d.style.LTR != up {
			t.Turn, t.X, t.Y = display.TurnRight, middle+s.height/2-t.Y, from
		} else {
			t.Turn, t.X, t.Y = display.TurnLeft, middle-s.height/2+t.Y, from+s.width
		}
		d.panel.Items = append(d.panel.Items, t)
	}
}
