package cover

import (
	"bytes"
	"fmt"

	"warraq/content"
	"warraq/content/setup"
	"warraq/layout/format"
	"warraq/layout/picture"
)

// ScreenWidth is how many pixels across the cover of an e-book is. Kindle wants
// 1600 by 2560, Apple Books at least 1400 on the short side.
const ScreenWidth = 1600

// shelf is how many times as high as wide the covers of e-books are at most,
// and as wide as high: beyond, shelves cut them.
const shelf = 1.6

// ScreenSize is the size of an e-book's cover in points: that of the book's
// page, or as near to it as shelves have room for.
func ScreenSize(doc *content.Document) setup.Size {
	size := format.Of(doc).Trim
	size.H = min(max(size.H, size.W/shelf), size.W*shelf)
	return size
}

// Pixels that sellers of e-books ask of a cover: Apple Books on the short side,
// and Kindle at the very least.
const (
	shortSide               = 1400
	leastWidth, leastHeight = 625, 1000
)

// Check looks at the picture that the author gives for a cover: whether it can
// be read, and whether it is what sellers of e-books ask for.
func Check(doc *content.Document) []content.Problem {
	name := doc.Meta.Cover
	asset := doc.Assets[name]
	if asset == nil {
		return nil // told elsewhere
	}
	warn := func(what, hint string) []content.Problem {
		return []content.Problem{{Pos: doc.Said.Wrap, What: "cover " + name + " " + what, Hint: hint}}
	}
	if bytes.Contains(asset.Data[:min(len(asset.Data), 1024)], []byte("<svg")) {
		return warn("is a drawing (SVG), which shelves and many readers do not show", "save it as a PNG or JPEG, 1600×2560 pixels")
	}
	p, err := picture.Read(asset.Data)
	switch {
	case err != nil:
		return warn(err.Error(), "save it anew, as a PNG or JPEG")
	case p.Color.Space == picture.CMYK:
		return warn("has the colours of print (CMYK), which e-book readers show wrongly or not at all", "save it in RGB")
	case p.Width < leastWidth || p.Height < leastHeight:
		return warn(size(p)+"; Kindle refuses covers under 625×1000", "give one of 1600×2560 pixels")
	case min(p.Width, p.Height) < shortSide:
		return warn(size(p)+"; Apple Books asks for 1400 on the short side, Kindle for 1600×2560", "give a larger one")
	}
	return nil
}

func size(p *picture.Picture) string { return fmt.Sprintf("has %d×%d pixels", p.Width, p.Height) }
