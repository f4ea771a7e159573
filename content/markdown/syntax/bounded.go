package syntax

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What follows keeps the time of reading in proportion to the text, whatever
// stands in it. Goldmark compares each mark of emphasis with all those before
// it and looks for the end of each address as far as the line goes: where
// nothing pairs and nothing ends, that is the square of the length.

const (
	// maxMarks bounds the marks of emphasis and the brackets of one paragraph:
	// more than anybody writes in many pages.
	maxMarks = 4000
	// MaxAddress bounds the bytes of a link's address. An Arabic letter takes
	// six in an address.
	MaxAddress = 4096
	// MaxRepeated bounds what definitions of links add up to that are longer
	// than maxAddress, each counted as often as it is used.
	MaxRepeated = 1 << 20
	// maxFilled bounds the cells that the tables of a file lack and are given.
	maxFilled = 100_000
)

// boundedParser passes on at most maxMarks marks of a paragraph, and no link
// with an address beyond maxAddress. The rest is text.
type boundedParser struct{ parser.InlineParser }

// marks counts the marks of the block whose inlines are being parsed.
type marks struct {
	block ast.Node
	count int
	long  bool // a long address has been reported
}

// Excess is what was left as text because there was too much of it.
type Excess struct {
	Offset     int
	What, Hint string
}

var (
	marksKey  = parser.NewContextKey() // *marks
	excessKey = parser.NewContextKey() // []Excess
	filledKey = parser.NewContextKey() // int, the cells given to tables so far
)

func (p boundedParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	m, ok := pc.Get(marksKey).(*marks)
	if !ok || m.block != parent {
		m = &marks{block: parent}
		pc.Set(marksKey, m)
	}
	m.count++
	line, segment := block.PeekLine()
	switch {
	case m.count == maxMarks+1:
		exceed(pc, Excess{segment.Start, fmt.Sprintf("the paragraph has more than %d marks such as * _ ~ [ ]", maxMarks),
			"part it, or escape those that are text with \\"})
		return nil
	case m.count > maxMarks:
		return nil
	case !longAddress(line):
		return p.InlineParser.Parse(parent, block, pc)
	}
	if !m.long {
		m.long = true
		exceed(pc, Excess{segment.Start, fmt.Sprintf("the address of the link is longer than %d bytes", MaxAddress),
			"end it with ) or escape the ( with \\"})
	}
	return nil
}

// CloseBlock lets a parser that has something to close do so.
func (p boundedParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if closer, ok := p.InlineParser.(parser.CloseBlocker); ok {
		closer.CloseBlock(parent, block, pc)
	}
}

func exceed(pc parser.Context, e Excess) {
	pc.Set(excessKey, append(ExcessOf(pc), e))
}

// ExcessOf is what a parser left as text, in the order of the text.
func ExcessOf(pc parser.Context) []Excess {
	all, _ := pc.Get(excessKey).([]Excess)
	return all
}

// longAddress tells whether line begins with `](` and an address that does not
// end within maxAddress bytes (CommonMark §6.3).
func longAddress(line []byte) bool {
	if len(line) < MaxAddress || line[0] != ']' || line[1] != '(' {
		return false
	}
	rest := line[2:]
	for len(rest) > 0 && util.IsSpace(rest[0]) {
		rest = rest[1:]
	}
	angled := len(rest) > 0 && rest[0] == '<'
	open := 0
	for i := 0; i < len(rest); i++ {
		if i == MaxAddress {
			return true
		}
		switch c := rest[i]; {
		case c == '\\':
			i++
		case angled && c == '>' || !angled && util.IsSpace(c):
			return false
		case c == '(':
			open++
		case c == ')':
			if open--; open < 0 && !angled {
				return false
			}
		}
	}
	return false
}

// boundedReferences leaves as text definitions of links of which more than
// maxMarks stand without a blank line between them.
type boundedReferences struct{ parser.ParagraphTransformer }

func (b boundedReferences) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, opening := node.Lines(), 0
	for i := 0; i < lines.Len() && opening <= maxMarks; i++ {
		seg := lines.At(i)
		if bytes.HasPrefix(bytes.TrimLeft(seg.Value(reader.Source()), " "), []byte("[")) {
			opening++
		}
	}
	if opening > maxMarks {
		exceed(pc, Excess{node.Pos(), fmt.Sprintf("more than %d lines that begin with [ follow each other", maxMarks),
			"put blank lines between them"})
		return
	}
	b.ParagraphTransformer.Transform(node, reader, pc)
}

// boundedTables leaves as text a table whose rows lack too many cells: a wide
// head over many rows of one cell would fill with the product of both.
type boundedTables struct{ parser.ParagraphTransformer }

func (b boundedTables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	filled, _ := pc.Get(filledKey).(int)
	lacking := lackingCells(node.Lines(), reader.Source())
	if filled+lacking > maxFilled {
		exceed(pc, Excess{node.Pos(), fmt.Sprintf("the rows of tables lack more than %d cells", maxFilled),
			"give each row as many cells as its table has columns"})
		return
	}
	pc.Set(filledKey, filled+lacking)
	b.ParagraphTransformer.Transform(node, reader, pc)
}

// lackingCells is how many cells at most the rows below the line of dashes lack,
// if the lines are a table.
func lackingCells(lines *text.Segments, source []byte) int {
	columns, lacking := 0, 0
	for i := range lines.Len() {
		seg := lines.At(i)
		line := bytes.TrimSpace(seg.Value(source))
		cells := bytes.Count(line, []byte("|")) + 1
		switch {
		case columns > 0:
			lacking += max(0, columns-cells)
		case i > 0 && len(bytes.Trim(line, "|-: \t")) == 0:
			columns = cells
		}
	}
	return lacking
}
