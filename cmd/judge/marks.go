package main

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"

	"warraq/cmd/judge/internal/lettering"
	"warraq/cmd/judge/internal/raster"
)

// resolution of the pages that are looked at, in dots to the inch.
const resolution = 300

// margin in dots keeps hb-view from cutting marks off.
const margin = 40

// marks looks at rendered pages: each distinct word of the vocalised sample is
// drawn by hb-view at the same size, and every connected piece of its ink (a
// letter, a dot, a mark) must be on the page where the word stands.
func (c *court) marks() error {
	for _, b := range c.books {
		if b.name != "vocalised" {
			continue
		}
		found, err := c.inspect(b)
		if err != nil {
			return err
		}
		return c.lookAt(b, found)
	}
	return fmt.Errorf("there is no vocalised sample")
}

// lookAt compares every word of one direction with hb-view's picture of it.
// As a control each word is also looked for on a page from which its smallest
// piece was wiped, which must be seen.
func (c *court) lookAt(b *book, found *inspection) error {
	pages := make(map[int]*image.Gray)
	words, pieces, blind := 0, 0, 0
	var lost []string
	for _, v := range found.drawn {
		if !v.Ok || v.As.Text == "" {
			continue
		}
		page, err := c.page(b, v.In.Page, pages)
		if err != nil {
			return err
		}
		view, err := c.view(v)
		if err != nil {
			return err
		}
		parts := raster.Components(view)
		if len(parts) == 0 {
			continue
		}
		words++
		pieces += len(parts)
		gone, at := missing(parts, page, v)
		if gone > 0 {
			lost = append(lost, fmt.Sprintf("page %d: %d of %d pieces of %q are not on the page", v.In.Page, gone, len(parts), v.As.Text))
			continue
		}
		if gone, _ := missing(parts, wiped(page, parts, at), v); gone == 0 {
			blind++
		}
	}
	for _, l := range firstFew(lost) {
		c.fail("marks", "%s", l)
	}
	switch {
	case words == 0 || blind*20 > words:
		return fmt.Errorf("the control failed: a wiped mark was not missed in %d of %d words", blind, words)
	case len(lost) > 0:
		c.fail("marks", "%d of %d words lack something", len(lost), words)
	default:
		c.pass("marks", "%d words, %d letters, dots and marks, none missing on the rendered page; control: a wiped one is seen in %d words", words, pieces, words-blind)
	}
	return nil
}

// page renders a page once.
func (c *court) page(b *book, n int, known map[int]*image.Gray) (*image.Gray, error) {
	if known[n] != nil {
		return known[n], nil
	}
	out := filepath.Join(c.work, "page")
	number := fmt.Sprint(n)
	if _, err := c.command("pdftoppm", "-r", fmt.Sprint(resolution), "-gray", "-png", "-singlefile", "-f", number, "-l", number, b.pdf, out); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(out + ".png")
	if err != nil {
		return nil, err
	}
	known[n], err = raster.ReadPNG(data)
	return known[n], err
}

// view is hb-view's picture of the word at the size it has on the page.
func (c *court) view(v lettering.Verdict) (*image.Gray, error) {
	out := filepath.Join(c.work, "view.png")
	_, err := c.command("hb-view", fmt.Sprintf("--margin=%d", margin), "--output-format=png", "--output-file="+out,
		fmt.Sprintf("--font-size=%.3f", v.In.Size*resolution/72),
		"--direction="+v.As.Direction, "--script="+v.As.Script, "--language="+v.As.Language, v.Face.Path, v.As.Text)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return raster.ReadPNG(data)
}

// missing counts the pieces of a word's picture that the page lacks where the
// word stands, and gives the offset at which it lacks least. Both were drawn
// by different programs, so the pictures may lie off by a few dots.
func missing(parts [][]image.Point, page *image.Gray, v lettering.Verdict) (lost int, offset image.Point) {
	const scale = resolution / 72.0
	x := int(math.Round((v.In.X+v.Codes[0].X/1000*v.In.Size)*scale)) - margin
	y := page.Rect.Dy() - int(math.Round(v.In.Y*scale)) // the baseline, from the top
	lost = -1
	for _, dy := range baselines(v) {
		for dx := -3; dx <= 3; dx++ {
			at := image.Pt(x+dx, y-dy)
			gone := 0
			for _, p := range parts {
				if !raster.Covered(p, page, at) {
					gone++
				}
			}
			if lost < 0 || gone < lost {
				lost, offset = gone, at
			}
		}
	}
	return max(lost, 0), offset
}

// wiped is the page without the smallest piece.
func wiped(page *image.Gray, parts [][]image.Point, offset image.Point) *image.Gray {
	smallest := parts[0]
	for _, p := range parts {
		if len(p) < len(smallest) {
			smallest = p
		}
	}
	clean := image.NewGray(page.Rect)
	copy(clean.Pix, page.Pix)
	for _, p := range smallest {
		for dy := -2; dy <= 2; dy++ {
			for dx := -2; dx <= 2; dx++ {
				clean.SetGray(p.X+offset.X+dx, p.Y+offset.Y+dy, color.Gray{Y: 255})
			}
		}
	}
	return clean
}

// baselines are the rows of hb-view's picture that may be the word's baseline:
// it draws the line as high as the font's ascender says, rounded its own way.
func baselines(v lettering.Verdict) []int {
	em := v.In.Size * resolution / 72
	ascender := margin + v.Face.Program.Ascender/float64(v.Face.Program.Upem)*em
	var rows []int
	for d := -4; d <= 4; d++ {
		rows = append(rows, int(math.Round(ascender))+d)
	}
	return rows
}
