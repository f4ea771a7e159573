package pdf

import (
	"fmt"

	"warraq/content"
)

// mark is an entry of the outline: a chapter or a heading, and what stands
// under it.
type mark struct {
	title string
	id    content.ID
	level int
	ref   ref
	under []*mark
}

// outline lists chapters and headings for a viewer's side pane
// (ISO 32000-1 12.3.3).
func outline(j *job) error {
	top := &mark{level: 0}
	for _, c := range j.doc.Chapters {
		trail := []*mark{top, top.add(c.Title, c.ID, 1)}
		for _, b := range c.Blocks {
			h, ok := b.(*content.Heading)
			if !ok {
				continue
			}
			for trail[len(trail)-1].level >= h.Level {
				trail = trail[:len(trail)-1]
			}
			trail = append(trail, trail[len(trail)-1].add(h.Inlines, h.ID, h.Level))
		}
	}
	if len(top.under) == 0 {
		return nil
	}
	top.reserve(j)
	j.outline = top.ref
	j.put(top.ref, fmt.Sprintf("<</Type/Outlines/First %s/Last %s/Count %d>>",
		top.under[0].ref, top.under[len(top.under)-1].ref, len(top.under)))
	return j.putMarks(top)
}

func (m *mark) add(title []content.Inline, id content.ID, level int) *mark {
	child := &mark{title: content.PlainText(title), id: id, level: level}
	m.under = append(m.under, child)
	return child
}

func (m *mark) reserve(j *job) {
	m.ref = j.reserve()
	for _, child := range m.under {
		child.reserve(j)
	}
}

// putMarks writes the entries under one. Chapters are open, their sections
// closed: a negative count.
func (j *job) putMarks(parent *mark) error {
	for i, m := range parent.under {
		spot, ok := j.book.Spots[m.id]
		if !ok {
			return fmt.Errorf("%q stands on no page", m.title)
		}
		body := fmt.Sprintf("<</Title%s/Parent %s/Dest%s", text(m.title), parent.ref, j.destination(spot))
		if i > 0 {
			body += "/Prev " + parent.under[i-1].ref.String()
		}
		if i+1 < len(parent.under) {
			body += "/Next " + parent.under[i+1].ref.String()
		}
		if n := len(m.under); n > 0 {
			body += fmt.Sprintf("/First %s/Last %s/Count %d", m.under[0].ref, m.under[n-1].ref, -n)
		}
		j.put(m.ref, body+">>")
		if err := j.putMarks(m); err != nil {
			return err
		}
	}
	return nil
}
