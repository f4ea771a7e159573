package svg

import (
	"sync"

	"warraq/layout/paragraph"
)

// Memory is what drawing a book leaves to drawing it again after an edit: the outlines of
// its glyphs, and the digests of lines that stand on its pages again, as the same lines.
// It serves one book at a time; nil remembers nothing, and the zero value is one of
// nothing yet.
type Memory struct {
	mu       sync.Mutex
	turns    int
	lines    map[*paragraph.Line]*digested
	outlines outlines // of its glyphs, none more than there are in its faces
}

// digested is the digest of a line, and at which turn it was asked for last.
type digested struct {
	sum  uint64
	turn int
}

// turn begins another book. What the one before it did not ask for is forgotten.
func (m *Memory) turn() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.turns++; m.lines == nil {
		m.lines = make(map[*paragraph.Line]*digested)
	}
	for l, d := range m.lines {
		if d.turn < m.turns-1 {
			delete(m.lines, l)
		}
	}
}

// shapes are the outlines so far, for the faces of the same book.
func (m *Memory) shapes() *outlines {
	if m == nil {
		return new(outlines)
	}
	return &m.outlines
}

// line is the digest of a line, if it is known.
func (m *Memory) line(l *paragraph.Line) (h uint64, known bool) {
	if m == nil {
		return 0, false
	}
	d := m.lines[l]
	if d == nil {
		return 0, false
	}
	d.turn = m.turns
	return d.sum, true
}

// keep keeps the digest of a line.
func (m *Memory) keep(l *paragraph.Line, h uint64) {
	if m != nil {
		m.lines[l] = &digested{h, m.turns}
	}
}
