package spell

import (
	"math"
	"slices"

	"warraq/layout/display"
)

// endsOpen tells whether a space belongs behind a line, the kth item of a page:
// its text goes on in another line, and from left to right. In tagged PDF the
// spaces between words are in the text wherever lines end (ISO 32000-1 14.8.2.5).
// A right-to-left line goes without: its codes are drawn from left to right, so
// that MuPDF shows the space before the line, not behind it.
func (s *speller) endsOpen(page, k int, t *display.Text) bool {
	if len(s.shows) == 0 || s.shows[len(s.shows)-1].RTL || t.Line.Pieces[0].Level != 0 {
		return false
	}
	if t.IsArtifact() || t.Line.Joined {
		return false
	}
	for _, it := range s.book.Pages[page].Items[k+1:] {
		if next, ok := it.(*display.Text); ok {
			if samePlace(t, next) {
				return !sameLine(t, next)
			}
			break
		}
	}
	return page+1 < len(s.book.Pages) && slices.ContainsFunc(s.book.Pages[page+1].Items, func(it display.Item) bool {
		next, ok := it.(*display.Text)
		return ok && samePlace(t, next)
	})
}

func samePlace(a, b *display.Text) bool { return a.Elem == b.Elem && a.Part == b.Part }

// sameLine tells texts that stand beside one another, upright or turned.
func sameLine(a, b *display.Text) bool {
	if a.Turn != b.Turn {
		return false
	}
	if a.Turn != display.Upright {
		return math.Abs(a.X-b.X) < 1
	}
	return math.Abs(a.Y-b.Y) < 1
}
