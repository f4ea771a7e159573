package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// pdfFiles are files of PDF that are pictures of a book. Each is small; what is large of
// them is what they come to.
func pdfFiles() []input {
	var l pdfList
	l.contents()
	l.within()
	l.shadings()
	l.images()
	l.numbers()
	l.loops()
	l.odd()
	l.broken()
	return l
}

// pdfList are such inputs. Whatever the file, a book is made; their rows hold what is told of it.
type pdfList []input

// rectangle is what most of them draw.
const rectangle = "0 0 9 9 re f "

// plainPDF is a file with nothing wrong.
var plainPDF = pdfSheet(rectangle, "")

// shown adds a file, shown as a name says.
func (l *pdfList) shown(name, shown string, data func() string) {
	in := text("PDF: "+name, is("# ف\n\n![وصف]("+shown+")\n")).with("p.pdf", data)
	in.told = true
	*l = append(*l, in)
}

// whole adds a file.
func (l *pdfList) whole(name string, data func() string) { l.shown(name, "p.pdf", data) }

// sheet adds a file of one page.
func (l *pdfList) sheet(name, contents, resources string, more ...string) {
	l.whole(name, func() string { return pdfSheet(contents, resources, more...) })
}

// bomb adds a file of one page whose contents are the same over and over, deflated.
func (l *pdfList) bomb(name, before string, n int, form, after, resources string, more ...string) {
	l.whole(fmt.Sprintf("%s × %d", name, n), func() string {
		return pdfOf(append(pdfHead(resources), append([]string{pdfStream("/Filter /FlateDecode", deflated(before, n, form, after))}, more...)...)...)
	})
}

// shading adds a page with a shading, /S of a function or /T of triangles, which is object 5.
func (l *pdfList) shading(name, kind string, objects func() []string) {
	l.whole("shading of "+name, func() string {
		return pdfSheet(kind+" sh", "/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 100 0 100] /Function 5 0 R >> /T 5 0 R >>", objects()...)
	})
}

// image adds a page with a picture, which is object 5.
func (l *pdfList) image(name string, objects func() []string) {
	l.whole("picture of "+name, func() string { return pdfSheet("99 0 0 99 0 0 cm /I Do", "/XObject << /I 5 0 R >>", objects()...) })
}

