package main

import (
	"path"

	"warraq/content/epub"
	"warraq/fonts"
)

// epubFonts are the faces that go into the EPUB whole: the author's, or the
// embedded Amiri with its licence.
func (m *manuscript) epubFonts() ([]epub.Font, string) {
	f := m.doc.Setup.Fonts
	if f.Regular == "" {
		regular, bold := fonts.Amiri()
		return []epub.Font{
			{Name: "Amiri-Regular.ttf", Media: "font/ttf", Data: regular},
			{Name: "Amiri-Bold.ttf", Media: "font/ttf", Data: bold, Bold: true},
		}, fonts.AmiriLicence()
	}
	var faces []epub.Font
	for _, face := range []struct {
		asset        string
		bold, italic bool
	}{{f.Regular, false, false}, {f.Bold, true, false}, {f.Italic, false, true}, {f.BoldItalic, true, true}} {
		if a := m.doc.Assets[face.asset]; a != nil {
			faces = append(faces, epub.Font{Name: path.Base(a.Name), Media: a.Media, Data: a.Data, Bold: face.bold, Italic: face.italic})
		}
	}
	return faces, ""
}
