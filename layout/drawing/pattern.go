package drawing

import (
	"fmt"
	"math"
	"slices"
)

// mostTiles bounds how often a pattern is laid beside itself.
const mostTiles = 20_000

// tiled paints by a pattern (SVG 1.1, 13.3), tile beside tile.
func (d *drafter) tiled(e *element, v served, s *style, around box) error {
	if v.clip != nil {
		v.clip()
		if v.opacity < 1 {
			return d.blended(Opacity{Fill: v.opacity, Stroke: v.opacity}, func() error { return d.tiles(e, v.paint.frame, around, around, v.depth) })
		}
		return d.tiles(e, v.paint.frame, around, around, v.depth)
	}
	reach := s.width * max(1, s.miter) // beyond the path, of a line
	wide := box{around.left - reach, around.low - reach, around.right + reach, around.high + reach}
	d.masking++
	n, err := d.form(Form{Blended: true, Gray: true}, func() error {
		d.color(paint{r: 255, g: 255, b: 255}, v.gray, v.rgb)
		v.draw()
		return nil
	})
	d.masking--
	if err != nil {
		return err
	}
	return d.blended(Opacity{Fill: v.opacity, Stroke: v.opacity, Mask: n + 1}, func() error { return d.tiles(e, v.paint.frame, around, wide, v.depth) })
}

// fills tells whether a pattern has tiles for what is painted; else it is as if it were not
// there (SVG 2, 14.3).
func (d *drafter) fills(e *element, around box) bool {
	chain := d.chain(e)
	units, _ := said(chain, "patternUnits")
	_, ok := d.tileOf(chain, units, around)
	return ok
}

// tiles lays the tiles of a pattern that fits a frame, or what is painted, over a box.
func (d *drafter) tiles(e *element, f *frame, around, over box, depth int) error {
	chain := d.chain(e)
	units, _ := said(chain, "patternUnits")
	if f != nil {
		around = f.box
	}
	tile, ok := d.tileOf(chain, units, around)
	if len(chain) == 0 || !ok {
		return nil
	}
	if f != nil {
		shift := d.shift(f)
		away, ok := shift.Inverse()
		if !ok {
			return nil
		}
		d.concat(shift)
		over = over.through(away)
	}
	m, back := d.tilted(chain)
	seen := over.through(back)
	by := spanOf(seen, tile)
	if n := (by.right - by.left) * (by.high - by.low); !(n <= mostTiles) {
		d.omit(e, "a pattern of very many parts")
		return nil
	}
	d.concat(m)
	if ground, ok := d.tileGround(chain, tile); ok { // else edges of tiles would be seen
		d.color(ground, "g", "rg")
		d.numbers(seen.left, seen.low, seen.right-seen.left, seen.high-seen.low)
		d.out.WriteString("re f\n")
	}
	before := d.drawn
	n, err := d.tile(chain, tile, around, depth)
	if err != nil {
		return err
	}
	return d.pave(n, d.drawn-before, tile, by)
}

// tilted is how the plane of a pattern's tiles lies in that of what it fills, and back.
func (d *drafter) tilted(chain []*element) (m, back Matrix) {
	text, of := said(chain, "patternTransform")
	if of == nil {
		return identity, identity
	}
	m = d.matrixOf(text, of.attrs["transform-origin"])
	back, ok := m.Inverse()
	if !ok { // as if nothing were said
		return identity, identity
	}
	return m, back
}

// spanOf counts the tiles that a box takes, from the first one to each side.
func spanOf(seen box, tile [4]float64) box {
	return box{left: math.Floor((seen.left - tile[0]) / tile[2]), low: math.Floor((seen.low - tile[1]) / tile[3]),
		right: math.Ceil((seen.right - tile[0]) / tile[2]), high: math.Ceil((seen.high - tile[1]) / tile[3])}
}

