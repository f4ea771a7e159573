package main

// Messages follow these rules, and only this file prints them:
//
//   - What was made goes to standard output, a line each; everything else goes
//     to standard error.
//   - A message begins with "warraq: ", or, when it concerns a place in the
//     manuscript, with that place: "file:line: ", as editors expect it.
//   - Lower case, no period at the end; one line says what is the matter and
//     what to do about it. What to try instead is a line of its own: "hint: ".
//   - Quiet (-q) leaves only errors. Warnings and advice are what could be better
//     in the manuscript but is no error: a line for each kind, with the first
//     place, their number and a few of the others; verbose (-v) tells of each.

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"warraq"
	"warraq/cmd/internal/tongue"
)

// ui is where messages go and how many are wanted.
type ui struct {
	out, err       io.Writer
	quiet, verbose bool
	many           bool // books are made, not one
	halt           *halt
	lang           string    // of messages
	plainText      bool      // no sign turns the direction: what shows it does that
	made           io.Writer // what was made is told here
}

func newUI(out, err io.Writer, h *halt) *ui {
	return &ui{out: out, err: err, halt: h, lang: tongue.Languages[0], made: out}
}

// flags adds -q and -v to a command.
func (u *ui) flags(c *cobra.Command) {
	c.Flags().BoolVarP(&u.quiet, "quiet", "q", false, "say nothing but errors")
	c.Flags().BoolVarP(&u.verbose, "verbose", "v", false, "add advice on the manuscript and the time of each stage")
}

// check refuses what cannot be meant together.
func (u *ui) check(c *cobra.Command) error {
	if u.quiet && u.verbose {
		return usagef(c, "-q and -v cannot go together")
	}
	return nil
}

// say writes a message and ends its line. What a manuscript or a file name has in it
// that would move about on a terminal, or turn a line of a log, is seen as what it is.
func say(w io.Writer, format string, args ...any) {
	io.WriteString(w, visible(fmt.Sprintf(format, args...))+"\n")
}

