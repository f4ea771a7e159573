package drawing

import (
	"bytes"
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
	d       *drafter
	root    *element
	lists   []*places // of the elements around, the innermost last
	chunks  []chunk
	x, y    float64 // where the next chunk begins
	dx, dy  float64 // how far the next run moves
	blank   bool    // the last letter is a blank
	touched bool    // there was a letter
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
	x, y, dx, dy []float64
	at           int
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
	if strings.Trim(e.attrs["rotate"], "0 ,.") != "" {
		d.omit(e, "letters that are turned one by one")
	}
	return &places{x: list("x", across), y: list("y", down), dx: list("dx", across), dy: list("dy", down)}
}

// text draws the words of a text.
func (d *drafter) text(e *element, s style) error {
	w := wordsOf{d: d, root: e, blank: true}
	if err := w.walk(e, &s, 0); err != nil {
		return err
	}
	w.trim()
	if length := e.attrs["textLength"]; length != "" && len(w.chunks) == 1 {
		if v, ok := d.lengthAt(length, across, s.size); ok && v > 0 {
			w.chunks[0].label.Width = v
		}
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
	w.lists = append(w.lists, w.d.placesOf(e, s))
	defer func() { w.lists = w.lists[:len(w.lists)-1] }()
	fresh := true // the letters are of a new look
	for _, p := range e.content {
		if p.child == nil {
			if err := w.letters(p.text, s, fresh); err != nil {
				return err
			}
			fresh = false
			continue
		}
		c := p.child
		if err := w.d.step(1); err != nil {
			return err
		}
		switch c.name {
		case "tspan", "a":
			if !knows(c) {
				break
			}
			inner := w.d.styleOf(c, *s)
			if inner.err != nil {
				return inner.err
			}
			if inner.absent {
				break
			}
			inner.rise += s.rise
			inner.shared *= inner.opacity
			if err := w.walk(c, &inner, depth+1); err != nil {
				return err
			}
		case "textPath", "tref", "altGlyph":
			w.d.omit(c, map[string]string{"textPath": "text along a path", "tref": "text that stands elsewhere", "altGlyph": "other forms of letters"}[c.name])
		}
		fresh = true
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
		w.blank = r == ' '
		if !unicode.Is(unicode.M, r) || !w.touched {
			fresh = w.place(s) || fresh
		}
		if w.d.letters++; w.d.letters > mostLetters {
			w.d.omit(w.root, fmt.Sprintf("text of more than %d letters", mostLetters))
			return nil
		}
		w.put(r, s, fresh)
		fresh, w.touched = false, true
		for _, list := range w.lists {
			list.at++
		}
	}
	return nil
}

// place finds where the next letter stands, and tells whether that is not simply behind
// the last one.
func (w *wordsOf) place(s *style) (apart bool) {
	x, across := w.next(func(p *places) []float64 { return p.x })
	y, down := w.next(func(p *places) []float64 { return p.y })
	dx, _ := w.next(func(p *places) []float64 { return p.dx })
	dy, _ := w.next(func(p *places) []float64 { return p.dy })
	if across || len(w.chunks) == 0 {
		if across {
			w.x = x
		}
		if down {
			w.y = y
		}
		w.chunks = append(w.chunks, chunk{at: Point{w.x, w.y}, style: *s, label: Label{Line: w.root.line, Anchor: s.anchored(), Dir: s.dir}})
	} else if down {
		dy += y - w.y
		w.y = y
	}
	if across || !down {
		w.y += dy
	}
	w.dx, w.dy = dx, dy
	return across || dx != 0 || dy != 0 || len(w.chunks[len(w.chunks)-1].label.Runs) == 0
}

// put adds a letter.
func (w *wordsOf) put(r rune, s *style, fresh bool) {
	c := &w.chunks[len(w.chunks)-1]
	if fresh {
		c.label.Runs = append(c.label.Runs, Run{Size: s.size, Bold: s.bold, Italic: s.italic, Mono: s.mono, DX: w.dx, DY: w.dy,
			Rise: s.rise - lowered(s), Spacing: s.spacing, StrokeFirst: slices.Index(s.order[:], ofStroke) < slices.Index(s.order[:], ofFill)})
		c.runs, c.texts = append(c.runs, *s), append(c.texts, nil)
		w.dx, w.dy = 0, 0
	}
	last := len(c.texts) - 1
	c.texts[last] = utf8.AppendRune(c.texts[last], r)
}

// lowered is how far letters stand below their place, by the line that is to lie there:
// the usual one is that on which they stand.
func lowered(s *style) float64 {
	const middle, central, hanging, head, foot = 0.25, 0.33, 0.7, 0.85, -0.22 // of their size, as text faces have it
	switch s.baseline {
	case "middle":
		return middle * s.size
	case "central":
		return central * s.size
	case "hanging", "mathematical":
		return hanging * s.size
	case "text-before-edge", "before-edge", "text-top", "top":
		return head * s.size
	case "text-after-edge", "after-edge", "ideographic", "text-bottom", "bottom":
		return foot * s.size
	}
	return 0
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
		if r.Fill, err = d.letterInk(s, s.fill, s.fillOpacity*s.fillAlpha, around, true); err != nil {
			return err
		}
		if s.width > 0 {
			if r.Stroke, err = d.letterInk(s, s.stroke, s.strokeOpacity*s.strokeAlpha, around, false); err != nil {
				return err
			}
		}
		seen = seen || strings.TrimSpace(r.Text) != "" && (r.Fill != nil || r.Stroke != nil)
	}
	if !seen {
		return nil
	}
	d.save()
	d.concat(Matrix{1, 0, 0, 1, c.at.X, c.at.Y})
	fmt.Fprintf(&d.out, "/T%d Do\n", len(d.drawing.Labels))
	d.restore()
	d.drawing.Labels = append(d.drawing.Labels, c.label)
	return nil
}

