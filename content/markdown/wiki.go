package markdown

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
)

// Marks of Obsidian, of wikis and of Quarto within a line:
//
//	[[Page]] [[Page|words]] ![[picture.png|300]] %% a comment %% @fig-name

// wikiMark is one of them.
type wikiMark struct {
	ast.BaseInline
	sign string // "[[", "![[" or "%%"
	body string
}

var kindWikiMark = ast.NewNodeKind("WikiMark")

func (*wikiMark) Kind() ast.NodeKind { return kindWikiMark }
func (*wikiMark) Dump([]byte, int)   {}

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
		n := &wikiMark{sign: sign, body: rest[:end]}
		n.SetPos(segment.Start)
		block.Advance(len(sign) + end + len(shut))
		return n
	}
	return nil
}

// follows tells whether a text begins with one of some characters.
func follows(s, chars string) bool { return s != "" && strings.IndexByte(chars, s[0]) >= 0 }

// programTag is a tag of Liquid or of Hugo within a text, which may go over lines.
var programTag = regexp.MustCompile(`^(?:\{%[^{}]*?%\}|\{\{[<%][^{}]*?[>%]\}\})`)

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
	n := &wikiMark{sign: "{%", body: string(m)}
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

// pictureEnds are the endings of files that are pictures.
var pictureEnds = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".svg": true}

// wiki reads such a mark.
func (f *file) wiki(n *wikiMark) []content.Inline {
	at := f.pos(n.Pos())
	name, words, _ := strings.Cut(n.body, "|")
	name, words = strings.TrimSpace(name), strings.TrimSpace(words)
	switch {
	case n.sign == "%%":
		return nil
	case n.sign == "{%":
		const kind = "a tag of another program, left out"
		f.advise(n.Pos(), slip{kind: kind, what: kind + ": " + quotedPart(strings.Join(strings.Fields(n.body), " ")), hint: "delete it, or write what it makes: text, ![a picture](file.png), a box between `::: note` and `:::`"})
		return nil
	case n.sign == "![[" && pictureEnds[strings.ToLower(path.Ext(name))]:
		if strings.Trim(words, "0123456789x") == "" { // it is a size
			words = ""
		}
		return []content.Inline{&content.Image{Pos: at, Src: imageName(name), Alt: words}}
	case n.sign == "![[":
		const kind = "a page that is to be shown within this one, of which its name stays"
		f.advise(n.Pos(), slip{kind: kind, what: kind + ": " + quotedPart("![["+n.body+"]]"), hint: "write its text here, or {{#include file.md}} in a line of its own"})
	default:
		const kind = "a link in double brackets, of which the words stay"
		f.advise(n.Pos(), slip{kind: kind, what: kind + ": " + quotedPart("[["+n.body+"]]"), hint: "write [text](file.md), or {ref: heading} for its name or number"})
	}
	if words == "" {
		words = strings.TrimPrefix(strings.ReplaceAll(strings.TrimSuffix(name, ".md"), "#", " › "), " › ")
	}
	return []content.Inline{&content.Text{Pos: at, Value: words}}
}

// quartoName is a name as Quarto gives them, and the mark that refers to it.
var (
	quartoName = regexp.MustCompile(`\{[^{}\n]*#((?:fig|tbl|tab|sec|eq|lst)-[\w-]+)`)
	quartoRef  = regexp.MustCompile(`^@((?:fig|tbl|tab|sec|eq|lst)-[\w-]*\w)`)
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
	n := &refField{ref: ref}
	n.SetPos(segment.Start)
	block.Advance(len(m[0]))
	return n
}

// scriptLine is a line of a page of Docusaurus that is none of its text.
var scriptLine = regexp.MustCompile(`^(?:import\s+(?:[\w{}*, ]+\s+from\s+)?['"][^'"]+['"];?|export\s+(?:const|let|var|function|default)\b.*)$`)

// scripted tells a paragraph of nothing but such lines.
func (f *file) scripted(n ast.Node) bool {
	if n.Lines().Len() == 0 || n.Parent().Kind() != ast.KindDocument {
		return false
	}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := strings.TrimSpace(f.text[seg.Start:seg.Stop])
		if !scriptLine.MatchString(line) && (i == 0 || strings.ContainsAny(line, ".؟!،")) {
			return false
		}
		if i == 0 && !scriptLine.MatchString(line) {
			return false
		}
	}
	const kind = "lines of a program, left out"
	seg := n.Lines().At(0)
	f.advise(seg.Start, slip{kind: kind, what: kind + ": " + quotedPart(strings.TrimSpace(f.text[seg.Start:seg.Stop])), hint: "delete them, or write backticks around them where readers are to see them"})
	return true
}

// hidden is a comment of Obsidian's over several lines, between lines of %%.
type hidden struct{ ast.BaseBlock }

var kindHidden = ast.NewNodeKind("Hidden")

func (*hidden) Kind() ast.NodeKind { return kindHidden }
func (*hidden) IsRaw() bool        { return true }
func (*hidden) Dump([]byte, int)   {}

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
	n := &hidden{}
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