// contents are operators, very many of them or of much work each.
func (l *pdfList) contents() {
	for _, n := range []int{20_000, 1_000_000, 20_000_000} {
		l.bomb("areas", "", n, rectangle, "", "")
		l.bomb("steps of a path", "0 0 m ", n, "9 9 l ", "f", "")
		l.bomb("states kept", "", n, "q ", rectangle, "")
		l.bomb("numbers in brackets", "[", n, "9 ", "] "+rectangle, "")
		l.bomb("brackets within each other", "", n, "[", rectangle, "")
		l.bomb("words that are no operators", "", n, "nan ", rectangle, "")
	}
	const most = 300_000
	l.bomb("forms", "", most, "/F Do ", rectangle, "/XObject << /F 5 0 R >>", pdfStream("/Subtype /Form /BBox [0 0 9 9]", strings.Repeat(" ", 10_000)))
	l.bomb("masks", "", most, "/G gs ", rectangle, "/ExtGState << /G << /SMask << /S /Alpha /G 5 0 R >> >> >>", pdfStream("/Subtype /Form /BBox [0 0 9 9]", rectangle))
	l.bomb("gradients", "", most, "/S sh ", "", "/Shading << /S << /ShadingType 2 /Coords [0 0 9 9] /ColorSpace /DeviceGray /Function 5 0 R >> >>",
		pdfStream("/FunctionType 4 /Domain [0 1] /Range [0 1]", "{"+strings.Repeat(" dup mul", 4_000)+"}"))
	l.bomb("pictures among operators", "", most, "BI /W 1 /H 1 /CS /G /BPC 8 ID x EI ", "", "")
	l.bomb("colour spaces", "", most, "/C cs ", rectangle, "/ColorSpace << /C [/Separation /A /DeviceRGB 5 0 R] >>",
		pdfStream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", "{"+strings.Repeat(" dup mul", 4_000)+"}"))
	l.bomb("fonts", "", most, "/F 9 Tf ", rectangle, "/Font << /F << /Subtype /Type1 /BaseFont /A /ToUnicode 5 0 R >> >>", pdfStream("", strings.Repeat("<00> <ff> <0041> ", 4_000)+"endbfrange"))
	l.bomb("letters without a font", "BT ", most, "(x) Tj ", "ET", "")
	l.bomb("clip paths", "", most, "0 0 m 9 9 l 0 9 l W n ", rectangle, "")
}

// within are parts that lie within each other, or within themselves.
func (l *pdfList) within() {
	l.sheet("tiles of tiny steps", "/Pattern cs /P scn 0 0 99 99 re f", "/Pattern << /P 5 0 R >>", pdfStream("/PatternType 1 /PaintType 1 /BBox [0 0 9 9] /XStep .0001 /YStep .0001", rectangle))
	l.sheet("tiles within themselves", "/Pattern cs /P scn 0 0 99 99 re f", "/Pattern << /P 5 0 R >>",
		pdfStream("/PatternType 1 /PaintType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources << /Pattern << /P 5 0 R >> >>", "/Pattern cs /P scn 0 0 9 9 re f"))
	// Each form draws the next twice.
	var forms []string
	for i := range 40 {
		forms = append(forms, pdfStream(fmt.Sprintf("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>", 6+i), "/F Do /F Do "+rectangle))
	}
	l.sheet("forms that double", "/F Do", "/XObject << /F 5 0 R >>", forms...)
	l.sheet("form in itself", "/F Do "+rectangle, "/XObject << /F 5 0 R >>", pdfStream("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>", "/F Do "+rectangle))
}

// shadings are such that would take long, or much memory.
func (l *pdfList) shadings() {
	sampled := "/FunctionType 0 /Domain [0 100 0 100] /Range [0 1] "
	l.shading("a table that claims to be huge", "/S", pdfOne(sampled+"/Size [1000000000000 1000000000000] /BitsPerSample 32", is("x")))
	l.shading("a long table", "/S", pdfOne(sampled+"/Filter /FlateDecode /Size [8000 8000] /BitsPerSample 8", bombed(64_000_000, "x")))
	l.shading("a long program", "/S", pdfOne("/FunctionType 4 /Domain [0 100 0 100] /Range [0 1]", is("{"+strings.Repeat(" dup mul", 5_000)+"}")))
	l.shading("functions of themselves", "/S", func() []string {
		return []string{"<< /FunctionType 3 /Domain [0 1] /Bounds [" + strings.Repeat("1 ", 99) + "] /Encode [" + strings.Repeat("0 1 ", 100) + "] /Functions [" + strings.Repeat("5 0 R ", 100) + "] >>"}
	})
	l.shading("large triangles", "/T", pdfOne("/Filter /FlateDecode /ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 100 0 100 0 1]",
		bombed(500_000, "\x00\x00\x00\x00\x00\xff\x00\x00\x00\x00\xff\xff")))
}

// images are pictures in a page.
func (l *pdfList) images() {
	const grays, colors = "/Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray ", "/Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceRGB "
	l.image("a million by a million", pdfOne("/Width 1000000 /Height 1000000 "+grays, is("x")))
	l.image("45 megapixels that are not there", pdfOne("/Width 9000 /Height 5000 "+colors, is("x")))
	l.image("20 megapixels", pdfOne("/Filter /FlateDecode /Width 5000 /Height 4000 "+colors, bombed(20_000_000, "xyz")))
	l.image("9 megapixels with a mask", func() []string {
		return append(pdfOne("/SMask 6 0 R /Filter /FlateDecode /Width 3000 /Height 3000 "+colors, bombed(9_000_000, "xyz"))(),
			pdfOne("/Filter /FlateDecode /Width 3000 /Height 3000 "+grays, bombed(9_000_000, "x"))()...)
	})
	l.image("Flate in Flate", pdfOne("/Filter [/FlateDecode /FlateDecode] /Width 9 /Height 9 "+grays, func() string { return deflated(bombed(500_000_000, "\x00")(), 0, "", "") }))
	l.image("a JPEG cut short", pdfOne("/Filter /DCTDecode /Width 64 /Height 64 /SMask 5 0 R "+grays, is(jpegOf(64, 64)[:200])))
	l.image("a JPEG that claims more", pdfOne("/Filter /DCTDecode /Width 1 /Height 1 /SMask 5 0 R "+grays, is(jpegClaim())))
	l.image("JPEG 2000", pdfOne("/Subtype /Image /Filter /JPXDecode /Width 9 /Height 9", is("x")))
	l.image("JBIG2", pdfOne("/Filter /JBIG2Decode /Width 9 /Height 9 "+grays, is("x")))
}

// numbers are files with very many of something else than operators.
func (l *pdfList) numbers() {
	for _, n := range []int{20_000, 200_000} {
		long := func(name string, data func() string) { l.whole(fmt.Sprintf("%s × %d", name, n), data) }
		long("objects", func() string { return pdfSheet(rectangle, "", strings.Split(times(n, "9\x00"), "\x00")...) })
		long("pages", func() string {
			return pdfOf("<< /Pages 2 0 R >>", "<< /Kids ["+times(n, "<< /MediaBox [0 0 9 9] /Contents 3 0 R >> ")+"] >>", pdfStream("", rectangle))
		})
		long("pages within each other", func() string {
			var nodes []string
			for i := range n {
				nodes = append(nodes, fmt.Sprintf("<< /Kids [%d 0 R] >>", i+3))
			}
			return pdfOf(append([]string{"<< /Pages 2 0 R >>"}, nodes...)...)
		})
		long("lengths of each other", func() string {
			var chain []string
			for i := range n {
				chain = append(chain, fmt.Sprintf("<< /Length %d 0 R >>\nstream\n%s\nendstream", i+5, rectangle))
			}
			return pdfOf(append(pdfHead(""), chain...)...)
		})
		long("strings that do not end", func() string { return "%PDF-1.7\n" + times(n, "%d 0 obj (\n") })
		long("streams that do not end", func() string { return "%PDF-1.7\n" + times(n, "%d 0 obj <</Length 9>>stream\n") })
		long("objects of the same bytes", func() string {
			head := times(n, "1%d 0 ")
			return pdfOf(append(pdfHead(""), pdfStream("", rectangle), pdfStream(fmt.Sprintf("/Type /ObjStm /N %d /First %d", n, len(head)), head+"["+strings.Repeat("9 ", n)+"]"))...) + "x"
		})
		long("widths over and over", func() string {
			return pdfSheet("BT /F 9 Tf <0041> Tj ET", "/Font << /F << /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /W ["+strings.Repeat("0 65535 9 ", n)+"] >>] >> >>")
		})
	}
}

// loops are objects that lead to each other, or nowhere.
func (l *pdfList) loops() {
	l.whole("pages that lie in themselves", is(pdfOf("<< /Pages 2 0 R >>", "<< /Kids [2 0 R 2 0 R 3 0 R 3 0 R] >>", "<< /Kids [2 0 R 3 0 R] >>")))
	l.whole("references that lead to each other", is(pdfOf("<< /Pages 2 0 R >>", "3 0 R", "2 0 R")))
	l.whole("cross references that lead to themselves", is(strings.Replace(plainPDF, "/Root", fmt.Sprintf("/Prev %d /Root", strings.LastIndex(plainPDF, "xref\n0")), 1)))
	l.whole("cross references of many objects", is(strings.Replace(plainPDF, "xref\n0 5", "xref\n0 999999999", 1)))
	l.whole("stream of objects in itself", is("%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 1 0 R >>\nstream\n1 0 <<>>\nendstream\nendobj\n"))
	l.sheet("font in itself", "BT /F 9 Tf (A) Tj ET", "/Font << /F 5 0 R >>", "<< /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /Widths [1] /Encoding << /Differences [65 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>",
		pdfStream("", "1 0 d0 BT /F 9 Tf (A) Tj ET "+rectangle))
	l.sheet("font that is not there", "BT /F 9 Tf (A) Tj ET", "")
	l.sheet("form that is not there", "/F Do", "")
}

// odd are pages out of range.
func (l *pdfList) odd() {
	l.whole("box without an end", is(strings.Replace(plainPDF, "[0 0 100 100]", "[-1e9 -99999999999 99999999999 99999999999999]", 1)))
	l.whole("box of nothing", is(strings.Replace(plainPDF, "[0 0 100 100]", "[5 5 5 5]", 1)))
	l.sheet("numbers out of range", "99999999999999999999999999999999999999999999 0 0 -9 0 NaN cm 1e999 -.. 0--5 9 re f 0 0 0 0 0 0 cm 0 0 9 9 re f inf 0 m 9 9 l S", "")
	l.sheet("empty page", "", "")
	l.whole("no pages", is(pdfOf("<< /Pages 2 0 R >>", "<< /Kids [] /Count 0 >>")))
	l.shown("page beyond the last", "p.pdf#page=9", is(plainPDF))
	l.shown("page 0", "p.pdf#page=0", is(plainPDF))
}

// broken are files that are damaged, or none.
func (l *pdfList) broken() {
	l.whole("encrypted", is(strings.Replace(plainPDF, "/Root", "/Encrypt << /Filter /Standard >> /Root", 1)))
	l.whole("header alone", is("%PDF-1.7\n"))
	l.whole("text", is("this is no PDF\n"))
	l.whole("cut short", is(plainPDF[:len(plainPDF)/2]))
	l.whole("cut in its contents", func() string {
		d := pdfOf(append(pdfHead(""), pdfStream("/Filter /FlateDecode", deflated(times(1_000, "%d 0 9 9 re f "), 0, "", "")))...)
		return d[:len(d)-1200]
	})
	l.whole("cross references that lie", is(strings.Replace(plainPDF, "0000000", "0000009", -1)))
	l.whole("lengths that lie", is(strings.Replace(plainPDF, "/Length", "/Length 99999999 /L", -1)))
	l.whole("with more behind it", is(plainPDF+strings.Repeat("x", 1_000_000)))
}

// pdfHead are the objects before the contents of a page of 100 by 100 points.
func pdfHead(resources string) []string {
	return []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [3 0 R] /Count 1 /MediaBox [0 0 100 100] >>", "<< /Type /Page /Contents 4 0 R /Resources << " + resources + " >> >>"}
}

// pdfSheet is a file of one page; more objects begin at number 5.
func pdfSheet(contents, resources string, more ...string) string {
	return pdfOf(append(append(pdfHead(resources), pdfStream("", contents)), more...)...)
}

func pdfStream(entries, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// pdfOf is a file of objects, the first of which is its catalogue.
func pdfOf(objects ...string) string {
	var b, table strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), at)
	return b.String()
}

// pdfOne is a stream alone.
func pdfOne(entries string, data func() string) func() []string {
	return func() []string { return []string{pdfStream(entries, data())} }
}

// bombed is bytes over and over, deflated.
func bombed(n int, form string) func() string {
	return func() string { return deflated("", n, form, "") }
}

// deflated is a text over and over between two others, deflated, without ever being there.
func deflated(before string, n int, form, after string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(before))
	const block = 10_000
	many := []byte(strings.Repeat(form, block))
	for ; n >= block; n -= block {
		_, _ = w.Write(many)
	}
	_, _ = w.Write([]byte(strings.Repeat(form, n) + after))
	_ = w.Close()
	return b.String()
}
