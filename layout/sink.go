package layout

import (
	"slices"

	"warraq/content"
	"warraq/content/roles"
	"warraq/content/stand"
	"warraq/layout/galley"
	"warraq/layout/opening"
	"warraq/layout/vlist"
)

// leastSink is how many lines of its sink a title keeps that rises.
const leastSink = 1

// rise lifts the titles of chapters that begin with a box, where one of them has no
// room for its box on the page but would have some with less of its sink: a summary
// stands whole below its title. All of them rise alike, by whole lines.
func (l *layout) rise() {
	most := 0.0
	var boxed []*section
	for i := range l.sections {
		if sec := &l.sections[i]; l.beginsBoxed(sec) {
			boxed, most = append(boxed, sec), max(most, l.riseFor(sec))
		}
	}
	for _, sec := range boxed {
		sec.rise = most
	}
}

// beginsBoxed tells a chapter whose title is sunk and has a box right below it.
func (l *layout) beginsBoxed(sec *section) bool {
	opener := sec.opener.rows
	if !isChapter(sec.chapter) || l.Ready[sec.chapter.Get(stand.OpenerKey)] != nil || len(sec.blocks) == 0 || len(opener) == 0 || opener[0].Height < opening.Sink(&l.Style) {
		return false
	}
	box, ok := sec.chapter.Blocks[0].(*content.Div)
	return ok && box.Boxed() != ""
}

// riseFor is by how much the title of a chapter must rise for its box, 0 if it need
// not or if that would not do.
func (l *layout) riseFor(sec *section) float64 {
	g := l.galley(l.rows(&section{chapter: sec.chapter, opener: sec.opener, blocks: sec.blocks[:1]}))
	over := -g.RoomOn(galley.Portion{RowEnd: int32(len(g.Rows)), NoteEnd: int32(len(g.Notes))})
	by := vlist.CeilTo(max(0, over), l.Style.Leading)
	if by > opening.Sink(&l.Style)-leastSink*l.Style.Leading+vlist.Tolerance {
		return 0
	}
	return by
}

// isChapter tells a chapter with an opening of its own from parts and dedications.
func isChapter(c *content.Chapter) bool {
	return c.Role != roles.Part && c.Role != roles.Dedication
}

// risen is the rows of an opening whose title rises.
func risen(rows []vlist.Row, by float64) []vlist.Row {
	if by == 0 || len(rows) == 0 {
		return rows
	}
	first := rows[0]
	first.Items = slices.Clone(first.Items)
	vlist.Drop(&first, -by)
	return append([]vlist.Row{first}, rows[1:]...)
}
