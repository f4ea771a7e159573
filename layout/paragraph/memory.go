package paragraph

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync"
)

// Memory is what setting a book leaves to setting it again after an edit: its words
// as they were shaped and its paragraphs as they were set, in the same faces. It is
// safe for concurrent use; nil remembers nothing.
type Memory struct {
	words *Words
	seed  maphash.Seed

	kept  int  // words after the first setting
	brief bool // it goes before the text does

	mu          sync.Mutex
	before, now map[uint64]*paragraphSet // of the setting before, and of this one
}

// paragraphSet is a paragraph, and what was made of it.
type paragraphSet struct {
	spans   []Span
	form    Form
	setting Setting
}

// NewMemory is a memory of nothing yet.
func NewMemory() *Memory {
	return &Memory{words: NewWords(), seed: maphash.MakeSeed(), now: make(map[uint64]*paragraphSet)}
}

// Brief is a memory for setting a book twice in one build, over words that are shaped
// already.
func Brief(words *Words) *Memory {
	return &Memory{words: words, seed: maphash.MakeSeed(), now: make(map[uint64]*paragraphSet), brief: true}
}

// Turn begins another setting of the book. What the one before it did not ask for is
// forgotten, and all when the words of earlier edits are as many as those of a book.
func (m *Memory) Turn() {
	if m == nil {
		return
	}
	const plenty = 4096
	switch n := m.words.held(); {
	case m.kept == 0:
		m.kept = n
	case n > 2*m.kept+plenty:
		m.words, m.now, m.kept = NewWords(), nil, 0
	}
	m.before, m.now = m.now, make(map[uint64]*paragraphSet, len(m.now))
}

// Shaped is the words of the memory, for a [Compositor]; a nil memory has new ones.
func (m *Memory) Shaped() *Words {
	if m == nil {
		return NewWords()
	}
	return m.words
}

// remembered gives a paragraph as it was set before, or has it set.
func (m *Memory) remembered(spans []Span, form Form, set func([]Span, Form) Setting) Setting {
	if m == nil || form.Again != nil || len(spans) == 0 || hasObject(spans) {
		return set(spans, form)
	}
	key := m.hash(spans, form)
	m.mu.Lock()
	known := m.now[key]
	if known == nil {
		known = m.before[key]
	}
	if known != nil && known.is(spans, form) {
		m.now[key] = known
		m.mu.Unlock()
		return known.setting
	}
	m.mu.Unlock()
	if spans = slices.Clone(spans); !m.brief {
		ownText(spans)
	}
	made := &paragraphSet{spans, form, set(spans, form)}
	m.mu.Lock()
	m.now[key] = made
	m.mu.Unlock()
	return made.setting
}

// ownText gives spans text of their own: they outlive the file that it is of.
func ownText(spans []Span) {
	n := 0
	for i := range spans {
		n += len(spans[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range spans {
		b.WriteString(spans[i].Text)
	}
	text := b.String()
	for i := range spans {
		n := len(spans[i].Text)
		spans[i].Text, text = text[:n], text[n:]
	}
}

// hasObject tells of pictures in the text, which a setting points to.
func hasObject(spans []Span) bool {
	for i := range spans {
		if spans[i].Style.Object != nil {
			return true
		}
	}
	return false
}

func (m *Memory) hash(spans []Span, form Form) uint64 {
	var h maphash.Hash
	h.SetSeed(m.seed)
	maphash.WriteComparable(&h, form.key())
	for i, s := range spans {
		if i == 0 || s.Style != spans[i-1].Style {
			maphash.WriteComparable(&h, *s.Style)
		}
		maphash.WriteComparable(&h, s.Text)
	}
	return h.Sum64()
}

// formKey is a form without lines to break again.
type formKey struct {
	measure, indent, beyond float64
	narrow                  Narrow
	align                   Align
	kashida                 Lengthening
	lang                    string
	flags                   [7]bool
}

func (f *Form) key() formKey {
	return formKey{f.Measure, f.Indent, f.Beyond, f.Narrow, f.Align, f.Kashida, f.Lang,
		[...]bool{f.LTR, f.Hanging, f.Plain, f.NoHyphens, f.DividedCode, f.Balanced, f.Turned}}
}

// is tells whether a paragraph is the same.
func (p *paragraphSet) is(spans []Span, form Form) bool {
	if len(spans) != len(p.spans) || form.key() != p.form.key() {
		return false
	}
	for i := range spans {
		a, b := &spans[i], &p.spans[i]
		if a.Text != b.Text || a.Style != b.Style && *a.Style != *b.Style || (a.Expansion == nil) != (b.Expansion == nil) ||
			a.Expansion != nil && *a.Expansion != *b.Expansion {
			return false
		}
		if i > 0 && (a.Style == spans[i-1].Style) != (b.Style == p.spans[i-1].Style) { // looks are told apart by their pointers
			return false
		}
	}
	return true
}
