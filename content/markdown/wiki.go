package markdown

import (
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"warraq/content"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/pattern"
)

// wiki reads such a mark.
func (f *file) wiki(n *syntax.WikiMark) []content.Inline {
	at := f.Pos(n.Pos())
	name, words, _ := strings.Cut(n.Body, "|")
	name, words = strings.TrimSpace(name), strings.TrimSpace(words)
	switch {
	case n.Sign == "%%":
		return nil
	case n.Sign == "{%":
		const kind = "a tag of another program, left out"
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.Join(strings.Fields(n.Body), " ")), Hint: "delete it, or write what it makes: text, ![a picture](file.png), a box between `::: note` and `:::`"})
		return nil
	case n.Sign == "![[" && pictureEnds[strings.ToLower(path.Ext(name))]:
		if strings.Trim(words, "0123456789x") == "" { // it is a size
			words = ""
		}
		return []content.Inline{&content.Image{Pos: at, Src: forms.FileName(name), Alt: words}}
	case n.Sign == "![[":
		const kind = "a page that is to be shown within this one, of which its name stays"
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted("![["+n.Body+"]]"), Hint: "write its text here, or {{#include file.md}} in a line of its own"})
	default:
		const kind = "a link in double brackets, of which the words stay"
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted("[["+n.Body+"]]"), Hint: "write [text](file.md), or {ref: heading} for its name or number"})
	}
	if words == "" {
		words = strings.TrimPrefix(strings.ReplaceAll(strings.TrimSuffix(name, ".md"), "#", " › "), " › ")
	}
	return []content.Inline{&content.Text{Pos: at, Value: words}}
}

// scripted tells a paragraph of nothing but such lines.
func (f *file) scripted(n ast.Node) bool {
	if n.Lines().Len() == 0 || n.Parent().Kind() != ast.KindDocument {
		return false
	}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := strings.TrimSpace(f.Text[seg.Start:seg.Stop])
		if !scriptLine.MatchString(line) && (i == 0 || strings.ContainsAny(line, ".؟!،")) {
			return false
		}
		if i == 0 && !scriptLine.MatchString(line) {
			return false
		}
	}
	const kind = "lines of a program, left out"
	seg := n.Lines().At(0)
	f.Advise(seg.Start, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(f.Text[seg.Start:seg.Stop])), Hint: "delete them, or write backticks around them where readers are to see them"})
	return true
}

// pictureEnds are the endings of files that are pictures.
var pictureEnds = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".svg": true, ".tif": true, ".tiff": true, ".pdf": true}

// scriptLine is a line of a page of Docusaurus that is none of its text.
var scriptLine = pattern.Of(`^(?:import\s+(?:[\w{}*, ]+\s+from\s+)?['"][^'"]+['"];?|export\s+(?:const|let|var|function|default)\b.*)$`)
