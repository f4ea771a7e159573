package bidi

import (
	"slices"
	"sort"
)

// run is a level run (BD7): the runes start to end, but for those that X9 removes, which it neither begins
// nor ends with, and their explicit level.
type run struct {
	start, end int32
	level      Level
}

// sequence is an isolating run sequence (BD13), closed up as if X9's runes were gone.
type sequence struct {
	level    Level
	sos, eos class   // classL or classR
	at       []int32 // its runes, as indices into the paragraph
	types    []class // of the same length, as W1–N2 change them
	openers  []opener
	pairs    []pair
}

// direction is the embedding direction of the sequence as a class.
func (s *sequence) direction() class { return directionOf(s.level) }

func directionOf(l Level) class {
	if l.RightToLeft() {
		return classR
	}
	return classL
}

// levelRuns finds the level runs (X10, BD7).
func (p *Paragraph) levelRuns() {
	p.runs = p.runs[:0]
	if !p.union.meets(setDirectional | setRemoved) {
		p.runs = append(p.runs, run{0, int32(len(p.levels)), p.base})
		return
	}
	for i, c := range p.classes {
		if set(setRemoved).has(c) {
			continue
		}
		if last := len(p.runs) - 1; last >= 0 && p.levels[i] == p.runs[last].level {
			p.runs[last].end = int32(i + 1)
		} else {
			p.runs = append(p.runs, run{int32(i), int32(i + 1), p.levels[i]})
		}
	}
}

// continues reports whether run i goes on with a sequence that an isolate initiator interrupted.
func (p *Paragraph) continues(i int) bool {
	if !p.union.meets(setIsolates) {
		return false
	}
	first := p.runs[i].start
	match := p.matches[first]
	return match >= 0 && match < first
}

// isolatingRunSequence gathers the sequence that begins with run first (X9, X10).
func (p *Paragraph) isolatingRunSequence(first int) {
	s := &p.sequence
	s.level = p.runs[first].level
	s.at, s.types = s.at[:0], s.types[:0]
	last := first
	for {
		p.gather(p.runs[last])
		next, ok := p.resumes(last)
		if !ok {
			break
		}
		last = next
	}
	before, after := p.base, p.base
	if first > 0 {
		before = p.runs[first-1].level
	}
	if last+1 < len(p.runs) && !p.endsUnmatched(last) {
		after = p.runs[last+1].level
	}
	s.sos, s.eos = directionOf(max(before, s.level)), directionOf(max(after, s.level))
}

func (p *Paragraph) gather(r run) {
	s := &p.sequence
	n := len(s.at)
	s.at = slices.Grow(s.at, int(r.end-r.start))[:n+int(r.end-r.start)]
	s.types = slices.Grow(s.types, int(r.end-r.start))[:len(s.at)]
	at, types := s.at, s.types[:len(s.at)]
	for i, c := range p.classes[r.start:r.end] {
		if !set(setRemoved).has(c) {
			at[n], types[n] = r.start+int32(i), c
			n++
		}
	}
	s.at, s.types = at[:n], types[:n]
}

// resumes returns the run with the PDI of the isolate initiator that ends run i.
func (p *Paragraph) resumes(i int) (int, bool) {
	if !p.union.meets(setIsolates) {
		return 0, false
	}
	last := p.runs[i].end - 1
	match := p.matches[last]
	if match <= last || int(match) == len(p.classes) {
		return 0, false
	}
	later := p.runs[i+1:]
	k := sort.Search(len(later), func(k int) bool { return later[k].end > match })
	return i + 1 + k, true
}

// endsUnmatched reports whether run i ends with an isolate initiator that has no PDI.
func (p *Paragraph) endsUnmatched(i int) bool {
	return p.union.meets(setIsolates) && int(p.matches[p.runs[i].end-1]) == len(p.classes)
}

// implicit raises levels by the resolved types (I1, I2).
func (p *Paragraph) implicit() {
	s := &p.sequence
	var raise [8]Level // by type, of which L, R, EN and AN remain
	if s.level.RightToLeft() {
		raise = [8]Level{classL: 1, classEN: 1, classAN: 1}
	} else {
		raise = [8]Level{classR: 1, classEN: 2, classAN: 2}
	}
	types := s.types[:len(s.at)]
	for k, i := range s.at {
		p.levels[i] = s.level + raise[types[k]&7]
	}
}

// fillRemoved gives what X9 removes the level of the rune before it.
func (p *Paragraph) fillRemoved() {
	if !p.union.meets(setRemoved) {
		return
	}
	level := p.base
	for i, c := range p.classes {
		if set(setRemoved).has(c) {
			p.levels[i] = level
		}
		level = p.levels[i]
	}
}
