package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"warraq/content/book"
	"warraq/layout/pdf"
)

// formats are what --only chooses from, in the order they are told of.
var formats = []string{"pdf", "epub"}

// standards are what --pdf chooses from, by the names of pdf.Standard.
var standards = []string{pdf.UA1: "ua1", pdf.UA2: "ua2"}

// buildFlags are the wishes of `warraq build`.
type buildFlags struct {
	dir    string
	only   []string
	pdf    string // of standards
	strict bool   // warnings are errors
	book   book.Options
}

func newBuild(u *ui) *cobra.Command {
	f := new(buildFlags)
	c := &cobra.Command{
		Use:   "build [SOURCE]",
		Short: "Make the PDF and the EPUB of a manuscript",
		Long: `Makes DIR/NAME.pdf and DIR/NAME.epub of a manuscript, and DIR/SHA256SUMS with
the digests of both. NAME is what book.yaml says under name, or the base name
of SOURCE.

SOURCE is a folder with book.yaml and Markdown chapters, one .md file, or one
.txt file in which a line that opens with ✨ is a chapter's heading. Or it is
one of the books inside the program: booklet: (built where SOURCE is not given),
guide: and guide:en (how to write a manuscript), specimen: (every construct).

The same manuscript gives the same bytes, wherever and whenever it is built.
The files carry the date of SOURCE_DATE_EPOCH where that is set, else the date
in book.yaml, else none.
` + exitStatus,
		Example: `  warraq build mybook -o out
  warraq build article.txt --title "عنوان" --author "اسم" --lang ar-MA
  warraq build mybook --only epub
  warraq build guide:`,
		Args: atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := u.check(c); err != nil {
				return err
			}
			if err := f.check(c); err != nil {
				return err
			}
			return build(u, f, args)
		},
	}
	c.Flags().StringVarP(&f.dir, "output", "o", "dist", "folder to write into")
	c.Flags().StringSliceVar(&f.only, "only", nil, "formats to make: pdf, epub or both, with a comma between (default both)")
	c.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().StringVar(&f.pdf, "pdf", standards[0], "what the PDF keeps: ua1 is PDF/UA-1 and PDF/A-2a (PDF 1.7), ua2 is PDF/UA-2 and PDF/A-4 (PDF 2.0)")
	c.RegisterFlagCompletionFunc("pdf", cobra.FixedCompletions(standards, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().BoolVar(&f.strict, "strict", false, "take warnings for errors: images without alternative text or too coarse for print, characters no font has")
	c.MarkFlagDirname("output")
	bookFlags(c, &f.book)
	u.flags(c)
	return c
}

// bookFlags adds what overrides the manuscript's own metadata.
func bookFlags(c *cobra.Command, o *book.Options) {
	c.Flags().StringVar(&o.Title, "title", "", "title, in place of the manuscript's")
	c.Flags().StringVar(&o.Author, "author", "", "author, in place of the manuscript's")
	c.Flags().StringVar(&o.Lang, "lang", "", "language as BCP 47 writes it, such as ar-MA, in place of the manuscript's")
}

// check refuses values that no build can mean.
func (f *buildFlags) check(c *cobra.Command) error {
	for _, format := range f.only {
		if !slices.Contains(formats, format) {
			return usagef(c, "--only %s: there are %s", format, strings.Join(formats, " and "))
		}
	}
	if c.Flags().Changed("only") && len(f.only) == 0 {
		return usagef(c, "--only names no format: there are %s", strings.Join(formats, " and "))
	}
	if !slices.Contains(standards, f.pdf) {
		return usagef(c, "--pdf %s: there are %s", f.pdf, strings.Join(standards, " and "))
	}
	if f.dir == "" {
		return usagef(c, "-o names no folder")
	}
	return nil
}

// wants tells whether a format is to be made.
func (f *buildFlags) wants(format string) bool {
	return len(f.only) == 0 || slices.Contains(f.only, format)
}

// build is the whole road: read, make every file in memory, write them, tell.
func build(u *ui, f *buildFlags, args []string) error {
	start := time.Now()
	src, err := openSource(args)
	if err != nil {
		return err
	}
	p := newProgress(u.terminal(), progressAfter, progressTick)
	m, products, err := bookOf(src, f, p)
	if err == nil {
		p.stage("writing " + f.dir)
		err = writeAll(f.dir, filesOf(products))
	}
	p.done()
	u.advise(m.advice)
	if err != nil {
		return err
	}
	u.warn(m.warnings)
	u.adviceCount(m.advice)
	for _, out := range products {
		u.made("%s: %s", filepath.Join(f.dir, out.name), out.summary(start))
	}
	for _, out := range products {
		for _, s := range out.stages {
			u.notef("%-12s %4d ms", s.name, s.took.Milliseconds())
		}
	}
	return nil
}

// product is one file of a build and what is told of it.
type product struct {
	file
	pages, chapters int // pages is 0 for an EPUB, which has none
	ready           time.Time
	stages          []stage
}

// stage is one step on the way to a product.
type stage struct {
	name string
	took time.Duration
}

// summary is a product's line: pages, chapters, size, time since start.
func (p product) summary(start time.Time) string {
	s := fmt.Sprintf("%s, %s, %.2f s", count(p.chapters, "chapter", "chapters"), size(len(p.data)), p.ready.Sub(start).Seconds())
	if p.pages > 0 {
		s = count(p.pages, "page", "pages") + ", " + s
	}
	return s
}

func filesOf(products []product) []file {
	files := make([]file, len(products))
	for i, p := range products {
		files[i] = p.file
	}
	return files
}
