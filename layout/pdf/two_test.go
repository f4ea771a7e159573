package pdf_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/layout/pdf"
	"warraq/layout/picture"
)

// two writes a book as PDF 2.0 and reads it.
func two(t testing.TB, p print) *document {
	t.Helper()
	return read(t, p.write(t, pdf.Options{Producer: "warraq 1", Standard: pdf.UA2}))
}

// TestSameInk: the two standards draw the same; all that differs on a page is
// what the stretches are called.
func TestSameInk(t *testing.T) {
	for _, s := range []string{"specimen", "booklet"} {
		p := lay(t, sample(t, s))
		one, two := read(t, p.file), two(t, p)
		for i := range one.pages {
			if a, b := drawing(one, i), drawing(two, i); a != b {
				t.Fatalf("%s, page %d:\n%s\n%s", s, i+1, a, b)
			}
		}
	}
}

// drawing lists the operators of a page, without the types of its stretches.
func drawing(d *document, page int) string {
	var b strings.Builder
	for op, stack := range d.operators(page) {
		if op == "BDC" {
			stack = stack[1:]
		}
		fmt.Fprintln(&b, stack, op)
	}
	return b.String()
}

// TestClaimsOfTwo: what a file of PDF 2.0 says of itself, by what is in the book.
func TestClaimsOfTwo(t *testing.T) {
	const accessible = "http://pdfa.org/declarations/wtpdf#accessibility1.0"
	date := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, c := range []struct {
		name, text, want string
		press            bool
	}{
		{name: "text", text: "# ف\n\n![صورة](a.png)\n", want: "2 2024 4 2020"},
		{name: "press", text: "# ف\n\n![صورة](a.png)\n", want: "2 2024", press: true},
		{name: "private use", text: "# ف\n\n![صورة](a.png)\n\nنص \ue000\n", want: "4 2020"},
		{name: "private use in what a picture shows", text: "# ف\n\n![صورة \ue000](a.png)\n", want: "4 2020"},
	} {
		p := lay(t, readFolder(t, []txtar.File{{Name: "a.md", Data: []byte(c.text)}, {Name: "a.png"}}))
		if c.press {
			p.book.Pictures["a.png"].Color.Space = picture.CMYK
		}
		file := p.write(t, pdf.Options{Standard: pdf.UA2, Date: date, Producer: "warraq"})
		d := read(t, file)
		xmp := string(d.streams[d.catalog()["Metadata"].(ref)])
		if got := values(xmp, "pdfuaid:part", "pdfuaid:rev", "pdfaid:part", "pdfaid:rev", "pdfaid:conformance"); got != c.want {
			t.Errorf("%s: claims %s, want %s", c.name, got, c.want)
		}
		if strings.Contains(xmp, accessible) != strings.HasPrefix(c.want, "2") || strings.Contains(xmp, "pdfaExtension") || strings.Contains(xmp, "reuse") {
			t.Errorf("%s: %s", c.name, xmp)
		}
		root := d.catalog()
		if shown := d.dict(root["ViewerPreferences"])["DisplayDocTitle"]; !strings.Contains(xmp, "<dc:title>") || shown != name("\x00true") ||
			d.dict(root["MarkInfo"])["Marked"] != shown || text(root["Lang"]) == "" {
			t.Errorf("%s: %v\n%s", c.name, root, xmp)
		}
		if !bytes.HasPrefix(file, []byte("%PDF-2.0\n%")) || d.trailer["Info"] != nil {
			t.Errorf("%s: not PDF 2.0, or with Info", c.name)
		}
	}
}

// TestFarSpan: a place in a paragraph that began on an earlier page is led to by
// its page, and by the beginning of the paragraph.
func TestFarSpan(t *testing.T) {
	long := strings.Repeat("كلمة بعد كلمة ", 400)
	p := lay(t, manuscript(t, small, "# ف\n\n"+long+"[هنا]{#far} كفى.\n\n[رابط](#far)\n"))
	d := two(t, p)
	d.rules(t)
	leaf := d.dict(d.dict(d.dict(d.catalog()["Names"])["Dests"])["Kids"].([]any)[0])["Names"].([]any)
	to := d.dict(leaf[slices.Index(leaf, any("far"))+1])
	elem := to["SD"].([]any)
	if page := to["D"].([]any)[0]; d.dict(elem[0])["Pg"] == page || elem[3] != elem[2] {
		t.Errorf("page %v, and %v, which begins on page %v", page, elem, d.dict(elem[0])["Pg"])
	}
}

