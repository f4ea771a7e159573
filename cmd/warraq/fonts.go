package main

import (
	"cmp"
	"errors"

	"warraq/content"
	"warraq/content/epub"
	"warraq/fonts"
)

// readFaces reads the author's font files, or the embedded Amiri. What is wrong
// with a file is told where the book names it.
func (m *manuscript) readFaces() (*fonts.Set, error) {
	set, err := fonts.NewSet(m.fontFiles())
	var faults fonts.Faults
	if !errors.As(err, &faults) {
		return set, err
	}
	var problems content.Problems
	for _, f := range faults {
		problems = append(problems, content.Problem{Pos: m.doc.Assets[f.File].Pos, What: "font " + f.File + ": " + f.Err.Error()})
	}
	return nil, problems
}

// fontFiles are the author's font files.
func (m *manuscript) fontFiles() fonts.Files {
	f := m.doc.Setup.Fonts
	files := fonts.Files{
		Regular:    m.font(f.Regular),
		Bold:       m.font(f.Bold),
		Italic:     m.font(f.Italic),
		BoldItalic: m.font(f.BoldItalic),
		Mono:       m.font(f.Mono),
	}
	for _, name := range f.Fallback {
		files.Fallback = append(files.Fallback, m.font(name))
	}
	return files
}

// font is a font file that the manuscript names, without data for none.
func (m *manuscript) font(name string) fonts.File { return fonts.File{Name: name, Data: m.asset(name)} }

// asset is the bytes of a file that the manuscript names, nil for none.
func (m *manuscript) asset(name string) []byte {
	if a := m.doc.Assets[name]; a != nil {
		return a.Data
	}
	return nil
}

// epubFonts are the faces that go into the EPUB as far as its text needs them: the
// author's, the fallbacks and the embedded Amiri; with a face for code where the
// book has any. As on the pages, bold is set in the author's regular face where he
// gives no other.
func (m *manuscript) epubFonts() (faces []epub.Font) {
	f := m.doc.Setup.Fonts
	add := func(family, name string, bold, italic bool) {
		if data := m.asset(name); data != nil {
			faces = append(faces, epub.Font{Name: family, Data: data, Bold: bold, Italic: italic})
		}
	}
	own := f.Regular != ""
	if own {
		family := stem(f.Regular)
		add(family, f.Regular, false, false)
		add(family, cmp.Or(f.Bold, f.Regular), true, false)
		add(family, f.Italic, false, true)
		add(family, f.BoldItalic, true, true)
	} else {
		faces = append(faces, amiriFonts()...)
	}
	for _, name := range f.Fallback {
		add(stem(name), name, false, false)
	}
	if own {
		faces = append(faces, amiriFonts()...)
	}
	switch {
	case !content.HasCode(m.doc):
	case m.asset(f.Mono) != nil:
		faces = append(faces, epub.Font{Name: stem(f.Mono), Data: m.asset(f.Mono), Mono: true})
	default:
		faces = append(faces, epub.Font{Name: "IBM Plex Mono", Data: fonts.PlexMono(), Mono: true, Whole: true, Licence: fonts.PlexMonoLicence()}) // its licence reserves its name
	}
	return faces
}

// amiriFonts are the embedded faces of text.
func amiriFonts() []epub.Font {
	regular, bold := fonts.Amiri()
	return []epub.Font{
		{Name: "Amiri", Data: regular, Licence: fonts.AmiriLicence()},
		{Name: "Amiri", Data: bold, Bold: true, Licence: fonts.AmiriLicence()},
	}
}
