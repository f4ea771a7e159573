package cover

import (
	"errors"
	"image/color"
	"math"
	"strconv"
	"strings"

	"github.com/boombuler/barcode/ean"

	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of the symbol EAN-13 at 100 % (ISO/IEC 15420; GS1 General
// Specifications 5.2.3), points. A module is 0.33 mm, here 0.94 points: to the
// hundredth, so that each bar begins where a draft can say.
const (
	module      = 0.94
	modules     = 95
	quietBefore = 11 // modules on the left,
	quietBehind = 7  // and on the right
	barHeight   = 22.85 * millimetre
	guardLonger = 5 * module
	digitsUnder = 0.5 * module // from the bars to the digits
	digitsWidth = 40 * module  // of six of the digits, a module apart from the guards
)

// Measures of the white ground around it, points.
const (
	codePad    = 3.0
	codeNumber = 8.0 // size of the ISBN over the bars at most
	codeLine   = 11.0
	codeDigits = 9.0 // height of the digits under them
	codeWidth  = (quietBefore+modules+quietBehind)*module + 2*codePad
	codeHeight = codePad + codeLine + barHeight + digitsUnder + codeDigits + codePad
)

// isbn13 gives the thirteen digits of an ISBN, and how it is written: one of ten
// digits has become one of thirteen (ISO 2108:2017, annex D).
func isbn13(isbn string) (digits, written string) {
	written = strings.TrimSpace(isbn)
	digits = strings.NewReplacer("-", "", " ", "").Replace(written)
	if len(digits) != 10 {
		return digits, written
	}
	digits = "978" + digits[:9]
	sum := 0
	for i := range len(digits) {
		sum += int(digits[i]-'0') * (1 + 2*(i%2))
	}
	check := strconv.Itoa((10 - sum%10) % 10)
	return digits + check, "978-" + written[:len(written)-1] + check
}

// coded tells whether the back has a barcode.
func (w *wrapper) coded() bool {
	return w.doc.Setup.Wrap.Barcode == setup.On && w.doc.Meta.ISBN != ""
}

// barcode puts the barcode of the ISBN on the back, in the lower corner at the
// spine of a rectangle of that panel, on a white ground with the number above
// it. It is black whatever the theme.
func (w *wrapper) barcode(at float64, corners display.Rect) {
	if !w.coded() {
		return
	}
	digits, written := isbn13(w.doc.Meta.ISBN)
	code, err := ean.Encode(digits)
	if err == nil && len(digits) != 13 { // EAN-8, or a digit that the library adds
		err = errors.New("it has not thirteen digits")
	}
	if err != nil {
		w.warn("cover: the ISBN "+w.doc.Meta.ISBN+" has no barcode: "+err.Error(), "compare it with the one you were given")
		return
	}
	x := at + corners.X
	if w.ltr {
		x += corners.W - codeWidth
	}
	hundredth := func(v float64) float64 { return math.Round(v*100) / 100 }
	c := coder{designer: w.panel(w.trim, bleed{}),
		x: hundredth(x+w.bleed) - w.bleed, y: hundredth(corners.Y+corners.H-codeHeight+w.bleed) - w.bleed}
	c.rule(c.x, c.y, codeWidth, codeHeight, paragraph.Gray(1))
	c.number("ISBN " + written)
	c.bars(func(i int) bool { return code.At(i, 0) == color.Color(color.Gray16{}) })
	c.digits(digits)
	w.add("code", c.panel, 0)
}

// coder draws a barcode, the top left corner of its ground at x, y.
type coder struct {
	*designer
	x, y float64
}

// left is where the first bar begins.
func (c *coder) left() float64 { return c.x + codePad + quietBefore*module }

// bars draws the bars, each run of black modules as one rule. Those of the three
// guards are longer.
func (c *coder) bars(black func(i int) bool) {
	top := c.y + codePad + codeLine
	for i := 0; i < modules; i++ {
		n := i
		for n < modules && black(n) {
			n++
		}
		if n == i {
			continue
		}
		h := barHeight
		if i < 3 || i >= modules-3 || i >= 45 && i < 50 {
			h += guardLonger
		}
		c.rule(c.left()+float64(i)*module, top, float64(n-i)*module, h, paragraph.Gray(0))
		i = n
	}
}

// number sets the ISBN over the bars, as wide as these at most.
func (c *coder) number(text string) {
	line := c.line(text, codeNumber, modules*module)
	c.panel.Items = append(c.panel.Items, &display.Text{X: c.left() + (modules*module-line.Width)/2, Y: c.y + codePad + codeLine - 3, Line: line})
}

// digits sets the digits under the bars: the first before them, then six under
// each half, a digit a symbol.
func (c *coder) digits(digits string) {
	y := c.y + codePad + codeLine + barHeight + digitsUnder + 0.85*codeDigits
	put := func(text string, x float64) {
		line := c.line(text, 1e3, digitsWidth*float64(len(text))/6)
		c.panel.Items = append(c.panel.Items, &display.Text{X: x, Y: y, Line: line})
	}
	put(digits[:1], c.left()-quietBefore*module)
	put(digits[1:7], c.left()+4*module)
	put(digits[7:], c.left()+51*module)
}

// line sets digits in the face of code, of a size at most and as wide as there is
// room for.
func (c *coder) line(text string, size, room float64) *paragraph.Line {
	style := &paragraph.Style{Font: fonts.Style{Mono: true}, Size: 10, Lang: "en", Still: true}
	form := paragraph.Form{Measure: 1e5, LTR: true, Lang: "en", Align: paragraph.Start, NoHyphens: true, Plain: true}
	spans := []paragraph.Span{{Text: text, Style: style}}
	width, _ := c.comp.Width(spans, form)
	style.Size = min(size, style.Size*room/max(width, 1))
	form.Measure = room + 1
	if set := c.comp.Set(spans, form); len(set.Lines) > 0 {
		return &set.Lines[0]
	}
	return new(paragraph.Line)
}
