package syntax

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// InlineNote is a note in its place, `^[text]`, as Pandoc has it.
type InlineNote struct {
	ast.BaseInline
	Start, Stop int // of the text between its brackets
}

var kindInlineNote = ast.NewNodeKind("InlineNote")

func (*InlineNote) Kind() ast.NodeKind { return kindInlineNote }
func (*InlineNote) Dump([]byte, int)   {}

// inlineNoteParser reads notes in their places. A caret after a backslash never
// comes here.
type inlineNoteParser struct{}

func (inlineNoteParser) Trigger() []byte { return []byte{'^'} }

func (inlineNoteParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 3 || line[1] != '[' {
		return nil
	}
	source := block.Source()
	stop, ok := bracketsOf(parent, source, pc).ends[segment.Start+1]
	if !ok || strings.TrimSpace(string(source[segment.Start+2:stop])) == "" || bytes.HasPrefix(source[stop:], []byte("](")) {
		return nil // the last is a link behind a caret
	}
	n := &InlineNote{Start: segment.Start + 2, Stop: stop}
	n.SetPos(segment.Start)
	for { // to the line on which it ends
		if _, seg := block.PeekLine(); stop < seg.Stop {
			block.Advance(stop + 1 - seg.Start)
			return n
		}
		block.AdvanceLine()
	}
}

// brackets are the pairs of brackets of one block, found in one pass.
type brackets struct {
	block ast.Node
	ends  map[int]int // the offset of what closes, by that of what opens
}

var bracketsKey = parser.NewContextKey()

// bracketsOf finds the brackets that stand in pairs, but for those that a
// backslash precedes and those in code.
func bracketsOf(block ast.Node, source []byte, pc parser.Context) *brackets {
	if found, ok := pc.Get(bracketsKey).(*brackets); ok && found.block == block {
		return found
	}
	found := &brackets{block, map[int]int{}}
	pc.Set(bracketsKey, found)
	lines := block.Lines()
	ticks := newTicks(lines, source)
	var open []int
	for i := range lines.Len() {
		seg := lines.At(i)
		for at := seg.Start; at < seg.Stop; at++ {
			if end := ticks.skip(at); end > at {
				at = end - 1
				continue
			}
			switch source[at] {
			case '\\':
				at++
			case '[':
				open = append(open, at)
			case ']':
				if last := len(open) - 1; last >= 0 {
					found.ends[open[last]] = at
					open = open[:last]
				}
			}
		}
	}
	return found
}
