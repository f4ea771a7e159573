// Package pixels draws pages as pictures, for screens, shops and tests: black on white
// paper, with edges as soft as 256 steps make them. The bytes of a page are the same on
// every machine.
package pixels

import (
	"fmt"
	"image"
	"math"
	"sync"

	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
	"warraq/layout/raster"
)

// Book draws the pages of a book, at so many dots an inch. Its methods may be called
// side by side.
type Book struct {
	pages *display.Book
	scale float64 // pixels a point

	mu       sync.Mutex
	outlines map[glyph][][]fonts.Point
	pictures map[string]*image.NRGBA
}

// New begins to draw a book. Nothing is drawn before a page is asked for.
func New(pages *display.Book, dpi float64) *Book {
	return &Book{pages: pages, scale: dpi / 72, outlines: make(map[glyph][][]fonts.Point), pictures: make(map[string]*image.NRGBA)}
}

// PNG is a page, by its index, as a file.
func (b *Book) PNG(index int) ([]byte, error) {
	m, err := b.Page(index)
	if err != nil {
		return nil, err
	}
	return picture.EncodePNG(m)
}

// Page draws a page, by its index.
func (b *Book) Page(index int) (*image.NRGBA, error) {
	trim := b.pages.Style.Trim
	w, h := int(math.Ceil(trim.W*b.scale-1e-6)), int(math.Ceil(trim.H*b.scale-1e-6)) // as readers of PDF do
	c := canvas{book: b, image: image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))}
	for i := range c.image.Pix {
		c.image.Pix[i] = 255
	}
	c.raster.W, c.raster.H = c.image.Rect.Dx(), c.image.Rect.Dy()
	page := b.pages.Pages[index]
	for _, it := range page.Items {
		switch it := it.(type) {
		case *display.Text:
			c.text(it)
		case *display.Rule:
			c.rule(it)
		case *display.Image:
			if err := c.picture(it); err != nil {
				return nil, fmt.Errorf("page %d: %w", page.Number, err)
			}
		}
	}
	return c.image, nil
}

// canvas is a page in pixels.
type canvas struct {
	book   *Book
	raster raster.Raster
	image  *image.NRGBA
}

// glyph names the outline of a glyph.
type glyph struct {
	face *fonts.Face
	gid  uint16
}

// outline is that of a glyph, read once.
func (b *Book) outline(g glyph) [][]fonts.Point {
	b.mu.Lock()
	defer b.mu.Unlock()
	shape, ok := b.outlines[g]
	if !ok {
		shape = g.face.Contours(int(g.gid))
		b.outlines[g] = shape
	}
	return shape
}

// round rounds to a whole number. What lies within a millionth of half way is
// rounded up: machines reckon the last bits of a product in their own ways.
func round(v float64) float64 { return math.Floor(v + 0.5 + 1e-6) }

// farthest bounds places, in 256ths of a pixel: their products are reckoned.
const farthest = 1 << 29

// units is a number in 256ths of what is given, within what can be reckoned.
func units(v float64) int64 {
	return int64(round(min(max(v*raster.Subpixel, -farthest), farthest)))
}

// spot is a place on the page.
func (c *canvas) spot(x, y float64) raster.Spot {
	return raster.Spot{X: units(x * c.book.scale), Y: units(y * c.book.scale)}
}

// text draws a line, each of its words at once, so that letters that meet have
// no seam.
func (c *canvas) text(t *display.Text) {
	for i := range t.Line.Pieces {
		p := &t.Line.Pieces[i]
		if p.Word == nil || p.Style.Object != nil {
			continue
		}
		// 65,536ths of a 256th of a pixel that a font unit has
		unit := int64(round(p.Style.Size * c.book.scale * raster.Subpixel * 65536 / float64(p.Word.Face.UnitsPerEm)))
		at := c.spot(t.X, t.Y)
		left, rise := units(float64(p.X)*c.book.scale), units(p.Style.Rise*c.book.scale)
		c.raster.Begin()
		pen := int64(0)
		for _, g := range p.Word.Glyphs {
			c.glyph(glyph{p.Word.Face, g.GID}, func(q fonts.Point) raster.Spot {
				x, up := left+(pen+int64(g.DX)+int64(q.X))*unit>>16, rise+(int64(g.DY)+int64(q.Y))*unit>>16
				return turned(at, x, up, t.Turn)
			})
			pen += int64(g.Advance)
		}
		c.paint(p.Style.Color, 255)
	}
}

