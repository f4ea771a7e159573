package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	goepub "github.com/go-shiori/go-epub"

	"warraq/content"
	"warraq/content/epub/ocf"
)

var (
	update = flag.Bool("update", false, "rewrite the goldens")
	keep   = flag.String("keep", "", "folder to keep built books in, for the judges")
)

// build is the book of doc.
func build(tb testing.TB, doc *content.Document, opt Options) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := Write(&b, doc, opt); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// unzip is the parts of a book as text.
func unzip(tb testing.TB, data []byte) map[string]string {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	m := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		data, err := io.ReadAll(r) // checks size and CRC too
		if err != nil {
			tb.Fatal(f.Name, err)
		}
		m[f.Name] = string(data)
	}
	return m
}

// amiri is the faces of the repository.
func amiri(tb testing.TB) Options {
	tb.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile("../../fonts/amiri/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		return data
	}
	return Options{
		Date: time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC), Producer: "Warraq",
		Fonts: []Font{
			{Name: "Amiri", Media: "font/ttf", Data: read("Amiri-Regular.ttf"), Licence: string(read("OFL.txt"))},
			{Name: "Amiri", Media: "font/ttf", Data: read("Amiri-Bold.ttf"), Bold: true, Licence: string(read("OFL.txt"))},
		},
	}
}

func TestKeep(t *testing.T) {
	if *keep == "" {
		t.Skip("no -keep")
	}
	for name, doc := range map[string]*content.Document{"everything": everything(), "long": long()} {
		if err := os.WriteFile(path.Join(*keep, name+".epub"), build(t, doc, amiri(t)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSameBytes(t *testing.T) {
	opt := amiri(t)
	want := build(t, everything(), opt)
	for _, workers := range []int{1, 2, 7} {
		opt.Workers = workers
		if !bytes.Equal(build(t, everything(), opt), want) {
			t.Errorf("%d workers give other bytes", workers)
		}
	}
	opt.Workers = 0
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !bytes.Equal(build(t, everything(), opt), want) {
		t.Error("GOMAXPROCS 1 gives other bytes")
	}
}

func TestSameBytesAtOnce(t *testing.T) {
	doc := everything()
	want := build(t, doc, Options{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := Write(&b, doc, Options{}); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Error("books written at once differ", err)
			}
		})
	}
	wg.Wait()
}

// The library's two file systems, one for Windows, must serve alike.
func TestDraftOnDisk(t *testing.T) {
	e := composed(t, everything())
	p, err := draft(e, goepub.OsFS)
	if err != nil {
		t.Fatal(err)
	}
	if err := finish(p, e); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), build(t, everything(), Options{})) {
		t.Error("a draft on disk gives another book")
	}
}

func composed(t *testing.T, doc *content.Document) *composition {
	t.Helper()
	e, err := begin(doc, Options{})
	if err == nil {
		err = errors.Join(e.render(), e.compose())
	}
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A pass that does not find what it came for is an error.
func TestPassesMissNothing(t *testing.T) {
	e := composed(t, everything())
	fresh := func() ocf.Parts {
		p, err := draft(e, storage)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for name := range fresh() {
		p := fresh()
		delete(p, name)
		if err := finish(p, e); err == nil {
			t.Errorf("no error without %s", name)
		}
		p = fresh()
		p[name] = ocf.Part{Data: []byte("something else")}
		if err := finish(p, e); err == nil {
			t.Errorf("no error for a draft of %s that holds something else", name)
		}
	}
	p := fresh()
	p["EPUB/xhtml/extra.xhtml"] = ocf.Part{}
	if err := finish(p, e); err == nil {
		t.Error("no error for a part too many")
	}
}

func TestZip(t *testing.T) {
	data := build(t, everything(), amiri(t))
	if !bytes.HasPrefix(data[30:], []byte("mimetypeapplication/epub+zip")) {
		t.Error("the mimetype is not first and stored without extra field")
	}
	z, _ := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	last := ""
	for i, f := range z.File {
		if f.Flags&8 != 0 || len(f.Extra) > 0 || f.ModifiedDate != ocf.Date || f.ModifiedTime != 0 {
			t.Errorf("%s: flags %x, extra %x, time %d %d", f.Name, f.Flags, f.Extra, f.ModifiedDate, f.ModifiedTime)
		}
		if i > 1 && f.Name <= last {
			t.Errorf("%s after %s", f.Name, last)
		}
		last = f.Name
	}
}

// wellFormed parses every XML part and gives the ids of each.
func wellFormed(tb testing.TB, parts map[string]string) map[string]map[string]bool {
	tb.Helper()
	ids := map[string]map[string]bool{}
	for name, data := range parts {
		switch path.Ext(name) {
		case ".xhtml", ".opf", ".ncx", ".xml", ".svg":
		default:
			continue
		}
		ids[name] = map[string]bool{}
		d := xml.NewDecoder(strings.NewReader(data))
		d.Strict = true
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				tb.Fatalf("%s: %v\n%s", name, err, data)
			}
			el, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range el.Attr {
				if a.Name.Local == "id" {
					if ids[name][a.Value] || a.Value == "" {
						tb.Errorf("%s: id %q twice or empty", name, a.Value)
					}
					ids[name][a.Value] = true
				}
			}
		}
	}
	return ids
}

var hrefs = regexp.MustCompile(` (?:href|src)="([^"]*)"`)

func TestEveryLinkArrives(t *testing.T) {
	parts := unzip(t, build(t, everything(), amiri(t)))
	if n := everyLinkArrives(t, parts, wellFormed(t, parts)); n < 40 {
		t.Errorf("only %d links", n)
	}
}

