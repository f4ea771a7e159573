package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// emphasisParser reads emphasis as CommonMark does (§6.2), and stars between an
// Arabic letter and a mark of punctuation besides. There a run of stars neither
// opens nor closes by the standard's rule, which was made for scripts that part
// each word by a space; an Arabic word begins with the «and» or the «in» before
// it: و**«كتاب»**.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	n := parser.ScanDelimiter(line, before, 1, emphasisMarks{})
	if n == nil {
		return nil
	}
	if n.Char == '*' {
		after, _ := utf8.DecodeRune(line[n.OriginalLength:])
		n.CanOpen = n.CanOpen || unicode.Is(unicode.Arabic, before) && opensQuoted(after)
		n.CanClose = n.CanClose || unicode.Is(unicode.Arabic, after) && closesQuoted(before)
	}
	n.Segment = segment.WithStop(segment.Start + n.OriginalLength)
	block.Advance(n.OriginalLength)
	pc.PushDelimiter(n)
	return n
}

// opensQuoted and closesQuoted tell the marks that stand at the start and at the
// end of what is quoted or in brackets, or at the end of a sentence; a straight
// quotation mark is both.
func opensQuoted(r rune) bool {
	return r == '"' || r == '\'' || unicode.In(r, unicode.Ps, unicode.Pi)
}

func closesQuoted(r rune) bool {
	return r == '"' || r == '\'' || unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune(".،؛؟!:…", r)
}

// emphasisMarks tells the parser of delimiters what pairs.
type emphasisMarks struct{}

func (emphasisMarks) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

func (emphasisMarks) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasisMarks) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
