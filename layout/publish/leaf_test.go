package publish

import (
	"bytes"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/layout/display"
	"warraq/layout/impose"
)

// covered is an edition of a short book that asks for its cover as a page, and its pages
// without and with the cover.
func covered(t *testing.T) (e *Edition, bare, all *display.Book) {
	t.Helper()
	doc, _, err := book.Read(fstest.MapFS{
		"book.yaml": {Data: []byte("title: عنوان\nlanguage: ar\ncover: page\nhalf-title: true\n")},
		"a.md":      {Data: []byte("# أول\n\nنص يحيل إلى [الثاني](#b).\n\n# ثان {#b}\n\nنص.\n")},
	}, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	e = New(doc, Options{Name: "a"})
	if bare, err = e.pages(); err != nil {
		t.Fatal(err)
	}
	if all, err = e.covered(bare); err != nil {
		t.Fatal(err)
	}
	return e, bare, all
}

// TestCovered: with the cover before it each page stays on its side of the leaf, every
// place is found on the page that it was on, and what the front shows is no text.
func TestCovered(t *testing.T) {
	_, bare, all := covered(t)
	if n := len(bare.Pages) + all.Before + all.Behind; len(all.Pages) != n || all.Before%2 != 0 {
		t.Fatalf("%d pages, want %d", len(all.Pages), n)
	}
	for i, p := range bare.Pages {
		if all.Pages[i+all.Before] != p {
			t.Errorf("page %d is not where it was", i+1)
		}
	}
	for id, spot := range bare.Spots {
		if got := all.Spots[id]; all.Pages[got.Page] != bare.Pages[spot.Page] || got.Y != spot.Y {
			t.Errorf("#%d stands elsewhere", id)
		}
	}
	for _, it := range all.Pages[0].Items {
		if id := display.Owner(it); id != display.CoverID {
			t.Errorf("%T of the cover belongs to #%d", it, id)
		}
	}
	if all.Pages[0].Folio == "" || len(all.Pages[1].Items) > 0 {
		t.Error("the cover has no name, or its inner side is printed")
	}
}

// TestCoverSheet: the first sheet is the cover, the others have each page of the book
// once.
func TestCoverSheet(t *testing.T) {
	e, bare, all := covered(t)
	for _, scheme := range []impose.Scheme{impose.Saddle, impose.Perfect, impose.TwoUp} {
		opt := imposition(&e.doc.Setup.Booklet, bare.Style)
		opt.Scheme = scheme
		plan, err := impose.Impose(len(bare.Pages), opt)
		if err != nil {
			t.Fatal(err)
		}
		sheets := len(plan.Sheets)
		if err := coverSheet(plan, opt, len(bare.Pages)); err != nil {
			t.Fatal(err)
		}
		if len(plan.Sheets) != sheets+1 {
			t.Errorf("scheme %d: %d sheets of %d", scheme, len(plan.Sheets), sheets)
		}
		seen := make([]int, len(all.Pages))
		for i, s := range plan.Sheets {
			for _, side := range []impose.Side{s.Front, s.Back} {
				for _, p := range side {
					if p.Page < 0 {
						continue
					}
					seen[p.Page]++
					if cover := p.Page < all.Before || p.Page >= len(all.Pages)-all.Behind; cover != (i == 0) {
						t.Errorf("scheme %d: page %d is on sheet %d", scheme, p.Page, i)
					}
				}
			}
		}
		for p, n := range seen {
			if n != 1 {
				t.Errorf("scheme %d: page %d is there %d times", scheme, p, n)
			}
		}
	}
}

// TestCoverApart: the file to read begins with the cover and ends with the book, the file
// for a print shop has the pages of the book alone.
func TestCoverApart(t *testing.T) {
	e, bare, _ := covered(t)
	draft, err := e.draft()
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := draft.Write(&file); err != nil {
		t.Fatal(err)
	}
	press, _ := e.wish()
	if n := press.Pages(bare); n != len(bare.Pages)+len(bare.Pages)%2 {
		t.Errorf("%d pages for the press of %d", n, len(bare.Pages))
	}
	if err := draft.WritePress(&file, press); err != nil {
		t.Fatal(err)
	}
	if front := e.doc.Front.HalfTitle; front == nil || bare.Spots[front.ID].Page != 0 {
		t.Error("the half-title is not the first page")
	}
	content.Walk(e.doc, func(_ any, place *content.Place) {
		if place.ID < 0 {
			t.Errorf("#%d is of the text", place.ID)
		}
	})
}
