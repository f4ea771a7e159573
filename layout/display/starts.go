package display

import (
	"strings"
	"unicode/utf8"

	"warraq/content"
	"warraq/content/char"
	"warraq/content/setup"
	"warraq/layout/paragraph"
)

// Starts tells where in doc, whose pages b is, each page begins. Pages are in
// order; those that begin nothing of doc's are left out, and those without a
// folio, which nobody can name.
func (b *Book) Starts(doc *content.Document) []content.PageStart {
	r := &reading{book: b, feet: feet(doc), front: front(doc), sides: Sides(doc)}
	starts := make([]content.PageStart, 0, len(b.Pages))
	for i, p := range b.Pages {
		at, ok := r.start(i)
		r.begins = append(r.begins, ok)
		r.reach(i)
		if ok && p.Folio != "" {
			at.Number, at.Folio = p.Number, p.Folio
			at.Front, at.Value = b.counted(doc, p.Number)
			starts = append(starts, at)
		}
	}
	return starts
}

// counted is what the folio of page n counts.
func (b *Book) counted(doc *content.Document, n int) (front bool, value int) {
	f := &doc.Setup.Folios
	switch {
	case f.Front == setup.FoliosContinuous:
		return false, f.Counted(n)
	case b.MainFrom < 0 || n <= b.MainFrom:
		return true, n
	}
	return false, f.Counted(n - b.MainFrom)
}

// front is what stands before the chapters, and whether a page begins with it: with
// the title of the book or of the contents.
func front(doc *content.Document) map[content.ID]bool {
	opens := make(map[content.ID]bool)
	f := doc.Front
	if f.HalfTitle != nil { // an e-book has none
		for _, l := range f.HalfTitle.Lines {
			opens[l.ID] = false
		}
	}
	if f.TitlePage != nil {
		for i, l := range f.TitlePage.Lines {
			opens[l.ID] = i == 0
		}
	}
	if f.Imprint != nil {
		for _, l := range f.Imprint.Lines {
			opens[l.ID] = false
		}
	}
	if f.Contents != nil {
		opens[f.Contents.ID] = true
		for _, e := range f.Contents.Entries {
			opens[e.ID] = false
		}
	}
	return opens
}

// feet are the IDs of what stands at the feet of pages, a range a chapter: notes
// come last in each, and IDs are dense.
func feet(doc *content.Document) [][2]content.ID {
	var ranges [][2]content.ID
	if doc.Setup.Notes == setup.NotesAtEnd {
		return nil
	}
	for i, c := range doc.Chapters {
		if len(c.Notes) == 0 {
			continue
		}
		end := content.ID(1<<31 - 1)
		if i+1 < len(doc.Chapters) {
			end = doc.Chapters[i+1].ID
		}
		ranges = append(ranges, [2]content.ID{c.Notes[0].ID, end})
	}
	return ranges
}

// reading is the pages as one text.
type reading struct {
	book  *Book
	feet  [][2]content.ID
	front map[content.ID]bool
	sides map[content.ID]bool // read behind the text that they stand beside, wherever that ends

	begins  []bool     // whether each page begins anything: those with notes alone do not
	reached content.ID // the last part on the pages before, but for notes
	whole   struct {
		run           content.PageStart // that a page began in
		page, letters int               // which one, and the letters before it
	}
}

// reach goes on to the last part on page i.
func (r *reading) reach(i int) {
	for _, it := range r.book.Pages[i].Items {
		id := content.ID(0)
		switch it := it.(type) {
		case *Text:
			id = runOf(it).ID
		case *Image:
			id = it.Elem
		}
		if _, before := r.front[id]; !before && !r.sides[id] && !r.footnote(id) {
			r.reached = max(r.reached, id)
		}
	}
}

