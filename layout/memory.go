package layout

import (
	"reflect"

	"warraq/content"
	"warraq/fonts"
	"warraq/layout/galley"
	"warraq/layout/paragraph"
)

// Memory is what laying out a book leaves to laying it out again after an edit: its
// faces, its words as they were shaped, its paragraphs as they were set and where the
// pages of its chapters end. The pages are the same with any memory. It serves one book
// at a time; nil remembers nothing, and the zero value is one of nothing yet.
type Memory struct {
	files fonts.Files
	faces *fonts.Set
	set   *paragraph.Memory
	pages *galley.Memory
}

// Faces are those of [Faces]: read again if the book names other files than before,
// and then nothing else is remembered.
func (m *Memory) Faces(doc *content.Document) (*fonts.Set, error) {
	if m == nil {
		return Faces(doc)
	}
	files := fontFiles(doc)
	if m.faces != nil && reflect.DeepEqual(files, m.files) {
		return m.faces, nil
	}
	faces, err := Faces(doc)
	*m = Memory{files: files, faces: faces, set: paragraph.NewMemory(), pages: new(galley.Memory)}
	return faces, err
}

// turn begins another laying out of the book in some faces: it gives the paragraphs and
// the pages of the one before in the same.
func (m *Memory) turn(faces *fonts.Set) (*paragraph.Memory, *galley.Memory) {
	if m == nil || m.faces != faces {
		return nil, nil
	}
	m.set.Turn()
	m.pages.Turn()
	return m.set, m.pages
}
