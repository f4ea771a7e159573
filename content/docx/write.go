package docx

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"

	"warraq/content"
	"warraq/content/locale"
)

// Write writes a book as a document for those who comment on it in Word: its text with
// styles, notes, numbered lists, tables, pictures and links, in its own direction. What
// pages look like is Word's. Lacking tells of pictures that Word cannot show; in their
// place stands what they show.
func Write(w io.Writer, doc *content.Document) (lacking []content.Problem, err error) {
	b := &writing{doc: doc, rtl: doc.Meta.Dir == locale.RTL, words: locale.WordsFor(doc.Meta.Lang),
		links: make(map[string]string), media: make(map[string]string), notes: make(map[*content.Note]int), marks: make(map[string]string), taken: make(map[string]bool)}
	b.text = &flow{writing: b, rtl: b.rtl}
	b.front()
	for _, c := range doc.Chapters {
		b.chapter(c)
	}
	b.text.raw(b.section())
	b.writeNotes()
	return b.lacking, b.pack(w)
}

// writing is a document being written.
type writing struct {
	doc     *content.Document
	rtl     bool
	words   locale.Words
	text    *flow
	links   map[string]string // ids of relationships by addresses
	rels    []relation        // in the order of their ids, rId10 on
	media   map[string]string // names in the file by those of assets; "" for what Word cannot show
	parts   []string          // assets in the file
	notes   map[*content.Note]int
	order   []*content.Note
	notesIn strings.Builder
	nums    []listNum
	marks   map[string]string // names of bookmarks by anchors
	taken   map[string]bool
	marked  int // bookmarks so far
	drawn   int // pictures so far
	lacking []content.Problem
}

// listNum is a list that is numbered by itself.
type listNum struct {
	abstract, level, start int
}

// flow is a stretch of blocks being written.
type flow struct {
	*writing
	b   strings.Builder
	rtl bool   // the direction of the text around
	num string // the number of each paragraph as a property, "" for none
	ind string // how far each is set in, "" for not at all
}

func (f *flow) raw(s string) { f.b.WriteString(s) }

// escape writes text as XML has it.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace

// front writes the title and the authors.
func (b *writing) front() {
	m := &b.doc.Meta
	for _, p := range [][2]string{{"Title", m.Title}, {"Subtitle", m.Subtitle}, {"Author", strings.Join(m.Authors, locale.PunctuationFor(m.Lang).Comma)}} {
		if p[1] != "" {
			b.text.paragraph(p[0], "", []content.Inline{&content.Text{Value: p[1]}})
		}
	}
}

// chapter writes a chapter below its title.
func (b *writing) chapter(c *content.Chapter) {
	f := b.text
	if c.Role.Shown() {
		f.heading(1, &c.Place, c.Title)
	}
	f.blocks(c.Blocks)
}

// section is the page.
func (b *writing) section() string {
	const twips = 1440 / 25.4 // a millimetre
	size := b.doc.Setup.Page
	if size.W <= 0 || size.H <= 0 {
		size.W, size.H = 148, 210
	}
	bidi := ""
	if b.rtl {
		bidi = "<w:bidi/><w:rtlGutter/>"
	}
	return fmt.Sprintf(`<w:sectPr><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>%s</w:sectPr>`,
		int(size.W*twips), int(size.H*twips), bidi)
}

// packages are the parts and what they are.
const (
	openPackage = "http://schemas.openxmlformats.org/package/2006/"
	openOffice  = "http://schemas.openxmlformats.org/officeDocument/2006/"
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpaces  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="` + openOffice + `relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
)

// pack puts the parts into a zip, in one order and without a date.
func (b *writing) pack(w io.Writer) error {
	z := zip.NewWriter(w)
	add := func(name string, data []byte) error {
		part, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = part.Write(data)
		}
		return err
	}
	for _, p := range b.xmlParts() {
		if err := add(p[0], []byte(xmlHead+p[1])); err != nil {
			return err
		}
	}
	for _, name := range b.parts {
		if err := add("word/"+b.media[name], b.doc.Data(name)); err != nil {
			return err
		}
	}
	return z.Close()
}

