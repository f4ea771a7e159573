package pdf

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/signintech/gopdf"
	"golang.org/x/sync/errgroup"

	"warraq/layout"
)

// A book is drafted as several gopdf documents side by side, of at least
// leastStretch pages and not more than mostDrafts: each has to be told the
// fonts anew. The numbers are fixed, so that the file does not depend on how
// many cores there are.
const (
	leastStretch = 32
	mostDrafts   = 16
)

// draft lets gopdf write the contents of all pages, uncompressed.
func draft(book *layout.Book, set *typeset, workers int) ([][]byte, error) {
	skeletons := make([][]byte, len(set.fonts))
	for i, enc := range set.fonts {
		skeletons[i] = enc.Skeleton()
	}
	contents := make([][]byte, len(book.Pages))
	stretch := max(leastStretch, (len(book.Pages)+mostDrafts-1)/mostDrafts)
	var group errgroup.Group
	group.SetLimit(workers)
	for from := 0; from < len(book.Pages); from += stretch {
		group.Go(func() error {
			pages := book.Pages[from:min(from+stretch, len(book.Pages))]
			file, err := draftPages(book, pages, set, skeletons)
			if err != nil {
				return err
			}
			streams, err := readContents(file, len(pages))
			copy(contents[from:], streams)
			return err
		})
	}
	return contents, group.Wait()
}

// drafter draws pages through gopdf.
type drafter struct {
	gopdf.GoPdf
	set  *typeset
	font int
	size float64
	gray float64
	text []byte
}

// draftPages drafts some pages as a document of their own.
func draftPages(book *layout.Book, pages []*layout.Page, set *typeset, skeletons [][]byte) ([]byte, error) {
	d := &drafter{set: set}
	trim := book.Style.Trim
	d.Start(gopdf.Config{PageSize: gopdf.Rect{W: trim.W, H: trim.H}})
	d.SetNoCompression()
	for i, data := range skeletons {
		if err := d.AddTTFFontData(fontName(i), data); err != nil {
			return nil, fmt.Errorf("font %s: %w", fontName(i), err)
		}
	}
	for _, p := range pages {
		d.AddPage()
		d.font, d.size, d.gray = -1, 0, 0
		for _, it := range p.Items {
			if err := d.item(it); err != nil {
				return nil, fmt.Errorf("page %d: %w", p.Number, err)
			}
		}
	}
	var file bytes.Buffer
	file.Grow(len(pages) * 10_000)
	if _, err := d.WriteTo(&file); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// fontName is the family of font i in a draft; its resource is named F1, F2 …
func fontName(i int) string { return fmt.Sprintf("code%d", i+1) }

func (d *drafter) item(it layout.Item) error {
	switch it := it.(type) {
	case *layout.Text:
		for i := range d.set.shows[it] {
			if err := d.show(&d.set.shows[it][i]); err != nil {
				return err
			}
		}
	case *layout.Rule:
		d.rule(it)
	}
	return nil
}

// show draws a string with one call: a block of text with one TJ.
func (d *drafter) show(s *show) error {
	if d.font != s.font || d.size != s.size {
		if err := d.SetFont(fontName(s.font), "", s.size); err != nil {
			return err
		}
		d.font, d.size = s.font, s.size
	}
	d.setGray(s.gray)
	d.SetXY(s.x, s.y)
	d.text = d.text[:0]
	for _, c := range s.codes {
		d.text = utf8.AppendRune(d.text, c.Rune())
	}
	return d.Text(string(d.text))
}

func (d *drafter) setGray(gray float64) {
	if d.gray != gray {
		d.SetGrayFill(gray)
		d.gray = gray
	}
}

// rule fills a rectangle, or strokes its middle with dots as far apart as four
// of their widths.
func (d *drafter) rule(r *layout.Rule) {
	if r.Dotted {
		d.SetGrayStroke(r.Gray)
		d.SetLineWidth(r.H)
		d.SetCustomLineType([]float64{r.H, 4 * r.H}, 0)
		d.Line(r.X, r.Y+r.H/2, r.X+r.W, r.Y+r.H/2)
		return
	}
	d.setGray(r.Gray)
	d.RectFromUpperLeftWithStyle(r.X, r.Y, r.W, r.H, "F")
}