// visible writes controls, and what embeds, overrides and isolates directions, as Go
// does in a string: \x1b, \u202e. A message of several lines keeps them.
func visible(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n', r == '\t':
			b.WriteRune(r)
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x2028, r == 0x2029, r == utf8.RuneError:
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// oneLine is a message that editors take for one, whatever the name of its file.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", `\n`) }

// english tells whether messages are as they stand in the source.
func (u *ui) english() bool { return u.lang == tongue.Languages[0] }

// words is a message in the language of the person asking. What a manuscript or a file
// name has in it is seen as what it is before signs are put in that turn the direction.
func (u *ui) words(s string) string {
	if u.english() {
		return s
	}
	return tongue.Say(visible(s), u.lang)
}

// turned is a message that reads in its direction wherever it stands.
func (u *ui) turned(s string) string {
	if u.plainText {
		return s
	}
	return tongue.Turned(s, u.lang)
}

// put writes a line of which all is visible.
func (u *ui) put(w io.Writer, line string) {
	if u.english() {
		say(w, "%s", line)
		return
	}
	io.WriteString(w, line+"\n")
}

// line writes a message about a place, or of the program where there is none.
func (u *ui) line(w io.Writer, at, text string) {
	if at == "" {
		at = "warraq"
	}
	if u.english() {
		u.put(w, shortened(oneLine(at+": "+text)))
		return
	}
	u.put(w, visible(oneLine(at))+": "+u.turned(oneLine(text)))
}

// plain writes what needs no place, on standard output.
func (u *ui) plain(text string) { u.put(u.out, text) }

// joined is what is the matter and what to do about it.
func (u *ui) joined(what, hint string) string {
	if hint == "" {
		return what
	}
	if u.lang == "ar" {
		return what + "، " + hint
	}
	return what + ", " + hint
}

// problem is what a problem says, without its place.
func (u *ui) problem(p warraq.Problem) string {
	if u.english() {
		return u.joined(p.What, p.Hint)
	}
	p = seen(p)
	return u.joined(warraq.Say(&p, u.lang))
}

// seen is a problem of which all is visible, in a line of a log.
func seen(p warraq.Problem) warraq.Problem {
	p.What, p.Hint = shortened(visible(oneLine(p.What))), shortened(visible(oneLine(p.Hint)))
	return p
}

// did says what was done, on standard output.
func (u *ui) did(format string, args ...any) {
	if !u.quiet {
		u.put(u.made, u.turned(u.words(fmt.Sprintf(format, args...))))
	}
}

// wrote says that a file or folder was made, and what it has.
func (u *ui) wrote(name string, has ...string) {
	if u.quiet {
		return
	}
	u.put(u.made, visible(name)+": "+u.turned(u.pieces(has...)))
}

// pieces are several things as they are said in a row.
func (u *ui) pieces(all ...string) string {
	said := make([]string, len(all))
	for i, s := range all {
		said[i] = u.words(s)
	}
	if u.lang == "ar" {
		return strings.Join(said, "، ")
	}
	return strings.Join(said, ", ")
}

// notef adds detail for those who asked for it.
func (u *ui) notef(format string, args ...any) {
	if u.verbose {
		u.line(u.err, "", u.words(fmt.Sprintf(format, args...)))
	}
}

// tell says what the person asking has left open, and what is done.
func (u *ui) tell(what string) {
	if what != "" && !u.quiet {
		u.line(u.err, "", u.words(what))
	}
}

// warn tells of something in the manuscript that did not stop the work.
func (u *ui) warn(ps []warraq.Problem) {
	if !u.quiet {
		u.places("warning", ps)
	}
}

// advise tells what could be better in the manuscript.
func (u *ui) advise(ps []warraq.Problem) {
	if !u.quiet {
		u.places("advice", ps)
	}
}

// places tells of each of the problems, or of each kind of them.
func (u *ui) places(label string, ps []warraq.Problem) { u.kinds(label, kindsOf(ps, u.verbose)) }

// kinds tells of each kind of problems.
func (u *ui) kinds(label string, kinds []kind) {
	for i, k := range kinds {
		if i == mostTold {
			u.line(u.err, "", u.words(label+": more of the kind are not told"))
			break
		}
		u.line(u.err, k.of[0].Pos.String(), u.words(label)+": "+u.problem(k.of[0])+u.words(k.others()))
	}
}

// fail tells why a command was not carried out; it is called once, by run.
func (u *ui) fail(err error) {
	if err == nil {
		return
	}
	var problems warraq.Problems
	var told *toldError
	if errors.As(err, &problems) && !errors.As(err, &told) {
		for _, p := range problems[:min(len(problems), mostTold)] {
			if at := p.Pos.String(); at != "" {
				u.line(u.err, at, u.problem(p))
			} else {
				u.put(u.err, u.turned(shortened(oneLine(u.problem(p)))))
			}
		}
		found := count(len(problems), "problem", "problems")
		err = fmt.Errorf("%s in the manuscript, nothing was written", found)
		if len(problems) > mostTold {
			err = fmt.Errorf("%s in the manuscript, of which the first %d are told, nothing was written", found, mostTold)
		}
	}
	var said *optionError
	if errors.As(err, &said) {
		u.line(u.err, "", u.problem(said.Problem))
	} else {
		u.line(u.err, "", u.words(strings.TrimSpace(err.Error())))
	}
	if hint := hintOf(err); hint != "" {
		u.line(u.err, u.words("hint"), u.words(hint))
	}
}

// optionError is a problem of an option.
type optionError struct{ warraq.Problem }

func (e *optionError) Error() string { return e.Problem.String() }

// mostTold is how many problems are told of, and mostLetters how long each line is: a
// log is to be read.
const mostTold, mostLetters = 100, 500

// shortened cuts a line that is too long out of its middle, so that its place and what
// to do are still said.
func shortened(line string) string {
	if len(line) <= mostLetters {
		return line
	}
	if r := []rune(line); len(r) > mostLetters {
		return string(r[:mostLetters/2]) + " … " + string(r[len(r)-mostLetters/2:])
	}
	return line
}

// usageError is a command line that cannot be understood.
type usageError struct {
	error
	hint string
}

func (e *usageError) Unwrap() error { return e.error }

// usagef makes a usageError that points to the command's help.
func usagef(c *cobra.Command, format string, args ...any) *usageError {
	return &usageError{fmt.Errorf(format, args...), fmt.Sprintf("%q tells what it takes", c.CommandPath()+" --help")}
}

// hintedError is an error with something to try.
type hintedError struct {
	error
	hint string
}

func (e *hintedError) Unwrap() error { return e.error }

func withHint(err error, format string, args ...any) error {
	return &hintedError{err, fmt.Sprintf(format, args...)}
}

func hintOf(err error) string {
	var u *usageError
	var h *hintedError
	switch {
	case errors.As(err, &u):
		return u.hint
	case errors.As(err, &h):
		return h.hint
	}
	return ""
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// list is words as they are said: a, b and c.
func list(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

func quoteAll(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = fmt.Sprintf("%q", w)
	}
	return strings.Join(quoted, " or ")
}

// size is a number of bytes as people say it.
func size(n int) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KiB", (n+1<<9)>>10)
	}
	return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
}
