package blocks

import (
	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
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
	lines.Column         // the block: as wide as its couplets, in the middle
	half         float64 // width of a hemistich; 0 in free verse and where none fits
	gap          float64
	folded       bool         // the second hemistich stands under the first, at the end edge
	centred      bool         // single lines are in the middle
	count        display.Part // hemistichs set so far
}

// verse sets a poem. The two hemistichs of a couplet stand side by side, the
// first at the right in Arabic, all as wide as the poem's widest; where that is
// more than the column holds, the second stands under the first, set towards the
// end edge. Single lines among couplets are in the middle; free verse begins at
// the start edge.
func (s *Setter) verse(b *content.Verse, col lines.Column) []vlist.Row {
	inner := col
	inner.Indent, inner.Flush, inner.Grid = 0, true, false
	p := s.poem(b, inner)
	var rows []vlist.Row
	for i, stanza := range b.Stanzas {
		set := s.stanza(stanza, &p, b.ID)
		if i > 0 && len(set) > 0 {
			set[0].Space = col.Leading * stanzaGap
			if len(stanza) == 1 {
				set[0].Penalty = vlist.Infinite // a closing line is not alone
			}
		}
		rows = append(rows, set...)
	}
	end := p.Column
	if p.half == 0 {
		end = inner.Inset(s.Style.Inset).InsetEnd(s.Style.Inset)
	} else if !col.LTR {
		end.Width = col.Left + col.Width - end.Left
	} else {
		end.Left, end.Width = col.Left, end.Left+end.Width-col.Left
	}
	rows = append(rows, s.attribution(b.Attribution, end, b.ID)...)
	s.aired(rows, col)
	return rows
}

// poem finds the width of the hemistichs: that of the widest, which may lose a
// little of its spaces for two to stand side by side.
func (s *Setter) poem(b *content.Verse, col lines.Column) poem {
	p := poem{Column: col, centred: !b.Free() || b.Centred(), gap: s.Style.VerseGap * col.Size / s.Style.Body}
	if b.Gap() > 0 {
		p.gap = b.Gap() * col.Size
	}
	least := 0.0
	for _, stanza := range b.Stanzas {
		for _, line := range stanza {
			if len(line.Halves) < 2 {
				continue
			}
			for _, half := range line.Halves {
				s.spellIn(half, col)
				w, l := s.Comp.LineWidth(s.Spell.Spans, s.hemistichForm(col))
				p.half, least = max(p.half, w), max(least, l)
			}
		}
	}
	return p.fit(least, min(p.gap, leastGap*col.Size))
}

// fit chooses between hemistichs side by side, folded, and set as free lines.
func (p poem) fit(least, leastGap float64) poem {
	room := p.Width
	switch {
	case p.half == 0:
		return p
	case 2*least+leastGap <= room:
		p.half = min(p.half, (room-leastGap)/2)
		p.gap = min(p.gap, room-2*p.half)
		side := (room - 2*p.half - p.gap) / 2
		p.Column = p.Inset(side).InsetEnd(side)
	case least <= room:
		p.half, p.folded = min(p.half, room), true
		// no further apart than reads as one couplet
		side := max(0, (room-p.half-2*verseHang*p.Size)/4)
		p.Column = p.Inset(side).InsetEnd(side)
	default:
		p.half = 0
	}
	return p
}

// part is a column of a width that begins so far from the start edge of the poem.
func (p *poem) part(from, width float64) lines.Column {
	c := p.Column
	if !c.LTR {
		from = c.Width - from - width
	}
	c.Left, c.Width = c.Left+from, width
	return c
}

// spellIn spells inlines in a column's look.
func (s *Setter) spellIn(inlines []content.Inline, col lines.Column) {
	s.Spell.Begin()
	s.Spell.Inlines(inlines, col.Look())
}

// stanza sets the lines of a stanza. It is rather kept whole, and no couplet of
// it stands alone.
func (s *Setter) stanza(lines []content.VerseLine, p *poem, elem content.ID) []vlist.Row {
	var rows []vlist.Row
	for i, line := range lines {
		set := s.verseLine(line, p, elem)
		vlist.Together(set)
		if i > 0 && len(set) > 0 {
			set[0].Penalty = stanzaPrice
			if i == 1 || i == len(lines)-1 {
				set[0].Penalty += coupletPrice
			}
		}
		rows = append(rows, set...)
	}
	return rows
}

// verseLine sets a couplet or a single line.
func (s *Setter) verseLine(line content.VerseLine, p *poem, elem content.ID) []vlist.Row {
	n := p.count + 1
	p.count += display.Part(len(line.Halves))
	switch {
	case len(line.Halves) == 0:
		return nil
	case len(line.Halves) == 1:
		return vlist.Parted(s.freeLine(line.Halves[0], p, elem), n)
	case p.half == 0:
		return append(vlist.Parted(s.turned(line.Halves[0], p.Column, elem), n),
			vlist.Parted(s.turned(line.Halves[1], p.Inset(verseHang*p.Size), elem), n+1)...)
	}
	first := vlist.Parted(s.hemistich(line.Halves[0], p.part(0, p.half), elem), n)
	second := vlist.Parted(s.hemistich(line.Halves[1], p.part(p.Width-p.half, p.half), elem), n+1)
	if p.folded {
		return append(first, second...)
	}
	return vlist.Abreast([][]vlist.Row{first, second}, p.Leading)
}

// hemistich sets a line that fills its column.
func (s *Setter) hemistich(half []content.Inline, col lines.Column, elem content.ID) []vlist.Row {
	s.spellIn(half, col)
	form := s.hemistichForm(col)
	form.Measure = col.Width
	set := s.Comp.Line(s.Spell.Spans, form)
	s.Miss(&set)
	return s.Place(set, col, elem)
}

// pageEdge is what stays empty at the edge of a page beside a call in its margin, in
// points: 3 mm, the usual safety of printers.
const pageEdge = 8.5

// hemistichForm is the form of a hemistich in a column: the call of a note at its end
// stands in the margin, as far as that goes.
func (s *Setter) hemistichForm(col lines.Column) paragraph.Form {
	form, st := col.Form(), &s.Style
	margin := min(st.Inner, st.Outer) + col.Left
	if col.LTR {
		margin += st.Measure() - 2*col.Left - col.Width
	}
	form.Beyond = max(margin-pageEdge, vlist.Tolerance)
	return form
}

// freeLine sets a line that fills no column.
func (s *Setter) freeLine(line []content.Inline, p *poem, elem content.ID) []vlist.Row {
	col := p.Column
	if p.centred {
		col.Align = paragraph.Center
		return s.Text(line, col, elem)
	}
	return s.turned(line, col.Inset(s.Style.Inset).InsetEnd(s.Style.Inset), elem)
}

// turned sets a line at the start edge; what it is too long for goes on below,
// further in.
func (s *Setter) turned(line []content.Inline, col lines.Column, elem content.ID) []vlist.Row {
	hang := min(verseHang*col.Size, col.Width/4)
	col = col.Inset(hang)
	col.Align, col.Flush, col.Indent = paragraph.Start, false, -hang
	return s.Text(line, col, elem)
}
