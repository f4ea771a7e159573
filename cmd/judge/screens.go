package main

import (
	_ "embed"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

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

// screens makes the pages of each book as pictures and as drawings: rendered, they must
// be those of the PDF. The guides have nothing that the others do not, and many pages.
func (c *court) screens() error {
	for _, b := range c.books {
		if strings.HasPrefix(b.name, "guide-") {
			continue
		}
		if err := c.screensOf(b); err != nil {
			c.fail("screens "+b.name, "%v", err)
		}
	}
	return nil
}

func (c *court) screensOf(b *book) error {
	dir := filepath.Join(c.work, "screens", b.name)
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o777)); err != nil {
		return err
	}
	if err := c.renderings(b, dir); err != nil {
		return err
	}
	drawings, _ := filepath.Glob(filepath.Join(dir, "*-[0-9][0-9][0-9].svg"))
	rendered, _ := filepath.Glob(filepath.Join(dir, "poppler-*.png"))
	if len(drawings) == 0 || len(rendered) != len(drawings) {
		return fmt.Errorf("the PDF has %d pages, there are %d drawings", len(rendered), len(drawings))
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
		for kind, file := range map[string]string{"PNG": strings.TrimSuffix(name, ".svg") + ".png", "SVG": name + ".png"} {
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
	c.pass("screens "+b.name, "%d pages: of the worst %.2f %% of the pixels are not those of the PDF as PNG, %.2f %% as SVG",
		len(drawings), 100*worst["PNG"], 100*worst["SVG"])
	return os.RemoveAll(dir)
}

// renderings makes the pages of a book, and draws them as others do, at once: those of the
// PDF by MuPDF and poppler, the drawings by resvg.
func (c *court) renderings(b *book, dir string) error {
	ours := func() error {
		args := []string{c.warraq, "build", "-q", "--only", "svg,png", "--dpi", screenDPI, "-o", dir}
		if _, err := c.command(append(args, b.named(b.source)...)...); err != nil {
			return err
		}
		drawings, _ := filepath.Glob(filepath.Join(dir, "*-[0-9][0-9][0-9].svg"))
		_, err := c.script("svg.mjs", svgScript, append([]string{screenDPI}, drawings...)...)
		return err
	}
	theirs := func(args ...string) func() error {
		return func() error { _, err := c.command(args...); return err }
	}
	errs := make([]error, 3)
	var all sync.WaitGroup
	for i, draw := range []func() error{ours,
		theirs("mutool", "draw", "-q", "-c", "gray", "-r", screenDPI, "-o", filepath.Join(dir, "mupdf-%d.png"), b.pdf),
		theirs("pdftoppm", "-gray", "-png", "-r", screenDPI, b.pdf, filepath.Join(dir, "poppler"))} {
		all.Go(func() { errs[i] = draw() })
	}
	all.Wait()
	return errors.Join(errs...)
}

// plate reads a rendered page.
func plate(name string) (*image.Gray, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return raster.ReadPNG(data)
}
