package pdf

import (
	"fmt"
	"strings"

	"warraq/content"
	"warraq/content/direct"
	"warraq/content/locale"
	"warraq/layout/pdf/cos"
)

// mark is an item of the outline, and what stands under it.
type mark struct {
	of    *content.Outline
	title string
	ref   cos.Ref
	under []*mark
}

// outline lists parts, chapters and headings for a viewer's side pane
// (ISO 32000-1 12.3.3).
func outline(j *job) error {
	top := &mark{under: marksOf(content.OutlineOf(j.doc))}
	if len(top.under) == 0 {
		return nil
	}
	top.reserve(j)
	j.outline = top.ref
	j.Put(top.ref, fmt.Sprintf("<</Type/Outlines/First %s/Last %s/Count %d>>",
		top.under[0].ref, top.under[len(top.under)-1].ref, top.visible()))
	return j.putMarks(top)
}

func marksOf(outline []*content.Outline) []*mark {
	marks := make([]*mark, len(outline))
	for i, o := range outline {
		marks[i] = &mark{of: o, title: content.PlainText(o.Title), under: marksOf(o.Under)}
		if o.Heading == nil {
			marks[i].title = besideLabel(marks[i].title, o.Chapter)
		}
	}
	return marks
}

// besideLabel puts marks around the title of a chapter that runs the other way
// than its label: viewers that set an entry as one paragraph would put a sign at
// either end of it at the wrong one (UAX #9 2.6).
func besideLabel(whole string, c *content.Chapter) string {
	title := content.PlainText(c.Title)
	label, dir := strings.TrimSuffix(whole, title), direct.Turned(c.Title)
	mark := "\u200e"
	switch {
	case label == "" || dir == locale.Auto:
		return whole
	case dir == locale.RTL:
		mark = "\u200f"
	}
	return label + mark + title + mark
}

// visible counts the entries under one that a viewer shows when it is open.
func (m *mark) visible() int {
	n := len(m.under)
	for _, child := range m.under {
		if child.of.IsPart() {
			n += child.visible()
		}
	}
	return n
}

func (m *mark) reserve(j *job) {
	m.ref = j.Reserve()
	for _, child := range m.under {
		child.reserve(j)
	}
}

// putMarks writes the entries under one. Parts are open, the sections of
// chapters closed: a negative count.
func (j *job) putMarks(parent *mark) error {
	var room [512]byte
	for i, m := range parent.under {
		spot, ok := j.book.Spots[m.of.Place().ID]
		if !ok {
			return fmt.Errorf("%q stands on no page", m.title)
		}
		body := cos.AppendText(append(room[:0], "<</Title"...), m.title)
		body = parent.ref.AppendTo(append(body, "/Parent "...))
		body = append(body, j.dialect.lead(j, m.of.Place().ID, spot)...)
		if i > 0 {
			body = parent.under[i-1].ref.AppendTo(append(body, "/Prev "...))
		}
		if i+1 < len(parent.under) {
			body = parent.under[i+1].ref.AppendTo(append(body, "/Next "...))
		}
		if n := len(m.under); n > 0 {
			count := -n
			if m.of.IsPart() {
				count = m.visible()
			}
			body = fmt.Appendf(body, "/First %s/Last %s/Count %d", m.under[0].ref, m.under[n-1].ref, count)
		}
		j.Put(m.ref, string(append(body, ">>"...)))
		if err := j.putMarks(m); err != nil {
			return err
		}
	}
	return nil
}
