package opening

import (
	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/vlist"
)

// headedGap is the room between a heading and a picture under it, in leadings.
const headedGap = 2.0

// Headed is the room that the headings right above block k of a chapter take, points:
// a picture as high as the page would leave them on the page before. It is 0 above
// everything else.
func Headed(s *blocks.Setter, c *content.Chapter, k int) (height float64) {
	if _, ok := c.Blocks[k].(*content.Figure); !ok {
		return 0
	}
	warnings, advice := len(s.Warnings), len(s.Advice) // told where the heading is set
	for i := k - 1; i >= 0; i-- {
		if _, ok := c.Blocks[i].(*content.Heading); !ok {
			break
		}
		height += vlist.Height(s.Block(c.Blocks[i], blocks.Below(Column(s, c), c.Blocks, i))) + headedGap*s.Style.Leading
		if i == 0 {
			height += vlist.Height(Chapter(s, c))
		}
	}
	s.Warnings, s.Advice = s.Warnings[:warnings], s.Advice[:advice]
	return height
}
