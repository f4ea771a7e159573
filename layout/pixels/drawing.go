package pixels

import (
	"image"
	"math"

	"warraq/layout/display"
	"warraq/layout/drawing"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
	"warraq/layout/raster"
)

// drawing draws the shapes of a drawing.
func (c *canvas) drawing(p *picture.Picture, m *display.Image, within display.Rect) {
	d := p.Drawing
	f := m.Frame(display.Turned(1, m.Turn))
	place := drawing.Matrix{A: f[0] / d.Width, B: f[1] / d.Width, C: f[2] / d.Height, D: f[3] / d.Height, E: f[4], F: f[5]}
	place = drawing.Matrix{A: 1, D: -1, F: d.Height}.Then(place)
	scale := c.book.scale
	place = place.Then(drawing.Matrix{A: scale, D: scale})
	s := sketch{canvas: c, place: place, parts: p.Parts, samples: make([]*image.NRGBA, len(p.Parts)), clips: make(map[*drawing.Clip]*cover)}
	from, to := c.corners(within)
	c.raster.Clip(from, to)
	s.shapes(d.Shapes())
	c.raster.Clip(raster.Spot{}, raster.Spot{})
	c.raster.EvenOdd = false
}

// sketch draws shapes on a canvas, or on a layer of it.
type sketch struct {
	*canvas
	place   drawing.Matrix // from the drawing to pixels
	parts   []*picture.Picture
	samples []*image.NRGBA // of the parts, once they are asked for
	clips   map[*drawing.Clip]*cover
	layer   *layer // nil: the page itself
}

// layer is a part of the page that is drawn apart: red, green, blue as much as they are
// opaque, and how much that is.
type layer struct {
	image.Rectangle
	pix []uint8
}

func newLayer(r image.Rectangle) *layer {
	return &layer{r, make([]uint8, 4*r.Dx()*r.Dy())}
}

func (l *layer) at(x, y int) []uint8 {
	return l.pix[4*((y-l.Min.Y)*l.Dx()+x-l.Min.X):][:4]
}

// cover is how much of each pixel is seen, from 0 to 255; nothing outside of it.
type cover struct {
	image.Rectangle
	pix []uint8
}

func newCover(r image.Rectangle) *cover { return &cover{r, make([]uint8, r.Dx()*r.Dy())} }

// at is how much of a pixel is seen; all of it where there is no cover.
func (k *cover) at(x, y int) int {
	switch {
	case k == nil:
		return 255
	case !(image.Point{X: x, Y: y}).In(k.Rectangle):
		return 0
	}
	return int(k.pix[(y-k.Min.Y)*k.Dx()+x-k.Min.X])
}

// keptCovers bounds the clip paths that are kept as pixels.
const keptCovers = 16

// cover is that of a clip path.
func (s *sketch) cover(clip *drawing.Clip) *cover {
	if clip == nil {
		return nil
	}
	if k := s.clips[clip]; k != nil {
		return k
	}
	around := s.cover(clip.Within)
	s.raster.Begin()
	s.raster.EvenOdd = clip.EvenOdd
	s.area(clip.Path, s.place)
	bounds := s.pixelsOf(clip.Path, s.place, 0)
	if around != nil {
		bounds = bounds.Intersect(around.Rectangle)
	}
	k := newCover(bounds)
	s.raster.Fill(func(x, y, covered int) {
		if (image.Point{X: x, Y: y}).In(bounds) {
			k.pix[(y-bounds.Min.Y)*bounds.Dx()+x-bounds.Min.X] = uint8((covered*around.at(x, y) + raster.Full/2) / raster.Full)
		}
	})
	if len(s.clips) >= keptCovers {
		clear(s.clips)
	}
	s.clips[clip] = k
	return k
}

// pixelsOf is what a path may touch, and so much around it.
func (s *sketch) pixelsOf(path []drawing.Step, m drawing.Matrix, reach float64) image.Rectangle {
	left, top, right, foot := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range path {
		for _, p := range path[i].By() {
			p = m.At(p)
			left, top, right, foot = min(left, p.X), min(top, p.Y), max(right, p.X), max(foot, p.Y)
		}
	}
	if !(left <= right && top <= foot) {
		return image.Rectangle{}
	}
	return image.Rect(pixelAt(left-reach-1), pixelAt(top-reach-1), pixelAt(right+reach+2), pixelAt(foot+reach+2)).Intersect(s.image.Rect)
}

// pixelAt is the pixel in which a place lies, on any page.
func pixelAt(v float64) int { return int(math.Floor(min(max(v, -1e6), 1e6))) }

// shapes draws shapes over each other.
func (s *sketch) shapes(all []drawing.Shape) {
	for i := range all {
		s.shape(&all[i])
	}
}

