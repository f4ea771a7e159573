package docx

import (
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/scribe"
)

// body is a flow of blocks being read: the text, a note, a box or a cell.
type body struct {
	*reader
	pieces  []intake.Piece
	fields  []*field          // that are open; they may go over several paragraphs
	beyond  int               // fields that are open beyond those
	carry   *intake.Paragraph // a drop cap, or a paragraph whose end was deleted: the next goes on with it
	letters intake.Letters
	inner   bool  // a note, a box or a cell: its size of type says nothing
	err     error // something that no document does
}

// block reads a block.
func (b *body) block(e *container.Element) {
	switch e.Name {
	case "w:p":
		b.paragraph(e)
	case "w:tbl":
		b.table(e)
	case "w:sdt":
		b.sdt(e)
	case "w:customXml", "w:ins", "w:moveTo", "w:smartTag":
		for _, k := range e.Kids {
			b.block(k)
		}
	case "w:del", "w:moveFrom":
		b.deleted(e)
	case "mc:AlternateContent":
		for _, k := range alternative(e) {
			b.block(k)
		}
	case "w:altChunk":
		b.text.Report.Lost("a document within the document is not read", "", "open it in Word and save it anew: then it is text")
	case "w:bookmarkStart", "w:bookmarkEnd":
		p := b.newParagraph()
		p.inline(e)
		if b.carry == nil && !p.line.Nothing() {
			b.carry = &intake.Paragraph{Line: p.line}
		}
	case "m:oMathPara", "m:oMath", "w:r", "w:hyperlink", "w:fldSimple", "w:dir", "w:bdo": // the last are not where they belong
		p := b.newParagraph()
		p.inline(e)
		p.close(&intake.Paragraph{})
	default:
		b.misplaced(e)
	}
}

// misplaced tells of text where no document has any.
func (b *body) misplaced(e *container.Element) {
	if words := strings.TrimSpace(texts(e)); words != "" {
		b.text.Report.Lost("text that stands where no document of Word has any stays away", intake.FirstWords(words), "open the file in Word and save it anew")
	}
}

// sdt reads what a control of content holds; one of the table of contents stays away.
func (b *body) sdt(e *container.Element) {
	props := e.Child("w:sdtPr")
	gallery := props.Child("w:docPartObj").Child("w:docPartGallery").Get("w:val")
	inside := e.Child("w:sdtContent")
	if inside == nil {
		return
	}
	if gallery == "Table of Contents" {
		b.contents(texts(inside))
		return
	}
	for _, k := range inside.Kids {
		b.block(k)
	}
}

// alternative is the part of alternative content that is read: the first of its
// choices in which something stands, else what is for older programs.
func alternative(e *container.Element) []*container.Element {
	var last []*container.Element
	for _, k := range e.Kids {
		if k.Name != "mc:Choice" && k.Name != "mc:Fallback" {
			continue
		}
		if last = k.Kids; holds(k) {
			return last
		}
	}
	return last
}

// holds tells whether text or a picture stands within an element.
func holds(e *container.Element) bool {
	switch e.Name {
	case "w:t", "a:blip", "v:imagedata", "w:sym", "m:oMath", "c:chart", "dgm:relIds":
		return true
	}
	for _, k := range e.Kids {
		if holds(k) {
			return true
		}
	}
	return false
}

// deleted tells of text that somebody deleted.
func (b *body) deleted(e *container.Element) {
	words := strings.TrimSpace(texts(e))
	if words == "" {
		return
	}
	if e.Name == "w:moveFrom" {
		return // it stands where it was moved to
	}
	b.text.Report.Took("a deletion that is recorded in the file stays away", intake.FirstWords(words), "")
}

// paragraph is a paragraph being read.
type paragraph struct {
	*body
	style    *style
	line     scribe.Line
	last     rune // the last character of the text so far
	soft     bool // a soft hyphen is between it and the next
	said     []intake.Found
	after    []intake.Piece // what is anchored in it: boxes and pictures
	label    int            // where the number of a caption ends
	labelled bool           // such a number was met
	figs     []*content.Figure
	forms    bool  // presentation forms were met
	gaps     []int // where tabs stand in the text, in bytes
}

func (b *body) newParagraph() *paragraph { return &paragraph{body: b, style: &style{}} }

