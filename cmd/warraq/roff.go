package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// roff is the man page of a command in the macros of man(7). Unlike cobra's own,
// which goes through Markdown, it keeps columns, and draws in no reader of it.
func (u *ui) roff(c *cobra.Command, month string) string {
	p := manPage{u: u}
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

// manPage is a man page in the making.
type manPage struct {
	strings.Builder
	u *ui
}

// section writes paragraphs, which an empty line parts, under a heading. One of them may
// be the heading of the exit status.
func (p *manPage) section(heading, text string) {
	text = strings.Trim(text, "\n")
	if text == "" {
		return
	}
	p.heading(heading)
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		switch {
		case paragraph == p.u.words("EXIT STATUS"):
			p.heading("EXIT STATUS")
		case strings.Contains(paragraph, "  "): // it has columns, or is set in
			fmt.Fprintf(p, ".PP\n.nf\n%s\n.fi\n", inRoff(paragraph))
		default:
			fmt.Fprintf(p, ".PP\n%s\n", inRoff(paragraph))
		}
	}
}

// heading writes a heading in the language of the page.
func (p *manPage) heading(text string) { fmt.Fprintf(p, ".SH %s\n", inRoff(p.u.words(text))) }

// options writes what each flag does.
func (p *manPage) options(heading string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	p.heading(heading)
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
			usage += " " + p.u.words(fmt.Sprintf("(default %s)", f.DefValue))
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

// asTyped is what roff takes for a request or an escape, as it stands. It has no signs that
// turn the direction.
var asTyped = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "")

// inRoff is text of which nothing is a request or an escape.
func inRoff(text string) string {
	text = asTyped.Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
