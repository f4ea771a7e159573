package syntax

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content/pattern"
)

// TexFormula is a formula of TeX, `$…$` or `$$…$$`. It is printed as it was typed, from
// left to right, and told of: no mark or backslash in it is one of Markdown's.
type TexFormula struct {
	ast.BaseInline
	Source string
}

var kindTexFormula = ast.NewNodeKind("TexFormula")

func (*TexFormula) Kind() ast.NodeKind { return kindTexFormula }
func (*TexFormula) Dump([]byte, int)   {}

// What is one: a sign of TeX stands in it, which no price has.
var (
	shownFormula = pattern.Of(`^\$\$[^$]*[\\^_={}+<>][^$]*\$\$`)
	innerFormula = pattern.Of(`^\$(?:[A-Za-z\\(][^$\n\p{Arabic}]*[\\^_={}+/<>-][^$\n\p{Arabic}]*|[A-Za-z])\$`)
)

type texParser struct{}

func (texParser) Trigger() []byte { return []byte{'$'} }

func (texParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	const most = 2000 // bytes
	line, segment := block.PeekLine()
	source := block.Source()
	rest := source[segment.Start:min(len(source), segment.Start+most)]
	if bytes.HasPrefix(line, []byte("$$")) {
		if lines := parent.Lines(); lines != nil && lines.Len() > 0 {
			end := lines.At(lines.Len() - 1).Stop
			rest = rest[:min(len(rest), max(0, end-segment.Start))]
		}
	} else {
		rest = line[:min(len(line), most)]
	}
	m := shownFormula.Find(rest)
	if m == nil {
		m = innerFormula.Find(rest)
	}
	if m == nil || bytes.HasSuffix(m, []byte(" $")) || len(rest) > len(m) && rest[len(m)] >= '0' && rest[len(m)] <= '9' {
		return nil
	}
	n := &TexFormula{Source: string(m)}
	n.SetPos(segment.Start)
	for stop := segment.Start + len(m); ; { // to the line on which it ends
		_, seg := block.PeekLine()
		if stop <= seg.Stop {
			block.Advance(stop - seg.Start)
			return n
		}
		block.AdvanceLine()
		if next, _ := block.PeekLine(); next == nil {
			return n
		}
	}
}