// The namespaces of structure types.
const (
	ssn1 = "http://iso.org/pdf/ssn"
	ssn2 = "http://iso.org/pdf2/ssn"
)

// holdings is what each type may hold, of those that occur in books, after
// ISO/TS 32005:2023 table 5; "#" is content. What may hold all is not in it.
// Types that are looked through, Div and Part, count as what they hold.
var holdings = map[string]string{
	"Document":   "Sect P H L Table Figure FENote TOC BlockQuote Code Link Index Title",
	"Sect":       "Sect P H L Lbl Table Figure Caption FENote TOC BlockQuote Code Link Index Title",
	"P":          "# L Lbl Table Figure FENote Code Link Reference Span Em Strong",
	"H":          "# Sect Lbl Figure FENote Code Link Reference Span Em Strong",
	"L":          "L LI Caption",
	"LI":         "# Lbl LBody",
	"Lbl":        "# Figure FENote Code Link Reference Span Em Strong",
	"LBody":      "# Sect P H L Table Figure Caption FENote BlockQuote Code Link Reference Span Index Em Strong",
	"Table":      "TR Caption",
	"TR":         "TH TD",
	"TH":         "# Sect P H L Lbl Table Figure FENote Code Link Reference Span Index Em Strong",
	"TD":         "# Sect P H L Lbl Table Figure FENote Code Link Reference Span Index Em Strong",
	"Figure":     "# Sect P H L Lbl Table Figure Caption FENote BlockQuote Code Link Reference Span Index Em Strong",
	"Caption":    "# Sect P H L Lbl Table Figure FENote BlockQuote Code Link Reference Span Index Em Strong",
	"FENote":     "# Sect P L Lbl Table Figure Caption FENote BlockQuote Code Link Reference Span Index Em Strong",
	"TOC":        "Caption TOC TOCI",
	"TOCI":       "P Lbl TOC Reference",
	"BlockQuote": "# Sect P H L Lbl Table Figure Caption FENote TOC BlockQuote Code Link Reference Index",
	"Code":       "# Sect P L Lbl Table Figure Caption FENote BlockQuote Code Link Reference Span Index Em Strong",
	"Link":       "# Sect P H L Lbl Table Figure Caption FENote BlockQuote Code Reference Span Title Em Strong",
	"Reference":  "# Sect P H L Lbl Table Figure Caption FENote BlockQuote Code Reference Span Title Em Strong",
	"Span":       "# Lbl Figure FENote Code Link Reference Span Em Strong",
	"Em":         "# Lbl Figure FENote Code Link Reference Span Em Strong",
	"Strong":     "# Lbl Figure FENote Code Link Reference Span Em Strong",
	"Index":      "Sect P H L Table Figure Caption FENote Reference",
	"Title":      "# P L Lbl Table Figure Caption FENote Code Link Reference Span Em Strong",
}

// types1 are the types that PDF 2.0 has from PDF 1.7, types2 those that it has
// itself, as far as they occur.
const (
	types1 = " BlockQuote Code Index Reference TOC TOCI "
	types2 = " Document Part Sect Div P H L LI Lbl LBody Table TR TH TD Caption Figure FENote Link Span Em Strong Title "
)

// node is an element as its rules see it.
type node struct {
	at    ref
	dict  dict
	typ   string // H for every heading
	kids  []*node
	above *node
	own   bool // it has content
}

// rules asks of the structure of a file what PDF/UA-2 and ISO/TS 32005 ask.
func (d *document) rules(t *testing.T) {
	t.Helper()
	root := d.dict(d.catalog()["StructTreeRoot"])
	top, ok := root["K"].(ref)
	if !ok || d.dict(top)["S"] != name("Document") || d.spaceOf(d.dict(top)) != ssn2 {
		t.Fatalf("8.2.5.2: %v", root["K"])
	}
	nodes := make(map[ref]*node)
	d.node(t, nodes, top, nil)
	for _, n := range nodes {
		d.holds(t, n)
		d.refers(t, nodes, n)
	}
	d.leads(t, nodes)
}

// spaceOf is the namespace of an element's type.
func (d *document) spaceOf(e dict) string { return text(d.dict(e["NS"])["NS"]) }

