package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// binding are the tools behind the neighbours' pdf_check that may fail a book.
var binding = []string{"qpdf:", "mupdf:", "poppler:", "ghostscript:", "pdfcpu:", "pdfua_check:", "pdfa_check:"}

// presentation is a rule of theirs beyond the standards: no text of presentation
// forms. Ornate brackets and honorifics are such by Unicode, and are what the
// manuscript has.
const presentation = "X-presentation"

// neighbours runs the checks that some checkouts have beside them, in
// ../shared/checks, once their own script has installed what they run. A
// checkout without them loses nothing that is promised.
func (c *court) neighbours() error {
	checks := filepath.Join(c.root, "../shared/checks")
	if _, err := os.Stat(checks); err != nil {
		return nil
	}
	if _, err := exec.LookPath("python3"); err != nil {
		return nil
	}
	if _, err := c.command(filepath.Join(checks, "setup.sh")); err != nil {
		return err
	}
	for _, b := range c.books {
		out, complaint, _ := c.commandSays(filepath.Join(checks, "pdf_check"), b.pdf)
		c.weigh("pdf_check "+b.name, out+complaint, binding)
		out, complaint, _ = c.commandSays(filepath.Join(checks, "epub_static"), b.epub)
		c.weigh("epub_static "+b.name, out+complaint, nil)
	}
	return nil
}

// weigh fails for the lines that begin with one of the words and counts the rest.
func (c *court) weigh(judge, report string, words []string) {
	lines := strings.Split(strings.TrimSpace(report), "\n")
	others := 0
	for _, line := range lines[:max(0, len(lines)-1)] { // the last is their count
		fails := false
		for _, w := range words {
			fails = fails || strings.HasPrefix(line, w) && !strings.Contains(line, presentation)
		}
		if fails {
			c.fail(judge, "%s", line)
			continue
		}
		others++
	}
	fmt.Printf("note %s: %d lines on what later versions are to keep\n", judge, others)
}
