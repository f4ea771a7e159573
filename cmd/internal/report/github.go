package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// commands are those of a workflow that annotate a file.
var commands = map[Severity]string{Error: "error", Warning: "warning", Advice: "notice"}

// A workflow's commands are a line each: in a message %, CR and LF are escaped, in a
// property : and , too.
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes findings as commands of a workflow on GitHub, which shows them at
// their lines: ::error file=a.md,line=3,title=W437 heading-without-blank::…
func GitHub(w io.Writer, findings []Finding) error {
	for _, f := range findings {
		properties := []string{}
		add := func(name, value string) {
			properties = append(properties, name+"="+inProperty.Replace(value))
		}
		if f.File != "" {
			add("file", f.File)
		}
		if f.Line > 0 {
			add("line", strconv.Itoa(f.Line))
		}
		if f.Column > 0 {
			add("col", strconv.Itoa(f.Column))
		}
		if f.End > 0 {
			add("endColumn", strconv.Itoa(f.End))
		}
		add("title", f.Code+" "+f.Name)
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", commands[f.Severity], strings.Join(properties, ","), inMessage.Replace(f.message())); err != nil {
			return err
		}
	}
	return nil
}
