package pdf

import (
	"bytes"
	"fmt"
	"warraq/layout/pdf/spell"
)

// A page's marked content is flat: every stretch ends before the next begins
// (nested ones are cut short by readers), and everything drawn is in one. gopdf
// knows nothing of it. It is given a dash pattern that no line has, the number
// of the stretch its phase; mark writes the operators in its place.

// tagDash is the dash pattern that stands for the beginning of a stretch.
const tagDash = "[0.00] "

// tag opens the stretch to which what is drawn next belongs, unless it is open.
func (d *drafter) tag() {
	run := d.tags.drawn[d.drawn]
	if d.drawn == 0 || run != d.tags.drawn[d.drawn-1] {
		d.SetCustomLineType([]float64{0}, float64(run))
	}
	d.drawn++
}

// close ends the last stretch of a page.
func (d *drafter) close() {
	if d.drawn > 0 {
		d.SetCustomLineType([]float64{0}, float64(len(d.tags.sequences)))
	}
}

// mark replaces what tag left in a page's draft by the operators of marked
// content (ISO 32000-1 14.6). A draft that has not exactly the stretches of the
// page in their order is an error.
func (p *pageTags) mark(draft []byte) ([]byte, error) {
	if len(p.sequences) == 0 {
		return draft, nil
	}
	out := make([]byte, 0, len(draft)+32*len(p.sequences))
	for n := 0; n <= len(p.sequences); n = p.next(n) {
		dash := fmt.Appendf(nil, "%s%d.00 d\n", tagDash, n)
		at := bytes.Index(draft, []byte(tagDash))
		if at < 0 || !bytes.HasPrefix(draft[at:], dash) {
			return nil, fmt.Errorf("draft has not the mark of stretch %d where it belongs", n)
		}
		out = append(out, draft[:at]...)
		draft = draft[at+len(dash):]
		if n > 0 && !p.sequences[n-1].inner {
			out = append(out, "EMC\n"...)
		}
		if n < len(p.sequences) && !p.sequences[n].inner {
			out = p.sequences[n].appendTo(out)
		}
	}
	if bytes.Contains(draft, []byte(tagDash)) {
		return nil, fmt.Errorf("draft has more than its %d stretches", len(p.sequences))
	}
	return append(out, draft...), nil
}

// next is the stretch behind one, and behind the others of its show.
func (p *pageTags) next(n int) int {
	if n == len(p.sequences) || p.sequences[n].parts == 0 {
		return n + 1
	}
	return n + p.sequences[n].parts
}

// appendTo writes the operator that begins a stretch.
func (s *sequence) appendTo(out []byte) []byte {
	if s.elem == nil {
		return fmt.Appendf(out, "/Artifact %s BDC\n", s.artifact)
	}
	return fmt.Appendf(out, "/%s <</MCID %d>> BDC\n", s.elem.tag, s.mcid)
}

// appendCut writes the codes of a show, which stand where its slug stood. Where
// it is cut, each part is a stretch of its own; the next goes on where it ends,
// so that the ink is that of the whole.
func (w *writer) appendCut(out []byte, s *spell.Show, p *pageTags) []byte {
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
		out = append(p.sequences[from.Sequence].appendTo(out), '[')
		out = append(w.appendShow(out, &part), "] TJ\nEMC\n"...)
	}
	return out
}
