package layout

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Measures of verse, in ems where nothing else is said.
const (
	leastGap     = 1.2  // between hemistichs that would not stand side by side else
	verseHang    = 2.0  // of a free line that turns over, and of a folded couplet
	stanzaGap    = 0.5  // between stanzas, in leadings
	stanzaPrice  = 900  // of a page break within a stanza
	coupletPrice = 1600 // beside it, of one that leaves a couplet of it alone
)

// poem is how a Verse stands in its column.
type poem struct {
	column          // the block: as wide as its couplets, in the middle
	half    float64 // width of a hemistich; 0 in free verse and where none fits
	gap     float64
	folded  bool         // the second hemistich stands under the first, at the end edge
	centred bool         // single lines are in the middle
	count   display.Part // hemistichs set so far
}

// verse sets a poem. The two hemistichs of a couplet stand side by side, the
// first at the right in Arabic, all as wide as the poem's widest; where that is
// more than the column holds, the second stands under the first, set towards the
// end edge. Single lines among couplets are in the middle; free verse begins at
// the start edge.
func (s *blockSetter) verse(b *content.Verse, col column) []row {
	inner := col
	inner.indent, inner.flush, inner.grid = 0, true, false
	p := s.poem(b, inner)
	var rows []row
	for i, stanza := range b.Stanzas {
		set := s.stanza(stanza, &p, b.ID)
		if i > 0 && len(set) > 0 {
			set[0].space = col.leading * stanzaGap
			if len(stanza) == 1 {
				set[0].penalty = infinite // a closing line is not alone
			}
		}
		rows = append(rows, set...)
	}
	end := p.column
	if p.half == 0 {
		end = inner.inset(s.style.Inset).insetEnd(s.style.Inset)
	} else if !col.ltr {
		end.width = col.left + col.width - end.left
	} else {
		end.left, end.width = col.left, end.left+end.width-col.left
	}
	rows = append(rows, s.attribution(b.Attribution, end, b.ID)...)
	s.aired(rows, col)
	return rows
}

// poem finds the width of the hemistichs: that of the widest, which may lose a
// little of its spaces for two to stand side by side.
func (s *blockSetter) poem(b *content.Verse, col column) poem {
	p := poem{column: col, centred: !b.Free() || b.Centred(), gap: s.style.VerseGap * col.size / s.style.Body}
	if b.Gap() > 0 {
		p.gap = b.Gap() * col.size
	}
	least := 0.0
	for _, stanza := range b.Stanzas {
		for _, line := range stanza {
			if len(line.Halves) < 2 {
				continue
			}
			for _, half := range line.Halves {
				s.spellIn(half, col)
				w, l := s.comp.LineWidth(s.spell.spans, col.form())
				p.half, least = max(p.half, w), max(least, l)
			}
		}
	}
	return p.fit(least, min(p.gap, leastGap*col.size))
}

// fit chooses between hemistichs side by side, folded, and set as free lines.
func (p poem) fit(least, leastGap float64) poem {
	room := p.width
	switch {
	case p.half == 0:
		return p
	case 2*least+leastGap <= room:
		p.half = min(p.half, (room-leastGap)/2)
		p.gap = min(p.gap, room-2*p.half)
		side := (room - 2*p.half - p.gap) / 2
		p.column = p.inset(side).insetEnd(side)
	case least <= room:
		p.half, p.folded = min(p.half, room), true
		// no further apart than reads as one couplet
		side := max(0, (room-p.half-2*verseHang*p.size)/4)
		p.column = p.inset(side).insetEnd(side)
	default:
		p.half = 0
	}
	return p
}

// part is a column of a width that begins so far from the start edge.
func (c column) part(from, width float64) column {
	if !c.ltr {
		from = c.width - from - width
	}
	c.left, c.width = c.left+from, width
	return c
}

// spellIn spells inlines in a column's look.
func (s *blockSetter) spellIn(inlines []content.Inline, col column) {
	s.spell.begin()
	s.spell.spell(inlines, col.look())
}

// stanza sets the lines of a stanza. It is rather kept whole, and no couplet of
// it stands alone.
func (s *blockSetter) stanza(lines []content.VerseLine, p *poem, elem content.ID) []row {
	var rows []row
	for i, line := range lines {
		set := s.verseLine(line, p, elem)
		together(set)
		if i > 0 && len(set) > 0 {
			set[0].penalty = stanzaPrice
			if i == 1 || i == len(lines)-1 {
				set[0].penalty += coupletPrice
			}
		}
		rows = append(rows, set...)
	}
	return rows
}

// verseLine sets a couplet or a single line.
func (s *blockSetter) verseLine(line content.VerseLine, p *poem, elem content.ID) []row {
	n := p.count + 1
	p.count += display.Part(len(line.Halves))
	switch {
	case len(line.Halves) == 0:
		return nil
	case len(line.Halves) == 1:
		return parted(s.freeLine(line.Halves[0], p, elem), n)
	case p.half == 0:
		return append(parted(s.turned(line.Halves[0], p.column, elem), n),
			parted(s.turned(line.Halves[1], p.inset(verseHang*p.size), elem), n+1)...)
	}
	first := parted(s.hemistich(line.Halves[0], p.part(0, p.half), elem), n)
	second := parted(s.hemistich(line.Halves[1], p.part(p.width-p.half, p.half), elem), n+1)
	if p.folded {
		return append(first, second...)
	}
	return abreast([][]row{first, second}, p.leading)
}

// hemistich sets a line that fills its column.
func (s *blockSetter) hemistich(half []content.Inline, col column, elem content.ID) []row {
	s.spellIn(half, col)
	form := col.form()
	form.Measure = col.width
	set := s.comp.Line(s.spell.spans, form)
	s.miss(&set)
	return s.placed(set, col, elem)
}

// freeLine sets a line that fills no column.
func (s *blockSetter) freeLine(line []content.Inline, p *poem, elem content.ID) []row {
	col := p.column
	if p.centred {
		col.align = paragraph.Center
		return s.text(line, col, elem)
	}
	return s.turned(line, col.inset(s.style.Inset).insetEnd(s.style.Inset), elem)
}

// turned sets a line at the start edge; what it is too long for goes on below,
// further in.
func (s *blockSetter) turned(line []content.Inline, col column, elem content.ID) []row {
	hang := min(verseHang*col.size, col.width/4)
	col = col.inset(hang)
	col.align, col.flush, col.indent = paragraph.Start, false, -hang
	return s.text(line, col, elem)
}
