package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// second builds each book as PDF 2.0 (--pdf ua2). It must be a PDF, and readers
// must see in it what they see in the first: the same text, the same pixels.
func (c *court) second() error {
	for _, b := range c.books {
		again := *b
		again.name, again.args = b.name+" in PDF 2.0", append(slices.Clone(b.args), "--only", "pdf", "--pdf", "ua2")
		dir := filepath.Join(c.work, "second", b.name)
		if _, err := c.build(dir, &again); err != nil {
			return err
		}
		again.pdf = filepath.Join(dir, filepath.Base(b.pdf))
		c.silent("qpdf "+again.name, []string{"qpdf", "--check", again.pdf}, "WARNING", "ERROR")
		c.strict(&again)
		if err := c.sameText(b, &again); err != nil {
			return err
		}
		if err := c.samePixels(b, &again); err != nil {
			return err
		}
	}
	return nil
}

// sameText compares what each reader takes out of two PDFs.
func (c *court) sameText(one, other *book) error {
	for _, r := range c.readers() {
		a, err := r.taken(one.pdf)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		b, err := r.taken(other.pdf)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		says, what := c.pass, "gives the same text"
		if a != b {
			says, what = c.fail, "gives another text"
		}
		says("second "+other.name, "%s %s", r.name, what)
	}
	return nil
}

// samePixels compares the pages of two PDFs as poppler draws them.
func (c *court) samePixels(one, other *book) error {
	a, err := c.drawn(one.pdf)
	if err != nil {
		return err
	}
	b, err := c.drawn(other.pdf)
	if err != nil {
		return err
	}
	says, what := c.pass, "the same pixels"
	if !slices.EqualFunc(a, b, bytes.Equal) {
		says, what = c.fail, "other pixels"
	}
	says("second "+other.name, "%d pages, %s", len(b), what)
	return nil
}

// drawn are the pages of a PDF as pictures.
func (c *court) drawn(pdf string) (pages [][]byte, err error) {
	dir, err := os.MkdirTemp(c.work, "drawn")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if _, err := c.command("pdftoppm", "-r", "72", pdf, filepath.Join(dir, "page")); err != nil {
		return nil, err
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}
