package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"warraq"
	"warraq/cmd/internal/report"
)

// This file tells other programs what the command tells people.

// formatText is the format for people.
const formatText = "text"

// toldIn is how problems are told.
type toldIn struct {
	format      string
	json, sarif bool
}

// flags adds --format and the words for two of its values.
func (t *toldIn) flags(c *cobra.Command) {
	all := append([]string{formatText}, report.Formats...)
	c.Flags().StringVar(&t.format, "format", formatText, "how problems are told: text, json (an object a line), sarif (2.1.0), or github, which annotates pull requests; all but text go to standard output")
	c.Flags().BoolVar(&t.json, "json", false, "the same as --format json")
	c.Flags().BoolVar(&t.sarif, "sarif", false, "the same as --format sarif")
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(all, cobra.ShellCompDirectiveNoFileComp))
}

// check refuses a format that is none, and two at once.
func (t *toldIn) check(c *cobra.Command) error {
	asked := 0
	for name, is := range map[string]bool{"json": t.json, "sarif": t.sarif} {
		if is {
			t.format = name
			asked++
		}
	}
	switch {
	case asked > 1 || asked == 1 && c.Flags().Changed("format"):
		return usagef(c, "--format, --json and --sarif cannot go together")
	case t.format != formatText && !slices.Contains(report.Formats, t.format):
		return usagef(c, "--format %s: there are %s", t.format, list(append([]string{formatText}, report.Formats...)))
	}
	return nil
}

// forPrograms tells whether other programs are to read it.
func (t *toldIn) forPrograms() bool { return t.format != formatText }

// findings are all that a build has to tell, the errors of err first.
func (m *making) findings(err error) (all []report.Finding) {
	var failed warraq.Problems
	errors.As(err, &failed)
	for _, p := range failed {
		if !p.Warns { // those come with the warnings
			all = append(all, m.finding(p, report.Error))
		}
	}
	warnings, advice := m.problems()
	for _, p := range warnings {
		all = append(all, m.finding(p, report.Warning))
	}
	for _, p := range advice {
		all = append(all, m.finding(p, report.Advice))
	}
	return all
}

// finding is a problem as other programs read it; for people, as it is seen.
func (m *making) finding(p warraq.Problem, severity report.Severity) report.Finding {
	f := report.Finding{Severity: severity, File: p.Pos.File, Line: p.Pos.Line, Lang: m.u.lang}
	f.Code, f.Name = codeOf(&p, severity)
	if m.f.tells.forPrograms() {
		f.Column, f.End = m.src.columns(&p)
	}
	if !m.f.tells.forPrograms() && !m.u.english() {
		p = seen(p)
	}
	f.What, f.Hint = warraq.Say(&p, m.u.lang)
	return f
}

// codeOf is the code and the name of a problem.
func codeOf(p *warraq.Problem, severity report.Severity) (code, name string) {
	switch m := warraq.MessageOf(p); {
	case m != nil:
		return m.Code, m.Name
	case severity == report.Error:
		return warraq.UnknownError, "other"
	}
	return warraq.UnknownNotice, "other"
}

// report writes findings to standard output.
func (u *ui) report(format string, findings []report.Finding) error {
	tool := report.Tool{Name: "warraq", Version: versionOf()}
	for _, m := range warraq.Messages() {
		says, hints := m.Means(u.lang)
		tool.Rules = append(tool.Rules, report.Rule{Code: m.Code, Name: m.Name, Says: says, Help: strings.Join(hints, "\n"), Error: m.IsError()})
	}
	return report.Write(u.out, format, tool, findings)
}

// toldError is an error of which the manuscript's part has been told.
type toldError struct {
	problems warraq.Problems
	says     string
}

func (e *toldError) Error() string { return e.says }
func (e *toldError) Unwrap() error { return e.problems }

// toldOf is an error after its problems were told; another stays as it is.
func toldOf(err error, says string) error {
	var problems warraq.Problems
	if !errors.As(err, &problems) {
		return err
	}
	return &toldError{problems, fmt.Sprintf(says, count(len(problems), "problem", "problems"))}
}
