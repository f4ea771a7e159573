package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/picture"
)

// archival tells whether the file may claim PDF/A. A picture in the colours of
// a press has no meaning without that press's profile (ISO 19005-2 6.2.4.3) in it,
// and the samples are not ours to convert.
func (j *job) archival() bool {
	for _, p := range j.images.pictures {
		for _, part := range append([]*picture.Picture{p}, p.Parts...) {
			if part.Drawing == nil && part.Color.Space == picture.CMYK && part.Color.Profile == nil {
				return false
			}
		}
	}
	return true
}

// group is the entry of a page that has anything one can see through: the space
// in which it is blended (ISO 32000-1 11.6.6; ISO 19005-2 6.2.10).
func (j *job) group(page *display.Page) string {
	for _, it := range page.Items {
		m, ok := it.(*display.Image)
		if !ok {
			continue
		}
		if p := j.book.Pictures[m.Asset]; p != nil && p.SeeThrough() {
			if j.press != nil {
				return "/Group<</S/Transparency/CS/DeviceCMYK>>"
			}
			return "/Group<</S/Transparency/CS/DeviceRGB>>"
		}
	}
	return ""
}

// intent adds what the colours of the book mean (ISO 32000-1 14.11.5;
// ISO 19005-2 6.2.3).
func intent(j *job) error {
	profile := j.AddStream("/N 3", srgbProfile(), true)
	j.intent = j.Add(fmt.Sprintf("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>", profile))
	return nil
}

// claims are the standards that the file keeps: PDF/UA-1 and PDF/A-2a, but for a
// book with pictures in the colours of a press, or with characters of private
// use.
func (j *job) claims() string {
	claims := "<pdfuaid:part>1</pdfuaid:part>\n"
	if j.archival() {
		claims += "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>" + j.level() + "</pdfaid:conformance>\n" + uaSchema
	}
	return claims
}

// level is A, accessible, but for a book with characters whose meaning none but
// its author knows (ISO 19005-2 6.2.11.7.3): then it is U.
func (j *job) level() string {
	if j.private() {
		return "U"
	}
	return "A"
}

// private tells a book with characters of private use.
func (j *job) private() bool {
	return slices.ContainsFunc(j.set.Fonts, func(enc *fonts.Encoding) bool {
		return slices.ContainsFunc(enc.Sorts, func(s fonts.Sort) bool { return hasPrivate(s.Text) })
	})
}

func hasPrivate(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Co, r) })
}

// uaSchema describes the property of PDF/UA, which PDF/A does not know
// (ISO 19005-2 6.6.2.3.3).
const uaSchema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
	`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>` +
	"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"

// identifying are the namespaces of claims.
const identifying = ` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"` +
	` xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"` +
	` xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"`
