package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"warraq/cmd/judge/internal/told"
	"warraq/content"
	"warraq/content/notice"
)

// messages asks whether the catalogue has all that the program tells authors, and
// whether what it writes for other programs is what their schemas say.
func (c *court) messages() error {
	if err := c.catalogued(); err != nil {
		return err
	}
	book, err := c.mendable()
	if err != nil {
		return err
	}
	if err := c.sarif(book); err != nil {
		return err
	}
	return c.diagnostics(book)
}

// pieces are what is told as a part of something else, or of which a part is told: it
// begins with what is not known, has no blank, or goes on from something.
var pieces = regexp.MustCompile(`^[ ,;:?7]|^[^ ]*$|^(cover: 7|--?theme 7?|theme |7* is not known)$`)

// ofKind are kinds alone: at each place of them more is said.
var ofKind = []string{"a number that does not follow in its list", "a number that opens a list of one item", "a row with fewer cells than the table has columns"}

// catalogued looks for each text of the source in the catalogue.
func (c *court) catalogued() error {
	texts, err := told.Find(c.root)
	if err != nil {
		return err
	}
	kinds := map[string]bool{}
	for _, t := range texts {
		kinds[t.Says] = kinds[t.Says] || t.Role == "Kind"
	}
	found := 0
	for _, t := range texts {
		known := true
		switch p := (content.Problem{What: t.Says}); {
		case t.Role == "What" && !kinds[t.Says]:
			e, _ := notice.Of(&p)
			known = e != nil
		case t.Role == "Hint":
			known = notice.Advised(t.Says)
		}
		if known {
			found++
		} else if !pieces.MatchString(t.Says) && !notice.IsPiece(t.Says) && !slices.Contains(ofKind, t.Says) {
			at, _ := filepath.Rel(c.root, t.At)
			c.fail("messages", "%s: the catalogue of messages lacks the %s “%s”", at, strings.ToLower(t.Role), t.Says)
		}
	}
	if found < 700 {
		c.fail("messages", "only %d texts were found in the source", found)
	}
	c.pass("messages", "the catalogue has %d texts of the source in every language", found)
	return nil
}

// mendable is a book with much to mend, in a folder whose name is awkward.
func (c *court) mendable() (string, error) {
	dir := filepath.Join(c.work, "كتاب: 100%, a")
	var chapter strings.Builder
	chapter.WriteString("# فصل\n\n")
	settings := "title: كتاب\nlanguage: ar\n"
	for _, e := range notice.All() {
		if e.Chapter != "" && !strings.HasPrefix(e.Chapter, "# ") && !e.IsError() && !strings.Contains(e.Chapter, "<!--") && !strings.Contains(e.Chapter, "```") {
			chapter.WriteString(e.Chapter + "\n")
		}
	}
	chapter.WriteString("\n[^nowhere]\n")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(dir, "book.yaml"), []byte(settings), 0o666); err != nil {
		return "", err
	}
	return dir, os.WriteFile(filepath.Join(dir, "01.md"), []byte(chapter.String()), 0o666)
}

// sarifSchema is the schema of SARIF 2.1.0, among the judges that come from npm.
const sarifSchema = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

// sarif asks the schema of SARIF 2.1.0 about a log in each language.
func (c *court) sarif(book string) error {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(c.home, sarifSchema))
	if err != nil {
		return err
	}
	for _, lang := range notice.Languages {
		out, _, err := c.commandIn(c.work, c.warraq, "check", book, "--sarif", "--lang-ui", lang)
		if out == "" {
			return err
		}
		log, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err == nil {
			err = schema.Validate(log)
		}
		switch results := strings.Count(out, `"ruleId"`); {
		case err != nil:
			c.fail("sarif", "in %s: %v", lang, err)
		case results < 100:
			c.fail("sarif", "in %s: %d results", lang, results)
		default:
			c.pass("sarif", "%d results in %s keep to the schema of SARIF 2.1.0", results, lang)
		}
	}
	return nil
}

// diagnostics asks our own schema about each line of JSON.
func (c *court) diagnostics(book string) error {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(c.root, "cmd/internal/report/diagnostic.schema.json"))
	if err != nil {
		return err
	}
	for _, lang := range notice.Languages {
		out, _, err := c.commandIn(c.work, c.warraq, "check", book, "--json", "--lang-ui", lang)
		if out == "" {
			return err
		}
		lines := 0
		for line := range strings.Lines(out) {
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
			if err == nil {
				err = schema.Validate(value)
			}
			if err != nil {
				c.fail("diagnostics", "in %s: %s: %v", lang, strings.TrimSpace(line), err)
			}
			lines++
		}
		c.pass("diagnostics", "%d lines of JSON in %s keep to their schema", lines, lang)
	}
	return nil
}
