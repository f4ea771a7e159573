package layout

import "warraq/content"

// mostSpread is how much larger the white beside a thing may be than the least
// beside its kind.
const mostSpread = 1.5

// air is the least space above and below a kind of block, in leadings. What the
// grid leaves below a run of such blocks, and a line that its page has left, goes
// to the spaces of the run in proportion, each up to mostSpread of its white.
type air struct{ above, below float64 }

// airs are those of the kinds. What ends like text in whole leadings has half of
// one on either side, so that the text goes on on the grid by itself; what has an
// edge or any height, so much that the rest to the grid finds room around it.
var airs = map[kind]air{
	runningText: {},
	listText:    {0.45, 0.55},
	likeText:    {0.5, 0.5},
	withEdge:    {0.7, 0.7},
}

// kind is what the white around a block depends on.
type kind uint8

const (
	runningText kind = iota // paragraphs and definitions
	headingText
	listText
	likeText // quotations, verse, pauses, divisions: no edge of a ground, a line or a picture
	withEdge
)

// Parts of the white between two blocks that are not space, in leadings: between
// the edge of a row and its ink.
const (
	textEdge     = 0.3
	headingTop   = 0.1  // a heading is large and stands above its line
	headingFoot  = 0.45 // for the same reason
	belowHeading = 0.3  // space between a heading and what has an edge
	displayAir   = 0.6  // and between two displays
)

func kindOf(b content.Block) kind {
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
		if b.Has(content.Pull) {
			return withEdge
		}
		return likeText
	case *content.Verse, *content.Break:
		return likeText
	case *content.Div:
		if b.Boxed() == "" && !b.Has(shownClass) {
			return likeText
		}
	}
	return withEdge
}

// gap is the least space between two blocks of a chapter and how far it may grow,
// in points; least is the space that the lower one asks for itself.
func (l *layout) gap(above, below content.Block, least float64) (space, give float64) {
	up, down, line := kindOf(above), kindOf(below), l.style.Leading
	switch {
	case up == headingText && down == headingText:
		return least, 0
	case up == headingText:
		if down != runningText && down != listText {
			space = belowHeading * line
		}
		return space, (mostSpread - 1) * (headingFoot + textEdge) * line
	case down == headingText: // as far below an edge as below text
		space = least + (textEdge-edgeOf(up))*line
		return space, (mostSpread - 1) * (least + (textEdge+headingTop)*line)
	case up == runningText && down == runningText:
		return max(least, l.style.Between), 0
	case up == listText && down == listText:
		space = max(least, line/2)
	case isChain(above, below):
		space = displayAir * line
	default:
		space = max(airs[up].below, airs[down].above) * line
		if down != withEdge { // of its own, as verse may have
			space = max(space, least)
		}
	}
	return space, (mostSpread - 1) * (space + (edgeOf(up)+edgeOf(down))*line)
}

// edgeOf is the white within the rows of a kind at its edges, in leadings.
func edgeOf(k kind) float64 {
	if k == withEdge {
		return 0
	}
	return textEdge
}
