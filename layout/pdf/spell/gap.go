package spell

import "slices"

func (s *Show) prefix(g Gap) {
	s.Codes = slices.Insert(s.Codes, 0, 0)
	s.Gaps = slices.Insert(s.Gaps, 0, g)
	if s.spacing != nil {
		for _, gaps := range [][]int{s.spacing.vowels, s.spacing.letters} {
			for i := range gaps {
				gaps[i]++
			}
		}
	}
	for i := range s.Cuts {
		s.Cuts[i].Code++
		s.Cuts[i].Gap++
	}
}

func (s *Show) add(g Gap) {
	s.Codes = append(s.Codes, 0)
	s.Gaps = append(s.Gaps, g)
}

// goBack moves the pen back over a space that is drawn before the codes.
func (s *Show) goBack(units uint16) {
	if n := len(s.Steps) - 1; s.Back == 0 && n >= 0 && s.Steps[n] == units {
		s.Steps = s.Steps[:n]
		return
	}
	s.Back += int(units)
}

// Gap is a code without ink: a space of so many font units, or a mark of
// direction.
type Gap struct {
	Kind  Kind
	Units uint16
}

type Kind uint8

const (
	Plain    Kind = iota // a space
	jointRTL             // a space that pdf.js cannot overlook
	jointLTR
	// leaning is a space without a width, which the code before it has (see
	// encoder.lean). Two spaces are a letter to poppler, which goes by gaps and would
	// find none.
	leaning
	markRTL // a mark of direction, which pdf.js overlooks
	markLTR
)

// Mark tells a mark of direction from a space.
func (k Kind) Mark() bool { return k >= markRTL }

// jointOf is the joint of a direction.
func jointOf(rtl bool) Kind {
	if rtl {
		return jointRTL
	}
	return jointLTR
}

// text is what a gap stands for.
func (k Kind) text() string {
	return [...]string{Plain: " ", jointRTL: rlm + " ", jointLTR: lrm + " ", leaning: "  ", markRTL: rlm, markLTR: lrm}[k]
}
