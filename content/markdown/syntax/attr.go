package syntax

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/locale"
)

// ParseAttr reads `{#anchor .class key=value key="a value"}` at the start of s
// and tells how long it is. Inside the braces nothing else may stand, and
// something must.
func ParseAttr(s string) (attr content.Attr, length int, ok bool) {
	if !strings.HasPrefix(s, "{") {
		return attr, 0, false
	}
	i := 1
	if strings.HasPrefix(s, "{:") { // as kramdown has it
		i = 2
	}
	for n := 0; ; n++ {
		for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
			i++
		}
		if i == len(s) {
			return attr, 0, false
		}
		if s[i] == '}' {
			return attr, i + 1, n > 0
		}
		used := parseAttrWord(&attr, s[i:])
		if used == 0 {
			return attr, 0, false
		}
		i += used
	}
}

// parseAttrWord reads one `#anchor`, `.class` or `key=value` into attr and
// tells its length, 0 when it is none of them.
func parseAttrWord(attr *content.Attr, s string) int {
	name := s[:nameLength(s)]
	switch {
	case s[0] == '#' || s[0] == '.':
		name = s[1 : 1+nameLength(s[1:])]
		if name == "" {
			return 0
		}
		if s[0] == '#' {
			attr.Anchor = name
		} else {
			attr.Classes = append(attr.Classes, locale.English(name))
		}
		return 1 + len(name)
	case name == "" || !strings.HasPrefix(s[len(name):], "="):
		return 0
	}
	value, used := parseAttrValue(s[len(name)+1:])
	if used == 0 {
		return 0
	}
	SetKey(attr, name, value)
	return len(name) + 1 + used
}

// SetKey adds a key to attributes; id, class, lang and dir have fields of their own.
func SetKey(attr *content.Attr, name, value string) {
	switch {
	case name == "id":
		attr.Anchor = value
	case name == "class":
		for class := range strings.FieldsSeq(value) {
			attr.Classes = append(attr.Classes, locale.English(class))
		}
	case name == "lang":
		attr.Lang = value
	case name == "dir" && value == "rtl":
		attr.Dir = locale.RTL
	case name == "dir" && value == "ltr":
		attr.Dir = locale.LTR
	default:
		attr.Keys = append(attr.Keys, content.KeyValue{Key: name, Value: value})
	}
}

// nameLength measures a name: letters of any script, digits and - _ : .
// (a dot only inside).
func nameLength(s string) int {
	i := strings.IndexFunc(s, func(r rune) bool {
		return r <= ' ' || strings.ContainsRune("#={}\"'<>&[]()`\\", r)
	})
	if i < 0 {
		return len(s)
	}
	return i
}

// parseAttrValue reads a bare or quoted value and tells its length, 0 when
// there is none.
func parseAttrValue(s string) (value string, used int) {
	if s == "" || s[0] != '"' && s[0] != '\'' {
		n := nameLength(s)
		return s[:n], n
	}
	end := strings.IndexByte(s[1:], s[0])
	if end < 0 {
		return "", 0
	}
	return s[1 : 1+end], end + 2
}

// attrKey is where a goldmark node keeps the content.Attr we read for it.
const attrKey = "warraq"

// AttrOf are the attributes that a parser gave to a node.
func AttrOf(n ast.Node) content.Attr {
	if v, ok := n.AttributeString(attrKey); ok {
		return v.(content.Attr)
	}
	return content.Attr{}
}

// headingParser reads a heading of goldmark's and takes the attributes from
// its end before its text is parsed.
type headingParser struct{ parser.BlockParser }

func (p headingParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	if h, ok := n.(*ast.Heading); ok && h.Parent() != nil {
		trimHeading(h, reader.Source(), pc)
	}
}

