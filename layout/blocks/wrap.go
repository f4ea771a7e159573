package blocks

import (
	"fmt"
	"math"

	"warraq/content"
	"warraq/content/stand"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/lines"
	"warraq/layout/vlist"
)

// Measures of a picture that text runs beside.
const (
	wrapPart     = 0.4  // of the column, how wide one is that asks for no width
	wrapGap      = 1.2  // between it and the text, in type sizes
	wrapAir      = 0.4  // between its foot and letters below it, in leadings, at least
	letterPart   = 0.75 // of a type size, how high letters stand
	leastWrap    = 8.0  // the least measure beside it, in type sizes
	wrapTall     = 0.6  // of the type area, at most
	mostTall     = 0.8  // with its caption
	leastCaption = 6.0  // the least measure of that, in type sizes
	mostWrap     = 40   // paragraphs that are looked at
)

// Wraps tells a figure that the text behind it runs beside.
func Wraps(b content.Block) bool {
	_, figure := b.(*content.Figure)
	return figure && (b.At().Has(stand.WrapStartClass) || b.At().Has(stand.WrapEndClass))
}

// Wrapping counts the blocks behind block k, a picture, that may stand beside it: the paragraphs up to
// the first block that is none, with their notes in the margin.
func Wrapping(blocks []content.Block, k int) int {
	if !Wraps(blocks[k]) {
		return 0
	}
	n := 0
	for _, b := range blocks[k+1 : min(len(blocks), k+1+mostWrap)] {
		if p, ok := b.(*content.Paragraph); !IsSide(b) && (!ok || content.Pictures(p.Inlines) != nil || content.Leaders(p.Inlines) != nil) {
			break
		}
		n++
	}
	if n > 0 && IsSide(blocks[k+1]) {
		return 0
	}
	return n
}

// Wrapped sets a picture and the blocks that may stand beside it, each in a column of its own: the rows of
// each. The picture hangs on the first row of the text, and has no row of its own; where there is no room beside
// it, it is set as any other.
func (s *Setter) Wrapped(blocks []content.Block, cols []lines.Column) [][]vlist.Row {
	f := blocks[0].(*content.Figure)
	picture, h, beside := s.besidePicture(f, cols[0])
	if picture.Items == nil {
		rows := make([][]vlist.Row, len(blocks))
		for i, b := range blocks {
			rows[i] = s.Block(b, cols[i])
		}
		return rows
	}
	rows, first, last, y := s.aroundPicture(blocks, cols, beside, h)
	if last == 0 {
		rows[0] = s.Block(f, cols[0])
		return rows
	}
	rows[last][len(rows[last])-1].Height += max(0, h-y) // beside which no text stands
	r := &rows[first][0]
	r.Items = append(picture.Items, r.Items...)
	r.Notes = append(picture.Notes, r.Notes...)
	r.Starts = append(append(picture.Starts, f.ID), r.Starts...)
	return rows
}

// aroundPicture sets the blocks behind a picture of a height, as far as they stand beside it in shorter lines. It
// tells which of them is the first that does and which the last, 0 for none, and where that ends.
func (s *Setter) aroundPicture(blocks []content.Block, cols []lines.Column, beside lines.Beside, height float64) (rows [][]vlist.Row, first, last int, y float64) {
	rows = make([][]vlist.Row, len(blocks))
	leading := cols[0].Leading
	for i, b := range blocks[1:] {
		col := cols[i+1]
		n := max(0, int(math.Ceil((height-y)/leading-0.01))) // lines that stand beside it behind what ends at y
		if IsSide(b) || n == 0 {
			rows[i+1] = s.Block(b, col)
			continue
		}
		beside.Lines = n
		col.Beside = beside
		set := s.Block(b, col)
		for k := range set[:min(n, len(set))] {
			if last > 0 || k > 0 {
				set[k].Penalty = vlist.Infinite
			}
		}
		if len(set) == 0 {
			continue
		}
		y += vlist.Height(set)
		if last > 0 {
			y += s.between(blocks[last], b, col)
		} else {
			first = i + 1
		}
		rows[i+1], last = set, i+1
	}
	return rows, first, last, y
}

// besidePicture is a figure, from the top of the first line beside it, how far down text stands beside it, and
// on which side; without an item where it cannot be had, or leaves no room.
func (s *Setter) besidePicture(f *content.Figure, col lines.Column) (r vlist.Row, height float64, at lines.Beside) {
	p := s.Picture(f.Src, f.Pos)
	if p == nil {
		return r, 0, at
	}
	width := f.Length("width").Of(col.Width)
	if width == 0 {
		width = wrapPart * col.Width
	}
	width = min(width, wrapTall*s.Style.Height()/p.Ratio())
	room := width // a narrow one has a wider caption
	if len(f.Caption) > 0 {
		room = max(width, leastCaption*col.Size)
	}
	at.By = room + wrapGap*col.Size
	at.Left = f.Has(stand.WrapStartClass) == col.LTR
	own := col
	if own.Width = room; !at.Left {
		own.Left += col.Width - room
	}
	caption := s.figureCaption(f, own.Attributed(&f.Attr), "")
	if col.Width-at.By < leastWrap*col.Size || width*p.Ratio()+vlist.Height(caption) > mostTall*s.Style.Height() {
		s.Warnings = append(s.Warnings, content.Problem{Pos: f.Pos, What: fmt.Sprintf("image %s leaves no room for text beside it", f.Src),
			Hint: "give it less of the width, such as {width=40%}"})
		return r, 0, at
	}
	s.WarnCoarse(p, f.Src, f.Pos, width, true)
	s.WarnOmitted(p, f.Src, f.Pos)
	top := format.Baseline(col.Leading) - vlist.CapPart*col.Size // as high as the letters beside it
	y := top + width*p.Ratio()
	r.Items = []display.Item{&display.Image{Rect: display.Rect{X: own.Left + (room-width)/2, Y: top, W: width, H: width * p.Ratio()}, Asset: f.Src, Alt: f.Alt, Elem: f.ID}}
	if len(caption) > 0 {
		y += captionGap * s.Style.SmallLeading
		whole := vlist.Stacked(caption, 0)
		for _, it := range whole.Items {
			r.Items = append(r.Items, display.Moved(it, 0, y))
		}
		y += whole.Height - captionGap*s.Style.SmallLeading/2 // their last line has some below it
		r.Notes, r.Starts = whole.Notes, whole.Starts
	}
	return r, y + wrapAir*col.Leading - (format.Baseline(col.Leading) - letterPart*col.Size), at
}
