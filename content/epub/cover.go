package epub

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"warraq/content"
)

// coverFile is the cover's picture: the author's, else one drawn of the title.
// A cover that cannot be used is a problem of the author's.
func (e *edition) coverFile() *file {
	m := &e.doc.Meta
	if m.Cover == "" {
		return &file{folder: imageFolder, name: "cover.svg", id: "cover-image", media: "image/svg+xml", part: part{data: e.drawCover()}}
	}
	f, problem := e.imageFile(content.Pos{}, m.Cover, "cover")
	if problem != nil {
		e.problems = append(e.problems, *problem)
		return &file{}
	}
	return f
}

// The drawn cover, in units of its own: two to three as most covers are.
const (
	coverW, coverH = 1200, 1800
	coverMeasure   = 860 // width of the title

	ornamentTop, ornamentFoot = 250, 1370 // where the rows of stars are
)

// drawCover draws a cover of the book's title and authors: an SVG, so that the
// letters are live text that the reader's own shaper joins. Texts are isolated
// with U+2067 … U+2069, since an SVG has no dir.
func (e *edition) drawCover() []byte {
	w := &writer{e: e}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xml:lang="`, e.lang, `" viewBox="0 0 1200 1800" width="1200" height="1800" role="img">
<title>`)
	w.text(e.coverAlt())
	w.raw(`</title>
<rect width="1200" height="1800" fill="#173f3a"/>
<g fill="none" stroke="#d8b86a">
<rect x="56" y="56" width="1088" height="1688" stroke-width="5"/>
<rect x="76" y="76" width="1048" height="1648" stroke-width="2"/>
</g>
`)
	w.lattice()
	w.coverText()
	w.raw("</svg>\n")
	return w.b
}

// coverText sets title and subtitle in the middle between the ornaments, the
// authors below.
func (w *writer) coverText() {
	e := w.e
	subtitle := setCover(clean(e.doc.Meta.Subtitle), 64, 3)
	gap := 0.0
	if len(subtitle.lines) > 0 {
		gap = 60
	}
	room := ornamentFoot - ornamentTop - 240 - gap - subtitle.height()
	title := setCover(e.title(), 150, 3)
	for title.height() > room && title.size > 30 {
		title = setCover(e.title(), title.size*0.94, 3)
	}
	y := (ornamentTop+ornamentFoot)/2 - (title.height()+gap+subtitle.height())/2
	w.lines(title, y, "#fbf6e6")
	w.lines(subtitle, y+title.height()+gap, "#e9dcb4")
	var authors []string
	for _, a := range e.doc.Meta.Authors {
		if a = clean(a); a != "" {
			authors = append(authors, a)
		}
	}
	names := setCover(strings.Join(authors, pick(e.dir == content.RTL, "، ", ", ")), 68, 3)
	w.lines(names, 1560-names.height()/2, "#fbf6e6")
}

// lattice draws the ornament above and below the title: a row of eight-pointed
// stars, each of two squares.
func (w *writer) lattice() {
	w.raw(`<g fill="none" stroke="#d8b86a" stroke-width="4">` + "\n")
	for _, row := range []int{ornamentTop, ornamentFoot} {
		for i := -2; i <= 2; i++ {
			x, r, d := coverW/2+i*150, 52, 37
			w.raw(`<path d="`)
			w.square(x-d, row-d, x+d, row-d, x+d, row+d, x-d, row+d)
			w.square(x, row-r, x+r, row, x, row+r, x-r, row)
			w.raw(`"/>`, "\n")
		}
	}
	w.raw("</g>\n")
}

// square writes a closed path through four points.
func (w *writer) square(p ...int) {
	for i := 0; i < len(p); i += 2 {
		w.raw(pick(i == 0, "M", "L"), itoa(p[i]), " ", itoa(p[i+1]))
	}
	w.raw("Z")
}

// setLines is a text broken into lines of one size.
type setLines struct {
	lines []string
	size  float64
}

// coverLeading is the distance of baselines in sizes of the letters.
const coverLeading = 1.4

func (l setLines) height() float64 { return float64(len(l.lines)) * l.size * coverLeading }

// setCover breaks text into at most so many lines, as large as fits the
// measure and at most size. A letter is taken for 0.36 em wide, a little more
// than those of Naskh faces are: who draws it we cannot know.
func setCover(text string, size float64, most int) setLines {
	const em = 0.36
	words := strings.Fields(text)
	for {
		lines, fits := fill(words, int(coverMeasure/(size*em)))
		if fits && len(lines) <= most || size < 30 {
			return setLines{lines, size}
		}
		size *= 0.94
	}
}

// fill sets words into lines of at most room letters, and tells whether each
// line keeps to it.
func fill(words []string, room int) (lines []string, fits bool) {
	fits = true
	line, n := "", 0
	for _, word := range words {
		l := utf8.RuneCountInString(word)
		fits = fits && l <= room
		switch {
		case n == 0:
			line, n = word, l
		case n+1+l <= room:
			line, n = line+" "+word, n+1+l
		default:
			lines = append(lines, line)
			line, n = word, l
		}
	}
	if n > 0 {
		lines = append(lines, line)
	}
	return lines, fits
}

// lines writes set text, centred, its top at y.
func (w *writer) lines(l setLines, y float64, fill string) {
	isolate := "\u2066" // left to right
	if w.e.dir == content.RTL {
		isolate = "\u2067"
	}
	for i, line := range l.lines {
		w.raw(`<text x="600" y="`, num(y+(float64(i)+0.75)*l.size*coverLeading), `" font-family="Amiri, 'Noto Naskh Arabic', 'Geeza Pro', 'Traditional Arabic', serif" font-size="`,
			num(l.size), `" text-anchor="middle" fill="`, fill, `">`, isolate)
		w.text(line)
		w.raw("\u2069</text>\n")
	}
}

// num is a length to a tenth of a unit.
func num(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }
