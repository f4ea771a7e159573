package svg

import (
	"fmt"

	"warraq/layout/display"
	drawings "warraq/layout/drawing"
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
		d.matrix(drawings.Matrix{A: frame[0] / p.Drawing.Width, B: frame[1] / p.Drawing.Width, C: frame[2] / p.Drawing.Height, D: frame[3] / p.Drawing.Height, E: frame[4], F: frame[5]})
		d.body.put(`)"`)
		d.label(m)
		if err := d.drawing(p, m.Crop != nil); err != nil {
			return fmt.Errorf("image %s: %w", m.Asset, err)
		}
	} else {
		uri, err := d.book.pictureOf(m.Asset)
		if err != nil {
			return err
		}
		d.matrix(drawings.Matrix{A: frame[0], B: frame[1], C: frame[2], D: frame[3], E: frame[4], F: frame[5]})
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

func (d *drawing) matrix(m drawings.Matrix) {
	for i, v := range []float64{m.A, m.B, m.C, m.D, m.E, m.F} {
		if i > 0 {
			d.body.put(" ")
		}
		d.body.put(fine(v))
	}
}
