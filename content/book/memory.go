package book

import (
	"bytes"
	"reflect"
	"slices"
	"sync"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/internal/twin"
	"warraq/content/markdown"
	"warraq/content/mend"
	"warraq/fonts"
	"warraq/fonts/instance"
)

// Memory is what reading a book leaves to reading it again after an edit: the chapters
// of files that did not change, and what was seen of texts. The book is the same with
// any memory. It serves one book at a time; nil remembers nothing, and the zero value is
// one of nothing yet.
type Memory struct {
	form  form
	mu    sync.Mutex
	files map[string]source // by their names in the file system, as they were read
	texts mend.Memory

	// The texts of files as isClean saw them, in the book before and in this one.
	cleanBefore, clean map[string]string

	castBefore, cast []cast // fonts of the reading before, and of this one
}

// cast is a design that was made of a font file.
type cast struct {
	data   []byte
	choice instance.Choice
	design fonts.Design
}

// static makes a design of a font file, or gives it as it was made before.
func (m *Memory) static(data []byte, choice instance.Choice) (fonts.Design, error) {
	if m == nil {
		return fonts.Static(data, choice)
	}
	same := func(c cast) bool { return reflect.DeepEqual(c.choice, choice) && bytes.Equal(c.data, data) }
	for _, known := range [][]cast{m.cast, m.castBefore} {
		if i := slices.IndexFunc(known, same); i >= 0 {
			m.cast = append(m.cast, known[i])
			return known[i].design, nil
		}
	}
	design, err := fonts.Static(data, choice)
	if err == nil && !bytes.Equal(design.Data, data) {
		m.cast = append(m.cast, cast{data, choice, design})
	}
	return design, err
}

// seen is what was seen of the texts.
func (m *Memory) seen() *mend.Memory {
	if m == nil {
		return nil
	}
	return &m.texts
}

// begin forgets everything if what all files share is another than before.
func (m *Memory) begin(f form) {
	if m == nil {
		return
	}
	m.castBefore, m.cast = m.cast, nil
	f.data = nil
	m.cleanBefore, m.clean = m.clean, make(map[string]string)
	if m.files == nil || !reflect.DeepEqual(f, m.form) {
		m.form, m.files = f, make(map[string]source)
	}
}

// parse reads a file, or gives it as it was read before. One that takes in other
// files is read each time.
func (m *Memory) parse(s *source, reader *markdown.Reader, f *form) {
	if m == nil || s.name == "" {
		s.parse(reader, f)
		return
	}
	asked := *s
	m.mu.Lock()
	known, ok := m.files[s.file]
	m.mu.Unlock()
	if ok && known.asks(&asked) {
		s.take(&known)
		return
	}
	own := *f
	others := false
	own.data = func(name string, at content.Pos) (string, string, []content.Problem) {
		others = true
		return f.data(name, at)
	}
	s.parse(reader, &own)
	m.mu.Lock()
	defer m.mu.Unlock()
	if delete(m.files, s.file); !others {
		asked.take(s)
		m.files[s.file] = asked
	}
}

// isClean is [mend.IsClean]; of a file that was clean before only what is other is looked
// through.
func (m *Memory) isClean(file, text string) bool {
	if m == nil {
		return mend.IsClean(text)
	}
	m.mu.Lock()
	before, known := m.clean[file]
	if !known {
		before = m.cleanBefore[file]
	}
	m.mu.Unlock()
	from, end := changed(before, text)
	if !mend.IsClean(text[from:end]) {
		return false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.clean == nil {
		m.clean = make(map[string]string)
	}
	m.clean[file] = text
	return true
}

// changed is the part of a text, in bytes, outside which it is that of another, which is
// UTF-8; characters are not divided.
func changed(before, text string) (from, end int) {
	const step = 4 << 10 // compared at once
	most := min(len(before), len(text))
	for from+step <= most && before[from:from+step] == text[from:from+step] {
		from += step
	}
	for from < most && before[from] == text[from] {
		from++
	}
	for from > 0 && !utf8.RuneStart(text[from-1]) { // the last character may go on otherwise
		from--
	}
	from = max(from-1, 0)
	same := 0
	most -= from
	for same+step <= most && before[len(before)-same-step:len(before)-same] == text[len(text)-same-step:len(text)-same] {
		same += step
	}
	for same < most && before[len(before)-same-1] == text[len(text)-same-1] {
		same++
	}
	for same > 0 && !utf8.RuneStart(text[len(text)-same]) {
		same--
	}
	return from, len(text) - same
}

// asks tells whether two files are read in one way.
func (s *source) asks(other *source) bool {
	return s.text == other.text && s.line == other.line && s.title == other.title && s.role == other.role &&
		reflect.DeepEqual(s.front, other.front)
}

// take makes what was read of a file its own.
func (s *source) take(other *source) {
	s.chapters, s.short = twin.Of(other.chapters), slices.Clone(other.short)
	s.advice, s.problems = slices.Clone(other.advice), slices.Clone(other.problems)
}
