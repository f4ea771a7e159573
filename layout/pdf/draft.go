package pdf

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/signintech/gopdf"
	"golang.org/x/sync/errgroup"

	"warraq/layout/display"
	"warraq/layout/paragraph"
	"warraq/layout/pdf/spell"
	"warraq/layout/pdf/tag"
)

// A book is drafted as several gopdf documents side by side, of this many pages at
// least and at most: numbers that do not depend on how many cores there are. Each
// deflates a font of its own, for nothing.
const (
	leastStretch = 128
	mostStretch  = 256
)

// stretchOf is how many pages of a book one document drafts.
func stretchOf(pages int) int { return min(max(leastStretch, pages/16), mostStretch) }

// draft lets gopdf write the contents of all pages, uncompressed, and sets
// the dummies. The shows of a page are let go when it is done.
func draft(book *display.Book, set *writer, images *imageSet, tags *tag.Tags, workers int) ([][]byte, error) {
	blank := dummyFont()
	contents := make([][]byte, len(book.Pages))
	spare := sync.Pool{New: func() any { return new(bytes.Buffer) }} // a draft is soon read
	var group errgroup.Group
	group.SetLimit(workers)
	stretch := stretchOf(len(book.Pages))
	for from := 0; from < len(book.Pages); from += stretch {
		group.Go(func() error {
			to := min(from+stretch, len(book.Pages))
			file := spare.Get().(*bytes.Buffer)
			defer spare.Put(file)
			pages, err := draftPages(file, book, from, to, set.Typeset, tags, blank)
			if err != nil {
				return err
			}
			streams, err := readContents(file.Bytes(), to-from)
			if err != nil {
				return err
			}
			var tagged []byte
			for i, stream := range streams {
				if tagged, err = setTags(tagged[:0], stream, &tags.Pages[from+i], pages[i].within); err != nil {
					return fmt.Errorf("page %d: %w", from+i+1, err)
				}
				if stream, err = images.place(tagged, book.Pages[from+i], book.Style.Trim.H); err != nil {
					return fmt.Errorf("page %d: %w", from+i+1, err)
				}
				if contents[from+i], err = set.setDummies(stream, set.Pages[from+i], &tags.Pages[from+i], pages[i].dummies, book.Style.Trim.H); err != nil {
					return fmt.Errorf("page %d: %w", from+i+1, err)
				}
				set.Pages[from+i] = nil
			}
			return nil
		})
	}
	return contents, group.Wait()
}

// drafter draws pages through gopdf.
type drafter struct {
	gopdf.GoPdf
	size  float64
	color paragraph.Color
	texts [][]spell.Show // of the page, still to draw
	marks int            // of images, on the page so far
	tags  *tag.Page
	drawn int     // of tags.drawn
	open  bool    // the last dummy stands for more shows, if they have its colour
	page  drafted // so far
}

// drafted is what the draft of a page leaves to setTags and setDummies.
type drafted struct {
	dummies []dummy
	within  []int // the stretches that begin with a show, and have no mark
}

// draftPages drafts the pages from…to as a document of their own, in place of what
// file held.
func draftPages(file *bytes.Buffer, book *display.Book, from, to int, set *spell.Typeset, tags *tag.Tags, blank []byte) ([]drafted, error) {
	pages := make([]drafted, 0, to-from)
	d := &drafter{}
	trim := book.Style.Trim
	d.Start(gopdf.Config{PageSize: gopdf.Rect{W: trim.W, H: trim.H}})
	d.SetNoCompression()
	if err := d.AddTTFFontData(dummyFamily, blank); err != nil {
		return nil, fmt.Errorf("font %s: %w", dummyFamily, err)
	}
	for i, p := range book.Pages[from:to] {
		d.AddPage()
		d.size, d.color, d.marks, d.texts = 0, paragraph.Color{}, 0, set.Pages[from+i]
		d.tags, d.drawn, d.open, d.page = &tags.Pages[from+i], 0, false, drafted{}
		for _, it := range p.Items {
			if err := d.item(it); err != nil {
				return nil, fmt.Errorf("page %d: %w", p.Number, err)
			}
		}
		pages = append(pages, d.page)
	}
	file.Reset()
	file.Grow((to - from) * 1024)
	_, err := d.WriteTo(file)
	return pages, err
}

func (d *drafter) item(it display.Item) error {
	switch it := it.(type) {
	case *display.Text:
		return d.text(it)
	case *display.Rule:
		d.tag()
		d.rule(it)
	case *display.Image:
		d.tag()
		d.SetCustomLineType(nil, float64(d.marks)) // a mark for imageSet.place
		d.marks++
	}
	return nil
}

// text draws the shows of a line. Those of one that is turned have a state of
// graphics to themselves, behind which the colour is what it was.
func (d *drafter) text(t *display.Text) error {
	shows := d.texts[0]
	d.texts = d.texts[1:]
	if t.Turn != display.Upright && len(shows) > 0 {
		color := d.color
		d.open = false
		d.Rotate(90*float64(t.Turn), t.X, t.Y)
		defer func() {
			d.RotateReset()
			d.open, d.color = false, color
		}()
	}
	for i := range shows {
		if err := d.show(&shows[i]); err != nil {
			return err
		}
	}
	return nil
}

// show draws the dummy of a show and of those that follow in its colour. Where the
// colour is there already the dummy is the first that is drawn of its stretch, which
// needs no mark.
func (d *drafter) show(s *spell.Show) error {
	same := d.color == s.Color
	goesOn := same && d.open
	if same {
		d.tagWithin()
	} else {
		d.tag()
		d.setColor(s.Color)
	}
	if goesOn {
		d.page.dummies[len(d.page.dummies)-1].shows++
		return nil
	}
	d.page.dummies = append(d.page.dummies, dummy{drawn: d.drawn - 1, shows: 1, marked: !same})
	d.open = true
	if d.size != s.Size {
		if err := d.SetFont(dummyFamily, "", s.Size); err != nil {
			return err
		}
		d.size = s.Size
	}
	d.SetXY(s.X, s.Y)
	return d.Text(dummyText(len(d.page.dummies) - 1))
}

// setColor sets the colour of letters and fills: one operator of the page for
// both, and gray where it can be, since a press prints that with black alone.
func (d *drafter) setColor(c paragraph.Color) {
	if d.color == c {
		return
	}
	d.color = c
	if level, ok := c.Neutral(); ok {
		d.SetGrayFill(level)
		return
	}
	d.SetFillColor(c.R, c.G, c.B)
}

func (d *drafter) setStroke(c paragraph.Color) {
	if level, ok := c.Neutral(); ok {
		d.SetGrayStroke(level)
		return
	}
	d.SetStrokeColor(c.R, c.G, c.B)
}

// rule fills a rectangle, or strokes its middle with dots as far apart as four
// of their widths.
func (d *drafter) rule(r *display.Rule) {
	if r.Dotted {
		d.setStroke(r.Color)
		d.SetLineWidth(r.H)
		d.SetCustomLineType([]float64{r.H, 4 * r.H}, 0)
		d.Line(r.X, r.Y+r.H/2, r.X+r.W, r.Y+r.H/2)
		return
	}
	d.setColor(r.Color)
	d.RectFromUpperLeftWithStyle(r.X, r.Y, r.W, r.H, "F")
}
