package drawing

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostLetters bounds the letters of a drawing: each is drawn as an outline.
const mostLetters = 20_000

// wordsOf collects the letters of a text (SVG 1.1, 10), chunk by chunk: what stands where
// a place across is given.
type wordsOf struct {
	d         *drafter
	root      *element
	lists     []*places // of the elements around, the innermost last
	chunks    []chunk
	x, y      float64 // where the next chunk begins
	dx, dy    float64 // how far the next run moves
	blank     bool    // the last letter is a blank
	touched   bool    // there was a letter
	preserved bool    // the last letter is a blank that stays
	blanks    int     // more of them
	beside    bool    // the next letter has its own place beside the line before it
	turned    float64 // of the letter in hand, degrees
	last      float64 // of the letter before
	course    *Course // along which the letters in hand stand; nil for none
	apart     bool    // the next letter begins a chunk
}

// chunk is a label at its place.
type chunk struct {
	at    Point
	label Label
	style style // of its first letter
	runs  []style
	texts [][]byte // of the runs
}

// anchored is how much of a text is to the left of its place: one that runs from the right
// starts at its right end (SVG 1.1, 10.9.1).
func (s *style) anchored() float64 {
	if s.dir < 0 {
		return 1 - s.anchor
	}
	return s.anchor
}

// places are the numbers that an element gives for its letters, in their order.
type places struct {
	x, y, dx, dy, rotate []float64
	at                   int
}

func (d *drafter) placesOf(e *element, s *style) *places {
	list := func(key string, way axis) (all []float64) {
		words := strings.FieldsFunc(e.attrs[key], func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' || r == '\r' })
		for _, w := range words {
			v, ok := d.lengthAt(w, way, s.size)
			if !ok {
				d.omit(e, "a "+key+" of "+short(w))
				break
			}
			all = append(all, v)
		}
		return all
	}
	turns, err := numbers(e.attrs["rotate"])
	if err != nil {
		turns = nil
	}
	return &places{x: list("x", across), y: list("y", down), dx: list("dx", across), dy: list("dy", down), rotate: turns}
}

// text draws the words of a text.
func (d *drafter) text(e *element, s style) error {
	w := wordsOf{d: d, root: e, blank: true}
	s.rise = 0 // it is the line that all stands on
	own := s
	for i, of := range s.rules {
		if of != nil { // of what is no text itself
			s.rules[i] = &own
		}
	}
	if err := w.walk(e, &s, 0); err != nil {
		return err
	}
	w.trim()
	if len(w.chunks) == 1 {
		d.stretch(e, &s, &w.chunks[0].label)
	} else if len(w.chunks) > 1 {
		d.stretch(e, &s, nil)
	}
	for i := range w.chunks {
		if err := d.words(&w.chunks[i]); err != nil {
			return err
		}
	}
	return nil
}

// walk collects the letters of an element.
func (w *wordsOf) walk(e *element, s *style, depth int) error {
	if depth > Deepest {
		return ErrTooMuch
	}
	list := new(places) // a path has its letters' places itself
	if e.name != "textPath" {
		list = w.d.placesOf(e, s)
	}
	w.lists = append(w.lists, list)
	defer func() { w.lists = w.lists[:len(w.lists)-1] }()
	before := len(w.chunks)
	fresh := true // the letters are of a new look
	for _, p := range e.content {
		var err error
		if p.child == nil {
			err = w.letters(p.text, s, fresh)
		} else {
			err = w.inner(p.child, s, depth+1)
		}
		if err != nil {
			return err
		}
		fresh = p.child != nil
	}
	if e != w.root && len(w.chunks) == before+1 {
		w.d.stretch(e, s, &w.chunks[before].label)
	} else if e != w.root {
		w.d.stretch(e, s, nil)
	}
	return nil
}

// inner collects the letters of an element within another.
func (w *wordsOf) inner(e *element, around *style, depth int) error {
	if err := w.d.step(1); err != nil {
		return err
	}
	switch e.name {
	case "tspan", "a":
		if !knows(e) {
			return nil
		}
		s := w.d.styleOf(e, *around)
		if s.err != nil || s.absent {
			return s.err
		}
		s.rise += around.rise
		s.vertical = around.vertical
		s.shared *= s.opacity
		return w.walk(e, &s, depth)
	case "textPath":
		return w.along(e, around, depth)
	case "tref":
		return w.elsewhere(e, around)
	case "altGlyph":
		w.d.omit(e, "other forms of letters")
	}
	return nil
}

// next takes the next number of the innermost list that has one.
func (w *wordsOf) next(of func(*places) []float64) (v float64, given bool) {
	for i := len(w.lists) - 1; i >= 0; i-- {
		if list := of(w.lists[i]); w.lists[i].at < len(list) {
			return list[w.lists[i].at], true
		}
	}
	return 0, false
}

// stretch has a label as wide as an element asks; nil is for one whose letters are none, or
// only a part of one.
func (d *drafter) stretch(e *element, s *style, l *Label) {
	if v, ok := d.lengthAt(e.attrs["textLength"], across, s.size); ok && v > 0 {
		if l == nil {
			d.omit(e, "a textLength of a part of a line, or of several")
			return
		}
		l.Width, l.Spread = v, e.attrs["lengthAdjust"] != "spacingAndGlyphs"
	}
}

// letters adds letters, one by one where places are given for them.
func (w *wordsOf) letters(text string, s *style, fresh bool) error {
	if err := w.d.step(len(text) / 4); err != nil {
		return err
	}
	for _, r := range text {
		if r == '\n' || r == '\t' || r == '\r' {
			r = ' '
		}
		if r == ' ' && !s.preserve && w.blank {
			continue
		}
		if r != ' ' || !s.preserve {
			w.preserved = false
		} else if w.preserved || w.blank { // one beside another, which shaping would take for one
			if w.blanks++; w.touched { // else the first letter has their place
				w.count()
			}
			continue
		} else {
			w.preserved = true
		}
		w.blank = r == ' ' && !s.preserve
		if !unicode.Is(unicode.M, r) || !w.touched {
			fresh = w.place(s) || fresh
		}
		if w.d.letters++; w.d.letters > mostLetters {
			w.d.omit(w.root, fmt.Sprintf("text of more than %d letters", mostLetters))
			return nil
		}
		w.put(r, s, fresh)
		fresh, w.touched = false, true
		w.count()
	}
	return nil
}

// count goes to the next letter of the lists.
func (w *wordsOf) count() {
	for _, list := range w.lists {
		list.at++
	}
}

// place finds where the next letter stands, and tells whether that is not simply behind
// the last one.
func (w *wordsOf) place(s *style) (apart bool) {
	x, across := w.next(func(p *places) []float64 { return p.x })
	y, down := w.next(func(p *places) []float64 { return p.y })
	dx, _ := w.next(func(p *places) []float64 { return p.dx })
	dy, _ := w.next(func(p *places) []float64 { return p.dy })
	w.turn()
	ahead, beside := across, down // in the way that lines run, and from line to line
	if s.vertical {
		ahead, beside = down, across
	}
	begins := ahead || w.apart || len(w.chunks) == 0
	switch {
	case begins:
		w.begin(s, x, y, across, down)
	case !beside || w.course != nil:
	case s.vertical:
		dx += x - w.x
	default:
		dy += y - w.y
	}
	w.y += dy
	if w.dx, w.dy = dx, dy; s.vertical { // in the plane of a column, which is turned
		w.x += dx
		w.dx, w.dy = dy, -dx
	}
	turned := w.turned != w.last
	w.last, w.beside = w.turned, beside
	return begins || beside || w.blanks > 0 || dx != 0 || dy != 0 || turned || len(w.chunks[len(w.chunks)-1].label.Runs) == 0
}

// begin begins a chunk.
func (w *wordsOf) begin(s *style, x, y float64, across, down bool) {
	w.apart = false
	c := chunk{style: *s, label: Label{Line: w.root.line, Anchor: s.anchored(), Dir: s.dir, Down: s.vertical}}
	if w.course != nil {
		course := *w.course
		if across {
			course.Start += x
		}
		c.label.Course = &course
	} else {
		if across {
			w.x = x
		}
		if down {
			w.y = y
		}
		c.at = Point{w.x, w.y}
	}
	w.chunks = append(w.chunks, c)
}

// turn finds by how much the next letter is turned: the last number of a list is for all
// that come after.
func (w *wordsOf) turn() {
	w.turned = 0
	for i := len(w.lists) - 1; i >= 0; i-- {
		if list := w.lists[i]; len(list.rotate) > 0 {
			w.turned = list.rotate[min(list.at, len(list.rotate)-1)]
			return
		}
	}
}

// put adds a letter.
func (w *wordsOf) put(r rune, s *style, fresh bool) {
	c := &w.chunks[len(w.chunks)-1]
	if fresh {
		c.label.Runs = append(c.label.Runs, Run{Size: s.size, Bold: s.bold, Italic: s.italic, Mono: s.mono, Font: w.d.designed(s), SmallCaps: s.caps, Apart: w.beside, Blanks: w.blanks, DX: w.dx, DY: w.dy, Turn: w.turned,
			Rise: s.rise, Baseline: s.baseline, Spacing: s.spacing, Blank: s.blank, StrokeFirst: slices.Index(s.order[:], ofStroke) < slices.Index(s.order[:], ofFill)})
		c.runs, c.texts = append(c.runs, *s), append(c.texts, nil)
		w.dx, w.dy, w.blanks = 0, 0, 0
	}
	last := len(c.texts) - 1
	c.texts[last] = utf8.AppendRune(c.texts[last], r)
}

// trim ends the text: the blank at its end goes away.
func (w *wordsOf) trim() {
	for i := range w.chunks {
		for k, text := range w.chunks[i].texts {
			w.chunks[i].label.Runs[k].Text = string(text)
		}
	}
	for i := len(w.chunks) - 1; i >= 0; i-- {
		runs := w.chunks[i].label.Runs
		if n := len(runs); n > 0 {
			if last := &runs[n-1]; !w.chunks[i].runs[n-1].preserve {
				last.Text = strings.TrimRight(last.Text, " ")
			}
			return
		}
	}
}

// words draws a chunk: a label is to come in its place.
func (d *drafter) words(c *chunk) error {
	seen := false
	around := c.box()
	for i := range c.label.Runs {
		s := &c.runs[i]
		if s.hidden || s.size <= 0 {
			continue
		}
		r := &c.label.Runs[i]
		var err error
		if r.Tiles, err = d.letterTiles(s, c, around); err != nil {
			return err
		}
		if r.Tiles == nil {
			if r.Fill, err = d.letterInk(s, s.fill, s.fillOpacity*s.fillAlpha, around, true); err != nil {
				return err
			}
		}
		if s.width > 0 {
			if r.Stroke, err = d.letterInk(s, s.stroke, s.strokeOpacity*s.strokeAlpha, around, false); err != nil {
				return err
			}
		}
		if r.Rules, err = d.rulesAlong(s, around); err != nil {
			return err
		}
		seen = seen || strings.TrimSpace(r.Text) != "" && (r.Fill != nil || r.Stroke != nil || r.Tiles != nil) || len(r.Rules) > 0
	}
	if !seen {
		return nil
	}
	d.save()
	d.concat(c.plane())
	fmt.Fprintf(&d.out, "/T%d Do\n", len(d.drawing.Labels))
	d.restore()
	d.drawing.Labels = append(d.drawing.Labels, c.label)
	return nil
}
