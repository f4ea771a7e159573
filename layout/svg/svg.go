// Package svg draws pages as SVG, for screens: outlines of glyphs, each defined once on
// a page and used, and over them the text itself, which is not seen, so that programs
// find it, mark it and take it out.
package svg

import (
	"encoding/base64"
	"fmt"
	"sync"

	"warraq/content"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Options are what a page needs to know of where it will stand. The zero value makes
// pages that are files by themselves, which lead to nothing within the book.
type Options struct {
	// Page is the address of a page, by its index. Nil: links within the book lead
	// nowhere.
	Page func(index int) string
	// Picture is the address of a picture, by the name of its asset. Nil: pictures are
	// written into the pages.
	Picture func(asset string) string
	// Names begin the IDs of page index, so that several pages can stand in one document.
	// Nil: nothing does.
	Names func(index int) string
	// Blocks numbers the items by the block they belong to, data-b, as
	// [display.Page.Blocks] has them, from 0.
	Blocks bool
	// Memory is of the same book as it was drawn before, in the same faces; nil for none.
	Memory *Memory
}

// Book draws the pages of a book. Its methods may be called side by side.
type Book struct {
	pages *display.Book
	opt   Options

	mu       sync.Mutex
	outlines *outlines
	pictures map[string]string
	words    map[*paragraph.Word]uint64 // digests, see [Book.Sum]
	faces    map[*fonts.Face]uint64
	seen     map[string]uint64
}

// New begins to draw a book. Nothing is drawn before a page is asked for.
func New(pages *display.Book, opt Options) *Book {
	opt.Memory.turn()
	return &Book{pages: pages, opt: opt, outlines: opt.Memory.shapes(), pictures: make(map[string]string),
		words: make(map[*paragraph.Word]uint64), faces: make(map[*fonts.Face]uint64), seen: make(map[string]uint64)}
}

// Page draws a page, by its index. The bytes are a function of the page.
func (b *Book) Page(index int) ([]byte, error) {
	page := b.pages.Pages[index]
	d := drawing{book: b, page: page, numbers: make(map[glyph]int), blocks: blocksOf(page)}
	if b.opt.Names != nil {
		d.names = b.opt.Names(index)
	}
	for i := range page.Items {
		if err := d.item(i); err != nil {
			return nil, fmt.Errorf("page %d: %w", page.Number, err)
		}
	}
	return d.file(), nil
}

// blocksOf numbers the blocks of a page.
func blocksOf(page *display.Page) map[content.ID]int {
	blocks := make(map[content.ID]int)
	for i, id := range page.Blocks() {
		blocks[id] = i
	}
	return blocks
}

// drawing is a page at work.
type drawing struct {
	book  *Book
	page  *display.Page
	names string

	body    pen
	text    pen // over all else
	numbers map[glyph]int
	defs    []glyph // in the order of their first use
	blocks  map[content.ID]int
	clips   int
}

// glyph names the outline of a glyph.
type glyph struct {
	face *fonts.Face
	gid  uint16
}

// file puts the parts of a page together.
func (d *drawing) file() []byte {
	trim := d.book.pages.Style.Trim
	var out pen
	out.b = make([]byte, 0, len(d.body.b)+len(d.text.b)+256*len(d.defs))
	out.put(`<svg xmlns="http://www.w3.org/2000/svg" width="`, trim.W, `pt" height="`, trim.H, `pt" viewBox="0 0 `, trim.W, " ", trim.H, "\">\n<defs>\n")
	for i, g := range d.defs {
		out.put(`<path id="`, d.names, "g", i, `" d="`, d.book.outlines.of(g), "\"/>\n")
	}
	out.put("</defs>\n<rect width=\"", trim.W, `" height="`, trim.H, "\" fill=\"#fff\"/>\n")
	out.b = append(out.b, d.body.b...)
	if len(d.text.b) > 0 {
		out.put("<g fill-opacity=\"0\" font-family=\"serif\" style=\"white-space:pre\">\n")
		out.b = append(out.b, d.text.b...)
		out.put("</g>\n")
	}
	out.put("</svg>\n")
	return out.b
}

// item draws item i of the page.
func (d *drawing) item(i int) error {
	switch it := d.page.Items[i].(type) {
	case *display.Text:
		d.line(it)
		d.words(it)
	case *display.Rule:
		d.rule(it)
	case *display.Image:
		return d.image(it)
	case *display.Link:
		d.link(it)
	}
	return nil
}

// owned opens an element whose item belongs to a block.
func (d *drawing) owned(p *pen, element string, id content.ID) {
	p.put("<", element)
	if n, ok := d.blocks[id]; ok && d.book.opt.Blocks {
		p.put(` data-b="`, n, `"`)
	}
}

// rule draws a rectangle, or dots as far apart as four of their widths.
func (d *drawing) rule(r *display.Rule) {
	if r.Dotted {
		d.owned(&d.body, "path", r.Elem)
		d.body.put(` d="M`, r.X, " ", r.Y+r.H/2, "h", r.W, `" stroke="`, r.Color, `" stroke-width="`, r.H, `" stroke-dasharray="`, r.H, " ", 4*r.H, "\"/>\n")
		return
	}
	d.owned(&d.body, "rect", r.Elem)
	d.body.put(` x="`, r.X, `" y="`, r.Y, `" width="`, r.W, `" height="`, r.H, `"`)
	d.body.fill(r.Color)
	d.body.put("/>\n")
}

// link lays a rectangle over what leads somewhere.
func (d *drawing) link(l *display.Link) {
	to := l.URL
	if spot, ok := d.book.pages.Spots[l.Dest]; to == "" && ok && d.book.opt.Page != nil {
		to = d.book.opt.Page(spot.Page)
	}
	if to == "" {
		return
	}
	d.text.put(`<a href="`, escaped(to), `"`)
	if l.Text != "" {
		d.text.put(` aria-label="`, escaped(l.Text), `"`)
	}
	d.text.put(`><rect x="`, l.X, `" y="`, l.Y, `" width="`, l.W, `" height="`, l.H, "\"/></a>\n")
}

// line draws the letters of a line. Those of one size, colour and height stand
// together, in units of their face.
func (d *drawing) line(t *display.Text) {
	var last *paragraph.Piece
	var origin float64
	for i := range t.Line.Pieces {
		p := &t.Line.Pieces[i]
		if p.Word == nil || p.Style.Object != nil || len(p.Word.Glyphs) == 0 {
			continue
		}
		unit := p.Style.Size / float64(p.Word.Face.UnitsPerEm)
		if last == nil || !alike(last, p) {
			d.close(last)
			origin = t.X
			d.owned(&d.body, "g", t.Elem)
			d.body.put(` transform="`)
			if t.Turn != display.Upright {
				d.body.put("rotate(", -90*int(t.Turn), " ", t.X, " ", t.Y, ")")
			}
			d.body.put("matrix(", fine(unit), " 0 0 ", fine(-unit), " ", t.X, " ", t.Y-p.Style.Rise, `)"`)
			d.body.fill(p.Style.Color)
			d.body.put(">\n")
		}
		last = p
		d.word(p.Word, (t.X+float64(p.X)-origin)/unit)
	}
	d.close(last)
}

// alike tells whether two words can be drawn side by side in one scale.
func alike(a, b *paragraph.Piece) bool {
	return a.Style.Size == b.Style.Size && a.Style.Rise == b.Style.Rise && a.Style.Color == b.Style.Color && a.Word.Face.UnitsPerEm == b.Word.Face.UnitsPerEm
}

func (d *drawing) close(last *paragraph.Piece) {
	if last != nil {
		d.body.put("</g>\n")
	}
}

// word draws the glyphs of a word, whose left end is so many units from the origin.
func (d *drawing) word(w *paragraph.Word, x float64) {
	pen := 0
	for _, g := range w.Glyphs {
		key := glyph{w.Face, g.GID}
		at := pen + int(g.DX)
		pen += int(g.Advance)
		if d.book.outlines.of(key) == "" {
			continue
		}
		n, known := d.numbers[key]
		if !known {
			n = len(d.defs)
			d.numbers[key], d.defs = n, append(d.defs, key)
		}
		d.body.put(`<use href="#`, d.names, "g", n, `" x="`, tenth(x+float64(at)), `"`)
		if g.DY != 0 {
			d.body.put(` y="`, int(g.DY), `"`)
		}
		d.body.put("/>")
	}
	d.body.put("\n")
}

// outlines are the paths of glyphs, each written once.
type outlines struct {
	mu    sync.Mutex
	paths map[glyph]string
}

// of is the path of a glyph, in font units, y upwards; empty where it has no ink.
func (o *outlines) of(g glyph) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	path, ok := o.paths[g]
	if !ok {
		if o.paths == nil {
			o.paths = make(map[glyph]string)
		}
		path = outlineOf(g.face, g.gid)
		o.paths[g] = path
	}
	return path
}

