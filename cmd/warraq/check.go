package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"warraq"
	"warraq/cmd/internal/report"
)

// checkManual is what `warraq check --help` and its man page say.
const checkManual = `Tells all that can be known of manuscripts without writing anything: it reads
each and makes its PDF, EPUB and booklet in memory, with --press the files for a
print shop too, or those of --only alone.

Each line is file:line: and how grave it is, with a code and a name:

error    no book is made
warning  the book is made, and its readers are the worse for it
advice   what could be better

"warraq explain CODE" explains a code. What is not wanted is switched off in
book.yaml under advice. Of each kind the first place is told, with -v each.

For other programs there are --json, an object a line with code, name, severity,
file, line, column, end, what, hint and lang; --sarif, a log of SARIF 2.1.0; and --format github,
commands by which a workflow on GitHub annotates the lines of a pull request.

SOURCE is what build takes, catalogues too; there may be several.
` + exitStatus

// checkFlags are the wishes of `warraq check`.
type checkFlags struct {
	build buildFlags
}

func newCheck(u *ui) *cobra.Command {
	f := new(checkFlags)
	c := &cobra.Command{
		Use:   "check [SOURCE…]",
		Short: "Tell all that is to be mended in manuscripts, and write nothing",
		Long:  checkManual,
		Example: `  warraq check mybook
  warraq check mybook --strict
  warraq check one.md two.md --json
  warraq check mybook --sarif >warraq.sarif
  warraq check mybook --format github`,
		RunE: func(c *cobra.Command, args []string) error {
			if err := cmp.Or(u.check(c), f.build.tells.check(c), checkOnly(c, f.build.only), checkOptions(c, &f.build.book)); err != nil {
				return err
			}
			return check(u, f, args)
		},
	}
	f.build.tells.flags(c)
	onlyFlag(c, &f.build.only)
	c.Flags().BoolVar(&f.build.press, "press", false, "check the files for a print shop too")
	c.Flags().BoolVar(&f.build.strict, "strict", false, "take warnings for errors")
	c.Flags().DurationVar(&f.build.timeout, "timeout", 0, "give up after so long, such as 30s")
	followFlag(c, &f.build.follow)
	bookFlags(c, &f.build.book)
	u.flags(c)
	return c
}

// check looks at each manuscript and tells of all.
func check(u *ui, f *checkFlags, args []string) error {
	if f.build.timeout > 0 {
		u.halt.after(f.build.timeout, func() {
			u.fail(withHint(fmt.Errorf("the manuscripts were not checked within %v", f.build.timeout), "give it longer with --timeout"))
		})
	}
	sources := [][]string{nil}
	if len(args) > 0 {
		sources = sources[:0]
		for _, name := range args {
			sources = append(sources, []string{name})
		}
	}
	var got checked
	for _, source := range sources {
		l, err := openCatalogue(u, source, f.build.follow)
		switch {
		case err != nil:
			got.add(f.findings(u, err), err)
		case l != nil:
			u.tell(l.say)
			for i := range l.Titles {
				got.add(checkTitle(u, f, l, &l.Titles[i]))
			}
		default:
			got.add(checkOne(u, f, source))
		}
	}
	if err := u.tellChecked(f, got.all); err != nil {
		return err
	}
	if len(got.wrong) == 0 {
		return warraq.Join(got.failed...)
	}
	for _, err := range got.failed {
		u.fail(err)
	}
	return toldOf(warraq.Join(got.wrong...), "%s to be mended")
}

// checked is what there is to tell of manuscripts.
type checked struct {
	all           [][]report.Finding // of each
	wrong, failed []error            // errors in them, and in reading them
}

// add takes what there is to tell of one.
func (c *checked) add(findings []report.Finding, err error) {
	c.all = append(c.all, findings)
	if errors.As(err, new(warraq.Problems)) {
		c.wrong = append(c.wrong, err)
	} else {
		c.failed = append(c.failed, err)
	}
}

// checkOne gives what there is to tell of one manuscript.
func checkOne(u *ui, f *checkFlags, source []string) ([]report.Finding, error) {
	src, said, err := openSource(source, f.build.follow)
	if err != nil {
		return nil, err
	}
	u.tell(said)
	return checkSource(u, &f.build, src)
}

// checkTitle gives what there is to tell of a title of a catalogue.
func checkTitle(u *ui, f *checkFlags, l *listedBooks, t *warraq.CatalogueTitle) ([]report.Finding, error) {
	src, opt, err := l.open(t, &f.build)
	if err != nil {
		return nil, err
	}
	defer src.close()
	of := f.build
	if of.book = opt; len(of.only) == 0 {
		of.only = l.Formats
	}
	return checkSource(u, &of, src)
}

