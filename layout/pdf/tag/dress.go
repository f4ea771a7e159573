package tag

import (
	"fmt"

	"warraq/content/dress"
	"warraq/layout/format"
	"warraq/layout/paragraph"
	"warraq/layout/pdf/cos"
	"warraq/layout/pdf/spell"
)

// What dresses text is told by the attributes of a Span around it (ISO 32000-1
// 14.8.5.4); the lines and tints themselves are artifacts. Of small capitals
// there is nothing to tell: their text is as it was written.

// dressIn is the innermost of the spans that tell of a dress within an element.
func (e *Element) dressIn(tag *spell.Inline, design *format.Design) *Element {
	for _, d := range []struct {
		dress.Dress
		attribute string
	}{
		{dress.Highlighted, backgroundOf(design.Highlight)},
		{dress.Underlined, "/TextDecorationType/Underline"},
		{dress.Struck, "/TextDecorationType/LineThrough"},
		{dress.Superior | dress.Inferior, "/BaselineShift " + cos.Num(tag.Shift)},
	} {
		worn := tag.Dress & d.Dress
		if worn == 0 {
			continue
		}
		e = e.spanIn("", nil, "<</O/Layout"+d.attribute+">>")
		e.script = worn & (dress.Superior | dress.Inferior)
	}
	return e
}

func backgroundOf(c paragraph.Color) string {
	part := func(v uint8) string { return cos.Num(float64(v) / 255) }
	return fmt.Sprintf("/BackgroundColor[%s %s %s]", part(c.R), part(c.G), part(c.B))
}

// position is what PDF 2.0 has to say of superior and inferior text beside its
// shift (ISO 32000-2 14.8.5.4).
func (e *Element) position() string {
	if e.script == dress.Superior {
		return "<</O/Layout/TextPosition/Sup>>"
	}
	return "<</O/Layout/TextPosition/Sub>>"
}
