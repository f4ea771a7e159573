package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newMan(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the man pages into a folder",
		Long: `Writes a man page for each command into DIR. They carry the date of
SOURCE_DATE_EPOCH, or none.
` + exitStatus,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			pages, err := manPages(c.Root())
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
			u.made("%s: %s", args[0], count(len(pages), "man page", "man pages"))
			return nil
		},
	}
}

// manPages gives a page for c and each command below it.
func manPages(c *cobra.Command) ([]file, error) {
	page, err := manPage(c)
	if err != nil {
		return nil, err
	}
	pages := []file{page}
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() || sub.IsAdditionalHelpTopicCommand() {
			continue
		}
		below, err := manPages(sub)
		if err != nil {
			return nil, err
		}
		pages = append(pages, below...)
	}
	return pages, nil
}

func manPage(c *cobra.Command) (file, error) {
	date, err := epoch()
	if err != nil {
		return file{}, err
	}
	dated := !date.IsZero()
	if !dated {
		date = time.Unix(0, 0).UTC()
	}
	c.DisableAutoGenTag = true // it would carry today's date
	var b bytes.Buffer
	header := &doc.GenManHeader{Section: "1", Date: &date, Source: producer(), Manual: "Warraq"}
	if err := doc.GenMan(c, header, &b); err != nil {
		return file{}, fmt.Errorf("man page of %s: %w", c.CommandPath(), err)
	}
	data := b.Bytes()
	if !dated {
		data = bytes.Replace(data, []byte(date.Format("Jan 2006")), nil, 1)
	}
	return file{strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1", data}, nil
}
