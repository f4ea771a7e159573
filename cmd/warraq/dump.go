package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"warraq/content"
	"warraq/content/book"
)

// stages are what dump prints, in the order of the road.
var stages = []string{"document", "lines", "pages", "words", "theme"}

func newDump(u *ui) *cobra.Command {
	var opt book.Options
	c := &cobra.Command{
		Use:   "dump STAGE [SOURCE]",
		Short: "Print a stage of the work as text",
		Long: `Prints what one stage of the work makes of a manuscript:

document  the book as it was read: chapters, blocks, inlines
lines     the broken lines, a glyph run each
pages     the pages, each item in its place
words     the words, each with its page and place
theme     the file of a built-in theme, to copy: plain, report or literary
          in the place of SOURCE
` + exitStatus,
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
			if len(args) == 0 {
				return stages, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveDefault
		},
		RunE: func(_ *cobra.Command, args []string) error {
			w := bufio.NewWriter(u.out)
			if err := dump(w, args[0], args[1:], opt); err != nil {
				return err
			}
			return w.Flush()
		},
	}
	bookFlags(c, &opt)
	return c
}

func dump(w io.Writer, stage string, args []string, opt book.Options) error {
	if stage == "theme" {
		return dumpTheme(w, args)
	}
	src, err := openSource(args)
	if err != nil {
		return err
	}
	m, err := readBook(src, opt)
	if err != nil {
		return err
	}
	if stage == "document" {
		return content.Dump(w, m.doc)
	}
	pages, err := m.pages()
	if err != nil {
		return src.placed(err)
	}
	switch stage {
	case "lines":
		return pages.DumpLines(w)
	case "words":
		return pages.DumpWords(w)
	}
	return pages.DumpPages(w)
}

// dumpTheme prints the file of the built-in theme that is named, of the plain
// one where none is: it has every key.
func dumpTheme(w io.Writer, args []string) error {
	name := "plain"
	if len(args) > 0 {
		name = args[0]
	}
	text, err := book.ThemeFile(name)
	if err != nil {
		return fmt.Errorf("there is no theme %s: there are %s", name, strings.Join(book.Themes, ", "))
	}
	_, err = w.Write(text)
	return err
}
