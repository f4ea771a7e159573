package main

import (
	_ "embed"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strconv"

	"warraq/cmd/judge/internal/raster"
)

//go:embed svg.mjs
var svgScript []byte

// How pages on a screen are held to those of the PDF: dots an inch, how far, of 255,
// a pixel may be beyond what the readers of the PDF make of it, and how many may be
// further. The readers themselves differ: where one has a soft edge the other has moved
// it to a whole pixel.
const (
	screenDPI  = "150"
	screenTone = 64
	screenPart = 0.01
)

// drawnEach is of how many pages one is drawn by Chromium, which takes its time.
const drawnEach = 3

// screens makes the pages of each book as pictures and as drawings: rendered, they must
// be those of the PDF.
func (c *court) screens() error {
	for _, b := range c.books {
		if err := c.screensOf(b); err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
	}
	return nil
}

func (c *court) screensOf(b *book) error {
	dir := filepath.Join(c.work, "screens", b.name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	args := []string{c.warraq, "build", "-q", "--only", "svg,png", "--dpi", screenDPI, "-o", dir}
	if _, err := c.command(append(args, b.named(b.source)...)...); err != nil {
		return err
	}
	if _, err := c.command("mutool", "draw", "-q", "-c", "gray", "-r", screenDPI, "-o", filepath.Join(dir, "mupdf-%d.png"), b.pdf); err != nil {
		return err
	}
	if _, err := c.command("pdftoppm", "-gray", "-png", "-r", screenDPI, b.pdf, filepath.Join(dir, "poppler")); err != nil {
		return err
	}
	pictures, _ := filepath.Glob(filepath.Join(dir, "*-[0-9][0-9][0-9].png"))
	drawings, _ := filepath.Glob(filepath.Join(dir, "*-[0-9][0-9][0-9].svg"))
	rendered, _ := filepath.Glob(filepath.Join(dir, "poppler-*.png"))
	if len(drawings) == 0 || len(rendered) != len(drawings) {
		return fmt.Errorf("the PDF has %d pages, there are %d drawings", len(rendered), len(drawings))
	}
	var drawn []string
	for i := 0; i < len(drawings); i += drawnEach {
		drawn = append(drawn, drawings[i])
	}
	if _, err := c.script("svg.mjs", svgScript, append([]string{screenDPI}, drawn...)...); err != nil {
		return err
	}
	worst := map[string]float64{}
	for i, name := range drawings {
		one, err := plate(filepath.Join(dir, "mupdf-"+strconv.Itoa(i+1)+".png"))
		if err != nil {
			return err
		}
		other, err := plate(rendered[i])
		if err != nil {
			return err
		}
		ours := map[string]string{"PNG": name[:len(name)-len(".svg")] + ".png"}
		if i%drawnEach == 0 {
			ours["SVG"] = name + ".png"
		}
		for kind, file := range ours {
			m, err := plate(file)
			if err != nil {
				return err
			}
			part := raster.Beyond(m, one, other, screenTone)
			worst[kind] = max(worst[kind], part)
			if part > screenPart {
				c.fail("screens "+b.name, "page %d as %s: %.2f %% of its pixels are not those of the PDF", i+1, kind, 100*part)
			}
		}
	}
	c.pass("screens "+b.name, "%d pages: of the worst %.2f %% of the pixels are not those of the PDF as PNG, %.2f %% as SVG (%d drawn)",
		len(drawings), 100*worst["PNG"], 100*worst["SVG"], len(drawn))
	for _, name := range append(append(pictures, drawings...), rendered...) {
		os.Remove(name)
	}
	return nil
}

// plate reads a rendered page.
func plate(name string) (*image.Gray, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return raster.ReadPNG(data)
}
