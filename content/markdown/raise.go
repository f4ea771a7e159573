package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/markdown/source"
)

// kindByName is the kind of advice on a chapter that has no title.
const kindByName = "a chapter without a title, which is called after its file"

// raise puts the highest headings of a file at the first level, where the file opens
// with one of them.
func (f *file) raise(root ast.Node) {
	first, ok := root.FirstChild().(*ast.Heading)
	if !ok || f.opt.Name == "" {
		return
	}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level < first.Level || f.hasTitle(n) {
			return
		}
	}
	if first.Level > 1 {
		f.shift = 1 - first.Level
		f.Advise(first.Pos(), source.Slip{Kind: "a file whose headings do not begin at the first level, which they move up to", Hint: "open it with a line `# Title`", Mild: true})
	}
}

// top is the next heading of the first level among the blocks from one on.
func (f *file) top(from ast.Node) ast.Node {
	for n := from; n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level+f.shift == 1 || n != ast.Node(f.titled1) && f.hasTitle(n) {
			return n
		}
	}
	return nil
}

// saysTitle tells whether the heading that opens a file is its title again, with the
// same letters and digits; of a title that a list has, also where one of them says more
// than the other.
func (f *file) saysTitle(h *ast.Heading) bool {
	if h.Level+f.shift != 1 {
		return false
	}
	said, title := titleWords(content.PlainText(f.inlines(h))), titleWords(f.opt.Title)
	if !f.opt.Listed {
		return said == title
	}
	return said != "" && (strings.Contains(" "+said+" ", " "+title+" ") || strings.Contains(" "+title+" ", " "+said+" "))
}

// titleWords are the words of a title without marks and signs.
func titleWords(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !char.IsLetter(r) && !char.IsDigit(r) && !char.IsMark(r) }), " ")
}
