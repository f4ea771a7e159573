package pages

import (
	"strings"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/stand"
)

// quote writes a blockquote; with an attribution, both in a figure, since the
// words of a quotation are not its source (HTML, blockquote). Epigraphs and pull
// quotes have roles of their own (DPUB-ARIA 1.1).
func (w *Writer) quote(q *content.Quote) {
	switch {
	case q.Has(content.Pull):
		w.pull(q)
	case q.Has(content.Epigraph):
		w.epigraph(q)
	case len(q.Attribution) == 0:
		w.open("blockquote", &q.Attr, "", "")
		w.Raw("\n")
		w.blocks(q.Blocks)
		w.Raw("</blockquote>\n")
	default:
		class := ""
		if q.Has(content.Quran) {
			class = content.Quran
		}
		w.open("figure", &q.Attr, "quote", "")
		w.Raw("\n")
		w.openID("blockquote", &none, "", class, "")
		w.Raw("\n")
		w.blocks(q.Blocks)
		w.Raw("</blockquote>\n<figcaption>")
		w.attribution(q.ID, q.Attribution, class == "")
		w.Raw("</figcaption>\n</figure>\n")
	}
}

// attribution writes who is quoted, behind a dash unless there is one.
func (w *Writer) attribution(id content.ID, by []content.Inline, dashed bool) {
	w.reading(id, content.AttributionRun, func() {
		if dashed {
			w.due()
			w.cursor.letters++ // the dash of the page
		}
		if dashed && !strings.HasPrefix(strings.TrimSpace(content.PlainText(by)), "—") {
			w.Raw("— ")
		}
		w.inlines(by)
	})
}

// pull writes a pull quote, which repeats what the text says: an aside.
func (w *Writer) pull(q *content.Quote) {
	w.open("aside", &q.Attr, content.Pull, ` epub:type="pullquote" role="doc-pullquote"`)
	w.Raw("\n")
	w.blocks(q.Blocks)
	w.source(q.ID, q.Attribution)
	w.Raw("</aside>\n")
}

func (w *Writer) epigraph(q *content.Quote) {
	w.open("div", &q.Attr, content.Epigraph, ` epub:type="epigraph" role="doc-epigraph"`)
	w.Raw("\n<blockquote>\n")
	w.blocks(q.Blocks)
	w.Raw("</blockquote>\n")
	w.source(q.ID, q.Attribution)
	w.Raw("</div>\n")
}

// source writes an attribution as a line of its own.
func (w *Writer) source(id content.ID, by []content.Inline) {
	if len(by) == 0 {
		return
	}
	w.Raw(`<p class="source">`)
	w.attribution(id, by, true)
	w.Raw("</p>\n")
}

// verse writes a line an element; two hemistichs stand side by side where the
// screen allows and fold where it does not.
func (w *Writer) verse(v *content.Verse) {
	tag, class := "div", "verse"
	if len(v.Attribution) > 0 {
		tag = "figure"
	}
	class += verseClass(v)
	if !v.Free() {
		w.Raw(measured)
	}
	w.open(tag, &v.Attr, class, "")
	w.Raw("\n")
	w.reading(v.ID, content.OwnRun, func() { w.stanzas(v) })
	if tag == "figure" {
		w.Raw("<figcaption>")
		w.attribution(v.ID, v.Attribution, true)
		w.Raw("</figcaption>\n")
	}
	w.Raw("</", tag, ">\n")
	if !v.Free() {
		w.Raw("</div>\n")
	}
}

// stanzas writes the lines of a poem.
func (w *Writer) stanzas(v *content.Verse) {
	n := 0
	for _, stanza := range v.Stanzas {
		w.Raw("<div class=\"stanza\">\n")
		for _, l := range stanza {
			number := ""
			if len(l.Halves) > 0 {
				n++
			}
			if v.Numbered() && n%stand.EveryLine == 0 {
				number = w.book.Numeral(n)
			}
			switch len(l.Halves) {
			case 0:
			case 1:
				w.open("p", &none, "line", "")
				w.inlines(l.Halves[0])
				w.lineNumber(number)
				w.Raw("</p>\n")
			default:
				w.couplet(l.Halves, number)
			}
		}
		w.Raw("</div>\n")
	}
}

// longHalf is how many letters of a hemistich are too many for two to stand side
// by side on a screen.
const longHalf = 42

// verseClass tells the stylesheet what verse it is: free lines, couplets alone,
// couplets among single lines, or couplets of long lines, which always fold.
func verseClass(v *content.Verse) string {
	singles, longest := false, 0
	for _, stanza := range v.Stanzas {
		for _, line := range stanza {
			singles = singles || len(line.Halves) < 2
			for _, half := range line.Halves {
				longest = max(longest, lettersIn(content.PlainText(half)))
			}
		}
	}
	switch {
	case v.Free():
		return " free"
	case longest > longHalf:
		return " long"
	case singles:
		return " mixed"
	}
	return " couplets"
}

// lettersIn counts characters that take room on a line.
func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if !char.In(r, char.Mn) {
			n++
		}
	}
	return n
}

// lineNumber writes the number of a line, which nobody reads aloud.
func (w *Writer) lineNumber(number string) {
	if number != "" {
		w.Raw(`<span class="line-number" aria-hidden="true">`, number, "</span>")
	}
}

func (w *Writer) couplet(halves [][]content.Inline, number string) {
	w.Raw(`<p class="couplet">`)
	for i, h := range halves {
		if i > 0 {
			w.Raw(" ")
		}
		w.Raw(`<span class="half">`)
		w.inlines(h)
		if i == 0 {
			w.lineNumber(number)
		}
		w.Raw("</span>")
	}
	w.Raw("</p>\n")
}
