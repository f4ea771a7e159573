package markdown

import (
	"strings"

	"warraq/content"
	"warraq/content/markdown/source"
)

// end closes an element.
func (h *hypertext) end(tag string, at content.Pos) {
	switch {
	case h.run != nil && h.run.end(tag):
	case h.beyond[tag] > 0:
		h.beyond[tag]--
	case blockTags[tag]:
		h.flush()
		for i := len(h.open) - 1; i > 0; i-- {
			if h.open[i].tag == tag {
				h.endBox(i)
				return
			}
		}
		if tag != "p" && tag != "li" {
			h.unopenedTag(tag, at)
		}
	case tag == "br":
		h.running(at).add(&content.LineBreak{})
	default:
		for i := len(h.open) - 1; i > 0; i-- {
			if h.open[i].tag == tag {
				h.endBox(i)
				return
			}
		}
	}
}

// endBox closes the elements from one on.
func (h *hypertext) endBox(from int) {
	h.flush()
	for len(h.open) > from {
		box := h.open[len(h.open)-1]
		h.open = h.open[:len(h.open)-1]
		h.closed(&box)
		if box.back != nil {
			box.back()
		}
	}
}

// finish closes what is still open, and gives all. What a later part of the file may
// close, as the chapters of one are read one after another, is given too.
func (h *hypertext) finish(goesOn bool) (blocks []content.Block, open []htmlBox) {
	h.endTable()
	if h.pre != nil {
		h.verbatimEnd()
	}
	h.flush()
	for i := range h.open[1:] {
		box := &h.open[1+i]
		if strings.HasPrefix(box.tag, "%") {
			const kind = "a tag of another program that nothing closes, left out"
			h.AdviseAt(box.at, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(box.tag[1:]), Hint: "write its end, or a box between `::: note` and `:::`"})
			box.left = true
			continue
		}
		if goesOn && !box.owns && !box.holds && box.tag != "p" && box.wrap == nil {
			open = append(open, htmlBox{tag: box.tag, attr: box.attr, at: box.at})
			open[len(open)-1].attr.Anchor = ""
		} else if !goesOn && !optional[box.tag] {
			h.unclosedTag(box.tag, box.at)
		}
	}
	h.endBox(1)
	blocks = h.open[0].blocks
	switch last := lastOf(blocks); { // of a place behind all
	case goesOn:
		h.nextAnchor = h.anchor
	case h.anchor != "" && last != nil && last.At().Anchor == "":
		last.At().Anchor = h.anchor
	}
	return blocks, open
}

// optional are the elements whose end need not be written.
var optional = map[string]bool{"p": true, "li": true, "dt": true, "dd": true, "html": true, "body": true}
