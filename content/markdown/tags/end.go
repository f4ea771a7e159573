package tags

import (
	"strings"

	"warraq/content"
	"warraq/content/markdown/forms"
	"warraq/content/markdown/source"
)

// end closes an element.
func (h *Hypertext) end(tag string, at content.Pos) {
	switch {
	case h.run != nil && h.run.end(tag):
	case h.beyond[tag] > 0:
		h.beyond[tag]--
	case blockTags[tag]:
		h.Flush()
		for i := len(h.Open) - 1; i > 0; i-- {
			if h.Open[i].Tag == tag {
				h.EndBox(i)
				return
			}
		}
		if tag != "p" && tag != "li" {
			h.unopenedTag(tag, at)
		}
	case tag == "br":
		h.running(at).add(&content.LineBreak{})
	default:
		for i := len(h.Open) - 1; i > 0; i-- {
			if h.Open[i].Tag == tag {
				h.EndBox(i)
				return
			}
		}
	}
}

// EndBox closes the elements from one on.
func (h *Hypertext) EndBox(from int) {
	h.Flush()
	for len(h.Open) > from {
		box := h.Open[len(h.Open)-1]
		h.Open = h.Open[:len(h.Open)-1]
		h.closed(&box)
		if box.Back != nil {
			box.Back()
		}
	}
}

// Finish closes what is still open, and gives all. What a later part of the file may
// close, as the chapters of one are read one after another, is given too.
func (h *Hypertext) Finish(goesOn bool) (blocks []content.Block, open []Box) {
	h.endTable()
	if h.pre != nil {
		h.verbatimEnd()
	}
	h.Flush()
	for i := range h.Open[1:] {
		box := &h.Open[1+i]
		if strings.HasPrefix(box.Tag, "%") {
			const kind = "a tag of another program that nothing closes, left out"
			h.AdviseAt(box.At, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(box.Tag[1:]), Hint: "write its end, or a box between `::: note` and `:::`"})
			box.left = true
			continue
		}
		if goesOn && !box.Owns && !box.holds && box.Tag != "p" && box.wrap == nil {
			open = append(open, Box{Tag: box.Tag, Attr: box.Attr, At: box.At})
			open[len(open)-1].Attr.Anchor = ""
		} else if !goesOn && !optional[box.Tag] {
			h.unclosedTag(box.Tag, box.At)
		}
	}
	h.EndBox(1)
	blocks = h.Open[0].blocks
	switch last := forms.Last(blocks); { // of a place behind all
	case goesOn:
		h.NextAnchor = h.Anchor
	case h.Anchor != "" && last != nil && last.At().Anchor == "":
		last.At().Anchor = h.Anchor
	}
	return blocks, open
}

// optional are the elements whose end need not be written.
var optional = map[string]bool{"p": true, "li": true, "dt": true, "dd": true, "html": true, "body": true}
