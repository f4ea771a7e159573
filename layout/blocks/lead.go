package blocks

import (
	"strings"

	"warraq/content"
)

// Leads tells a paragraph that leads to the list or the listing after it.
func Leads(above, below content.Block) bool {
	switch below.(type) {
	case *content.List, *content.CodeBlock:
		return isParagraph(above)
	}
	return false
}

// Announces tells text that ends in a colon from what it announces: whatever is set
// off from running text.
func Announces(above, below content.Block) bool {
	switch below := below.(type) {
	case *content.Heading, *content.Break, *content.PageBreak:
		return false
	case *content.Paragraph:
		return content.Pictures(below.Inlines) != nil && endsInColon(above)
	}
	return endsInColon(above)
}

// endsInColon tells a block whose last words are followed by a colon.
func endsInColon(b content.Block) bool {
	var last []content.Block
	switch b := b.(type) {
	case *content.Paragraph:
		text := strings.TrimRight(content.PlainText(b.Inlines), " \u00A0\u200E\u200F")
		return strings.HasSuffix(text, ":")
	case *content.List:
		if n := len(b.Items); n > 0 {
			last = b.Items[n-1].Blocks
		}
	case *content.Div:
		if OnGrid(b) {
			last = b.Blocks
		}
	}
	return len(last) > 0 && endsInColon(last[len(last)-1])
}

// IsPause tells a break between two parts of a text.
func IsPause(b content.Block) bool {
	_, ok := b.(*content.Break)
	return ok
}

// OnGrid tells displays whose rows are running text's: pauses, and divisions that
// are set as if their fence were not there.
func OnGrid(b content.Block) bool {
	switch b := b.(type) {
	case *content.Break:
		return true
	case *content.Div:
		return b.Plain()
	}
	return false
}