// paragraph reads a w:p.
func (b *body) paragraph(e *container.Element) {
	props := e.Child("w:pPr")
	id := props.Child("w:pStyle").Get("w:val")
	if id == "" || b.styles.styles[id] == nil {
		id = b.styles.paragraph
	}
	p := b.newParagraph()
	p.style = b.styleOf(id)
	if p.style.toc {
		b.skipContents(e)
		return
	}
	s := shapeOf(props).over(p.style.shape)
	item := &intake.Paragraph{Role: p.style.role, Centred: s.centre == on}
	if s.outline > 0 && s.outline < 10 {
		item.Level = s.outline
	}
	if b.carry != nil {
		p.line, b.carry = b.carry.Line, nil
	}
	m := mark{}
	if hasContent(e) {
		m = b.mark(s, id)
	}
	switch {
	case m.label != "":
		p.text(m.label+" ", scribe.Look{}, look{})
	case item.Level > 0 && m.plain:
		b.counts.numbered = append(b.counts.numbered, intake.FirstWords(texts(e)))
	case item.Level == 0:
		item.Item = m.item
	}
	for _, k := range e.Kids {
		p.inline(k)
	}
	if frame := props.Child("w:framePr"); frame.Get("w:dropCap") != "" && frame.Get("w:dropCap") != "none" || props.Child("w:rPr").Child("w:del") != nil {
		b.carry = &intake.Paragraph{Line: p.line}
		p.line = scribe.Line{}
	}
	p.close(item)
}

// skipContents passes over a paragraph of a table of contents, but for the fields that
// begin and end in it.
func (b *body) skipContents(e *container.Element) {
	b.contents(texts(e))
	p := b.newParagraph()
	var walk func(*container.Element)
	walk = func(e *container.Element) {
		switch e.Name {
		case "w:fldChar":
			p.fieldChar(e)
		case "w:instrText":
			p.instruction(e.Words())
		}
		for _, k := range e.Kids {
			walk(k)
		}
	}
	walk(e)
}

// hasContent tells whether something would be seen of a paragraph: only then it counts
// in its list.
func hasContent(e *container.Element) bool {
	switch e.Name {
	case "w:t":
		return strings.TrimSpace(e.Words()) != ""
	case "w:del", "w:moveFrom", "w:pPr":
		return false
	case "w:drawing", "w:pict", "w:object", "w:sym", "m:oMath":
		return true
	}
	for _, k := range e.Kids {
		if hasContent(k) {
			return true
		}
	}
	return false
}

// close adds a paragraph and what hangs on it, and tells what there is to tell.
func (p *paragraph) close(item *intake.Paragraph) {
	b := p.body
	if images := p.line.Images(); images != nil && !b.inner { // alone, the smallest picture is a figure
		for _, img := range images {
			p.figs = append(p.figs, &content.Figure{Src: img.Src, Alt: img.Alt})
		}
		p.line = scribe.Line{}
	}
	item.Line, item.Label, item.Gaps = p.line, p.label, p.gaps
	item.Bold, item.Size = b.letters.Bold(), b.letters.Size()
	if b.inner {
		item.Size = 0
	}
	b.letters = intake.Letters{}
	if item.Role == intake.Caption {
		p.line.Each(func(_ string, look *scribe.Look) {
			if item.Bold {
				look.Bold = false
			}
		})
		item.Line = p.line
	}
	if p.forms {
		b.counts.presentation++
	}
	words := intake.FirstWords(p.line.Plain())
	for _, f := range p.said {
		if f.Where = words; f.About == "" {
			f.About, f.Where = words, ""
		}
		b.text.Report.Add(f)
	}
	b.pieces = append(b.pieces, item)
	for _, f := range p.figs {
		b.pieces = append(b.pieces, &intake.Solid{Block: f})
	}
	b.pieces = append(b.pieces, p.after...)
}

// flush adds what waits for a next paragraph.
func (b *body) flush() {
	if b.carry != nil {
		b.pieces = append(b.pieces, b.carry)
		b.carry = nil
	}
}

func (p *paragraph) say(kind, about, hint string) {
	p.said = append(p.said, intake.Found{Kind: kind, About: about, Hint: hint})
}

func (p *paragraph) lost(kind, about, hint string) {
	p.said = append(p.said, intake.Found{Kind: kind, About: about, Hint: hint, Lost: true})
}

// isArabic tells the letters between which a soft hyphen parts what does not join.
func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }
