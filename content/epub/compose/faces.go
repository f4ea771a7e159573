package compose

import (
	"cmp"
	"path"
	"strings"

	"warraq/content"
	"warraq/content/epub/css"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/fonts/house"
)

// FontsOf are the faces that go into the EPUB of a book as far as its text needs
// them: the author's, the fallbacks and the embedded ones; with a face for code
// where the book has any. As on the pages, bold is set in the author's regular face
// where he gives no other.
func FontsOf(doc *content.Document) (faces []Font) {
	f := doc.Setup.Fonts
	add := func(family, name string, bold, italic bool) {
		if data := doc.Data(name); data != nil {
			faces = append(faces, Font{Name: family, Data: data, Bold: bold, Italic: italic, Licence: licenceOf(name)})
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
		faces = append(faces, embeddedFaces(doc)...)
	}
	for _, name := range f.Fallback {
		add(stem(name), name, false, false)
	}
	if own {
		faces = append(faces, embeddedFaces(doc)...)
	}
	for _, p := range []struct {
		part css.Part
		setup.FontFamily
	}{{css.Headings, f.Headings}, {css.Quran, f.Quran}, {css.Latin, f.Latin}, {css.Numbers, f.Numbers}} {
		from := len(faces)
		family := stem(p.Regular) + " (" + p.part.String() + ")"
		add(family, p.Regular, false, false)
		add(family, cmp.Or(p.Bold, p.Regular), true, false)
		add(family, p.Italic, false, true)
		add(family, p.BoldItalic, true, true)
		for i := range faces[from:] {
			faces[from+i].Part = p.part
		}
	}
	for _, f := range fonts.PackedFaces() {
		faces = append(faces, Font{Name: f.Family, Open: f.Data, Licence: f.Licence})
	}
	switch {
	case !hasCode(doc):
	case doc.Data(f.Mono) != nil:
		faces = append(faces, Font{Name: stem(f.Mono), Data: doc.Data(f.Mono), Mono: true})
	default:
		faces = append(faces, Font{Name: "IBM Plex Mono", Data: fonts.PlexMono(), Mono: true, Whole: true, Licence: fonts.PlexMonoLicence()}) // its licence reserves its name
	}
	return faces
}

// licenceOf is the licence of a font that the program brings; "" for the author's own.
func licenceOf(name string) string {
	name, _, _ = strings.Cut(name, ":")
	family, ok := house.Named(name)
	if !ok {
		return ""
	}
	return family.Licence()
}

// stem is the name of a file without folder and extension, and without what stands behind
// a colon: which of its designs is meant.
func stem(name string) string {
	name, _, _ = strings.Cut(name, ":")
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}

// embeddedFaces are the embedded faces of text, that of the book's letters first.
func embeddedFaces(doc *content.Document) []Font {
	family := func(name, licence string, faces func() (regular, bold []byte)) []Font {
		return []Font{
			{Name: name, Open: func() []byte { regular, _ := faces(); return regular }, Licence: licence},
			{Name: name, Open: func() []byte { _, bold := faces(); return bold }, Bold: true, Licence: licence},
		}
	}
	amiri := family("Amiri", fonts.AmiriLicence(), fonts.Amiri)
	hebrew := family("Noto Serif Hebrew", fonts.NotoSerifHebrewLicence(), fonts.NotoSerifHebrew)
	if locale.InHebrew(doc.Meta.Lang) {
		return append(hebrew, amiri...)
	}
	return append(amiri, hebrew...)
}

// hasCode tells whether the book has any code: then it needs a face for it.
func hasCode(doc *content.Document) (found bool) {
	content.Walk(doc, func(part any, _ *content.Place) {
		if _, code := part.(*content.CodeBlock); code {
			found = true
		}
	})
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		if !found {
			content.Inlines(text, func(in content.Inline) {
				if _, code := in.(*content.Code); code {
					found = true
				}
			})
		}
	})
	return found
}
