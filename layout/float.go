package layout

import (
	"slices"

	"warraq/content"
	"warraq/content/setup"
	"warraq/content/stand"
	"warraq/layout/blocks"
	"warraq/layout/vlist"
)

// highestFloat is the part of a page that a table or a box may take which moves.
const highestFloat = 0.5

// float says which blocks of a chapter need not stand where they are written, given its
// rows and where those of each block begin.
func (l *layout) float(sec *section, rows []vlist.Row, begins []int) {
	all := sec.chapter.Blocks[:len(sec.blocks)] // those in hand
	moves := make([]bool, len(all)+1)
	for i := range sec.blocks {
		moves[i] = i > 0 && l.mayMove(all[i-1], all[i], rows[begins[i]:begins[i+1]])
	}
	for i := range slices.Backward(sec.blocks) { // what stays is known before what it stops
		if !moves[i] {
			continue
		}
		below := i + 1
		for below < len(all) && begins[below] == begins[below+1] {
			below++
		}
		bound := i + 1
		for bound < len(all) && !l.stops(all[bound], moves[bound]) {
			bound++
		}
		text := textRow(l, all[min(below, bound):bound], rows, begins[min(below, bound):])
		if text == nil {
			moves[i] = false
			continue
		}
		own := rows[begins[i]:begins[i+1]]
		f := &vlist.Float{Rows: len(own), Bound: begins[bound] - begins[i]}
		l.closeUp(f, sec, rows, begins, i, below, moves[i-1] && i > 1)
		f.Under.Space, f.Under.Give = l.gap(all[i], &content.Paragraph{}, own, text)
		if k := i + 1 + slices.IndexFunc(all[i+1:min(bound+1, len(all))], func(b content.Block) bool { return isChain(all[i], b) }); k > i && begins[k] < begins[k+1] {
			f.Next = begins[k] - begins[i]
			f.Chain.Space, f.Chain.Give = l.gap(all[i], all[k], own, rows[begins[k]:begins[k+1]])
		}
		if place := all[i].At(); !l.Referred[place.ID] && !place.Has(stand.FloatClass) {
			f.Price = vlist.BarePrice
		}
		own[0].Float = f
		for k := range own[1:] {
			own[k+1].Penalty = max(own[k+1].Penalty, vlist.FloatPrice+f.Price)
		}
	}
}

// closeUp says how the first row below block i, which is of block below, stands where block i
// has moved: under the block before it, or, where that has moved too, under the one before that.
func (l *layout) closeUp(f *vlist.Float, sec *section, rows []vlist.Row, begins []int, i, below int, both bool) {
	all, next := sec.chapter.Blocks, rows[begins[below]:]
	first, written := next[0], &sec.blocks[below].rows[0]
	first.Space, first.Give, first.Tight, first.Loose, first.Penalty = written.Space, written.Give, written.Tight, written.Loose, written.Penalty
	next = append([]vlist.Row{first}, next[1:min(2, len(next))]...)
	f.Left[0] = l.joined(all[i-1], all[below], rows[:begins[i]], next)
	if f.Left[1] = f.Left[0]; both {
		f.Left[1] = l.joined(all[i-2], all[below], rows[:begins[i-1]], next)
	}
}

// textRow is the first rows of running text among blocks, nil where there is none.
func textRow(l *layout, among []content.Block, rows []vlist.Row, begins []int) []vlist.Row {
	for i, b := range among {
		if l.kindOf(b) == runningText && begins[i] < begins[i+1] {
			return rows[begins[i]:begins[i+1]]
		}
	}
	return nil
}

// mayMove tells a figure, a table or a box, with its rows, that need not stand where it is written:
// that has a caption to find it by, or whose author says so, and that the text above it
// does not lead to.
func (l *layout) mayMove(above, b content.Block, rows []vlist.Row) bool {
	asked, low := b.At().Has(stand.FloatClass), true
	of := func(captioned bool) bool {
		return asked || l.Doc.Setup.Floats == setup.FloatAll || captioned && l.Doc.Setup.Floats == setup.FloatCaptioned
	}
	switch b := b.(type) {
	case *content.Figure:
		asked = of(len(b.Caption) > 0)
	case *content.Table:
		asked, low = of(len(b.Caption) > 0), vlist.Height(rows) <= highestFloat*l.Style.Height()
	case *content.Div:
		if b.Abreast() != nil {
			asked = of(len(b.Title) > 0)
			break
		}
		asked, low = asked && b.Boxed() != "", vlist.Height(rows) <= highestFloat*l.Style.Height()
	default:
		return false
	}
	if place := b.At(); place.Has(stand.FloatClass) && len(rows) > 0 {
		l.tellStays(above, b, low, !vlist.Moves(rows))
	}
	place := b.At()
	stays := place.Has(stand.HereClass) || place.Has(stand.KeepClass) || place.Has(stand.PageBreakClass) || content.Keeps(above, b) || blocks.Announces(above, b)
	return asked && low && !stays && vlist.Moves(rows)
}

// stops tells what no float passes: the end of its section, and figures and tables that stay.
func (l *layout) stops(b content.Block, moves bool) bool {
	switch b := b.(type) {
	case *content.Heading, *content.Break, *content.PageBreak, *content.Endnotes, *content.Listing:
		return true
	case *content.Figure:
		return !moves
	case *content.Table:
		return !moves
	case *content.Div:
		return !moves && (b.Has(stand.HereClass) || b.Abreast() != nil)
	}
	return b.At().Has(stand.PageBreakClass)
}

// tellStays tells the author of a float that it stays where it is written, and why.
func (l *layout) tellStays(above, b content.Block, low, calls bool) {
	p := content.Problem{Pos: b.At().Pos, Warns: true}
	switch {
	case blocks.Announces(above, b):
		p.What, p.Hint = "what a colon announces stays below it, although it is a float", "end the text above it with a point, or take .float away"
	case calls:
		p.What, p.Hint = "what calls notes stays where it is written, although it is a float", "call the notes in the text, or take .float away"
	case !low:
		p.What, p.Hint = "what is higher than half of the page stays where it is written, although it is a float", "divide it, or take .float away"
	default:
		return
	}
	l.stays = append(l.stays, p)
}
