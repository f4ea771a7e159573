package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// useLink remembers that a link or an image takes its address from a definition.
func (f *file) useLink(by *ast.ReferenceLink) {
	if by != nil {
		f.linked[util.ToLinkReference(by.Value)] = true
	}
}

// commentLabels are those of definitions that no link is to use: how a comment is
// written that any program leaves out.
var commentLabels = []string{"//", "comment", "#", "-", "_", "."}

// unusedLinks tells of definitions of links, `[name]: address`, that no link takes
// its address from, and of those that come second and lose.
func (f *file) unusedLinks(root ast.Node) {
	defined := map[string]bool{}
	f.eachDefinition(root, func(d *ast.LinkReferenceDefinition) {
		label := util.ToLinkReference(d.Label)
		shown := quotedPart("[" + string(d.Label) + "]: …")
		at := max(d.Pos(), 0)
		switch comment := slices.Contains(commentLabels, label); {
		case comment:
		case defined[label]:
			const kind = "an address that is defined twice, of which the first counts"
			f.advise(at, slip{kind: kind, what: kind + ": " + shown, hint: "delete one, or give it another name"})
		case !f.linked[label]:
			const kind = "an address that no link takes, of which nothing is printed"
			f.advise(at, slip{kind: kind, what: kind + ": " + shown, hint: "write [text][" + string(d.Label) + "] where the link belongs, or delete the line"})
		}
		defined[label] = true
	})
}

// eachDefinition visits the definitions of links, wherever they stand.
func (f *file) eachDefinition(n ast.Node, visit func(*ast.LinkReferenceDefinition)) {
	if !strings.Contains(f.text, "]:") {
		return
	}
	if d, ok := n.(*ast.LinkReferenceDefinition); ok {
		visit(d)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			f.eachDefinition(c, visit)
		}
	}
}
