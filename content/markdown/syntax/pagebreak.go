package syntax

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content/pattern"
)

// A page break is a line of its own, as TeX, Pandoc, Quarto and those that print
// HTML write it:
//
//	\newpage
//	{{< pagebreak >}}
//	<div style="page-break-after: always"></div>
//	::: page-break
//	:::
//
// or the class page-break of the block that begins the page.

// NewPage is such a line.
type NewPage struct{ ast.BaseBlock }

var kindNewPage = ast.NewNodeKind("NewPage")

func (*NewPage) Kind() ast.NodeKind { return kindNewPage }
func (*NewPage) IsRaw() bool        { return true }
func (*NewPage) Dump([]byte, int)   {}

const (
	texBreak  = `\\(?:newpage|pagebreak|clearpage|eject)(?:\{\}|\[\d\])?`
	breakName = `(?:page-?break|new-?page)`
	breakTag  = `<(div|p|span|br|hr)\b[^<>]*?(?:\bstyle\s*=\s*["'][^"'<>]*\bbreak-(?:after|before)\s*:\s*(?:always|page|left|right|recto|verso)\b|\bclass\s*=\s*["'](?:[^"'<>]*\s)?` + breakName + `(?:\s[^"'<>]*)?["'])[^<>]*>`
)

var (
	// breakLine is a line that is nothing but a page break.
	breakLine = pattern.Of(`(?i)^\s*(?:` + texBreak + `|\{\{[<%]\s*pagebreak\s*/?[>%]\}\}|\{\.?` + breakName + `\}|<!--\s*` + breakName + `\s*-->|<(?:mbp:)?` + breakName + `\s*/?>|` +
		breakTag + `(?:(?:\s|&nbsp;|` + texBreak + `)*</(?:div|p|span)>)?)\s*$`)
	// BreakBlock is HTML that is nothing but one, over several lines.
	BreakBlock = pattern.Of(`(?is)^\s*` + breakTag + `(?:\s|&nbsp;|` + texBreak + `)*</(?:div|p|span)>\s*$`)
	// BreakRaw is one in the language of another format, between fences.
	BreakRaw = pattern.Of(`(?is)^\s*(?:` + texBreak + `\s*|<w:p>.*<w:br\s+w:type="page"\s*/>.*</w:p>\s*)$`)
)

// pageBreakParser reads lines that break the page. A tag whose end stands on
// another line is left to HTML.
type pageBreakParser struct{}

func (pageBreakParser) Trigger() []byte             { return []byte{'\\', '{', '<'} }
func (pageBreakParser) CanInterruptParagraph() bool { return true }
func (pageBreakParser) CanAcceptIndentedLine() bool { return false }

func (pageBreakParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	const most = 300 // bytes of such a line
	line, segment := reader.PeekLine()
	head := line[pc.BlockOffset():]
	if len(head) > most || !breakLine.Match(head) {
		return nil, parser.NoChildren
	}
	open := breakOpens.FindSubmatch(head)
	if open != nil && closesLater(string(open[1])) && !strings.Contains(string(head), "</") {
		return nil, parser.NoChildren
	}
	if attr, _, ok := ParseAttr(strings.TrimSpace(string(head))); ok && len(attr.Classes) > 0 && !standsAlone(reader.Source()[segment.Stop:]) {
		return nil, parser.NoChildren // the attributes of the block below
	}
	n := &NewPage{}
	n.SetPos(segment.Start + pc.BlockOffset())
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// breakOpens is the tag that a line begins with.
var breakOpens = pattern.Of(`^\s*<([a-zA-Z]+)\b`)

func closesLater(tag string) bool {
	return slices.Contains([]string{"div", "p", "span"}, strings.ToLower(tag))
}

// standsAlone tells whether an empty line, or none, is below.
func standsAlone(below []byte) bool {
	line, _, _ := strings.Cut(string(below[:min(len(below), 80)]), "\n")
	return strings.TrimSpace(line) == ""
}

func (pageBreakParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (pageBreakParser) Close(ast.Node, text.Reader, parser.Context) {}
