package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"warraq"
)

// formats are what --only chooses from, in the order they are told of.
var formats = []string{"pdf", "epub", "booklet", "press", "cover", "docx", "svg", "png", "web"}

// known are the choices of the flags.
var known = warraq.Known()

// buildFlags are the wishes of `warraq build`.
type buildFlags struct {
	dir       string
	only      []string
	press     bool // the files for a print shop too
	strict    bool // warnings are errors
	testSheet bool // to try the printer with
	follow    bool // the source may be a link
	timeout   time.Duration
	cacheDir  string
	cache     *hoard // nil: nothing is kept
	shard     string // "3/8"
	shards    int
	tells     toldIn
	book      warraq.Options
}

// buildManual is what `warraq build --help` and its man page say.
const buildManual = `Makes of a manuscript DIR/NAME.pdf to read, DIR/NAME.epub, and
DIR/NAME-booklet.pdf, the pages on sheets to print, fold and staple, and
DIR/SHA256SUMS with the digests of all. NAME is what book.yaml says under name,
or the base name of SOURCE.

Print the booklet on both sides, at its actual size (100 %, not "fit"), turned
over at the edge that --duplex names. --impose says how sheets become a book:

saddle   folded, one within the other, and stapled through the fold; more than
         80 pages are several such signatures, one behind the other, to be sewn
perfect  folded in signatures of 16 pages, whose backs are glued
2up      cut down the middle, the stacks put one on the other
4up      cut down and across the middle, into four stacks
none     no booklet is made

What else there is to say of sheets stands in book.yaml under booklet. With
--test-sheet it makes DIR/NAME-test-sheet.pdf too: print it first.

With --press it makes too what a print shop takes: DIR/NAME-press.pdf, as
book.yaml says under press, and DIR/NAME-cover.pdf, the cover around the book, as
it says under cover and paper. --only press or --only cover makes one of them
alone.

With --only docx it makes DIR/NAME.docx, the text for those who comment on it in
Word: with its styles, notes, lists, tables, pictures and links, in its own
direction, but without the book's design.

With --only svg or --only png it makes the pages as drawings or as pictures, a file
each: DIR/NAME-001.svg and so on, or those that --pages names. The text of a drawing
can be searched and copied; --dpi says how fine a picture is.

With --only web it makes the folder DIR/NAME-web, the book as static pages: open its
index.html, or put the folder on any host as it is. Pages are those of the EPUB, with
a search, light and dark; nothing is loaded from elsewhere and no script is needed to
read.

SOURCE is a folder with book.yaml and Markdown chapters, one .md file, one .txt
file in which a line that opens with ✨ is a chapter's heading, or a document of
Word (.docx), which is read as import would write it. Or it is one of the books
inside the program: booklet:, guide: and guide:en (how to write
a manuscript), specimen: (every construct), specimen:margin (notes in the margin, and
what a draft has). Without SOURCE it is this folder where book.yaml lies in it, or the
only manuscript in it; where there is none, booklet:.

Several SOURCE, a folder in which each folder is a book, or catalogue.yaml are a
catalogue. Each title has a folder of its own in DIR, and DIR/index.html,
DIR/catalogue.json, DIR/opds.json and DIR/onix.xml tell of all. What is there and would
be made the same is not made again. A title that cannot be made is told of at the end;
the others are made all the same.

With --shard 3/8 it makes the third of eight parts of a catalogue, for several machines
that write into one folder; "warraq catalogue join DIR" proves that all are there.

With --cache it keeps what it made, and does not make again what has not changed: in
the user's own folder for such things, or in DIR with --cache=DIR. The files are the
same with it and without. What is kept there may be deleted at any time; it is
bounded, and the oldest goes first.

The same manuscript gives the same bytes, wherever and whenever it is built.
The files carry the date of SOURCE_DATE_EPOCH where that is set, else the date
in book.yaml, else none; those for a print shop must have one, and have
1980-01-01.
` + exitStatus

