package docx

import (
	"fmt"
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/locale"
)

// blocks writes blocks one below the other.
func (f *flow) blocks(blocks []content.Block) {
	for _, b := range blocks {
		f.blockOf(b)
	}
}

func (f *flow) blockOf(b content.Block) {
	defer f.turned(&b.At().Attr)()
	switch b := b.(type) {
	case *content.Heading:
		f.heading(b.Level, &b.Place, b.Inlines)
	case *content.Paragraph:
		f.paragraph("Normal", f.place(b.Anchor), b.Inlines)
	case *content.List:
		f.list(b, 0)
	case *content.Quote:
		f.quote(b)
	case *content.Verse:
		f.verse(b)
	case *content.Table:
		f.table(b)
	case *content.Figure:
		f.figure(b)
	case *content.CodeBlock:
		f.code(b)
	case *content.Definitions:
		f.definitions(b)
	case *content.Break:
		f.raw(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>* * *</w:t></w:r></w:p>`)
	case *content.PageBreak:
		f.raw(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	case *content.Div:
		f.div(b)
	case *content.Endnotes, *content.Listing, *content.TitlePage, *content.Imprint, *content.Contents: // Word gathers notes, and makes lists and an index, of itself
	}
}

// turned takes the direction of a block for what is in it, and gives the way back.
func (f *flow) turned(attr *content.Attr) (back func()) {
	before := f.rtl
	if attr.Dir != locale.Auto {
		f.rtl = attr.Dir == locale.RTL
	}
	return func() { f.rtl = before }
}

// properties are those of a paragraph of a style. Its direction is that of its letters
// where all go one way.
func (f *flow) properties(style, text string) string {
	rtl := f.rtl
	right, left := false, false
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew) && unicode.IsLetter(r):
			right = true
		case unicode.IsLetter(r):
			left = true
		}
	}
	if right != left {
		rtl = right
	}
	bidi := ""
	if rtl && !f.writing.rtl {
		bidi = "<w:bidi/>"
	} else if !rtl && f.writing.rtl {
		bidi = `<w:bidi w:val="0"/>`
	}
	return fmt.Sprintf(`<w:pPr><w:pStyle w:val="%s"/>%s%s%s</w:pPr>`, style, f.num, bidi, f.ind)
}

// paragraph writes a paragraph; before stands at its head.
func (f *flow) paragraph(style, before string, text []content.Inline) {
	f.raw("<w:p>" + f.properties(style, content.PlainText(text)) + before)
	f.inlines(text, runLook{})
	f.raw("</w:p>")
}

func (f *flow) heading(level int, place *content.Place, text []content.Inline) {
	defer f.turned(&place.Attr)()
	f.paragraph(fmt.Sprintf("Heading%d", level), f.place(place.Anchor), text)
}

// abstractOf is the definition of a list's style.
func abstractOf(style locale.ListStyle) int {
	switch style {
	case locale.Bullet:
		return 0
	case locale.Abjad, locale.AbjadMaghribi:
		return 2
	case locale.AlifBa:
		return 3
	case locale.Decimal:
	}
	return 1
}

// list writes a list, which counts by itself; what is below the first paragraph of an
// item is set in.
func (f *flow) list(l *content.List, level int) {
	level = min(level, levels-1)
	f.nums = append(f.nums, listNum{abstractOf(l.Style), level, l.Start})
	number := len(f.nums)
	for _, it := range l.Items {
		box := ""
		if it.Task {
			box = `<w:r><w:t xml:space="preserve">` + map[bool]string{false: "☐ ", true: "☒ "}[it.Done] + `</w:t></w:r>`
		}
		for i, b := range it.Blocks {
			num, ind := f.num, f.ind
			p, text := b.(*content.Paragraph)
			inner, list := b.(*content.List)
			switch {
			case list:
				f.list(inner, level+1)
			case text && i == 0:
				f.ind, f.num = "", fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, number)
				f.paragraph("Normal", f.place(p.Anchor)+box, p.Inlines)
			default:
				f.num, f.ind = "", fmt.Sprintf(`<w:ind w:left="%d"/>`, 360*(level+1))
				f.blockOf(b)
			}
			f.num, f.ind = num, ind
		}
	}
}

func (f *flow) quote(q *content.Quote) {
	for _, b := range q.Blocks {
		if p, ok := b.(*content.Paragraph); ok {
			f.paragraph("Quote", f.place(p.Anchor), p.Inlines)
		} else {
			f.blockOf(b)
		}
	}
	f.attribution("Quote", q.Attribution)
}

func (f *flow) attribution(style string, who []content.Inline) {
	if len(who) > 0 {
		f.paragraph(style, "", append([]content.Inline{&content.Text{Value: "— "}}, who...))
	}
}

// verse writes couplets into a table without lines, and free lines in the middle.
func (f *flow) verse(v *content.Verse) {
	for _, stanza := range v.Stanzas {
		if v.Free() {
			f.raw("<w:p>" + f.properties("Poem", ""))
			for i, line := range stanza {
				if i > 0 {
					f.raw("<w:r><w:br/></w:r>")
				}
				f.inlines(line.Halves[0], runLook{})
			}
			f.raw("</w:p>")
			continue
		}
		f.raw(f.tableOpening("") + `<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>`)
		for _, line := range stanza {
			f.raw("<w:tr>")
			for _, half := range line.Halves {
				span := ""
				if len(line.Halves) == 1 {
					span = `<w:gridSpan w:val="2"/>`
				}
				f.raw("<w:tc><w:tcPr>" + span + "</w:tcPr>")
				f.paragraph("Poem", "", half)
				f.raw("</w:tc>")
			}
			f.raw("</w:tr>")
		}
		f.raw("</w:tbl>" + afterTable)
	}
	f.attribution("Poem", v.Attribution)
}

// afterTable parts a table from one that follows.
const afterTable = `<w:p/>`

// tableOpening opens a table of the direction of the text around.
func (f *flow) tableOpening(borders string) string {
	bidi := ""
	if f.rtl {
		bidi = "<w:bidiVisual/>"
	}
	return `<w:tbl><w:tblPr>` + bidi + `<w:tblW w:w="5000" w:type="pct"/>` + borders + `</w:tblPr>`
}

// lines are those of a table.
var tableLines = func() string {
	s := "<w:tblBorders>"
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		s += `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
	}
	return s + "</w:tblBorders>"
}()

// table writes a table below its caption.
func (f *flow) table(t *content.Table) {
	f.caption(f.doc.Caption(t, f.tongue()), t.Caption, f.words.Table, t.Number, t.Anchor)
	f.raw(f.tableOpening(tableLines) + "<w:tblGrid>" + strings.Repeat("<w:gridCol/>", len(t.Columns)) + "</w:tblGrid>")
	_, heads := t.All()
	taken := make([]int, len(t.Columns)) // the row from which each column is free
	width := make([]int, len(t.Columns)) // of the cell that takes it
	for i, slots := range t.Slots() {
		f.raw("<w:tr>")
		if i < heads {
			f.raw("<w:trPr><w:tblHeader/></w:trPr>")
		}
		k := 0
		for col := 0; col < len(t.Columns); {
			switch {
			case k < len(slots) && slots[k].Col == col:
				s := slots[k]
				k++
				merge := ""
				if s.Rows > 1 {
					merge = `<w:vMerge w:val="restart"/>`
				}
				f.cell(merge, s.Cols, s.Inlines)
				for c := col; c < col+s.Cols; c++ {
					taken[c], width[c] = i+s.Rows, s.Cols
				}
				col += s.Cols
			case taken[col] > i:
				f.cell(`<w:vMerge/>`, width[col], nil)
				col += max(1, width[col])
			default:
				f.cell("", 1, nil)
				col++
			}
		}
		f.raw("</w:tr>")
	}
	f.raw("</w:tbl>" + afterTable)
}

func (f *flow) cell(merge string, columns int, text []content.Inline) {
	span := ""
	if columns > 1 {
		span = fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, columns)
	}
	f.raw("<w:tc><w:tcPr>" + span + merge + "</w:tcPr>")
	f.paragraph("Normal", "", text)
	f.raw("</w:tc>")
}

