package pdf

import "slices"

func (s *show) prefix(g gap) {
	s.codes = slices.Insert(s.codes, 0, 0)
	s.gaps = slices.Insert(s.gaps, 0, g)
	for _, spaces := range [][]int{s.vowels, s.letters} {
		for i := range spaces {
			spaces[i]++
		}
	}
	for i := range s.cuts {
		s.cuts[i].code++
		s.cuts[i].gap++
	}
}

func (s *show) add(g gap) {
	s.codes = append(s.codes, 0)
	s.gaps = append(s.gaps, g)
}

// goBack moves the pen back over a space that is drawn before the codes.
func (s *show) goBack(units uint16) {
	if n := len(s.steps) - 1; s.back == 0 && n >= 0 && s.steps[n] == units {
		s.steps = s.steps[:n]
		return
	}
	s.back += int(units)
}

// gap is a code without ink: a space of so many font units, or a mark of
// direction.
type gap struct {
	kind  kind
	units uint16
}

type kind uint8

const (
	plain    kind = iota // a space
	jointRTL             // a space that pdf.js cannot overlook
	jointLTR
	// leaning is a space without a width, which the code before it has (see
	// encoder.lean). Two spaces are a letter to poppler, which goes by gaps and would
	// find none.
	leaning
	markRTL // a mark of direction, which pdf.js overlooks
	markLTR
)

func (k kind) mark() bool { return k >= markRTL }

// jointOf is the joint of a direction.
func jointOf(rtl bool) kind {
	if rtl {
		return jointRTL
	}
	return jointLTR
}

// text is what a gap stands for.
func (k kind) text() string {
	return [...]string{plain: " ", jointRTL: rlm + " ", jointLTR: lrm + " ", leaning: "  ", markRTL: rlm, markLTR: lrm}[k]
}
