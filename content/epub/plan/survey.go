package plan

import (
	"fmt"
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/dress"
	"warraq/content/epub/css"
	"warraq/content/imprint"
	"warraq/content/stand"
)

// surveyor walks the chapters before they are written: anchors must be known
// before the first link to them, and images have names by their order in the
// book.
type surveyor struct {
	book *Publication
	pg   *Page
	made int // ids made up for anchors that cannot be ids

	calls map[*content.Note]int // on this page, of notes on other pages of the chapter
}

// Survey finds the anchors, images and notes of every chapter: again where pages
// have been split.
func (book *Publication) Survey() {
	book.Targets = map[string]Target{}
	book.planEndnotes()
	for _, pg := range book.Pages {
		pg.Elsewhere = nil
	}
	s := surveyor{book: book}
	if logo := book.Logo(); logo != nil {
		s.image(book.Doc.Assets[logo.Src].Pos, logo.Src, logo.Text[0])
	}
	if book.hasBack() {
		s.image(book.Doc.Said.Wrap, book.Doc.Setup.Wrap.Back, book.BackAlt())
	}
	for _, pg := range book.Pages {
		if pg.Kind == ChapterPage {
			s.pg = pg
			s.chapter()
		}
	}
}

// Logo is the publisher's on the title page, nil for none.
func (book *Publication) Logo() *content.Line {
	front := book.Doc.Front.TitlePage
	if front == nil {
		return nil
	}
	for _, l := range front.Lines {
		if l.Kind == imprint.LogoLine && book.Doc.Assets[l.Src] != nil {
			return l
		}
	}
	return nil
}

// Imprinted tells whether the title page has a logo, or the whole imprint.
func (book *Publication) Imprinted() bool {
	return book.Logo() != nil || book.Doc.Front.Imprint != nil && book.Doc.Meta.Printed.Full
}

// chapter surveys what of a chapter stands on s.pg.
func (s *surveyor) chapter() {
	ch := s.pg.Chapter
	s.pg.Number = make(map[*content.Note]int, len(ch.Notes))
	for i, n := range ch.Notes {
		s.pg.Number[n] = i + 1
		s.book.Facts.Notes = true
	}
	s.calls = nil
	if src := ch.Get(stand.OpenerKey); src != "" && ch.Role.Shown() {
		s.image(ch.Pos, src, src) // without words it is an ornament
	}
	w := content.Walker{Gathered: s.book.gathered, Part: func(part any, place *content.Place) {
		s.anchor(&place.Attr)
		s.book.Stands = s.book.Stands || place.Placed()
		s.book.Beside = s.book.Beside || place.Beside()
		switch part := part.(type) {
		case *content.Table:
			s.book.Facts.Tables = true
		case *content.Figure:
			s.image(part.Pos, part.Src, part.Alt)
			s.size(&part.Attr)
		}
	}}
	w.Chapter(s.pg.Text)
	s.book.inlines(s.pg.Text, func(in content.Inline) {
		switch in := in.(type) {
		case *content.Span:
			s.anchor(&in.Attr)
			s.book.Stands = s.book.Stands || in.Placed()
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
	if _, ok := s.book.Targets[a.Anchor]; ok {
		return
	}
	id := a.Anchor
	if !plainID(id) {
		s.made++
		id = fmt.Sprintf("at-%d", s.made)
	}
	s.book.Targets[a.Anchor] = Target{s.pg, id, a}
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

// size notes the size of a picture, for which the stylesheet has a class: a
// length in the markup could be in pixels only (HTML, dimension attributes).
func (s *surveyor) size(a *content.Attr) {
	x := css.ExtentOf(a)
	if _, known := s.book.Sizes[x]; known || x == (css.Extent{}) {
		return
	}
	class := "size-" + strconv.Itoa(len(s.book.Sizes)+1)
	if s.book.Sizes == nil {
		s.book.Sizes = map[css.Extent]string{}
	}
	s.book.Sizes[x] = class
	s.book.Style.Part.Data = append(s.book.Style.Part.Data, x.Rule(class)...)
}

// capitals gives the reader the letters in which it draws small capitals.
func (s *surveyor) capitals(in *content.Span) {
	if in.Dress()&dress.SmallCaps != 0 {
		s.book.Text.AddString(strings.ToUpper(content.PlainText(in.Inlines)))
	}
}
