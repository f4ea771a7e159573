package layout

import (
	"warraq/content/setup"
	"warraq/fonts"
	"warraq/layout/display"
	"warraq/layout/format"
	"warraq/layout/paragraph"
)

// Measures of slugs, points.
const (
	slugSize   = 6
	slugHeight = 9
	slugFoot   = 3 // from the foot to the baseline
)

// Slugs sets lines of text in small type, each on a page as large as itself and
// at most as wide as width: what a print shop reads beside the pages of a book.
// A line that is wider is cut.
func Slugs(faces *fonts.Set, lines []string, width float64) *display.Book {
	c := paragraph.NewCompositor(faces, paragraph.NewWords())
	book := &display.Book{Style: format.Style{Trim: setup.Size{W: width, H: slugHeight}, LTR: true}}
	look := &paragraph.Style{Size: slugSize, Still: true}
	for i, text := range lines {
		page := &display.Page{Number: i + 1}
		form := paragraph.Form{Measure: width, Align: paragraph.Start, LTR: true, NoHyphens: true}
		if set := c.Set([]paragraph.Span{{Text: text, Style: look}}, form); len(set.Lines) > 0 {
			page.Items = []display.Item{&display.Text{Y: slugHeight - slugFoot, Line: &set.Lines[0]}}
		}
		book.Pages = append(book.Pages, page)
	}
	return book
}
