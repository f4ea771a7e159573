package layout_test

import (
	"testing"
	"testing/fstest"

	"warraq/content/book"
	"warraq/layout/display"
)

// TestHeadLogo: the logo stands in the head of pages whose pattern names it, within the
// measure and clear of the words there, and belongs to no block; a book without one is
// told so.
func TestHeadLogo(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>`
	text := ""
	for range 300 {
		text += "نص طويل يملأ صفحات. "
	}
	files := fstest.MapFS{
		"book.yaml": {Data: []byte("title: عنوان\nlanguage: ar\nlogo: l.svg\nrunning-heads: {even: \"{logo} {title}\", odd: \"{chapter}\"}\n")},
		"l.svg":     {Data: []byte(svg)}, "a.md": {Data: []byte("# أول\n\n" + text + "\n")},
	}
	doc, _, err := book.Read(files, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	hold(t, doc, false)
	found := 0
	b := pagesOf(t, doc, 1)
	for _, p := range b.Pages[2:] {
		var logo *display.Image
		var head *display.Text
		for _, it := range p.Items {
			switch it := it.(type) {
			case *display.Image:
				logo = it
			case *display.Text:
				if it.Part == display.RunningHead {
					head = it
				}
			}
		}
		switch {
		case logo == nil:
			if head != nil && !p.Odd() {
				t.Errorf("page %d has no logo", p.Number)
			}
			continue
		case p.Odd() || head == nil || logo.Elem != 0:
			t.Errorf("page %d: a logo of #%d", p.Number, logo.Elem)
			continue
		}
		found++
		left := b.Style.Left(p.Odd())
		if logo.X < left-0.01 || logo.X+logo.W > left+b.Style.Measure()+0.01 || logo.Y < 0 || logo.Y+logo.H > b.Style.Top {
			t.Errorf("page %d: the logo is at %v", p.Number, logo.Rect)
		}
		for _, piece := range head.Line.Pieces {
			if x := head.X + float64(piece.X); x < logo.X+logo.W && x+float64(piece.Width) > logo.X {
				t.Errorf("page %d: the logo stands on the head", p.Number)
			}
		}
	}
	if found == 0 {
		t.Error("no page has the logo")
	}

	files["book.yaml"] = &fstest.MapFile{Data: []byte("title: عنوان\nlanguage: ar\nrunning-heads: \"{logo} {title}\"\n")}
	_, advice, err := book.Read(files, ".", book.Options{})
	if err != nil || len(advice) != 1 || advice[0].Pos.Line != 3 {
		t.Errorf("a logo that is not there: %v %v", advice, err)
	}
}
