// Command alike tells how alike our drawings are to those of another program: it goes
// through a folder of SVG files that have a PNG of the same name beside them, as suites
// for programs that draw SVG have, draws each file on a page of as many points as the
// picture has pixels, and counts the pixels that differ, both on white paper. A file
// passes where they are few; the table has the share that does of each folder.
//
// What is drawn is what a book would have: the picture is read, its words are set in
// the faces given by -fonts, and the page is drawn as `warraq build --only png` draws
// it, or, with -pdf, by pdftoppm from a PDF of all of them.
//
// A pixel differs by more than an eighth of a channel: programs that count quarters of a
// pixel along edges are as far from what is covered. -step 24 is stricter.
//
// Words are judged with the rest, but a book has one family of text and one for code:
// each file gets that which it names first, with its bold and its italic if these are
// in the folder. A file that mixes families, or asks for a weight between the two or
// for a stretch, is set in other letters than its picture and so mostly fails.
//
// What a file says nothing of is left to the program: the one that drew resvg's suite has
// letters of 12 pixels where browsers have 16, and all of them have lines that run from the
// left where a book's run as their letters do. So -size is 12 here, and lines from the left.
//
// Files with filters are passed over: pages have none, and say so.
//
//	alike -fonts DIR FOLDER         a table of the folders in FOLDER
//	alike -deep -fonts DIR FOLDER   a table of the folders in those
//	alike -list -only 'use' FOLDER  the files that fail, with what is told of them
//	alike -write DIR -only … FOLDER the picture, ours and what differs, side by side
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
)

func main() {
	var w wishes
	only := flag.String("only", "", "try the files whose path within the folder matches")
	flag.StringVar(&w.fonts, "fonts", "", "a folder of the fonts that the files name")
	flag.Float64Var(&w.most, "most", 2, "percent of the pixels that may differ")
	flag.IntVar(&w.step, "step", 33, "steps of 255 by which a channel may differ")
	flag.BoolVar(&w.list, "list", false, "name the files that fail")
	flag.BoolVar(&w.deep, "deep", false, "tell of each folder by itself")
	flag.BoolVar(&w.pdf, "pdf", false, "look at the pages of a PDF, by pdftoppm")
	flag.StringVar(&w.write, "write", "", "write what fails into this folder, beside its picture")
	flag.Float64Var(&w.size, "size", 12, "pixels of letters where a file says nothing of them")
	flag.IntVar(&w.workers, "j", 2, "how many are drawn side by side")
	flag.Parse()
	var err error
	if w.only, err = regexp.Compile(*only); err == nil && flag.NArg() != 1 {
		err = fmt.Errorf("which folder?")
	}
	if err == nil {
		err = w.carryOut(flag.Arg(0))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "alike:", err)
		os.Exit(1)
	}
}

// wishes are the flags.
type wishes struct {
	fonts, write    string
	only            *regexp.Regexp
	most, size      float64
	step, workers   int
	list, deep, pdf bool
}
