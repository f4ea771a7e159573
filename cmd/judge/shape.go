package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// manner is how a word is handed to HarfBuzz.
type manner struct {
	direction, script, language string
}

var (
	arabic = manner{"rtl", "Arab", "ar"}
	latin  = manner{"ltr", "Latn", "fr"}
	digits = manner{"ltr", "Arab", "ar"} // European digits stay left to right inside Arabic
)

// placed is one glyph as HarfBuzz places it, in font units: dx and dy move
// this glyph, ax the pen.
type placed struct {
	GID int     `json:"g"`
	DX  float64 `json:"dx"`
	DY  float64 `json:"dy"`
	AX  float64 `json:"ax"`
}

// typeface is a font file as HarfBuzz and we read it.
type typeface struct {
	path    string
	program *glyphProgram
	shaped  map[manner]map[string][]placed
}

// readTypeface reads a TrueType file.
func readTypeface(path string) (*typeface, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	p, err := readProgram(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &typeface{path: path, program: p, shaped: make(map[manner]map[string][]placed)}, nil
}

// shape lets hb-shape shape all words in one process and remembers what it
// says. Glyphs come in visual order, from the left.
func (c *court) shape(t *typeface, m manner, words []string) error {
	known := t.shaped[m]
	if known == nil {
		known = make(map[string][]placed)
		t.shaped[m] = known
	}
	var list []string
	for _, w := range words {
		if _, ok := known[w]; !ok && w != "" {
			known[w] = nil
			list = append(list, w)
		}
	}
	if len(list) == 0 {
		return nil
	}
	file := filepath.Join(c.work, "words.txt")
	if err := os.WriteFile(file, []byte(strings.Join(list, "\n")+"\n"), 0o666); err != nil {
		return err
	}
	out, err := c.command("hb-shape", "--text-file="+file, "--direction="+m.direction, "--script="+m.script, "--language="+m.language,
		"--font-size=upem", "--no-glyph-names", "--output-format=json", t.path)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != len(list) {
		return fmt.Errorf("hb-shape gave %d lines for %d words", len(lines), len(list))
	}
	for i, l := range lines {
		var run []placed
		if err := json.Unmarshal([]byte(l), &run); err != nil {
			return fmt.Errorf("hb-shape on %q: %w", list[i], err)
		}
		known[list[i]] = run
	}
	return nil
}

// drawing is ink from an origin, and how far the pen went.
type drawing struct {
	contours []contour
	advance  float64
	leant    bool // the advance has a space in it
}

// drawing is what the font means a shaped word to look like.
func (t *typeface) drawing(run []placed) (drawing, error) {
	var d drawing
	for _, g := range run {
		cs, err := t.program.contours(g.GID)
		if err != nil {
			return d, err
		}
		d.contours = append(d.contours, at(cs, d.advance+g.DX, g.DY)...)
		d.advance += g.AX
	}
	return d, nil
}
