package chart

import (
	"cmp"
	"fmt"
	"strings"

	"warraq/content"
	"warraq/content/design"
	"warraq/content/locale"
	"warraq/content/locale/cldr"
	"warraq/content/setup"
)

// Document draws the tables that ask for it: each becomes a figure of its drawing, with
// the table as its data. The drawing is as wide as text usually is on the page, so that
// labels print as large as they are meant.
func Document(doc *content.Document) (problems []content.Problem) {
	n, tongues := 0, tonguesOf(doc)
	content.EditBlocks(doc, func(block content.Block) []content.Block {
		t, ok := block.(*content.Table)
		if !ok || t.Get(Key) == "" {
			return []content.Block{block}
		}
		c, wrong := Of(t)
		if problems = append(problems, wrong...); c == nil {
			return []content.Block{block}
		}
		n++
		fig := &content.Figure{Place: t.Place, Src: fmt.Sprintf("chart-%d.svg", n), Caption: t.Caption, Data: t}
		fig.Attr = t.Without([]string{"table", "grid", "striped", content.RowHeaders}, ofTable)
		look := lookOf(doc, &t.Attr, tongues[t])
		fig.Alt = c.Alt(strings.TrimSpace(content.PlainText(t.Caption)), look)
		for doc.Assets[fig.Src] != nil { // a file of that name is the author's
			fig.Src = "chart/" + fig.Src
		}
		doc.Assets[fig.Src] = &content.Asset{Name: fig.Src, Media: "image/svg+xml", Data: c.SVG(look), Pos: t.Pos}
		return []content.Block{fig}
	})
	return problems
}

// ofTable are the attributes of a table that a drawing of it does not have any more.
var ofTable = []string{Key, UnitKey, "file", "header", "align", "widths"}

// tonguesOf are the tongues of the tables of a book.
func tonguesOf(doc *content.Document) map[*content.Table]content.Tongue {
	tongues := make(map[*content.Table]content.Tongue)
	var w content.Walker
	w.Part = func(part any, _ *content.Place) {
		if t, ok := part.(*content.Table); ok && t.Get(Key) != "" {
			tongues[t] = w.Tongue()
		}
	}
	w.Document(doc)
	return tongues
}

// usualMeasure is how much of a page's width text takes, mostly.
const usualMeasure = 0.74

// measure is how wide the text of a book is, about, in points: less than usual where its author
// gave the margins more.
func measure(doc *content.Document) float64 {
	a5, _ := setup.PaperNamed("a5")
	page := cmp.Or(doc.Setup.Page.W, a5.W)
	usual := usualMeasure * page
	if len(doc.Setup.Margins.Said()) == 0 {
		return usual
	}
	const em, leading = 12, 20 // of most texts
	p := &doc.Setup.Design().Page
	return min(usual, page-p.Inner.In(em, leading, page)-p.Outer.In(em, leading, page))
}

// lookOf is how a chart with some attributes looks, in a tongue.
func lookOf(doc *content.Document, a *content.Attr, t content.Tongue) Look {
	theme := doc.Setup.Theme
	if theme == nil {
		theme = design.Plain()
	}
	width := measure(doc)
	if w := a.Length("width").Of(width); w > 0 {
		width = min(w, width)
	}
	return Look{
		Width: width, LTR: t.Dir == locale.LTR, Lang: t.Lang,
		Locale: cldr.Choose(t.Lang, doc.DigitsIn(t.Lang), doc.Setup.Locale),
		Words:  locale.Of(t.Lang).Chart, Accent: theme.Colors.Accent,
	}
}
