package blocks

import (
	"strings"
	"unicode/utf8"

	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/vlist"
)

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