// node reads an element; its type is one of its namespace, or ours and mapped to
// such a one (ISO 14289-2 8.2.4).
func (d *document) node(t *testing.T, nodes map[ref]*node, at ref, above *node) *node {
	e := d.dict(at)
	n := &node{at: at, dict: e, above: above}
	nodes[at] = n
	typ, space := string(e["S"].(name)), d.spaceOf(e)
	if old := d.dict(d.dict(d.catalog()["StructTreeRoot"])["RoleMap"])[typ]; old == nil && (space != ssn1 && space != ssn2 || typ == "FENote" || typ == "Title") {
		t.Errorf("readers of old do not know %s", typ)
	}
	if space != ssn1 && space != ssn2 {
		to, ok := d.dict(d.dict(e["NS"])["RoleMapNS"])[typ].([]any)
		if standard := strings.Contains(types1+types2, " "+typ+" "); !ok || standard {
			t.Fatalf("8.2.4: %s is standard (%v), mapped (%v)", typ, standard, ok)
		}
		typ, space = string(to[0].(name)), text(d.dict(to[1])["NS"])
	}
	if len(typ) == 2 && typ[0] == 'H' {
		typ = "H"
	}
	if n.typ = typ; !strings.Contains(map[string]string{ssn1: types1, ssn2: types2}[space], " "+typ+" ") {
		t.Errorf("8.2.4: %s is no type of %s", typ, space)
	}
	kids, _ := e["K"].([]any)
	for _, k := range kids {
		if r, ok := k.(ref); ok {
			n.kids = append(n.kids, d.node(t, nodes, r, n))
		} else {
			n.own = true
		}
	}
	return n
}

// through tells the types that are looked through.
func (n *node) through() bool { return n.typ == "Div" || n.typ == "Part" }

// members are what an element holds.
func (n *node) members() (all []*node) {
	for _, k := range n.kids {
		if k.through() {
			all = append(all, k.members()...)
		} else {
			all = append(all, k)
		}
	}
	return all
}

func (n *node) has(typ string) bool {
	return slices.ContainsFunc(n.members(), func(k *node) bool { return k.typ == typ })
}

// widths are how many columns the rows of a table take, with what cells of the rows
// above them reach down to.
func (d *document) widths(members []*node) (widths []int) {
	span := func(n *node, key string) int {
		if v, ok := d.attribute(n.dict, "Table", key).(float64); ok {
			return int(v)
		}
		return 1
	}
	var reach []int // rows that each cell from above goes on for, by its columns
	for _, row := range members {
		if row.typ != "TR" {
			continue
		}
		width := 0
		for i := range reach {
			if reach[i] > 0 {
				width, reach[i] = width+1, reach[i]-1
			}
		}
		for _, cell := range row.members() {
			for range span(cell, "ColSpan") {
				width++
				reach = append(reach, span(cell, "RowSpan")-1)
			}
		}
		widths = append(widths, width)
	}
	return widths
}

// holds checks what an element holds and says.
func (d *document) holds(t *testing.T, n *node) {
	members := n.members()
	if may, ok := holdings[n.typ]; ok {
		for _, m := range members {
			if !slices.Contains(strings.Fields(may), m.typ) {
				t.Errorf("32005: %s %d holds %s", n.typ, n.at, m.typ)
			}
		}
		if n.own && may[0] != '#' {
			t.Errorf("32005: %s %d has content", n.typ, n.at)
		}
	}
	for i, m := range members {
		if m.typ == "Caption" && i > 0 && i+1 < len(members) {
			t.Errorf("8.2.5.27: the caption of %s %d is neither first nor last", n.typ, n.at)
		}
	}
	switch n.typ {
	case "L":
		labels := slices.ContainsFunc(members, func(m *node) bool { return m.typ == "LI" && m.has("Lbl") })
		if numbering, _ := d.attribute(n.dict, "List", "ListNumbering").(name); labels && (numbering == "" || numbering == "None") {
			t.Errorf("8.2.5.25: list %d has labels, and %q", n.at, numbering)
		}
	case "LI":
		if n.own {
			t.Errorf("8.2.5.25: item %d has content", n.at)
		}
	case "Table":
		widths := d.widths(members)
		for _, w := range widths {
			if w != widths[len(widths)-1] {
				t.Errorf("8.2.5.26: table %d is not regular", n.at)
			}
		}
	case "Figure":
		if n.dict["Alt"] == nil {
			t.Errorf("8.2.5.28: figure %d says nothing", n.at)
		}
	}
}

// attribute is the value of an attribute of an owner, nil for none.
func (d *document) attribute(e dict, owner, key string) any {
	for _, a := range d.attributes(e) {
		if a["O"] == name(owner) && a[key] != nil {
			return a[key]
		}
	}
	return nil
}