// caption writes a caption with its label and number, which Word counts.
func (f *flow) caption(whole, text []content.Inline, word string, number int, anchor string) {
	if len(text) == 0 {
		if anchor != "" {
			f.raw("<w:p>" + f.place(anchor) + "</w:p>")
		}
		return
	}
	f.raw("<w:p>" + f.properties("Caption", content.PlainText(whole)) + f.place(anchor))
	if number > 0 {
		f.run(word+" ", runLook{})
		f.raw(fmt.Sprintf(`<w:fldSimple w:instr=" SEQ %s \* ARABIC "><w:r><w:t>%d</w:t></w:r></w:fldSimple>`, escape(strings.ReplaceAll(word, " ", "_")), number))
		f.run(": ", runLook{})
	}
	f.inlines(text, runLook{})
	f.raw("</w:p>")
}

func (f *flow) tongue() content.Tongue { return f.doc.Meta.Tongue() }

func (f *flow) figure(fig *content.Figure) {
	if data := fig.Data; data != nil { // an editor draws charts of its own
		bare := *data
		bare.Caption, bare.Number, bare.Anchor = nil, 0, ""
		f.table(&bare)
	} else {
		f.raw(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr>`)
		f.picture(fig.Src, fig.Alt, fig.Pos)
		f.raw("</w:p>")
	}
	f.caption(f.doc.Caption(fig, f.tongue()), fig.Caption, f.words.Figure, fig.Number, fig.Anchor)
}

func (f *flow) code(c *content.CodeBlock) {
	f.raw(`<w:p><w:pPr><w:pStyle w:val="Code"/></w:pPr>` + f.place(c.Anchor))
	for i, line := range strings.Split(strings.TrimSuffix(c.Text, "\n"), "\n") {
		if i > 0 {
			f.raw("<w:r><w:br/></w:r>")
		}
		f.raw(`<w:r><w:t xml:space="preserve">` + escape(strings.ReplaceAll(line, "\t", "    ")) + `</w:t></w:r>`)
	}
	f.raw("</w:p>")
}

func (f *flow) definitions(d *content.Definitions) {
	for _, e := range d.Entries {
		f.paragraph("Term", f.place(e.Anchor), e.Term)
		for _, body := range e.Bodies {
			for _, b := range body {
				if p, ok := b.(*content.Paragraph); ok {
					f.paragraph("Meaning", f.place(p.Anchor), p.Inlines)
				} else {
					f.blockOf(b)
				}
			}
		}
	}
}

// div writes a box into a table of one cell, any other division as what is in it.
func (f *flow) div(d *content.Div) {
	if d.OneFigure() {
		f.blocks(d.Blocks)
		f.caption(f.doc.Caption(d, f.tongue()), d.Title, f.words.Figure, d.Number, d.Anchor)
		return
	}
	boxed := d.Boxed() != ""
	if boxed {
		f.raw(f.tableOpening(tableLines) + `<w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>`)
	}
	if len(d.Title) > 0 {
		f.paragraph("Normal", f.place(d.Anchor), []content.Inline{&content.Strong{Inlines: d.Title}})
	} else if d.Anchor != "" {
		f.raw("<w:p>" + f.place(d.Anchor) + "</w:p>")
	}
	f.blocks(d.Blocks)
	if boxed {
		if len(d.Title) == 0 && len(d.Blocks) == 0 {
			f.raw("<w:p/>") // a cell ends in a paragraph
		}
		f.raw("</w:tc></w:tr></w:tbl>" + afterTable)
	}
}
