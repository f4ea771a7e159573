package facsimile

import (
	"bytes"
	"math"

	"warraq/content/facsimile/glyph"
	"warraq/content/facsimile/object"
)

// Bounds of a page.
const (
	mostPages    = 100_000
	mostWork     = 100_000_000 // steps of functions, bytes of fonts and contents, and what work costs
	operatorWork = 30
	mostLooks    = 1000     // annotations
	mostWritten  = 48 << 20 // bytes of the drawing
	deepest      = 12       // forms, patterns and glyphs within each other
	mostLeft     = 12       // things told of one page
)

// leaf is a page with what it inherits.
type leaf struct {
	dict                           object.Dict
	resources, media, crop, rotate any
}

// leaves are the pages of a file in turn (ISO 32000-1, 7.7.3).
func leaves(f *object.File) (all []leaf) {
	root := f.Dict(f.Trailer["Root"])
	seen := make(map[object.Ref]bool)
	var walk func(v any, from leaf, depth int)
	walk = func(v any, from leaf, depth int) {
		if r, ok := v.(object.Ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.Dict(v)
		if d == nil || depth > 64 || len(all) >= mostPages {
			return
		}
		for key, to := range map[object.Name]*any{"Resources": &from.resources, "MediaBox": &from.media, "CropBox": &from.crop, "Rotate": &from.rotate} {
			if d[key] != nil {
				*to = d[key]
			}
		}
		kids := f.Array(d["Kids"])
		if kids == nil {
			from.dict = d
			all = append(all, from)
			return
		}
		for _, kid := range kids {
			walk(kid, from, depth+1)
		}
	}
	walk(root["Pages"], leaf{}, 0)
	return all
}

// page is a page that is drawn.
type page struct {
	file          *object.File
	leaf          leaf
	width, height float64 // points
	base          glyph.Matrix
	pixels        int64 // that a picture may have

	defs     bytes.Buffer
	ids      map[string]string // of definitions, by what they are
	count    map[string]int
	fonts    map[any]*font
	glyphs   map[glyphKey]string
	hiddenOC map[object.Ref]bool
	left     []string
	told     map[string]bool
	foreign  []string
	busy     map[*object.Stream]bool // what is being drawn
	pictures map[*object.Stream]coded
	cmaps    map[*object.Stream]*glyph.CMap
	programs map[*object.Stream]*glyph.Program // nil for what is none
	worked   int
	written  int
	decoded  int64 // bytes of pixels so far
	tooMuch  bool
	painted  bool // something is on the page
}

func newPage(f *object.File, l leaf) *page {
	p := &page{file: f, leaf: l, ids: make(map[string]string), count: make(map[string]int), fonts: make(map[any]*font),
		glyphs: make(map[glyphKey]string), told: make(map[string]bool), hiddenOC: make(map[object.Ref]bool),
		busy: make(map[*object.Stream]bool), pictures: make(map[*object.Stream]coded),
		cmaps: make(map[*object.Stream]*glyph.CMap), programs: make(map[*object.Stream]*glyph.Program)}
	p.layers()
	p.frame()
	return p
}

// frame finds which part of its plane the page is, and how it is turned (ISO 32000-1,
// 14.11.2).
func (p *page) frame() {
	f := p.file
	b, ok := areaOf(f.Numbers(p.leaf.media))
	if crop, cropped := areaOf(f.Numbers(p.leaf.crop)); cropped && ok {
		if crop = crop.meet(b); !crop.empty() {
			b = crop
		}
	}
	if !ok {
		if p.leaf.media != nil {
			p.leave("a size of the page that is none")
		}
		b = box{0, 0, 612, 792}
	}
	unit := f.Number(p.leaf.dict["UserUnit"], 1)
	if !(unit >= 0.01 && unit <= 100) {
		unit = 1
	}
	w, h := (b.right-b.left)*unit, (b.high-b.low)*unit
	m := glyph.Matrix{unit, 0, 0, -unit, -b.left * unit, b.high * unit} // y down, from its upper left corner
	switch ((f.Int(p.leaf.rotate, 0)/90)%4 + 4) % 4 {
	case 1:
		m, w, h = m.Then(glyph.Matrix{0, 1, -1, 0, h, 0}), h, w
	case 2:
		m = m.Then(glyph.Matrix{-1, 0, 0, -1, w, h})
	case 3:
		m, w, h = m.Then(glyph.Matrix{0, -1, 1, 0, 0, w}), h, w
	}
	p.width, p.height, p.base = w, h, m
}

// areaOf is a rectangle as large as something on paper may be; ok is false for another.
func areaOf(v []float64) (b box, ok bool) {
	b = rectangleOf(v)
	w, h := b.right-b.left, b.high-b.low
	return b, w > 0.01 && h > 0.01 && w < 1e5 && h < 1e5 && !(math.Abs(b.left) > 1e6) && !(math.Abs(b.low) > 1e6)
}

// draw draws what is on the page, and over it what annotations show.
func (p *page) draw() []byte {
	c := p.canvas(box{0, 0, p.width, p.height}, 3)
	in := p.painter(c, p.base, p.file.Dict(p.leaf.resources), 0)
	in.run(p.contents())
	p.annotations(c)
	p.tooMuch = p.tooMuch || p.file.Spent
	if p.file.Torn {
		p.leave("what lies in a part of the file that is damaged")
	}
	return c.done()
}

// contents are the operators of the page.
func (p *page) contents() (all []byte) {
	f := p.file
	parts := f.Array(p.leaf.dict["Contents"])
	if parts == nil {
		parts = object.Array{p.leaf.dict["Contents"]}
	}
	for _, part := range parts {
		if s := f.Stream(part); s != nil && len(all) < mostWritten {
			data, _ := f.Decode(s)
			all = append(append(all, data...), '\n')
		}
	}
	return all
}

// layers notes which layers are not seen (ISO 32000-1, 8.11.4).
func (p *page) layers() {
	f := p.file
	properties := f.Dict(f.Dict(f.Trailer["Root"])["OCProperties"])
	d := f.Dict(properties["D"])
	if f.Name(d["BaseState"]) == "OFF" {
		for _, v := range f.Array(properties["OCGs"]) {
			if r, ok := v.(object.Ref); ok {
				p.hiddenOC[r] = true
			}
		}
		for _, v := range f.Array(d["ON"]) {
			if r, ok := v.(object.Ref); ok {
				delete(p.hiddenOC, r)
			}
		}
	}
	for _, v := range f.Array(d["OFF"]) {
		if r, ok := v.(object.Ref); ok {
			p.hiddenOC[r] = true
		}
	}
}

// unseen tells a layer, or some of which one must be seen, that is not.
func (p *page) unseen(v any) bool {
	if r, ok := v.(object.Ref); ok && p.hiddenOC[r] {
		return true
	}
	d := p.file.Dict(v)
	if p.file.Name(d["Type"]) != "OCMD" {
		return false
	}
	some := p.file.Array(d["OCGs"])
	if some == nil && d["OCGs"] != nil {
		some = object.Array{d["OCGs"]}
	}
	for _, one := range some {
		if r, ok := one.(object.Ref); !ok || !p.hiddenOC[r] {
			return false
		}
	}
	return len(some) > 0
}

// work counts what a page costs.
func (p *page) work(n int) {
	if p.worked += n; p.worked > mostWork {
		p.tooMuch = true
	}
}

// leave names what is not drawn.
func (p *page) leave(what string) {
	if !p.told[what] && len(p.left) < mostLeft {
		p.told[what] = true
		p.left = append(p.left, what)
	}
}

// annotations draws how annotations look (ISO 32000-1, 12.5.5), but for those that only a
// screen shows.
func (p *page) annotations(c *canvas) {
	f := p.file
	for i, v := range f.Array(p.leaf.dict["Annots"]) {
		if i == mostLooks {
			p.leave("annotations beyond the first 1000")
			return
		}
		a := f.Dict(v)
		const hidden, noView = 1 << 1, 1 << 5
		if kind := f.Name(a["Subtype"]); kind == "Link" || kind == "Popup" || f.Int(a["F"], 0)&(hidden|noView) != 0 || p.unseen(a["OC"]) {
			continue
		}
		look := f.Get(f.Dict(a["AP"])["N"])
		if states, ok := look.(object.Dict); ok {
			look = f.Get(states[f.Name(a["AS"])])
		}
		form, ok := look.(*object.Stream)
		if !ok && a["AP"] == nil && a["Rect"] != nil {
			p.leave("an annotation " + short(string(f.Name(a["Subtype"]))) + " that does not say how it looks")
		}
		if to, is := areaOf(f.Numbers(a["Rect"])); ok && is {
			p.annotation(c, form, to)
		}
	}
}

// annotation draws a form where an annotation stands.
func (p *page) annotation(c *canvas, form *object.Stream, to box) {
	f := p.file
	from, ok := areaOf(f.Numbers(form.Dict["BBox"]))
	if !ok {
		return
	}
	m := matrixOf(f.Numbers(form.Dict["Matrix"]))
	b := emptyBox
	for _, at := range from.corners() {
		b.add(m.At(at))
	}
	if !(b.right > b.left && b.high > b.low) {
		return
	}
	sx, sy := (to.right-to.left)/(b.right-b.left), (to.high-to.low)/(b.high-b.low)
	in := p.painter(c, glyph.Matrix{sx, 0, 0, sy, to.left - sx*b.left, to.low - sy*b.low}.Then(p.base), nil, 0)
	in.form(form)
}

func matrixOf(v []float64) glyph.Matrix {
	if len(v) < 6 {
		return glyph.Identity
	}
	return glyph.Matrix(v[:6])
}

func (b box) corners() [4]glyph.Point {
	return [4]glyph.Point{{X: b.left, Y: b.low}, {X: b.right, Y: b.low}, {X: b.right, Y: b.high}, {X: b.left, Y: b.high}}
}
