package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"warraq"
	"warraq/cmd/warraq/preview"
)

// previewFlags are the wishes of `warraq preview`.
type previewFlags struct {
	port   int
	open   bool
	editor string
	follow bool
	book   warraq.Options
}

// previewManual is what `warraq help preview` says.
const previewManual = `Serves the pages of a manuscript on this machine, at an address that it prints, for
any browser: as spreads, which are turned as the book is, as single pages, as the
sheets of the booklet, and as the EPUB on a phone and a tablet. When a file of the
manuscript is saved, the pages that have changed are there at once; while it has
errors, the last good pages stay and the errors are shown. A click on a paragraph
says its file and line, and opens them with --editor.

The server answers this machine alone, and nothing but the book's pages. It works
without a network. It ends with Ctrl+C.

--editor is a command, in which {file} and {line} are put in their places; without
them the place is added in the way of the editor. Where none is given, places are
links that Visual Studio Code opens. An editor turns the preview to the line of
its cursor with a POST to /cursor?file=FILE&line=LINE.

SOURCE is what build takes; without it, the manuscript in this folder, or the
booklet that comes with the program.
` + exitStatus

func newPreview(u *ui) *cobra.Command {
	f := new(previewFlags)
	c := &cobra.Command{
		Use:   "preview [SOURCE]",
		Short: "Show a manuscript in a browser as it is written",
		Long:  previewManual,
		Example: `  warraq preview --open
  warraq preview mybook --editor "code -g {file}:{line}"
  warraq preview article.md --port 8000
  warraq preview specimen:`,
		Args: atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := u.check(c); err != nil {
				return err
			}
			if f.port < 0 || f.port > 65535 {
				return usagef(c, "--port %d: a number up to 65535", f.port)
			}
			if c.Flags().Changed("editor") && strings.TrimSpace(f.editor) == "" {
				return usagef(c, "--editor names no command")
			}
			if err := checkOptions(c, &f.book); err != nil {
				return err
			}
			return show(u, f, args)
		},
	}
	c.Flags().IntVar(&f.port, "port", 0, "port to serve at (default any that is free)")
	c.RegisterFlagCompletionFunc("port", cobra.NoFileCompletions)
	c.Flags().BoolVar(&f.open, "open", false, "open the address in the browser")
	c.Flags().StringVar(&f.editor, "editor", "", "command that opens an editor at a line, such as \"code -g {file}:{line}\"")
	followFlag(c, &f.follow)
	bookFlags(c, &f.book)
	u.flags(c)
	return c
}

// show serves a manuscript until it is asked to end.
func show(u *ui, f *previewFlags, args []string) error {
	src, told, err := openSource(args, f.follow)
	if err != nil {
		return err
	}
	if _, err := src.options(f.book); err != nil {
		return err
	}
	u.tell(told)
	f.book.Memory = new(warraq.Memory) // of what a save leaves as it was
	l, err := preview.Listen(f.port)
	if err != nil {
		return withHint(err, "choose another port with --port, or none for any that is free")
	}
	opt := preview.Options{
		Build: func() preview.State { return state(src, f.book) },
		Watch: watched(src, f.book.Theme),
		Tell:  func(d time.Duration) { u.notef("built in %d ms", d.Milliseconds()) },
	}
	if !src.inside {
		opt.Dir = dirOrHere(src.dir)
		if f.editor != "" {
			opt.Open = func(file string, line int) error { return start(editorAt(f.editor, file, line)) }
		}
	}
	address := "http://" + l.Addr().String() + "/"
	say(u.out, "%s", address)
	if f.open {
		if err := start(browserAt(address)); err != nil {
			u.tell("the browser cannot be opened (" + err.Error() + "), the address is " + address)
		}
	}
	return preview.New(opt).Run(context.Background(), l)
}

// watched are the folders and files that a book is made of.
func watched(s source, theme string) (names []string) {
	if s.inside {
		return nil
	}
	names = []string{dirOrHere(s.dir)}
	if warraq.IsThemeFile(theme) && isFile(theme) {
		names = append(names, theme)
	}
	return names
}

// state makes the book of a manuscript as it is now.
func state(s source, o warraq.Options) (made preview.State) {
	fail := func(err error) {
		var problems warraq.Problems
		if !errors.As(err, &problems) {
			problems = warraq.Problems{{What: err.Error(), Hint: hintOf(err)}}
		}
		made.Errors = problems
	}
	opt, err := s.options(o)
	if err != nil {
		fail(err)
		return made
	}
	b, err := warraq.Open(s.fsys, s.name, opt)
	if err == nil {
		made.View, err = b.View()
	}
	if err != nil {
		made.View = nil
		fail(err)
	}
	made.Problems = b.Problems()
	made.EPUB = sync.OnceValues(func() ([]byte, error) {
		files, err := b.Make(warraq.EPUB)
		if err != nil {
			return nil, err
		}
		return files[0].Data, nil
	})
	return made
}

// editorAt is the command line that opens an editor at a line.
func editorAt(editor, file string, line int) []string {
	at := strconv.Itoa(line)
	words := strings.Fields(editor)
	placed := false
	for i, w := range words {
		put := strings.NewReplacer("{file}", file, "{line}", at).Replace(w)
		placed = placed || put != w
		words[i] = put
	}
	if placed {
		return words
	}
	switch strings.TrimSuffix(filepath.Base(words[0]), ".exe") {
	case "code", "codium", "code-insiders", "cursor":
		return append(words, "-g", file+":"+at)
	case "subl", "zed", "hx", "mate":
		return append(words, file+":"+at)
	}
	return append(words, "+"+at, file)
}

// browserAt is the command line that opens an address in the browser.
func browserAt(address string) []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{"open", address}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	return []string{"xdg-open", address}
}

// start starts a program and does not wait for it.
func start(words []string) error {
	c := exec.Command(words[0], words[1:]...)
	if err := c.Start(); err != nil {
		return fmt.Errorf("%s: %w", words[0], err)
	}
	go c.Wait() // so that nothing is left of it
	return nil
}
