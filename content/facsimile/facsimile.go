// Package facsimile draws a page of a PDF as a drawing in SVG, so that it can be a figure
// of a book wherever a drawing can: lines and areas stay such, letters are outlines just
// as the page has them, pictures lie in the drawing.
package facsimile

import (
	"errors"
	"fmt"
	"strings"

	"warraq/content/facsimile/object"
)

// Drawing is a page as SVG.
type Drawing struct {
	SVG   []byte
	Pages int      // of the file
	Left  []string // what the page has and the drawing has not, in English, each once
	Faces []string // fonts that do not lie in the file: their letters are set in others
}

// Errors of a page, said as predicates; [object.ErrEncrypted] and [object.ErrNone] too.
var (
	errEmpty   = errors.New("shows nothing on that page")
	errTooMuch = errors.New("has a page with too many parts")
)

// Is tells whether a file is a PDF.
func Is(data []byte) bool { return object.Is(data) }

// Page draws a page of a file, from 1; a picture on it has so many pixels at most. Of a
// file that has no such page it tells how many it has.
func Page(data []byte, number int, mostPixels int64) (d Drawing, err error) {
	defer recovered(&err)
	return drawn(data, number, mostPixels)
}

// drawn draws a page, whose fonts may meet a reader that panics.
func drawn(data []byte, number int, mostPixels int64) (d Drawing, err error) {
	f, err := object.Open(data)
	if err != nil {
		return d, err
	}
	all := leaves(f)
	if number < 1 || number > len(all) {
		return Drawing{Pages: len(all)}, fmt.Errorf("has no page %d", number)
	}
	p := newPage(f, all[number-1])
	p.pixels = mostPixels
	body := p.draw()
	switch {
	case p.tooMuch:
		return d, errTooMuch
	case len(body) == 0 && len(p.left) == 0:
		return d, errEmpty
	}
	return Drawing{SVG: p.svg(body), Pages: len(all), Left: p.left, Faces: p.foreign}, nil
}

// recovered makes an error of what a damaged file may do to a reader of fonts.
func recovered(err *error) {
	if recover() != nil {
		*err = object.ErrNone
	}
}

// svg is the drawing around what is drawn.
func (p *page) svg(body []byte) []byte {
	var b strings.Builder
	w, h := num(p.width, 3), num(p.height, 3)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%spt" height="%spt" viewBox="0 0 %s %s" stroke-miterlimit="10">`, w, h, w, h)
	b.WriteByte('\n')
	if p.defs.Len() > 0 {
		b.WriteString("<defs>\n")
		b.Write(p.defs.Bytes())
		b.WriteString("</defs>\n")
	}
	b.Write(body)
	b.WriteString("</svg>\n")
	return []byte(b.String())
}
