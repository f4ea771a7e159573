package svg

import (
	"fmt"

	"warraq/layout/display"
	"warraq/layout/picture"
)

// image draws a picture in its rectangle.
func (d *drawing) image(m *display.Image) error {
	p := d.book.pages.Pictures[m.Asset]
	if p == nil {
		return fmt.Errorf("image %s is not among the book's pictures", m.Asset)
	}
	d.owned(&d.body, "g", m.Elem)
	if c := m.Crop; c != nil {
		id := fmt.Sprintf("%sc%d", d.names, d.clips)
		d.clips++
		d.body.put(` clip-path="url(#`, id, `)"><clipPath id="`, id, `"><rect x="`, c.X, `" y="`, c.Y, `" width="`, c.W, `" height="`, c.H, `"/></clipPath`)
	}
	d.body.put(">")
	defer d.body.put("</g>\n")
	frame := m.Frame(display.Turned(p.Turn, m.Turn))
	d.body.put(`<g transform="matrix(`)
	if p.Drawing != nil {
		d.matrix(picture.Matrix{A: frame[0] / p.Drawing.Width, B: frame[1] / p.Drawing.Width, C: frame[2] / p.Drawing.Height, D: frame[3] / p.Drawing.Height, E: frame[4], F: frame[5]})
		d.body.put(`)"`)
		d.label(m)
		d.drawing(p.Drawing)
	} else {
		uri, err := d.book.pictureOf(m.Asset)
		if err != nil {
			return err
		}
		d.matrix(picture.Matrix{A: frame[0], B: frame[1], C: frame[2], D: frame[3], E: frame[4], F: frame[5]})
		d.body.put(`)"`)
		d.label(m)
		d.body.put(`<image width="1" height="1" preserveAspectRatio="none" href="`, escaped(uri), `"/>`)
	}
	d.body.put("</g>")
	return nil
}

// label says what a picture shows.
func (d *drawing) label(m *display.Image) {
	if m.Alt != "" {
		d.body.put(` role="img" aria-label="`, escaped(m.Alt), `"`)
	}
	d.body.put(">")
}

func (d *drawing) matrix(m picture.Matrix) {
	for i, v := range []float64{m.A, m.B, m.C, m.D, m.E, m.F} {
		if i > 0 {
			d.body.put(" ")
		}
		d.body.put(fine(v))
	}
}

// drawing draws the shapes of a drawing, and nothing beyond its edges.
func (d *drawing) drawing(p *picture.Drawing) {
	d.body.put(`<svg width="`, p.Width, `" height="`, p.Height, "\">\n")
	for _, s := range p.Shapes() {
		d.shape(&s, p.Height)
	}
	d.body.put("</svg>")
}

// shape draws a shape, whose drawing is so high: there y grows upwards.
func (d *drawing) shape(s *picture.Shape, height float64) {
	d.body.put(`<path transform="matrix(`)
	d.matrix(s.Matrix.Then(picture.Matrix{A: 1, D: -1, F: height}))
	d.body.put(`)" d="`)
	for _, step := range s.Path {
		n := map[byte]int{'m': 1, 'l': 1, 'c': 3}[step.Op]
		d.body.put(map[byte]string{'m': "M", 'l': "L", 'c': "C", 'h': "Z"}[step.Op])
		for i, p := range step.Points[:n] {
			if i > 0 {
				d.body.put(" ")
			}
			d.body.put(fine(p.X), " ", fine(p.Y))
		}
	}
	d.body.put(`"`)
	ink := fmt.Sprintf("#%02x%02x%02x", s.Red, s.Green, s.Blue)
	if s.Stroke == nil {
		d.body.put(` fill="`, ink, `"`)
		if s.EvenOdd {
			d.body.put(` fill-rule="evenodd"`)
		}
		if s.Opacity != 1 {
			d.body.put(` fill-opacity="`, s.Opacity, `"`)
		}
	} else {
		d.stroke(s, ink)
	}
	d.body.put("/>\n")
}

// stroke says how the lines of a shape are drawn.
func (d *drawing) stroke(s *picture.Shape, ink string) {
	line := s.Stroke
	d.body.put(` fill="none" stroke="`, ink, `" stroke-width="`, fine(line.Width), `" stroke-linecap="`, []string{"butt", "round", "square"}[line.Cap],
		`" stroke-linejoin="`, []string{"miter", "round", "bevel"}[line.Join], `" stroke-miterlimit="`, line.Miter, `"`)
	if len(line.Dashes) > 0 {
		d.body.put(` stroke-dasharray="`)
		for _, v := range line.Dashes {
			d.body.put(fine(v), " ")
		}
		d.body.put(`" stroke-dashoffset="`, fine(line.Phase), `"`)
	}
	if s.Opacity != 1 {
		d.body.put(` stroke-opacity="`, s.Opacity, `"`)
	}
}