// xmlParts are the names and the texts of the parts in XML.
func (b *writing) xmlParts() [][2]string {
	types := `<Types xmlns="` + openPackage + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`
	for _, name := range []string{"document.main", "styles", "numbering", "footnotes", "settings"} {
		part, _, _ := strings.Cut(name, ".")
		types += `<Override PartName="/word/` + part + `.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.` + name + `+xml"/>`
	}
	rels := ""
	for i, part := range []string{"styles", "numbering", "footnotes", "settings"} {
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%srelationships/%s" Target="%s.xml"/>`, i+1, openOffice, part, part)
	}
	for i, rel := range b.rels {
		mode := ""
		if rel.outside {
			mode = ` TargetMode="External"`
		}
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%srelationships/%s" Target="%s"%s/>`, i+firstRel, openOffice, rel.kind, escape(rel.target), mode)
	}
	m := &b.doc.Meta
	core := `<cp:coreProperties xmlns:cp="` + openPackage + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` + escape(m.Title) +
		`</dc:title><dc:creator>` + escape(strings.Join(m.Authors, "; ")) + `</dc:creator><dc:language>` + escape(m.Lang) + `</dc:language></cp:coreProperties>`
	relations := func(inside string) string {
		return `<Relationships xmlns="` + openPackage + `relationships">` + inside + `</Relationships>`
	}
	return [][2]string{
		{"[Content_Types].xml", types + "</Types>"},
		{"_rels/.rels", relations(`<Relationship Id="rId1" Type="` + openOffice + `relationships/officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="` + openPackage + `relationships/metadata/core-properties" Target="docProps/core.xml"/>`)},
		{"docProps/core.xml", core},
		{"word/document.xml", "<w:document " + wordSpaces + "><w:body>" + b.text.b.String() + "</w:body></w:document>"},
		{"word/_rels/document.xml.rels", relations(rels)},
		{"word/_rels/footnotes.xml.rels", relations(rels)},
		{"word/styles.xml", b.stylesPart()},
		{"word/numbering.xml", b.numberingPart()},
		{"word/footnotes.xml", "<w:footnotes " + wordSpaces + ">" + separators + b.notesIn.String() + "</w:footnotes>"},
		{"word/settings.xml", "<w:settings " + wordSpaces + `><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
			`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`},
	}
}

// firstRel is the number of the first relationship that is not of a part of ours.
const firstRel = 10

// relate gives the id of a relationship.
func (b *writing) relate(rel relation) string {
	key := rel.kind + " " + rel.target
	if id := b.links[key]; id != "" {
		return id
	}
	id := fmt.Sprintf("rId%d", len(b.rels)+firstRel)
	b.rels, b.links[key] = append(b.rels, rel), id
	return id
}

// separators are the lines above notes.
const separators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
	`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

// writeNotes writes the notes that were called; they may call others.
func (b *writing) writeNotes() {
	for i := 0; i < len(b.order); i++ {
		n := b.order[i]
		f := &flow{writing: b, rtl: b.rtl}
		f.blocks(n.Blocks)
		text := f.b.String()
		const call = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`
		if at := strings.Index(text, "</w:pPr>"); at >= 0 && strings.HasPrefix(text, "<w:p>") {
			text = text[:at] + "</w:pPr>" + call + text[at+len("</w:pPr>"):]
		} else {
			text = "<w:p><w:pPr></w:pPr>" + call + "</w:p>" + text
		}
		text = strings.ReplaceAll(text, `<w:pPr><w:pStyle w:val="Normal"/>`, `<w:pPr><w:pStyle w:val="FootnoteText"/>`)
		fmt.Fprintf(&b.notesIn, `<w:footnote w:id="%d">%s</w:footnote>`, i+1, text)
	}
}

// numberingPart defines lists: one definition a style, and a number for each list.
func (b *writing) numberingPart() string {
	var s strings.Builder
	s.WriteString("<w:numbering " + wordSpaces + ">")
	for i, format := range []string{"bullet", "decimal", "arabicAbjad", "arabicAlpha"} {
		fmt.Fprintf(&s, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, i)
		for level := range levels {
			text := fmt.Sprintf("%%%d.", level+1)
			if format == "bullet" {
				text = "•"
			}
			fmt.Fprintf(&s, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="360"/></w:pPr></w:lvl>`, level, format, text, 360*(level+1))
		}
		s.WriteString("</w:abstractNum>")
	}
	for i, n := range b.nums {
		fmt.Fprintf(&s, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>`, i+1, n.abstract)
		if n.abstract != 0 {
			fmt.Fprintf(&s, `<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, n.level, n.start)
		}
		s.WriteString("</w:num>")
	}
	return s.String() + "</w:numbering>"
}