func (s *sketch) shape(p *drawing.Shape) {
	opacity := int(round(p.Opacity * 255))
	switch {
	case p.Layer != nil:
		s.blended(p, opacity)
	case p.Mask != nil || p.Blend != "": // what is behind a mask is drawn apart
		alone := *p
		alone.Mask, alone.Blend, alone.Opacity = nil, "", 1
		s.blended(&drawing.Shape{Layer: &drawing.Layer{Shapes: []drawing.Shape{alone}}, Mask: p.Mask, Alpha: p.Alpha, Clip: p.Clip, Blend: p.Blend}, opacity)
	case p.Raster > 0:
		s.pixels(p, opacity)
	default:
		s.path(p, opacity)
	}
}

// path fills an area, or draws along its edge.
func (s *sketch) path(p *drawing.Shape, opacity int) {
	clip := s.cover(p.Clip)
	matrix := p.Matrix.Then(s.place)
	s.raster.Begin()
	s.raster.EvenOdd = p.EvenOdd
	if p.Stroke == nil {
		s.area(p.Path, matrix)
	} else {
		s.canvas.stroke(p, matrix)
	}
	ink := paragraph.Color{R: p.Red, G: p.Green, B: p.Blue}
	var ramp *ramp
	if p.Gradient != nil {
		if ramp = newRamp(p.Gradient, s.place); ramp == nil {
			return
		}
	}
	s.raster.Fill(func(x, y, covered int) {
		if clip != nil {
			covered = (covered*clip.at(x, y) + 127) / 255
		}
		if ramp != nil {
			ink = ramp.at(x, y)
		}
		s.dot(x, y, ink, (covered*opacity+raster.Full/2)/raster.Full)
	})
}

// dot lays an ink over a pixel.
func (s *sketch) dot(x, y int, ink paragraph.Color, opacity int) {
	if s.layer == nil {
		mix(s.image.Pix[y*s.image.Stride+4*x:], ink, opacity)
		return
	}
	if !(image.Point{X: x, Y: y}).In(s.layer.Rectangle) {
		return
	}
	over(s.layer.at(x, y), [4]int{int(ink.R) * opacity / 255, int(ink.G) * opacity / 255, int(ink.B) * opacity / 255, opacity})
}

// over lays a colour, as much as it is opaque, over a pixel of a layer.
func over(pixel []uint8, ink [4]int) {
	for i, v := range ink {
		pixel[i] = uint8(min((int(pixel[i])*(255-ink[3])+127)/255+v, 255))
	}
}

// extent is where a layer may have ink.
func (s *sketch) extent(l *drawing.Layer) (r image.Rectangle) {
	for i := range l.Shapes {
		p := &l.Shapes[i]
		matrix := p.Matrix.Then(s.place)
		var own image.Rectangle
		switch {
		case p.Layer != nil:
			own = s.extent(p.Layer)
		case p.Raster > 0:
			own = s.pixelsOf(square, matrix, 0)
		case p.Stroke != nil:
			most := max(math.Hypot(matrix.A, matrix.B), math.Hypot(matrix.C, matrix.D))
			own = s.pixelsOf(p.Path, matrix, p.Stroke.Width*most*max(1, p.Stroke.Miter))
		default:
			own = s.pixelsOf(p.Path, matrix, 0)
		}
		if p.Clip != nil {
			own = own.Intersect(s.pixelsOf(p.Clip.Path, s.place, 0))
		}
		r = r.Union(own)
	}
	return r
}

// square is the area of 1 in which pixels lie.
var square = []drawing.Step{{Op: 'm'}, {Op: 'l', Points: [3]drawing.Point{{X: 1}}}, {Op: 'l', Points: [3]drawing.Point{{X: 1, Y: 1}}}, {Op: 'l', Points: [3]drawing.Point{{Y: 1}}}, {Op: 'h'}}

// apart draws a layer by itself, as far as it lies in a part of the page.
func (s *sketch) apart(l *drawing.Layer, within image.Rectangle) *layer {
	inner := *s
	inner.layer = newLayer(s.extent(l).Intersect(within))
	if !inner.layer.Empty() {
		inner.shapes(l.Shapes)
	}
	return inner.layer
}

// blended draws a layer as one, behind its clip path and its mask.
func (s *sketch) blended(p *drawing.Shape, opacity int) {
	within := s.image.Rect
	if s.layer != nil {
		within = s.layer.Rectangle
	}
	if p.Clip != nil {
		within = within.Intersect(s.pixelsOf(p.Clip.Path, s.place, 0))
	}
	own := s.apart(p.Layer, within)
	if own.Empty() {
		return
	}
	var mask *cover
	if p.Mask != nil {
		mask = s.mask(p.Mask, own.Rectangle, p.Alpha)
	}
	clip := s.cover(p.Clip)
	seen := image.Rect(s.raster.Clipped())
	for y := own.Min.Y; y < own.Max.Y; y++ {
		for x := own.Min.X; x < own.Max.X; x++ {
			pixel := own.at(x, y)
			if pixel[3] == 0 || !(image.Point{X: x, Y: y}).In(seen) {
				continue
			}
			much := (opacity*mask.at(x, y) + 127) / 255
			much = (much*clip.at(x, y) + 127) / 255
			var ink [4]int
			for i, v := range pixel {
				ink[i] = (int(v)*much + 127) / 255
			}
			below := s.below(x, y)
			if p.Blend != "" {
				ink = blended(below, ink, p.Blend)
			}
			over(below, ink)
		}
	}
}

