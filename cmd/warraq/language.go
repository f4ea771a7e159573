package main

import (
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"warraq/cmd/internal/tongue"
)

// langName is the flag that chooses the language of messages and help.
const langName = "lang-ui"

// spoken is the language that the person asking wants: of the flag, which is looked for
// before anything is said, or else of the environment.
func spoken(args []string) string {
	asked := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--"+langName && i+1 < len(args) {
			asked = args[i+1]
		}
		if value, ok := strings.CutPrefix(arg, "--"+langName+"="); ok {
			asked = value
		}
	}
	return tongue.Chosen(asked, os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
}

// langFlag adds the flag to every command.
func langFlag(root *cobra.Command) {
	root.PersistentFlags().String(langName, "", "the language of messages and help: ar, fr or en (default that of LC_ALL, LC_MESSAGES or LANG)")
	root.RegisterFlagCompletionFunc(langName, cobra.FixedCompletions(tongue.Languages, cobra.ShellCompDirectiveNoFileComp))
}

// checkLang refuses a language that the program does not speak.
func checkLang(c *cobra.Command) error {
	f := c.Flags().Lookup(langName)
	if f == nil || !f.Changed || slices.Contains(tongue.Languages, f.Value.String()) {
		return nil
	}
	return usagef(c, "--lang-ui %s: there are %s", f.Value, list(tongue.Languages))
}

// translate gives help in the language of the person asking: what commands and flags
// are for, the headings, the exit status. The long manuals are in English.
func (u *ui) translate(root *cobra.Command) {
	if u.english() {
		return
	}
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.SetUsageFunc(u.usage(root.UsageFunc()))
	u.translateCommand(root)
	for _, c := range root.Commands() {
		u.translateCommand(c)
	}
}

func (u *ui) translateCommand(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Short = u.turned(u.words(c.Short))
	c.Long = u.manual(c.Long)
	c.LocalFlags().VisitAll(func(f *pflag.Flag) { // in which backticks would name the value
		f.Usage = strings.ReplaceAll(u.turned(u.words(f.Usage)), "`", "")
	})
}

// usage is cobra's with its headings in the language. A template of its own would keep
// every method of every type in the program, as templates find methods by their names.
func (u *ui) usage(cobras func(*cobra.Command) error) func(*cobra.Command) error {
	return func(c *cobra.Command) error {
		var b strings.Builder
		out := c.OutOrStderr()
		c.SetOut(&b)
		err := cobras(c)
		c.SetOut(out)
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, u.headed(c, b.String()))
		return err
	}
}

// usualValue is what cobra says of the value that a flag has where nothing is given.
var usualValue = regexp.MustCompile(`(?m)\(default [^()]*\)$`)

// headed is the usage of a command with its headings in the language.
func (u *ui) headed(c *cobra.Command, usage string) string {
	usage = "\n" + usage
	for _, heading := range []string{"Usage:", "Aliases:", "Examples:", "Available Commands:", "Global Flags:", "Flags:"} {
		usage = strings.Replace(usage, "\n"+heading+"\n", "\n"+u.turned(u.words(heading))+"\n", 1)
	}
	usage = usualValue.ReplaceAllStringFunc(usage, func(s string) string { return u.turned(u.words(s)) })
	const more = `Use "@ [command] --help" for more information about a command.`
	of := func(words string) string { return strings.Replace(words, "@", c.CommandPath(), 1) }
	return strings.Replace(usage[1:], of(more), u.turned(of(u.words(more))), 1)
}
