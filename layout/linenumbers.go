package layout

import (
	"math"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/content/stand"
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// Where the numbers of lines stand.
const (
	numberSize = 0.68 // of the text's
	numberGap  = 0.9  // from the type area, in sizes of the text; where the margin is narrow, a third of it
)

// counting says of a block how its lines are counted: those of a poem that has numbers of
// its own by the number of the line of each hemistich, all others as they stand.
type counting struct {
	poem  []int      // by display.Part, from 1
	count content.ID // that counts on with it: the poem or the chapter
}

// lineNumbers puts a number in the outer margin beside every fifth line of the text, where
// the book asks for that, and of poems that ask for it: artifacts.
func (l *layout) lineNumbers() {
	of := l.countings()
	if len(of) == 0 {
		return
	}
	counts := make(map[content.ID]int)
	for _, p := range l.book.Pages {
		if l.Doc.Setup.LineNumbers == setup.LinesByPage {
			clear(counts)
		}
		last := math.Inf(-1) // baseline of the line counted last
		for _, it := range p.Items {
			t, ok := it.(*display.Text)
			if !ok || t.Turn != display.Upright || t.Part < 0 {
				continue
			}
			c, counted := of[t.Elem]
			switch {
			case !counted || math.Abs(t.Y-last) < 1:
			case c.poem != nil:
				if int(t.Part) < len(c.poem) && c.poem[t.Part] > counts[c.count] {
					counts[c.count], last = c.poem[t.Part], t.Y
					l.numberLine(p, t.Y, counts[c.count])
				}
			default:
				last = t.Y
				counts[c.count]++
				l.numberLine(p, t.Y, counts[c.count])
			}
		}
	}
}

// countings are those of the blocks whose lines are counted: paragraphs and poems of the
// text, but not of its notes.
func (l *layout) countings() map[content.ID]counting {
	of := make(map[content.ID]counting)
	all := l.Doc.Setup.LineNumbers != setup.NoLineNumbers
	var chapter content.ID
	noted, sides := false, display.Sides(l.Doc)
	content.Walk(l.Doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Chapter:
			chapter, noted = part.ID, false
		case *content.Note:
			noted = true
		case *content.Verse:
			switch {
			case part.Numbered():
				of[part.ID] = counting{poem: poemLines(part), count: part.ID}
			case all && !noted && !sides[part.ID]:
				of[part.ID] = counting{count: chapter}
			}
		case *content.Paragraph:
			if all && !noted && !sides[place.ID] {
				of[place.ID] = counting{count: chapter}
			}
		}
	})
	return of
}

// poemLines is the number of the line that each hemistich of a poem stands in.
func poemLines(v *content.Verse) []int {
	of, n := []int{0}, 0
	for _, stanza := range v.Stanzas {
		for _, line := range stanza {
			if len(line.Halves) > 0 {
				n++
			}
			for range line.Halves {
				of = append(of, n)
			}
		}
	}
	return of
}

// numberLine puts the number of a line beside its baseline, if it is one of those that
// have one.
func (l *layout) numberLine(p *display.Page, y float64, n int) {
	if n%stand.EveryLine != 0 {
		return
	}
	st := &l.Style
	line := l.mark(locale.FormatInt(n, l.Digits), numberSize)
	if line == nil {
		return
	}
	left, right := inkOf(line, 0)
	x := st.Left(p.Odd())
	if p.Odd() == st.LTR { // the outer edge is at the right
		x += st.Measure()
		x += min(numberGap*st.Body, (st.Trim.W-x)/3) - left
	} else {
		x -= min(numberGap*st.Body, x/3) + right
	}
	p.Items = append(p.Items, &display.Text{X: x, Y: y, Line: line, Part: display.LineNumber})
}

// mark is a text that stands in the margin in sizes of the book's, nil where no face has it.
func (l *layout) mark(text string, size float64) *paragraph.Line {
	s := l.setters[0]
	col := s.Body()
	col.Size, col.Align, col.Indent, col.Color = l.Style.Body*size, paragraph.Start, 0, l.Style.FolioColor
	s.Spell.Begin()
	s.Spell.Add(text, col.Look(), content.Pos{})
	set := s.Set(col)
	if len(set.Lines) == 0 {
		return nil
	}
	return atLeft(&set.Lines[0])
}
