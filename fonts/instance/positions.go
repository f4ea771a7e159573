package instance

import (
	"encoding/binary"
	"math/bits"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// settler settles the numbers of a table GPOS that vary with the axes at one place of
// them (OpenType 1.9, "GPOS", "OpenType Font Variations Common Table Formats").
type settler struct {
	b      []byte
	store  tables.ItemVarStore
	at     []tables.Coord
	seen   map[int]bool // records and anchors that are settled: several may lead to one
	failed bool
	steps  int // that a damaged table may still take
}

// settleGPOS gives the table with its numbers as they are there.
func settleGPOS(gpos []byte, store tables.ItemVarStore, at []tables.Coord) ([]byte, error) {
	s := &settler{b: append([]byte(nil), gpos...), store: store, at: at, seen: map[int]bool{}, steps: 20_000_000}
	if len(gpos) < 10 {
		return gpos, nil
	}
	list := s.word(8)
	for i := range s.word(list) {
		lookup := list + s.word(list+2+2*i)
		kind := s.word(lookup)
		for k := range s.word(lookup + 4) {
			s.subtable(kind, lookup+s.word(lookup+6+2*k))
		}
	}
	if s.failed {
		return nil, sfnt.ErrDamaged
	}
	return s.b, nil
}

// word is a 16-bit number, 0 beyond the end, which is noted.
func (s *settler) word(at int) int {
	if s.steps--; s.steps < 0 || at < 0 || at+2 > len(s.b) {
		s.failed = true
		return 0
	}
	return int(binary.BigEndian.Uint16(s.b[at:]))
}

// subtable settles one of a lookup of a kind.
func (s *settler) subtable(kind, at int) {
	if s.seen[-at-1] || s.failed {
		return
	}
	s.seen[-at-1] = true
	switch kind {
	case 1:
		s.singles(at)
	case 2:
		s.pairs(at)
	case 3:
		for i := range s.word(at + 4) {
			s.anchor(at, at+6+4*i)
			s.anchor(at, at+8+4*i)
		}
	case 4, 6:
		classes := s.word(at + 6)
		s.marks(at + s.word(at+8))
		s.attachments(at+s.word(at+10), classes)
	case 5:
		classes, ligatures := s.word(at+6), at+s.word(at+10)
		s.marks(at + s.word(at+8))
		for i := range s.word(ligatures) {
			s.attachments(ligatures+s.word(ligatures+2+2*i), classes)
		}
	case 9:
		s.subtable(s.word(at+2), at+s.word(at+4)<<16+s.word(at+6))
	}
}

func (s *settler) singles(at int) {
	format := s.word(at + 4)
	n, records := 1, at+6
	if s.word(at) == 2 {
		n, records = s.word(at+6), at+8
	}
	for i := range n {
		s.value(at, records+i*size(format), format)
	}
}

func (s *settler) pairs(at int) {
	one, two := s.word(at+4), s.word(at+6)
	switch s.word(at) {
	case 1:
		for i := range s.word(at + 8) {
			set := at + s.word(at+10+2*i)
			record := 2 + size(one) + size(two)
			for k := range s.word(set) {
				first := set + 2 + k*record + 2
				s.value(set, first, one)
				s.value(set, first+size(one), two)
			}
		}
	case 2:
		n := s.word(at+12) * s.word(at+14)
		for i := range n {
			if s.failed {
				return
			}
			first := at + 16 + i*(size(one)+size(two))
			s.value(at, first, one)
			s.value(at, first+size(one), two)
		}
	}
}

// marks settles the anchors of a mark array.
func (s *settler) marks(at int) {
	for i := range s.word(at) {
		s.anchor(at, at+4+4*i)
	}
}

// attachments settles the anchors of an array of rows, one a class.
func (s *settler) attachments(at, classes int) {
	for i := range s.word(at) * classes {
		if s.failed {
			return
		}
		s.anchor(at, at+2+2*i)
	}
}

// size is how long a value record of a format is.
func size(format int) int { return 2 * bits.OnesCount8(uint8(format)) }

// value settles a value record, whose devices are counted from parent.
func (s *settler) value(parent, at, format int) {
	if format&0xF0 == 0 || s.seen[at] {
		return
	}
	s.seen[at] = true
	field := func(bit int) int { return at + 2*bits.OnesCount8(uint8(format)&(1<<bit-1)) }
	for bit := range 4 {
		if format>>(bit+4)&1 == 0 {
			continue
		}
		device := field(bit + 4)
		delta := s.delta(parent, device)
		if format>>bit&1 != 0 {
			s.add(field(bit), delta)
		} else if delta != 0 { // a number that is 0 at the usual place, and so is not there
			s.failed = true
		}
	}
}

// anchor settles the one that a word leads to.
func (s *settler) anchor(parent, from int) {
	offset := s.word(from)
	at := parent + offset
	if offset == 0 || s.seen[at] || s.word(at) != 3 {
		return
	}
	s.seen[at] = true
	for i := range 2 {
		s.add(at+2+2*i, s.delta(at, at+6+2*i))
	}
}

// delta is what a device table adds; what leads to it is taken away.
func (s *settler) delta(parent, from int) int {
	offset := s.word(from)
	if offset == 0 {
		return 0
	}
	device := parent + offset
	const varies = 0x8000
	if s.word(device+4) != varies {
		return 0
	}
	index := tables.VariationStoreIndex{DeltaSetOuter: uint16(s.word(device)), DeltaSetInner: uint16(s.word(device + 2))}
	if s.failed {
		return 0
	}
	binary.BigEndian.PutUint16(s.b[from:], 0)
	return whole(float64(s.store.GetDelta(index, s.at)))
}

func (s *settler) add(at, delta int) {
	if v := s.word(at); !s.failed && delta != 0 {
		binary.BigEndian.PutUint16(s.b[at:], uint16(v+delta))
	}
}
