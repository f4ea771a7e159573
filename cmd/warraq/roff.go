package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// roff is the man page of a command in the macros of man(7). Unlike cobra's own,
// which goes through Markdown, it keeps columns, and draws in no reader of it.
func roff(c *cobra.Command, month string) string {
	var p manual
	fmt.Fprintf(&p, ".nh\n.TH %q \"1\" %q %q \"Warraq\"\n", strings.ToUpper(manName(c)), month, producer())
	p.section("NAME", manName(c)+" - "+c.Short)
	p.section("SYNOPSIS", c.UseLine())
	p.section("DESCRIPTION", c.Long)
	p.options("OPTIONS", c.NonInheritedFlags())
	p.options("OPTIONS OF EVERY COMMAND", c.InheritedFlags())
	p.section("EXAMPLES", c.Example)
	p.section("SEE ALSO", strings.Join(related(c), ", "))
	return p.String()
}

// manual is a man page in the making.
type manual struct{ strings.Builder }

// section writes paragraphs, which an empty line parts, under a heading. A line in
// capitals alone is a heading too.
func (p *manual) section(heading, text string) {
	text = strings.Trim(text, "\n")
	if text == "" {
		return
	}
	fmt.Fprintf(p, ".SH %s\n", heading)
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		switch {
		case paragraph == strings.ToUpper(paragraph) && strings.Trim(paragraph, "ABCDEFGHIJKLMNOPQRSTUVWXYZ ") == "":
			fmt.Fprintf(p, ".SH %s\n", paragraph)
		case strings.Contains(paragraph, "  "): // it has columns, or is set in
			fmt.Fprintf(p, ".PP\n.nf\n%s\n.fi\n", inRoff(paragraph))
		default:
			fmt.Fprintf(p, ".PP\n%s\n", inRoff(paragraph))
		}
	}
}

// options writes what each flag does.
func (p *manual) options(heading string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(p, ".SH %s\n", heading)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name := bold("--" + f.Name)
		if f.Shorthand != "" {
			name = bold("-"+f.Shorthand) + ", " + name
		}
		if value != "" {
			name += " " + inRoff(value)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			usage += fmt.Sprintf(" (default %s)", f.DefValue)
		}
		fmt.Fprintf(p, ".TP\n%s\n%s\n", name, inRoff(usage))
	})
}

// related are the pages of the command above and of those below.
func related(c *cobra.Command) (pages []string) {
	if c.HasParent() {
		pages = append(pages, manName(c.Parent())+"(1)")
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			pages = append(pages, manName(sub)+"(1)")
		}
	}
	return pages
}

func bold(text string) string { return `\fB` + inRoff(text) + `\fP` }

// inRoff is text of which nothing is a request or an escape.
func inRoff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
