package pdf

import (
	"fmt"
	"strings"

	"warraq/layout/drawing"
	"warraq/layout/pdf/cos"
	"warraq/layout/picture"
)

// drawing adds a drawing as a form (ISO 32000-1 8.10) that fills the unit
// square, as an image does. What it is made of has resources in common.
func (j *job) drawing(p *picture.Picture) cos.Ref {
	d := p.Drawing
	w := drawingWriter{job: j, drawing: d, forms: make([]cos.Ref, len(d.Forms))}
	resources := ""
	if len(d.Forms) > 0 { // which name them, and are named by them
		w.resources = j.Reserve()
		resources = w.resources.String()
		for i := range d.Forms {
			w.forms[i] = w.form(&d.Forms[i])
		}
		j.Put(w.resources, "<<"+w.entries(p)+">>")
	} else {
		resources = "<<" + w.entries(p) + ">>"
	}
	part := func(v float64) string { return fine(1 / v) }
	entries := fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Matrix[%s 0 0 %s 0 0]/Resources%s",
		cos.Num(d.Width), cos.Num(d.Height), part(d.Width), part(d.Height), spaced(resources))
	return j.AddStream(entries, w.inked(d.Operators), true)
}

// fine is a number to nine places.
func fine(v float64) string { return fmt.Sprintf("%.9f", v) }

// spaced parts a reference from the name before it.
func spaced(value string) string {
	if value[0] == '<' {
		return value
	}
	return " " + value
}

// drawingWriter adds what a drawing is made of.
type drawingWriter struct {
	*job
	drawing   *drawing.Drawing
	forms     []cos.Ref
	resources cos.Ref
}

// inked is operators with the colours of a press, if it is for one.
func (w *drawingWriter) inked(operators []byte) []byte {
	if w.press != nil {
		return w.press.Inked(operators)
	}
	return operators
}

// form adds a form of a drawing; one of a mask stays gray.
func (w *drawingWriter) form(f *drawing.Form) cos.Ref {
	entries := fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s %s %s %s]/Resources %s",
		cos.Num(f.Box[0]), cos.Num(f.Box[1]), cos.Num(f.Box[2]), cos.Num(f.Box[3]), w.resources)
	switch {
	case f.Gray && f.Blended:
		return w.AddStream(entries+"/Group<</S/Transparency/CS/DeviceGray>>", f.Operators, true)
	case f.Gray:
		return w.AddStream(entries, f.Operators, true)
	case f.Blended && w.drawing.Blends():
		entries += "/Group<</S/Transparency/I true>>"
	case f.Blended:
		entries += "/Group<</S/Transparency>>"
	}
	return w.AddStream(entries, w.inked(f.Operators), true)
}

// entries are the resources of a drawing.
func (w *drawingWriter) entries(p *picture.Picture) string {
	var states, objects, patterns strings.Builder
	for i, o := range w.drawing.Opacities {
		fmt.Fprintf(&states, "/GS%d<</ca %s/CA %s", i, cos.Num(o.Fill), cos.Num(o.Stroke))
		if o.Blend != "" {
			states.WriteString("/BM/" + o.Blend)
		}
		if o.Mask > 0 {
			by := "Luminosity"
			if o.Alpha {
				by = "Alpha"
			}
			fmt.Fprintf(&states, "/SMask<</S/%s/G %s>>", by, w.forms[o.Mask-1])
		}
		states.WriteString(">>")
	}
	for i, ref := range w.forms {
		fmt.Fprintf(&objects, "/X%d %s", i, ref)
	}
	for i, part := range p.Parts {
		fmt.Fprintf(&objects, "/Im%d %s", i, w.pixels(part))
	}
	for i := range w.drawing.Gradients {
		fmt.Fprintf(&patterns, "/P%d %s", i, w.gradient(&w.drawing.Gradients[i]))
	}
	all := ""
	for _, kind := range []struct {
		name string
		of   *strings.Builder
	}{{"ExtGState", &states}, {"XObject", &objects}, {"Pattern", &patterns}} {
		if kind.of.Len() > 0 {
			all += "/" + kind.name + "<<" + kind.of.String() + ">>"
		}
	}
	return all
}

// gradient adds a gradient as a pattern (ISO 32000-1 8.7.4).
func (w *drawingWriter) gradient(g *drawing.Gradient) cos.Ref {
	kind, coords := 2, fmt.Sprintf("%s %s %s %s", fine(g.X0), fine(g.Y0), fine(g.X1), fine(g.Y1))
	if g.Radial {
		kind, coords = 3, fmt.Sprintf("%s %s %s %s %s %s", fine(g.X0), fine(g.Y0), fine(g.R0), fine(g.X1), fine(g.Y1), fine(g.R1))
	}
	space := "/DeviceRGB"
	switch {
	case g.Gray:
		space = "/DeviceGray"
	case w.press != nil:
		space = "/DeviceCMYK"
	}
	m := g.Matrix
	return w.Add(fmt.Sprintf("<</PatternType 2/Matrix[%s %s %s %s %s %s]/Shading<</ShadingType %d/ColorSpace%s/Coords[%s]/Extend[true true]/Function%s>>>>",
		fine(m.A), fine(m.B), fine(m.C), fine(m.D), fine(m.E), fine(m.F), kind, space, coords, w.colours(g)))
}

// colours is the function of a gradient, from 0 to 1 to its colours (ISO 32000-1 7.10).
func (w *drawingWriter) colours(g *drawing.Gradient) string {
	const apart = 1e-5 // two stops at one place, since bounds rise
	stops := append([]drawing.Stop(nil), g.Stops...)
	stops[0].At, stops[len(stops)-1].At = max(stops[0].At, 0), min(stops[len(stops)-1].At, 1)
	if stops[0].At > 0 {
		first := stops[0]
		first.At = 0
		stops = append([]drawing.Stop{first}, stops...)
	}
	if last := stops[len(stops)-1]; last.At < 1 {
		last.At = 1
		stops = append(stops, last)
	}
	var functions, bounds, encode strings.Builder
	from := 0.0
	for i := 1; i < len(stops); i++ {
		to := max(stops[i].At, from+apart)
		if i < len(stops)-1 {
			fmt.Fprintf(&bounds, "%s ", fine(min(to, 1-apart*float64(len(stops)-i))))
		}
		from = to
		fmt.Fprintf(&functions, "<</FunctionType 2/Domain[0 1]/N 1/C0[%s]/C1[%s]>>", w.colour(g, stops[i-1]), w.colour(g, stops[i]))
		encode.WriteString("0 1 ")
	}
	if len(stops) == 2 {
		return functions.String()
	}
	return fmt.Sprintf("<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>",
		functions.String(), strings.TrimSpace(bounds.String()), strings.TrimSpace(encode.String()))
}

// colour is that of a stop.
func (w *drawingWriter) colour(g *drawing.Gradient, s drawing.Stop) string {
	red, green, blue := float64(s.Red)/255, float64(s.Green)/255, float64(s.Blue)/255
	switch {
	case g.Gray:
		return cos.Num(red)
	case w.press != nil:
		c, m, y, k := w.press.Components(red, green, blue)
		return fmt.Sprintf("%s %s %s %s", cos.Num(c), cos.Num(m), cos.Num(y), cos.Num(k))
	}
	return fmt.Sprintf("%s %s %s", cos.Num(red), cos.Num(green), cos.Num(blue))
}