// everyLinkArrives checks every link that stays in the book, and counts them.
func everyLinkArrives(t *testing.T, parts map[string]string, ids map[string]map[string]bool) int {
	t.Helper()
	n := 0
	for name := range ids {
		for _, m := range hrefs.FindAllStringSubmatch(parts[name], -1) {
			if strings.Contains(m[1], ":") {
				continue
			}
			n++
			file, frag, has := strings.Cut(m[1], "#")
			at := name
			if file != "" {
				at = path.Join(path.Dir(name), file)
			}
			if _, ok := parts[at]; !ok || has && !ids[at][frag] {
				t.Errorf("%s: %s leads nowhere", name, m[1])
			}
		}
	}
	return n
}

func TestRoots(t *testing.T) {
	for name, data := range unzip(t, build(t, everything(), Options{})) {
		if strings.HasSuffix(name, ".xhtml") && !strings.Contains(data, ` lang="ar-MA" xml:lang="ar-MA" dir="rtl">`) {
			t.Errorf("%s: no language or direction on the root", name)
		}
		if strings.Contains(data, `dir="auto"`) {
			t.Errorf("%s: dir=auto", name)
		}
		if strings.HasSuffix(name, ".css") && regexp.MustCompile(`(?m)(^|[\s;{])(direction|unicode-bidi|color)\s*:\s*[^\sci]`).MatchString(data) {
			t.Errorf("%s: direction or colour of text in CSS", name)
		}
	}
}

func TestProblems(t *testing.T) {
	at := func(n int) content.Pos { return content.Pos{File: "a.md", Line: n} }
	doc := book(chapter("أول", para(
		&content.Link{Pos: at(3), URL: "#nowhere", Inlines: texts("أ")},
		&content.Link{Pos: at(4), URL: "other.md", Inlines: texts("ب")},
		&content.Link{Pos: at(5), URL: "javascript:x()", Inlines: texts("ج")},
		&content.Link{Pos: at(6), URL: "https://", Inlines: texts("د")},
		&content.Link{Pos: at(7), URL: "", Inlines: texts("ه")},
		&content.Link{Pos: at(8), URL: "//example.org/", Inlines: texts("و")},
	)))
	var b bytes.Buffer
	err := Write(&b, doc, Options{})
	var problems content.Problems
	if !errors.As(err, &problems) || len(problems) != 6 || b.Len() != 0 {
		t.Fatalf("%d bytes, %v", b.Len(), err)
	}
	for i, p := range problems {
		if p.Pos != at(i+3) || p.What == "" || p.Hint == "" {
			t.Errorf("problem %d: %+v", i, p)
		}
	}
	doc = book(chapter("أول", &content.Figure{Place: content.Place{Pos: at(2)}, Src: "no.png"}, para(&content.Image{Pos: at(9), Src: "b.txt"})))
	doc.Meta.Cover = "cover.png"
	doc.Assets = map[string]*content.Asset{"b.txt": {Data: []byte("no image")}}
	err = Write(&b, doc, Options{})
	if !errors.As(err, &problems) || len(problems) != 3 {
		t.Fatal(err)
	}
}

func TestNoChapters(t *testing.T) {
	for _, doc := range []*content.Document{nil, {}} {
		if err := Write(io.Discard, doc, Options{}); err == nil {
			t.Error("a book without chapters is written")
		}
	}
}

// A document that nobody numbered is a mistake of the program, not a panic.
func TestUnnumbered(t *testing.T) {
	doc := &content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{
		head(2, "أ"), head(2, "ب"), para(&content.NoteRef{}, &content.NoteRef{Note: &content.Note{}}),
	}}}}
	if err := Write(io.Discard, doc, Options{}); err == nil {
		t.Error("a note that no chapter lists is written")
	}
}

// Whatever an author writes anywhere, every part is XML and ids stay unique.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"نص", "a < b && c > d ]]> \"x\" 'y'", "\x00\x01\x1f\x7f\u0085\ufffe\uffff", "\xff\xfe", "<!--", "--><script>", "&nbsp;", "\u2028\u200f", " \n\t ", "#a", "ch-1", "\U0001fffe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		note := &content.Note{Label: s, Blocks: []content.Block{line(s)}}
		note.Anchor = s
		span := &content.Span{Inlines: texts(s)}
		span.Attr = content.Attr{Anchor: s, Classes: []string{s, "b"}, Lang: s, Keys: []content.KeyValue{{Key: s, Value: s}}}
		box := div("box", s, line(s))
		box.Anchor = s + "2"
		doc := book(
			chapter(s, head(2, s), para(text(s), span, &content.Code{Value: s}, &content.NoteRef{Note: note}, &content.Link{URL: "#" + s + "2", Title: s, Inlines: texts(s)}, &content.Link{URL: "https://example.org/" + s, Inlines: texts(s)})),
			chapter(s, box, &content.CodeBlock{Language: s, Text: s}, &content.Figure{Src: s, Alt: s, Caption: texts(s)}, &content.Quote{Blocks: []content.Block{line(s)}, Attribution: texts(s)}),
		)
		doc.Assets = map[string]*content.Asset{s: {Name: s, Media: s, Data: pixel}}
		doc.Meta = content.Meta{Title: s, Subtitle: s, Authors: []string{s, s}, Lang: s, Date: s, Publisher: s, Rights: s, Description: s, Identifier: s, ISBN: s, CoverAlt: s}
		var b bytes.Buffer
		err := Write(&b, doc, Options{Producer: s, Fonts: []Font{{Name: s, Data: []byte(s), Licence: s}}, Workers: 1})
		var problems content.Problems
		if errors.As(err, &problems) {
			return // a URL that is none
		}
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, unzip(t, b.Bytes()))
	})
}
