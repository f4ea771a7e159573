package layout_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"warraq/content"
	"warraq/content/book"
	"warraq/content/book/settings"
	"warraq/content/number"
	"warraq/content/stand"
	"warraq/layout/display"
)

// TestRandomColumns: what stands in columns keeps the promises of all pages.
func TestRandomColumns(t *testing.T) {
	for seed := range uint64(24) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			doc := randomBook(seed, false)
			for _, c := range doc.Chapters {
				c.Blocks = inColumns(c.Blocks, 2+int(seed%3))
			}
			number.Document(doc)
			b := triedPages(t, doc, 1)
			if b == nil {
				return
			}
			everyLetterOnce(t, doc, b)
			nothingOutside(t, b)
			noOverlap(t, b)
			notesInOrder(t, doc, b, true)
			foliosTrue(t, doc, b)
		})
	}
}

// TestIndexColumns: in each theme the columns of an index begin below its introduction, and
// no letter stands at the foot of a column without an entry.
func TestIndexColumns(t *testing.T) {
	for _, theme := range settings.Themes {
		doc, _, err := book.Read(os.DirFS("../content/samples"), "specimen", book.Options{Theme: book.File{Name: theme}})
		if err != nil {
			t.Fatal(err)
		}
		b := pagesOf(t, doc, 1)
		index := doc.Chapters[len(doc.Chapters)-1]
		first := b.Pages[b.Spots[index.ID].Page]
		if !slices.ContainsFunc(first.Items, isLetter) {
			t.Errorf("%s: page %d has the title of the index, and no entry", theme, first.Number)
		}
		for _, page := range b.Pages[first.Number-1:] {
			for _, it := range page.Items {
				if letter, ok := it.(*display.Text); ok && isLetter(it) && !entryBelow(page, letter) {
					t.Errorf("%s, page %d: %s stands alone", theme, page.Number, describe(letter))
				}
			}
		}
	}
}

func isLetter(it display.Item) bool {
	t, ok := it.(*display.Text)
	return ok && t.Part == display.Letter
}

// entryBelow tells whether a line that is no letter stands right below one, in its column.
func entryBelow(page *display.Page, letter *display.Text) bool {
	return slices.ContainsFunc(page.Items, func(it display.Item) bool {
		entry, ok := it.(*display.Text)
		return ok && entry.Part == 0 && entry.Elem == letter.Elem && math.Abs(entry.X-letter.X) < 20 && entry.Y > letter.Y && entry.Y < letter.Y+40
	})
}

// inColumns puts every second run of so many blocks that may stand in columns into one
// division.
func inColumns(blocks []content.Block, run int) []content.Block {
	var all []content.Block
	var div *content.Div
	for i, b := range blocks {
		switch b.(type) {
		case *content.Listing, *content.Endnotes, *content.PageBreak, *content.Table:
			all, div = append(all, b), nil
			continue
		}
		if i/run%2 == 0 {
			all, div = append(all, b), nil
			continue
		}
		if div == nil {
			div = &content.Div{}
			div.Classes = []string{stand.ColumnsClass}
			all = append(all, div)
		}
		div.Blocks = append(div.Blocks, b)
	}
	return all
}
