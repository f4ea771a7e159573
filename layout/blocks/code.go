package blocks

import (
	"math"
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/isolate"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

// Measures of code. The faces of code are large for their size, so that beside
// Amiri they are set smaller; Arabic in code keeps the size of the text.
const (
	listingSize = 0.72 // of a listing's type, in parts of the type size around it
	listingLead = 1.6  // leading of a listing, in its type sizes
	listingPad  = 7.0  // around a listing, points
	listingRule = 0.8  // width of the rule before a listing that has no ground
	listingGray = 0.6  // of that rule
	tabStop     = 4    // columns
	turnRoom    = 2    // columns that what a line turns over is set in by
	turnGray    = 0.5  // of the mark before it
	turnMark    = '↪'
	turnMarkRTL = '↩'
)

// code sets a listing: preformatted text from left to right whatever the book,
// unless its own dir says otherwise, ragged, on the theme's ground or beside a
// rule. A line wider than the column turns over: what is left of it stands
// below, further in and behind a mark.
func (s *Setter) code(b *content.CodeBlock, col lines.Column) []vlist.Row {
	inner := s.codeColumn(col)
	inner.LTR = b.Dir != locale.RTL
	unit := s.monoAdvance(inner)
	var rows []vlist.Row
	isolates := isolate.NewListing(b.Text, b.Language, !inner.LTR)
	for line := range strings.SplitSeq(strings.TrimSuffix(b.Text, "\n"), "\n") {
		rows = append(rows, s.codeLine(line, isolates, inner, unit, b)...)
	}
	s.priceCode(rows)
	vlist.Loosen(rows, inner.Leading) // Arabic in code is taller than its type
	join(rows)
	if n := len(rows); n > 1 { // neither the first line stands alone nor the last
		rows[1].Penalty, rows[n-1].Penalty = vlist.Infinite, vlist.Infinite
	}
	for i := range rows[1:] {
		rows[i+1].Feathered(inner.Leading, vlist.ListingSlack, vlist.ListingSlack)
	}
	if s.Style.CodeGround.On {
		s.grounded(rows, col, s.Style.CodeGround)
	} else {
		besideRule(rows, inner, col)
	}
	s.aired(rows, col)
	return rows
}

// priceCode prices the page breaks of a listing: best behind an empty line, and
// dear before one or where they part a single line from those around it.
func (s *Setter) priceCode(rows []vlist.Row) {
	empty := func(i int) bool { return i < 0 || i >= len(rows) || len(rows[i].Items) == 0 }
	whole := s.listingPrice(len(rows))
	for i := 1; i < len(rows); i++ {
		price := vlist.ListPrice
		switch {
		case empty(i-1) && !empty(i):
			price = 0
		case empty(i), empty(i - 2), empty(i + 1):
			price = vlist.LonePrice
		}
		rows[i].Penalty = max(rows[i].Penalty, whole+price)
	}
}

// shortListing is how many lines a short listing has at most.
const shortListing = 12

// listingPrice is what a page break within so many lines costs beside the price
// of its place: a short listing, and what it makes, is rather kept whole.
func (s *Setter) listingPrice(lines int) int {
	if lines > shortListing {
		return 0
	}
	return s.wholePrice(listingPart)
}

// besideRule draws a rule down the side where the lines of a listing begin.
func besideRule(rows []vlist.Row, inner, col lines.Column) {
	col.LTR = inner.LTR
	vlist.Backed(rows, col.StartOf(listingRule), listingRule, paragraph.Gray(listingGray))
}

// codeColumn is the column of the lines of a listing.
func (s *Setter) codeColumn(col lines.Column) lines.Column {
	size := math.Round(2*col.Size*listingSize) / 2
	c := col
	c.Align, c.Lang = paragraph.Start, "en"
	c.Size, c.Leading, c.Grid, c.Flush = size/lines.MonoSize, math.Ceil(2*size*listingLead)/2, false, false
	c.Plain, c.NoHyphens, c.Kashida = true, true, paragraph.Lengthening{}
	return c.Inset(listingPad).InsetEnd(listingPad)
}

// monoAdvance is the width of a column of code: what a space is wide.
func (s *Setter) monoAdvance(col lines.Column) float64 {
	face := s.Faces.Face(fonts.Style{Mono: true})
	return float64(face.Space) * col.Size * lines.MonoSize / float64(face.UnitsPerEm)
}

// codeLine sets one line, its indent kept as far as there is room.
func (s *Setter) codeLine(line string, isolates *isolate.Listing, col lines.Column, unit float64, b *content.CodeBlock) []vlist.Row {
	text, columns := untabbed(line)
	marks := isolates.Line(text)
	if text == "" {
		return []vlist.Row{{Height: col.Leading}}
	}
	turn := turnRoom * unit
	col = col.Inset(min(float64(columns)*unit, col.Width/2)).Inset(turn)
	col.Indent = -turn
	s.Spell.Begin()
	s.Spell.Literal(lines.Marked(text, marks), col.Look(), b.Pos)
	rows := s.Lines(col, b.ID)
	for i := range rows {
		if i > 0 {
			rows[i].Items = append(rows[i].Items, s.turn(col, turn)...)
		}
	}
	return rows
}

// turn is the mark before what a line has turned over. It belongs to no block.
func (s *Setter) turn(col lines.Column, room float64) []display.Item {
	style := fonts.Style{Mono: true}
	mark := turnMark
	if !col.LTR {
		mark = turnMarkRTL
	}
	if _, ok := s.Faces.Cover(style, mark); !ok {
		return nil
	}
	s.Spell.Begin()
	s.Spell.Add(string(mark), lines.Look{Font: style, Size: col.Size * lines.MonoSize, Lang: col.Lang, Color: paragraph.Gray(turnGray)}, content.Pos{})
	col.Left, col.Width, col.Indent = col.Outside(room, 0), room, 0
	set := s.Set(col)
	if len(set.Lines) == 0 {
		return nil
	}
	return []display.Item{&display.Text{X: col.Left, Y: format.Baseline(col.Leading), Line: &set.Lines[0]}}
}

// untabbed gives a line without its indent and the indent's width in columns.
// Tabs go to the next stop. Of spaces side by side, which would fold into one,
// none is an ordinary one.
func untabbed(line string) (text string, indent int) {
	var b strings.Builder
	column := 0
	for _, r := range line {
		n := 1
		if r == '\t' {
			n = tabStop - column%tabStop
			b.WriteString("          "[:n])
		} else {
			b.WriteRune(r)
		}
		column += n
	}
	text = strings.TrimLeft(b.String(), " ")
	indent = b.Len() - len(text)
	text = strings.TrimRight(text, " ")
	if !strings.Contains(text, "  ") {
		return text, indent
	}
	runes := []rune(text)
	for i, r := range runes {
		if r == ' ' && (runes[i-1] == ' ' || runes[i-1] == '\u00A0' || runes[i+1] == ' ') {
			runes[i] = '\u00A0'
		}
	}
	return string(runes), indent
}

// stroke is a kind of line that box-drawing characters (U+2500–U+257F) are made
// of: upright is the character that is nothing else, up and down are those from
// whose middle it goes to the line above and to the one below.
type stroke struct {
	upright  rune
	up, down string
}

var strokes = [...]stroke{
	{'│', "│└┘├┤┴┼╰╯╵", "│┌┐├┤┬┼╭╮╷"},
	{'┃', "┃┗┛┣┫┻╋╹", "┃┏┓┣┫┳╋╻"},
}

// joinLap is how far a stroke reaches into the one that it lengthens, points.
const joinLap = 0.2

func isBoxDrawing(r rune) bool { return r >= 0x2500 && r < 0x2580 }

// join closes the gaps that the leading of a listing leaves between the upright
// strokes of drawings, such as trees and tables, from line to line.
func join(rows []vlist.Row) {
	for i := range rows {
		for _, it := range rows[i].Items {
			if t, ok := it.(*display.Text); ok {
				rows[i].Items = append(rows[i].Items, joints(t, rows[i].Height, i > 0, i < len(rows)-1)...)
			}
		}
	}
}

// joints are the strokes that lengthen those of a line to the edges of a row of
// a height.
func joints(t *display.Text, height float64, up, down bool) []display.Item {
	var items []display.Item
	for k := range t.Line.Pieces {
		p := &t.Line.Pieces[k]
		if p.Word == nil || !strings.ContainsFunc(p.Word.Text, isBoxDrawing) {
			continue
		}
		scale := p.Style.Size / float64(p.Word.Face.UnitsPerEm)
		pen := 0
		for _, g := range p.Word.Glyphs {
			r, _ := utf8.DecodeRuneInString(p.Word.Text[g.Cluster:])
			x := t.X + float64(p.X) + float64(pen+int(g.DX))*scale
			pen += int(g.Advance)
			for _, s := range strokes {
				if up && strings.ContainsRune(s.up, r) {
					items = s.lengthen(items, p, x, scale, func(top, _ float64) (float64, float64) { return 0, t.Y - top + joinLap })
				}
				if down && strings.ContainsRune(s.down, r) {
					items = s.lengthen(items, p, x, scale, func(_, foot float64) (float64, float64) { return t.Y - foot - joinLap, height })
				}
			}
		}
	}
	return items
}

// lengthen adds the stroke of a character at x, between the heights that part
// makes of the top and the foot of an upright above the baseline.
func (s *stroke) lengthen(items []display.Item, p *paragraph.Piece, x, scale float64, part func(top, foot float64) (from, to float64)) []display.Item {
	gid, ok := p.Word.Face.Font().NominalGlyph(s.upright)
	if !ok {
		return items
	}
	left, right := p.Word.Face.Span(int(gid))
	top, foot := p.Word.Face.Extent(int(gid))
	from, to := part(float64(top)*scale, float64(foot)*scale)
	if to <= from+joinLap {
		return items // they touch by themselves
	}
	return append(items, &display.Rule{Rect: display.Rect{X: x + float64(left)*scale, Y: from, W: float64(right-left) * scale, H: to - from}, Color: p.Style.Color})
}
