// Package highlight lays what a reader highlights on the ink of a rendered page.
package highlight

import (
	_ "embed"
	"fmt"
	"math"
	"strings"
	"unicode"
)

// laid is what comes of laying the boxes of a file on its pages.
type laid struct {
	Boxes, good  int
	Pieces, Bare int
	Off          []string // the words of boxes that are not good
}

func (l *laid) Share() float64 { return float64(l.good) / float64(max(1, l.Boxes)) }

// Lay lays boxes on the ink of their pages, moved to the right by so many points.
func Lay(boxes []Box, pages [][]Piece, by float64) laid {
	var all laid
	on := make([][]Box, len(pages))
	for _, b := range boxes {
		b.Left, b.Right = b.Left+by, b.Right+by
		on[b.Page-1] = append(on[b.Page-1], b)
	}
	for i, pieces := range pages {
		fits, bare := fits(on[i], pieces)
		all.Boxes, all.Pieces, all.Bare = all.Boxes+len(fits), all.Pieces+len(pieces), all.Bare+len(bare)
		for _, f := range fits {
			if f.good() {
				all.good++
				continue
			}
			all.Off = append(all.Off, fmt.Sprintf("%q on page %d", f.Text, f.Page))
		}
	}
	return all
}

// Box is where a reader says that a word, or a stretch of words, stands: what it
// highlights where that is selected or found.
type Box struct {
	Page int
	Rect // points from the page's top left corner
	Text string
}

// At is a box of a page, from its sides in points.
func At(page int, left, top, right, bottom float64, text string) Box {
	return Box{page, Rect{left, top, right, bottom}, text}
}

// Rect is a rectangle in points, from the page's top left corner.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Piece is a connected piece of a page's ink that is a part of letters.
type Piece struct {
	Rect
	em float64 // the size of these letters, in points
}

// fit is how a box lies on the ink, in ems.
type fit struct {
	Box
	spill float64 // how far its ink stands out at its sides
	reach float64 // how far it reaches over the ink of another
	over  float64 // how far its ink stands out above or below
	empty bool    // there is no ink in it
}

// How far ink may stand out of its box, in ems: at the sides tails do, above and
// below marks over marks and high letters, for which fonts leave no room in what
// they call their ascender.
const (
	overhang = 0.15
	stacked  = 0.25
)

// good tells whether a highlight there would be taken for that of its word.
func (f *fit) good() bool {
	return !f.empty && f.spill <= overhang && f.reach <= overhang && f.over <= stacked
}

// fits lays the boxes of a page on its ink: each piece belongs to the box that
// covers most of it. Bare are the pieces that no box covers.
func fits(boxes []Box, pieces []Piece) (all []fit, bare []Piece) {
	owner := make([]int, len(pieces))
	for k, p := range pieces {
		owner[k] = owns(boxes, p)
		if owner[k] < 0 {
			bare = append(bare, p)
		}
	}
	for i, b := range boxes {
		if b.void() || !strings.ContainsFunc(b.Text, visible) {
			continue
		}
		f := fit{Box: b, empty: true}
		for k, p := range pieces {
			switch owner[k] {
			case i:
				f.empty = false
				f.spill = max(f.spill, (b.Left-p.Left)/p.em, (p.Right-b.Right)/p.em)
				f.over = max(f.over, (b.Top-p.Top)/p.em, (p.Bottom-b.Bottom)/p.em)
			case -1:
			default:
				if beside := boxes[owner[k]]; math.Abs(beside.middle()-b.middle()) < p.em/2 {
					f.reach = max(f.reach, b.shared(p.Rect)/p.em)
				}
			}
		}
		all = append(all, f)
	}
	return all, bare
}

// owns is the box that covers most of a piece, -1 for none; of several lines, the nearest.
func owns(boxes []Box, p Piece) int {
	best, most := -1, math.Inf(-1)
	for i, b := range boxes {
		shared := b.shared(p.Rect)
		if shared <= -overhang*p.em || b.void() || p.middle() < b.Top-stacked*p.em || p.middle() > b.Bottom+stacked*p.em {
			continue
		}
		if score := shared - math.Abs(p.middle()-b.middle())/4; score > most {
			best, most = i, score
		}
	}
	return best
}

// shared is how much of the other's width lies within r.
func (r Rect) shared(o Rect) float64 { return min(r.Right, o.Right) - max(r.Left, o.Left) }

// void tells whether nothing is highlighted.
func (r Rect) void() bool { return r.Right-r.Left < 0.1 || r.Bottom-r.Top < 0.1 }

func (r Rect) middle() float64 { return (r.Top + r.Bottom) / 2 }

// visible tells whether a character is drawn.
func visible(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }
