package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// nearMiss tells of a paragraph whose lines were meant to be something else: a
// heading, a list, a table, a fence, a caption.
func (f *file) nearMiss(n ast.Node) {
	lines := f.lineTexts[:0]
	marked := false
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := strings.TrimSpace(f.text[seg.Start:seg.Stop])
		lines, marked = append(lines, line), marked || opensOddLine(line)
	}
	if f.lineTexts = lines; !marked {
		f.miss = listMark{}
		return
	}
	at := func(i int) int { return n.Lines().At(i).Start }
	if f.missedTable(lines, at) {
		return
	}
	f.missedTask(n, lines[0])
	for i, line := range lines {
		for _, m := range missedLines {
			if (i == 0 || !m.first) && (!m.alone || len(lines) == 1) && m.form.MatchString(line) {
				s := m.slip
				s.what = s.kind + ": " + quotedPart(line)
				f.advise(at(i), s)
				break
			}
		}
	}
	f.missedList(lines, at)
}

// opensOddLine is the quick look: false for a line that opens with a letter that
// marks nothing.
func opensOddLine(line string) bool {
	r, size := utf8.DecodeRuneInString(line)
	if unicode.IsLetter(r) {
		next, n := utf8.DecodeRuneInString(line[size:])
		if next == '\u0640' || next == '\u200d' { // هـ
			next, _ = utf8.DecodeRuneInString(line[size+n:])
		}
		return r == '\u0640' || strings.HasPrefix(line, "الف") || strings.ContainsRune(".)-–", next) || strings.ContainsAny(line, "|\t") || strings.HasSuffix(line, `\\`) || strings.Contains(line, " *** ")
	}
	return line != ""
}

// missed is a line that is nearly something else.
type missed struct {
	form  *regexp.Regexp
	slip  slip
	first bool // only the first line of a paragraph
	alone bool // only a paragraph of one line
}

var missedLines = []missed{
	{regexp.MustCompile(`^(?:##+|#)(?:[^\s#\d][^#]*|\d[^#]*\pL[^#]*)#*$`), slip{kind: "a heading without a blank behind its #",
		hint: "write `# Title`; or \\# where the sign is meant"}, true, true},
	{regexp.MustCompile(`^＃`), slip{kind: "a wide #, which opens no heading", hint: "write # with a blank behind it"}, false, false},
	{regexp.MustCompile(`^\*{2,6} [^*]+$`), slip{kind: "stars that open no heading", hint: "write `## ` in their place"}, true, true},
	{regexp.MustCompile(`^={2,6} [^=]+(?: =+)?$`), slip{kind: "equals signs that open no heading", hint: "write `## ` in their place"}, true, true},
	{regexp.MustCompile(`^\.\. [a-z-]+::`), slip{kind: "a directive of another program, printed as typed", hint: "write `::: note` above its lines and `:::` below, or delete it"}, false, false},
	{regexp.MustCompile(`^(?:--8<--|\{![^!]*!\}|!include\b|include::|@import\b)`), slip{kind: "an include of another program, printed as typed", hint: "name the file under `chapters:` in book.yaml"}, false, false},
	{regexp.MustCompile(`^\*\[[^\]\n]+\](?: [^*(:]+|:\s*)$`), slip{kind: "an abbreviation that explains nothing", hint: "write a colon and the words behind it: `*[WHO]: World Health Organization`"}, false, false},
	{regexp.MustCompile(`^<!-(?:[^-]|$)|^<--? .*-->$`), slip{kind: "a comment that lacks a hyphen, printed as typed", hint: "write <!-- and -->"}, false, false},
	{regexp.MustCompile(`^#{7,}\s`), slip{kind: "seven # or more, which open no heading", hint: "write six at most"}, true, true},
	{regexp.MustCompile(`^\S.* \*{3} .*\S$`), slip{kind: "hemistichs outside a poem, printed as typed", hint: "write `::: verse` above the poem and `:::` below it, and ` / ` between the halves"}, true, false},
	{regexp.MustCompile(`\\\\$`), slip{kind: "two backslashes at the end of a line, of which one is printed", hint: "write one to break the line"}, false, false},
	{regexp.MustCompile(`^::[^:]?\s*[A-Za-z{]`), slip{kind: "two colons, which open no division", hint: "write three: `::: note`"}, false, false},
	{regexp.MustCompile(`^(?:!!!|\?\?\?)\+? *[a-z]+`), slip{kind: "a box of another program, printed as typed",
		hint: "write `::: note` above it and `:::` below, its lines not set in"}, false, false},
	{regexp.MustCompile(`^(?:'''|´´´|‘‘‘|’’’|""")`), slip{kind: "quotation marks in the place of a fence", hint: "write three backticks, ```, above and below the code"}, false, false},
	{regexp.MustCompile("^``$"), slip{kind: "two backticks in the place of a fence", hint: "write three, ```, above and below the code"}, false, false},
	{regexp.MustCompile(`^\[\d{1,3}\] ?: ?\S.* `), slip{kind: "a note without its caret", hint: "write [^1] in the text and `[^1]: …` below it"}, false, false},
	{regexp.MustCompile(`^\[[^\[\]^]+\]:\s+\S+\s+[^\s"'(]`), slip{kind: "an address of a link, or a note, that is none and is printed as typed", hint: "write `[name]: <address>` alone in its line for a link, `[^name]: text` for a note"}, false, false},
	{regexp.MustCompile(`^(?:⁂|❊|❖|• • •|\. \. \.|\*\s*⁂.*)$`), slip{kind: "a sign between two pieces of text", hint: "write `***` in a line of its own; the theme has its sign",
		mild: true}, true, true},
	{regexp.MustCompile(`^(?:[—–]{2,}|--|[—–](?: [—–]){2,}|ـ{3,}|[=+~]{3,}|\.{5,}|…{3,})$`), slip{kind: "a line that parts nothing, printed as typed", hint: "write `***` in a line of its own"}, true, true},
}

// boxAlone is the box of a task, or what is nearly one.
var boxAlone = regexp.MustCompile(`^\[(?:|[ xX✓]|[xX] | [xX])\] ?\pL`)

// missedTask tells of a task that stands in no list, or whose box is none.
func (f *file) missedTask(n ast.Node, line string) {
	if _, task := n.FirstChild().(*east.TaskCheckBox); !task && boxAlone.MatchString(line) {
		f.advise(n.Lines().At(0).Start, slip{kind: "a task that has no box", what: "a task that has no box: " + quotedPart(line),
			hint: "write `- [ ] ` or `- [x] `, with one blank or an x in the brackets"})
	}
}

// ruleLine is the line below the head of a table, or what is nearly one.
var ruleLine = regexp.MustCompile(`^[|\-:+=_—–ـ ]*(?:[\-=_–]{2}|[—ـ])[|\-:+=_—–ـ ]*$`)

// missedTable tells of lines that were meant to be a table.
func (f *file) missedTable(lines []string, at func(int) int) bool {
	rows, rule := 0, -1
	for i, line := range lines {
		switch {
		case ruleLine.MatchString(line) && strings.ContainsAny(line, "|+"):
			rule = i
		case strings.HasPrefix(line, "|") && strings.Count(line, "|") > 1 && (len(lines) > 1 || strings.HasSuffix(line, "|")):
			rows++
		}
	}
	const kind = "lines of strokes that make no table"
	switch {
	case alike(lines, "\t"):
		f.advise(at(0), slip{kind: "cells that tabs part, set as running text", hint: "write them as a table: | a | b | with |---|---| below the first line, or as a file: {.table file=data.csv}"})
		return true
	case len(lines) > 1 && !slices.ContainsFunc(lines, func(line string) bool { return !strokeLine.MatchString(line) }):
		f.advise(at(0), slip{kind: "lines that open with a stroke, set as running text", hint: "write a poem between `::: verse` and `:::`; a backslash at its end breaks a line"})
		return true
	case gridLine.MatchString(lines[0]):
		f.advise(at(0), slip{kind: kind, what: kind + ": it is drawn with + and -", hint: "write the head, |---|---| below it, and the rows"})
		return true
	case rows == 0 && rule < 0 && alike(lines, " | "):
		f.advise(at(0), slip{kind: kind, what: kind + ": a line of hyphens lacks below its head",
			hint: "write a second line such as |---|---|, as many as the head has cells"})
		return true
	case rows == 0 || rows+1 < len(lines) && rule < 0 && rows < 2:
		return false
	case rule < 0:
		f.advise(at(0), slip{kind: kind, what: kind + ": a line of hyphens lacks below its head",
			hint: "write a second line such as |---|---|, as many as the head has cells"})
	case rule == 0:
		f.advise(at(0), slip{kind: kind, what: kind + ": its head lacks above the line of hyphens", hint: "write the head of each column, or empty cells: | | |"})
	default:
		head, dashes := cellsOf(lines[rule-1]), cellsOf(lines[rule])
		what := kind + ": its line of hyphens has other signs than | - :"
		if head != dashes {
			what = fmt.Sprintf("%s: its head has %d cells, its line of hyphens %d", kind, head, dashes)
		}
		f.advise(at(rule), slip{kind: kind, what: what, hint: "write |---|---|, as many as the head has cells"})
	}
	return true
}

// strokeLine is a line of a block of lines, as other programs have it.
var strokeLine = regexp.MustCompile(`^\| [^|]*\pL[^|]*$`)

// gridLine opens a table that is drawn.
var gridLine = regexp.MustCompile(`^\+[-=]{2,}[-=+]*\+$`)

// alike tells whether a sign parts each of several lines into as many pieces.
func alike(lines []string, sign string) bool {
	n := strings.Count(lines[0], sign)
	for _, line := range lines {
		if strings.Count(line, sign) != n {
			return false
		}
	}
	return n > 0 && len(lines) > 1
}

// cellsOf counts the cells of a table's row.
func cellsOf(line string) int {
	line = strings.TrimSpace(strings.ReplaceAll(line, `\|`, ""))
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	return 1 + strings.Count(line, "|")
}
