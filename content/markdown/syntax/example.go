package syntax

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content/pattern"
)

// Numbered examples, as pandoc and Quarto have them: a paragraph that begins with
// (@name) or (@) bears the next number of its file, and (@name) elsewhere is that
// number.

// Example is such a number, 0 where the name is none of the file's.
type Example struct {
	ast.BaseInline
	Number int
	Name   string
}

var kindExample = ast.NewNodeKind("Example")

func (*Example) Kind() ast.NodeKind { return kindExample }
func (*Example) Dump([]byte, int)   {}

var (
	exampleMark  = pattern.Of(`^\(@([\w-]*)\)`)
	exampleLines = pattern.Of(`(?m)^[ \t>]*\(@([\w-]*)\)[ \t]+\S`)
	exampleNames = pattern.Of(`\(@([\w-]+)\)`)
)

// examples are those of a source: where each mark that opens one stands, and the
// numbers of the names.
type examples struct {
	at    map[int]int
	named map[string]int
}

var examplesKey = parser.NewContextKey()

// examplesOf numbers the examples of a source. A mark with a name that stands nowhere
// else, alone of its kind, is what it looks like: somebody's name in brackets.
func examplesOf(source []byte) examples {
	found := examplesIn(source)
	if len(found.at) == 1 && len(found.named) == 1 && len(exampleNames.FindAllIndex(source, 2)) < 2 {
		return examples{}
	}
	return found
}

func examplesIn(source []byte) examples {
	found := examples{map[int]int{}, map[string]int{}}
	number := 0
	for _, m := range exampleLines.FindAllSubmatchIndex(source, -1) {
		name := string(source[m[2]:m[3]])
		if n := found.named[name]; n > 0 { // pandoc gives a name that comes again its number
			found.at[m[2]-2] = n
			continue
		}
		number++
		found.at[m[2]-2] = number
		if name != "" {
			found.named[name] = number
		}
	}
	return found
}

type exampleParser struct{}

func (exampleParser) Trigger() []byte { return []byte{'('} }

func (exampleParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := exampleMark.FindSubmatch(line[:min(len(line), 100)])
	if m == nil {
		return nil
	}
	known, ok := pc.Get(examplesKey).(examples)
	if !ok {
		known = examplesOf(block.Source())
		pc.Set(examplesKey, known)
	}
	number := known.at[segment.Start]
	if number == 0 {
		number = known.named[string(m[1])]
	}
	if number == 0 && len(known.at) == 0 {
		return nil
	}
	n := &Example{Number: number, Name: string(m[1])}
	n.SetPos(segment.Start)
	block.Advance(len(m[0]))
	return n
}
