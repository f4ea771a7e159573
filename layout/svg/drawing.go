package svg

import (
	"encoding/base64"
	"fmt"

	drawings "warraq/layout/drawing"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// sketch draws a drawing on a page.
type sketch struct {
	*drawing
	parts  []*picture.Picture
	height float64 // of the drawing, where y grows upwards
	clips  map[*drawings.Clip]string
	masks  map[maskKey]string
	blends bool // some colours make others with those below
}

// maskKey is a mask, and whether its opacity counts in the place of its grays.
type maskKey struct {
	*drawings.Layer
	alpha bool
}

// drawing draws the shapes of a drawing, and nothing beyond its edges; one that is cropped
// within them is cut already, and resvg cuts it wrongly where it begins left of the page.
func (d *drawing) drawing(p *picture.Picture, cropped bool) error {
	size := p.Drawing
	d.body.put(`<svg width="`, size.Width, `" height="`, size.Height)
	if cropped {
		d.body.put(`" overflow="visible`)
	}
	d.body.put("\">\n")
	s := sketch{drawing: d, parts: p.Parts, height: size.Height, clips: make(map[*drawings.Clip]string), masks: make(map[maskKey]string), blends: size.Blends()}
	if err := s.shapes(size.Shapes()); err != nil {
		return err
	}
	d.body.put("</svg>")
	return nil
}

// shapes draws shapes over each other.
func (s *sketch) shapes(all []drawings.Shape) error {
	for i := range all {
		if err := s.shape(&all[i]); err != nil {
			return err
		}
	}
	return nil
}

// downwards is a plane of the drawing as pages have it: there y grows upwards.
func (s *sketch) downwards(m drawings.Matrix) drawings.Matrix {
	return m.Then(drawings.Matrix{A: 1, D: -1, F: s.height})
}

// shape draws a shape.
func (s *sketch) shape(p *drawings.Shape) error {
	mask, err := s.mask(p)
	if err != nil {
		return err
	}
	// what is behind a clip path has no matrix of its own: the path would lie in it
	clip := s.clip(p.Clip)
	if p.Blend != "" {
		s.body.put(`<g style="mix-blend-mode:`, hyphened(p.Blend), `">`)
		defer s.body.put("</g>\n")
	}
	if clip != "" || mask != "" {
		s.body.put("<g", clip, mask, ">")
		defer s.body.put("</g>\n")
	}
	switch {
	case p.Layer != nil:
		s.body.put("<g")
		if p.Opacity != 1 {
			s.body.put(` opacity="`, p.Opacity, `"`)
		} else if s.blends {
			s.body.put(` style="isolation:isolate"`)
		}
		s.body.put(">\n")
		if err := s.shapes(p.Layer.Shapes); err != nil {
			return err
		}
		s.body.put("</g>\n")
	case p.Raster > 0:
		return s.pixels(p)
	default:
		s.path(p)
	}
	return nil
}

// hyphened is a name of PDF as CSS has it: "ColorBurn" is "color-burn".
func hyphened(name string) string {
	var out []byte
	for i, c := range []byte(name) {
		if c >= 'A' && c <= 'Z' {
			if i > 0 {
				out = append(out, '-')
			}
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return string(out)
}

// pixels draws a picture of pixels that lies in the drawing.
func (s *sketch) pixels(p *drawings.Shape) error {
	if p.Raster > len(s.parts) {
		return nil
	}
	part := s.parts[p.Raster-1]
	data, media, err := part.File()
	if err != nil {
		return err
	}
	s.body.put(`<image width="1" height="1" preserveAspectRatio="none"`)
	if p.Sharp {
		s.body.put(` style="image-rendering:pixelated"`)
	}
	s.body.put(` transform="matrix(`)
	s.matrix(s.downwards(drawings.Matrix{A: 1, D: -1, F: 1}.Then(p.Matrix)))
	s.body.put(`)"`)
	if p.Opacity != 1 {
		s.body.put(` opacity="`, p.Opacity, `"`)
	}
	s.body.put(` href="data:`, media, ";base64,", base64.StdEncoding.EncodeToString(data), "\"/>\n")
	return nil
}

// name is an ID that nothing else has.
func (d *drawing) name(kind string) string {
	d.clips++
	return fmt.Sprintf("%s%s%d", d.names, kind, d.clips-1)
}

// clip writes a clip path, once, and gives what refers to it; "" for none.
func (s *sketch) clip(c *drawings.Clip) string {
	if c == nil {
		return ""
	}
	if known := s.clips[c]; known != "" {
		return known
	}
	within := s.clip(c.Within)
	id := s.name("c")
	s.body.put(`<clipPath id="`, id, `"`, within, "><path")
	if c.EvenOdd {
		s.body.put(` clip-rule="evenodd"`)
	}
	s.body.put(` transform="matrix(`)
	s.matrix(s.downwards(drawings.Matrix{A: 1, D: 1}))
	s.body.put(`)"`)
	s.steps(c.Path)
	s.body.put("/></clipPath>\n")
	s.clips[c] = ` clip-path="url(#` + id + `)"`
	return s.clips[c]
}

// mask writes a mask, once, and gives what refers to it; "" for none.
func (s *sketch) mask(p *drawings.Shape) (string, error) {
	l := maskKey{p.Mask, p.Alpha}
	if l.Layer == nil {
		return "", nil
	}
	if known := s.masks[l]; known != "" {
		return known, nil
	}
	id := s.name("m")
	s.masks[l] = ` mask="url(#` + id + `)"`
	s.body.put(`<mask id="`, id)
	if p.Alpha {
		s.body.put(`" style="mask-type:alpha`)
	}
	s.body.put(`" maskUnits="userSpaceOnUse" x="-100000" y="-100000" width="200000" height="200000">`, "\n")
	if err := s.shapes(l.Shapes); err != nil {
		return "", err
	}
	s.body.put("</mask>\n")
	return s.masks[l], nil
}

// gradient writes a gradient for a shape and gives its name.
func (s *sketch) gradient(g *drawings.Gradient, shape drawings.Matrix) string {
	back, ok := shape.Inverse()
	if !ok {
		return "none"
	}
	id := s.name("p")
	if g.Radial {
		s.body.put(`<radialGradient id="`, id, `" fx="`, fine(g.X0), `" fy="`, fine(g.Y0), `" fr="`, fine(g.R0), `" cx="`, fine(g.X1), `" cy="`, fine(g.Y1), `" r="`, fine(g.R1))
	} else {
		s.body.put(`<linearGradient id="`, id, `" x1="`, fine(g.X0), `" y1="`, fine(g.Y0), `" x2="`, fine(g.X1), `" y2="`, fine(g.Y1))
	}
	s.body.put(`" gradientUnits="userSpaceOnUse" gradientTransform="matrix(`)
	s.matrix(g.Matrix.Then(back))
	s.body.put(`)">`)
	for _, stop := range g.Stops {
		s.body.put(`<stop offset="`, fine(stop.At), `" stop-color="`, paragraph.Color{R: stop.Red, G: stop.Green, B: stop.Blue}, `"/>`)
	}
	s.body.put("</", map[bool]string{false: "linearGradient", true: "radialGradient"}[g.Radial], ">\n")
	return "url(#" + id + ")"
}

// path draws a path, filled or drawn along.
func (s *sketch) path(p *drawings.Shape) {
	var ink any = paragraph.Color{R: p.Red, G: p.Green, B: p.Blue} // or the name of a gradient
	if p.Gradient != nil {
		ink = s.gradient(p.Gradient, p.Matrix)
	}
	s.body.put(`<path transform="matrix(`)
	s.matrix(s.downwards(p.Matrix))
	s.body.put(`)"`)
	s.steps(p.Path)
	if p.Stroke == nil {
		s.body.put(` fill="`, ink, `"`)
		if p.EvenOdd {
			s.body.put(` fill-rule="evenodd"`)
		}
		if p.Opacity != 1 {
			s.body.put(` fill-opacity="`, p.Opacity, `"`)
		}
	} else {
		s.stroke(p, ink)
	}
	s.body.put("/>\n")
}

// steps writes the steps of a path.
func (d *drawing) steps(path []drawings.Step) {
	d.body.put(` d="`)
	for k := range path {
		d.body.put(map[byte]string{'m': "M", 'l': "L", 'c': "C", 'h': "Z"}[path[k].Op])
		for i, p := range path[k].By() {
			if i > 0 {
				d.body.put(" ")
			}
			d.body.put(fine(p.X), " ", fine(p.Y))
		}
	}
	d.body.put(`"`)
}

// stroke says how the lines of a shape are drawn.
func (d *drawing) stroke(s *drawings.Shape, ink any) {
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