// letterInk gives the operators that set how letters are filled, or drawn along.
func (d *drafter) letterInk(s *style, p paint, alpha float64, around box, fill bool) ([]byte, error) {
	v := served{gray: "g", rgb: "rg", pattern: "/Pattern cs /P%d scn\n"}
	if !fill {
		v = served{gray: "G", rgb: "RG", pattern: "/Pattern CS /P%d SCN\n"}
	}
	g := shade{}
	if target := d.ids[p.server]; p.server != "" && target != nil {
		var err error
		if g, err = d.gradient(target, around); err != nil {
			return nil, err
		}
		switch len(g.stops) {
		case 0:
			if target.name == "pattern" {
				d.omit(target, "a pattern of letters")
			}
			p = paint{}
		case 1:
			p, alpha = g.stops[0].color, alpha*g.stops[0].alpha
		}
	} else if p.none {
		return nil, nil
	}
	return d.drawnApart(func() {
		if len(g.stops) > 1 {
			least := g.stops[0].alpha
			if _, even := g.even(); !even {
				d.omitAt(d.ids[p.server].line, "the opacities of a gradient on letters")
				least = 1
			}
			alpha *= least
		}
		o := Opacity{Fill: s.shared * alpha, Stroke: s.shared * alpha}
		d.gs(o)
		if len(g.stops) > 1 {
			fmt.Fprintf(&d.out, v.pattern, d.add(g, false))
		} else {
			d.color(p, v.gray, v.rgb)
		}
		if !fill {
			d.pen(s)
		}
	}), nil
}

// box is about where the letters of a chunk are; nobody knows before they are set.
func (c *chunk) box() box {
	const each, above, below = 0.5, 0.8, 0.25 // of the size
	width, size := 0.0, 0.0
	for _, r := range c.label.Runs {
		width += float64(utf8.RuneCountInString(r.Text))*each*r.Size + r.DX
		size = max(size, r.Size)
	}
	left := c.at.X - c.label.Anchor*width
	return box{left, c.at.Y - above*size, left + width, c.at.Y + below*size}
}

// textBox is about where the letters of a text are.
func (d *drafter) textBox(e *element, s style) (box, error) {
	told := d.letters
	w := wordsOf{d: d, root: e, blank: true}
	err := w.walk(e, &s, 0)
	d.letters = told
	w.trim()
	b := emptyBox
	for i := range w.chunks {
		b.join(w.chunks[i].box())
	}
	return b, err
}

// foreign draws the words of an element that is HTML within: in its middle, as diagrams
// have them.
func (d *drafter) foreign(e *element, s style) error {
	x, y, w, h := d.placed(e, "x", "y", "width", "height")
	lines := fold(e.lines, h, s.size)
	if len(lines) == 0 || s.hidden {
		return nil
	}
	const leading, middle = 1.3, 0.3
	ink := s
	ink.fill, ink.fillAlpha, ink.stroke = s.color, 1, paint{none: true}
	for i, line := range lines {
		if d.letters += len(line); d.letters > mostLetters {
			d.omit(e, fmt.Sprintf("text of more than %d letters", mostLetters))
			return nil
		}
		at := Point{x + w/2, y + h/2 + (float64(i)-float64(len(lines)-1)/2)*leading*s.size + middle*s.size}
		c := chunk{at: at, style: ink, label: Label{Line: e.line, Anchor: 0.5, Most: w, Runs: []Run{{Text: line, Size: s.size, Bold: s.bold, Italic: s.italic, Mono: s.mono}}}, runs: []style{ink}}
		if err := d.words(&c); err != nil {
			return err
		}
	}
	return nil
}

// fold divides a line of words so that it fills the height that it was given in lines.
func fold(lines []string, height, size float64) []string {
	const leading = 1.5 // of browsers
	n := int(height/(leading*size) + 0.5)
	if len(lines) != 1 || n < 2 || size <= 0 {
		return lines
	}
	words := strings.Fields(lines[0])
	n = min(n, len(words))
	var out []string
	var line bytes.Buffer
	most := (utf8.RuneCountInString(lines[0]) + n - 1) / max(n, 1)
	for _, word := range words {
		if line.Len() > 0 && utf8.RuneCount(line.Bytes())+1+utf8.RuneCountInString(word) > most && len(out) < n-1 {
			out = append(out, line.String())
			line.Reset()
		}
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(word)
	}
	return append(out, line.String())
}
