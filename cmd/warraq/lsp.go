package main

import (
	"os"

	"github.com/spf13/cobra"

	"warraq/cmd/warraq/lsp"
)

// lspManual is what `warraq lsp --help` and its man page say.
const lspManual = `Answers an editor over standard input and output, as the Language Server Protocol
has it: what is wrong with the manuscript at each line as it is typed, names of
divisions, classes, keys of book.yaml, references and notes to complete, what a
name does, where a reference leads, a new name for an id in all chapters, the
outline, and tables with their columns under each other.

An editor starts it by itself. SOURCE is what it opens: a Markdown file alone, or
the book of the nearest folder above it that has book.yaml or the list of chapters
of another program.

It speaks the language of the editor, or that of --lang-ui.
`

func newLSP(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "lsp",
		Short: "Answer an editor: what is wrong at each line, and what may stand there",
		Long:  lspManual,
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return lsp.Serve(os.Stdin, os.Stdout, lsp.Options{Version: versionOf(), Lang: u.lang, Asked: c.Flags().Changed(langName)})
		},
	}
}
