package cover

import (
	"fmt"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/picture"
)

// Wrap is the cover that is folded around a book: back, spine and front on one
// side of a sheet, with its bleed. A book that opens from the right has its
// front on the left panel.
type Wrap struct {
	// Book is the sheet as a book of one page, for an emitter.
	Book *display.Book
	// Bleed is how much of the page is cut away at each edge, points.
	Bleed float64
	// Spine is how wide the spine is, Folds where it begins and ends, points from
	// the left edge of the trimmed sheet.
	Spine float64
	Folds []float64
	// Notes tell what is left out that an author may not miss.
	Notes []content.Problem
}

// Around says what a cover goes around.
type Around struct {
	Pages int     // of the book
	Bleed float64 // points
}

// WrapOf designs the cover of a book after its theme, or of the pictures that
// its author gives. What is left out, and pictures that will not print well, its
// warnings tell.
func WrapOf(doc *content.Document, set *fonts.Set, around Around) *Wrap {
	w := &wrapper{
		doc: doc, set: set, trim: format.Of(doc).Trim, ltr: doc.Meta.Dir == locale.LTR,
		bleed: around.Bleed, spine: doc.Setup.SpineWidth(around.Pages), pages: around.Pages,
		page: &display.Page{Number: 1}, pictures: make(map[string]*picture.Picture), logo: logoOf(doc, set),
	}
	w.whole = setup.Size{W: 2*w.trim.W + w.spine, H: w.trim.H}
	if !w.picture(doc.Setup.Wrap.Whole, display.Rect{W: w.whole.W, H: w.whole.H}, edges(true, true, w.bleed)) {
		w.panels()
	} else {
		w.barcode(w.backX(), w.backCorners())
	}
	style := format.Of(doc)
	style.Trim = setup.Size{W: w.whole.W + 2*w.bleed, H: w.whole.H + 2*w.bleed}
	return &Wrap{
		Book:  &display.Book{Pages: []*display.Page{w.page}, Pictures: w.pictures, Warnings: w.warnings, Style: style},
		Bleed: w.bleed, Spine: w.spine, Folds: []float64{w.trim.W, w.trim.W + w.spine},
		Notes: w.notes,
	}
}

// wrapper is a cover at work. Places are points from the top left corner of the
// trimmed sheet until they come to the page.
type wrapper struct {
	doc      *content.Document
	set      *fonts.Set
	trim     setup.Size // of a panel
	whole    setup.Size // of the sheet
	ltr      bool
	bleed    float64
	spine    float64
	pages    int
	page     *display.Page
	pictures map[string]*picture.Picture
	logo     *picture.Picture // of the publisher; nil for none
	warnings []content.Problem
	notes    []content.Problem
}

// edges is the bleed of a panel at its outer edges.
func edges(left, right bool, by float64) bleed {
	b := bleed{top: by, foot: by}
	if left {
		b.left = by
	}
	if right {
		b.right = by
	}
	return b
}

// frontX, spineX and backX are the left edges of the panels.
func (w *wrapper) frontX() float64 {
	if w.ltr {
		return w.trim.W + w.spine
	}
	return 0
}

func (w *wrapper) spineX() float64 { return w.trim.W }

func (w *wrapper) backX() float64 {
	if w.ltr {
		return 0
	}
	return w.trim.W + w.spine
}

// panels designs front, back and spine, or shows the pictures of them.
func (w *wrapper) panels() {
	w.frontAt(w.frontX())
	w.backAt(w.backX())
	d := w.panel(setup.Size{W: w.spine, H: w.trim.H}, edges(false, false, w.bleed))
	d.unit = min(w.trim.W, w.trim.H*widest) // as on the panels beside it
	w.spineTexts(d)
	w.add("spine", d.panel, w.spineX())
}

// frontAt is the front, from a place across.
func (w *wrapper) frontAt(x float64) {
	field := display.Rect{X: x, W: w.trim.W, H: w.trim.H}
	if over := edges(!w.ltr, w.ltr, w.bleed); !w.picture(w.doc.Meta.Cover, field, over) {
		d := w.panel(w.trim, over)
		d.logo = w.logo
		d.front()
		w.add("front", d.panel, x)
	}
}

// backAt is the back, from a place across.
func (w *wrapper) backAt(x float64) {
	field := display.Rect{X: x, W: w.trim.W, H: w.trim.H}
	if over := edges(w.ltr, !w.ltr, w.bleed); !w.picture(w.doc.Setup.Wrap.Back, field, over) {
		d := w.panel(w.trim, over)
		d.logo = w.logo
		corners := d.back(w.backText(), w.coded())
		w.add("back", d.panel, x)
		w.barcode(x, corners)
		return
	}
	w.barcode(x, w.backCorners())
}

