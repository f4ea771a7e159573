package syntax

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// counted is a parser that counts what it is asked.
type counted struct {
	parser.InlineParser
	calls *int
}

func (c counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	*c.calls++
	return c.InlineParser.Parse(parent, block, pc)
}

// TestBoundedCalls: a paragraph's marks come to goldmark maxMarks times at
// most, however long it is, and each paragraph has that many of its own.
func TestBoundedCalls(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{strings.Repeat("*a_", 100), 200},
		{strings.Repeat("*a_", 100_000), maxMarks},
		{strings.Repeat(strings.Repeat("*a_", 10_000)+"\n\n", 3), 3 * maxMarks},
	} {
		calls := 0
		p := parser.NewParser(
			parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
			parser.WithInlineParsers(util.Prioritized(boundedParser{counted{parser.NewEmphasisParser(), &calls}}, 1)))
		p.Parse(text.NewReader([]byte(c.text)))
		if calls != c.want {
			t.Errorf("%d bytes: %d calls, want %d", len(c.text), calls, c.want)
		}
	}
}

func TestLongAddress(t *testing.T) {
	for _, c := range []struct {
		line string
		want bool
	}{
		{"](x)", false},
		{"](" + strings.Repeat("x", MaxAddress), false},
		{"](" + strings.Repeat("x", MaxAddress+1), true},
		{"](" + strings.Repeat("x", MaxAddress-1) + ")" + strings.Repeat("y", 99), false},
		{"](" + strings.Repeat("x", MaxAddress) + ")", true},
		{"]( <" + strings.Repeat("x (", MaxAddress), true},
		{"](<a>" + strings.Repeat("x", MaxAddress), false},
		{"](a \"" + strings.Repeat("x", MaxAddress), false},
		{"](" + strings.Repeat("()", MaxAddress), true},
		{"](" + strings.Repeat(`\)`, MaxAddress), true},
		{"[a" + strings.Repeat("x", MaxAddress), false},
	} {
		if got := longAddress([]byte(c.line)); got != c.want {
			t.Errorf("%.20s…: %v", c.line, got)
		}
	}
}
