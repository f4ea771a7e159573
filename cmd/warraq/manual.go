package main

import (
	"regexp"
	"strings"
	"unicode"

	"warraq/cmd/internal/report"
	"warraq/cmd/internal/tongue"
)

// A manual is paragraphs with an empty line between them: a heading is a line in
// capitals alone; a list has its terms in a column of their own; the rest is text.

// entry is a piece of a manual that is said as one: a paragraph, a heading, or what a
// list says of a term.
type entry struct {
	term   string // of a list; empty for the rest
	text   string // on one line
	indent string // before the term
}

// paragraphs are those of a manual.
func paragraphs(manual string) (all [][]entry) {
	for p := range strings.SplitSeq(strings.Trim(manual, "\n"), "\n\n") {
		lines := strings.Split(strings.Trim(p, "\n"), "\n")
		if at := textColumn(lines[0]); at > 0 {
			all = append(all, listOf(lines, at))
		} else {
			all = append(all, []entry{{text: strings.Join(strings.Fields(p), " ")}})
		}
	}
	return all
}

// textColumn is where the text of a list stands, by its first line; 0 for what is none.
func textColumn(line string) int {
	term := strings.TrimLeft(line, " ")
	gap := strings.Index(term, "  ")
	if gap < 0 {
		return 0
	}
	return len(line) - len(strings.TrimLeft(term[gap:], " "))
}

// listOf takes a list apart, whose text stands at a column.
func listOf(lines []string, at int) (list []entry) {
	for _, line := range lines {
		term, text := "", ""
		if isEntry(line, at) {
			term, text = line[:at], line[at:]
		} else if gap := textColumn(line); gap > 0 { // a longer term, "129, 130, 143  a signal"
			term, text = line[:gap], line[gap:]
		}
		if word := strings.TrimSpace(term); word != "" {
			list = append(list, entry{term: word, text: text, indent: term[:strings.Index(term, word)]})
			continue
		}
		last := &list[len(list)-1]
		last.text += " " + strings.TrimSpace(line)
	}
	return list
}

// isEntry tells a line of a list whose text stands at a column.
func isEntry(line string, at int) bool {
	return len(line) > at && line[at-1] == ' ' && line[at] != ' '
}

// width is how many columns the lines of a translated manual have at most.
const width = 80

// manual is a manual in the language of the person asking; one that is not known in it,
// cobra's own, stays as it is.
func (u *ui) manual(text string) string {
	var all []string
	for _, p := range paragraphs(text) {
		var lines []string
		terms := 0
		for i := range p {
			if p[i].text != "" && !tongue.Knows(p[i].text) {
				return text
			}
			p[i].term = u.term(p[i].term)
			terms = max(terms, columns(p[i].term))
		}
		for _, e := range p {
			lines = append(lines, u.entry(e, terms)...)
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return strings.Join(all, "\n\n") + "\n"
}

// entry is the lines of an entry, whose term has a column of a width.
func (u *ui) entry(e entry, terms int) (lines []string) {
	if e.term == "" {
		lines = wrapped(u.words(e.text), width)
	} else {
		lines = wrapped(u.words(e.text), width-len(e.indent)-terms-2)
		for i, line := range lines {
			lines[i] = e.indent + e.term + strings.Repeat(" ", terms-columns(e.term)+2) + line
			e.term = ""
		}
	}
	for i, line := range lines {
		lines[i] = u.turned(line)
	}
	return lines
}

// term is one as it is typed, in whatever direction the line runs; but how grave a
// problem is is said in the language.
func (u *ui) term(term string) string {
	switch report.Severity(term) {
	case report.Error, report.Warning, report.Advice:
		return u.words(term)
	}
	if term == "" || u.lang != "ar" {
		return term
	}
	return "\u2066" + term + "\u2069"
}

// columns is how wide a text is on a terminal: marks and signs of direction take no room.
func columns(s string) (n int) {
	for _, r := range s {
		if !unicode.In(r, unicode.Mn, unicode.Cf) {
			n++
		}
	}
	return n
}

// boundForm is a mark that French parts by a blank from the word before it, and never by
// the end of a line.
var boundForm = regexp.MustCompile(` ([;:?!»](?: |$))`)

// wrapped is a text in lines; what is isolated stays on one.
func wrapped(text string, most int) (lines []string) {
	line, word, depth := "", "", 0
	for part := range strings.SplitSeq(boundForm.ReplaceAllString(text, "\u00a0$1"), " ") {
		word += part
		for _, r := range part {
			switch r {
			case '\u2066', '\u2067', '\u2068':
				depth++
			case '\u2069':
				depth--
			}
		}
		switch {
		case depth > 0:
			word += " "
			continue
		case line == "":
			line = word
		case columns(line)+1+columns(word) <= most:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
		word = ""
	}
	return append(lines, line+word)
}
