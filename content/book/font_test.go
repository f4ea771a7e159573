package book_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content/book"
)

// TestFonts reads books with fonts of each form: what is an asset is a design of the file,
// and what cannot be had of it is told where it is asked for.
func TestFonts(t *testing.T) {
	fsys := fstest.MapFS{"a.md": {Data: []byte("# فصل\n\nنص.\n")}}
	for _, name := range []string{"static.otf", "static.woff2", "variable.ttf", "both.ttc"} {
		data, err := os.ReadFile("../../fonts/testdata/probe/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys["f/"+name] = &fstest.MapFile{Data: data}
	}
	fsys["theme.yaml"] = &fstest.MapFile{Data: []byte("extends: report\nfonts: {text: f/both.ttc, headings: {file: f/static.otf, scale: 1}}\n")}
	for _, c := range []struct{ fonts, want string }{
		{"}\ntheme: theme.yaml\nkashida: {", `regular="f/both.ttc" headings="f/static.otf"`},
		{"headings: reem-kufi", `headings="reem-kufi:0.65" headings-bold="reem-kufi:Bold:0.62"`},
		{"{text: vazirmatn, headings: {regular: vazirmatn, scale: 1}, fallback: [amiri]}", `regular="vazirmatn" bold="vazirmatn:Bold" fallback="amiri" headings="vazirmatn"`},
		{"}\ntheme: heritage\nkashida: {", `regular="amiri" bold="amiri:Bold" headings="aref-ruqaa`},
		{"text: noto-nastaliq-urdu", `regular="noto-nastaliq-urdu"`},
		{"headings: reem-cufi", "problem book.yaml:2: font reem-cufi is neither a file nor a font of the program, did you mean reem-kufi?"},
		{"headings: fraktur", "name a font file, or a font of the program: amiri, aref-ruqaa,"},
		{"headings: f/kufi.ttf", "problem book.yaml:2: file f/kufi.ttf is not there"},
		{"headings: f/static.woff2}\ntheme: theme.yaml\nkashida: {", `regular="f/both.ttc" headings="f/static.woff2"`},
		{"regular: {file: f/both.ttc, face: 2}}\ntheme: theme.yaml\nkashida: {", `regular="f/both.ttc:2" headings="f/static.otf"`},
		{"regular: f/static.otf", `regular="f/static.otf"`},
		{"regular: f/variable.ttf", `regular="f/variable.ttf" bold="f/variable.ttf:wght=700"`},
		{"{regular: f/variable.ttf, bold: f/variable.ttf}", `regular="f/variable.ttf" bold="f/variable.ttf:wght=700"`},
		{"{regular: {file: f/variable.ttf, instance: Light}}", `regular="f/variable.ttf:wght=300" bold="f/variable.ttf:wght=700"`},
		{"{regular: {file: f/variable.ttf, axes: {wght: 450, SOFT: 2}}}", `regular="f/variable.ttf:wght=450,SOFT=2" bold="f/variable.ttf:wght=700,SOFT=2"`},
		{"{regular: {file: f/both.ttc}, bold: {file: f/both.ttc, face: 2}, fallback: [f/static.woff2]}", `regular="f/both.ttc" bold="f/both.ttc:2" fallback="f/static.woff2"`},
		{"{text: f/both.ttc, headings: f/variable.ttf}", `regular="f/both.ttc" headings="f/variable.ttf" headings-bold="f/variable.ttf:wght=700"`},
		{"{text: {regular: f/both.ttc}, latin: {regular: f/static.otf, bold: {file: f/both.ttc, face: 2}, scale: 1.25}}", `regular="f/both.ttc" latin="f/static.otf:1.25" latin-bold="f/both.ttc:2:1.25"`},
		{"{quran: {file: f/static.otf, scale: 1}, numbers: f/static.woff2}", `quran="f/static.otf" numbers="f/static.woff2"`},
		{"{quran: f/static.otf}", "advice book.yaml:2: `quran:` has no effect without a quotation from the Qur'an, write it within ::: quran, or delete this"},
		{"{latin: f/static.otf}", `latin="f/static.otf:0.93"`},
		{"{headings: {scale: 2}}", "problem book.yaml:2: fonts: no file is named, write `file:` and its name"},
		{"{regular: {file: f/both.ttc, face: Probe Black}}", "problem book.yaml:2: font f/both.ttc: it has no face Probe Black, but 1 Probe Regular, 2 Probe Bold"},
		{"{regular: {file: f/static.otf, instance: Bold}}", "problem book.yaml:2: font f/static.otf: it has one design and no axes; take instance and axes away"},
		{"{regular: {file: f/variable.ttf, axes: {wght: heavy}}}", "problem book.yaml:2: wght: heavy is no place on an axis of a font, write the four letters of an axis and a number of its units: `wght: 650`"},
		{"{regular: {instance: Bold}}", "problem book.yaml:2: fonts: no file is named, write `file:` and its name"},
	} {
		text := "title: t\nfonts: " + c.fonts + "\nchapters: [a.md]\n"
		if !strings.HasPrefix(c.fonts, "{") {
			text = "title: t\nfonts: {" + c.fonts + "}\nchapters: [a.md]\n"
		}
		fsys["book.yaml"] = &fstest.MapFile{Data: []byte(text)}
		if got := read(fsys, ".", book.Options{}); !strings.Contains(got, c.want) {
			t.Errorf("%s:\n%s\nwant %s", c.fonts, got, c.want)
		}
	}
}

// TestFontsAgain: with a memory a font is not cast anew, and the book is the same.
func TestFontsAgain(t *testing.T) {
	data, err := os.ReadFile("../../fonts/testdata/probe/variable.otf")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"a.md": {Data: []byte("# فصل\n\nنص.\n")}, "v.otf": {Data: data},
		"book.yaml": {Data: []byte("title: t\nfonts: {regular: v.otf}\nchapters: [a.md]\n")}}
	want := read(fsys, ".", book.Options{})
	memory := new(book.Memory)
	var first *byte
	for range 3 {
		doc, _, err := book.Read(fsys, ".", book.Options{Memory: memory})
		if err != nil {
			t.Fatal(err)
		}
		bold := doc.Data("v.otf:wght=700")
		if len(bold) == 0 || first != nil && &bold[0] != first {
			t.Error("the bold design is made anew")
		}
		if a := doc.Assets["v.otf:wght=700"]; !bytes.Equal(a.Whole, data) || a.Design.Weight != 700 {
			t.Errorf("the file of all designs is %d bytes, and this one %+v", len(a.Whole), a.Design)
		}
		first = &bold[0]
		if got := read(fsys, ".", book.Options{Memory: memory}); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}
