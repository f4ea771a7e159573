package forms

import (
	"slices"

	"warraq/content"
	"warraq/content/stand"
)

// pageBreakClasses are the classes of a block before which the page ends.
var pageBreakClasses = []string{stand.PageBreakClass, "pagebreak", "newpage", "new-page"}

// Parted takes the class of a page break from a block, and puts the break before it.
// One with nothing else to it is the break.
func Parted(read []content.Block) []content.Block {
	if len(read) == 0 {
		return read
	}
	place := read[0].At()
	kept := slices.DeleteFunc(slices.Clone(place.Classes), IsPageBreakClass)
	if len(kept) == len(place.Classes) {
		return read
	}
	place.Classes = kept
	ends := &content.PageBreak{Place: content.Place{Pos: place.Pos}}
	if div, ok := read[0].(*content.Div); ok && len(kept) == 0 && len(div.Title) == 0 {
		return append(append([]content.Block{ends}, div.Blocks...), read[1:]...)
	}
	return append([]content.Block{ends}, read...)
}

// IsPageBreakClass tells a class of a block before which the page ends.
func IsPageBreakClass(class string) bool { return slices.Contains(pageBreakClasses, class) }

// WithoutBreak is the blocks of a chapter without a page break behind the last: the
// next chapter begins a page anyway. Nor has it pauses that part nothing.
func WithoutBreak(blocks []content.Block) []content.Block {
	if content.IsPageBreak(Last(blocks)) {
		blocks = blocks[:len(blocks)-1]
	}
	return needed(blocks)
}

// Hoisted takes the page breaks that stand first or last in a block out of it: a
// page ends before a box, a list or a quotation, or behind it.
func Hoisted(read []content.Block) []content.Block {
	if len(read) != 1 {
		return read
	}
	first, last := edgesOf(read[0])
	var before, behind []content.Block
	for first != nil && len(*first) > 0 && content.IsPageBreak((*first)[0]) {
		before, *first = append(before, (*first)[0]), (*first)[1:]
	}
	for last != nil && len(*last) > 0 && content.IsPageBreak((*last)[len(*last)-1]) {
		behind, *last = append(behind, (*last)[len(*last)-1]), (*last)[:len(*last)-1]
	}
	if before == nil && behind == nil {
		return read
	}
	return slices.Concat(before, read, behind)
}

// edgesOf are the blocks within a block that hold its first and its last.
func edgesOf(b content.Block) (first, last *[]content.Block) {
	switch b := b.(type) {
	case *content.Div:
		return &b.Blocks, &b.Blocks
	case *content.Quote:
		return &b.Blocks, &b.Blocks
	case *content.List:
		if n := len(b.Items); n > 0 {
			return &b.Items[0].Blocks, &b.Items[n-1].Blocks
		}
	}
	return nil, nil
}

// needed are the blocks of a chapter without the pauses that part nothing: right before
// a heading, which parts enough, before another pause or the end of a page, and last.
func needed(blocks []content.Block) []content.Block {
	kept := blocks[:0]
	for i, b := range blocks {
		if _, pause := b.(*content.Break); pause && partsNothing(blocks[i+1:]) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

// partsNothing tells what follows a pause without any text between.
func partsNothing(below []content.Block) bool {
	if len(below) == 0 {
		return true
	}
	switch below[0].(type) {
	case *content.Heading, *content.Break, *content.PageBreak:
		return true
	}
	return false
}
