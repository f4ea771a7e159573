package syntax

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// Span is `[text]{attributes}`, or text between marks or tags that dress it.
type Span struct {
	ast.BaseInline
	Attr  content.Attr
	Dress string // a value of dressed, "" for a span of attributes
	Tight bool   // no white space stands in it, but an escaped one
}

// SpanOpen is what opens a span, until what closes it is met. One that stays
// behind is what it is in the text: brackets and marks, or a tag.
type SpanOpen struct {
	ast.BaseInline
	Length  int // of itself, bytes
	close   int // offset of what closes it,
	closing int // and the length of that, attributes included
	attr    content.Attr
	dress   string
	tight   bool
	bottom  ast.Node // the last delimiter before the span
}

var (
	kindSpan     = ast.NewNodeKind("Span")
	kindSpanOpen = ast.NewNodeKind("SpanOpen")
)

func (*Span) Kind() ast.NodeKind     { return kindSpan }
func (*Span) Dump([]byte, int)       {}
func (*SpanOpen) Kind() ast.NodeKind { return kindSpanOpen }
func (*SpanOpen) Dump([]byte, int)   {}

// spanKey holds the spanState of the block whose inlines are being parsed.
var spanKey = parser.NewContextKey()

// spanState knows the spans of one block, found in one pass over its brackets,
// marks and tags, so that none is looked at twice.
type spanState struct {
	block ast.Node
	found map[int]*SpanOpen // by the offset of what opens it
	open  []*SpanOpen
}

type spanParser struct{}

func (spanParser) Trigger() []byte { return []byte("[]^~=") }

func (spanParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	state := spansOf(parent, block.Source(), pc)
	if len(state.found) == 0 {
		return nil
	}
	_, segment := block.PeekLine()
	if n := state.closes(parent, segment.Start, block, pc); n != nil {
		return n
	}
	return state.opens(segment.Start, block, pc)
}

func spansOf(parent ast.Node, source []byte, pc parser.Context) *spanState {
	if state, ok := pc.Get(spanKey).(*spanState); ok && state.block == parent {
		return state
	}
	state := &spanState{block: parent, found: findSpans(parent.Lines(), source, pc)}
	pc.Set(spanKey, state)
	return state
}

func (s *spanState) opens(at int, block text.Reader, pc parser.Context) ast.Node {
	open := s.found[at]
	if open == nil || open.Parent() != nil {
		return nil
	}
	if d := pc.LastDelimiter(); d != nil {
		open.bottom = d
	}
	s.open = append(s.open, open)
	block.Advance(open.Length)
	return open
}

// closes gives the span that ends at an offset, nil where none does.
func (s *spanState) closes(parent ast.Node, at int, block text.Reader, pc parser.Context) ast.Node {
	last := len(s.open) - 1
	for last >= 0 && s.open[last].close < at {
		last-- // its closing bracket was part of something else
	}
	s.open = s.open[:last+1]
	if last < 0 || s.open[last].close != at || s.open[last].Parent() != parent {
		return nil
	}
	open := s.open[last]
	s.open = s.open[:last]
	parser.ProcessDelimiters(open.bottom, pc)
	n := &Span{Attr: open.attr, Dress: open.dress, Tight: open.tight}
	for c := open.NextSibling(); c != nil; {
		next := c.NextSibling()
		n.AppendChild(n, c)
		c = next
	}
	n.SetPos(open.Pos())
	parent.RemoveChild(parent, open)
	block.Advance(open.closing)
	return n
}

// lineRest is what stands from an offset to the end of its line.
func lineRest(lines *text.Segments, source []byte, from int) []byte {
	i := sort.Search(lines.Len(), func(i int) bool { return lines.At(i).Stop > from-1 })
	if i == lines.Len() {
		return nil
	}
	return source[from:max(from, lines.At(i).Stop)]
}

// AttrHead is the part of rest in which attributes may stand: up to the end of
// the line, and not very far, if it begins with a brace, else nothing.
func AttrHead(rest []byte) string {
	const most = 500
	if len(rest) == 0 || rest[0] != '{' {
		return ""
	}
	return strings.TrimRight(string(rest[:min(len(rest), most)]), "\n")
}

// spanSigns are what no block with a span is without.
var spanSigns = [][]byte{[]byte("]{"), []byte("^"), []byte("~"), []byte("==")}

func anySpan(lines *text.Segments, source []byte) bool {
	for i := range lines.Len() {
		seg := lines.At(i)
		for _, sign := range spanSigns {
			if bytes.Contains(source[seg.Start:seg.Stop], sign) {
				return true
			}
		}
	}
	return false
}

// ticks knows where the code spans of a block lie: for the offset of each
// opening run of backticks, the offset behind its closing run.
type ticks map[int]int

func newTicks(lines *text.Segments, source []byte) ticks {
	runs := tickRuns(lines, source)
	t := ticks{}
	// next[n] is the nearest run of n ticks behind the run in hand.
	next := map[int]int{}
	after := make([]int, len(runs))
	for i := len(runs) - 1; i >= 0; i-- {
		after[i] = -1
		if j, ok := next[runs[i][1]]; ok {
			after[i] = j
		}
		next[runs[i][1]] = i
	}
	for i := 0; i < len(runs); i++ {
		if j := after[i]; j >= 0 {
			t[runs[i][0]] = runs[j][0] + runs[j][1]
			i = j
		}
	}
	return t
}

// skip gives the end of the code span that opens at an offset, or 0.
func (t ticks) skip(at int) int { return t[at] }

// tickRuns lists the runs of backticks that no backslash precedes: offset and
// length.
func tickRuns(lines *text.Segments, source []byte) [][2]int {
	var runs [][2]int
	for i := range lines.Len() {
		seg := lines.At(i)
		for at := seg.Start; at < seg.Stop; at++ {
			if source[at] == '\\' {
				at++
				continue
			}
			if source[at] != '`' {
				continue
			}
			start := at
			for at < seg.Stop && source[at] == '`' {
				at++
			}
			runs = append(runs, [2]int{start, at - start})
			at--
		}
	}
	return runs
}
