package publish

import (
	"warraq/content"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/svg"
)

// Memory is what making a book leaves to making it again after an edit. What is made is
// the same with any memory. It serves one edition at a time; nil remembers nothing, and
// the zero value is one of nothing yet.
type Memory struct {
	laid  layout.Memory
	set   *fonts.Set
	drawn *svg.Memory // in that set
}

// faces are those of the book; in others than before nothing was drawn yet.
func (m *Memory) faces(doc *content.Document) (*fonts.Set, error) {
	set, err := m.pages().Faces(doc)
	if m != nil && m.set != set {
		m.set, m.drawn = set, new(svg.Memory)
	}
	return set, err
}

// pages is how the book was laid out before.
func (m *Memory) pages() *layout.Memory {
	if m == nil {
		return nil
	}
	return &m.laid
}

// drawings is how its pages were drawn.
func (m *Memory) drawings() *svg.Memory {
	if m == nil {
		return nil
	}
	return m.drawn
}
