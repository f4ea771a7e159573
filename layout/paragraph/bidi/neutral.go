package bidi

import "slices"

// opener is an opening bracket that waits for its closing one (BD16): the closing bracket it wants and its
// place in the sequence.
type opener struct {
	closing rune
	at      int
}

// pair holds the places of two brackets in the sequence.
type pair struct{ opening, closing int }

// maxOpeners is the room that BD16 gives its stack.
const maxOpeners = 63

// neutral resolves brackets and neutral types (N0–N2).
func (p *Paragraph) neutral() {
	if p.paired {
		p.pair()
		for _, b := range p.sequence.pairs {
			p.bracket(b)
		}
	}
	p.sequence.neutrals()
}

// pair finds the bracket pairs of the sequence, by opening bracket (BD16).
func (p *Paragraph) pair() {
	s := &p.sequence
	s.pairs, s.openers = s.pairs[:0], s.openers[:0]
search:
	for k, i := range s.at {
		if s.types[k] != classON {
			continue
		}
		r := p.text[i]
		switch prop := property(r); {
		case prop&propOpening != 0:
			if len(s.openers) == maxOpeners {
				break search
			}
			closing, _ := Mirror(r)
			s.openers = append(s.openers, opener{canonical(closing), k})
		case prop&propClosing != 0:
			s.close(canonical(r), k)
		}
	}
	slices.SortFunc(s.pairs, func(a, b pair) int { return a.opening - b.opening })
}

// close pairs the closing bracket at k with the nearest opener of its kind and forgets those between.
func (s *sequence) close(r rune, k int) {
	for n := len(s.openers) - 1; n >= 0; n-- {
		if s.openers[n].closing == r {
			s.pairs = append(s.pairs, pair{s.openers[n].at, k})
			s.openers = s.openers[:n]
			return
		}
	}
}

// canonical maps the one bracket that has a canonical equivalent among brackets, U+232A.
func canonical(closing rune) rune {
	if closing == 0x232a {
		return 0x3009
	}
	return closing
}

// bracket resolves a pair by what it holds, or by what stands before it (N0).
func (p *Paragraph) bracket(b pair) {
	s := &p.sequence
	t := s.direction()
	switch s.inside(b) {
	case t: // N0 b
	case classON: // N0 d
		return
	default: // N0 c
		if before := s.strongBefore(b.opening); before != t {
			t = before
		}
	}
	p.setBracket(b.opening, t)
	p.setBracket(b.closing, t)
}

// inside returns the embedding direction if a strong type between the brackets has it, else the other
// direction if any has that, else ON.
func (s *sequence) inside(b pair) class {
	found := classON
	for _, t := range s.types[b.opening+1 : b.closing] {
		switch t = strongOf(t); t {
		case s.direction():
			return t
		case classON:
		default:
			found = t
		}
	}
	return found
}

func (s *sequence) strongBefore(k int) class {
	for k--; k >= 0; k-- {
		if t := strongOf(s.types[k]); t != classON {
			return t
		}
	}
	return s.sos
}

// strongs is by class what strongOf returns.
var strongs = func() (s [32]class) {
	for t := range s {
		s[t] = classON
	}
	s[classL], s[classR], s[classEN], s[classAN] = classL, classR, classR, classR
	return s
}()

// strongOf returns L or R as N0 and N1 see a type, numbers being R; ON if it is neutral.
func strongOf(t class) class {
	return strongs[t&31]
}

// setBracket sets a bracket and the marks on it, which W1 had made neutral with it.
func (p *Paragraph) setBracket(k int, t class) {
	s := &p.sequence
	s.types[k] = t
	for k++; k < len(s.at) && p.classes[s.at[k]] == classNSM; k++ {
		s.types[k] = t
	}
}

// neutrals gives each run of neutrals the direction on both its sides (N1) or that of the embedding (N2).
func (s *sequence) neutrals() {
	before := s.sos
	types := s.types
	for k := 0; k < len(types); k++ {
		if t := strongOf(types[k]); t != classON {
			before = t
			continue
		}
		end := k + 1
		for end < len(types) && strongOf(types[end]) == classON {
			end++
		}
		after := s.eos
		if end < len(types) {
			after = strongOf(types[end])
		}
		t := s.direction()
		if before == after {
			t = before
		}
		for ; k < end; k++ {
			types[k] = t
		}
		k--
	}
}
