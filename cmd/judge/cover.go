package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// coverISBN is that of the covers that are judged.
const coverISBN = "978-3-16-148410-0"

// cover builds the cover around a book in each theme and either direction. It
// must be a PDF whose barcode a reader of barcodes reads, rendered at 150 dpi and at
// 300, as the ISBN.
func (c *court) cover() error {
	for _, theme := range []string{"plain", "report", "literary", "academic", "heritage", "magazine", "children"} {
		for _, lang := range []string{"ar", "en"} {
			b := &book{name: "cover-" + theme + "-" + lang, lang: lang, args: []string{"--only", "cover"}}
			dir := filepath.Join(c.work, b.name)
			b.source = filepath.Join(dir, "in")
			if err := os.MkdirAll(b.source, 0o777); err != nil {
				return err
			}
			manifest := fmt.Sprintf("title: كتاب Book\nlanguage: %s\nname: b\nisbn: %s\ntheme: %s\ncover: {spine: 12mm}\n", lang, coverISBN, theme)
			for name, text := range map[string]string{"book.yaml": manifest, "a.md": "# فصل\n\nنص.\n"} {
				if err := os.WriteFile(filepath.Join(b.source, name), []byte(text), 0o666); err != nil {
					return err
				}
			}
			if _, err := c.build(dir, b); err != nil {
				return err
			}
			b.pdf = filepath.Join(dir, "b-cover.pdf")
			c.silent("qpdf "+b.name, []string{"qpdf", "--check", b.pdf}, "WARNING", "ERROR")
			c.strict(b)
			if err := c.scanned(b); err != nil {
				return err
			}
		}
	}
	return nil
}

// scanned renders a cover and lets ZBar look for its barcode.
func (c *court) scanned(b *book) error {
	for _, dpi := range []string{"150", "300"} {
		image := strings.TrimSuffix(b.pdf, ".pdf") + "-" + dpi
		if _, err := c.command("pdftoppm", "-r", dpi, "-singlefile", "-gray", "-png", b.pdf, image); err != nil {
			return err
		}
		out, err := c.command("zbarimg", "-q", "--raw", "--nodbus", image+".png")
		says := c.pass
		if err != nil || strings.TrimSpace(out) != strings.ReplaceAll(coverISBN, "-", "") {
			says = c.fail
		}
		says("zbar "+b.name, "at %s dpi: %s", dpi, strings.TrimSpace(out))
	}
	return nil
}
