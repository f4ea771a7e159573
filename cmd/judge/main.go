// Command judge is `make check`: it installs the judges from outside, builds
// real books with the program of this checkout, and asks each judge about each
// file. It looks at files only, as a stranger would; the manuscripts it reads
// through content, to know which words a book must hold.
//
// Each judgement is a line on standard output; a finding begins with FAIL. The
// exit status is 1 when there is any, and when a judge is missing.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"warraq/cmd/judge/internal/lettering"
)

// judgement is one question to one judge.
type judgement struct {
	name string
	ask  func(*court) error
}

// judgements in the order they are made: the cheap before the dear.
var judgements = []judgement{
	{"static", (*court).static},             // staticcheck: is there a fault, or what nobody uses, in the program
	{"messages", (*court).messages},         // go/types; the schemas of SARIF and of our JSON: is each message in the catalogue, and written as they say
	{"syntax", (*court).syntax},             // qpdf, pdfcpu: is it a PDF
	{"render", (*court).render},             // MuPDF, poppler: does every page draw
	{"epub", (*court).epub},                 // EPUBCheck: is it an EPUB
	{"pages", (*court).pages},               // pdf.js: does the EPUB list the pages of the PDF, each at its words
	{"words", (*court).words},               // poppler, pdf.js: can it be searched and copied
	{"themes", (*court).themes},             // those of pages, text and boxes, and of plates: are books in the further themes
	{"boxes", (*court).boxes},               // they, MuPDF and PDFium: are words highlighted where they stand
	{"places", (*court).places},             // MuPDF: does each character stand where the pages put its word
	{"numbers", (*court).numbers},           // MuPDF, pdf.js, poppler; Chromium: in which order each number of the table is seen
	{"second", (*court).second},             // the same: is a PDF 2.0 one, with the same pages and text
	{"sheets", (*court).sheets},             // qpdf, pdfcpu, MuPDF, poppler: do sheets, folded or cut, become the book
	{"press", (*court).press},               // qpdf, pdfcpu, Ghostscript: what plates the file for a print shop gives
	{"cover", (*court).cover},               // qpdf, pdfcpu, ZBar: can the barcode of the cover be read
	{"ink", (*court).ink},                   // HarfBuzz: is each word drawn as the font means it, in any face
	{"marks", (*court).marks},               // hb-view: is there a dot or mark missing on the rendered page
	{"hands", (*court).fewHands},            // poppler, pdf.js, hb-shape: are words found in faces of others and shaped alike, or is it said what they lack
	{"same", (*court).same},                 // ourselves, again: are the bytes the same
	{"generated", (*court).generated},       // the generators: do they make the tables that are committed
	{"lsp", (*court).lsp},                   // the client library of editors: is what they ask answered
	{"screens", (*court).screens},           // MuPDF, poppler, resvg: are pages as PNG and SVG those of the PDF
	{"preview", (*court).preview},           // Chromium: does the preview do what an author asks of it
	{"web", (*court).web},                   // vnu, axe in Chromium: are the pages of the web HTML, and for everyone; do their links lead somewhere
	{"catalogue", (*court).catalogue},       // vnu, schemas, Slurm: is a catalogue what it is to be, in parts too, of which one is lost
	{"action", (*court).action},             // the shells and stand-ins of servers: do the action and the workflows build, tell and attach
	{"neighbours", (*court).neighbours},     // the team's own checks, where they lie beside the checkout
	{"release", (*court).releaseFromClones}, // two clones: are the artifacts the same
	{"packages", (*court).packages},         // dpkg, npm, empty roots: can what is released be installed, used and taken away
}

func main() {
	only := flag.String("only", "", "judgements to make, with commas between (default all)")
	keep := flag.String("keep", "", "folder to leave the books in")
	table := flag.String("hands", "", "judge nothing but a text in all faces that are listed, and write the table of this file anew")
	edited := flag.String("edits", "", "judge nothing but measure how soon edits of this manuscript are in the window of its preview")
	times := flag.Int("times", 50, "with -edits, how many there are")
	flag.Parse()
	c, err := newCourt(*keep)
	switch {
	case err != nil:
	case *table != "":
		if err = c.tryHands(readHands(), *table); err == nil {
			err = c.verdict()
		}
	case *edited != "":
		if err = c.edits(*edited, *times); err == nil {
			err = c.verdict()
		}
	default:
		if err = c.buildBooks(); err == nil {
			err = c.sit(*only)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "judge:", err)
		os.Exit(1)
	}
}

// court is what the judgements share.
type court struct {
	root   string                         // the checkout
	home   string                         // where the judges live, outside the checkout
	work   string                         // for this session's files
	warraq string                         // the program, built from this checkout
	books  []*book                        // judged by all
	themed []*book                        // the specimen in further themes, judged by some
	faced  []*book                        // the same in faces that are not ours, judged by their ink
	faces  map[string]*lettering.Typeface // originals by path
	found  int
}

// newCourt finds the checkout, installs the judges, builds the program.
func newCourt(keep string) (*court, error) {
	root, err := filepath.Abs(".")
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(root, "cmd/judge")); err != nil {
		return nil, fmt.Errorf("run it at the top of the checkout, as make check does")
	}
	c := &court{root: root, faces: make(map[string]*lettering.Typeface)}
	if c.work, err = workFolder(keep); err != nil {
		return nil, err
	}
	if err := c.install(); err != nil {
		return nil, err
	}
	c.warraq = filepath.Join(c.work, "warraq")
	_, err = c.command("go", "build", "-buildvcs=false", "-o", c.warraq, "./cmd/warraq")
	return c, err
}

func workFolder(keep string) (string, error) {
	if keep == "" {
		return os.MkdirTemp("", "warraq-judge-")
	}
	full, err := filepath.Abs(keep)
	if err != nil {
		return "", err
	}
	return full, os.MkdirAll(full, 0o777)
}

// sit makes the judgements and counts what they find.
func (c *court) sit(only string) error {
	chosen := strings.Split(only, ",")
	for _, j := range judgements {
		if only != "" && !slices.Contains(chosen, j.name) {
			continue
		}
		start := time.Now()
		if err := j.ask(c); err != nil {
			c.fail(j.name, "%v", err)
		}
		fmt.Printf("---- %s: %.1f s\n", j.name, time.Since(start).Seconds())
	}
	return c.verdict()
}

// verdict is an error where anything was found.
func (c *court) verdict() error {
	if c.found > 0 {
		return fmt.Errorf("%d findings; the books are in %s", c.found, c.work)
	}
	fmt.Println("judge: nothing found")
	return os.RemoveAll(c.work)
}

// pass tells what a judge is content with.
func (c *court) pass(judge, format string, args ...any) {
	fmt.Printf("ok   %s: %s\n", judge, fmt.Sprintf(format, args...))
}

// fail tells of a finding.
func (c *court) fail(judge, format string, args ...any) {
	c.found++
	fmt.Printf("FAIL %s: %s\n", judge, fmt.Sprintf(format, args...))
}
