package pages

import (
	"warraq/content"
	"warraq/content/epub/markup"
	"warraq/content/isolate"
	"warraq/content/locale"
	"warraq/content/setup"
)

// words writes what a part says itself.
func (w *Writer) words(id content.ID, ins []content.Inline) {
	w.reading(id, content.OwnRun, func() { w.inlines(ins) })
}

// inlines writes a run of text.
func (w *Writer) inlines(ins []content.Inline) {
	ins = w.pageless(ins)
	w.sentence.finder.Found = w.sentence.finder.Found[:0]
	if w.book.Doc.Setup.Numbers != setup.NumbersPlain {
		w.sentence.read(ins, w.dir != locale.RTL)
	}
	w.parts(ins)
}

// parts writes inlines of the run that w is in.
func (w *Writer) parts(ins []content.Inline) {
	for _, in := range ins {
		w.inline(in)
	}
}

// inline writes one inline, whatever it is.
func (w *Writer) inline(in content.Inline) {
	switch in := in.(type) {
	case *content.Text:
		w.prose(in)
		w.cursor.letters += w.unsaid[in]
	case *content.Strong:
		w.wrap("strong", in.Inlines)
	case *content.Emphasis:
		w.wrap("em", in.Inlines)
	case *content.Code:
		w.due()
		w.Raw(`<code dir="ltr" translate="no">`)
		w.isolated(in.Value, isolate.Inline(in.Value))
		w.Raw("</code>")
	case *content.Link:
		w.link(in)
	case *content.Image:
		w.due()
		w.picture(in.Src, in.Alt, "inline")
		w.cursor.letters++
	case *content.NoteRef:
		if w.linked { // its call is a link too: it follows this one
			w.waiting = append(w.waiting, in)
			return
		}
		w.noteref(in)
	case *content.Span:
		w.span(in)
	case *content.LineBreak:
		w.Raw("<br/>\n")
	case *content.Reference:
		w.crossReference(in)
	}
}

func (w *Writer) wrap(tag string, ins []content.Inline) {
	w.Raw("<", tag, ">")
	w.parts(ins)
	w.Raw("</", tag, ">")
}

// link writes an a that leads somewhere; one that cannot is a problem of the
// author's.
func (w *Writer) link(l *content.Link) {
	if w.linked { // a link in a link is no XHTML; the outer one wins
		w.parts(l.Inlines)
		return
	}
	href, problem := w.resolve(l.URL)
	if problem != nil {
		w.problem(l.Pos, problem.What, problem.Hint)
	}
	w.due()
	w.Raw(`<a href="`)
	w.Text(href)
	w.Raw(`"`)
	if title := markup.Clean(l.Title); title != "" {
		w.Raw(` title="`)
		w.Text(title)
		w.Raw(`"`)
	}
	if standsForItself(l) {
		w.Raw(` dir="ltr"`)
	}
	w.Raw(">")
	w.linked = true
	w.parts(l.Inlines)
	if markup.Clean(content.PlainText(l.Inlines)) == "" {
		w.Text(markup.Clean(l.URL)) // a link without words cannot be spoken
	}
	w.linked = false
	w.Raw("</a>")
	w.calling()
}

// calling writes the calls of notes that had to wait for the end of a link.
func (w *Writer) calling() {
	for _, ref := range w.waiting {
		w.noteref(ref)
	}
	w.waiting = w.waiting[:0]
}
