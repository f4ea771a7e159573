package paragraph

import (
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"

	"warraq/layout/paragraph/segment"
)

// mostHeld is the most characters of code without spaces that is kept whole at its
// hyphens: about half a line of a book.
const mostHeld = 32

// holdCode keeps code whole at its hyphens where that is no wider than room.
func (c *Compositor) holdCode(room float64) {
	for i := 0; i < len(c.units); i++ {
		if !c.codeHyphen(i) {
			continue
		}
		from, to := i, i+1
		width := c.units[i].width
		for ; from > 0 && c.solid(from-1); from-- {
			width += c.units[from-1].width
		}
		for ; to < len(c.units) && !c.units[to].space && (c.solid(to-1) || c.codeHyphen(to-1)); to++ {
			width += c.units[to].width
		}
		held := width <= room && c.units[to-1].to-c.units[from].from <= mostHeld
		for ; i < to; i++ {
			if held && c.codeHyphen(i) {
				c.units[i].after = segment.Never
			}
		}
		i--
	}
}

// codeHyphen tells whether a line may end behind unit i at a hyphen in code.
func (c *Compositor) codeHyphen(i int) bool {
	u := &c.units[i]
	if u.space || u.after != segment.May || !u.style.Font.Mono || i+1 == len(c.units) || c.units[i+1].space {
		return false
	}
	last := c.text.runes[u.to-1]
	return last == '-' || last == '\u2010'
}

// solid tells whether unit i is of a word that goes on behind it.
func (c *Compositor) solid(i int) bool { return !c.units[i].space && c.units[i].after == segment.Never }

// literal are the features of a face that sets code: "->" is two characters
// there, and "fi" too.
var literal = []harfbuzz.Feature{off("liga"), off("calt"), off("clig"), off("dlig"), off("rlig"), off("kern")}

func off(tag string) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

// features are those to shape with, beside those that every text has.
func (v *voice) features() []harfbuzz.Feature {
	switch {
	case v.face.Literal:
		return literal
	case v.caps == SmallCaps:
		return smallCaps
	}
	return nil
}
