package layout

import (
	"math"
	"strings"

	"warraq/content"
	"warraq/layout/blocks"
	"warraq/layout/display"
	"warraq/layout/lines"
	"warraq/layout/paragraph"
)

// Measures of the words behind the text of a draft.
const (
	markSize  = 10.0 // of the type it is measured in, points
	markPart  = 0.9  // of the measure that it is wide, but no larger than
	markMost  = 72.0 // points
	markGrey  = 0.86 // lighter than what is read through it
	markPlace = 0.45 // of the type area's height above it
)

// watermark puts the words of a draft behind the text of each page.
func (l *layout) watermark() {
	d := &l.Doc.Setup.Draft
	if !d.On {
		return
	}
	words := d.Words
	if words == "" {
		words = l.Labels.Draft
	}
	if date, wrong := l.draftDate(); wrong == nil && date != "" {
		words += " – " + date
	}
	line := markLine(l.setters[0], words)
	if line == nil {
		return
	}
	st := &l.Style
	for _, p := range l.book.Pages {
		if len(p.Items) == 0 {
			continue
		}
		x := st.Left(p.Odd()) + (st.Measure()-line.Width)/2
		mark := &display.Text{X: x, Y: st.Top + st.Height()*markPlace, Line: line, Part: display.Watermark}
		p.Items = append([]display.Item{mark}, p.Items...)
	}
}

// draftDate is the date of the book in its own words; empty where it has none.
func (l *layout) draftDate() (string, *content.Problem) {
	if l.Doc.Meta.Date == "" {
		return "", nil
	}
	fields := l.Doc.Fields()
	return fields.Write("{date}", "")
}

// markLine sets the words as wide as most of the measure.
func markLine(s *blocks.Setter, words string) *paragraph.Line {
	col := s.Body()
	col.Indent, col.Flush, col.Align, col.Color = 0, true, paragraph.Start, paragraph.Gray(markGrey)
	set := func(size float64) paragraph.Setting {
		col.Size = size
		s.Spell.Begin()
		s.Spell.Add(lines.Isolated(strings.ReplaceAll(words, " ", "\u00A0"), col.Tongue().Dir), col.Look(), content.Pos{})
		return s.Set(col)
	}
	small := set(markSize)
	if len(small.Lines) != 1 || small.Lines[0].Width <= 0 {
		return nil
	}
	size := math.Floor(10*min(markMost, markSize*markPart*s.Style.Measure()/small.Lines[0].Width)) / 10
	large := set(size)
	if len(large.Lines) != 1 {
		return nil
	}
	return atLeft(&large.Lines[0])
}
