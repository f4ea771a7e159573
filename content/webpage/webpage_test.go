package webpage_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"

	"warraq/content/charset"
	"warraq/content/intake"
	"warraq/content/internal/golden"
	"warraq/content/internal/written"
	"warraq/content/webpage"
)

var errAway = errors.New("it is not there")

func away(string) ([]byte, error) { return nil, errAway }

// TestRead reads the pages of the cases as one text, prints the manuscript and the
// report, and counts the words of both sides.
func TestRead(t *testing.T) {
	golden.Run(t, func(files []txtar.File) string {
		var pages []webpage.Page
		source := ""
		for _, f := range files {
			pages = append(pages, webpage.Page{Name: f.Name, Data: f.Data})
			source += " " + plain(t, f.Data)
		}
		text, err := webpage.Read(files[0].Name, pages, webpage.Options{File: away})
		if err != nil {
			return err.Error() + "\n"
		}
		out := written.Text(text, intake.Options{})
		written.Whole(t, source, out)
		return out
	})
}

// plain is the text of a page by a walk that knows nothing but what is never shown.
func plain(t *testing.T, data []byte) string {
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		switch n.Data {
		case "head", "script", "style":
			return
		case "p", "td", "th", "li", "br", "div", "h1", "h2", "dd", "dt", "caption", "figcaption", "cite", "button":
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return b.String()
}

// TestDecode tells how pages are written by their bytes.
func TestDecode(t *testing.T) {
	const arabic, hebrew = "<p>بسم الله الرحمن الرحيم", "<p>שלום עולם טוב"
	in := func(m *charmap.Charmap, s string) string {
		out, err := m.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	utf16 := func(s string) string {
		out := "\xff\xfe"
		for _, r := range s {
			out += string([]byte{byte(r), byte(r >> 8)})
		}
		return out
	}
	for name, c := range map[string]struct{ data, want string }{
		"UTF-8":                 {arabic, arabic},
		"a mark of order":       {"\ufeff" + arabic, arabic},
		"UTF-16":                {utf16(arabic), arabic},
		"windows-1256 unsaid":   {in(charmap.Windows1256, arabic), arabic},
		"windows-1255 unsaid":   {in(charmap.Windows1255, hebrew), hebrew},
		"windows-1256 as UTF-8": {`<meta charset=utf-8>` + in(charmap.Windows1256, arabic), `<meta charset=utf-8>` + arabic},
		"said":                  {`<meta http-equiv=Content-Type content="text/html; charset=iso-8859-6">` + in(charmap.ISO8859_6, "كتاب"), `<meta http-equiv=Content-Type content="text/html; charset=iso-8859-6">كتاب`},
		"UTF-8 as Latin":        {`<meta charset=iso-8859-1>` + arabic, `<meta charset=iso-8859-1>` + arabic},
		"a broken byte":         {arabic + arabic + "\xd9", arabic + arabic + "\ufffd"},
	} {
		if got := charset.Page([]byte(c.data)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestHostile gives pages that are made to take time or memory.
func TestHostile(t *testing.T) {
	const n = 20_000
	for name, page := range map[string]string{
		"deep":               strings.Repeat("<div>", n),
		"deep lists":         strings.Repeat("<ul><li>ب", 150),
		"deep tables":        strings.Repeat("<table><tr><td>ب", 80),
		"deep XML":           `<html xmlns="http://www.w3.org/1999/xhtml">` + strings.Repeat("<div>", n),
		"entities":           `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "` + strings.Repeat("ب", n) + `">]><html xmlns="http://www.w3.org/1999/xhtml"><body>` + strings.Repeat("&b;", 100) + `</body></html>`,
		"a comment":          "<p>ب<!--" + strings.Repeat("ج ", n),
		"an attribute":       `<p class="` + strings.Repeat("a ", n) + `">ب</p>`,
		"formats":            strings.Repeat("<b><font color=a>", 60) + strings.Repeat("<p>ب", n),
		"spans of cells":     "<table>" + strings.Repeat("<tr><td colspan=1000 rowspan=1000>ب", 500) + "</table>",
		"a style":            "<style>" + strings.Repeat("a{b:c;", n) + "</style><p>ب",
		"comments of styles": "<style>" + strings.Repeat("/*", n) + "</style><p>ب",
		"calls":              strings.Repeat(`<p><a id=a href="#b">1</a></p>`, 5000) + `<p id=b><a href="#a">1</a> ب</p>`,
		"notes in notes":     `<p><a id=a href="#b" role=doc-noteref>1</a><p id=b><a id=c href="#d" role=doc-noteref>2</a> ب <a href="#a">1</a><p id=d><a href="#b">1</a> <a href="#c">2</a>`,
	} {
		text, err := webpage.Read("f.html", []webpage.Page{{Name: "f.html", Data: []byte(page)}}, webpage.Options{})
		if err != nil {
			continue
		}
		if out := written.Text(text, intake.Options{}); len(out) > 40*len(page)+10_000 {
			t.Errorf("%s: %d bytes give %d", name, len(page), len(out))
		}
	}
}

// TestOutside asks for files outside of the folder.
func TestOutside(t *testing.T) {
	page := `<img src="../x.png"><img src="a/../../x.png"><img src="/x.png"><img src="%2e%2e/x.png"><img src="..\x.png"><img src="file:///x.png"><link rel=stylesheet href="../s.css">`
	_, err := webpage.Read("f.html", []webpage.Page{{Name: "f.html", Data: []byte(page)}}, webpage.Options{File: func(name string) ([]byte, error) {
		if strings.Contains(name, "..") || strings.HasPrefix(name, "/") {
			t.Errorf("%s was asked for", name)
		}
		return nil, errAway
	}})
	if err != nil {
		t.Error(err)
	}
}

// FuzzRead reads any bytes.
func FuzzRead(f *testing.F) {
	for _, s := range golden.Seeds(f) {
		f.Add(s)
	}
	f.Add([]byte(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p/>a<br/></body></html>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := webpage.Read("f.html", []webpage.Page{{Name: "f.html", Data: data}}, webpage.Options{File: away})
		if err == nil {
			written.Text(text, intake.Options{Guess: true})
		}
	})
}
