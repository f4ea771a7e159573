package report

import (
	"encoding/json"
	"io"
	"net/url"
	"path"
	"slices"
)

// The parts of the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0) that
// a report has.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string       `json:"id"`
		Name    string       `json:"name"`
		Short   sarifText    `json:"shortDescription"`
		Help    *sarifText   `json:"help,omitempty"`
		Default sarifDefault `json:"defaultConfiguration"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn,omitempty"`
		End    int `json:"endColumn,omitempty"` // behind the last character (§3.30.8)
	}
)

// sarifSchema is the schema of the format, as OASIS publishes it.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// levels are the severities as SARIF 2.1.0 §3.27.10 has them.
var levels = map[Severity]string{Error: "error", Warning: "warning", Advice: "note"}

// SARIF writes findings as one log with one run.
func SARIF(w io.Writer, tool Tool, findings []Finding) error {
	rules := rulesOf(tool.Rules, findings)
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: tool.Name, Version: tool.Version, Rules: []sarifRule{}}},
		Language: "en", ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	for _, r := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(r))
	}
	for _, f := range findings {
		run.Language = f.Lang
		index := slices.IndexFunc(rules, func(r Rule) bool { return r.Code == f.Code })
		run.Results = append(run.Results, sarifResult{RuleID: f.Code, RuleIndex: index, Level: levels[f.Severity],
			Message: sarifText{f.message()}, Locations: f.locations()})
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func ruleOf(r Rule) sarifRule {
	rule := sarifRule{ID: r.Code, Name: r.Name, Short: sarifText{r.Says}, Default: sarifDefault{"warning"}}
	if r.Error {
		rule.Default.Level = "error"
	}
	if r.Help != "" {
		rule.Help = &sarifText{r.Help}
	}
	return rule
}

// message is all that a finding says. Its braces stay single: §3.11.5 asks for double
// ones, and no viewer makes single ones of them where a message has no arguments.
func (f *Finding) message() string {
	if f.Hint == "" {
		return f.What
	}
	return f.What + "\n" + f.Hint
}

// locations are the place of a finding; none where it is of no file.
func (f *Finding) locations() []sarifLocation {
	if f.File == "" {
		return nil
	}
	place := sarifPlace{Artifact: sarifArtifact{uriOf(f.File)}}
	if f.Line > 0 {
		place.Region = &sarifRegion{f.Line, f.Column, f.End}
	}
	return []sarifLocation{{place}}
}

// uriOf is the reference to a file (RFC 3986 §4.2): relative, or file:// of one that
// is named from the root.
func uriOf(file string) string {
	u := url.URL{Path: path.Clean(file)}
	if path.IsAbs(u.Path) {
		u.Scheme = "file"
		return u.String()
	}
	if len(u.Path) > 1 && u.Path[1] == ':' { // a drive of Windows
		return "file:///" + (&url.URL{Path: "/" + u.Path}).EscapedPath()[1:]
	}
	return u.String()
}
