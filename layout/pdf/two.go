package pdf

import (
	"fmt"
	"slices"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/pdf/cos"
)

// What PDF 2.0 says in its own way: whose types those of the structure are, and
// where a link leads.

// destinations lead to a part of the book as readers know it, by its page, and
// as PDF/UA-2 wants it, by its element (ISO 32000-2 12.3.2.3; ISO 14289-2 8.8).
// The element's place is on the page where it begins: one that begins before
// the page of the place leads to its own beginning.
func (j *job) destinations(id content.ID, spot display.Spot) string {
	e := j.tags.ElementOf(id)
	y := "null"
	if e.BeginsOn() == spot.Page {
		y = cos.Num(j.book.Style.Trim.H - spot.Y)
	}
	return fmt.Sprintf("/D%s/SD[%s/XYZ null %s null]", j.destination(spot), e.Object(&j.File), y)
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
	return slices.ContainsFunc(said, hasPrivate) || j.tags.Says(hasPrivate)
}

// identifyingTwo are the namespaces of these claims. PDF/A-4 wants no schemas.
const identifyingTwo = ` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
	` xmlns:pdfd="http://pdfa.org/declarations/"`
