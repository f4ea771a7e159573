package slips

import (
	"fmt"
	"strings"

	"warraq/content/markdown/source"

	"github.com/yuin/goldmark/ast"
)

// How far a line is set in says of which item it is a part (CommonMark §5.2): as far
// as the text of that item at least. A space less and it is none.

// indentOf is how many spaces the line of an offset is set in behind the marks of
// quotations and whether tabs are among them; a tab goes to the next of every fourth
// column.
func (f *Finder) indentOf(offset int) (columns int, tabs bool) {
	for _, c := range strings.TrimLeft(f.LineAt(offset), ">") {
		switch c {
		case ' ':
			columns++
		case '\t':
			columns, tabs = columns+4-columns%4, true
		default:
			return columns, tabs
		}
	}
	return columns, tabs
}

// itemText is the column in which the text of an item begins, 0 where its line is
// none of its own.
func (f *Finder) itemText(item ast.Node) int {
	if item == nil || item.Pos() < 0 {
		return 0
	}
	line := strings.TrimLeft(f.LineAt(item.Pos()), "> \t")
	mark := strings.IndexAny(line, " \t")
	if mark < 0 {
		return 0
	}
	columns, _ := f.indentOf(item.Pos())
	blanks := len(line[mark:]) - len(strings.TrimLeft(line[mark:], " "))
	if blanks > 4 {
		blanks = 1
	}
	return columns + mark + max(blanks, 1)
}

// MissedIndent tells of an item that is set in further than the one before it and
// lies beside it all the same, of a list or a paragraph behind a list that is set in
// and lies in no item, and of tabs and spaces side by side.
func (f *Finder) MissedIndent(n *ast.List) {
	var before ast.Node
	for item := n.FirstChild(); item != nil; before, item = item, item.NextSibling() {
		if before == nil || item.Pos() < 0 {
			continue
		}
		now, _ := f.indentOf(item.Pos())
		was, _ := f.indentOf(before.Pos())
		if text := f.itemText(before); now > was && now < text && f.opensLine(item) && f.opensLine(before) {
			f.shallow(item.Pos(), now, text)
			break
		}
	}
	switch n.Parent().(type) {
	case *ast.ListItem:
	default:
		f.mixedIndent(n)
	}
}

// opensLine tells an item that no other opens in the same line.
func (f *Finder) opensLine(item ast.Node) bool {
	outer, within := item.Parent().Parent().(*ast.ListItem)
	return !within || f.LineOf(max(outer.Pos(), 0)) != f.LineOf(item.Pos())
}

// shallow tells of a line that is set in, but less far than the text of the item
// above it.
func (f *Finder) shallow(offset, is, wants int) {
	const kind = "a line that is set in less than the text of the item above it, and so is no part of that"
	f.Advise(offset, source.Slip{Kind: kind, What: fmt.Sprintf("%s: %s", kind, source.Quoted(strings.TrimSpace(f.LineAt(offset)))),
		Hint: fmt.Sprintf("set it in by %d spaces where it belongs to the item, it has %d; by none where it does not", wants, is)})
}

// MissedMarks tells of a list that another with other marks interrupts, within one
// block of lines: the book has two lists, and counts anew.
func (f *Finder) MissedMarks(n *ast.List) {
	before, ok := n.PreviousSibling().(*ast.List)
	if !ok || n.HasBlankPreviousLines() || n.IsOrdered() != before.IsOrdered() || n.Marker == before.Marker || n.FirstChild() == nil || n.FirstChild().Pos() < 0 {
		return
	}
	const kind = "items with two kinds of marks, which make two lists"
	f.Advise(n.FirstChild().Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(f.LineAt(n.FirstChild().Pos()))),
		Hint: "write the same mark before all items of a list, such as `- ` or `1. `"})
}

// MissedInner tells of a block right behind a list that is set in, and less far than
// the text of the last item.
func (f *Finder) MissedInner(n ast.Node, offset int) {
	list, ok := n.PreviousSibling().(*ast.List)
	if !ok || offset < 0 || list.LastChild() == nil || list.LastChild().Pos() < 0 {
		return
	}
	is, _ := f.indentOf(offset)
	was, _ := f.indentOf(list.LastChild().Pos())
	if text := f.itemText(list.LastChild()); is > was && is < text {
		f.shallow(offset, is, text)
	}
}

// mixedIndent tells of the first line of a list and those within it that is set in by
// tabs where others are by spaces, or the other way about: how deep each lies hangs on
// how wide a tab is, which is four.
func (f *Finder) mixedIndent(n *ast.List) {
	spaces, tabs, told := false, false, false
	_ = ast.Walk(n, func(item ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || item.Type() == ast.TypeInline || told {
			return ast.WalkSkipChildren, nil
		}
		if item.Kind() != ast.KindListItem || item.Pos() < 0 || !f.opensLine(item) {
			return ast.WalkContinue, nil
		}
		line := strings.TrimLeft(f.LineAt(item.Pos()), ">")
		lead := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		spaces, tabs = spaces || len(lead) > 1 && strings.Contains(lead, " "), tabs || strings.Contains(lead, "\t")
		if told = spaces && tabs; told {
			const kind = "items set in by tabs beside others set in by spaces"
			f.Advise(item.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(line)),
				Hint: "set all of them in by spaces, each as far as the text of the item that it belongs to: a tab counts for four"})
		}
		return ast.WalkContinue, nil
	})
}
