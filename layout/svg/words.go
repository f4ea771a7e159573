package svg

import (
	"warraq/layout/display"
	"warraq/layout/paragraph"
)

// words writes the text of a line, in the order in which it is read, each word where
// its letters are drawn and as wide. A line of one <text> is what programs take for one
// when they copy.
func (d *drawing) words(t *display.Text) {
	pieces := t.Line.Pieces
	first := firstWord(pieces)
	if first < 0 {
		return
	}
	size, rtl := pieces[first].Style.Size, lowest(pieces)&1 == 1
	d.owned(&d.text, "text", t.Elem)
	d.text.put(` y="`, t.Y, `" font-size="`, size, `"`)
	if rtl {
		d.text.put(` direction="rtl"`)
	}
	if t.Turn != display.Upright {
		d.text.put(` transform="rotate(`, -90*int(t.Turn), " ", t.X, " ", t.Y, `)"`)
	}
	d.text.put(">")
	rise := 0.0
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.Word == nil:
			d.text.put(" ")
		case p.Style.Object == nil && p.Word.Text != "":
			d.span(t, p, rtl, size, rise)
			rise = p.Style.Rise
		}
	}
	if !t.Line.Joined {
		d.text.put(" ")
	}
	d.text.put("</text>\n")
}

// span writes a word of a line from right to left or not. Its size and its rise stand with it
// where they are others than the line's size and the rise of the word before.
func (d *drawing) span(t *display.Text, p *paragraph.Piece, rtl bool, size, rise float64) {
	x := t.X + float64(p.X)
	if rtl { // whichever way the word runs, that is where it begins
		x += float64(p.Width)
	}
	d.text.put(`<tspan x="`, x, `"`)
	if p.Style.Rise != rise {
		d.text.put(` y="`, t.Y-p.Style.Rise, `"`)
	}
	if p.Style.Size != size {
		d.text.put(` font-size="`, p.Style.Size, `"`)
	}
	if p.Width > 0 {
		d.text.put(` textLength="`, float64(p.Width), `" lengthAdjust="spacingAndGlyphs"`)
	}
	d.text.put(">", escaped(p.Word.Text), "</tspan>")
}

// firstWord is the index of the first word, -1 where there is none.
func firstWord(pieces []paragraph.Piece) int {
	for i := range pieces {
		if p := &pieces[i]; p.Word != nil && p.Style.Object == nil && p.Word.Text != "" {
			return i
		}
	}
	return -1
}

// lowest is the lowest level of a line, that of its paragraph or of an isolate that is
// the whole line.
func lowest(pieces []paragraph.Piece) uint8 {
	low := pieces[0].Level
	for i := range pieces {
		low = min(low, pieces[i].Level)
	}
	return low
}

// Word is a word as it stands in a page: number n of [Words] is the text of its nth
// <tspan>.
type Word struct {
	Text   string
	Joined bool // nothing parts it from the next one
}

// Words are the words of a page, in the order in which they are read.
func Words(page *display.Page) (words []Word) {
	for _, it := range page.Items {
		t, ok := it.(*display.Text)
		if !ok {
			continue
		}
		from := len(words)
		for i := range t.Line.Pieces {
			p := &t.Line.Pieces[i]
			switch {
			case p.Word == nil && len(words) > from:
				words[len(words)-1].Joined = false
			case p.Word != nil && p.Style.Object == nil && p.Word.Text != "":
				words = append(words, Word{p.Word.Text, true})
			}
		}
		if len(words) > from {
			words[len(words)-1].Joined = t.Line.Joined
		}
	}
	return words
}
