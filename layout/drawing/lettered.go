package drawing

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// letterInk gives the operators that set how letters are filled, or drawn along.
func (d *drafter) letterInk(s *style, p paint, alpha float64, around box, fill bool) ([]byte, error) {
	v := served{gray: "g", rgb: "rg", pattern: "/Pattern cs /P%d scn\n"}
	if !fill {
		v = served{gray: "G", rgb: "RG", pattern: "/Pattern CS /P%d SCN\n"}
	}
	if p.server == "" || d.ids[p.server] == nil {
		if p.none {
			return nil, nil
		}
		return d.drawnApart(func() { d.inkOf(s, shade{}, p, alpha, v, fill) }), nil
	}
	target := d.ids[p.server]
	if p.frame != nil {
		around = p.frame.box
	}
	g, err := d.gradient(target, around)
	if err != nil {
		return nil, err
	}
	g.matrix = g.matrix.Then(d.shift(p.frame))
	switch len(g.stops) {
	case 0:
		if target.name == "pattern" {
			d.omit(target, "a pattern of letters")
		}
		p = paint{}
	case 1:
		p, alpha = g.stops[0].color, alpha*g.stops[0].alpha
	}
	return d.drawnApart(func() { d.inkOf(s, g, p, alpha, v, fill) }), nil
}

// inkOf writes a gradient, or a paint where it has no two stops. Letters have one opacity:
// that of a gradient that has the same everywhere.
func (d *drafter) inkOf(s *style, g shade, p paint, alpha float64, v served, fill bool) {
	if len(g.stops) > 1 {
		least := g.stops[0].alpha
		if _, even := g.even(); !even {
			d.omitAt(d.ids[p.server].line, "the opacities of a gradient on letters")
			least = 1
		}
		alpha *= least
	}
	d.gs(Opacity{Fill: s.shared * alpha, Stroke: s.shared * alpha})
	if len(g.stops) > 1 {
		fmt.Fprintf(&d.out, v.pattern, d.add(g, false))
	} else {
		d.color(p, v.gray, v.rgb)
	}
	if !fill {
		d.pen(s)
	}
}

// plane is where the label of a chunk lies.
func (c *chunk) plane() Matrix {
	at := Matrix{1, 0, 0, 1, c.at.X, c.at.Y}
	if c.label.Down && c.label.Course == nil {
		return Matrix{0, 1, -1, 0, 0, 0}.Then(at)
	}
	return at
}

// letterTiles gives what fills letters that have a pattern, about where they are; nil
// where they have none.
func (d *drafter) letterTiles(s *style, c *chunk, around box) (tiles []byte, err error) {
	target := d.ids[s.fill.server]
	back, ok := c.plane().Inverse()
	if target == nil || target.name != "pattern" || !ok {
		return nil, nil
	}
	width, size := around.right-around.left, s.size
	over := box{around.left - width, around.low - size, around.right + width, around.high + size}
	opacity := s.shared * s.fillOpacity
	tiles = d.drawnApart(func() {
		d.save()
		defer d.restore()
		d.numbers(back.A, back.B, back.C, back.D, back.E, back.F)
		d.out.WriteString("cm\n") // the plane in hand is that around the label
		err = d.within(target, target, func() error {
			draw := func() error { return d.tiles(target, s.fill.frame, around, over, 0) }
			if opacity < 1 {
				return d.blended(Opacity{Fill: opacity, Stroke: opacity}, draw)
			}
			return draw()
		})
	})
	return tiles, err
}

// rulesAlong are the lines under, over and through letters, each as the element has it that
// asks for it.
func (d *drafter) rulesAlong(s *style, around box) (all []Rule, err error) {
	for where, of := range s.rules {
		if of == nil {
			continue
		}
		ink := *of
		ink.shared = s.shared
		r := Rule{Where: Where(where)}
		if r.Fill, err = d.letterInk(&ink, ink.fill, ink.fillOpacity*ink.fillAlpha, around, true); err != nil {
			return nil, err
		}
		if ink.width > 0 {
			if r.Stroke, err = d.letterInk(&ink, ink.stroke, ink.strokeOpacity*ink.strokeAlpha, around, false); err != nil {
				return nil, err
			}
		}
		all = append(all, r)
	}
	return all, nil
}

// box is about where the letters of a chunk are; nobody knows before they are set.
func (c *chunk) box() box {
	const each, above, below = 0.5, 0.8, 0.25 // of the size
	width, size := 0.0, 0.0
	for _, r := range c.label.Runs {
		width += float64(utf8.RuneCountInString(r.Text))*each*r.Size + r.DX
		size = max(size, r.Size)
	}
	if c.label.Course != nil {
		b := emptyBox
		for _, part := range c.label.Course.Parts {
			b.join(box{part[0].X - size, part[0].Y - size, part[0].X + size, part[0].Y + size})
		}
		return b
	}
	left := -c.label.Anchor * width
	if c.label.Down {
		return box{c.at.X - size/2, c.at.Y + left, c.at.X + size/2, c.at.Y + left + width}
	}
	return box{c.at.X + left, c.at.Y - above*size, c.at.X + left + width, c.at.Y + below*size}
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
		c := chunk{at: at, style: ink, label: Label{Line: e.line, Anchor: 0.5, Most: w, Runs: []Run{{Text: line, Size: s.size, Bold: s.bold, Italic: s.italic, Mono: s.mono, Font: d.designed(&s)}}}, runs: []style{ink}}
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
