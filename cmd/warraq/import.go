package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"warraq"
)

// importFlags are the wishes of `warraq import`.
type importFlags struct {
	limits              warraq.Limits
	dir, headings       string
	title, author, lang string
	pages               bool
}

// importManual is what `warraq help import` says.
const importManual = `Makes in DIR a manuscript of FILE: book.yaml, a Markdown file for each chapter,
and a folder of images. It can be built as it is: warraq build DIR. Of several
files each goes on where the one before ended. FILE is

  .docx         a document of Word
  .odt          a text in OpenDocument, as LibreOffice writes it
  .html .htm    a page, with the folder of files that was saved with it; several
                pages of a folder may lead to one another
  .epub         a book in EPUB 2 or 3 that is not locked
  .txt          plain text, also in the letters of Windows, or with broken lines
  ######OpenITI a text of the Open Islamicate Texts Initiative, whatever its name

A chapter begins at each heading of the highest level. Title, subtitle, author
and language are what FILE says, where the command line says nothing.

No text is lost: what a book has no place for (comments, deletions, charts,
formulas, the Qur'an in faces that draw words by private codes) is named, with
the first words of its place; -v names each place. What was taken for what is
told too.

Where a document has no headings and its author only made lines large and bold,
--headings guess takes short bold lines in larger type for them.

DIR must not be there yet, or be empty. It is made whole or not at all.
` + exitStatus

func newImport(u *ui) *cobra.Command {
	f := new(importFlags)
	c := &cobra.Command{
		Use:   "import FILE… -o DIR",
		Short: "Make a manuscript of a Word or LibreOffice document, a web page, an EPUB or a text of OpenITI",
		Long:  importManual,
		Example: `  warraq import book.docx -o mybook
  warraq import 1.docx 2.docx 3.docx -o mybook --title "عنوان"
  warraq import book.docx -o mybook --headings guess`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			if err := u.check(c); err != nil {
				return err
			}
			if err := f.check(c); err != nil {
				return err
			}
			return importBook(u, f, args)
		},
	}
	c.Flags().StringVarP(&f.dir, "output", "o", "", "folder of the manuscript")
	c.Flags().StringVar(&f.headings, "headings", "styles", "what headings are taken by: styles, or guess by their look too")
	c.Flags().BoolVar(&f.pages, "pages", false, "keep the ends of printed pages that a text of OpenITI marks, as [1/9]")
	c.Flags().StringVar(&f.title, "title", "", "title of the book")
	c.Flags().StringVar(&f.author, "author", "", "its author")
	c.Flags().StringVar(&f.lang, "lang", "", "its language as BCP 47 writes it, such as ar-MA")
	c.RegisterFlagCompletionFunc("headings", cobra.FixedCompletions([]string{"styles", "guess"}, cobra.ShellCompDirectiveNoFileComp))
	limits(c, &f.limits)
	u.flags(c)
	return c
}

// check refuses values that no import can mean.
func (f *importFlags) check(c *cobra.Command) error {
	switch {
	case f.dir == "":
		return usagef(c, "-o names no folder")
	case f.headings != "styles" && f.headings != "guess":
		return usagef(c, "--headings %s is not known: write styles or guess", f.headings)
	}
	return checkOptions(c, &warraq.Options{Lang: f.lang})
}

// importBook reads the files, writes the manuscript, and tells.
func importBook(u *ui, f *importFlags, names []string) error {
	if err := vacant(f.dir); err != nil {
		return err
	}
	sources := make([]warraq.Part, len(names))
	for i, name := range names {
		data, err := readFile(name, mostForeign)
		switch {
		case errors.Is(err, fs.ErrNotExist) && nearFile(name) != "":
			return withHint(fmt.Errorf("%s is not there", name), "did you mean %s?", nearFile(name))
		case errors.Is(err, fs.ErrNotExist):
			return withHint(fmt.Errorf("%s is not there", name), "FILE is a .docx, an .odt, a .html, an .epub or a text of OpenITI")
		case err != nil:
			return err
		}
		sources[i] = warraq.Part{Name: filepath.ToSlash(name), Data: data}
	}
	parts, told, err := warraq.Import(sources, warraq.ImportOptions{Title: f.title, Author: f.author, Lang: f.lang, GuessHeadings: f.headings == "guess", Pages: f.pages, Beside: besides, Limits: f.limits})
	if err != nil {
		return err
	}
	if err := writeFolder(f.dir, parts.Files, u.halt); err != nil {
		return err
	}
	u.tellImport(f.dir, parts.Files, told)
	return nil
}

// tellImport says what was written, and what there is to tell of it.
func (u *ui) tellImport(dir string, files []warraq.Part, told []warraq.Problem) {
	var warnings, advice []warraq.Problem
	for _, p := range told {
		if p.Warns {
			warnings = append(warnings, p)
		} else {
			advice = append(advice, p)
		}
	}
	chapters, pictures := 0, 0
	for _, p := range files {
		switch {
		case path.Ext(p.Name) == ".md":
			chapters++
		case path.Dir(p.Name) == "images":
			pictures++
		}
	}
	u.advise(advice)
	u.warn(warnings)
	u.wrote(dir, count(chapters, "chapter", "chapters"), count(pictures, "picture", "pictures"), fmt.Sprintf("build it with `warraq build %s`", dir))
}

// mostBeside bounds a file that a page names, in bytes.
const mostBeside = 64 << 20

// besides gives a file that a page names, which lies in the page's folder or below.
func besides(folder, name string) ([]byte, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() || info.Size() > mostBeside:
		return nil, fmt.Errorf("%s is no file that a page can name", name)
	}
	return root.ReadFile(name)
}
