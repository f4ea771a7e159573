package slips

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"warraq/content/markdown/source"
	"warraq/content/pattern"
)

// Lines that have become something else than their author meant, since of its
// kind it is right as it stands.

// headed is a heading below those of chapters.
var headed = pattern.Of(`(?m)^#{2,6}[ \t]+\S`)

// MissedBold tells of a short paragraph all in bold between others, where the file has
// headings.
func (f *Finder) MissedBold(n ast.Node) {
	bold, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || bold.Level != 2 || n.ChildCount() != 1 || n.Lines().Len() != 1 || n.NextSibling() == nil {
		return
	}
	line := strings.Trim(strings.TrimSpace(f.Text[n.Lines().At(0).Start:n.Lines().At(0).Stop]), "*_ ")
	if n.Parent().Kind() != ast.KindDocument || line == "" || len(strings.Fields(line)) > 8 || strings.ContainsAny(line, ".،؛؟!…:»”\"﴾﴿") || n.NextSibling().Kind() != ast.KindParagraph || !f.headed() {
		return
	}
	const kind = "a line in bold in the place of a heading"
	f.Advise(n.Lines().At(0).Start, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(line), Hint: "write `## ` before it in place of the stars, so that the contents and a reader's outline have it", Mild: true})
}

// unended is the end of a line within a sentence.
var unended = pattern.Of(`[\pL\pM\pN،,]$`)

// MissedItem tells of a list of one item that a line within a sentence opens, since
// a number or a dash of the sentence has come to stand at its beginning.
func (f *Finder) MissedItem(n *ast.List) {
	above, ok := n.PreviousSibling().(*ast.Paragraph)
	if !ok || n.ChildCount() != 1 || n.Parent().Kind() != ast.KindDocument {
		return
	}
	at := above.Lines().At(above.Lines().Len() - 1)
	item := f.LineAt(max(n.FirstChild().Pos(), 0))
	if line := f.Text[at.Start:at.Stop]; !unended.MatchString(strings.TrimSpace(line)) || !strings.HasPrefix(f.Text[at.Stop:], item) && !strings.HasPrefix(strings.TrimPrefix(f.Text[at.Stop:], "\n"), item) {
		return
	}
	item = strings.TrimSpace(item)
	const kind = "a list of one item that opens within a sentence"
	hint := `write \` + item[:1] + ` where no list is meant, or leave an empty line above it`
	if n.IsOrdered() {
		number := item[:strings.IndexAny(item, ".)")]
		hint = "write " + number + `\` + item[len(number):len(number)+1] + " where no list is meant, or leave an empty line above it"
	}
	f.Advise(n.FirstChild().Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(item), Hint: hint})
}

// MissedTerm tells of a paragraph that has become a term, since a line that opens with
// a colon stands below it: above a table that is the caption of the table.
func (f *Finder) MissedTerm(n *east.DefinitionList) {
	if n.ChildCount() != 2 || n.FirstChild().Lines().Len() == 0 {
		return
	}
	at := n.FirstChild().Lines().At(0)
	term := strings.TrimSpace(f.Text[at.Start:at.Stop])
	body := strings.TrimLeft(f.LineAt(max(n.LastChild().Pos(), at.Start)), "> \t")
	table := n.NextSibling() != nil && n.NextSibling().Kind() == east.KindTable
	switch {
	case table && (captionWord.MatchString(strings.TrimLeft(body, ": \t")) || strings.ContainsAny(term[len(term)-1:], ".:") || len(strings.Fields(term)) > 8):
		const kind = "a caption above its table, which explains the text above it"
		f.Advise(n.LastChild().Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(body), Hint: "write `Table: words` in a paragraph of its own right below the table"})
	case strings.HasSuffix(term, ".") || len(strings.Fields(term)) > 12:
		const kind = "text that a line with a colon below it makes a term"
		f.Advise(at.Start, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(term), Hint: `write \: where the colon is meant`})
	}
}
