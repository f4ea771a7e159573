package forms

import (
	"warraq/content"
	"warraq/content/locale"
)

// Merge adds to attr what it lacks of more.
func Merge(attr *content.Attr, more content.Attr) {
	if attr.Anchor == "" {
		attr.Anchor = more.Anchor
	}
	if attr.Lang == "" {
		attr.Lang = more.Lang
	}
	if attr.Dir == locale.Auto {
		attr.Dir = more.Dir
	}
	attr.Classes = append(attr.Classes, more.Classes...)
	attr.Keys = append(attr.Keys, more.Keys...)
}

// Last is the last of blocks, nil for none.
func Last(blocks []content.Block) content.Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

// Span is how many columns or rows a cell goes over, by its attribute.
func Span(c *content.Cell, key string) int {
	n, ok := content.ParseSpan(c.Get(key))
	if !ok {
		return 1
	}
	return n
}
