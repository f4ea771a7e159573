package pagelist

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
)

// listed is the page breaks of an EPUB, in the order in which it is read, and
// what its page list calls each.
type listed struct {
	Breaks []pageBreak
	list   map[string]string // label by id
}

// pageBreak is where an EPUB says that a page begins.
type pageBreak struct {
	id, label     string
	before, after []saying
	front         bool // it stands in the title page or the contents
	first         bool // before it are only the cover, the title page or the contents
}

// Read reads the documents of an EPUB in the order of its spine.
func Read(file string) (*listed, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	var opf struct {
		Items []struct {
			ID         string `xml:"id,attr"`
			Href       string `xml:"href,attr"`
			Properties string `xml:"properties,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	data, err := read(z, "EPUB/package.opf")
	if err == nil {
		err = xml.Unmarshal(data, &opf)
	}
	if err != nil {
		return nil, err
	}
	e := &listed{list: make(map[string]string)}
	r := &breakReader{listed: e, front: true}
	for _, ref := range opf.Spine {
		for _, item := range opf.Items {
			if item.ID != ref.ID {
				continue
			}
			data, err := read(z, path.Join("EPUB", item.Href))
			if err == nil {
				err = r.document(data)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	r.cut()
	return e, nil
}

func read(z *zip.ReadCloser, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// breakReader gathers text between page breaks.
type breakReader struct {
	*listed
	since []saying // since the last break
	front bool     // some of that is a title page or the contents, or there is nothing
	own   bool     // this document is one of those, which say less or more than in print
}

// cut ends the text after the last break, and begins that before the next.
func (r *breakReader) cut() {
	if n := len(r.Breaks); n > 0 {
		r.Breaks[n-1].after = r.since
	}
}

// lines are the elements that begin a line.
var lines = strings.Fields("p td th li dt dd br h1 h2 h3 h4 h5 h6 figcaption caption pre")

// document reads one document. What is not printed there is left out: the
// notes at its end, the lists of the navigation document, what only stands for
// marks.
func (r *breakReader) document(data []byte) error {
	text := string(data)
	r.own = slices.ContainsFunc([]string{`class="titlepage"`, `role="doc-toc"`, `class="cover"`}, func(mark string) bool {
		return strings.Contains(text, mark)
	})
	d := xml.NewDecoder(strings.NewReader(text))
	var open []xml.StartElement
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if attr(t, "role") == "doc-pagebreak" {
				r.Breaks, r.since = r.begin(t), nil
			}
			open = append(open, t.Copy())
			if slices.Contains(lines, t.Name.Local) {
				r.since = append(r.since, saying{text: " "})
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			r.text(string(t), open)
		}
	}
}

// begin is the breaks with one more, which ends the text before it.
func (r *breakReader) begin(t xml.StartElement) []pageBreak {
	r.cut()
	b := pageBreak{id: attr(t, "id"), label: attr(t, "aria-label"), before: r.since, front: r.own, first: r.front}
	r.front = false
	return append(r.Breaks, b)
}

// text adds what is said in the elements that are open.
func (r *breakReader) text(s string, open []xml.StartElement) {
	p := saying{text: s}
	for _, t := range open {
		class := strings.Fields(attr(t, "class"))
		switch {
		case t.Name.Local == "details": // the table that a chart is drawn of
			return
		case t.Name.Local == "head", slices.Contains(class, "notes"), slices.Contains(class, "check"):
			return
		case t.Name.Local == "nav" && attr(t, "type") == "page-list":
			if a := open[len(open)-1]; a.Name.Local == "a" {
				_, id, _ := strings.Cut(attr(a, "href"), "#")
				r.list[id] = s
			}
			return
		case t.Name.Local == "nav" && attr(t, "type") == "landmarks":
			return
		case t.Name.Local == "a":
			p.link = true
		case t.Name.Local == "dt":
			p.marker = true
		case t.Name.Local == "figure", t.Name.Local == "table":
			p.aside = true
		}
	}
	r.since = append(r.since, p)
	r.front = r.front || r.own
}

// attr is the value of an attribute, whatever its namespace.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
