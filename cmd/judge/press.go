package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"warraq/cmd/judge/internal/raster"
)

// pressDPI is such that the trim lies on whole pixels of the paper around it.
const pressDPI = 101.6

// colourless are the books of which the theme has black ink alone.
var colourless = []string{"booklet", "specimen-plain", "specimen-literary"}

// press builds the booklet and the specimen in each theme for a print shop. Each
// must be a PDF whose boxes lie one within the other; in a theme without colours
// its pages have black ink alone, but where pictures have others, and that ink lies
// where the file to read is dark.
func (c *court) press() error {
	for _, b := range c.books {
		if b.name != "booklet" && !strings.HasPrefix(b.name, "specimen-") {
			continue
		}
		shop := *b
		shop.name, shop.args = b.name+" for a print shop", append(slices.Clone(b.args), "--only", "press")
		dir := filepath.Join(c.work, "press", b.name)
		if _, err := c.build(dir, &shop); err != nil {
			return err
		}
		shop.pdf = filepath.Join(dir, strings.TrimSuffix(filepath.Base(b.pdf), ".pdf")+"-press.pdf")
		c.silent("qpdf "+shop.name, []string{"qpdf", "--check", shop.pdf}, "WARNING", "ERROR")
		c.strict(&shop)
		if err := c.nested(&shop); err != nil {
			return err
		}
		if !slices.Contains(colourless, b.name) {
			continue
		}
		if err := c.separated(b, &shop); err != nil {
			return err
		}
	}
	return nil
}

// nested looks at the boxes of every page, and that they are even in number.
func (c *court) nested(b *book) error {
	out, err := c.command("pdfinfo", "-box", "-f", "1", "-l", "100000", b.pdf)
	if err != nil {
		return err
	}
	boxes, pages := map[string][]float64{}, 0
	for line := range strings.Lines(out) {
		fields := strings.Fields(strings.ReplaceAll(line, ":", " "))
		if len(fields) != 7 || fields[0] != "Page" {
			continue
		}
		var box []float64
		for _, f := range fields[3:] {
			v, _ := strconv.ParseFloat(f, 64)
			box = append(box, v)
		}
		boxes[fields[2]] = box
		if fields[2] != "ArtBox" { // the last of a page
			continue
		}
		pages++
		const room = 8.5 // points of bleed, 3 mm
		media, bleed, trim := boxes["MediaBox"], boxes["BleedBox"], boxes["TrimBox"]
		for i := range 4 {
			sign := []float64{1, 1, -1, -1}[i]
			if sign*(bleed[i]-media[i]) < room || sign*(trim[i]-bleed[i]) < room {
				c.fail("press "+b.name, "page %d: boxes %v", pages, boxes)
				return nil
			}
		}
	}
	says := c.pass
	if pages == 0 || pages%2 == 1 {
		says = c.fail
	}
	says("press "+b.name, "%d pages, boxes one within the other", pages)
	return nil
}

// separated lets Ghostscript make the plates of a file for a print shop and looks
// at them within the trim.
func (c *court) separated(reading, shop *book) error {
	dir, err := os.MkdirTemp(c.work, "plates")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	dpi := fmt.Sprintf("-r%.1f", pressDPI)
	if _, err := c.command("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", dpi, "-o", filepath.Join(dir, "p%d.tif"), shop.pdf); err != nil {
		return err
	}
	if _, err := c.command("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffgray", dpi, "-o", filepath.Join(dir, "r%d.tif"), reading.pdf); err != nil {
		return err
	}
	pictured, err := c.pictured(shop.pdf)
	if err != nil {
		return err
	}
	tabled, err := c.tabled(reading.pdf)
	if err != nil {
		return err
	}
	pages, amiss := 0, 0
	for ; ; pages++ {
		name := filepath.Join(dir, fmt.Sprintf("r%d.tif", pages+1))
		if _, err := os.Stat(name); err != nil {
			break
		}
		if what, err := plates(dir, pages+1, pictured[pages+1], tabled[pages+1]); err != nil {
			return err
		} else if what != "" {
			c.fail("press "+shop.name, "page %d: %s", pages+1, what)
			amiss++
		}
	}
	if pages == 0 {
		return fmt.Errorf("no plates of %s", shop.pdf)
	}
	if amiss == 0 {
		c.pass("press "+shop.name, "%d pages, %d with colours of pictures, black ink alone on the others, where the page to read is dark", pages, len(pictured))
	}
	return nil
}

// pictured are the pages that have pictures.
func (c *court) pictured(pdf string) (map[int]bool, error) {
	out, err := c.command("pdfimages", "-list", pdf)
	if err != nil {
		return nil, err
	}
	pages := make(map[int]bool)
	for line := range strings.Lines(out) {
		if fields := strings.Fields(line); len(fields) > 0 {
			if n, err := strconv.Atoi(fields[0]); err == nil {
				pages[n] = true
			}
		}
	}
	return pages, nil
}

// tabled are the pages that have tables by their tags, whose rows lie off the grid.
func (c *court) tabled(pdf string) (map[int]bool, error) {
	out, err := c.script("pdfjs.mjs", pdfjsScript, pdf, "pages")
	if err != nil {
		return nil, err
	}
	pages := make(map[int]bool)
	for line := range strings.Lines(out) {
		if f := strings.SplitN(line, "\t", 3); len(f) == 3 && strings.Contains(f[1], "/Table") {
			if n, err := strconv.Atoi(f[0]); err == nil {
				pages[n] = true
			}
		}
	}
	return pages, nil
}

// plates compares the plates of a page with the page to read, which lies in the
// middle of them, and says what is amiss. Where a table is, edges may lie a row off.
func plates(dir string, page int, pictured, tabled bool) (what string, err error) {
	read, err := raster.Plate(filepath.Join(dir, fmt.Sprintf("r%d.tif", page)))
	if err != nil {
		return "", err
	}
	for _, ink := range []string{"Cyan", "Magenta", "Yellow", "Black"} {
		plate, err := raster.Plate(filepath.Join(dir, fmt.Sprintf("p%d(%s).tif", page, ink)))
		if err != nil {
			return "", err
		}
		plate = raster.Within(plate, read.Bounds().Size())
		switch {
		case pictured:
		case ink != "Black" && raster.Inked(plate) > 0:
			return fmt.Sprintf("%d pixels of %s", raster.Inked(plate), ink), nil
		case ink == "Black":
			if off, all := raster.Differing(plate, read, tabled), raster.Inked(read); off*200 > all {
				return fmt.Sprintf("%d of %d pixels of black unlike the page to read", off, all), nil
			}
		}
	}
	return "", nil
}
