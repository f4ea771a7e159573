package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/content/container"
	"warraq/content/docx"
	"warraq/content/intake"
	"warraq/content/internal/golden"
	"warraq/content/scribe"
)

// TestRead reads the documents of the cases, whose parts are written without their
// outermost element, and prints the manuscript and the report.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		parts := make(map[string]string)
		opt := intake.Options{}
		for _, f := range files {
			parts[f.Name] = string(f.Data)
			opt.Guess = opt.Guess || f.Name == "guess"
		}
		text, err := docx.Read("f.docx", document(parts), docx.Options{})
		if err != nil {
			return err.Error() + "\n"
		}
		return written(intake.Bind([]*intake.Text{text}, []string{"f"}, "", opt))
	})
}

// written is what an import writes, and says.
func written(b *intake.Book) string {
	var w strings.Builder
	fmt.Fprintf(&w, "title: %s\nsubtitle: %s\nauthors: %s\nlanguage: %s\n", b.Title, b.Subtitle, strings.Join(b.Authors, ", "), b.Lang)
	var notes scribe.Notes
	for _, c := range b.Chapters {
		w.WriteString("-----\n" + scribe.Chapter(c, &notes))
	}
	w.WriteString("-----\n")
	for _, p := range b.Pictures {
		fmt.Fprintf(&w, "picture %s, %d bytes\n", p.Name, len(p.Data))
	}
	for _, p := range b.Problems {
		if p.Warns {
			w.WriteString("lost: ")
		}
		w.WriteString(p.String() + "\n")
	}
	return w.String()
}

const (
	head       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:dc="http://purl.org/dc/elements/1.1/"`
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// document is a docx of parts: document, styles, numbering, footnotes, endnotes,
// comments, core, header1, rels, and pictures.
func document(parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, data string) {
		w, _ := z.Create(name)
		io.WriteString(w, data)
	}
	rels := parts["rels"]
	for _, name := range []string{"styles", "numbering", "footnotes", "endnotes", "comments", "header1"} {
		if inside, ok := parts[name]; ok {
			tag := strings.TrimRight(name, "1")
			add("word/"+name+".xml", head+"<w:"+tag+" "+namespaces+">"+inside+"</w:"+tag+">")
			rels += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, name, office, tag, name)
		}
	}
	for name, data := range parts {
		if strings.HasPrefix(name, "media/") {
			if strings.HasSuffix(name, ".png") {
				data = dot
			}
			add("word/"+name, data)
		}
	}
	const packages = "http://schemas.openxmlformats.org/package/2006/relationships"
	add("word/_rels/document.xml.rels", head+`<Relationships xmlns="`+packages+`">`+rels+"</Relationships>")
	add("_rels/.rels", head+`<Relationships xmlns="`+packages+`"><Relationship Id="a" Type="`+office+`officeDocument" Target="word/document.xml"/>`+
		`<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="/docProps/core.xml"/></Relationships>`)
	if core, ok := parts["core"]; ok {
		add("docProps/core.xml", head+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `+namespaces+">"+core+"</cp:coreProperties>")
	}
	add("word/document.xml", head+"<w:document "+namespaces+"><w:body>"+parts["document"]+"</w:body></w:document>")
	z.Close()
	return b.Bytes()
}

// dot is a picture of one dot.
var dot = func() string {
	var b bytes.Buffer
	png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1)))
	return b.String()
}()

// FuzzWords: whatever stands in a document, reading it does not panic, and each letter
// of its text stands in the book or is told of.
func FuzzWords(f *testing.F) {
	for _, seed := range golden.Seeds(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if len(body) > 1<<16 {
			return
		}
		data := document(map[string]string{"document": string(body), "footnotes": `<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/><w:t>حاشية</w:t></w:r></w:p></w:footnote>`})
		text, err := docx.Read("f.docx", data, docx.Options{})
		if err != nil {
			return
		}
		b := intake.Bind([]*intake.Text{text}, []string{"f"}, "", intake.Options{Guess: len(body)%2 == 1})
		got := written(b)
		if len(b.Problems) > 1+languages(b) { // something is told of
			return
		}
		for _, words := range shown(t, data) {
			if !strings.Contains(lettersOf(got), words) {
				t.Fatalf("%q is not in\n%s", words, got)
			}
		}
	})
}

// languages counts what is said of the language.
func languages(b *intake.Book) (n int) {
	for _, p := range b.Problems {
		if strings.HasPrefix(p.What, "the language is") {
			n++
		}
	}
	return n - 1
}

