package syntax

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Abbreviation is a line `*[short]: long`, as PHP Markdown Extra has it.
type Abbreviation struct {
	ast.BaseBlock
	Short, Long string
}

var kindAbbreviation = ast.NewNodeKind("Abbreviation")

func (*Abbreviation) Kind() ast.NodeKind { return kindAbbreviation }
func (*Abbreviation) IsRaw() bool        { return true }
func (*Abbreviation) Dump([]byte, int)   {}

// abbreviationParser reads abbreviations, each a line of its own. A line that
// ends in a star is emphasis that begins with a bracket.
type abbreviationParser struct{}

func (abbreviationParser) Trigger() []byte             { return []byte{'*'} }
func (abbreviationParser) CanInterruptParagraph() bool { return true }
func (abbreviationParser) CanAcceptIndentedLine() bool { return false }

// maxShort bounds the bytes of a short form: each place of a text is tried with
// short forms of each length.
const maxShort = 60

func (abbreviationParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	offset := pc.BlockOffset()
	head := line[offset:min(len(line), offset+maxShort+len("*[]:"))]
	if len(head) < 2 || head[1] != '[' {
		return nil, parser.NoChildren
	}
	short, _, ok := strings.Cut(string(head[2:]), "]:")
	if short = Unescape(strings.TrimSpace(short)); !ok || short == "" || strings.ContainsAny(short, "[]\n") {
		return nil, parser.NoChildren
	}
	_, long, _ := strings.Cut(string(line[offset:]), "]:")
	if long = strings.TrimSpace(long); long == "" || strings.HasSuffix(long, "*") && !Escaped(long[:len(long)-1]) {
		return nil, parser.NoChildren
	}
	n := &Abbreviation{Short: short, Long: Unescape(long)}
	n.SetPos(segment.Start)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (abbreviationParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (abbreviationParser) Close(ast.Node, text.Reader, parser.Context) {}
