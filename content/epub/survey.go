package epub

import (
	"fmt"
	"strings"

	"warraq/content"
)

// surveyor walks the chapters before they are written: anchors must be known
// before the first link to them, and images have names by their order in the
// book.
type surveyor struct {
	e    *edition
	pg   *page
	made int // ids made up for anchors that cannot be ids

	calls map[*content.Note]int // on this page, of notes on other pages of the chapter
}

// survey finds the anchors, images and notes of every chapter: again where pages
// have been split.
func (e *edition) survey() {
	e.targets = map[string]target{}
	e.planEndnotes()
	for _, pg := range e.pages {
		pg.elsewhere = nil
	}
	s := surveyor{e: e}
	for _, pg := range e.pages {
		if pg.kind == chapterPage {
			s.pg = pg
			s.chapter()
		}
	}
}

// chapter surveys what of a chapter stands on s.pg.
func (s *surveyor) chapter() {
	ch := s.pg.chapter
	s.pg.number = make(map[*content.Note]int, len(ch.Notes))
	for i, n := range ch.Notes {
		s.pg.number[n] = i + 1
		s.e.facts.notes = true
	}
	s.calls = nil
	w := content.Walker{Gathered: s.e.gathered, Part: func(part any, place *content.Place) {
		s.anchor(&place.Attr)
		switch part := part.(type) {
		case *content.Table:
			s.e.facts.tables = true
		case *content.Figure:
			s.image(part.Pos, part.Src, part.Alt)
			s.size(&part.Attr)
		}
	}}
	w.Chapter(s.pg.text)
	s.e.inlines(s.pg.text, func(in content.Inline) {
		switch in := in.(type) {
		case *content.Span:
			s.anchor(&in.Attr)
			s.capitals(in)
		case *content.NoteRef:
			s.call(in)
		case *content.Image:
			s.image(in.Pos, in.Src, in.Alt)
		}
	})
}

// reserved are the beginnings of the ids that this package makes.
var reserved = []string{"title", "sec-", "note-", "ref-", "box-", "at-", "page"}

// anchor registers the anchor that a has, if it is the first of that name.
func (s *surveyor) anchor(a *content.Attr) {
	if a.Anchor == "" {
		return
	}
	if _, ok := s.e.targets[a.Anchor]; ok {
		return
	}
	id := a.Anchor
	if !plainID(id) {
		s.made++
		id = fmt.Sprintf("at-%d", s.made)
	}
	s.e.targets[a.Anchor] = target{s.pg, id, a}
}

// plainID tells whether an author's anchor can be an id as it is: ASCII, so
// that no reader has to percent-decode a link, and none of our own.
func plainID(id string) bool {
	for i, c := range []byte(id) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i == 0 || c != '-' && c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	for _, r := range reserved {
		if strings.HasPrefix(id, r) {
			return false
		}
	}
	return true
}
