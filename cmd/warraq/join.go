package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"warraq"
)

// joinManual is what `warraq catalogue join --help` says.
const joinManual = `Proves that all parts of a catalogue lie in DIR, as build --shard wrote them, and
writes what build writes of a whole one: DIR/catalogue.json with each title and the
digests of its files, DIR/index.html, and the feeds DIR/opds.json and DIR/onix.xml.
The bytes are those of a build in one piece.

It reads every file. A part that is not there, one that was made twice with other
bytes, by another version of the program or with other options, a title that is in no
part or was not made, and a file that is not there or has other bytes are each named,
and nothing is written then.

Where DIR has a catalogue that was made in one piece, it proves that.
` + exitStatus

// catalogueManual is what `warraq catalogue --help` says.
const catalogueManual = `A catalogue is many books that build makes as one: from several SOURCE, a folder
of books, or catalogue.yaml.
` + exitStatus

func newCatalogue(u *ui) *cobra.Command {
	c := &cobra.Command{
		Use:   "catalogue",
		Short: "Join the parts of a catalogue that several machines made",
		Long:  catalogueManual,
		Args:  usageArgs(cobra.NoArgs),
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	join := &cobra.Command{
		Use:     "join [DIR]",
		Short:   "Prove that all parts of a catalogue are there, and write its record, page and feeds",
		Long:    joinManual,
		Example: "  warraq catalogue join dist",
		Args:    atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := u.check(c); err != nil {
				return err
			}
			dir := "dist"
			if len(args) > 0 {
				dir = args[0]
			}
			return joinParts(u, dir)
		},
	}
	u.flags(join)
	c.AddCommand(join)
	return c
}

// joinParts proves and joins the parts in a folder.
func joinParts(u *ui, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	m, faults, err := warraq.JoinCatalogue(root.FS())
	if err != nil {
		return err
	}
	for _, f := range faults {
		u.line(u.err, dir, u.words(faultSays(&f)))
	}
	if len(faults) > 0 {
		return fmt.Errorf("the catalogue is not whole: %s, nothing was written", count(len(faults), "fault", "faults"))
	}
	if err := writeCatalogue(dir, m); err != nil {
		return err
	}
	u.did("%s: the catalogue is whole, %s", dir, count(len(m.Titles), "title", "titles"))
	return nil
}

// faultSays is what is wrong with the parts of a catalogue, and what to do about it.
func faultSays(f *warraq.CatalogueFault) string {
	err := fmt.Errorf("%s: %s", f.File, f.Other)
	switch f.Kind {
	case "no-parts":
		err = fmt.Errorf("no catalogue is here: there is neither a folder shards nor %s", f.File)
	case "lost-shard":
		err = fmt.Errorf("part %d of %d is not there: make it with --shard %s", f.Shard, f.Of, fmt.Sprintf("%d/%d", f.Shard, f.Of))
	case "twice-shard":
		err = fmt.Errorf("part %d of %d was made twice, and not with the same bytes: %s", f.Shard, f.Of, f.Title)
	case "other-count":
		err = fmt.Errorf("part %d is one of %d, the others are of %s: make it again", f.Shard, f.Of, f.Want)
	case "other-plan":
		err = fmt.Errorf("part %d of %d is of another list of titles: make it again", f.Shard, f.Of)
	case "other-program":
		err = fmt.Errorf("part %d of %d was made by version %s, the others by %s: make it again", f.Shard, f.Of, f.Other, f.Want)
	case "other-asked":
		err = fmt.Errorf("part %d of %d was made with other options: make it again", f.Shard, f.Of)
	case "lost-title":
		err = fmt.Errorf("title %s is in no part: make its part again", f.Title)
	case "twice-title":
		err = fmt.Errorf("title %s is in part %d and in part %d: make them again", f.Title, f.Shard, f.Of)
	case "failed-title":
		err = fmt.Errorf("title %s was not made: %s", f.Title, strings.TrimPrefix(f.File+": "+f.Other, ": "))
	case "other-entry":
		err = fmt.Errorf("%s is not of the part that made it: make its part again", f.File)
	case "lost-file":
		err = fmt.Errorf("%s is not there: make its part again", f.File)
	case "other-file":
		err = fmt.Errorf("%s has other bytes than were made: delete it and make its part again", f.File)
	}
	return err.Error()
}
