package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/isolate"
	"warraq/content/locale"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// Measures of code. The faces of code are large for their size, so that beside
// Amiri they are set smaller; Arabic in code keeps the size of the text.
const (
	monoSize    = 0.8  // of inline code, in parts of the type size around it
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
func (s *setter) code(b *content.CodeBlock, col column) []row {
	inner := s.codeColumn(col)
	inner.ltr = b.Dir != locale.RTL
	unit := s.monoAdvance(inner)
	var rows []row
	isolates := isolate.NewListing(b.Text, b.Language, !inner.ltr)
	for line := range strings.SplitSeq(strings.TrimSuffix(b.Text, "\n"), "\n") {
		rows = append(rows, s.codeLine(line, isolates, inner, unit, b.ID)...)
	}
	s.priceCode(rows)
	loosen(rows, inner.leading) // Arabic in code is taller than its type
	join(rows)
	if n := len(rows); n > 1 { // neither the first line stands alone nor the last
		rows[1].penalty, rows[n-1].penalty = infinite, infinite
	}
	if s.style.CodeGround.On {
		s.grounded(rows, col, s.style.CodeGround)
	} else {
		besideRule(rows, inner, col)
	}
	s.aired(rows, col)
	return rows
}

// priceCode prices the page breaks of a listing: best behind an empty line, and
// dear before one or where they part a single line from those around it.
func (s *setter) priceCode(rows []row) {
	empty := func(i int) bool { return i < 0 || i >= len(rows) || len(rows[i].items) == 0 }
	whole := s.listingPrice(len(rows))
	for i := 1; i < len(rows); i++ {
		price := listPrice
		switch {
		case empty(i-1) && !empty(i):
			price = 0
		case empty(i), empty(i - 2), empty(i + 1):
			price = lonePrice
		}
		rows[i].penalty = max(rows[i].penalty, whole+price)
	}
}

// shortListing is how many lines a short listing has at most.
const shortListing = 12

// listingPrice is what a page break within so many lines costs beside the price
// of its place: a short listing, and what it makes, is rather kept whole.
func (s *setter) listingPrice(lines int) int {
	if lines > shortListing {
		return 0
	}
	return s.wholePrice(listingPart)
}

// besideRule draws a rule down the side where the lines of a listing begin.
func besideRule(rows []row, inner, col column) {
	col.ltr = inner.ltr
	backed(rows, col.startOf(listingRule), listingRule, paragraph.Gray(listingGray))
}

// codeColumn is the column of the lines of a listing.
func (s *setter) codeColumn(col column) column {
	size := math.Round(2*col.size*listingSize) / 2
	c := col
	c.align, c.lang = paragraph.Start, "en"
	c.size, c.leading, c.grid, c.flush = size/monoSize, math.Ceil(2*size*listingLead)/2, false, false
	c.plain, c.noHyphens, c.kashida = true, true, paragraph.Lengthening{}
	return c.inset(listingPad).insetEnd(listingPad)
}

// monoAdvance is the width of a column of code: what a space is wide.
func (s *setter) monoAdvance(col column) float64 {
	face := s.faces.Face(fonts.Style{Mono: true})
	return float64(face.Space) * col.size * monoSize / float64(face.UnitsPerEm)
}

// codeLine sets one line, its indent kept as far as there is room.
func (s *setter) codeLine(line string, isolates *isolate.Listing, col column, unit float64, elem content.ID) []row {
	text, columns := untabbed(line)
	marks := isolates.Line(text)
	if text == "" {
		return []row{{height: col.leading}}
	}
	turn := turnRoom * unit
	col = col.inset(min(float64(columns)*unit, col.width/2)).inset(turn)
	col.indent = -turn
	s.spell.begin()
	s.spell.literal(isolated(text, marks), col.look(), content.Pos{})
	rows := s.lines(col, elem)
	for i := range rows {
		if i > 0 {
			rows[i].items = append(rows[i].items, s.turn(col, turn)...)
		}
	}
	return rows
}

// isolated puts the marks into a line.
func isolated(line string, marks []isolate.Mark) string {
	if len(marks) == 0 {
		return line
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(line[at:m.At])
		b.WriteRune(m.Control)
		at = m.At
	}
	return b.String() + line[at:]
}

// turn is the mark before what a line has turned over. It belongs to no block.
func (s *setter) turn(col column, room float64) []display.Item {
	style := fonts.Style{Mono: true}
	mark := turnMark
	if !col.ltr {
		mark = turnMarkRTL
	}
	if _, ok := s.faces.Cover(style, mark); !ok {
		return nil
	}
	s.spell.begin()
	s.spell.add(string(mark), look{font: style, size: col.size * monoSize, lang: col.lang, color: paragraph.Gray(turnGray)}, content.Pos{})
	col.left, col.width, col.indent = col.outside(room, 0), room, 0
	set := s.set(col)
	if len(set.Lines) == 0 {
		return nil
	}
	return []display.Item{&display.Text{X: col.left, Y: format.Baseline(col.leading), Line: &set.Lines[0]}}
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

// literal adds text in the face of code. Arabic in it is set in the face and
// size of the text around, spaces between its words too, and is not lengthened.
func (s *speller) literal(text string, k look, at content.Pos) {
	k.still = true
	mono := k
	mono.font.Mono, mono.size = true, k.size*monoSize
	for {
		from := strings.IndexFunc(text, isArabic)
		if from < 0 {
			break
		}
		to := from + arabicWords(text[from:])
		s.add(text[:from], mono, at)
		s.add(text[from:to], k, at)
		text = text[to:]
	}
	s.add(text, mono, at)
}

// arabicWords is the length of the Arabic words at the start of s, with one
// space between each two.
func arabicWords(s string) int {
	end, space := 0, false
	for i, r := range s {
		switch {
		case isArabic(r):
			end, space = i+utf8.RuneLen(r), false
		case r != ' ' || space:
			return end
		default:
			space = true
		}
	}
	return end
}

// code adds a stretch of code within a text, from left to right.
func (s *speller) code(in *content.Code, k look) {
	s.literal(lri+isolated(in.Value, isolate.Inline(in.Value))+pdi, k, in.Pos)
}

// isArabic tells the letters, marks, digits and punctuation of the Arabic
// script.
func isArabic(r rune) bool {
	return r >= 0x0600 && (r < 0x0780 || r >= 0x0870 && r < 0x0900 || r >= 0xFB50 && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF) ||
		r > 0x7F && unicode.Is(unicode.Arabic, r)
}
