package pages

import (
	"warraq/content"
	"warraq/content/direct"
	"warraq/content/epub/markup"
	"warraq/content/epub/plan"
	"warraq/content/locale"
)

// title is a title of the book as it stands in a list: the label that numbers it,
// if any, what it says, and its tongue.
type title struct {
	label, text string
	tongue      content.Tongue
}

// titleOf is the title of the chapter that begins on a page.
func titleOf(book *plan.Publication, pg *plan.Page) title {
	t := title{"", pg.Title, content.Tongue{Lang: book.Lang, Dir: book.Dir}.Of(&pg.Chapter.Attr)}
	label, text := content.Label(book.Doc, pg.Chapter), markup.Clean(content.PlainText(pg.Chapter.Title))
	if label != "" && text != "" {
		t.label, t.text = markup.Clean(label)+locale.PunctuationFor(t.tongue.Lang).Colon+" ", text
	}
	return t
}

// leading writes an a of a title, in its own language and direction; attrs says
// where it leads.
func (w *Writer) leading(attrs string, t title) {
	said, own := t.tongue.Beside(w.around()), content.Attr{Dir: direct.Against(t.text, t.tongue.Dir)}
	if t.label == "" && own.Dir != locale.Auto {
		said.Dir, own.Dir = own.Dir, locale.Auto
	}
	w.open("a", &said, "", attrs)
	w.within(&said, func() {
		if t.label != "" {
			w.alone(t.label)
		}
		if own.Dir == locale.Auto {
			w.alone(t.text)
			return
		}
		w.open("span", &own, "", "")
		w.within(&own, func() { w.alone(t.text) })
		w.Raw("</span>")
	})
	w.Raw("</a>")
}
