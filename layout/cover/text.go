package cover

import (
	"math"
	"strings"

	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
)

// part is how one of the texts is to stand.
type part struct {
	text    string
	part    display.Part
	font    fonts.Style
	size    float64 // points at most
	lines   int     // at most
	lead    float64 // from baseline to baseline at least, in sizes
	color   paragraph.Color
	align   paragraph.Align
	measure float64 // points
	room    float64 // points from the top of its ink to the foot, at most
}

// block is a text set in lines, its ink from 0 to height.
type block struct {
	texts  []*display.Text
	height float64
	size   float64 // of its type
	logo   *logo   // above the texts; nil for none
}

// below is the height of a block under another, and of the space between; 0
// without any text.
func (b block) below(space float64) float64 {
	if b.height == 0 {
		return 0
	}
	return space + b.height
}

// Measures of texts.
const (
	smallest = 0.035 // size below which words are cut rather than set smaller, in units
	alone    = 1.5   // times the size of others, a title of one word
	hang     = 0.22  // below the last baseline a text reaches at least, in sizes
	least    = 1.0   // size of a text that no cover has room for, points
	inkGap   = 0.08  // between the ink of two lines at least, in sizes
	step     = 0.25  // sizes are multiples of it, points
	shrink   = 0.94  // from a size that does not fit to the next
	worth    = 0.5   // of its size, what a line ending against the meaning takes
)

// set sets a text as large as its measure and its room let it be, in lines
// divided by meaning.
func (d *designer) set(p part) block {
	if p.text == "" {
		return block{}
	}
	if words := strings.Split(p.text, " "); len(words) <= mostWords {
		p.text, p.size = d.divided(p, words)
	}
	for size := math.Floor(p.size/step+1e-6) * step; ; size *= shrink {
		b := d.stack(p, size)
		if b.height <= p.room+1e-6 {
			return b
		}
		if size < least {
			return b.cut(p.room)
		}
	}
}

// divided chooses the lines of a text and its size: as large as can be, but
// rather a little smaller than against its meaning.
func (d *designer) divided(p part, words []string) (text string, size float64) {
	width := func(i, j int) float64 { return d.width(p, strings.Join(words[i:j], " ")) }
	most := math.Inf(-1)
	for _, v := range divisions(words, p.lines, d.particles, width) {
		height := float64(len(v.lines)-1)*p.lead + 1
		fit := min(p.size, p.measure/max(v.width, 1e-3), p.room/height)
		if w := fit * (1 - worth*v.price); w > most*(1+1e-9) || text == "" {
			most, text, size = w, strings.Join(v.lines, "\n"), fit
		}
	}
	return text, max(size, min(p.size, smallest*d.unit))
}

// width is that of a text on one line, at size 1.
func (d *designer) width(p part, text string) float64 {
	const em = 100
	style := paragraph.Style{Font: p.font, Size: em, Lang: d.lang}
	whole, _ := d.comp.Width([]paragraph.Span{{Text: text, Style: &style}}, paragraph.Form{LTR: d.style.LTR, Lang: d.lang})
	return whole / em
}

// dir is the direction of the book.
func (d *designer) dir() locale.Direction {
	if d.style.LTR {
		return locale.LTR
	}
	return locale.RTL
}

// stack sets a text at a size, its lines one below the other: ink counts, so
// that vowel signs have the room they ask for and other lines stand close.
func (d *designer) stack(p part, size float64) block {
	style := &paragraph.Style{Font: p.font, Size: size, Lang: d.lang, Color: p.color}
	form := paragraph.Form{Measure: p.measure + 1e-3, Align: p.align, LTR: d.style.LTR, Lang: d.lang, NoHyphens: true}
	set := d.comp.Set([]paragraph.Span{{Text: lines.Isolated(p.text, d.dir()), Style: style}}, form)
	d.missing(set.Missing)
	b := block{size: size}
	y := 0.0
	for i := range set.Lines {
		line := &set.Lines[i]
		switch {
		case i == 0:
			y = line.Height
		default:
			y += max(p.lead*size, set.Lines[i-1].Depth+line.Height+inkGap*size)
		}
		b.texts = append(b.texts, &display.Text{Y: y, Line: line, Part: p.part})
		b.height = y + max(line.Depth, hang*size)
	}
	return b
}

// cut leaves out the lines that do not fit.
func (b block) cut(room float64) block {
	n := 0
	for n < len(b.texts) && b.texts[n].Y+b.texts[n].Line.Depth <= room {
		n++
	}
	b.texts = b.texts[:n]
	b.height = 0
	if n > 0 {
		b.height = b.texts[n-1].Y + b.texts[n-1].Line.Depth
	}
	return b
}

// put places a block with the left end of its measure at x and the top of its
// ink at y, and gives its foot.
func (d *designer) put(b block, x, y float64) (foot float64) {
	if b.logo != nil {
		d.putLogo(b.logo, x, y)
	}
	for _, t := range b.texts {
		t.X, t.Y = t.X+x, t.Y+y
		d.panel.Items = append(d.panel.Items, t)
	}
	return y + b.height
}