// start is where page i begins: with its first ink that is part of the document, but for
// what was left to it by the page before.
func (r *reading) start(i int) (content.PageStart, bool) {
	for _, it := range r.book.Pages[i].Items {
		var at content.PageStart
		switch it := it.(type) {
		case *Text:
			if at = runOf(it); at.Run == content.OwnRun && at.ID == 0 {
				continue // an artifact, or what repeats a title
			}
			if opens, before := r.front[at.ID]; opens {
				return at, true
			} else if before {
				continue
			}
			at.Letters = r.before(i, it)
		case *Image:
			at.ID = it.Elem
		case *Rule:
			at.ID = it.Elem
		}
		if at.ID == 0 || r.sides[at.ID] || at.ID < r.reached && !r.footnote(at.ID) {
			continue
		}
		return at, !r.footnote(at.ID)
	}
	return content.PageStart{}, false
}

// runOf is the run that a line of text belongs to.
func runOf(t *Text) content.PageStart {
	switch t.Part {
	case Caption:
		return content.PageStart{ID: t.Elem, Run: content.CaptionRun}
	case Attribution:
		return content.PageStart{ID: t.Elem, Run: content.AttributionRun}
	case NotesTitle, Letter:
		return content.PageStart{} // the manuscript has it elsewhere, or nowhere
	}
	return content.PageStart{ID: t.Elem}
}

// footnote tells what stands at the foot of a page.
func (r *reading) footnote(id content.ID) bool {
	for _, f := range r.feet {
		if f[0] <= id && id < f[1] {
			return true
		}
	}
	return false
}

// before counts the letters of t's run on the pages before page i. Where the
// page cuts a word in two or a reference, it is taken to begin before that.
func (r *reading) before(i int, t *Text) int {
	run := runOf(t)
	if run.ID == 0 {
		return 0
	}
	from, n := 0, 0
	if r.whole.run == run { // counted up to the page that it began as this one
		from, n = r.whole.page, r.whole.letters
	}
	var last *paragraph.Line
	for k := i - 1; k >= from; k-- {
		var here *paragraph.Line
		for _, it := range r.book.Pages[k].Items {
			if other, ok := it.(*Text); ok && runOf(other) == run {
				here = other.Line
				n += lettersOf(here.Pieces)
			}
		}
		if last == nil {
			last = here
		}
		if here == nil && r.begins[k] {
			break // the run begins on a later page
		}
	}
	r.whole.run, r.whole.page, r.whole.letters = run, i, n
	if last == nil {
		return 0
	}
	if last.Hyphened() {
		return n - tailOf(last.Pieces)
	}
	if goesOn(last.Pieces, t.Line.Pieces) {
		return n - 1
	}
	return n
}

// goesOn tells that a page begins within what a reference says.
func goesOn(last, next []paragraph.Piece) bool {
	return len(last) > 0 && len(next) > 0 && next[0].Style.Made == SaidForAnother && last[len(last)-1].Style == next[0].Style
}

// lettersOf counts the letters of pieces of a line, see content.IsLetter.
func lettersOf(pieces []paragraph.Piece) int {
	n := 0
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.Style.Made == SaidForAnother:
			if i == 0 || pieces[i-1].Style != p.Style {
				n++
			}
		case p.Style.Made != 0:
		case p.Style.Object != nil:
			n++
		case p.Word != nil:
			n += letters(p.Word.Text)
		}
	}
	return n
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if content.IsLetter(r) {
			n++
		}
	}
	return n
}

// tailOf counts the letters of the word that a line ends within.
func tailOf(pieces []paragraph.Piece) int {
	n := 0
	for i := len(pieces) - 1; i >= 0; i-- {
		p := &pieces[i]
		if p.Word == nil || p.Style.Made != 0 || p.Style.Object != nil {
			break
		}
		text := strings.TrimRight(p.Word.Text, "\u00AD")
		for len(text) > 0 {
			r, size := utf8.DecodeLastRuneInString(text)
			if !char.In(r, char.L|char.M|char.N) {
				return n
			}
			n, text = n+letters(text[len(text)-size:]), text[:len(text)-size]
		}
	}
	return n
}
