package slips

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"warraq/content/markdown/source"
	"warraq/content/pattern"
)

// NearMiss tells of a paragraph whose lines were meant to be something else: a
// heading, a list, a table, a fence, a caption.
func (f *Finder) NearMiss(n ast.Node) {
	lines := f.lineTexts[:0]
	marked := false
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := strings.TrimSpace(f.Text[seg.Start:seg.Stop])
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
				s.What = s.Kind + ": " + source.Quoted(line)
				f.Advise(at(i), s)
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
		return strings.ContainsRune("ivxIVX", r) && strings.ContainsAny(line[:min(len(line), 6)], ".)") || r == '\u0640' || strings.HasPrefix(line, "الف") || strings.ContainsRune(".)-–", next) || strings.ContainsAny(line, "|\t") || strings.HasSuffix(line, `\\`) || strings.Contains(line, " *** ")
	}
	return line != ""
}

// missed is a line that is nearly something else.
type missed struct {
	form  *pattern.Pattern
	slip  source.Slip
	first bool // only the first line of a paragraph
	alone bool // only a paragraph of one line
}

var missedLines = []missed{
	{pattern.Of(`^(?:##+|#)(?:[^\s#\d][^#]*|\d[^#]*\pL[^#]*)#*$`), source.Slip{Kind: "a heading without a blank behind its #",
		Hint: "write `# Title`; or \\# where the sign is meant"}, true, true},
	{pattern.Of(`^＃`), source.Slip{Kind: "a wide #, which opens no heading", Hint: "write # with a blank behind it"}, false, false},
	{pattern.Of(`^\*{2,6} [^*]+$`), source.Slip{Kind: "stars that open no heading", Hint: "write `## ` in their place"}, true, true},
	{pattern.Of(`^={2,6} [^=]+(?: =+)?$`), source.Slip{Kind: "equals signs that open no heading", Hint: "write `## ` in their place"}, true, true},
	{pattern.Of(`^\.\. [a-z-]+::`), source.Slip{Kind: "a directive of another program, printed as typed", Hint: "write `::: note` above its lines and `:::` below, or delete it"}, false, false},
	{pattern.Of(`^(?:--8<--|\{![^!]*!\}|!include\b|include::|@import\b)`), source.Slip{Kind: "an include of another program, printed as typed", Hint: "name the file under `chapters:` in book.yaml"}, false, false},
	{pattern.Of(`^\*\[[^\]\n]+\](?: [^*(:]+|:\s*)$`), source.Slip{Kind: "an abbreviation that explains nothing", Hint: "write a colon and the words behind it: `*[WHO]: World Health Organization`"}, false, false},
	{pattern.Of(`^<!-(?:[^-]|$)|^<--? .*-->$`), source.Slip{Kind: "a comment that lacks a hyphen, printed as typed", Hint: "write <!-- and -->"}, false, false},
	{pattern.Of(`^#{7,}\s`), source.Slip{Kind: "seven # or more, which open no heading", Hint: "write six at most"}, true, true},
	{pattern.Of(`^\S.* \*{3} .*\S$`), source.Slip{Kind: "hemistichs outside a poem, printed as typed", Hint: "write `::: verse` above the poem and `:::` below it, and ` / ` between the halves"}, true, false},
	{pattern.Of(`\\\\$`), source.Slip{Kind: "two backslashes at the end of a line, of which one is printed", Hint: "write one to break the line"}, false, false},
	{pattern.Of(`^::[^:]?\s*[A-Za-z{]`), source.Slip{Kind: "two colons, which open no division", Hint: "write three: `::: note`"}, false, false},
	{pattern.Of(`^(?:!!!|\?\?\?)\+? *[a-z]+`), source.Slip{Kind: "a box of another program, printed as typed",
		Hint: "write `::: note` above it and `:::` below, its lines not set in"}, false, false},
	{pattern.Of(`^(?:'''|´´´|‘‘‘|’’’|""")`), source.Slip{Kind: "quotation marks in the place of a fence", Hint: "write three backticks, ```, above and below the code"}, false, false},
	{pattern.Of("^``$"), source.Slip{Kind: "two backticks in the place of a fence", Hint: "write three, ```, above and below the code"}, false, false},
	{pattern.Of(`^\[\d{1,3}\] ?: ?\S.* `), source.Slip{Kind: "a note without its caret", Hint: "write [^1] in the text and `[^1]: …` below it"}, false, false},
	{pattern.Of(`^\[[^\[\]^]+\]:\s+\S+\s+[^\s"'(]`), source.Slip{Kind: "an address of a link, or a note, that is none and is printed as typed", Hint: "write `[name]: <address>` alone in its line for a link, `[^name]: text` for a note"}, false, false},
	{pattern.Of(`^(?:⁂|❊|❖|• • •|\. \. \.|\*\s*⁂.*)$`), source.Slip{Kind: "a sign between two pieces of text", Hint: "write `***` in a line of its own; the theme has its sign",
		Mild: true}, true, true},
	{pattern.Of(`^(?:[—–]{2,}|--|[—–](?: [—–]){2,}|ـ{3,}|[=+~]{3,}|\.{5,}|…{3,})$`), source.Slip{Kind: "a line that parts nothing, printed as typed", Hint: "write `***` in a line of its own"}, true, true},
}

// boxAlone is the box of a task, or what is nearly one.
var boxAlone = pattern.Of(`^\[(?:|[ xX✓]|[xX] | [xX])\] ?\pL`)

// missedTask tells of a task that stands in no list, or whose box is none.
func (f *Finder) missedTask(n ast.Node, line string) {
	if _, task := n.FirstChild().(*east.TaskCheckBox); !task && boxAlone.MatchString(line) {
		f.Advise(n.Lines().At(0).Start, source.Slip{Kind: "a task that has no box", What: "a task that has no box: " + source.Quoted(line),
			Hint: "write `- [ ] ` or `- [x] `, with one blank or an x in the brackets"})
	}
}

// ruleLine is the line below the head of a table, or what is nearly one.
var ruleLine = pattern.Of(`^[|\-:+=_—–ـ ]*(?:[\-=_–]{2}|[—ـ])[|\-:+=_—–ـ ]*$`)

// missedTable tells of lines that were meant to be a table.
func (f *Finder) missedTable(lines []string, at func(int) int) bool {
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
		f.Advise(at(0), source.Slip{Kind: "cells that tabs part, set as running text", Hint: "write them as a table: | a | b | with |---|---| below the first line, or as a file: {.table file=data.csv}"})
		return true
	case len(lines) > 1 && !slices.ContainsFunc(lines, func(line string) bool { return !strokeLine.MatchString(line) }):
		f.Advise(at(0), source.Slip{Kind: "lines that open with a stroke, set as running text", Hint: "write a poem between `::: verse` and `:::`; a backslash at its end breaks a line"})
		return true
	case gridLine.MatchString(lines[0]):
		f.Advise(at(0), source.Slip{Kind: kind, What: kind + ": it is drawn with + and -", Hint: "write the head, |---|---| below it, and the rows"})
		return true
	case rows == 0 && rule < 0 && alike(lines, " | "):
		f.Advise(at(0), source.Slip{Kind: kind, What: kind + ": a line of hyphens lacks below its head",
			Hint: "write a second line such as |---|---|, as many as the head has cells"})
		return true
	case rows == 0 || rows+1 < len(lines) && rule < 0 && rows < 2:
		return false
	case rule < 0:
		f.Advise(at(0), source.Slip{Kind: kind, What: kind + ": a line of hyphens lacks below its head",
			Hint: "write a second line such as |---|---|, as many as the head has cells"})
	case rule == 0:
		f.Advise(at(0), source.Slip{Kind: kind, What: kind + ": its head lacks above the line of hyphens", Hint: "write the head of each column, or empty cells: | | |"})
	default:
		head, dashes := cellsOf(lines[rule-1]), cellsOf(lines[rule])
		what := kind + ": its line of hyphens has other signs than | - :"
		if head != dashes {
			what = fmt.Sprintf("%s: its head has %d cells, its line of hyphens %d", kind, head, dashes)
		}
		f.Advise(at(rule), source.Slip{Kind: kind, What: what, Hint: "write |---|---|, as many as the head has cells"})
	}
	return true
}

// strokeLine is a line of a block of lines, as other programs have it.
var strokeLine = pattern.Of(`^\| [^|]*\pL[^|]*$`)

// gridLine opens a table that is drawn.
var gridLine = pattern.Of(`^\+[-=]{2,}[-=+]*\+$`)

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