// trimHeading moves attributes at the end of a heading's last line to its node.
// Those that touch the bracket of a span are the span's, and a language that touches
// a link, code or stressed words is theirs.
func trimHeading(h *ast.Heading, source []byte, pc parser.Context) {
	last := h.Lines().Len() - 1
	if last < 0 {
		return
	}
	seg := h.Lines().At(last)
	line := strings.TrimRight(string(seg.Value(source)), " \t\n")
	if !strings.HasSuffix(line, "}") {
		return
	}
	open := strings.LastIndexByte(line, '{')
	if open < 0 || Escaped(line[:open]) {
		return
	}
	attr, length, ok := ParseAttr(line[open:])
	if !ok || open+length != len(line) || closesSpan(h, source, pc, seg.Start-seg.Padding+open-1) {
		return
	}
	if SaysTongue(attr) && closesOther(line[:open]) {
		return
	}
	h.SetAttributeString(attrKey, attr)
	seg.Stop = seg.Start + open - seg.Padding
	h.Lines().Set(last, seg.TrimRightSpace(source))
}

// closesOther tells whether a line ends in a link, code or stressed words.
func closesOther(line string) bool {
	if line == "" {
		return false
	}
	switch last := line[len(line)-1]; last {
	case ')':
		return strings.LastIndex(line, "](") > strings.LastIndexByte(line[:len(line)-1], ')')
	case '`', '*', '_':
		return strings.IndexByte(line, last) < len(line)-1
	case ']':
		return strings.LastIndex(line, "][") > 0
	}
	return false
}

// closesSpan tells whether the byte at an offset is the bracket that closes a span
// of a heading, and neither the call of a note nor the label of a link.
func closesSpan(h *ast.Heading, source []byte, pc parser.Context, at int) bool {
	if at < 0 || source[at] != ']' {
		return false
	}
	for open, s := range findSpans(h.Lines(), source, pc) {
		if s.close == at {
			return source[open+1] != '^' && (open == 0 || source[open-1] != ']')
		}
	}
	return false
}

// Escaped tells whether a backslash at the end of before escapes what follows.
func Escaped(before string) bool {
	return (len(before)-len(strings.TrimRight(before, "\\")))%2 == 1
}

// AttrLine is a line of attributes for the block below it.
type AttrLine struct {
	ast.BaseBlock
	Attr content.Attr
}

var kindAttrLine = ast.NewNodeKind("AttrLine")

func (*AttrLine) Kind() ast.NodeKind        { return kindAttrLine }
func (*AttrLine) IsRaw() bool               { return true }
func (*AttrLine) Dump(source []byte, _ int) {}

// attrLineParser reads a line that holds attributes and nothing else, between
// blocks, or below a paragraph and right above a list: that of an item's text
// and a list within it, say.
type attrLineParser struct{}

func (attrLineParser) Trigger() []byte             { return []byte{'{'} }
func (attrLineParser) CanInterruptParagraph() bool { return true }
func (attrLineParser) CanAcceptIndentedLine() bool { return false }

func (attrLineParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	s := strings.TrimSpace(string(line[pc.BlockOffset():]))
	attr, length, ok := ParseAttr(s)
	if !ok || length != len(s) || inParagraph(pc) && !listFollows(reader.Source()[segment.Stop:]) {
		return nil, parser.NoChildren
	}
	n := &AttrLine{Attr: attr}
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (attrLineParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (attrLineParser) Close(ast.Node, text.Reader, parser.Context) {}

// inParagraph tells whether the block that a line would interrupt is a
// paragraph.
func inParagraph(pc parser.Context) bool {
	last := pc.LastOpenedBlock().Node
	return last != nil && ast.IsParagraph(last)
}

// listFollows tells whether a text begins with the mark of a list's first item.
func listFollows(source []byte) bool {
	line, _, _ := strings.Cut(string(source[:min(len(source), 256)]), "\n")
	line = strings.TrimLeft(line, " \t>")
	mark := strings.TrimLeft(line, "0123456789")
	if mark == "" || len(line)-len(mark) > 9 {
		return false
	}
	ordered := len(mark) < len(line)
	if ordered && mark[0] != '.' && mark[0] != ')' || !ordered && !strings.ContainsRune("-+*", rune(mark[0])) {
		return false
	}
	return len(mark) > 1 && (mark[1] == ' ' || mark[1] == '\t')
}

// SaysTongue tells attributes that name a language or a direction.
func SaysTongue(attr content.Attr) bool { return attr.Lang != "" || attr.Dir != locale.Auto }
