// Command warraq makes a book of a manuscript: a PDF to print and an EPUB to
// read. This package holds flags, files, the clock and messages; what a book
// is lives in content, what a page is in layout, what a letter is in fonts.
package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"warraq"
)

func main() {
	collectLate()
	os.Exit(run(os.Args[1:]))
}

// run carries out one command line and gives its exit status.
func run(args []string) int {
	u := newUI(os.Stdout, os.Stderr, haltOn())
	u.lang = spoken(args)
	return u.run(args)
}

func (u *ui) run(args []string) int {
	out := &outlet{w: u.out}
	u.out, u.made = out, out
	root := newRoot(u)
	root.SetArgs(args)
	u.translate(root)
	err := root.Execute()
	u.halt.over()
	if err == nil && out.err != nil {
		err = fmt.Errorf("standard output takes no more: %w", out.err)
	}
	u.fail(err)
	return exitCode(err)
}

// exitCode is the one place where an error becomes an exit status.
func exitCode(err error) int {
	var problems warraq.Problems
	var usage *usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &problems):
		return 3
	case errors.As(err, &usage):
		return 2
	}
	return 1
}

// exitStatus is what every command's manual says of it.
const exitStatus = `
EXIT STATUS

0  it was done.
1  it failed: a file is not there, cannot be read or cannot be written.
2  wrong usage: an unknown command, flag, stage or value.
3  the manuscript has errors; each is listed as file:line: what, and what to do.

129, 130, 143  a signal asked it to end: HUP, INT, TERM.

Unless the status is 0, nothing was written and earlier output is as it was; but
where standard output itself fails, which is 1, what was to be made is there.`

// newRoot is the command itself: help when it is given nothing to do.
func newRoot(u *ui) *cobra.Command {
	root := &cobra.Command{
		Use:   "warraq",
		Short: "Make a printed book and an EPUB of a manuscript",
		Long: `Warraq makes a book of a manuscript, Arabic first: a PDF to print and read,
and an EPUB to read on any screen.

A manuscript is a folder with book.yaml and Markdown chapters, one .md file, one
.txt file, or a document of Word. The book of it is made with one command.
` + exitStatus,
		Example: `  warraq build                     # the book in this folder, or the one in the program
  warraq build mybook              # a folder with book.yaml and chapters
  warraq build thesis.docx         # a document of Word; import makes a folder of it
  warraq build article.txt --title "عنوان" --lang ar-MA`,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
		SilenceUsage:               true,
		Args:                       knownCommand,
		RunE: func(c *cobra.Command, _ []string) error {
			if asked, _ := c.Flags().GetBool("version"); asked {
				fmt.Fprint(u.out, versionLine())
				return nil
			}
			return c.Help()
		},
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			if err := checkLang(c); err != nil {
				return err
			}
			return u.bound(c)
		},
	}
	langFlag(root)
	root.Flags().Bool("version", false, "print the version")
	root.SetOut(u.out)
	root.SetErr(u.err)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		usage := usagef(c, "%w", err)
		if near := nearFlag(c, err); near != "" {
			usage.hint = "did you mean --" + near + "?"
		}
		return usage
	})
	root.AddCommand(newBuild(u), newCatalogue(u), newPreview(u), newCheck(u), newExplain(u), newNew(u), newImport(u), newDump(u), newVersion(u), newMan(u), newLSP(u))
	return root
}

// knownCommand refuses arguments that name no command, with a suggestion.
func knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := usagef(c, "unknown command %q", args[0])
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		err.hint = "did you mean " + quoteAll(near) + "?"
	}
	return err
}

// nearFlag is the flag that an unknown one was most likely meant to be.
func nearFlag(c *cobra.Command, err error) string {
	name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !unknown {
		return ""
	}
	var names []string
	for _, m := range flagName.FindAllStringSubmatch(c.Flags().FlagUsages(), -1) {
		names = append(names, m[1])
	}
	return warraq.Nearest(name, names)
}

// flagName is a flag in the usage of a command.
var flagName = regexp.MustCompile(`(?m)^ +(?:-\w, )?--([a-z-]+)`)

// atMost is cobra.MaximumNArgs with our exit status.
func atMost(n int) cobra.PositionalArgs {
	return usageArgs(cobra.MaximumNArgs(n))
}

func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return usagef(c, "%w", err)
		}
		return nil
	}
}
