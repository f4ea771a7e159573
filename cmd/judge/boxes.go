package main

import (
	_ "embed"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

//go:embed mupdf-boxes.mjs
var mupdfBoxes []byte

//go:embed pdfium-boxes.mjs
var pdfiumBoxes []byte

// fewerBoxes are the allowances of boxes.
var fewerBoxes = []allowance{
	{"vocalised", "mupdf", 0.95, "it leaves the advance of a mark out of account, and the words of ﷺ share its ink"},
	{"vocalised", "poppler", 0.98, "a space that leans on a letter is one to it, so that two words have one box"},
	{"mixed", "pdf.js", 0.98, "a number in Arabic digits is on its first code, and a line is one box: 2 of 193"},
	{"vocalised", "pdf.js", 0.92, "it leaves the advance of a mark out of account, and gives a line as one box"},
	{"language-fr", "pdf.js", 0.90, "it leaves soft hyphens out, and gives a line as one box"},
	{"guide-en", "pdf.js", 0.98, "it leaves soft hyphens out"},
}

// moved is how far boxes are moved to see that it is noticed, in points: a
// quarter of an em of the text.
const moved = 3

// boxes asks where readers highlight each word, and lays that on the ink of the
// rendered page. As a control the boxes are laid a little beside it.
func (c *court) boxes() error {
	for _, b := range c.books {
		pages, err := c.pieces(b.pdf)
		if err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
		for _, r := range boxReaders {
			boxes, err := r.read(c, b.pdf)
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			here, beside := lay(boxes, pages, 0), lay(boxes, pages, moved)
			says := c.pass
			if here.share() < enoughFor(b.name, r.name, fewerBoxes) || here.bare*100 > here.pieces {
				says = c.fail
			}
			says("boxes "+b.name, "%s highlights %.3f of %d words where they stand, %d of %d pieces of ink nowhere; not: %s",
				r.name, here.share(), here.boxes, here.bare, here.pieces, strings.Join(firstFew(here.off), " "))
			if beside.share() > 0.6 {
				c.fail("boxes "+b.name, "the control failed: %s moved by %d points is right in %.3f", r.name, moved, beside.share())
			}
		}
	}
	return nil
}

// laid is what comes of laying the boxes of a file on its pages.
type laid struct {
	boxes, good  int
	pieces, bare int
	off          []string // the words of boxes that are not good
}

func (l *laid) share() float64 { return float64(l.good) / float64(max(1, l.boxes)) }

// lay lays boxes on the ink of their pages, moved to the right by so many points.
func lay(boxes []box, pages [][]piece, by float64) laid {
	var all laid
	on := make([][]box, len(pages))
	for _, b := range boxes {
		b.left, b.right = b.left+by, b.right+by
		on[b.page-1] = append(on[b.page-1], b)
	}
	for i, pieces := range pages {
		fits, bare := fits(on[i], pieces)
		all.boxes, all.pieces, all.bare = all.boxes+len(fits), all.pieces+len(pieces), all.bare+len(bare)
		for _, f := range fits {
			if f.good() {
				all.good++
				continue
			}
			all.off = append(all.off, fmt.Sprintf("%q on page %d", f.text, f.page))
		}
	}
	return all
}

// box is where a reader says that a word, or a stretch of words, stands: what it
// highlights where that is selected or found.
type box struct {
	page int
	rect // points from the page's top left corner
	text string
}

type rect struct{ left, top, right, bottom float64 }

// boxReaders are the readers that tell where words are.
var boxReaders = []struct {
	name string
	read func(c *court, file string) ([]box, error)
}{
	{"poppler", (*court).popplerBoxes},
	{"mupdf", func(c *court, f string) ([]box, error) { return c.boxesFrom("mupdf-boxes.mjs", mupdfBoxes, f) }},
	{"pdf.js", func(c *court, f string) ([]box, error) { return c.boxesFrom("pdfjs.mjs", pdfjsScript, f, "boxes") }},
	{"pdfium", func(c *court, f string) ([]box, error) { return c.boxesFrom("pdfium-boxes.mjs", pdfiumBoxes, f) }},
}

// popplerBoxes are the words of `pdftotext -bbox`.
func (c *court) popplerBoxes(file string) ([]box, error) {
	out, err := c.command("pdftotext", "-bbox", "-enc", "UTF-8", file, "-")
	if err != nil {
		return nil, err
	}
	var html struct {
		Pages []struct {
			Words []struct {
				Left   float64 `xml:"xMin,attr"`
				Top    float64 `xml:"yMin,attr"`
				Right  float64 `xml:"xMax,attr"`
				Bottom float64 `xml:"yMax,attr"`
				Text   string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal([]byte(out), &html); err != nil {
		return nil, err
	}
	var all []box
	for i, p := range html.Pages {
		for _, w := range p.Words {
			all = append(all, box{i + 1, rect{w.Left, w.Top, w.Right, w.Bottom}, w.Text})
		}
	}
	return all, nil
}

// boxesFrom reads what one of our scripts writes.
func (c *court) boxesFrom(name string, source []byte, args ...string) ([]box, error) {
	out, err := c.script(name, source, args...)
	if err != nil {
		return nil, err
	}
	var all []box
	for line := range strings.Lines(out) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 6)
		if len(fields) < 6 {
			return nil, fmt.Errorf("%s: %q", name, line)
		}
		var n [5]float64
		for i := range n {
			if n[i], err = strconv.ParseFloat(fields[i], 64); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		all = append(all, box{int(n[0]), rect{n[1], n[2], n[3], n[4]}, fields[5]})
	}
	return all, nil
}

// piece is a connected piece of a page's ink that is a part of letters.
type piece struct {
	rect
	em float64 // the size of these letters, in points
}

// fit is how a box lies on the ink, in ems.
type fit struct {
	box
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
func fits(boxes []box, pieces []piece) (all []fit, bare []piece) {
	owner := make([]int, len(pieces))
	for k, p := range pieces {
		owner[k] = owns(boxes, p)
		if owner[k] < 0 {
			bare = append(bare, p)
		}
	}
	for i, b := range boxes {
		if b.void() || !strings.ContainsFunc(b.text, visible) {
			continue
		}
		f := fit{box: b, empty: true}
		for k, p := range pieces {
			switch owner[k] {
			case i:
				f.empty = false
				f.spill = max(f.spill, (b.left-p.left)/p.em, (p.right-b.right)/p.em)
				f.over = max(f.over, (b.top-p.top)/p.em, (p.bottom-b.bottom)/p.em)
			case -1:
			default:
				if beside := boxes[owner[k]]; math.Abs(beside.middle()-b.middle()) < p.em/2 {
					f.reach = max(f.reach, b.shared(p.rect)/p.em)
				}
			}
		}
		all = append(all, f)
	}
	return all, bare
}

// owns is the box that covers most of a piece, -1 for none; of several lines, the nearest.
func owns(boxes []box, p piece) int {
	best, most := -1, math.Inf(-1)
	for i, b := range boxes {
		shared := b.shared(p.rect)
		if shared <= -overhang*p.em || b.void() || p.middle() < b.top-stacked*p.em || p.middle() > b.bottom+stacked*p.em {
			continue
		}
		if score := shared - math.Abs(p.middle()-b.middle())/4; score > most {
			best, most = i, score
		}
	}
	return best
}

// shared is how much of the other's width lies within r.
func (r rect) shared(o rect) float64 { return min(r.right, o.right) - max(r.left, o.left) }

// void tells whether nothing is highlighted.
func (r rect) void() bool { return r.right-r.left < 0.1 || r.bottom-r.top < 0.1 }

func (r rect) middle() float64 { return (r.top + r.bottom) / 2 }

// visible tells whether a character is drawn.
func visible(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }
