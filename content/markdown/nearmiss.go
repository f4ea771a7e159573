package markdown

import (
	"fmt"
	"regexp"
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
		return strings.ContainsRune(".)-–", next) || strings.Contains(line, "|")
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
	{regexp.MustCompile(`^::[^:]?\s*[A-Za-z{]`), slip{kind: "two colons, which open no division", hint: "write three: `::: note`"}, false, false},
	{regexp.MustCompile(`^(?:!!!|\?\?\?)\+? *[a-z]+`), slip{kind: "a box of another program, printed as typed",
		hint: "write `::: note` above it and `:::` below, its lines not set in"}, false, false},
	{regexp.MustCompile(`^(?:'''|´´´|‘‘‘|’’’|""")`), slip{kind: "quotation marks in the place of a fence", hint: "write three backticks, ```, above and below the code"}, false, false},
	{regexp.MustCompile("^``$"), slip{kind: "two backticks in the place of a fence", hint: "write three, ```, above and below the code"}, false, false},
	{regexp.MustCompile(`^\[\d{1,3}\] ?: ?\S.* `), slip{kind: "a note without its caret", hint: "write [^1] in the text and `[^1]: …` below it"}, false, false},
	{regexp.MustCompile(`^(?:⁂|❊|❖|• • •|\. \. \.|\*\s*⁂.*)$`), slip{kind: "a sign between two pieces of text", hint: "write `***` in a line of its own; the theme has its sign",
		mild: true}, true, true},
	{regexp.MustCompile(`^(?:[—–]{2,}|[=+~]{3,}|\.{5,}|…{3,})$`), slip{kind: "a line that parts nothing, printed as typed", hint: "write `***` in a line of its own"}, true, true},
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
var ruleLine = regexp.MustCompile(`^[|\-:+=_—– ]*[\-=_—–]{2,}[|\-:+=_—– ]*$`)

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

// cellsOf counts the cells of a table's row.
func cellsOf(line string) int {
	line = strings.TrimSpace(strings.ReplaceAll(line, `\|`, ""))
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	return 1 + strings.Count(line, "|")
}
