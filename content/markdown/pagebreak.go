package markdown

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
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

// newPage is such a line.
type newPage struct{ ast.BaseBlock }

var kindNewPage = ast.NewNodeKind("NewPage")

func (*newPage) Kind() ast.NodeKind { return kindNewPage }
func (*newPage) IsRaw() bool        { return true }
func (*newPage) Dump([]byte, int)   {}

// pageBreakClasses are the classes of a block before which the page ends.
var pageBreakClasses = []string{content.PageBreakClass, "pagebreak", "newpage", "new-page"}

const (
	texBreak  = `\\(?:newpage|pagebreak|clearpage|eject)(?:\{\}|\[\d\])?`
	breakName = `(?:page-?break|new-?page)`
	breakTag  = `<(div|p|span|br|hr)\b[^<>]*?(?:\bstyle\s*=\s*["'][^"'<>]*\bbreak-(?:after|before)\s*:\s*(?:always|page|left|right|recto|verso)\b|\bclass\s*=\s*["'](?:[^"'<>]*\s)?` + breakName + `(?:\s[^"'<>]*)?["'])[^<>]*>`
)

var (
	// breakLine is a line that is nothing but a page break.
	breakLine = regexp.MustCompile(`(?i)^\s*(?:` + texBreak + `|\{\{[<%]\s*pagebreak\s*/?[>%]\}\}|\{\.?` + breakName + `\}|<!--\s*` + breakName + `\s*-->|<(?:mbp:)?` + breakName + `\s*/?>|` +
		breakTag + `(?:(?:\s|&nbsp;|` + texBreak + `)*</(?:div|p|span)>)?)\s*$`)
	// breakBlock is HTML that is nothing but one, over several lines.
	breakBlock = regexp.MustCompile(`(?is)^\s*` + breakTag + `(?:\s|&nbsp;|` + texBreak + `)*</(?:div|p|span)>\s*$`)
	// breakRaw is one in the language of another format, between fences.
	breakRaw = regexp.MustCompile(`(?is)^\s*(?:` + texBreak + `\s*|<w:p>.*<w:br\s+w:type="page"\s*/>.*</w:p>\s*)$`)
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
	if attr, _, ok := parseAttr(strings.TrimSpace(string(head))); ok && len(attr.Classes) > 0 && !standsAlone(reader.Source()[segment.Stop:]) {
		return nil, parser.NoChildren // the attributes of the block below
	}
	n := &newPage{}
	n.SetPos(segment.Start + pc.BlockOffset())
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// breakOpens is the tag that a line begins with.
var breakOpens = regexp.MustCompile(`^\s*<([a-zA-Z]+)\b`)

func closesLater(tag string) bool {
	return slices.Contains([]string{"div", "p", "span"}, strings.ToLower(tag))
}

// standsAlone tells whether an empty line, or none, is below.
func standsAlone(below []byte) bool {
	line, _, _ := strings.Cut(string(below[:min(len(below), 80)]), "\n")
	return strings.TrimSpace(line) == ""
}

// breaksPage tells a page break in the language of another format, as Pandoc takes
// it: a fence of {=latex} or {=openxml}.
func (f *file) breaksPage(n *ast.FencedCodeBlock) bool {
	return n.Info != nil && strings.HasPrefix(string(n.Info.Segment.Value(f.src)), "{=") && breakRaw.MatchString(f.segmentText(n.Lines()))
}

func (pageBreakParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (pageBreakParser) Close(ast.Node, text.Reader, parser.Context) {}

// parted takes the class of a page break from a block, and puts the break before it.
// One with nothing else to it is the break.
func parted(read []content.Block) []content.Block {
	if len(read) == 0 {
		return read
	}
	place := read[0].At()
	kept := slices.DeleteFunc(slices.Clone(place.Classes), breaksPage)
	if len(kept) == len(place.Classes) {
		return read
	}
	place.Classes = kept
	ends := &content.PageBreak{Place: content.Place{Pos: place.Pos}}
	if div, ok := read[0].(*content.Div); ok && len(kept) == 0 && len(div.Title) == 0 {
		return append(append([]content.Block{ends}, div.Blocks...), read[1:]...)
	}
	return append([]content.Block{ends}, read...)
}

// breaksPage tells a class of a block before which the page ends.
func breaksPage(class string) bool { return slices.Contains(pageBreakClasses, class) }

// withoutBreak is the blocks of a chapter without a page break behind the last: the
// next chapter begins a page anyway. Nor has it pauses that part nothing.
func withoutBreak(blocks []content.Block) []content.Block {
	if content.IsPageBreak(lastOf(blocks)) {
		blocks = blocks[:len(blocks)-1]
	}
	return needed(blocks)
}

// hoisted takes the page breaks that stand first or last in a block out of it: a
// page ends before a box, a list or a quotation, or behind it.
func hoisted(read []content.Block) []content.Block {
	if len(read) != 1 {
		return read
	}
	first, last := edgesOf(read[0])
	var before, behind []content.Block
	for first != nil && len(*first) > 0 && content.IsPageBreak((*first)[0]) {
		before, *first = append(before, (*first)[0]), (*first)[1:]
	}
	for last != nil && len(*last) > 0 && content.IsPageBreak((*last)[len(*last)-1]) {
		behind, *last = append(behind, (*last)[len(*last)-1]), (*last)[:len(*last)-1]
	}
	if before == nil && behind == nil {
		return read
	}
	return slices.Concat(before, read, behind)
}

// edgesOf are the blocks within a block that hold its first and its last.
func edgesOf(b content.Block) (first, last *[]content.Block) {
	switch b := b.(type) {
	case *content.Div:
		return &b.Blocks, &b.Blocks
	case *content.Quote:
		return &b.Blocks, &b.Blocks
	case *content.List:
		if n := len(b.Items); n > 0 {
			return &b.Items[0].Blocks, &b.Items[n-1].Blocks
		}
	}
	return nil, nil
}

// needed are the blocks of a chapter without the pauses that part nothing: right before
// a heading, which parts enough, before another pause or the end of a page, and last.
func needed(blocks []content.Block) []content.Block {
	kept := blocks[:0]
	for i, b := range blocks {
		if _, pause := b.(*content.Break); pause && partsNothing(blocks[i+1:]) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

// partsNothing tells what follows a pause without any text between.
func partsNothing(below []content.Block) bool {
	if len(below) == 0 {
		return true
	}
	switch below[0].(type) {
	case *content.Heading, *content.Break, *content.PageBreak:
		return true
	}
	return false
}
