package lines

import (
	"warraq/content"
	"warraq/content/direct"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/manuscript"
	"warraq/layout/paragraph"
)

// AlignOf is how text stands that its author puts at the left, in the middle or at
// the right, where it runs from left to right or not.
func AlignOf(a content.Align, ltr bool) paragraph.Align {
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
	case content.AlignJustify:
		return paragraph.Justify
	}
	return paragraph.Start
}

// Column is where a block is set: a part of the measure, and how text looks
// in it.
type Column struct {
	Left, Width   float64 // points from the left end of the type area
	Size, Leading float64
	Align         paragraph.Align
	Font          fonts.Style
	LTR           bool
	Lang          string
	Color         paragraph.Color
	Beside        Beside  // what its first lines stand beside
	Flush         bool    // no first-line indent
	Indent        float64 // of first lines
	Grid          bool    // leading is the grid's: lines snap to it
	Kashida       paragraph.Lengthening
	turned        bool    // the text in hand runs against it
	Plain         bool    // numbers are left to UAX #9
	hanging       bool    // marks hang into the margins
	NoHyphens     bool    // Latin words stay whole
	Divided       bool    // code may end a line behind its hyphens
	Bullets       int     // lists without an order around it
	NoPlates      bool    // tables in it are not turned
	NoSides       bool    // nothing of it stands in the margin
	Margin        bool    // it is in the margin
	Listed        bool    // within an item of a list
	Headed        float64 // taken by the headings right above, of a picture
	Balanced      bool    // lines that are not justified are about as long as each other
}

// Beside is what the first lines of a paragraph stand beside: how many, how much narrower
// they are, in points, and whether it stands at their left.
type Beside struct {
	paragraph.Narrow
	Left bool
}

// OfLine is the column of line i of a paragraph.
func (c Column) OfLine(i int) Column {
	if i < c.Beside.Lines {
		if c.Width -= c.Beside.By; c.Beside.Left {
			c.Left += c.Beside.By
		}
	}
	return c
}

// Form is what the column says of its paragraphs beside their measure.
func (c Column) Form() paragraph.Form {
	return paragraph.Form{LTR: c.LTR, Lang: c.Lang, Kashida: c.Kashida, Plain: c.Plain,
		Hanging: c.hanging, NoHyphens: c.NoHyphens, DividedCode: c.Divided, Turned: c.turned, Balanced: c.Balanced}
}

// Look is how text is set in the column, before anything is said of it.
func (c Column) Look() Look {
	return Look{Font: c.Font, Size: c.Size, Lang: c.Lang, Color: c.Color}
}

// Body is the column of running text.
func (s *Setter) Body() Column {
	st := &s.Style
	return Column{Width: st.Measure(), Size: st.Body, Leading: st.Leading, Indent: st.Indent,
		LTR: st.LTR, Lang: s.Doc.Meta.Lang, Grid: true, Kashida: s.Kashida,
		Plain: s.Doc.Setup.Numbers == setup.NumbersPlain, hanging: s.Doc.Setup.Hanging,
		NoHyphens: s.Doc.Setup.Hyphenation == setup.Off}
}

// Inset narrows the column at the start edge, the right one in Arabic.
func (c Column) Inset(by float64) Column {
	by = min(by, c.Width/2)
	c.Width -= by
	if c.LTR {
		c.Left += by
	}
	return c
}

// InsetEnd narrows the column at the end edge.
func (c Column) InsetEnd(by float64) Column {
	by = min(by, c.Width/2)
	c.Width -= by
	if !c.LTR {
		c.Left += by
	}
	return c
}

// Outside is the left edge of a width that stands beside the column at its start
// edge, gap away from it.
func (c Column) Outside(width, gap float64) float64 {
	if c.LTR {
		return c.Left - gap - width
	}
	return c.Left + c.Width + gap
}

// Air is a little space between the members of a list. On the grid there is
// none: it would grow to a whole line.
func (c Column) Air() float64 {
	if c.Grid {
		return 0
	}
	return c.Leading / 4
}

// Tongue is the language and the direction of the column.
func (c Column) Tongue() content.Tongue {
	dir := locale.RTL
	if c.LTR {
		dir = locale.LTR
	}
	return content.Tongue{Lang: c.Lang, Dir: dir}
}

// Speaking is the column in another tongue.
func (c Column) Speaking(t content.Tongue) Column {
	c.Lang, c.LTR = t.Lang, t.Dir == locale.LTR
	return c
}

// Holding is the column for a text that may run against it.
func (c Column) Holding(text []content.Inline) Column {
	dir := direct.Turned(text)
	c.turned = dir != locale.Auto && dir != c.Tongue().Dir
	return c
}

// Attributed is the column of a block that changes language or direction.
func (c Column) Attributed(a *content.Attr) Column {
	c = c.Speaking(c.Tongue().Of(a))
	if j := a.Justification(); j != setup.JustifyAuto {
		c.Kashida.Rules = manuscript.RulesOf(j)
	}
	return c
}

// Aligned is the column of a paragraph, a heading or a division whose lines stand as
// their author asks: {.center} or {align=center}.
func (c Column) Aligned(a *content.Attr) Column {
	align, ok := a.Stands()
	if !ok {
		return c
	}
	if c.Align = AlignOf(align, c.LTR); c.Align != paragraph.Justify {
		c.Indent, c.Flush = 0, true
	}
	return c
}

// StartOf is the left edge of a width that stands at the column's start edge.
func (c Column) StartOf(width float64) float64 {
	if c.LTR {
		return c.Left
	}
	return c.Left + c.Width - width
}

// EndOf is the left edge of a width that stands at the column's end edge.
func (c Column) EndOf(width float64) float64 {
	c.LTR = !c.LTR
	return c.StartOf(width)
}
