// Package report writes what a program tells of manuscripts for other programs to
// read: JSON, SARIF, and the commands by which a workflow on GitHub annotates files.
package report

import (
	_ "embed"
	"encoding/json"
	"io"
	"slices"
)

// Severity is how grave a finding is.
type Severity string

// The severities: with an error no book is made; readers are the worse for a warning;
// advice is what could be better.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Advice  Severity = "advice"
)

// Finding is one thing that is told of a place in a manuscript. Its JSON is stable:
// names are added, none is taken away or changes its meaning (see [Schema]).
type Finding struct {
	Code     string   `json:"code"` // "W437"
	Name     string   `json:"name"` // "heading-without-blank"
	Severity Severity `json:"severity"`

	File   string `json:"file,omitempty"`   // as it is reached from here, with /
	Line   int    `json:"line,omitempty"`   // from 1
	Column int    `json:"column,omitempty"` // characters, from 1; where it is known
	End    int    `json:"end,omitempty"`    // the column behind its last character; with Column

	What string `json:"what"`
	Hint string `json:"hint,omitempty"` // what to do about it
	Lang string `json:"lang"`           // of What and Hint, as BCP 47 writes it
}

// Schema is the JSON Schema (2020-12) of a line that [JSON] writes.
//
//go:embed diagnostic.schema.json
var Schema []byte

// Rule is what is known of a code.
type Rule struct {
	Code, Name string
	Says       string // its message, with what differs from place to place left open
	Help       string // what to do about it
	Error      bool
}

// Tool is the program that found them.
type Tool struct {
	Name, Version string
	Rules         []Rule // all that there are
}

// Formats are the names of the formats, for people to choose from.
var Formats = []string{"json", "sarif", "github"}

// Write writes findings in one of [Formats].
func Write(w io.Writer, format string, tool Tool, findings []Finding) error {
	switch format {
	case "sarif":
		return SARIF(w, tool, findings)
	case "github":
		return GitHub(w, findings)
	}
	return JSON(w, findings)
}

// JSON writes a line each.
func JSON(w io.Writer, findings []Finding) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	for i := range findings {
		if err := lines.Encode(&findings[i]); err != nil {
			return err
		}
	}
	return nil
}

// rulesOf are the rules of the codes that findings have, in their order.
func rulesOf(all []Rule, findings []Finding) (rules []Rule) {
	for _, f := range findings {
		if slices.ContainsFunc(rules, func(r Rule) bool { return r.Code == f.Code }) {
			continue
		}
		r := Rule{Code: f.Code, Name: f.Name, Says: f.What, Error: f.Severity == Error}
		if i := slices.IndexFunc(all, func(r Rule) bool { return r.Code == f.Code }); i >= 0 {
			r = all[i]
		}
		rules = append(rules, r)
	}
	return rules
}