// below is the pixel on which a drawing is drawn: of the layer that it lies in, else of the page.
func (s *sketch) below(x, y int) []byte {
	if s.layer != nil {
		return s.layer.at(x, y)
	}
	return s.image.Pix[y*s.image.Stride+4*x:][:4]
}

// mask is how bright a layer is, over black, or how opaque.
func (s *sketch) mask(l *drawing.Layer, within image.Rectangle, alpha bool) *cover {
	own := s.apart(l, within)
	k := newCover(own.Rectangle)
	for i := range k.pix {
		p := own.pix[4*i:]
		if alpha {
			k.pix[i] = p[3]
			continue
		}
		k.pix[i] = uint8((2125*int(p[0]) + 7154*int(p[1]) + 721*int(p[2]) + 5000) / 10000)
	}
	return k
}

// pixels draws a picture of pixels that lies in the drawing.
func (s *sketch) pixels(p *drawing.Shape, opacity int) {
	m := s.sample(p.Raster - 1)
	matrix := p.Matrix.Then(s.place)
	back, ok := matrix.Inverse()
	if m == nil || !ok {
		return
	}
	clip := s.cover(p.Clip)
	w, h := float64(m.Rect.Dx()), float64(m.Rect.Dy())
	// samples a pixel, across and down
	wide := max(1, int(round(w*(math.Abs(back.A)+math.Abs(back.C)))))
	high := max(1, int(round(h*(math.Abs(back.B)+math.Abs(back.D)))))
	s.raster.Begin()
	s.raster.EvenOdd = false
	s.area(square, matrix)
	s.raster.Fill(func(x, y, covered int) {
		at := back.At(drawing.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5})
		var ink paragraph.Color
		var alpha int
		if wide == 1 && high == 1 && !p.Sharp {
			ink, alpha = between(m, at.X*w-0.5, (1-at.Y)*h-0.5)
		} else {
			ink, alpha = average(m, int(math.Floor(at.X*w))-(wide-1)/2, int(math.Floor((1-at.Y)*h))-(high-1)/2, min(wide, mostSamples), min(high, mostSamples))
		}
		if clip != nil {
			covered = (covered*clip.at(x, y) + 127) / 255
		}
		s.dot(x, y, ink, (covered*opacity/255*alpha+raster.Full/2)/raster.Full)
	})
}

// between is the colour between the middles of four samples, as readers of PDF and browsers
// draw pixels that are larger than those of a screen.
func between(m *image.NRGBA, x, y float64) (ink paragraph.Color, alpha int) {
	left, top := math.Floor(x), math.Floor(y)
	right, down := int(round((x-left)*256)), int(round((y-top)*256)) // 256ths
	var sum [4]int
	for k, weight := range [4]int{(256 - right) * (256 - down), right * (256 - down), (256 - right) * down, right * down} {
		pixel := m.Pix[m.PixOffset(min(max(int(left)+k%2, 0), m.Rect.Dx()-1), min(max(int(top)+k/2, 0), m.Rect.Dy()-1)):]
		part := int(pixel[3]) * weight
		for i := range 3 {
			sum[i] += int(pixel[i]) * part
		}
		sum[3] += part
	}
	if sum[3] == 0 {
		return ink, 0
	}
	part := func(i int) uint8 { return uint8((sum[i] + sum[3]/2) / sum[3]) }
	return paragraph.Color{R: part(0), G: part(1), B: part(2)}, (sum[3] + 1<<15) >> 16
}

// mostSamples bounds the samples of which a pixel is made, across and down.
const mostSamples = 16

// average is the colour of so many samples, and how opaque it is; those beyond the
// edge are as at the edge.
func average(m *image.NRGBA, x, y, wide, high int) (ink paragraph.Color, alpha int) {
	var sum [4]int
	for j := y; j < y+high; j++ {
		for i := x; i < x+wide; i++ {
			pixel := m.Pix[m.PixOffset(min(max(i, 0), m.Rect.Dx()-1), min(max(j, 0), m.Rect.Dy()-1)):]
			a := int(pixel[3])
			for k := range 3 {
				sum[k] += int(pixel[k]) * a
			}
			sum[3] += a
		}
	}
	if sum[3] == 0 {
		return ink, 0
	}
	return paragraph.Color{R: uint8(sum[0] / sum[3]), G: uint8(sum[1] / sum[3]), B: uint8(sum[2] / sum[3])}, sum[3] / (wide * high)
}

// sample is the samples of a part, as they are seen; nil where they cannot be read.
func (s *sketch) sample(n int) *image.NRGBA {
	if n >= len(s.parts) {
		return nil
	}
	if s.samples[n] == nil {
		if m, err := s.parts[n].Image(); err == nil {
			s.samples[n] = lying(m, s.parts[n].Turn)
		}
	}
	return s.samples[n]
}
