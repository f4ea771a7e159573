package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
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
		if !v.ok || v.as.text == "" {
			continue
		}
		page, err := c.page(b, v.in.page, pages)
		if err != nil {
			return err
		}
		view, err := c.view(v)
		if err != nil {
			return err
		}
		parts := components(view)
		if len(parts) == 0 {
			continue
		}
		words++
		pieces += len(parts)
		gone, at := missing(parts, page, v)
		if gone > 0 {
			lost = append(lost, fmt.Sprintf("page %d: %d of %d pieces of %q are not on the page", v.in.page, gone, len(parts), v.as.text))
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
	known[n], err = gray(data)
	return known[n], err
}

// view is hb-view's picture of the word at the size it has on the page.
func (c *court) view(v verdict) (*image.Gray, error) {
	out := filepath.Join(c.work, "view.png")
	_, err := c.command("hb-view", fmt.Sprintf("--margin=%d", margin), "--output-format=png", "--output-file="+out,
		fmt.Sprintf("--font-size=%.3f", v.in.size*resolution/72),
		"--direction="+v.as.direction, "--script="+v.as.script, "--language="+v.as.language, v.face.path, v.as.text)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return gray(data)
}

func gray(data []byte) (*image.Gray, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	g := image.NewGray(img.Bounds())
	for y := g.Rect.Min.Y; y < g.Rect.Max.Y; y++ {
		for x := g.Rect.Min.X; x < g.Rect.Max.X; x++ {
			g.Set(x, y, img.At(x, y))
		}
	}
	return g, nil
}