// panel begins a panel of the sheet, beyond whose bleed there is no ink.
func (w *wrapper) panel(size setup.Size, over bleed) *designer {
	d := newDesigner(w.doc, w.set, size, over)
	d.bounded = true
	return d
}

// backCorners is where on a picture of the back the barcode stands.
func (w *wrapper) backCorners() display.Rect {
	const edge = 8 * millimetre
	return inset(display.Rect{W: w.trim.W, H: w.trim.H}, edge)
}

// backText is what stands on the back.
func (w *wrapper) backText() string {
	if text := w.doc.Setup.Wrap.BackText; text != "" {
		return text
	}
	return w.doc.Meta.Description
}

// add puts a panel on the sheet.
func (w *wrapper) add(name string, p *Panel, x float64) {
	for _, it := range p.Items {
		it = display.Moved(it, x+w.bleed, w.bleed)
		if m, ok := it.(*display.Image); ok {
			w.pictures[name+"-"+m.Asset] = p.Pictures[m.Asset]
			m.Asset = name + "-" + m.Asset
		}
		w.page.Items = append(w.page.Items, it)
	}
	for _, problem := range p.Warnings { // once for all panels
		w.warn(problem.What, problem.Hint)
	}
}

func (w *wrapper) warn(what, hint string) {
	p := content.Problem{Pos: w.doc.Said.Wrap, What: what, Hint: hint}
	for _, other := range w.warnings {
		if other == p {
			return
		}
	}
	w.warnings = append(w.warnings, p)
}

func (w *wrapper) note(what, hint string) {
	w.notes = append(w.notes, content.Problem{Pos: w.doc.Said.Wrap, What: "cover: " + what, Hint: hint})
}

// Densities below which the pixels of a picture show in print, and how much of
// it may be cut away unsaid.
const (
	leastDPI = 200
	mostCut  = 0.03
)

// picture fills a panel and its bleed with a picture, of which what does not fit
// is cut away evenly. It tells whether there is one.
func (w *wrapper) picture(name string, panel display.Rect, over bleed) bool {
	asset := w.doc.Assets[name]
	if name == "" || asset == nil {
		return false
	}
	p, err := read(asset, w.doc.Meta.Lang, w.set)
	if err != nil {
		w.warn("cover: "+name+" "+err.Error()+"; the cover is drawn without it", "save it anew, as a PNG or JPEG")
		return false
	}
	if p.Drawing != nil {
		for _, o := range p.Drawing.Omitted {
			w.warn("cover: "+lines.Omitted(name, o), lines.OmittedHint)
		}
	}
	field := display.Rect{X: panel.X - over.left, Y: panel.Y - over.top, W: panel.W + over.left + over.right, H: panel.H + over.top + over.foot}
	at := field
	if ratio := p.Ratio(); ratio > field.H/field.W {
		at.H = field.W * ratio
		at.Y -= (at.H - field.H) / 2
	} else {
		at.W = field.H / ratio
		at.X -= (at.W - field.W) / 2
	}
	w.judge(name, p, at, field)
	m := &display.Image{Rect: at, Asset: name, Crop: &field}
	w.pictures[name] = p
	w.page.Items = append(w.page.Items, display.Moved(m, w.bleed, w.bleed))
	return true
}

// judge warns of a picture that is coarse, or much of which is cut away.
func (w *wrapper) judge(name string, p *picture.Picture, at, field display.Rect) {
	dpi := float64(p.Width) / (at.W / 72)
	if p.Drawing == nil && dpi < leastDPI-0.5 {
		const good = 300
		w.warn(fmt.Sprintf("cover: %s prints at %.0f dpi, and its %d×%d pixels will show", name, dpi, p.Width, p.Height),
			fmt.Sprintf("give one of at least %.0f×%.0f pixels", field.W/72*good, field.H/72*good))
	}
	if cut := 1 - field.W*field.H/(at.W*at.H); cut > mostCut {
		w.note(fmt.Sprintf("%.0f %% of %s lie beyond the sheet, which is of another shape", 100*cut, name),
			fmt.Sprintf("give one of %.0f×%.0f mm, the bleed in it", field.W/millimetre, field.H/millimetre))
	}
}

const millimetre = setup.Millimetre
