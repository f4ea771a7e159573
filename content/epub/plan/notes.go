package plan

import (
	"strconv"

	"warraq/content"
	"warraq/content/setup"
)

// Endnote is where a note stands that is gathered at the end of the book.
type Endnote struct {
	Page    *Page
	Chapter *content.Chapter // whose note it is
	Number  int              // in that chapter
	ID      string           // in its page: "note-2-7"
	Calls   []Call
}

// Call is where a note is called.
type Call struct {
	Page *Page
	ID   string
}

// From is the link from a page to an id on another or the same.
func (p *Page) From(at *Page, id string) string {
	if p == at {
		return "#" + id
	}
	return p.Name + "#" + id
}

// planEndnotes finds the page of each note that is gathered, before the calls
// are: those stand before it, and name it.
func (book *Publication) planEndnotes() {
	if book.Doc.Setup.Notes != setup.NotesAtEnd {
		return
	}
	book.Endnotes, book.Calls = map[*content.Note]*Endnote{}, map[*content.NoteRef]Call{}
	book.Chapters = map[*content.Chapter]*Page{}
	list := 0
	for _, pg := range book.Pages {
		if pg.Kind != ChapterPage {
			continue
		}
		if pg.Nth == 0 {
			book.Chapters[pg.Chapter] = pg
		}
		for _, b := range pg.Text.Blocks {
			gathered, ok := b.(*content.Endnotes)
			if !ok {
				continue
			}
			list++
			for i, n := range gathered.Chapter.Notes {
				book.Facts.Notes = true
				book.Endnotes[n] = &Endnote{Page: pg, Chapter: gathered.Chapter, Number: i + 1, ID: "note-" + strconv.Itoa(list) + "-" + strconv.Itoa(i+1)}
			}
		}
	}
}

// call gives the call of a gathered note its id, which is the note's and so
// differs from that of any other on the page. Of notes that stand with their
// chapter, it tells those on another page of it.
func (s *surveyor) call(ref *content.NoteRef) {
	if s.book.Endnotes == nil {
		s.callFrom(ref)
		return
	}
	n := s.book.Endnotes[ref.Note]
	if n == nil {
		return
	}
	id := "ref" + n.ID[len("note"):]
	if k := len(n.Calls); k > 0 {
		id += "-" + strconv.Itoa(k+1)
	}
	at := Call{s.pg, id}
	n.Calls = append(n.Calls, at)
	s.book.Calls[ref] = at
}

// callFrom tells the page of a note that it is called from another page of its
// chapter.
func (s *surveyor) callFrom(ref *content.NoteRef) {
	home := s.pg.Home(ref.Note)
	if home == s.pg {
		return
	}
	if s.calls == nil {
		s.calls = map[*content.Note]int{}
	}
	s.calls[ref.Note]++
	if home.Elsewhere == nil {
		home.Elsewhere = map[*content.Note][]Call{}
	}
	at := Call{s.pg, CallID(s.pg.Number[ref.Note], s.calls[ref.Note])}
	home.Elsewhere[ref.Note] = append(home.Elsewhere[ref.Note], at)
}

// NoteID is the id of the nth note of a chapter.
func NoteID(n int) string { return "note-" + strconv.Itoa(n) }

// CallID is the id of the kth call of the nth note on a page.
func CallID(n, k int) string {
	if k == 1 {
		return "ref-" + strconv.Itoa(n)
	}
	return "ref-" + strconv.Itoa(n) + "-" + strconv.Itoa(k)
}

// Home is the page on which a note of the chapter stands.
func (p *Page) Home(n *content.Note) *Page {
	if home := p.homes[n]; home != nil {
		return home
	}
	return p
}
