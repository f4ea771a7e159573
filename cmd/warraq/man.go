package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"warraq/cmd/internal/tongue"
)

func newMan(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the man pages into a folder",
		Long: `Writes a man page for each command into DIR. They carry the date of
SOURCE_DATE_EPOCH, or none.

They are in English, or in the language of --lang-ui.
` + exitStatus,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			plain := *u
			plain.plainText = true
			if !c.Flags().Changed(langName) { // what is installed for all is of nobody's environment
				plain.lang = tongue.Languages[0]
			}
			root := newRoot(&plain)
			plain.translate(root)
			pages, err := plain.manPages(root)
			if err != nil {
				return err
			}
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			for _, p := range pages {
				if err := os.WriteFile(filepath.Join(args[0], p.name), p.data, 0o644); err != nil {
					return err
				}
			}
			u.wrote(args[0], count(len(pages), "man page", "man pages"))
			return nil
		},
	}
}

// manPages gives a page for c and each command below it.
func (u *ui) manPages(c *cobra.Command) ([]file, error) {
	page, err := u.manPage(c)
	if err != nil {
		return nil, err
	}
	pages := []file{page}
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() || sub.IsAdditionalHelpTopicCommand() {
			continue
		}
		below, err := u.manPages(sub)
		if err != nil {
			return nil, err
		}
		pages = append(pages, below...)
	}
	return pages, nil
}

func (u *ui) manPage(c *cobra.Command) (file, error) {
	date, err := epoch()
	if err != nil {
		return file{}, err
	}
	var month string
	if !date.IsZero() {
		month = date.Format("Jan 2006")
	}
	return file{manName(c) + ".1", []byte(u.roff(c, month))}, nil
}

func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }
