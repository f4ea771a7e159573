package isolate

import "slices"

// Controls of UAX #9 2.1 and 2.4.
const (
	LRM = '\u200E'
	RLM = '\u200F'
	PDF = '\u202C'
	LRO = '\u202D'
	LRI = '\u2066'
	RLI = '\u2067'
	FSI = '\u2068'
	PDI = '\u2069'
)

// Marked is the stretch with what makes UAX #9 read it as it should be, for a
// text that others resolve; ltr is the direction of the paragraph, or of the
// isolate that the stretch stands in. It holds isolates (LRI, or FSI for what
// has no letter, to PDI), in one of which there may be an override (LRO to PDF),
// and marks (LRM, RLM), but no mark within a number or a Latin address, so that
// both can be found and copied as they are.
func (s Stretch) Marked(text []rune, ltr bool) []rune {
	before, after := s.Edges(text, ltr)
	return slices.Concat(before, s.parted(text[s.From:s.To]), after)
}

// Edges are the controls before and behind the stretch, of those of Marked.
func (s Stretch) Edges(text []rune, ltr bool) (before, after []rune) {
	inside := text[s.From:s.To]
	arabic := slices.ContainsFunc(inside, isArabicDigit)
	switch {
	case s.Parts && s.Latin:
		return nil, []rune{LRM}
	case s.Parts:
		return nil, []rune{RLM}
	case s.Dash && s.Latin:
		return []rune{LRM}, []rune{LRM}
	case s.Dash && !isDash(inside[0]): // a sign
		return []rune{FSI}, []rune{PDI}
	case s.Dash && inside[0] == '-' && isEuropean(text[s.From-1]) && isEuropean(text[s.To]):
		// UAX #9 W4 would make one number of two
		return []rune{FSI}, []rune{PDI}
	case s.Dash:
		return nil, nil
	case s.Back && !arabic:
		return []rune{LRM}, nil
	case s.Latin && !s.Mixed && !arabic:
		return continued(inside, ltr)
	}
	before, after = []rune{LRI}, []rune{PDI}
	if s.Number && arabic { // UAX #9 N1 turns groups of them about everywhere
		before, after = []rune{LRI, LRO}, []rune{PDF, PDI}
	}
	side := rune(0)
	switch {
	case s.Latin: // the phrase goes on, which an isolate by itself does not say
		side = LRM
	case ltr:
		side = RLM
	default:
		return before, after
	}
	return append([]rune{side}, before...), append(after, side)
}

// continued is what stands beside a part of a Latin phrase. Its letters and
// digits are so by themselves (UAX #9 W7), its edges only where they are letters
// or digits.
func continued(inside []rune, ltr bool) (before, after []rune) {
	if ltr {
		return nil, nil
	}
	if !isLatin(inside[0]) && !IsDigit(inside[0]) {
		before = []rune{LRM}
	}
	if last := inside[len(inside)-1]; !isLatin(last) && !IsDigit(last) {
		after = []rune{LRM}
	}
	return before, after
}

// parted isolates the parts of an address that have Arabic in them.
func (s Stretch) parted(inside []rune) []rune {
	if !s.Mixed {
		return inside
	}
	var out []rune
	for from := 0; from < len(inside); {
		to := from
		for to < len(inside) && !Divides(inside[to]) {
			to++
		}
		if slices.ContainsFunc(inside[from:to], isRightToLeft) {
			out = append(append(append(out, LRI), inside[from:to]...), PDI)
		} else {
			out = append(out, inside[from:to]...)
		}
		if to < len(inside) {
			out = append(out, inside[to])
		}
		from = to + 1
	}
	return out
}

// Parted are the controls before and behind rune i of text, which is in the
// stretch, where a part of an address with Arabic in it begins or ends there.
func (s Stretch) Parted(text []rune, i int) (opens, closes string) {
	if !s.Mixed || Divides(text[i]) {
		return "", ""
	}
	first := i == s.From || Divides(text[i-1])
	last := i+1 == s.To || Divides(text[i+1])
	if !first && !last {
		return "", ""
	}
	from, to := i, i+1
	for from > s.From && !Divides(text[from-1]) {
		from--
	}
	for to < s.To && !Divides(text[to]) {
		to++
	}
	if !slices.ContainsFunc(text[from:to], isRightToLeft) {
		return "", ""
	}
	if first {
		opens = string(LRI)
	}
	if last {
		closes = string(PDI)
	}
	return opens, closes
}

func isArabicDigit(r rune) bool { return IsDigit(r) && !isEuropean(r) }
