package epub

import (
	"fmt"

	"warraq/content"
	"warraq/content/epub/compose"
	"warraq/content/epub/ocf"
	"warraq/content/epub/pages"
)

// composition is a publication on its way into its file.
type composition struct {
	*compose.Composition
	producer string
	kept     ocf.Kept
	nav      []byte // once it is rendered
}

// begin plans the publication of a document.
func begin(doc *content.Document, opt Options) (*composition, error) {
	c, err := compose.New(doc, compose.Options{Date: opt.Date, Fonts: opt.Fonts, Longest: opt.Longest, Cover: opt.Cover, Pages: opt.Pages, Shape: opt.Shape, Workers: opt.Workers})
	if err != nil {
		return nil, err
	}
	return &composition{Composition: c, producer: opt.Producer, kept: opt.Kept}, nil
}

// render writes every text document and plans the fonts of what they say.
func (c *composition) render() error {
	if err := c.Render(); err != nil {
		return err
	}
	c.nav = pages.Nav(c.Publication)
	c.Show(c.nav)
	for _, pg := range c.Pages {
		c.Show(pg.Part.Data)
	}
	c.PlanFonts()
	return nil
}

// compose deflates the text documents and everything else that travels in the
// book. Files come first: a font takes longest.
func (c *composition) compose() error {
	return c.Share(len(c.Files)+len(c.Pages), func(next func() (int, bool)) error {
		deflater, err := ocf.NewDeflater(c.kept)
		for i, ok := next(); ok && err == nil; i, ok = next() {
			err = c.composeOne(i, deflater)
		}
		return err
	})
}

// composeOne seals the ith part of files and pages.
func (c *composition) composeOne(i int, deflater *ocf.Deflater) (err error) {
	if i < len(c.Files) {
		f := c.Files[i]
		c.Cut(f)
		if f.Part, err = deflater.Seal(f.Part.Data); err != nil {
			err = fmt.Errorf("%s: %w", f.Name, err)
		}
		return err
	}
	pg := c.Pages[i-len(c.Files)]
	if pg.Part, err = deflater.Seal(pg.Part.Data); err != nil {
		err = fmt.Errorf("%s: %w", pg.Name, err)
	}
	return err
}
