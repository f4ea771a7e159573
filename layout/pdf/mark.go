package pdf

import (
	"bytes"
	"fmt"

	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// A page's marked content is flat: every stretch ends before the next begins
// (nested ones are cut short by readers), and everything drawn is in one. gopdf
// knows nothing of it. It is given a dash pattern that no line has, the number
// of the stretch its phase; setTags writes the operators in its place.

// tagDash is the dash pattern that stands for the beginning of a stretch.
const tagDash = "[0.00] "

// tag opens the stretch to which what is drawn next belongs, unless it is open, and
// ends the dummy before.
func (d *drafter) tag() {
	if d.tags.Begins(d.drawn) {
		d.SetCustomLineType([]float64{0}, float64(d.tags.Drawn[d.drawn]))
	}
	d.drawn++
	d.open = false
}

// tagWithin leaves the stretch to which the next show belongs to setDummies.
func (d *drafter) tagWithin() {
	if d.tags.Begins(d.drawn) {
		d.page.within = append(d.page.within, int(d.tags.Drawn[d.drawn]))
	}
	d.drawn++
}

// setTags appends a page's draft, what tag left in it replaced by the operators of
// marked content (ISO 32000-1 14.6), but for the stretches within dummies. A draft that has
// not exactly the others of the page in their order is an error. The last ends with
// the page.
func setTags(out, draft []byte, p *tag.Page, within []int) ([]byte, error) {
	if len(p.Sequences) == 0 {
		return append(out, draft...), nil
	}
	var dash []byte
	for n := 0; n < len(p.Sequences); n = next(p, n) {
		if len(within) > 0 && within[0] == n {
			within = within[1:]
			continue
		}
		dash = fmt.Appendf(dash[:0], "%s%d.00 d\n", tagDash, n)
		at := bytes.Index(draft, []byte(tagDash))
		if at < 0 || !bytes.HasPrefix(draft[at:], dash) {
			return nil, fmt.Errorf("draft has not the mark of stretch %d where it belongs", n)
		}
		out = append(out, draft[:at]...)
		draft = draft[at+len(dash):]
		out = appendTag(out, p, n)
	}
	if len(within) > 0 {
		return nil, fmt.Errorf("stretch %d is not one of the page's", within[0])
	}
	if bytes.Contains(draft, []byte(tagDash)) {
		return nil, fmt.Errorf("draft has more than its %d stretches", len(p.Sequences))
	}
	return appendTag(append(out, draft...), p, len(p.Sequences)), nil
}

// appendTag ends the stretch before one, and begins that one.
func appendTag(out []byte, p *tag.Page, n int) []byte {
	if n > 0 && !p.Sequences[n-1].Inner {
		out = append(out, "EMC\n"...)
	}
	if n < len(p.Sequences) && !p.Sequences[n].Inner {
		out = p.Sequences[n].AppendTo(out)
	}
	return out
}

// next is the stretch behind one, and behind the others of its show.
func next(p *tag.Page, n int) int { return n + max(1, p.Sequences[n].Parts) }

// appendCut writes the codes of a show, which stand where its dummy stood. Where
// it is cut, each part is a stretch of its own; the next goes on where it ends,
// so that the ink is that of the whole.
func (w *writer) appendCut(out []byte, s *spell.Show, p *tag.Page) []byte {
	if w.redraw != nil {
		return w.redraw(w, out, s, p)
	}
	if len(s.Cuts) < 2 {
		return append(w.appendShow(append(out, '['), s), "] TJ\n"...)
	}
	for i := range s.Cuts {
		from, to := s.Cuts[i], spell.Cut{Code: len(s.Codes), Gap: len(s.Gaps)}
		part := spell.Show{Font: s.Font}
		if i == 0 {
			from.Code, from.Gap, part.Steps, part.Back = 0, 0, s.Steps, s.Back
		}
		if i+1 < len(s.Cuts) {
			to = s.Cuts[i+1]
		} else {
			part.After = s.After
		}
		part.Codes, part.Gaps = s.Codes[from.Code:to.Code], s.Gaps[from.Gap:to.Gap]
		out = append(p.Sequences[from.Sequence].AppendTo(out), '[')
		out = append(w.appendShow(out, &part), "] TJ\nEMC\n"...)
	}
	return out
}
