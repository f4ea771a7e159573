// Package picture makes image files ready for print: it reads how large they
// are and turns their samples into planes as a PDF holds them. What can be
// taken as it lies in the file is: a JPEG whole, a PNG's compressed rows; the
// rest goes through the decoders of Go's libraries. Drawings in SVG become
// operators, so that they are sharp at any size.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"warraq/layout/drawing"
)

// Picture is an image ready for print.
type Picture struct {
	// Width and Height are in pixels, as the picture is to be seen.
	Width, Height int
	// DPI is how many pixels an inch the file asks for; 0 where it says nothing.
	DPI float64
	// Turn is how the samples lie (Exif 2.3, Orientation): 1 as they are seen,
	// 2 mirrored, 3 upside down, … 8 turned to the right.
	Turn  int
	Color Plane
	Alpha *Plane // opacity, of one component; nil where all is opaque
	// Drawing is a picture that has no pixels; then it has none of the above.
	Drawing *drawing.Drawing
	// Parts are the pixels that lie in a drawing, as it numbers them.
	Parts []*Picture

	summed sync.Once
	sum    uint64 // see Sum
}

// Ratio is how many times as high as wide the picture is.
func (p *Picture) Ratio() float64 {
	if p.Drawing != nil {
		return p.Drawing.Height / p.Drawing.Width
	}
	return float64(p.Height) / float64(p.Width)
}

// SeeThrough tells a picture through which one sees what lies below.
func (p *Picture) SeeThrough() bool {
	if p.Drawing == nil {
		return p.Alpha != nil
	}
	for _, part := range p.Parts {
		if part.Alpha != nil {
			return true
		}
	}
	for _, f := range p.Drawing.Forms {
		if f.Blended {
			return true
		}
	}
	return len(p.Drawing.Opacities) > 0
}

// Space is what the components of a sample mean.
type Space uint8

const (
	Gray Space = iota
	RGB
	CMYK
	Indexed // a number in the palette
)

// Components counts the components of a sample.
func (s Space) Components() int { return [...]int{1, 3, 4, 1}[s] }

// Coding is how a plane's samples are compressed.
type Coding uint8

const (
	Rows Coding = iota // zlib over the rows of a PNG, each with its filter
	DCT                // a JPEG file
)

// Plane is the samples of a picture, or of its opacity.
type Plane struct {
	Width, Height int // as they lie in Data
	Space         Space
	Bits          int    // a component
	Palette       []byte // of Indexed: red, green and blue of each entry
	Profile       []byte // what red, green and blue, or the inks, mean (ICC); nil: sRGB, or those of the press
	Inverted      bool   // 0 is full ink, as Adobe's programs write CMYK
	PlainRGB      bool   // of DCT: the three components are RGB and not YCbCr
	Coding        Coding
	Data          []byte
}

// MaxPixels bounds a picture, whatever else its reader allows: a file of few bytes can
// claim to be so large that no memory holds it.
const MaxPixels = 1_000_000_000

// Read reads a PNG, JPEG, GIF (its first frame), WebP or SVG file. A file that is
// broken or of another kind is an error, said as a predicate: "is cut short".
func Read(data []byte) (p *Picture, err error) { return readAs(data, false) }

// readAs reads a file; the rows of a PNG may have been checked before.
func readAs(data []byte, checked bool) (p *Picture, err error) {
	defer func() {
		if broken := recover(); broken != nil { // a decoder that met what it did not expect
			p, err = nil, fmt.Errorf("cannot be read: %v", broken)
		}
	}()
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		p, err = readPNG(data, checked)
	case bytes.HasPrefix(data, []byte("\xFF\xD8")):
		p, err = readJPEG(data)
	case bytes.HasPrefix(data, []byte("GIF8")):
		p, err = readGIF(data)
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		p, err = readWebP(data)
	case bytes.Contains(data, []byte("<svg")):
		return readSVG(data, drawing.Initial{})
	default:
		return nil, errors.New("is neither PNG, JPEG, GIF, WebP nor SVG")
	}
	if err != nil {
		return nil, err
	}
	p.turn()
	return p, nil
}

// mostPart bounds the pixels of a picture within a drawing.
const mostPart = 64_000_000

// ReadDrawing reads an SVG file whose letters are others where it says nothing of them.
func ReadDrawing(data []byte, i drawing.Initial) (*Picture, error) { return readSVG(data, i) }

// readSVG reads a drawing, and the pixels that lie in it.
func readSVG(data []byte, i drawing.Initial) (*Picture, error) {
	p := &Picture{Turn: 1}
	d, err := drawing.ReadWith(data, func(part []byte) (width, height int, err error) {
		if bytes.Contains(part[:min(len(part), 1024)], []byte("<svg")) {
			return 0, 0, errors.New("is a drawing itself")
		}
		if pixels, _ := Size(part); pixels > mostPart {
			return 0, 0, errors.New("is too large")
		}
		inner, err := Read(part)
		if err != nil {
			return 0, 0, err
		}
		p.Parts = append(p.Parts, inner)
		return inner.Width, inner.Height, nil
	}, i)
	if err != nil {
		return nil, err
	}
	p.Drawing = d
	return p, nil
}

// turn makes width and height those that are seen.
func (p *Picture) turn() {
	if p.Turn < 1 || p.Turn > 8 {
		p.Turn = 1
	}
	p.Width, p.Height = p.Color.Width, p.Color.Height
	if p.Turn > 4 {
		p.Width, p.Height = p.Height, p.Width
	}
}

// checkSize refuses a picture without pixels or with too many.
func checkSize(width, height int) error {
	switch {
	case width <= 0 || height <= 0:
		return errors.New("has no pixels")
	case int64(width)*int64(height) > MaxPixels:
		return fmt.Errorf("is too large, %d×%d pixels", width, height)
	}
	return nil
}
