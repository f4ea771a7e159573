package vlist

import (
	"slices"

	"warraq/layout/display"
)

// Slack is by how much the white within a block may grow at a row, in points, where
// the white around blocks is as wide as it may be: the space above it, between lines
// and items, and the air within it above and below its text, between the lines of a
// table.
type Slack struct{ Above, Over, Under float64 }

// How far the white within blocks may grow, and the lines of text and of listings draw
// nearer, as parts.
const (
	LineSlack    = 0.03 // of the leading of running text
	LineTight    = 0.01 // of the same
	ListingSlack = 0.04 // of that of a listing, either way
	ItemSlack    = 0.2  // of a leading, between the items of a list
	RowSlack     = 0.12 // of the height of a table's row of one line
	InnerSlack   = 0.5  // of the space between two blocks within another
	TitleSlack   = 0.26 // of a leading, below a chapter's title: the least stays within half as much again
)

// Feathered lets the line that a row holds stand further from the one above it, or
// nearer to it, by parts of its leading.
func (r *Row) Feathered(leading, loose, tight float64) {
	r.Loose.Above, r.Tight = loose*leading, tight*leading
}

// Sum is all of it; the first row of a page has no space above it.
func (s Slack) Sum(first bool) float64 {
	if first {
		return s.Over + s.Under
	}
	return s.Above + s.Over + s.Under
}

// closing is how far above the foot of a row the line may stand that closes it, below
// which the last row of a table has some air.
const closing = 3.5

// Aired is the row with a part of its slack above and below its text: what lies behind
// it reaches as far, and what closes it stands lower.
func (r Row) Aired(part float64) Row {
	over, under := r.Loose.Over*part, r.Loose.Under*part
	if over+under == 0 {
		return r
	}
	items := slices.Clone(r.Items)
	for i, it := range items {
		rule, ok := it.(*display.Rule)
		switch {
		case ok && rule.H > r.Height-closing: // behind it
			longer := *rule
			longer.H += over + under
			items[i] = &longer
		case ok && rule.Y+rule.H/2 > r.Height-closing: // below it
			items[i] = display.Moved(it, 0, over+under)
		case ok && rule.Y+rule.H/2 < Thickline: // above it
		default:
			items[i] = display.Moved(it, 0, over)
		}
	}
	r.Items, r.Height = items, r.Height+over+under
	return r
}
