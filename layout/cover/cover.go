// Package cover designs the front of a book whose author gives no picture of
// it: title, subtitle, authors and publisher set by the book's own shaper in
// its own faces, on a panel of any size, with the colours and the ornament of
// its theme.
//
// A [Panel] is a display list in the items of package layout, which an emitter
// draws as a page; [Panel.PNG] draws it in pixels, for the shelves and the
// covers of e-books.
package cover

import (
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/manuscript"
	"warraq/layout/paragraph"
	"warraq/layout/picture"
)

// Panel is the front of a cover: a display list of texts, rules and figures
// from the lowest up. All measures are points from its top left corner.
type Panel struct {
	W, H  float64
	Items []display.Item
	// Pictures are the figures of the items, by the names in them.
	Pictures map[string]*picture.Picture
	// Warnings tell characters that no font has.
	Warnings []content.Problem
	// Ground is the colour along the edges.
	Ground paragraph.Color

	figures map[string]figure
}

// Drawn tells a panel that is nothing but texts, rules and figures, which [Panel.PNG] can
// draw: one with a logo is drawn as pages are.
func (p *Panel) Drawn() bool { return p.Pictures[logoName] == nil }

// Front designs the front of a book on a panel of the size given, in points.
func Front(doc *content.Document, set *fonts.Set, size setup.Size) *Panel {
	d := newDesigner(doc, set, size, bleed{})
	d.logo = logoOf(doc, set)
	d.front()
	return d.panel
}

// newDesigner begins a panel, beyond whose edges ink may go.
func newDesigner(doc *content.Document, set *fonts.Set, size setup.Size, over bleed) *designer {
	d := &designer{
		panel: &Panel{W: size.W, H: size.H, Pictures: make(map[string]*picture.Picture), figures: make(map[string]figure)},
		style: format.Of(doc), lang: doc.Meta.Lang, particles: particlesOf(doc.Meta.Lang),
		comp: paragraph.NewCompositor(set, paragraph.NewWords()),
		unit: min(size.W, size.H*widest), told: make(map[rune]bool),
		over: over, kashida: manuscript.Lengthening(doc, set),
	}
	d.look = d.style.Cover
	d.words = wordsOf(&doc.Meta)
	return d
}

// front designs the front in the style of the theme.
func (d *designer) front() {
	switch d.look.Style {
	case design.CoverBlock:
		d.block()
	case design.CoverLattice:
		d.lattice()
	case design.CoverPlate:
		d.plate()
	case design.CoverHills:
		d.hills()
	default:
		d.frame()
	}
}

// widest is the width of a panel, in parts of its height, beyond which its
// measures are taken from the height.
const widest = 0.75

// words are what stands on a cover; any of them may be empty.
type words struct{ title, subtitle, authors, publisher, series string }

func wordsOf(m *content.Meta) words {
	var authors []string
	for _, a := range m.Authors {
		if a = clean(a); a != "" {
			a = strings.ReplaceAll(a, " ", "\u00A0") // a name stays on its line
			authors = append(authors, lines.Isolated(a, m.Dir))
		}
	}
	return words{clean(m.Title), clean(m.Subtitle), strings.Join(authors, locale.PunctuationFor(m.Lang).Comma), clean(m.Publisher), clean(m.Series.Name)}
}

// clean makes a text one line of words with single spaces between them.
func clean(text string) string { return strings.Join(strings.Fields(text), " ") }
