package cover

import (
	"warraq/content"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/lettering"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// Measures of the publisher's logo.
const (
	logoHeight = 0.1  // at most, in units
	logoWidth  = 0.4  // at most, of the measure
	logoPad    = 0.14 // of the plate around it, of its height
	logoGap    = 0.3  // from it to the publisher, of its height
)

// logo is a publisher's logo on its way to a panel: in the plate around it, which is
// drawn where the ground is dark, from the left end of a measure.
type logo struct {
	plate display.Rect
	pad   float64
}

// crowned puts the logo above the publisher: a logo is drawn for white paper, so that it
// has a plate of that on a dark ground.
func (d *designer) crowned(p plan, b block) block {
	if d.logo == nil {
		return b
	}
	h := min(logoHeight*d.unit, logoWidth*p.measure*d.logo.Ratio())
	l := &logo{}
	if white := paragraph.Gray(1); legible(p.others, white) != p.others {
		l.pad = logoPad * h
	}
	l.plate = display.Rect{W: h/d.logo.Ratio() + 2*l.pad, H: h + 2*l.pad}
	switch {
	case p.align == paragraph.Center:
		l.plate.X = (p.measure - l.plate.W) / 2
	case !d.style.LTR:
		l.plate.X = p.measure - l.plate.W
	}
	down := l.plate.H
	if b.height > 0 {
		down += logoGap * h
	}
	for _, t := range b.texts {
		t.Y += down
	}
	b.height, b.logo = b.height+down, l
	return b
}

// putLogo draws the logo of a block at a place.
func (d *designer) putLogo(l *logo, x, y float64) {
	at := l.plate.At(x, y)
	if l.pad > 0 {
		d.rule(at.X, at.Y, at.W, at.H, paragraph.Gray(1))
	}
	d.panel.Pictures[logoName] = d.logo
	d.panel.Items = append(d.panel.Items, &display.Image{Rect: inset(at, l.pad), Asset: logoName})
}

// logoName is the picture of a panel that is the logo.
const logoName = "logo"

// logoOf is the publisher's logo, nil for none or where it cannot be read, which is told
// elsewhere.
func logoOf(doc *content.Document, set *fonts.Set) *picture.Picture {
	asset := doc.Assets[doc.Meta.Logo]
	if asset == nil {
		return nil
	}
	p, err := read(asset, doc.Meta.Lang, set)
	if err != nil {
		return nil
	}
	return p
}

// read reads a picture; the labels of a drawing are set in the faces of the book.
func read(asset *content.Asset, lang string, set *fonts.Set) (*picture.Picture, error) {
	p, err := picture.Read(asset.Data)
	if err == nil && p.Drawing != nil {
		lettering.Set(p.Drawing, set, paragraph.NewWords(), lang)
	}
	return p, err
}
