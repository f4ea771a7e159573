package pdf

import (
	"fmt"
	"slices"
	"strings"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
)

// What PDF 2.0 says in its own way: whose types those of the structure are, and
// where a link leads.

// namespace is whose a structure type is (ISO 32000-2 14.7.4.2).
type namespace uint8

const (
	ofTwo    namespace = iota // PDF 2.0's,
	ofOne                     // PDF 1.7's alone,
	ofWarraq                  // ours
)

// namespaceNames name them. Ours is a name, no address.
var namespaceNames = [...]string{"http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn", "urn:x-warraq:structure"}

// oldTypes are the types that we use and PDF 2.0 has only from PDF 1.7
// (ISO 32000-2 14.8.6).
var oldTypes = []string{"BlockQuote", "Code", "Index", "Reference", "TOC", "TOCI"}

// namespaceOf is whose a type is. Title, which is ours before, is one of PDF 2.0.
func namespaceOf(tag string) namespace {
	switch {
	case slices.Contains(oldTypes, tag):
		return ofOne
	case tag != "Title" && slices.ContainsFunc(ownTypes, func(t [2]string) bool { return t[0] == tag }):
		return ofWarraq
	}
	return ofTwo
}

// namespace is the entry of an element that tells whose its type is.
func (j *job) namespace(tag string) string { return "/NS " + j.spaces[namespaceOf(tag)].String() }

// namespaces are the entries of the structure's root that tell of the namespaces,
// and map our types. All elements say whose their types are, so that the old map
// is for readers alone that know no namespaces: poppler leaves out what it does
// not know.
func (j *job) namespaces() string {
	var ours strings.Builder
	for _, t := range ownTypes {
		if namespaceOf(t[0]) == ofWarraq {
			fmt.Fprintf(&ours, "/%s[/%s %s]", t[0], t[1], j.spaces[namespaceOf(t[1])])
		}
	}
	for i, name := range namespaceNames {
		entries := "<</Type/Namespace/NS" + cos.Text(name)
		if namespace(i) == ofWarraq {
			entries += "/RoleMapNS<<" + ours.String() + ">>"
		}
		j.Put(j.spaces[i], entries+">>")
	}
	old := slices.Concat(ownTypes, [][2]string{{"FENote", "Note"}})
	return fmt.Sprintf("/Namespaces[%s %s %s]%s", j.spaces[ofTwo], j.spaces[ofOne], j.spaces[ofWarraq], roleMap(old))
}

// destinations lead to a part of the book as readers know it, by its page, and
// as PDF/UA-2 wants it, by its element (ISO 32000-2 12.3.2.3; ISO 14289-2 8.8).
// The element's place is on the page where it begins: one that begins before
// the page of the place leads to its own beginning.
func (j *job) destinations(id content.ID, spot display.Spot) string {
	e := j.tags.elementOf(id)
	y := "null"
	if e.beginsOn() == spot.Page {
		y = cos.Num(j.book.Style.Trim.H - spot.Y)
	}
	return fmt.Sprintf("/D%s/SD[%s/XYZ null %s null]", j.destination(spot), j.numbered(e), y)
}

// beginsOn is the index of the page on which an element begins.
func (e *element) beginsOn() int {
	for _, k := range e.kids {
		if k.elem == nil {
			return k.page
		}
		if page := k.elem.beginsOn(); page >= 0 {
			return page
		}
	}
	return -1
}

// claimsOfTwo are the standards that a file of PDF 2.0 keeps: PDF/UA-2, the
// accessibility level of Well-Tagged PDF 1.0, and PDF/A-4. What none but the
// author knows the meaning of is not accessible (ISO 14289-2 8.4.3, 8.6), and
// colours of a press are not archival. The level of reuse is not claimed, since
// emphasis is not told from other text.
func (j *job) claimsOfTwo() string {
	var claims string
	if !j.private() && !j.saysPrivate() {
		claims = "<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>\n" +
			`<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">` +
			"<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>" +
			"</rdf:li></rdf:Bag></pdfd:declarations>\n"
	}
	if j.archival() {
		claims += "<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>\n"
	}
	return claims
}

// saysPrivate tells whether what is said of the book or of a picture has
// characters of private use.
func (j *job) saysPrivate() bool {
	meta := &j.doc.Meta
	said := append([]string{meta.Title, meta.Description, meta.Rights, meta.Publisher}, meta.Authors...)
	return slices.ContainsFunc(said, hasPrivate) || j.tags.root.saysPrivate()
}

func (e *element) saysPrivate() bool {
	return hasPrivate(e.alt) || slices.ContainsFunc(e.kids, func(k kid) bool { return k.elem != nil && k.elem.saysPrivate() })
}

// identifyingTwo are the namespaces of these claims. PDF/A-4 wants no schemas.
const identifyingTwo = ` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
	` xmlns:pdfd="http://pdfa.org/declarations/"`
