package slips

import (
	"slices"
	"strings"

	"warraq/content/markdown/source"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// UseLink remembers that a link or an image takes its address from a definition.
func (f *Finder) UseLink(by *ast.ReferenceLink) {
	if by != nil {
		f.Linked[util.ToLinkReference(by.Value)] = true
	}
}

// commentLabels are those of definitions that no link is to use: how a comment is
// written that any program leaves out.
var commentLabels = []string{"//", "comment", "#", "-", "_", "."}

// UnusedLinks tells of definitions of links, `[name]: address`, that no link takes
// its address from, and of those that come second and lose.
func (f *Finder) UnusedLinks(root ast.Node) {
	defined := map[string]bool{}
	f.eachDefinition(root, func(d *ast.LinkReferenceDefinition) {
		label := util.ToLinkReference(d.Label)
		shown := source.Quoted("[" + string(d.Label) + "]: …")
		at := max(d.Pos(), 0)
		switch comment := slices.Contains(commentLabels, label); {
		case comment:
		case defined[label]:
			const kind = "an address that is defined twice, of which the first counts"
			f.Advise(at, source.Slip{Kind: kind, What: kind + ": " + shown, Hint: "delete one, or give it another name"})
		case !f.Linked[label]:
			const kind = "an address that no link takes, of which nothing is printed"
			f.Advise(at, source.Slip{Kind: kind, What: kind + ": " + shown, Hint: "write [text][" + string(d.Label) + "] where the link belongs, or delete the line"})
		}
		defined[label] = true
	})
}

// eachDefinition visits the definitions of links, wherever they stand.
func (f *Finder) eachDefinition(n ast.Node, visit func(*ast.LinkReferenceDefinition)) {
	if !strings.Contains(f.Text, "]:") {
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
