package main

import "warraq/cmd/judge/internal/pagelist"

// pages compares the page list of each EPUB with its PDF: each page that begins
// something has one break, under its own label, and the words on either side of
// it are the last of the pages before and the first of that page. The imprint and
// later pages of the contents, which the EPUB has in another form, have none.
func (c *court) pages() error {
	for _, b := range c.books {
		out, err := c.script("pdfjs.mjs", pdfjsScript, b.pdf, "pages")
		if err != nil {
			return err
		}
		e, err := pagelist.Read(b.epub)
		if err != nil {
			return err
		}
		faults := pagelist.Compare(pagelist.Printed(out), e)
		for _, f := range faults {
			c.fail("pages "+b.name, "%s", f)
		}
		if len(faults) == 0 {
			c.pass("pages "+b.name, "%d breaks stand at the words of their pages", len(e.Breaks))
		}
	}
	return nil
}
