package syntax

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content/pattern"
)

// Tags of other programs that stand alone in their lines: of Liquid (Jekyll, GitBook),
// of Hugo and Quarto, of mdBook and of MkDocs' snippets. What they say that a book has
// a form for is taken, the others go with advice.

// TagLine is such a line.
type TagLine struct {
	ast.BaseBlock
	Name string
	Args string
	Ends bool   // it closes what the name has opened
	Body string // between the tags of code and of comments
	From int    // where text between it and its end, in the same line, begins,
	To   int    // and ends; 0 for none
}

var kindTagLine = ast.NewNodeKind("TagLine")

func (*TagLine) Kind() ast.NodeKind { return kindTagLine }
func (*TagLine) IsRaw() bool        { return true }
func (*TagLine) Dump([]byte, int)   {}

// tagForms give the name and the arguments of each kind.
var tagForms = []*pattern.Pattern{
	pattern.Of(`^\{%-?\s*(/?[A-Za-z][\w-]*)\s*(.*?)\s*-?%\}\s*$`),
	pattern.Of(`^\{\{[<%]\s*(/?\s*[A-Za-z][\w./-]*)\s*(.*?)\s*/?[>%]\}\}\s*$`),
	pattern.Of(`^\{\{\s*(#\s*[A-Za-z_]+)\s*(.*?)\s*\}\}\s*$`),
	pattern.Of(`^(--8<--)\s+["']([^"'\n]+)["']\s*$`),
	pattern.Of(`^\{(:)\s*([^{}\n]*)\}\s*$`),
	pattern.Of(`^\{(/\*)(.*)\*/\}\s*$`),
}

// wholeTags are those of lines that hold the end of a tag too.
var wholeTags = []*pattern.Pattern{
	pattern.Of(`^\{%-?\s*([A-Za-z][\w-]*)\s*([^%{}]*?)\s*-?%\}(.*?\S.*?)\{%-?\s*end([A-Za-z][\w-]*)\s*-?%\}\s*$`),
	pattern.Of(`^\{\{[<%]\s*([A-Za-z][\w./-]*)\s*([^{}]*?)\s*[>%]\}\}(.*?\S.*?)\{\{[<%]\s*/\s*([A-Za-z][\w./-]*)\s*[>%]\}\}\s*$`),
}

// wholeTag reads such a line, which begins at an offset of the source.
func wholeTag(head []byte, start int) *TagLine {
	for _, form := range wholeTags {
		m := form.FindSubmatchIndex(head)
		if m == nil || !strings.EqualFold(string(head[m[2]:m[3]]), string(head[m[8]:m[9]])) {
			continue
		}
		return &TagLine{Name: strings.ToLower(string(head[m[2]:m[3]])), Args: string(head[m[4]:m[5]]), From: start + m[6], To: start + m[7]}
	}
	return nil
}

// tagLineParser reads them.
type tagLineParser struct{}

func (tagLineParser) Trigger() []byte             { return []byte{'{', '-'} }
func (tagLineParser) CanInterruptParagraph() bool { return true }
func (tagLineParser) CanAcceptIndentedLine() bool { return false }

func (tagLineParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	const most = 2000 // bytes of such a line
	line, segment := reader.PeekLine()
	head := line[pc.BlockOffset():]
	if len(head) > most || len(head) < 3 || head[0] == '-' && head[1] != '-' || head[0] == '{' && strings.IndexByte("%{:/", head[1]) < 0 {
		return nil, parser.NoChildren
	}
	if n := wholeTag(head, segment.Start+pc.BlockOffset()-segment.Padding); n != nil {
		n.SetPos(n.From)
		n.Lines().Append(segment)
		reader.AdvanceToEOL()
		return n, parser.NoChildren
	}
	for _, form := range tagForms {
		m := form.FindSubmatch(head)
		if m == nil || strings.Contains(string(m[2]), "%}") || strings.Contains(string(m[2]), "}}") {
			continue // more than a tag stands in the line
		}
		n := &TagLine{Name: strings.ToLower(strings.ReplaceAll(string(m[1]), " ", "")), Args: string(m[2])}
		if rest, ends := strings.CutPrefix(n.Name, "/"); ends && n.Name != "/*" {
			n.Name, n.Ends = rest, true
		} else if rest, ends := strings.CutPrefix(n.Name, "end"); ends && rest != "" {
			n.Name, n.Ends = rest, true
		}
		n.SetPos(segment.Start + pc.BlockOffset())
		n.Lines().Append(segment)
		reader.AdvanceToEOL()
		if VerbatimTags[n.Name] && !n.Ends && endsLater(n.Name, reader.Source()[segment.Stop:], pc) {
			return n, parser.Continue | parser.NoChildren
		}
		return n, parser.NoChildren
	}
	return nil, parser.NoChildren
}

// VerbatimTags are those whose text is not Markdown: code, but for a comment.
var VerbatimTags = map[string]bool{"highlight": true, "codefile": true, "codeblock": true, "code-block": true, "comment": true}

// tagEndsKey holds, of each tag that is sought, where in the source it ends last.
var tagEndsKey = parser.NewContextKey()

func endsLater(name string, below []byte, pc parser.Context) bool {
	ends, _ := pc.Get(tagEndsKey).(map[string]int)
	if ends == nil {
		ends = map[string]int{}
		pc.Set(tagEndsKey, ends)
	}
	behind, known := ends[name] // counted from the end of the source
	if !known {
		behind = len(below) - lastEnd(name, string(below))
		ends[name] = behind
	}
	return behind <= len(below)
}

// lastEnd is where the last end of a tag stands in a source, -1 for none.
func lastEnd(name, source string) int {
	at := -1
	for _, form := range []string{"% end", "%- end", "%end", "< /", "</", "% /", "%/"} {
		at = max(at, strings.LastIndex(source, form+name))
	}
	return at
}

func (tagLineParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*TagLine)
	if !VerbatimTags[n.Name] || n.Ends || n.Lines().Len() == 0 || !endsLater(n.Name, reader.Source()[n.Lines().At(0).Stop:], pc) {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	n.Body += string(line)
	if s := strings.TrimSpace(string(line)); strings.HasPrefix(s, "{") {
		for _, form := range tagForms[:2] {
			if m := form.FindStringSubmatch(s); m != nil && strings.TrimLeft(strings.TrimPrefix(strings.ToLower(m[1]), "end"), "/ ") == n.Name {
				n.Body = strings.TrimSuffix(n.Body, string(line))
				n.Ends = true
				reader.AdvanceToEOL()
				return parser.Close
			}
		}
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (tagLineParser) Close(ast.Node, text.Reader, parser.Context) {}

// tagArg is an argument of a tag: name="value", or a value without a name.
var tagArg = pattern.Of(`(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=,]+))`)

// ArgOf is an argument of a tag by one of its names, "" for none.
func ArgOf(args string, names ...string) string {
	for _, m := range tagArg.FindAllStringSubmatch(args, 20) {
		if m[1] != "" && slices.Contains(names, strings.ToLower(m[1])) {
			return m[2] + m[3] + m[4]
		}
	}
	return ""
}

// FirstArg is the first argument without a name.
func FirstArg(args string) string {
	for _, m := range tagArg.FindAllStringSubmatch(args, 20) {
		if m[1] == "" {
			return m[2] + m[3] + m[4]
		}
	}
	return ""
}
