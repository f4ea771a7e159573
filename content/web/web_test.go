package web_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/epub"
	"warraq/content/epub/compose"
	"warraq/content/guide"
	"warraq/content/samples"
	"warraq/content/web"
)

// books are the manuscripts that come with the program, and one whose theme has colours
// and whose notes stand at its end.
func books(t *testing.T) map[string]*content.Document {
	t.Helper()
	all := make(map[string]*content.Document)
	for _, name := range []string{"booklet", "specimen", "vocalised.txt", "mixed.md", "languages/fa.md", "languages/ur.md", "languages/he.md", "languages/fr.md"} {
		doc, _, err := book.Read(samples.FS(), name, book.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		all[name] = doc
	}
	for _, name := range []string{"ar", "en"} {
		doc, _, err := book.Read(guide.FS(), name, book.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		all["guide "+name] = doc
	}
	doc, _, err := book.Read(os.DirFS("testdata"), "endnotes", book.Options{Theme: book.File{Name: "report"}})
	if err != nil {
		t.Fatal(err)
	}
	all["endnotes"] = doc
	return all
}

// site is the files of a book by name.
func site(t *testing.T, doc *content.Document) map[string]string {
	t.Helper()
	files, err := web.Write(doc, web.Options{Producer: "Warraq", Fonts: compose.FontsOf(doc), Pages: pagesOf(doc)})
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, f := range files {
		if _, twice := all[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		all[f.Name] = string(f.Data)
	}
	return all
}

// pagesOf lets a page of print begin with each chapter.
func pagesOf(doc *content.Document) (pages []content.PageStart) {
	for i, ch := range doc.Chapters {
		pages = append(pages, content.PageStart{ID: ch.ID, Number: i + 1, Value: i + 1, Folio: string(rune('a' + i))})
	}
	return pages
}

// TestSameWords: the pages say what the documents of the EPUB say.
func TestSameWords(t *testing.T) {
	for name, doc := range books(t) {
		files := site(t, doc)
		var b bytes.Buffer
		if err := epub.Write(&b, doc, epub.Options{Fonts: compose.FontsOf(doc), Pages: pagesOf(doc)}); err != nil {
			t.Fatal(name, err)
		}
		texts := documents(t, b.Bytes())
		names := slices.DeleteFunc(slices.Sorted(maps.Keys(texts)), func(name string) bool { return !strings.HasPrefix(name, "ch") })
		pages := inOrder(files)
		if len(names) != len(doc.Chapters) || len(pages) != len(names) {
			t.Fatalf("%s: %d documents and %d pages of %d chapters", name, len(names), len(pages), len(doc.Chapters))
		}
		for i, page := range pages {
			if got := said(t, files[page]); got != texts[names[i]] {
				t.Errorf("%s: %s says\n%s\nthe EPUB\n%s", name, page, got, texts[names[i]])
			}
		}
	}
}

// inOrder are the pages that lead on from each to the next, from the first on, without
// that.
func inOrder(files map[string]string) (pages []string) {
	next := regexp.MustCompile(`<link rel="next" href="([^"]*)">`)
	for m := next.FindStringSubmatch(files["index.html"]); m != nil; m = next.FindStringSubmatch(files[m[1]]) {
		pages = append(pages, m[1])
	}
	return pages
}

// documents are the words of an EPUB's documents, by their names without an ending.
func documents(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, f := range z.File {
		if path.Ext(f.Name) != ".xhtml" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		within := false
		for d := xml.NewDecoder(r); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(f.Name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				within = within || token.Name.Local == "body"
			case xml.CharData:
				if within {
					text.Write(token)
				}
			}
		}
		all[strings.TrimSuffix(path.Base(f.Name), ".xhtml")] = bare(text.String())
	}
	return all
}

// bare is a text without its white space.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// said is what the main part of a page says.
func said(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && slices.ContainsFunc(slices.Collect(n.Ancestors()), func(a *html.Node) bool { return a.Data == "main" }) {
			text.WriteString(n.Data)
		}
	}
	return bare(text.String())
}

// TestLinks: what a page leads to is there, what it loads is a file of the folder, and
// every place has a name of its own.
func TestLinks(t *testing.T) {
	for name, doc := range books(t) {
		files := site(t, doc)
		ids := make(map[string]map[string]bool)
		type link struct{ from, to string }
		var links []link
		for file, text := range files {
			if !regexp.MustCompile(`^[a-z0-9/-]+(\.[a-z0-9]+)$`).MatchString(file) {
				t.Errorf("%s: a host may not have %s", name, file)
			}
			if path.Ext(file) != ".html" {
				continue
			}
			root, err := html.Parse(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			ids[file] = make(map[string]bool)
			for n := range root.Descendants() {
				for _, a := range n.Attr {
					switch {
					case a.Key == "id" && ids[file][a.Val]:
						t.Errorf("%s: %s has the id %s twice", name, file, a.Val)
					case a.Key == "id":
						ids[file][a.Val] = true
					case a.Key == "href" && n.Data == "a" && regexp.MustCompile(`^(https?|mailto|tel):`).MatchString(a.Val):
					case a.Key == "href", a.Key == "src":
						links = append(links, link{file, a.Val})
					case strings.HasPrefix(a.Key, "on"), strings.Contains(a.Key, ":") && a.Key != "http-equiv":
						t.Errorf("%s: %s has the attribute %s", name, file, a.Key)
					}
				}
				if n.Data == "script" && n.FirstChild != nil {
					t.Errorf("%s: %s has a script within", name, file)
				}
			}
		}
		for _, m := range regexp.MustCompile(`url\("?([^")]*)"?\)`).FindAllStringSubmatch(files["css/book.css"], -1) {
			links = append(links, link{"css/book.css", path.Join("css", m[1])})
		}
		if len(links) < 5*len(doc.Chapters) {
			t.Errorf("%s: %d links", name, len(links))
		}
		for _, l := range links {
			if l.to == "data:," {
				continue
			}
			to, id, placed := strings.Cut(l.to, "#")
			if to == "" {
				to = l.from
			}
			if _, ok := files[to]; !ok || placed && !ids[to][id] {
				t.Errorf("%s: %s leads to %s, which is not there", name, l.from, l.to)
			}
		}
	}
}

// TestSameBytes: the files are a function of the manuscript.
func TestSameBytes(t *testing.T) {
	for _, name := range []string{"specimen", "endnotes"} {
		one, other := site(t, books(t)[name]), site(t, books(t)[name])
		if len(one) != len(other) {
			t.Fatalf("%s: %d files, then %d", name, len(one), len(other))
		}
		for file, data := range one {
			if other[file] != data {
				t.Errorf("%s: %s is another", name, file)
			}
		}
	}
}

// TestPages: pages lead to those beside them; pages of print have places of their own and
// a list; the title of one that shows none is said.
func TestPages(t *testing.T) {
	files := site(t, books(t)["endnotes"])
	for file, want := range map[string][]string{
		"index.html": {`<html lang="ar" dir="rtl">`, "<title>كتاب الحواشي</title>", `<meta name="author" content="فريق الكتاب">`,
			`<meta name="description" content="كتاب &quot;صغير&quot; للتجربة">`, `<link rel="next" href="ch0001.html">`, `<a href="ch0002.html#page-2">b</a>`,
			`<form class="search" role="search" hidden`, `data-digits="٠١٢٣٤٥٦٧٨٩"`, `<img src="images/cover.svg" role="doc-cover" alt="غلاف عليه اسم الكتاب">`},
		"ch0001.html": {"<title>الأول · كتاب الحواشي</title>", `<link rel="prev" href="index.html">`, `<a rel="next" href="ch0002.html">الثاني</a>`,
			`<div class="pagebreak" id="page-1" data-folio="a"></div>`, `<a class="noteref" role="doc-noteref" id="ref-1-1" href="ch0003.html#note-1-1"`},
		"ch0002.html":     {`<a rel="prev" href="ch0001.html">الأول</a>`, `<a href="#h-1">قسم</a>`, `<a href="#h-2">وقسم</a>`},
		"ch0003.html":     {`<a class="backlink" role="doc-backlink" href="ch0001.html#ref-1-1"`},
		"css/book.css":    {"light-dark(#"},
		"search-index.js": {`["ch0001.html","الأول",`, "سطر فيه & وعلامة<"},
	} {
		for _, s := range want {
			if !strings.Contains(files[file], s) {
				t.Errorf("%s has no %s:\n%s", file, s, files[file])
			}
		}
	}
	specimen := site(t, books(t)["specimen"])
	if _, drawn := specimen["images/cover.svg"]; drawn || strings.Contains(specimen["index.html"], "doc-cover") {
		t.Error("a cover that its author did not give is shown")
	}
	if pages := strings.Join(inOrder(specimen), " "); !strings.Contains(pages, " references.html ") || !strings.HasPrefix(pages, "ch0001.html ch0002.html ") {
		t.Errorf("the pages are %s", pages)
	}
	if dedication := specimen["ch0001.html"]; !strings.Contains(dedication, `<h1 class="unseen">`) {
		t.Errorf("the dedication has no title: %s", dedication)
	}
}

// TestWithin: the script parts words where the index does.
func TestWithin(t *testing.T) {
	script := site(t, books(t)["endnotes"])["search.js"]
	m := regexp.MustCompile(`new Set\('([^']*)'`).FindStringSubmatch(script)
	if m == nil || m[1] != strings.Join(web.Within, " ") {
		t.Errorf("the script has %q", m)
	}
}

// TestImprintLast: what a whole imprint says stands behind the contents on the first page,
// once.
func TestImprintLast(t *testing.T) {
	doc, _, err := book.Read(os.DirFS("../samples"), "report", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	home := site(t, doc)["index.html"]
	if _, after, found := strings.Cut(home, "</nav>"); !found || strings.Count(home, `class="imprint"`) != 1 || !strings.Contains(after, `class="imprint"`) {
		t.Errorf("the imprint does not stand behind the contents:\n%s", home)
	}
}

// TestIndexTellsApart: a place of the index whose section is titled as others are is named
// with its chapter.
func TestIndexTellsApart(t *testing.T) {
	doc, _, err := book.Read(os.DirFS("../samples"), "report", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files := site(t, doc)
	for file, data := range files {
		if strings.Contains(data, `role="doc-index"`) && !strings.Contains(data, ">خيمة القراءة، ما عُمل هذه السنة<") {
			t.Errorf("%s names no section with its chapter", file)
		}
	}
}