// findings are what there is to tell of a catalogue that cannot be read.
func (f *checkFlags) findings(u *ui, err error) []report.Finding {
	return begin(u, source{fsys: os.DirFS("."), lines: lines{}}, &f.build, nil).findings(err)
}

// checkSource gives what there is to tell of a manuscript.
func checkSource(u *ui, f *buildFlags, src source) ([]report.Finding, error) {
	p := newProgress(u.terminal(), progressAfter, progressTick)
	m := begin(u, src, f, p)
	start := time.Now()
	_, err := m.files()
	p.done()
	u.notef("%s: checked in %.2f s", src.stem, time.Since(start).Seconds())
	return m.findings(err), err
}

// tellChecked tells of what was found in each manuscript.
func (u *ui) tellChecked(f *checkFlags, all [][]report.Finding) error {
	if f.build.tells.forPrograms() {
		return u.report(f.build.tells.format, slices.Concat(all...))
	}
	number := map[report.Severity]int{}
	for _, findings := range all {
		for _, finding := range findings {
			number[finding.Severity]++
		}
		u.tellFound(findings)
	}
	switch {
	case u.quiet:
	case len(number) == 0:
		u.did("nothing is to be mended")
	default:
		u.plain(u.turned(u.pieces(count(number[report.Error], "error", "errors"), count(number[report.Warning], "warning", "warnings"), count(number[report.Advice], "piece of advice", "pieces of advice"))))
	}
	return nil
}

// tellFound tells of what was found in one manuscript: of errors each, of the rest the
// first of each code, where not each is asked for.
func (u *ui) tellFound(findings []report.Finding) {
	number, said := map[string]int{}, map[string]bool{}
	for _, f := range findings {
		number[f.Code]++
	}
	for _, f := range findings {
		more := ""
		if f.Severity != report.Error && !u.verbose {
			if u.quiet || said[f.Code] {
				continue
			}
			if n := number[f.Code]; n > 1 {
				more = u.words(fmt.Sprintf(" (and %d more; -v shows each)", n-1))
			}
		}
		said[f.Code] = true
		u.found(&f, more)
	}
}

// found tells of one finding, with its code.
func (u *ui) found(f *report.Finding, more string) {
	at := warraq.Pos{File: f.File, Line: f.Line}.String()
	label := u.words(string(f.Severity)) + " " + f.Code + " " + f.Name + ": "
	u.line(u.out, at, label+u.joined(f.What, f.Hint)+more)
}

// newExplain is `warraq explain`.
func newExplain(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE…]",
		Short: "Explain a message by its code or its name",
		Long: `Says what a message of check or build means, shows an example and what to do
about it. Without a code it lists all messages.
` + exitStatus,
		Example: `  warraq explain W437
  warraq explain heading-without-blank
  warraq explain`,
		ValidArgsFunction: func(*cobra.Command, []string, string) (codes []string, _ cobra.ShellCompDirective) {
			for _, m := range warraq.Messages() {
				codes = append(codes, m.Code+"\t"+m.Name)
			}
			return codes, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				u.listMessages()
				return nil
			}
			for i, code := range args {
				m, near := warraq.MessageNamed(code)
				if m == nil {
					err := usagef(c, "%q is no code of a message", code)
					if near != "" {
						err.hint = "did you mean " + near + "?"
					}
					return err
				}
				if i > 0 {
					u.plain("")
				}
				u.explain(m)
			}
			return nil
		},
	}
}

// listMessages names every message, a line each.
func (u *ui) listMessages() {
	for _, m := range warraq.Messages() {
		says, _ := m.Means(u.lang)
		u.plain(m.Code + " " + m.Name + ": " + u.turned(says))
	}
}

// explain says what a message means, and what to do about it.
func (u *ui) explain(m *warraq.Message) {
	says, hints := m.Means(u.lang)
	u.plain(m.Code + " " + m.Name + "\n\n" + u.turned(says))
	if m.IsError() {
		u.plain("\n" + u.turned(u.words("It is an error: no book is made.")))
	} else {
		u.plain("\n" + u.turned(u.words("It is a warning or advice: the book is made.")))
	}
	if len(hints) > 0 {
		u.plain("\n" + u.turned(u.words("What to do:")))
		for _, hint := range hints {
			u.plain("  " + u.turned(hint))
		}
	}
	if m.Chapter != "" || m.Settings != "" {
		u.plain("\n" + u.turned(u.words("An example:")) + "\n")
		for line := range strings.Lines(m.Settings + m.Chapter) {
			u.plain(strings.TrimRight("  "+line, "\n "))
		}
	}
	if !m.IsError() {
		u.plain("\n" + u.turned(u.words(fmt.Sprintf("In book.yaml, `advice: {%s: off}` switches it off.", m.Code))))
	}
}
