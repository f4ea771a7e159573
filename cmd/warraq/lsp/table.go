package lsp

import (
	"regexp"
	"strings"

	"github.com/rivo/uniseg"
)

// rule is the line below the head of a table.
var rule = regexp.MustCompile(`^ {0,3}\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)

// tidied are edits that set the columns of each table of a text under each other. A
// table whose rows are of several lengths stays as it is.
func (f *file) tidied() []edit {
	edits := []edit{}
	var code listing
	for n := 0; n < len(f.lines); n++ {
		line := f.line(n)
		if code.holds(line) || n == 0 || !strings.Contains(line, "|") || !rule.MatchString(line) {
			continue
		}
		end := n + 1
		for end < len(f.lines) && strings.Contains(f.line(end), "|") {
			end++
		}
		edits = append(edits, f.tidyTable(n-1, end)...)
		n = end
	}
	return edits
}

// tidyTable sets the columns of the table of some lines under each other.
func (f *file) tidyTable(from, to int) []edit {
	rows := make([][]string, 0, to-from)
	for n := from; n < to; n++ {
		cells := cellsOf(f.line(n))
		if len(rows) > 0 && len(cells) != len(rows[0]) {
			return nil
		}
		rows = append(rows, cells)
	}
	widths := make([]int, len(rows[0]))
	for i, row := range rows {
		for k, cell := range row {
			if i != 1 {
				widths[k] = max(widths[k], uniseg.StringWidth(cell), 3)
			}
		}
	}
	var edits []edit
	for i, row := range rows {
		var b strings.Builder
		for k, cell := range row {
			if i == 1 {
				cell = ruled(cell, widths[k])
			}
			b.WriteString("| " + cell + strings.Repeat(" ", max(0, widths[k]-uniseg.StringWidth(cell))) + " ")
		}
		b.WriteByte('|')
		n := from + i
		if line := f.line(n); line != b.String() {
			edits = append(edits, edit{f.span(n, 0, len(line)), b.String()})
		}
	}
	return edits
}

// ruled is a cell of the rule as wide as its column.
func ruled(cell string, width int) string {
	first, last := strings.HasPrefix(cell, ":"), strings.HasSuffix(cell, ":")
	dashes := width
	head, tail := "", ""
	if first {
		head, dashes = ":", dashes-1
	}
	if last {
		tail, dashes = ":", dashes-1
	}
	return head + strings.Repeat("-", dashes) + tail
}

// cellsOf are the cells of a row. A stroke behind a backslash or in code parts none.
func cellsOf(line string) (cells []string) {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	from, code := 0, false
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '`':
			code = !code && strings.Contains(line[i+1:], "`")
		case '|':
			if !code {
				cells = append(cells, strings.TrimSpace(line[from:i]))
				from = i + 1
			}
		}
	}
	if rest := strings.TrimSpace(line[from:]); rest != "" || from == 0 {
		cells = append(cells, rest)
	}
	return cells
}
