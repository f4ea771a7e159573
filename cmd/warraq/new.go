package main

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"warraq"
)

// templates are what `warraq new` makes books of: a folder for each language
// and "common" for all.
//
//go:embed templates
var templates embed.FS

// templateLanguages are the languages that have templates, the first of them
// the default.
var templateLanguages = []string{"ar", "fr", "en"}

// newFlags are the wishes of `warraq new`.
type newFlags struct {
	title, author, lang, from, ci string

	adopt   bool     // write down what the folder is
	own     bool     // the keys of book.yaml are in the book's language
	named   bool     // lang was given
	authors []string // whom the text of --from names
}

// newManual is what `warraq help new` says.
const newManual = `Makes in DIR a manuscript that can be built as it is: book.yaml with a comment
on every key, two chapters that show how to write, an image, a Makefile, and a
workflow that builds the book at each pull request and tag, attaches the files of a
tag to its release, and tells what is to be mended at its lines. --ci says for which
server: github, gitlab, forgejo, or none.

With --from the chapters are those of a plain text, in which a line that opens
with ✨ is a chapter's heading: each becomes a Markdown file, and the book of
them has the same text. Title, author and language are what the text says above
it, where the command line says nothing.

DIR must not be there yet, or be empty. It is made whole or not at all.

With --adopt, DIR is a folder of texts that has no book.yaml: a book of mdBook,
GitBook, Quarto, bookdown, MkDocs, Docusaurus, Jekyll or Hugo, or Markdown files
alone. What "warraq build DIR" decides about it, its title, language and chapters,
is written there as book.yaml, and nothing else.
` + exitStatus

func newNew(u *ui) *cobra.Command {
	f := new(newFlags)
	c := &cobra.Command{
		Use:   "new DIR",
		Short: "Begin a book in a new folder",
		Long:  newManual,
		Example: `  warraq new mybook
  warraq new mybook --title "عنوان" --lang ar-MA
  warraq new mybook --from article.txt
  warraq new --adopt mybook`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			if err := u.check(c); err != nil {
				return err
			}
			f.named = c.Flags().Changed("lang")
			if err := f.check(c, args[0]); err != nil {
				return err
			}
			if f.adopt {
				return adopt(u, f, args[0])
			}
			return newBook(u, f, args[0])
		},
	}
	c.Flags().StringVar(&f.title, "title", "", "title of the book")
	c.Flags().StringVar(&f.author, "author", "", "its author")
	c.Flags().StringVar(&f.lang, "lang", templateLanguages[0], "its language as BCP 47 writes it, such as ar-MA; the chapters that show the syntax are in ar, fr or en")
	c.Flags().StringVar(&f.from, "from", "", "plain text to divide into chapters")
	c.Flags().StringVar(&f.ci, "ci", servers[0].name, "whose workflow is written: github, gitlab, forgejo or none")
	c.Flags().BoolVar(&f.adopt, "adopt", false, "write the book.yaml of a folder that has none")
	c.Flags().BoolVar(&f.own, "arabic-keys", false, "write the keys of book.yaml in Arabic")
	c.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(templateLanguages, cobra.ShellCompDirectiveNoFileComp))
	c.RegisterFlagCompletionFunc("ci", cobra.FixedCompletions(serverNames(), cobra.ShellCompDirectiveNoFileComp))
	u.flags(c)
	return c
}

// check refuses values that no new book can mean.
func (f *newFlags) check(c *cobra.Command, dir string) error {
	f.lang = strings.ReplaceAll(f.lang, "_", "-")
	if _, err := language.Raw.Parse(f.lang); err != nil {
		return usagef(c, "--lang %s is no language: give a tag such as ar-MA", f.lang)
	}
	if f.own && (f.adopt || f.base() != "ar") {
		return usagef(c, "--arabic-keys is for a new book in Arabic")
	}
	if !slices.Contains(serverNames(), f.ci) {
		return usagef(c, "--ci %s is none of %s", f.ci, strings.Join(serverNames(), ", "))
	}
	if f.adopt && f.from != "" {
		return usagef(c, "--adopt and --from cannot go together")
	}
	if f.from == "" && !f.adopt && !slices.Contains(templateLanguages, f.base()) {
		return usagef(c, "--lang %s: there are chapters in %s; with --from any language goes", f.lang, strings.Join(templateLanguages, ", "))
	}
	switch strings.ToLower(filepath.Ext(f.from)) {
	case ".md", ".markdown":
		return usagef(c, "--from %s: a plain text is divided, Markdown need only be copied into the folder", f.from)
	}
	if dir == "" {
		return usagef(c, "DIR is empty")
	}
	return nil
}

// base is the language without its region and script.
func (f *newFlags) base() string {
	base, _, _ := strings.Cut(strings.ReplaceAll(f.lang, "_", "-"), "-")
	return strings.ToLower(base)
}

