package main

import (
	"strings"

	"warraq/content"
	"warraq/content/epub"
	"warraq/fonts"
)

// fontFiles are the author's font files; without any the embedded Amiri.
func (m *manuscript) fontFiles() fonts.Files {
	f := m.doc.Setup.Fonts
	files := fonts.Files{
		Regular:    m.asset(f.Regular),
		Bold:       m.asset(f.Bold),
		Italic:     m.asset(f.Italic),
		BoldItalic: m.asset(f.BoldItalic),
		Mono:       m.asset(f.Mono),
	}
	for _, name := range f.Fallback {
		files.Fallback = append(files.Fallback, m.asset(name))
	}
	return files
}

// asset is the bytes of a file that the manuscript names, nil for none.
func (m *manuscript) asset(name string) []byte {
	if a := m.doc.Assets[name]; a != nil {
		return a.Data
	}
	return nil
}

// epubFonts are the faces that go into the EPUB: the author's and the fallbacks,
// or the embedded Amiri with its licence; with a face for code where the book has
// any.
func (m *manuscript) epubFonts() (faces []epub.Font, licence string) {
	f := m.doc.Setup.Fonts
	add := func(family, name string, bold, italic bool) {
		if data := m.asset(name); data != nil {
			faces = append(faces, epub.Font{Name: family, Data: data, Bold: bold, Italic: italic})
		}
	}
	if f.Regular == "" {
		regular, bold := fonts.Amiri()
		faces = append(faces, epub.Font{Name: "Amiri", Data: regular}, epub.Font{Name: "Amiri", Data: bold, Bold: true})
		licence = fonts.AmiriLicence()
	} else {
		family := stem(f.Regular)
		add(family, f.Regular, false, false)
		add(family, f.Bold, true, false)
		add(family, f.Italic, false, true)
		add(family, f.BoldItalic, true, true)
	}
	for _, name := range f.Fallback {
		add(stem(name), name, false, false)
	}
	switch {
	case !content.HasCode(m.doc):
	case m.asset(f.Mono) != nil:
		faces = append(faces, epub.Font{Name: stem(f.Mono), Data: m.asset(f.Mono), Mono: true})
	default:
		faces = append(faces, epub.Font{Name: "IBM Plex Mono", Data: fonts.PlexMono(), Mono: true, Whole: true}) // its licence reserves its name
		licence = strings.TrimPrefix(licence+"\n\n"+fonts.PlexMonoLicence(), "\n\n")
	}
	return faces, licence
}
