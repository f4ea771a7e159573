package lettering

import (
	"fmt"
	"os"

	"warraq/cmd/judge/internal/pdfread"
)

// Manner is how a word is handed to HarfBuzz.
type Manner struct {
	Direction, Script, Language string
}

var (
	arabic = Manner{"rtl", "Arab", "ar"}
	latin  = Manner{"ltr", "Latn", "fr"}
	digits = Manner{"ltr", "Arab", "ar"} // European digits stay left to right inside Arabic
)

// Placed is one glyph as HarfBuzz places it, in font units: dx and dy move
// this glyph, ax the pen.
type Placed struct {
	GID int     `json:"g"`
	DX  float64 `json:"dx"`
	DY  float64 `json:"dy"`
	AX  float64 `json:"ax"`
}

// Typeface is a font file as HarfBuzz and we read it.
type Typeface struct {
	Path    string
	Program *pdfread.Program
	Shaped  map[Manner]map[string][]Placed
}

// ReadTypeface reads a TrueType file.
func ReadTypeface(path string) (*Typeface, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	p, err := pdfread.ReadProgram(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Typeface{Path: path, Program: p, Shaped: make(map[Manner]map[string][]Placed)}, nil
}

// drawing is ink from an origin, and how far the pen went.
type drawing struct {
	contours []pdfread.Contour
	advance  float64
	leant    bool // the advance has a space in it
}

// drawing is what the font means a shaped word to look like.
func (t *Typeface) drawing(run []Placed) (drawing, error) {
	var d drawing
	for _, g := range run {
		cs, err := t.Program.Contours(g.GID)
		if err != nil {
			return d, err
		}
		d.contours = append(d.contours, pdfread.Moved(cs, d.advance+g.DX, g.DY)...)
		d.advance += g.AX
	}
	return d, nil
}