func newBuild(u *ui) *cobra.Command {
	f := new(buildFlags)
	c := &cobra.Command{
		Use:   "build [SOURCE…]",
		Short: "Make the PDF, the EPUB and the booklet of a manuscript",
		Long:  buildManual,
		Example: `  cd mybook && warraq build
  warraq build mybook -o out
  warraq build article.txt --title "عنوان" --author "اسم" --lang ar-MA
  warraq build mybook --only epub
  warraq build mybook --only booklet --test-sheet
  warraq build mybook --press
  warraq build mybook --only cover
  warraq build mybook --only png --pages 3-5 --dpi 300
  warraq build mybook --only web
  warraq build one two three.md
  warraq build catalogue.yaml --shard 3/8
  warraq build guide:`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := u.check(c); err != nil {
				return err
			}
			if err := f.check(c); err != nil {
				return err
			}
			if err := f.tells.check(c); err != nil {
				return err
			}
			l, err := openCatalogue(u, args, f.follow)
			switch {
			case err != nil:
				return err
			case l == nil && (f.shard != "" || f.shards != 0):
				return usagef(c, "--shard is for a catalogue, and this is one manuscript")
			case l == nil:
				return build(u, f, args)
			}
			if err := f.checkCatalogue(c); err != nil {
				return err
			}
			return buildCatalogue(u, f, l)
		},
	}
	f.flags(c)
	f.partFlags(c)
	bookFlags(c, &f.book)
	u.flags(c)
	return c
}

// checkCatalogue refuses what can be meant of one book alone.
func (f *buildFlags) checkCatalogue(c *cobra.Command) error {
	for _, name := range []string{"title", "author", "cache"} {
		if c.Flags().Changed(name) {
			return usagef(c, "--%s is for one manuscript, and these are several", name)
		}
	}
	return nil
}