// refers checks what an element refers to: notes and their calls each other,
// entries of contents what they are the title of (8.2.5.8, 8.2.5.14).
func (d *document) refers(t *testing.T, nodes map[ref]*node, n *node) {
	for _, r := range n.refs() {
		to := nodes[r]
		if to == nil {
			t.Fatalf("%s %d refers to %d, which is in no structure", n.typ, n.at, r)
		}
		if note := n.typ == "FENote" || to.typ == "FENote"; note && !slices.Contains(to.refs(), n.at) {
			t.Errorf("8.2.5.14: %s %d refers to %s %d, not back", n.typ, n.at, to.typ, to.at)
		}
	}
	switch n.typ {
	case "TOCI":
		if !slices.ContainsFunc(n.kids, func(k *node) bool { return len(k.refs()) == 1 }) {
			t.Errorf("8.2.5.8: entry %d refers to nothing", n.at)
		}
	case "FENote":
		kind := d.attribute(n.dict, "FENote", "NoteType")
		of := kind == name("Footnote") || kind == name("Endnote")
		if strings.HasPrefix(fmt.Sprint(n.dict["ID"]), "side-") { // in the margin, without a call
			of = kind == name("None")
		}
		if !of || len(n.refs()) == 0 {
			t.Errorf("8.2.5.14: note %d is a %v, called by %d", n.at, kind, len(n.refs()))
		}
	}
}

func (n *node) refs() (all []ref) {
	list, _ := n.dict["Ref"].([]any)
	for _, r := range list {
		all = append(all, r.(ref))
	}
	return all
}

// leads checks that all that leads into the file leads to an element, and to the
// page on which that begins or one behind it (8.8, 8.2.5.20).
func (d *document) leads(t *testing.T, nodes map[ref]*node) {
	check := func(what string, to dict) {
		page, _ := to["D"].([]any)
		elem, _ := to["SD"].([]any)
		if len(page) != 5 || len(elem) != 5 || nodes[elem[0].(ref)] == nil {
			t.Fatalf("8.8: %s leads to %v", what, to)
		}
		if nodes[elem[0].(ref)].typ == "Document" {
			t.Errorf("8.8: %s leads to the whole book", what)
		}
		begins := slices.Index(d.refs, d.firstPage(nodes[elem[0].(ref)]))
		if at := slices.Index(d.refs, page[0].(ref)); begins > at || (begins == at) != (elem[3] == page[3]) {
			t.Errorf("8.8: %s leads to page %d, its element begins on %d: %v", what, at, begins, to)
		}
	}
	targets := make(map[any]any) // of the elements of links
	parents := d.parents()
	for i, page := range d.pages {
		annots, _ := page["Annots"].([]any)
		for _, a := range annots {
			note := d.dict(a)
			action := d.dict(note["A"])
			if note["Dest"] != nil {
				t.Errorf("8.8: page %d: %v", i+1, note)
			}
			if action["S"] != name("GoTo") {
				continue
			}
			check(fmt.Sprintf("page %d", i+1), action)
			elem, to := parents[int(note["StructParent"].(float64))], action["SD"].([]any)[0]
			if before := targets[elem]; before != nil && before != to {
				t.Errorf("8.2.5.20: element %v leads to %v and %v", elem, before, to)
			}
			targets[elem] = to
		}
	}
	var list func(at any)
	list = func(at any) {
		for ; at != nil; at = d.dict(at)["Next"] {
			check("outline", d.dict(d.dict(at)["A"]))
			list(d.dict(at)["First"])
		}
	}
	list(d.dict(d.catalog()["Outlines"])["First"])
	if names := d.dict(d.catalog()["Names"])["Dests"]; names != nil {
		leaf := d.dict(d.dict(names)["Kids"].([]any)[0])["Names"].([]any)
		for i := 0; i < len(leaf); i += 2 {
			check(fmt.Sprintf("name %s", leaf[i]), d.dict(leaf[i+1]))
		}
	}
}

// firstPage is the page on which an element begins.
func (d *document) firstPage(n *node) ref {
	kids, _ := n.dict["K"].([]any)
	i := 0
	for _, k := range kids {
		if _, ok := k.(ref); !ok {
			if k, ok := k.(dict); ok && k["Pg"] != nil {
				return k["Pg"].(ref)
			}
			return n.dict["Pg"].(ref)
		}
		if page := d.firstPage(n.kids[i]); page != 0 {
			return page
		}
		i++
	}
	return 0
}