// pave lays a tile, which is a form of so many elements, beside itself.
func (d *drafter) pave(form, elements int, tile [4]float64, by box) error {
	for y := by.low; y < by.high; y++ {
		for x := by.left; x < by.right; x++ {
			if d.drawn += elements; d.drawn > d.most.elements {
				return ErrTooMuch
			}
			if err := d.step(1 + elements); err != nil {
				return err
			}
			d.out.WriteString("q ")
			d.numbers(1, 0, 0, 1, x*tile[2], y*tile[3])
			fmt.Fprintf(&d.out, "cm /X%d Do Q\n", form)
		}
	}
	return nil
}

// tileGround is the colour with which the first rectangle of a pattern fills its tiles.
func (d *drafter) tileGround(chain []*element, tile [4]float64) (ground paint, ok bool) {
	view, _ := said(chain, "viewBox")
	units, _ := said(chain, "patternContentUnits")
	i := slices.IndexFunc(chain, func(e *element) bool { return len(e.children) > 0 })
	if i < 0 || view != "" || units == "objectBoundingBox" {
		return ground, false
	}
	first := chain[i].children[0]
	s := d.styleOf(first, d.styleUp(chain[i], 0))
	x, y, w, h := d.placed(first, "x", "y", "width", "height")
	whole := x <= 0 && y <= 0 && x+w >= tile[2] && y+h >= tile[3] && first.attrs["rx"] == "" && first.attrs["ry"] == ""
	plain := s.fill.server == "" && !s.fill.none && s.opacities().Fill == 1 && s.opacity == 1 && s.clip == "" && s.mask == "" && s.blend == "" && s.transform == ""
	return s.fill, first.name == "rect" && whole && plain && !s.hidden && !s.absent && s.err == nil && knows(first)
}

// tileOf is the frame of the first tile: left, top, width, height.
func (d *drafter) tileOf(chain []*element, units string, around box) (tile [4]float64, ok bool) {
	before := d.box
	defer func() { d.box = before }()
	if units != "userSpaceOnUse" {
		d.box = [4]float64{0, 0, 1, 1}
	}
	for i, key := range []string{"x", "y", "width", "height"} {
		if _, of := said(chain, key); of != nil {
			tile[i] = d.lengthOf(of, key, []axis{across, down}[i%2], 0)
		}
	}
	if units != "userSpaceOnUse" {
		w, h := around.right-around.left, around.high-around.low
		tile = [4]float64{around.left + tile[0]*w, around.low + tile[1]*h, tile[2] * w, tile[3] * h}
	}
	return tile, tile[2] > 1e-6 && tile[3] > 1e-6
}

// tile draws one tile in a form.
func (d *drafter) tile(chain []*element, tile [4]float64, around box, depth int) (n int, err error) {
	before := d.box
	defer func() { d.box = before }()
	f := Form{Box: [4]float64{tile[0], tile[1], tile[0] + tile[2], tile[1] + tile[3]}, Gray: d.masking > 0}
	return d.form(f, func() error {
		view, of := said(chain, "viewBox")
		units, _ := said(chain, "patternContentUnits")
		seen, err := numbers(view)
		switch {
		case of != nil && err == nil && len(seen) == 4 && seen[2] > 0 && seen[3] > 0:
			ratio, _ := said(chain, "preserveAspectRatio")
			d.box = [4]float64(seen)
			m, _ := fitted(d.box, tile, ratio)
			d.concat(m)
		case units == "objectBoundingBox":
			d.concat(Matrix{around.right - around.left, 0, 0, around.high - around.low, tile[0], tile[1]})
			d.box = [4]float64{0, 0, 1, 1}
		default:
			d.concat(Matrix{1, 0, 0, 1, tile[0], tile[1]})
		}
		for _, c := range chain {
			if len(c.children) > 0 {
				s := d.styleUp(c, 0)
				s.shared = 1
				return d.group(c, s, depth+1)
			}
		}
		return nil
	})
}
