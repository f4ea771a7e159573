package instance

import (
	"encoding/binary"

	"warraq/fonts/internal/sfnt"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// settleFeatures gives a table GSUB or GPOS whose features are those that the font has
// at a place of its axes (OpenType 1.9, "FeatureVariations Table"); the table itself
// where they do not vary.
func settleFeatures(b []byte, at []tables.Coord) ([]byte, error) {
	l := &layout{b: b}
	if len(b) < 14 || l.word(2) < 1 || l.long(10) == 0 {
		return b, nil
	}
	other := l.substitutes(l.long(10), at)
	scripts := l.scripts(l.word(4))
	features := l.features(l.word(6), other)
	if l.failed {
		return nil, sfnt.ErrDamaged
	}
	lookups := l.word(8)
	head := sfnt.Words(1, 0, 10, 10+len(scripts), 10+len(scripts)+len(features))
	if 10+len(scripts)+len(features) > 0xFFFF {
		return nil, sfnt.ErrDamaged
	}
	return append(append(append(head, scripts...), features...), b[min(lookups, len(b)):]...), nil
}

// layout reads the lists of a table of layout, and remembers running past the end.
type layout struct {
	b      []byte
	failed bool
}

func (l *layout) word(at int) int {
	if at < 0 || at+2 > len(l.b) {
		l.failed = true
		return 0
	}
	return int(binary.BigEndian.Uint16(l.b[at:]))
}

func (l *layout) long(at int) int { return l.word(at)<<16 | l.word(at+2) }

// slice is n words.
func (l *layout) slice(at, n int) []byte {
	if at < 0 || at+2*n > len(l.b) {
		l.failed = true
		return nil
	}
	return l.b[at : at+2*n]
}

// substitutes are the feature tables that stand for others, by index, where they lie.
func (l *layout) substitutes(variations int, at []tables.Coord) map[int]int {
	for i := range l.long(variations + 4) {
		if l.failed {
			return nil
		}
		record := variations + 8 + 8*i
		if !l.holds(variations, l.long(record), at) {
			continue
		}
		table, other := variations+l.long(record+4), map[int]int{}
		for k := range l.word(table + 4) {
			other[l.word(table+6+6*k)] = table + l.long(table+8+6*k)
		}
		return other
	}
	return nil
}

// holds tells whether all conditions of a set are met.
func (l *layout) holds(variations, offset int, at []tables.Coord) bool {
	if offset == 0 {
		return true
	}
	set := variations + offset
	for i := range l.word(set) {
		c := set + l.long(set+2+4*i)
		axis, least, most := l.word(c+2), int16(l.word(c+4)), int16(l.word(c+6))
		if l.word(c) != 1 || axis >= len(at) || int16(at[axis]) < least || int16(at[axis]) > most {
			return false
		}
	}
	return true
}

// features writes the list of features anew.
func (l *layout) features(list int, other map[int]int) []byte {
	n := l.word(list)
	head, body := sfnt.Words(n), []byte(nil)
	for i := range n {
		record := list + 2 + 6*i
		feature := list + l.word(record+4)
		if at, varies := other[i]; varies {
			feature = at
		}
		head = append(append(head, l.slice(record, 2)...), sfnt.Words(2+6*n+len(body))...)
		lookups := l.word(feature + 2)
		body = append(append(body, sfnt.Words(0, lookups)...), l.slice(feature+4, lookups)...) // no parameters, which are names
		if l.failed || len(body) > 0xFFFF {
			l.failed = true
			return nil
		}
	}
	return append(head, body...)
}

// scripts writes the list of scripts anew, each script once.
func (l *layout) scripts(list int) []byte {
	n := l.word(list)
	head, body := sfnt.Words(n), []byte(nil)
	written := map[int]int{}
	for i := range n {
		record := list + 2 + 6*i
		script := list + l.word(record+4)
		from, done := written[script]
		if !done {
			from = len(body)
			written[script] = from
			body = append(body, l.script(script)...)
		}
		head = append(append(head, l.slice(record, 2)...), sfnt.Words(2+6*n+from)...)
		if l.failed || len(body) > 0xFFFF {
			l.failed = true
			return nil
		}
	}
	return append(head, body...)
}

// script writes a script with its languages.
func (l *layout) script(at int) []byte {
	n := l.word(at + 2)
	size := 4 + 6*n
	var body []byte
	lang := func(offset int) int {
		if offset == 0 {
			return 0
		}
		from := size + len(body)
		body = append(body, l.slice(at+offset, 3+l.word(at+offset+4))...)
		return from
	}
	head := sfnt.Words(lang(l.word(at)), n)
	for i := range n {
		record := at + 4 + 6*i
		head = append(append(head, l.slice(record, 2)...), sfnt.Words(lang(l.word(record+4)))...)
		if l.failed || len(body) > 0xFFFF {
			l.failed = true
			return nil
		}
	}
	return append(head, body...)
}