// stylesPart defines the styles that are used, by the names that Word knows.
func (b *writing) stylesPart() string {
	lang := escape(b.doc.Meta.Lang)
	tongue, bidi := `w:val="`+lang+`"`, ""
	if b.rtl {
		tongue, bidi = `w:val="en-US" w:bidi="`+lang+`"`, "<w:bidi/>"
	}
	var s strings.Builder
	s.WriteString(`<w:styles ` + wordSpaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Amiri" w:hAnsi="Amiri" w:cs="Amiri"/><w:sz w:val="24"/><w:szCs w:val="26"/><w:lang ` + tongue + `/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>` + bidi + `<w:jc w:val="both"/></w:pPr></w:style>`)
	style := func(kind, id, name, paragraph, run string) {
		fmt.Fprintf(&s, `<w:style w:type="%s" w:styleId="%s"><w:name w:val="%s"/>`, kind, id, name)
		if kind == "paragraph" {
			fmt.Fprintf(&s, `<w:basedOn w:val="Normal"/><w:pPr>%s</w:pPr>`, paragraph)
		}
		fmt.Fprintf(&s, `<w:rPr>%s</w:rPr></w:style>`, run)
	}
	size := func(n int) string { return fmt.Sprintf(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, n, n) }
	const bold = "<w:b/><w:bCs/>"
	for level := 1; level <= 6; level++ {
		style("paragraph", fmt.Sprintf("Heading%d", level), fmt.Sprintf("heading %d", level),
			fmt.Sprintf(`<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:jc w:val="left"/><w:outlineLvl w:val="%d"/>`, level-1), bold+size(42-4*level))
	}
	style("paragraph", "Title", "Title", `<w:jc w:val="center"/>`, bold+size(52))
	style("paragraph", "Subtitle", "Subtitle", `<w:jc w:val="center"/>`, size(34))
	style("paragraph", "Author", "Author", `<w:jc w:val="center"/>`, size(28))
	style("paragraph", "Quote", "Quote", `<w:ind w:left="567" w:right="567"/>`, "")
	style("paragraph", "Caption", "caption", `<w:jc w:val="center"/>`, size(22))
	style("paragraph", "Code", "HTML Preformatted", `<w:bidi w:val="0"/><w:jc w:val="left"/>`, `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>`+size(20))
	style("paragraph", "Poem", "Poem", `<w:jc w:val="center"/>`, "")
	style("paragraph", "Term", "Definition Term", `<w:keepNext/>`, bold)
	style("paragraph", "Meaning", "Definition", `<w:ind w:left="360"/>`, "")
	style("paragraph", "FootnoteText", "footnote text", `<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`, size(20))
	style("character", "FootnoteReference", "footnote reference", "", `<w:vertAlign w:val="superscript"/>`)
	style("character", "Hyperlink", "Hyperlink", "", `<w:color w:val="0563C1"/><w:u w:val="single"/>`)
	style("character", "CodeChar", "HTML Code", "", `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>`)
	s.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style></w:styles>`)
	return s.String()
}

// bookmark is the name of a bookmark for an anchor: letters, digits and _, at most 40
// characters, the first a letter (ISO/IEC 29500-1 17.13.6.2).
func (b *writing) bookmark(anchor string) string {
	if name := b.marks[anchor]; name != "" {
		return name
	}
	name := "a_" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80 {
			return r
		}
		return '_'
	}, anchor)
	if runes := []rune(name); len(runes) > 32 {
		name = string(runes[:32])
	}
	for n, base := 2, name; b.taken[name]; n++ {
		name = fmt.Sprintf("%s_%d", base, n)
	}
	b.taken[name], b.marks[anchor] = true, name
	return name
}

// place marks where an anchor is.
func (f *flow) place(anchor string) string {
	if anchor == "" {
		return ""
	}
	f.marked++
	return fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="%s"/><w:bookmarkEnd w:id="%d"/>`, f.marked, escape(f.bookmark(anchor)), f.marked)
}
