package forms

import (
	"slices"
	"strconv"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/stand"
)

// Abreast gives a division of pictures side by side its form: figures, and what is said
// of them all, a last paragraph, as its title. Quarto and Pandoc call it by the number of
// pictures in a row, layout-ncol=2, or of rows, layout-nrow.
func Abreast(d *content.Div) *content.Div {
	cols, rows := d.Get("layout-ncol"), d.Get("layout-nrow")
	if cols+rows == "" && !d.Has(stand.AbreastClass) {
		return d
	}
	figures, said := pictures(d.Blocks)
	if len(figures) == 0 || said != nil && d.Title != nil {
		return d
	}
	d.Blocks = figures
	if said != nil {
		d.Title = said
	}
	if !d.Has(stand.AbreastClass) {
		d.Classes = append(slices.Clone(d.Classes), stand.AbreastClass)
	}
	d.Keys = slices.DeleteFunc(slices.Clone(d.Keys), func(kv content.KeyValue) bool { return kv.Key == "layout-ncol" || kv.Key == "layout-nrow" })
	if n, err := strconv.Atoi(locale.ASCIIDigits(rows)); err == nil && n > 0 && cols == "" {
		cols = strconv.Itoa((len(figures) + n - 1) / n)
	}
	if cols != "" && d.Get("count") == "" {
		d.Keys = append(d.Keys, content.KeyValue{Key: "count", Value: cols})
	}
	return d
}

// pictures are the figures of blocks, those of a paragraph of pictures among them, and the text of a last
// paragraph; none where there is anything else.
func pictures(blocks []content.Block) (figures []content.Block, said []content.Inline) {
	for i, b := range blocks {
		switch b := b.(type) {
		case *content.Figure:
			figures = append(figures, b)
			continue
		case *content.Paragraph:
			if images := content.Pictures(b.Inlines); images != nil {
				for _, m := range images {
					f := &content.Figure{Place: content.Place{Pos: m.Pos}, Src: m.Src, Alt: m.Alt}
					if m.Title != "" {
						f.Caption = []content.Inline{&content.Text{Pos: m.Pos, Value: m.Title}}
					}
					figures = append(figures, f)
				}
				continue
			}
			if i > 0 && i == len(blocks)-1 {
				return figures, b.Inlines
			}
		}
		return nil, nil
	}
	return figures, nil
}
