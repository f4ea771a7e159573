package cover

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/raster"
)

// levels is how many steps the edge of an area has between its colour and the
// ground.
const levels = 16

// canvas is a panel in pixels, whose colours are inks and what is between an
// ink and what it lies on.
type canvas struct {
	raster  raster.Raster
	image   *image.Paletted
	numbers map[color.RGBA]uint8
	scale   float64 // pixels a point
	shapes  map[glyph][][]fonts.Point
}

// glyph names the outline of a glyph.
type glyph struct {
	face *fonts.Face
	gid  uint16
}

// canvas draws a panel, so many pixels wide.
func (p *Panel) canvas(width int) (*canvas, error) {
	scale := float64(width) / p.W
	c := &canvas{scale: scale, numbers: make(map[color.RGBA]uint8), shapes: make(map[glyph][][]fonts.Point)}
	c.image = image.NewPaletted(image.Rect(0, 0, width, p.Rows(width)), nil)
	c.raster.W, c.raster.H = c.image.Rect.Dx(), c.image.Rect.Dy()
	for _, it := range p.Items {
		switch it := it.(type) {
		case *display.Rule:
			c.rule(it)
		case *display.Text:
			c.text(it)
		case *display.Image:
			f, ok := p.figures[it.Asset]
			if !ok {
				return nil, fmt.Errorf("cover: picture %s cannot be drawn", it.Asset)
			}
			c.figure(f, it.Rect)
		default:
			return nil, fmt.Errorf("cover: %T cannot be drawn", it)
		}
	}
	return c, nil
}

// round rounds to a whole number. What lies within a millionth of half way is
// rounded up: machines reckon the last bits of a product in their own ways.
func round(v float64) float64 { return math.Floor(v + 0.5 + 1e-6) }

// pixels is a length in points in 256ths of a pixel.
func (c *canvas) pixels(v float64) int64 { return int64(round(v * c.scale * raster.Subpixel)) }

// thin is how many pixels a rule may be thick that is everywhere of the same
// thickness.
const thin = 32

// pixelsOf is the whole pixels of a length: both its ends are rounded, but a
// thickness is of so many pixels wherever it stands, from its outer end on.
func (c *canvas) pixelsOf(at, length, whole float64) (from, to int) {
	from, to = int(round(at*c.scale)), int(round((at+length)*c.scale))
	n := max(1, int(round(length*c.scale)))
	switch {
	case n > thin:
	case at+length/2 < whole/2:
		to = from + n
	default:
		from = to - n
	}
	return from, to
}

// rule fills whole pixels, so that it is as sharp as can be.
func (c *canvas) rule(r *display.Rule) {
	x0, x1 := c.pixelsOf(r.X, r.W, float64(c.raster.W)/c.scale)
	y0, y1 := c.pixelsOf(r.Y, r.H, float64(c.raster.H)/c.scale)
	area := image.Rect(x0, y0, x1, y1).Intersect(c.image.Rect)
	ink := c.number(rgba(r.Color))
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := c.image.Pix[c.image.PixOffset(area.Min.X, y):][:area.Dx()]
		for i := range row {
			row[i] = ink
		}
	}
}

// figure fills the parts of a figure.
func (c *canvas) figure(f figure, at display.Rect) {
	for _, part := range f.parts {
		c.raster.Begin()
		for _, area := range part {
			last := area[len(area)-1]
			c.raster.Contour(raster.Spot{X: c.pixels(at.X + last.x), Y: c.pixels(at.Y + last.y)})
			for _, p := range area {
				c.raster.Line(raster.Spot{X: c.pixels(at.X + p.x), Y: c.pixels(at.Y + p.y)})
			}
		}
		c.paint(f.color)
	}
}

// text draws a line, each of its words at once, so that letters that meet have
// no seam.
func (c *canvas) text(t *display.Text) {
	for i := range t.Line.Pieces {
		piece := &t.Line.Pieces[i]
		if piece.Word == nil {
			continue
		}
		w := piece.Word
		// 65,536ths of a 256th of a pixel that a font unit has
		unit := int64(round(piece.Style.Size * c.scale * raster.Subpixel * 65536 / float64(w.Face.UnitsPerEm)))
		x, y := c.pixels(t.X+float64(piece.X)), c.pixels(t.Y-piece.Style.Rise)
		c.raster.Begin()
		pen := int64(0)
		for _, g := range w.Glyphs {
			c.glyph(glyph{w.Face, g.GID}, func(p fonts.Point) raster.Spot {
				return raster.Spot{X: x + (pen+int64(g.DX)+int64(p.X))*unit>>16, Y: y - (int64(g.DY)+int64(p.Y))*unit>>16}
			})
			pen += int64(g.Advance)
		}
		c.paint(piece.Style.Color)
	}
}

// glyph adds the contours of a glyph, whose points place puts in their places.
func (c *canvas) glyph(g glyph, place func(fonts.Point) raster.Spot) {
	shape, ok := c.shapes[g]
	if !ok {
		shape = g.face.Contours(int(g.gid))
		c.shapes[g] = shape
	}
	for _, contour := range shape {
		c.contour(contour, place)
	}
}

// contour adds a contour.
func (c *canvas) contour(points []fonts.Point, place func(fonts.Point) raster.Spot) {
	fonts.Draw(points, fonts.Pen{
		Begin: func(at fonts.Point) { c.raster.Contour(place(at)) },
		Line:  func(to fonts.Point) { c.raster.Line(place(to)) },
		Curve: func(by, to fonts.Point) { c.raster.Curve(place(by), place(to)) },
	})
}

// paint fills the contours with a colour.
func (c *canvas) paint(ink paragraph.Color) {
	var over [256][levels + 1]uint8 // what ink makes of each colour
	var known [256]bool
	pix, stride := c.image.Pix, c.image.Stride
	c.raster.Fill(func(x, y, covered int) {
		level := (covered*levels + raster.Full/2) / raster.Full
		if level == 0 {
			return
		}
		at := y*stride + x
		ground := pix[at]
		if !known[ground] {
			known[ground] = true
			for l := 1; l <= levels; l++ {
				over[ground][l] = c.number(between(c.image.Palette[ground].(color.RGBA), rgba(ink), l))
			}
		}
		pix[at] = over[ground][level]
	})
}

// between is the colour so many levels from a to b.
func between(a, b color.RGBA, level int) color.RGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(levels-level) + int(b)*level + levels/2) / levels) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

func rgba(c paragraph.Color) color.RGBA { return color.RGBA{c.R, c.G, c.B, 255} }

// number is that of a colour in the palette, of the nearest where it is full.
func (c *canvas) number(want color.RGBA) uint8 {
	if n, ok := c.numbers[want]; ok {
		return n
	}
	n := len(c.image.Palette)
	if n == 256 {
		n = c.image.Palette.Index(want)
	} else {
		c.image.Palette = append(c.image.Palette, want)
	}
	c.numbers[want] = uint8(n)
	return uint8(n)
}