// shown are the letters of each w:t of a document, by a walk that knows nothing else.
func shown(t *testing.T, data []byte) (all []string) {
	c, err := container.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	spaces := container.Namespaces{"http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w", "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc"}
	var walk func(*container.Element)
	walk = func(e *container.Element) {
		switch e.Name {
		case "mc:AlternateContent", "w:tblPr", "w:pPr", "w:rPr", "w:sectPr":
			return
		case "w:p", "w:r", "w:body", "w:document":
			for _, k := range e.Kids {
				walk(k)
			}
		case "w:t":
			if s := lettersOf(e.Words()); s != "" {
				all = append(all, s)
			}
		}
	}
	root, err := c.Tree("word/document.xml", spaces)
	if err != nil {
		return nil
	}
	walk(root)
	return all
}

// lettersOf keeps the letters that stay as they are.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && (r < 0xfb50 || r > 0xfeff) && (r < 0xe000 || r > 0xf8ff) {
			return r
		}
		return -1
	}, s)
}

// TestHostile: files that are not what they say get an error that says so.
func TestHostile(t *testing.T) {
	good := document(map[string]string{"document": `<w:p><w:r><w:t>نص</w:t></w:r></w:p>`})
	zipped := func(name, data string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create(name)
		io.WriteString(w, data)
		z.Close()
		return b.Bytes()
	}
	lying := bytes.Clone(good)
	at := bytes.LastIndex(lying, []byte("PK\x01\x02")) // the last part says in the list of parts that it is short
	copy(lying[at+24:], "\x03\x00\x00\x00")
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "the file is empty"},
		{"text", []byte("نص"), "no zip"},
		{"an old document", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old Word"},
		{"cut off", good[:len(good)/2], "not whole"},
		{"without its end", good[:len(good)-30], "not whole"},
		{"another zip", zipped("a.txt", "نص"), "no text of a Word document"},
		{"a part outside", zipped("../../a.txt", "نص"), "leads outside"},
		{"a size that is not true", lying, "damaged"},
		{"a bomb", document(map[string]string{"document": `<w:p><w:r><w:t>` + strings.Repeat("ا", 20<<20) + `</w:t></w:r></w:p>`}), "unpacks to more"},
		{"too deep", document(map[string]string{"document": strings.Repeat("<w:p><w:r>", 300)}), "deep"},
		{"no end", document(map[string]string{"document": `<w:p><w:r><w:t>نص`}), "cannot be read"},
	} {
		text, err := docx.Read("f.docx", c.data, docx.Options{})
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, %v, want an error with %q", c.name, text != nil, err, c.want)
		}
	}
}

// TestDoctype: a document type, which could define entities, is refused.
func TestDoctype(t *testing.T) {
	const doctype = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]>`
	err := container.Elements([]byte(doctype+"<d>&a;</d>"), nil, nil, func(*container.Element) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "document type") {
		t.Errorf("%v", err)
	}
}

// TestEncodings: XML in UTF-16 and with a byte order mark is read.
func TestEncodings(t *testing.T) {
	wide := []byte{0xff, 0xfe}
	for _, r := range `<?xml version="1.0" encoding="UTF-16"?><d>نص</d>` {
		wide = append(wide, byte(r), byte(r>>8))
	}
	for _, data := range [][]byte{wide, []byte("\ufeff<?xml version=\"1.0\"?><d>نص</d>")} {
		words := ""
		err := container.Elements(data, nil, nil, func(e *container.Element) error {
			words += e.Words()
			return nil
		})
		if err != nil || words != "نص" {
			t.Errorf("%q, %v", words, err)
		}
	}
}

// TestStrict: a document in the namespaces of the strict standard is the same.
func TestStrict(t *testing.T) {
	parts := map[string]string{"document": `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>باب</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>كلمة</w:t></w:r></w:p>`,
		"footnotes": `<w:footnote w:id="1"><w:p/></w:footnote>`}
	strict := strings.NewReplacer(
		"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
	var got [2]string
	for i, rename := range []func(string) string{func(s string) string { return s }, strict.Replace} {
		old, err := zip.NewReader(bytes.NewReader(document(parts)), int64(len(document(parts))))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, f := range old.File {
			r, _ := f.Open()
			data, _ := io.ReadAll(r)
			w, _ := z.Create(f.Name)
			io.WriteString(w, rename(string(data)))
		}
		z.Close()
		text, err := docx.Read("f.docx", b.Bytes(), docx.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got[i] = written(intake.Bind([]*intake.Text{text}, []string{"f"}, "", intake.Options{}))
	}
	if got[0] != got[1] || !strings.Contains(got[0], "**كلمة**") {
		t.Errorf("%s\n%s", got[0], got[1])
	}
}
