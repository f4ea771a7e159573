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
	mu          sync.Mutex
	before, now map[*paragraph.Line]uint64 // of the book before, and of this one
	outlines    outlines                   // of its glyphs, none more than there are in its faces
}

// turn begins another book. What the one before it did not ask for is forgotten.
func (m *Memory) turn() {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.before, m.now = m.now, make(map[*paragraph.Line]uint64, len(m.now))
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
	if h, known = m.now[l]; known {
		return h, true
	}
	if h, known = m.before[l]; known {
		m.now[l] = h
	}
	return h, known
}

// keep keeps the digest of a line.
func (m *Memory) keep(l *paragraph.Line, h uint64) {
	if m != nil {
		m.now[l] = h
	}
}