// outlineOf writes the contours of a glyph as relative steps (SVG 2, 9.3).
func outlineOf(face *fonts.Face, gid uint16) string {
	var out pen
	for _, c := range face.Contours(int(gid)) {
		var at fonts.Point
		step := func(p fonts.Point) {
			out.put(p.X-at.X, " ", p.Y-at.Y)
		}
		fonts.Draw(c, fonts.Pen{
			Begin: func(p fonts.Point) { out.put("M", p.X, " ", p.Y); at = p },
			Line:  func(p fonts.Point) { out.put("l"); step(p); at = p },
			Curve: func(by, p fonts.Point) { out.put("q"); step(by); out.put(" "); step(p); at = p },
		})
		out.put("z")
	}
	return string(out.b)
}

// pictureOf is the address of a picture: the picture itself where no other is given.
func (b *Book) pictureOf(asset string) (string, error) {
	if b.opt.Picture != nil {
		return b.opt.Picture(asset), nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if uri, ok := b.pictures[asset]; ok {
		return uri, nil
	}
	data, media, err := b.pages.Pictures[asset].File()
	if err != nil {
		return "", fmt.Errorf("image %s: %w", asset, err)
	}
	b.pictures[asset] = "data:" + media + ";base64," + base64.StdEncoding.EncodeToString(data)
	return b.pictures[asset], nil
}
