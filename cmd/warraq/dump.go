package main

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"warraq"
)

// stages are what dump prints, in the order of the road.
var stages = append(slices.Clone(warraq.Dumps), "theme")

// dumpManual is what `warraq help dump` says.
const dumpManual = `Prints what one stage of the work makes of a manuscript:

document  the book as it was read: chapters, blocks, inlines
lines     the broken lines, a glyph run each
pages     the pages, each item in its place
words     the words, each with its page and place
theme     the file of a built-in theme, to copy, such as report or heritage
          in the place of SOURCE

With --json document and pages are JSON, an object a line, for other programs: of a
document the book and then each chapter, of pages a page a line, with the text,
the words, rules, pictures and links in their places, in points.

SOURCE is what build takes; without it, the manuscript in this folder, or the
booklet that comes with the program.
` + exitStatus

func newDump(u *ui) *cobra.Command {
	var opt warraq.Options
	var follow, asJSON bool
	c := &cobra.Command{
		Use:   "dump STAGE [SOURCE]",
		Short: "Print a stage of the work as text",
		Long:  dumpManual,
		Args: func(c *cobra.Command, args []string) error {
			if err := usageArgs(cobra.RangeArgs(1, 2))(c, args); err != nil {
				return err
			}
			if !slices.Contains(stages, args[0]) {
				return usagef(c, "unknown stage %q: there are %s", args[0], strings.Join(stages, ", "))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			switch {
			case len(args) == 0:
				return stages, cobra.ShellCompDirectiveNoFileComp
			case args[0] == "theme":
				return known.Theme, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveDefault
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkOptions(c, &opt); err != nil {
				return err
			}
			if asJSON && !slices.Contains(warraq.JSONDumps, args[0]) {
				return usagef(c, "--json is for %s", list(warraq.JSONDumps))
			}
			w := bufio.NewWriter(u.out)
			if err := (dumper{u, w, opt, follow, asJSON}).dump(c, args[0], args[1:]); err != nil {
				return err
			}
			return w.Flush()
		},
	}
	bookFlags(c, &opt)
	followFlag(c, &follow)
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, an object a line, which programs read (document and pages)")
	return c
}

// dumper prints stages.
type dumper struct {
	u   *ui
	w   io.Writer
	opt warraq.Options

	follow bool // the source may be a link
	json   bool
}

// dump prints what a stage makes of the manuscript that args name.
func (d dumper) dump(c *cobra.Command, stage string, args []string) error {
	if stage == "theme" {
		return d.theme(c, args)
	}
	src, told, err := openSource(args, d.follow)
	if err != nil {
		return err
	}
	d.u.tell(told)
	opt, err := src.options(d.opt)
	if err != nil {
		return err
	}
	b, err := warraq.Open(src.fsys, src.name, opt)
	switch {
	case err != nil:
	case d.json:
		err = b.DumpJSON(d.w, stage)
	default:
		err = b.Dump(d.w, stage)
	}
	return src.placed(err)
}

// theme prints the file of the built-in theme that is named, of the plain one
// where none is: it has every key.
func (d dumper) theme(c *cobra.Command, args []string) error {
	name := known.Theme[0]
	if len(args) > 0 {
		name = args[0]
	}
	text, err := warraq.ThemeText(name)
	if err != nil {
		return usagef(c, "there is no theme %s: there are %s", name, list(known.Theme))
	}
	_, err = d.w.Write(text)
	return err
}
