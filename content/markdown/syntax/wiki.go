package syntax

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/pattern"
)

// Marks of Obsidian, of wikis and of Quarto within a line:
//
//	[[Page]] [[Page|words]] ![[picture.png|300]] %% a comment %% @fig-name

// WikiMark is one of them.
type WikiMark struct {
	ast.BaseInline
	Sign string // "[[", "![[" or "%%"
	Body string
}

var kindWikiMark = ast.NewNodeKind("WikiMark")

func (*WikiMark) Kind() ast.NodeKind { return kindWikiMark }
func (*WikiMark) Dump([]byte, int)   {}

// wikiParser reads what stands in double brackets. Its label is no other link's.
type wikiParser struct{}

func (wikiParser) Trigger() []byte { return []byte{'[', '!', '%'} }

func (wikiParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	const most = 400 // bytes
	line, segment := block.PeekLine()
	for _, sign := range []string{"[[", "![[", "%%"} {
		if !bytes.HasPrefix(line, []byte(sign)) {
			continue
		}
		shut := "]]"
		if sign == "%%" {
			shut = sign
		}
		rest := string(line[len(sign):min(len(line), most)])
		end := strings.Index(rest, shut)
		if end < 1 || strings.TrimSpace(rest[:end]) == "" || sign != "%%" && (strings.ContainsAny(rest[:end], "[]\n`") || follows(rest[end+2:], "({[]:") || block.PrecendingCharacter() == '[') {
			return nil
		}
		if _, linked := pc.Reference(string(bytes.ToLower([]byte(rest[:end])))); linked && sign != "%%" {
			return nil // brackets around a link that is defined
		}
		n := &WikiMark{Sign: sign, Body: rest[:end]}
		n.SetPos(segment.Start)
		block.Advance(len(sign) + end + len(shut))
		return n
	}
	return nil
}

// follows tells whether a text begins with one of some characters.
func follows(s, chars string) bool { return s != "" && strings.IndexByte(chars, s[0]) >= 0 }

// programTag is a tag of Liquid or of Hugo within a text, which may go over lines.
var programTag = pattern.Of(`^(?:\{%[^{}]*?%\}|\{\{[<%][^{}]*?[>%]\}\})`)

// programTagParser reads them: they are left out, with advice.
type programTagParser struct{}

func (programTagParser) Trigger() []byte { return []byte{'{'} }

func (programTagParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	const most = 1000 // bytes
	line, segment := block.PeekLine()
	if len(line) < 3 || line[1] != '%' && (line[1] != '{' || line[2] != '<' && line[2] != '%') {
		return nil
	}
	source := block.Source()
	rest := source[segment.Start:min(len(source), segment.Start+most)]
	if end := bytes.Index(rest, []byte("\n\n")); end >= 0 {
		rest = rest[:end]
	}
	m := programTag.Find(rest)
	if m == nil {
		return nil
	}
	n := &WikiMark{Sign: "{%", Body: string(m)}
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

// quartoName is a name as Quarto gives them, and the mark that refers to it.
var (
	quartoName = pattern.Of(`\{[^{}\n]*#((?:fig|tbl|tab|sec|eq|lst)-[\w-]+)`)
	quartoRef  = pattern.Of(`^@((?:fig|tbl|tab|sec|eq|lst)-[\w-]*\w)`)
)

// quartoKey holds the names of a source to which such a mark may refer.
var quartoKey = parser.NewContextKey()

// quartoParser reads references as Quarto has them, to what the file names so.
type quartoParser struct{}

func (quartoParser) Trigger() []byte { return []byte{'@'} }

func (quartoParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	m := quartoRef.FindSubmatch(line[:min(len(line), 100)])
	if m == nil {
		return nil
	}
	names, _ := pc.Get(quartoKey).(map[string]bool)
	if names == nil {
		names = map[string]bool{}
		for _, found := range quartoName.FindAllSubmatch(block.Source(), -1) {
			names[string(found[1])] = true
		}
		pc.Set(quartoKey, names)
	}
	if !names[string(m[1])] {
		return nil
	}
	ref, length := content.ReferenceAt("{ref: " + string(m[1]) + "}")
	if length == 0 {
		return nil
	}
	n := &RefField{Ref: ref}
	n.SetPos(segment.Start)
	block.Advance(len(m[0]))
	return n
}

// Hidden is a comment of Obsidian's over several lines, between lines of %%.
type Hidden struct{ ast.BaseBlock }

var kindHidden = ast.NewNodeKind("Hidden")

func (*Hidden) Kind() ast.NodeKind { return kindHidden }
func (*Hidden) IsRaw() bool        { return true }
func (*Hidden) Dump([]byte, int)   {}

type hiddenParser struct{}

func (hiddenParser) Trigger() []byte             { return []byte{'%'} }
func (hiddenParser) CanInterruptParagraph() bool { return true }
func (hiddenParser) CanAcceptIndentedLine() bool { return false }

// hiddenEndKey holds where the last line of %% of a source begins.
var hiddenEndKey = parser.NewContextKey()

func (hiddenParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	head := bytes.TrimSpace(line)
	if !bytes.HasPrefix(head, []byte("%%")) || bytes.Contains(head[2:], []byte("%%")) {
		return nil, parser.NoChildren
	}
	last, known := pc.Get(hiddenEndKey).(int)
	if !known {
		last = bytes.LastIndex(reader.Source(), []byte("%%"))
		pc.Set(hiddenEndKey, last)
	}
	if last < segment.Stop { // nothing ends it
		return nil, parser.NoChildren
	}
	n := &Hidden{}
	n.SetPos(segment.Start)
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (hiddenParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	ends := bytes.HasSuffix(bytes.TrimSpace(line), []byte("%%"))
	reader.AdvanceToEOL()
	if ends {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

func (hiddenParser) Close(ast.Node, text.Reader, parser.Context) {}
