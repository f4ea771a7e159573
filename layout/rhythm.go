package layout

import (
	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/vlist"
)

// mostSpread is how much larger the white beside a thing may be than the least
// beside its kind. White is what the eye sees: from edge to edge of ink.
const mostSpread = 1.5

// The least that parts two blocks, in leadings. What ends like text in whole
// leadings has a space of half of one on either side, so that the text goes on on
// the grid by itself; what has an edge or any height, so much white that the rest
// to the grid finds room around it. That, and a line that its page has left, goes
// to the spaces between two rows on the grid in proportion, each up to mostSpread
// of its white.
const (
	listAbove  = 0.45 // space
	listBelow  = 0.55
	likeAir    = 0.5 // space beside what ends like text
	edgeWhite  = 1.0 // white beside what has an edge, or any height
	chainWhite = 0.6 // white between two displays
	leastAir   = 0.2 // space wherever there is some
)

// kind is what the white around a block depends on.
type kind uint8

const (
	runningText kind = iota // paragraphs and definitions
	headingText
	listText
	likeText // quotations, verse, pauses, divisions: no edge of a ground, a line or a picture
	withEdge
)

func (l *layout) kindOf(b content.Block) kind {
	switch b := b.(type) {
	case *content.Heading:
		return headingText
	case *content.List:
		return listText
	case *content.Paragraph:
		if content.Pictures(b.Inlines) != nil {
			return withEdge
		}
		return runningText
	case *content.Definitions:
		return runningText
	case *content.Quote:
		if b.Has(content.Pull) || l.Style.QuoteBar.On && !b.Has(content.Quran) {
			return withEdge
		}
		return likeText
	case *content.Verse, *content.Break:
		return likeText
	case *content.Div:
		if blocks.OnGrid(b) {
			return likeText
		}
	case *content.Table, *content.Figure, *content.CodeBlock, *content.Endnotes, *content.Listing, *content.PageBreak, *content.TitlePage, *content.Imprint, *content.Contents:
	}
	return withEdge
}

// gap is the least space between two blocks of a chapter, given their rows, and
// how far it may grow, in points.
func (l *layout) gap(above, below content.Block, up, down []vlist.Row) (space, give float64) {
	last, first := &up[len(up)-1], &down[0]
	a, b, line := l.kindOf(above), l.kindOf(below), l.Style.Leading
	_, low := vlist.Edges(last)
	high, _ := vlist.Edges(first)
	inner := last.Height - low + high // white within the rows
	body := line*format.BaselinePart - vlist.CapPart*l.Style.Body
	switch {
	case a == headingText && b == headingText:
		return first.Space, 0
	case a == headingText: // as near as text is
		if b != runningText && b != listText {
			space = max(0, body-high)
		}
		return space, max(0, mostSpread*(last.Height-low+body)-space-inner)
	case b == headingText: // as far as below text
		space = max(leastAir*line, first.Space+(1-format.BaselinePart)*line-(last.Height-low))
	case a == runningText && b == runningText && (content.Closes(above) || content.Closes(below)):
		space = blocks.ClosingGap(above, below, line)
	case a == runningText && b == runningText:
		return max(first.Space, l.Style.Between), 0
	case a == listText && b == listText:
		space = line / 2
	case isChain(above, below) && !isCaption(last) && !isCaption(first):
		space = max(leastAir*line, chainWhite*line-inner)
	case a == withEdge || b == withEdge:
		space = max(leastAir*line, edgeWhite*line-inner)
	case a == likeText || b == likeText:
		space = max(likeAir*line, first.Space)
	case b == listText:
		space = listAbove * line
	default:
		space = listBelow * line
	}
	return space, (mostSpread - 1) * (space + inner)
}

// isCaption tells a row of a caption, which stands nearer to its own display than to
// another.
func isCaption(r *vlist.Row) bool {
	t := vlist.FirstText(r.Items)
	return t != nil && t.Part == display.Caption
}
