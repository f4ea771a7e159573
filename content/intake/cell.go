package intake

import (
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/scribe"
)

// Spanning is a cell of a table, over so many columns and rows, in which pieces stand as
// [Cell] has them.
func Spanning(pieces []Piece, cols, rows int, report *Report) *content.Cell {
	cell := &content.Cell{Inlines: Cell(pieces, report)}
	if cols > 1 {
		cell.Keys = append(cell.Keys, content.KeyValue{Key: "colspan", Value: strconv.Itoa(cols)})
	}
	if rows > 1 {
		cell.Keys = append(cell.Keys, content.KeyValue{Key: "rowspan", Value: strconv.Itoa(rows)})
	}
	return cell
}

// Cell puts what stands in a cell of a table into lines of text, since a cell has
// nothing else: items behind their marks, pictures with their captions, the cells of a
// table one below the other.
func Cell(pieces []Piece, report *Report) []content.Inline {
	c := celling{report: report}
	for _, piece := range pieces {
		switch p := piece.(type) {
		case *Paragraph:
			switch {
			case p.Line.Empty():
				c.line.Add(&p.Line) // which may hold the mark of a place
			case p.Item != nil:
				c.add(marked(p.Item.Style, p.Item.Number, &p.Line))
			default:
				c.add(&p.Line)
			}
		case *Solid:
			c.block(p.Block, c.add)
		}
	}
	return c.line.Inlines()
}

// celling is a cell on its way to lines.
type celling struct {
	line   scribe.Line
	report *Report
}

// add begins a new line.
func (c *celling) add(line *scribe.Line) {
	if !c.line.Empty() {
		c.line.Break()
	}
	c.line.Add(line)
}

// marked is a line behind the mark of an item.
func marked(style locale.ListStyle, number int, line *scribe.Line) *scribe.Line {
	sign := "•"
	if style != locale.Bullet {
		sign = strings.TrimSuffix(style.Number(number, locale.DigitsAuto), "\u200d") + "."
	}
	var l scribe.Line
	l.Text(sign+" ", scribe.Look{})
	l.Add(line)
	return &l
}

// block gives the lines of a block.
func (c *celling) block(block content.Block, add func(*scribe.Line)) {
	switch block := block.(type) {
	case *content.Figure:
		var l scribe.Line
		l.Put(&content.Image{Src: block.Src, Alt: block.Alt}, scribe.Look{})
		if len(block.Caption) > 0 {
			l.Text(" ", scribe.Look{})
			l.Add(scribe.Flat(block.Caption))
		}
		add(&l)
	case *content.List:
		for i, item := range block.Items {
			first := true
			for _, inner := range item.Blocks {
				c.block(inner, func(line *scribe.Line) {
					if first {
						line, first = marked(block.Style, block.Start+i, line), false
					}
					add(line)
				})
			}
		}
	case *content.CodeBlock:
		for line := range strings.Lines(block.Text) {
			var l scribe.Line
			l.Put(&content.Code{Value: strings.TrimRight(line, "\r\n")}, scribe.Look{})
			add(&l)
		}
	case *content.Table:
		c.report.Took("a table within a table: its cells stand one below the other", "", "")
		c.texts(block, add)
	default:
		c.texts(block, add)
	}
}

// texts gives each text of a block a line.
func (c *celling) texts(block content.Block, add func(*scribe.Line)) {
	doc := &content.Document{Chapters: []*content.Chapter{{Blocks: []content.Block{block}}}}
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		if len(text) > 0 {
			add(scribe.Flat(text))
		}
	})
}

// Unbold takes away what makes a header bold: it is anyway.
func Unbold(r *content.Row) {
	for _, c := range r.Cells {
		if len(c.Inlines) == 1 {
			if s, ok := c.Inlines[0].(*content.Strong); ok {
				c.Inlines = s.Inlines
			}
		}
	}
}
