package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/locale/cldr"
)

// Look is what a chart is drawn with.
type Look struct {
	Width  float64 // of the drawing, points
	LTR    bool    // where its axes begin
	Lang   string
	Locale cldr.Locale
	Words  locale.Chart
	Accent design.Color // of the theme
}

// LabelSize is that of the labels of a drawing of its own size, points.
const LabelSize = 9.5

// Measures, in sizes of the labels where nothing else is said.
const (
	lead      = 1.3  // from line to line
	tall      = 0.4  // of the width, bars and lines are high
	swatch    = 0.85 // of a key
	unitClear = 0.7  // between the key and the unit of the axis below it
	filled    = 0.7  // of the room of a category, the bars take
	alone     = 0.5  // the same, of one series
	widestKey = 0.36 // of the width, the names of level bars take at most
)

// drawer is a chart at work. Places are points from the top start corner: what runs from
// the right is turned about when it is written.
type drawer struct {
	*Chart
	look Look
	out  strings.Builder
	fill []design.Color // of each series, or slice
}

// SVG draws the chart.
func (c *Chart) SVG(look Look) []byte {
	d := &drawer{Chart: c, look: look, fill: fills(look.Accent)}
	var height float64
	switch c.Kind {
	case Pie:
		height = d.pie()
	case Line:
		height = d.upright(d.lines)
	default:
		if d.long() {
			height = d.level()
		} else {
			height = d.upright(d.bars)
		}
	}
	dir := "rtl"
	if look.LTR {
		dir = "ltr"
	}
	head := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" direction="%s" font-family="serif" font-size="%s" fill="%s">`+"\n",
		num(look.Width), num(height), dir, num(LabelSize), ink)
	paper := fmt.Sprintf(`<rect width="%s" height="%s" fill="%s"/>`+"\n", num(look.Width), num(height), design.White) // for who reads at night
	return []byte(head + paper + d.out.String() + "</svg>\n")
}

// The colours that are the same in each theme: labels and axes, the grid, the paper.
var (
	ink  = design.Color{R: 0x22, G: 0x22, B: 0x22}
	grid = design.Color{R: 0xc8, G: 0xc8, B: 0xc8}
)

// lights are how light the series are, one after another: neighbours differ by 1.8:1 at
// least, so that a grey print tells them apart.
var lights = [mostSlices]float64{0.07, 0.62, 0.24, 0.88, 0.42, 0.12, 0.74, 0.32}

// fills are the colours of the series: the accent of the theme, darker and lighter.
func fills(accent design.Color) (colors []design.Color) {
	for _, l := range lights {
		colors = append(colors, accent.Toned(l))
	}
	return colors
}

// edge is the colour of outlines, which stand out from the paper whatever they are around.
func (d *drawer) edge() design.Color { return d.look.Accent.Lit(0.05) }

// x is a place across, from the start edge, where it is drawn.
func (d *drawer) x(v float64) string {
	if !d.look.LTR {
		v = d.look.Width - v
	}
	return num(v)
}

// num is a number of the drawing.
func num(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64) }

// box draws a rectangle that begins at a place across.
func (d *drawer) box(x, y, w, h float64, style string) {
	if !d.look.LTR {
		x += w
	}
	fmt.Fprintf(&d.out, `<rect x="%s" y="%s" width="%s" height="%s" %s/>`+"\n", d.x(x), num(y), num(w), num(h), style)
}

// rule draws a line.
func (d *drawer) rule(x1, y1, x2, y2 float64, color design.Color, weight float64) {
	fmt.Fprintf(&d.out, `<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s" stroke-width="%s"/>`+"\n", d.x(x1), num(y1), d.x(x2), num(y2), color, num(weight))
}

// The anchors of a label, in the direction of the chart.
const (
	fromStart = "start"
	inMiddle  = "middle"
	toEnd     = "end"
)

// label writes a text, its baseline at y.
func (d *drawer) label(x, y float64, anchor, text string, color design.Color) {
	if text == "" {
		return
	}
	fmt.Fprintf(&d.out, `<text x="%s" y="%s" text-anchor="%s" fill="%s">%s</text>`+"\n", d.x(x), num(y), anchor, color, escaped.Replace(text))
}

var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// styled is how an area is filled.
func (d *drawer) styled(i int) string {
	return fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="0.5"`, d.fill[i%len(d.fill)], d.edge())
}

// width is about how wide a label is: no face is at hand, so letters are taken for as
// wide as they are in most.
func width(text string) (w float64) {
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case r == ' ' || strings.ContainsRune(".,:;|'،؛", r):
			w += 0.28
		case unicode.IsDigit(r):
			w += 0.64 // as wide as the faces that an EPUB falls back to have them
		case unicode.In(r, unicode.Arabic, unicode.Hebrew):
			w += 0.5
		case unicode.IsUpper(r):
			w += 0.72
		case unicode.IsLetter(r):
			w += 0.52
		default:
			w += 0.6
		}
	}
	return w * LabelSize
}

// parted divides a label into lines of a width, as few as can be.
func parted(text string, room float64) (lines []string) {
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 && width(lines[n-1]+" "+word) <= room {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// fits tells whether a label stands on so many lines of a width.
func fits(text string, room float64, most int) bool {
	lines := parted(text, room)
	for _, l := range lines {
		if width(l) > room {
			return false
		}
	}
	return len(lines) <= most
}

// key draws what the series are, in lines from the top; it gives where it ends.
func (d *drawer) key(mark func(i int, x, y float64)) (y float64) {
	if len(d.Series) < 2 {
		return 0
	}
	const apart, between = 0.45 * LabelSize, 1.5 * LabelSize
	x, y := 0.0, LabelSize
	for i, s := range d.Series {
		w := 2*swatch*LabelSize + apart + width(s.Name)
		if x > 0 && x+w > d.look.Width {
			x, y = 0, y+lead*LabelSize
		}
		mark(i, x, y)
		d.label(x+2*swatch*LabelSize+apart, y, fromStart, s.Name, ink)
		x += w + between
	}
	return y + 0.6*LabelSize
}

// swatch is the key of an area.
func (d *drawer) swatch(i int, x, y float64) {
	const size = swatch * LabelSize
	d.box(x, y-size, 2*size, size, d.styled(i))
}