// turned is the place that is so far along a line and above it.
func turned(at raster.Spot, x, up int64, turn display.Turn) raster.Spot {
	switch turn {
	case display.TurnLeft:
		return raster.Spot{X: at.X - up, Y: at.Y - x}
	case display.TurnRight:
		return raster.Spot{X: at.X + up, Y: at.Y + x}
	}
	return raster.Spot{X: at.X + x, Y: at.Y - up}
}

// glyph adds the contours of a glyph, whose points place puts in their places.
func (c *canvas) glyph(g glyph, place func(fonts.Point) raster.Spot) {
	for _, contour := range c.book.outline(g) {
		fonts.Draw(contour, fonts.Pen{
			Begin: func(at fonts.Point) { c.raster.Contour(place(at)) },
			Line:  func(to fonts.Point) { c.raster.Line(place(to)) },
			Curve: func(by, to fonts.Point) { c.raster.Curve(place(by), place(to)) },
		})
	}
}

// rule fills a rectangle, or dots as far apart as four of their widths.
func (c *canvas) rule(r *display.Rule) {
	c.raster.Begin()
	if !r.Dotted {
		c.box(c.sharp(r.Rect))
		c.paint(r.Color, 255)
		return
	}
	for n := 0; ; n++ {
		x := float64(n) * 5 * r.H
		if x >= r.W || r.H <= 0 {
			break
		}
		c.box(c.corners(display.Rect{X: r.X + x, Y: r.Y, W: min(r.H, r.W-x), H: r.H}))
	}
	c.paint(r.Color, 255)
}

// corners are the places of a rectangle's left top and right bottom corner.
func (c *canvas) corners(r display.Rect) (from, to raster.Spot) {
	return c.spot(r.X, r.Y), c.spot(r.X+r.W, r.Y+r.H)
}

// box adds a rectangle.
func (c *canvas) box(from, to raster.Spot) {
	c.raster.Contour(from)
	c.raster.Line(raster.Spot{X: to.X, Y: from.Y})
	c.raster.Line(to)
	c.raster.Line(raster.Spot{X: from.X, Y: to.Y})
}

// thin is how many pixels a rule has at most that is moved to whole ones, so that it
// is as sharp as its letters.
const thin = 3

// sharp is a rectangle whose thin side is whole pixels.
func (c *canvas) sharp(r display.Rect) (from, to raster.Spot) {
	from, to = c.corners(r)
	from.X, to.X = whole(from.X, to.X)
	from.Y, to.Y = whole(from.Y, to.Y)
	return from, to
}

// whole moves two ends that are near each other to whole pixels, one at least.
func whole(from, to int64) (int64, int64) {
	if to-from > thin*raster.Subpixel {
		return from, to
	}
	n := max(1, (to-from+raster.Subpixel/2)>>8)
	middle := (from + to) / 2
	from = (middle - n*raster.Subpixel/2 + raster.Subpixel/2) >> 8 << 8
	return from, from + n*raster.Subpixel
}

// paint fills the contours with an ink of an opacity of 0 to 255.
func (c *canvas) paint(ink paragraph.Color, opacity int) {
	pix, stride := c.image.Pix, c.image.Stride
	c.raster.Fill(func(x, y, covered int) {
		mix(pix[y*stride+4*x:], ink, (covered*opacity+raster.Full/2)/raster.Full)
	})
}

// mix lays an ink over a pixel, of an opacity of 0 to 255.
func mix(pixel []uint8, ink paragraph.Color, opacity int) {
	for i, v := range [3]uint8{ink.R, ink.G, ink.B} {
		pixel[i] = uint8((int(pixel[i])*(255-opacity) + int(v)*opacity + 127) / 255)
	}
}
