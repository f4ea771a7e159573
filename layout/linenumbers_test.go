package layout_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"warraq/content"
	"warraq/content/book"
	"warraq/layout/display"
)

// numbered lays out a text whose lines are counted in a way.
func numbered(t *testing.T, way, lang string) (*content.Document, *display.Book) {
	t.Helper()
	var verse strings.Builder
	for i := range 23 {
		fmt.Fprintf(&verse, "صدر / عجز %d\n", i+1)
	}
	text := strings.Repeat("نص تُعدّ أسطره كلها من أوله إلى آخره. ", 90)
	doc, _, err := book.Read(fstest.MapFS{
		"book.yaml": {Data: []byte("title: T\nlanguage: " + lang + "\nline-numbers: " + way + "\n")},
		"a.md":      {Data: []byte("# أول\n\n" + text + "[^1]\n\n::: {.verse .numbered}\n" + verse.String() + ":::\n\n" + text + "\n\n# ثان\n\n" + text + "\n\n[^1]: " + text + "\n")},
	}, ".", book.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc, pagesOf(t, doc, 1)
}

// TestLineNumbers: every fifth line has its number, on its baseline, in the outer margin;
// those of a poem count its lines through all pages, those of notes are not counted.
func TestLineNumbers(t *testing.T) {
	for _, lang := range []string{"ar-MA", "en"} {
		for _, way := range []string{"none", "page", "chapter"} {
			doc, b := numbered(t, way, lang)
			hold(t, doc, false)
			text := make(map[content.ID]bool)
			for _, c := range doc.Chapters {
				for _, block := range c.Blocks {
					if p, ok := block.(*content.Paragraph); ok && way != "none" {
						text[p.ID] = true
					}
				}
			}
			n, poems := 0, 0
			for _, p := range b.Pages {
				if _, opens := startsChapter(doc, b, p.Number); opens || way == "page" {
					n = 0
				}
				want := make(map[float64]string)
				last := math.Inf(-1)
				for _, it := range p.Items {
					line, ok := it.(*display.Text)
					if !ok {
						continue
					}
					if text[line.Elem] && line.Y != last {
						if n++; n%5 == 0 {
							want[line.Y] = fmt.Sprint(n)
						}
						last = line.Y
					}
					if _, number, found := strings.Cut(line.Line.Text(), "عجز "); found && (strings.HasSuffix(number, "5") || strings.HasSuffix(number, "0")) {
						want[line.Y] = number
						poems++
					}
				}
				checkNumbers(t, b, p, want)
			}
			if poems != 4 {
				t.Errorf("%s %s: %d lines of the poem have numbers", lang, way, poems)
			}
		}
	}
}

// startsChapter tells a page with which a chapter begins.
func startsChapter(doc *content.Document, b *display.Book, number int) (*content.Chapter, bool) {
	for _, c := range doc.Chapters {
		if b.Spots[c.ID].Page == number-1 {
			return c, true
		}
	}
	return nil, false
}

// checkNumbers compares the numbers of a page, by their baselines.
func checkNumbers(t *testing.T, b *display.Book, p *display.Page, want map[float64]string) {
	t.Helper()
	st := &b.Style
	for _, it := range p.Items {
		n, ok := it.(*display.Text)
		if !ok || n.Part != display.LineNumber {
			continue
		}
		if n.Line.Text() != want[n.Y] || !n.IsArtifact() {
			t.Errorf("page %d: %q beside a line that wants %q", p.Number, n.Line.Text(), want[n.Y])
		}
		delete(want, n.Y)
		for _, piece := range n.Line.Pieces {
			left := n.X + float64(piece.X)
			right := left + float64(piece.Width)
			outer := left > st.Left(p.Odd())+st.Measure() && right < st.Trim.W
			if p.Odd() != st.LTR {
				outer = right < st.Left(p.Odd()) && left > 0
			}
			if !outer {
				t.Errorf("page %d: %q stands from %.1f to %.1f", p.Number, n.Line.Text(), left, right)
			}
		}
	}
	for y, number := range want {
		t.Errorf("page %d: no %s at %.1f", p.Number, number, y)
	}
}