// flags adds what builds may be asked for.
func (f *buildFlags) flags(c *cobra.Command) {
	c.Flags().StringVarP(&f.dir, "output", "o", "dist", "folder to write into")
	onlyFlag(c, &f.only)
	c.Flags().StringVar(&f.book.Pages, "pages", "", "pages to make with --only svg or png, such as 3-5, 7 or 9- (default all)")
	c.Flags().IntVar(&f.book.DPI, "dpi", 150, "how fine the pictures of --only png are, in dots an inch")
	c.RegisterFlagCompletionFunc("pages", cobra.NoFileCompletions)
	c.RegisterFlagCompletionFunc("dpi", cobra.FixedCompletions([]string{"96", "150", "300"}, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().StringVar(&f.book.Standard, "pdf", known.Standard[0], "what the PDF keeps: ua1 is PDF/UA-1 and PDF/A-2a (PDF 1.7), ua2 is PDF/UA-2 and PDF/A-4 (PDF 2.0)")
	c.RegisterFlagCompletionFunc("pdf", cobra.FixedCompletions(known.Standard, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().BoolVar(&f.press, "press", false, "make NAME-press.pdf and NAME-cover.pdf too, the pages and the cover for a print shop (PDF/X-4): bleed, marks, black text as black ink alone")
	c.Flags().BoolVar(&f.strict, "strict", false, "take warnings for errors: images without alternative text or too coarse for print, characters no font has")
	c.Flags().StringVar(&f.book.Impose, "impose", "", "how sheets become a book, in place of what book.yaml says: saddle, perfect, 2up, 4up or none")
	c.RegisterFlagCompletionFunc("impose", cobra.FixedCompletions(known.Impose, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().StringVar(&f.book.Duplex, "duplex", "", "the edge about which the printer turns sheets over, in place of what book.yaml says: short-edge or long-edge")
	c.RegisterFlagCompletionFunc("duplex", cobra.FixedCompletions(known.Duplex, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().StringVar(&f.book.PageOrder, "page-order", "", "the order of the pages for the print shop, in place of what book.yaml says: normal or reversed, the last page first")
	c.RegisterFlagCompletionFunc("page-order", cobra.FixedCompletions(known.PageOrder, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().BoolVar(&f.testSheet, "test-sheet", false, "make DIR/NAME-test-sheet.pdf too: one sheet that tells whether the printer turns, scales and prints as the booklet needs")
	c.Flags().DurationVar(&f.timeout, "timeout", 0, "give up after so long, such as 30s; nothing is written then")
	followFlag(c, &f.follow)
	cacheFlag(c, &f.cacheDir)
	f.tells.flags(c)
	c.MarkFlagDirname("output")
}

// onlyFlag adds --only.
func onlyFlag(c *cobra.Command, only *[]string) {
	c.Flags().StringSliceVar(only, "only", nil, "formats to make, with commas between: pdf, epub, booklet, press, cover, docx, svg, png, web (default all but the last six)")
	c.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
}

// checkOnly refuses formats that are none.
func checkOnly(c *cobra.Command, only []string) error {
	for _, format := range only {
		if !slices.Contains(formats, format) {
			return usagef(c, "--only %s: there are %s", format, list(formats))
		}
	}
	if c.Flags().Changed("only") && len(only) == 0 {
		return usagef(c, "--only names no format: there are %s", list(formats))
	}
	return nil
}

// bookFlags adds what overrides the manuscript's own metadata.
func bookFlags(c *cobra.Command, o *warraq.Options) {
	c.Flags().StringVar(&o.Title, "title", "", "title, in place of the manuscript's")
	c.Flags().StringVar(&o.Author, "author", "", "author, in place of the manuscript's")
	c.Flags().StringVar(&o.Lang, "lang", "", "language as BCP 47 writes it, such as ar-MA, in place of the manuscript's")
	c.Flags().StringVar(&o.Theme, "theme", "", "design, in place of the manuscript's: plain, report, literary, academic, heritage, magazine, children or a .yaml file")
	c.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(known.Theme, cobra.ShellCompDirectiveDefault))
	c.Flags().StringVar(&o.Page, "page", "", "size of the page, in place of the manuscript's: a4, a5, b5 or such as 17x24cm")
	c.RegisterFlagCompletionFunc("page", cobra.FixedCompletions(known.Page, cobra.ShellCompDirectiveNoFileComp))
	c.Flags().StringVar(&o.Opening, "opening", "", "the page on which a chapter begins, in place of what book.yaml says: odd, any, or auto: odd, but in a text of under 8 pages any")
	limits(c, &o.Limits)
	c.RegisterFlagCompletionFunc("opening", cobra.FixedCompletions(known.Opening, cobra.ShellCompDirectiveNoFileComp))
}

// checkOptions refuses values that no manuscript could take.
func checkOptions(c *cobra.Command, o *warraq.Options) error {
	for _, p := range o.Check() {
		return usagef(c, "%w", &optionError{p})
	}
	return nil
}

// check refuses values that no build can mean.
func (f *buildFlags) check(c *cobra.Command) error {
	if err := checkOnly(c, f.only); err != nil {
		return err
	}
	for _, flag := range []struct {
		name string
		of   warraq.Product // what it is for
		made bool           // that is to be made
	}{
		{"impose", warraq.Booklet, f.wants(warraq.Booklet) || f.testSheet},
		{"duplex", warraq.Booklet, f.wants(warraq.Booklet) || f.testSheet},
		{"page-order", warraq.Press, f.wants(warraq.Press)},
	} {
		if c.Flags().Changed(flag.name) && !flag.made {
			return usagef(c, "--%s is for NAME-%s.pdf, which is not to be made", flag.name, flag.of)
		}
	}
	if c.Flags().Changed("pages") && !f.wants(warraq.SVG) && !f.wants(warraq.PNG) {
		return usagef(c, "--pages is for --only svg and --only png, and neither is to be made")
	}
	if c.Flags().Changed("dpi") && !f.wants(warraq.PNG) {
		return usagef(c, "--dpi is for --only png, which is not to be made")
	}
	if c.Flags().Changed("pages") && f.book.Pages == "" {
		return usagef(c, "--pages names no page: write such as 3-5, 7 or 9-")
	}
	if f.book.Impose == "none" && f.book.Duplex != "" {
		return usagef(c, "--duplex is for NAME-booklet.pdf, which --impose none leaves out")
	}
	if f.book.Impose == "none" && f.sheets() {
		return usagef(c, "sheets are asked for, and none by --impose none")
	}
	if f.timeout < 0 {
		return usagef(c, "--timeout %v: a time such as 30s", f.timeout)
	}
	if f.dir == "" {
		return usagef(c, "-o names no folder")
	}
	return checkOptions(c, &f.book)
}

// wants tells whether a product is to be made. Those for a print shop, and the test
// sheet, are made when they are asked for.
func (f *buildFlags) wants(p warraq.Product) bool {
	switch p {
	case warraq.TestSheet:
		return f.testSheet
	case warraq.Press, warraq.Cover:
		return f.press || slices.Contains(f.only, string(p))
	case warraq.Word, warraq.SVG, warraq.PNG, warraq.Web:
		return slices.Contains(f.only, string(p))
	}
	return len(f.only) == 0 || slices.Contains(f.only, string(p))
}

// sheets tells whether sheets are asked for by name.
func (f *buildFlags) sheets() bool {
	return f.testSheet || slices.Contains(f.only, string(warraq.Booklet))
}

// build is the whole road: read, make every file in memory, write them, tell.
func build(u *ui, f *buildFlags, args []string) error {
	start := time.Now()
	if f.timeout > 0 {
		u.halt.after(f.timeout, func() {
			u.fail(withHint(fmt.Errorf("the book was not made within %v, nothing was written", f.timeout), "give it longer with --timeout"))
		})
	}
	src, found, err := openSource(args, f.follow)
	if err != nil {
		return err
	}
	u.tell(found)
	if f.cache, err = cacheAt(f.cacheDir); err != nil {
		return err
	}
	p := newProgress(u.terminal(), progressAfter, progressTick)
	m := begin(u, src, f, p)
	files, err := m.files()
	if err == nil {
		p.stage("writing " + f.dir)
		err = writeAll(f.dir, inMemory(files), u.halt, u.terminal() != nil)
	}
	p.done()
	if err := m.tell(err); err != nil {
		return err
	}
	for _, out := range told(files) {
		ready := m.readyAt(out.Product).Sub(start)
		u.wrote(filepath.Join(f.dir, out.Name), append(strings.Split(out.Says, ", "), size(out.size), fmt.Sprintf("%.2f s", ready.Seconds()))...)
	}
	for _, s := range m.steps() {
		u.notef("%-12s %4d ms", s, m.took[s].Milliseconds())
	}
	return nil
}

// tell tells what there is to say of the manuscript, and gives the error of a book that
// was not made.
func (m *making) tell(err error) error {
	if m.f.tells.forPrograms() {
		m.u.made = m.u.err
		if failed := m.u.report(m.f.tells.format, m.findings(err)); failed != nil {
			return failed
		}
		return toldOf(err, "%s in the manuscript, nothing was written")
	}
	warnings, advice := m.problems()
	m.u.advise(advice)
	if !m.f.strict || err == nil {
		m.u.warn(warnings)
	}
	return err
}

// told are files as they are told of: those that are a file a page as one.
func told(files []warraq.File) (said []made) {
	for _, f := range files {
		if n := len(said); n > 0 && said[n-1].Product == f.Product {
			said[n-1].last, said[n-1].size, said[n-1].pages = f.Name, said[n-1].size+len(f.Data), said[n-1].pages+1
			continue
		}
		said = append(said, made{f, f.Name, len(f.Data), 1})
	}
	for i, m := range said {
		if m.pages > 1 && !slices.Contains(warraq.Folders, m.Product) { // of a folder the first is to be opened
			said[i].Name, said[i].Says = m.Name+" … "+m.last, count(m.pages, "page", "pages")
		}
	}
	return said
}

// made is a product that was made, one file or several.
type made struct {
	warraq.File
	last        string // the name of the last file
	size, pages int
}

// inMemory are files as they are written.
func inMemory(files []warraq.File) []file {
	all := make([]file, len(files))
	for i, f := range files {
		all[i] = file{f.Name, f.Data}
	}
	return all
}
