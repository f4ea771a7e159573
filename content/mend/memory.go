package mend

import (
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
)

// Memory is what looking through the texts of a book leaves to looking through them
// again after an edit: which of them had nothing of a kind, and the slips of those that
// had some. What is found is the same with any memory. It serves one book at a time; nil
// remembers nothing, and the zero value is one of nothing yet.
type Memory struct {
	n           setup.Normalize
	lang        string
	before, now map[string]*sight // of the book before, and of this one
}

// sight is what was seen of a text.
type sight struct {
	looked, shown [kinds]bool
	slips         []slip // of the run that is this text, with the edits that mend it
	edits         []edit
	sought        bool // these two
}

// kind is one of the things that texts are looked through for.
type kind int

const (
	mending   kind = iota // letters to put right one by one, see [mender.letters]
	oddity                // see worthALook
	pairing               // brackets and quotation marks
	numbering             // digits
	using                 // see [usage]
	kinds
)

// begin begins another look at the book. What the one before it did not ask for is
// forgotten, and all if the book wants other things mended or speaks another language.
func (m *Memory) begin(doc *content.Document, n setup.Normalize) {
	if m == nil {
		return
	}
	lang := locale.PrimaryLanguage(doc.Meta.Lang)
	if m.n != n || m.lang != lang {
		m.n, m.lang, m.now = n, lang, nil
	}
	m.before, m.now = m.now, make(map[string]*sight, len(m.now))
}

// of is what was seen of a text so far.
func (m *Memory) of(text string) *sight {
	if s := m.now[text]; s != nil {
		return s
	}
	s := m.before[text]
	if s == nil {
		s = new(sight)
	}
	m.now[strings.Clone(text)] = s // which outlives the file that the text is of
	return s
}

// shows tells whether a text has something of a kind, which look finds out.
func (m *Memory) shows(k kind, text string, look func(string) bool) bool {
	if m == nil {
		return look(text)
	}
	s := m.of(text)
	if !s.looked[k] {
		s.looked[k], s.shown[k] = true, look(text)
	}
	return s.shown[k]
}

// slipsOf are the slips of a joined run, with the edits that mend what n chooses.
func (m *Memory) slipsOf(joined string, n setup.Normalize) ([]slip, []edit) {
	if m == nil {
		return slipsOf(joined, n)
	}
	s := m.of(joined)
	if !s.sought {
		s.sought = true
		s.slips, s.edits = slipsOf(joined, n)
	}
	return s.slips, s.edits
}