// authorsGiven are the authors of the command line or else of the text.
func (f *newFlags) authorsGiven() []string {
	if f.author != "" {
		return []string{f.author}
	}
	return f.authors
}

// newBook makes every file in memory, writes them, and tells.
func newBook(u *ui, f *newFlags, dir string) error {
	if err := vacant(dir); err != nil {
		return err
	}
	chapters, err := f.chapters(u)
	if err != nil {
		return err
	}
	files, err := f.common()
	if err != nil {
		return err
	}
	if err := writeFolder(dir, append(files, chapters...), u.halt); err != nil {
		return err
	}
	n := 0
	for _, c := range chapters {
		if path.Ext(c.Name) == ".md" {
			n++
		}
	}
	u.wrote(dir, count(n, "chapter", "chapters"), fmt.Sprintf("build it with `warraq build %s`", dir))
	if file := f.workflowFile(); file != "" && repository == nowhere {
		u.wrote(path.Join(filepath.ToSlash(dir), file), fmt.Sprintf("put in place of %s where Warraq is on your server", nowhere))
	}
	return nil
}

// common gives the files that do not depend on the chapters.
func (f *newFlags) common() ([]warraq.Part, error) {
	lang := f.base()
	if !slices.Contains(templateLanguages, lang) {
		lang = "en"
	}
	words := placeholders[lang]
	manifest, err := fs.ReadFile(templates, "templates/"+lang+"/book.yaml")
	if err != nil {
		return nil, err
	}
	fill := strings.NewReplacer("@TITLE@", yamlText(f.title, words.title), "@AUTHOR@", yamlTexts(f.authorsGiven(), words.author), "@LANG@", f.lang)
	text := fill.Replace(string(manifest))
	if f.own {
		text = ownKeys(text, lang)
	}
	files := []warraq.Part{{Name: "book.yaml", Data: []byte(text)}}
	for _, c := range []struct{ from, to string }{{"Makefile", "Makefile"}, {"gitignore", ".gitignore"}} {
		data, err := fs.ReadFile(templates, "templates/common/"+c.from)
		if err != nil {
			return nil, err
		}
		files = append(files, warraq.Part{Name: c.to, Data: data})
	}
	workflow, err := f.workflow()
	return append(files, workflow...), err
}

// keyLine is a line with a key, which may be a comment.
var keyLine = regexp.MustCompile(`(?m)^((?:# )? *(?:- )?)([a-z-]+):`)

// ownKeys is a book.yaml with keys in the words of a language, where it has some.
func ownKeys(text, lang string) string {
	return keyLine.ReplaceAllStringFunc(text, func(line string) string {
		m := keyLine.FindStringSubmatch(line)
		if own := warraq.Keyword(m[2], lang); own != "" {
			return m[1] + own + ":"
		}
		return line
	})
}

// placeholders stand for what the command line does not say.
var placeholders = map[string]struct{ title, author string }{
	"ar": {"عنوان الكتاب", "اسم المؤلف"},
	"fr": {"Titre du livre", "Nom de l'auteur"},
	"en": {"Title of the book", "Name of the author"},
}

// yamlText writes a text as YAML has it between quotes.
func yamlText(s, otherwise string) string {
	if s == "" {
		s = otherwise
	}
	return strconv.Quote(s)
}

// yamlTexts is yamlText for several.
func yamlTexts(all []string, otherwise string) string {
	switch len(all) {
	case 0:
		return yamlText("", otherwise)
	case 1:
		return yamlText(all[0], otherwise)
	}
	written := make([]string, len(all))
	for i, s := range all {
		written[i] = yamlText(s, otherwise)
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// chapters gives the chapters: those of the text of --from, or the two that
// show how to write, with their image.
func (f *newFlags) chapters(u *ui) ([]warraq.Part, error) {
	if f.from != "" {
		return f.split(u)
	}
	var files []warraq.Part
	for _, c := range []struct{ from, to string }{
		{f.base() + "/01-text.md", "01-text.md"}, {f.base() + "/02-blocks.md", "02-blocks.md"},
		{"common/pattern.png", "images/pattern.png"},
	} {
		data, err := fs.ReadFile(templates, "templates/"+c.from)
		if err != nil {
			return nil, err
		}
		files = append(files, warraq.Part{Name: c.to, Data: data})
	}
	return files, nil
}

// split divides the text of --from.
func (f *newFlags) split(u *ui) ([]warraq.Part, error) {
	src, err := readFile(f.from, mostText)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, withHint(fmt.Errorf("%s is not there", f.from), "--from names a plain text")
	case err != nil:
		return nil, err
	}
	opt := warraq.Options{Title: f.title}
	if f.named {
		opt.Lang = f.lang
	}
	parts, advice, err := warraq.Split(filepath.ToSlash(f.from), src, opt)
	u.advise(advice)
	f.title, f.lang = parts.Title, cmp.Or(parts.Lang, f.lang)
	f.authors = parts.Authors
	return parts.Files, err
}
