package layout

import (
	"warraq/content"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/paragraph"
)

func cellAlign(a content.Align, ltr bool) paragraph.Align {
	end := paragraph.End
	if ltr {
		end = paragraph.Start
	}
	switch a {
	case content.AlignCenter:
		return paragraph.Center
	case content.AlignEnd:
		return paragraph.End
	case content.AlignLeft:
		return end
	case content.AlignRight:
		return paragraph.Start + paragraph.End - end
	}
	return paragraph.Start
}

// column is where a block is set: a part of the measure, and how text looks
// in it.
type column struct {
	left, width   float64 // points from the left end of the type area
	size, leading float64
	align         paragraph.Align
	font          fonts.Style
	ltr           bool
	lang          string
	color         paragraph.Color
	flush         bool    // no first-line indent
	indent        float64 // of first lines
	grid          bool    // leading is the grid's: lines snap to it
	kashida       paragraph.Lengthening
	turned        bool // the text in hand runs against it
	plain         bool // numbers are left to UAX #9
	hanging       bool // marks hang into the margins
	noHyphens     bool // Latin words stay whole
	divided       bool // code may end a line behind its hyphens
	bullets       int  // lists without an order around it
	noPlates      bool // tables in it are not turned
	listed        bool // within an item of a list
	balanced      bool // lines that are not justified are about as long as each other
}

// form is what the column says of its paragraphs beside their measure.
func (c column) form() paragraph.Form {
	return paragraph.Form{LTR: c.ltr, Lang: c.lang, Kashida: c.kashida, Plain: c.plain,
		Hanging: c.hanging, NoHyphens: c.noHyphens, DividedCode: c.divided, Turned: c.turned, Balanced: c.balanced}
}

// look is how text is set in the column, before anything is said of it.
func (c column) look() look {
	return look{font: c.font, size: c.size, lang: c.lang, color: c.color}
}

// body is the column of running text.
func (s *setter) body() column {
	st := &s.style
	return column{width: st.Measure(), size: st.Body, leading: st.Leading, indent: st.Indent,
		ltr: st.LTR, lang: s.doc.Meta.Lang, grid: true, kashida: s.kashida,
		plain: s.doc.Setup.Numbers == content.NumbersPlain, hanging: s.doc.Setup.Hanging,
		noHyphens: s.doc.Setup.Hyphenation == content.Off}
}

// inset narrows the column at the start edge, the right one in Arabic.
func (c column) inset(by float64) column {
	by = min(by, c.width/2)
	c.width -= by
	if c.ltr {
		c.left += by
	}
	return c
}

// insetEnd narrows the column at the end edge.
func (c column) insetEnd(by float64) column {
	by = min(by, c.width/2)
	c.width -= by
	if !c.ltr {
		c.left += by
	}
	return c
}

// outside is the left edge of a width that stands beside the column at its start
// edge, gap away from it.
func (c column) outside(width, gap float64) float64 {
	if c.ltr {
		return c.left - gap - width
	}
	return c.left + c.width + gap
}

// air is a little space between the members of a list. On the grid there is
// none: it would grow to a whole line.
func (c column) air() float64 {
	if c.grid {
		return 0
	}
	return c.leading / 4
}

// tongue is the language and the direction of the column.
func (c column) tongue() content.Tongue {
	dir := locale.RTL
	if c.ltr {
		dir = locale.LTR
	}
	return content.Tongue{Lang: c.lang, Dir: dir}
}

// speaking is the column in another tongue.
func (c column) speaking(t content.Tongue) column {
	c.lang, c.ltr = t.Lang, t.Dir == locale.LTR
	return c
}

// holding is the column for a text that may run against it.
func (c column) holding(text []content.Inline) column {
	dir := content.Turned(text)
	c.turned = dir != locale.Auto && dir != c.tongue().Dir
	return c
}

// attributed is the column of a block that changes language or direction.
func (c column) attributed(a *content.Attr) column {
	c = c.speaking(c.tongue().Of(a))
	if j := a.Justification(); j != content.JustifyAuto {
		c.kashida.Rules = rulesOf(j)
	}
	return c
}

// aligned is the column of a paragraph or a heading whose lines stand as their author
// asks: {align=center}.
func (c column) aligned(a *content.Attr) column {
	if align, ok := content.ParseAlign(a.Get("align")); ok {
		c.align, c.indent, c.flush = cellAlign(align, c.ltr), 0, true
	}
	return c
}

// startOf is the left edge of a width that stands at the column's start edge.
func (c column) startOf(width float64) float64 {
	if c.ltr {
		return c.left
	}
	return c.left + c.width - width
}

// endOf is the left edge of a width that stands at the column's end edge.
func (c column) endOf(width float64) float64 {
	c.ltr = !c.ltr
	return c.startOf(width)
}
