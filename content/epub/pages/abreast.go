package pages

import (
	"fmt"
	"slices"
	"strconv"

	"warraq/content"
)

// abreast writes pictures side by side, so many in a row and each row of one height, and
// below them what is said of all.
func (w *Writer) abreast(d *content.Div) {
	w.open("figure", &d.Attr, "", "")
	w.Raw("\n")
	var first row
	for figures := range slices.Chunk(d.Abreast(), d.AbreastCount()) {
		r := w.rowOf(figures)
		if first.aspects == nil {
			first = r
		}
		w.before(figures[0].ID, content.OwnRun) // no page begins within a row
		w.Raw(`<div class="row"`, r.style(&first), ">\n")
		for i, f := range figures {
			w.within(&f.Attr, func() { w.figure(f, growing(r.aspects[i])) })
		}
		w.Raw("</div>\n")
	}
	if len(d.Title) > 0 {
		w.saying(d.ID, content.CaptionRun, "figcaption", &none, w.book.Doc.Caption(d, w.around()))
	}
	w.Raw("</figure>\n")
}

// row is pictures of one height. Where the shape of one of them is not known, all are as
// wide as each other.
type row struct {
	aspects []float64 // how wide each is at a height of 1; 0: not known
	wide    float64   // all of them
	high    float64   // how high they may be, in pixels; 0: as high as there is room for
}

func (w *Writer) rowOf(figures []*content.Figure) row {
	r := row{aspects: make([]float64, len(figures))}
	for i, f := range figures {
		width, height, drawn := w.book.Shape(f.Src)
		if width <= 0 || height <= 0 {
			return row{aspects: make([]float64, len(figures))}
		}
		r.aspects[i] = width / height
		r.wide += r.aspects[i]
		if !drawn && (r.high == 0 || height < r.high) {
			r.high = height
		}
	}
	return r
}

// style has a row no wider than leaves it as high as the first one, and its pictures no
// larger than their pixels.
func (r *row) style(first *row) string {
	style := ""
	if r.wide > 0 && r.wide < first.wide {
		style = "width: " + decimal(r.wide/first.wide*100) + "%"
	}
	if r.high > 0 {
		if style != "" {
			style += "; "
		}
		style += fmt.Sprintf("max-width: %.0fpx", r.wide*r.high)
	}
	if style == "" {
		return ""
	}
	return ` style="` + style + `"`
}

// growing has a picture as wide as leaves it as high as the others of its row.
func growing(aspect float64) string {
	if aspect == 0 {
		return ""
	}
	return ` style="flex-grow: ` + decimal(aspect) + `"`
}

// decimal is a number of three places at most.
func decimal(v float64) string {
	return strconv.FormatFloat(float64(int(v*1000+0.5))/1000, 'f', -1, 64)
}
