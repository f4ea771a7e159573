package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
)

// imports are files of other programs.
func imports() (all []input) {
	one := func(name, file string, data func() string) {
		all = append(all, input{name: "import: " + name, files: map[string]func() string{file: data},
			args: []string{"build", "book/" + file, "-q", "-o", "out"}})
	}
	// last is for a server, since it is large and may be a book.
	last := func() {
		in := &all[len(all)-1]
		in.args = append(in.args, serversLimits...)
	}
	docx := func(name string, inside func() string) {
		one("docx, "+name, "a.docx", func() string { return word(inside()) })
	}
	const par = `<w:p><w:r><w:t>نص</w:t></w:r></w:p>`
	odt := func(name string, inside func() string) {
		one("odt, "+name, "a.odt", func() string { return open(inside()) })
	}
	page := func(name string, inside func() string) {
		one("html, "+name, "a.html", func() string { return "<!DOCTYPE html><html lang=ar><title>كتاب</title><body>" + inside() })
	}
	for _, kind := range []string{"docx", "odt", "epub", "html", "doc", "rtf", "fb2"} {
		one(kind+", empty", "a."+kind, is(""))
		one(kind+", binary", "a."+kind, is(strings.Repeat("\x00\xff\x01", 1000)))
		one(kind+", signature alone", "a."+kind, is("PK\x03\x04"))
		one(kind+", empty zip", "a."+kind, func() string { return zipped() })
		one(kind+", zeros of 40 MB", "a."+kind, func() string {
			return zipped("word/document.xml", strings.Repeat("\x00", 40<<20), "content.xml", strings.Repeat(" ", 40<<20), "META-INF/container.xml", strings.Repeat(" ", 40<<20))
		})
		one(kind+", parts × 30000", "a."+kind, func() string {
			return zipped(strings.Split(strings.TrimSuffix(times(30_000, "p%d\n\n"), "\n"), "\n")...)
		})
		one(kind+", part outside", "a."+kind, func() string { return zipped("../../x", "x", "word/document.xml", "x") })
		one(kind+", false lengths", "a."+kind, func() string { return strings.ReplaceAll(zipped("word/document.xml", "<x/>"), "<x/>", "<xx>") })
	}
	docx("paragraphs × 50000", func() string { return times(50_000, par) })
	docx("one paragraph of runs × 100000", func() string { return "<w:p>" + times(100_000, "<w:r><w:t>ن</w:t></w:r>") + "</w:p>" })
	docx("elements within each other × 500", func() string { return times(500, "<w:p>") + times(500, "</w:p>") })
	docx("tables within each other × 60", func() string {
		return times(60, "<w:tbl><w:tr><w:tc>") + par + times(60, par+"</w:tc></w:tr></w:tbl>")
	})
	docx("columns × 20000", func() string { return "<w:tbl><w:tr>" + times(20_000, "<w:tc>"+par+"</w:tc>") + "</w:tr></w:tbl>" })
	docx("document type", is(`<w:p/>`))
	docx("fields × 20000", func() string {
		return "<w:p>" + times(20_000, `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`) + "</w:p>"
	})
	docx("bookmarks × 50000", func() string {
		return "<w:p>" + times(50_000, `<w:bookmarkStart w:id="%d" w:name="b%d"/>`) + "</w:p>"
	})
	docx("boxes within each other × 60", func() string {
		return "<w:p>" + times(60, "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>") + times(60, "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>") + "</w:p>"
	})
	docx("not whole", is("<w:p><w:r>"))
	docx("spans of cells", is(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>`+par+`</w:tc></w:tr></w:tbl>`))
	docx("numbers of lists", is(`<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="-5"/></w:numPr></w:pPr></w:p>`))
	odt("paragraphs × 50000", func() string { return times(50_000, "<text:p>نص</text:p>") })
	odt("spaces × 1000000000", is(`<text:p>ن<text:s text:c="1000000000"/>ن</text:p>`))
	odt("cells × 1000000000", is(`<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>ن</text:p></table:table-cell></table:table-row></table:table>`))
	odt("spans within each other × 150", func() string {
		return "<text:p>" + times(150, "<text:span>") + "ن" + times(150, "</text:span>") + "</text:p>"
	})
	odt("lists within each other × 60", func() string {
		return times(60, "<text:list><text:list-item>") + "<text:p>ن</text:p>" + times(60, "</text:list-item></text:list>")
	})
	odt("notes × 20000", func() string {
		return "<text:p>" + times(20_000, `<text:note text:id="n%d"><text:note-body><text:p>ن</text:p></text:note-body></text:note>`) + "</text:p>"
	})
	last()
	for _, n := range []int{1_000, 20_000, 200_000} {
		page(fmt.Sprintf("paragraphs × %d", n), func() string { return times(n, "<p>نص</p>") })
		page(fmt.Sprintf("tags that do not end × %d", n), func() string { return times(n, "<div><b>ن") })
		page(fmt.Sprintf("tables within each other × %d", n), func() string { return times(n, "<table><tr><td>") })
		page(fmt.Sprintf("lists within each other × %d", n), func() string { return times(n, "<ul><li>ن") })
		page(fmt.Sprintf("misnested formats × %d", n), func() string { return times(n, "<b><i>ن</b>") })
		page(fmt.Sprintf("attributes × %d", n), func() string { return "<p " + times(n, `a%d="x" `) + ">ن" })
		page(fmt.Sprintf("comments × %d", n), func() string { return times(n, "<!-- x -->") + "<p>ن" })
		page(fmt.Sprintf("rules of a style × %d", n), func() string { return "<style>" + times(n, ".a%d{font-weight:bold}") + "</style><p class=a1>ن" })
		page(fmt.Sprintf("rules and paragraphs × %d", n), func() string {
			return "<style>" + times(n, ".a%d{font-weight:bold}") + "</style>" + times(n, "<p class='a%d'>ن")
		})
		if n > usual {
			last()
		}
		page(fmt.Sprintf("notes × %d", n), func() string {
			return times(n, `<p>ن<a href="#n%d" id="r%d">1</a>`) + times(n, `<p id="n%d"><a href="#r%d">1</a> ح`)
		})
		if n == 20_000 {
			last() // few enough for the usual limits
		}
	}
	page("spans of cells", is("<table><tr><td colspan=999999999 rowspan=999999999>ن<td>ن</table>"))
	page("script", is("<script>alert(1)</script><p onclick='x'>ن<iframe src='http://example.org/'></iframe>"))
	page("base", is("<base href='http://example.org/'><img src='a.png'><p>ن"))
	return all
}

// zipped is a zip of parts: a name, a text, a name …
func zipped(parts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			panic(err)
		}
		io.WriteString(w, parts[i+1])
	}
	z.Close()
	return b.String()
}

// word is a document of Word with a body.
func word(inside string) string {
	return zipped(
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>`+inside+`</w:body></w:document>`)
}

// open is a document of OpenDocument with a body.
func open(inside string) string {
	return zipped("mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>`+inside+`</office:text></office:body></office:document-content>`)
}
