package display

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"warraq/layout/paragraph"
)

// DumpPages writes the pages as text, an item a line: what goldens hold and
// how a developer looks inside. Glyphs are in HarfBuzz's notation, places in
// points.
func (b *Book) DumpPages(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, p := range b.Pages {
		fmt.Fprintf(out, "page %d folio %s\n", p.Number, p.Folio)
		for _, it := range p.Items {
			dumpItem(out, it)
		}
	}
	return out.Flush()
}

func dumpItem(out *bufio.Writer, it Item) {
	switch it := it.(type) {
	case *Text:
		turn := ""
		if it.Turn != Upright {
			turn = fmt.Sprintf(" turn %+d", it.Turn)
		}
		fmt.Fprintf(out, "  text %.3f %.3f%s #%d %s\n", it.X, it.Y, turn, it.Elem, it.Line.Text())
		for _, word := range it.Line.Glyphs() {
			fmt.Fprintf(out, "    %s\n", word)
		}
	case *Rule:
		kind := "rule"
		if it.Dotted {
			kind = "leader"
		}
		fmt.Fprintf(out, "  %s %s %s #%d\n", kind, it.Rect, it.Color, it.Elem)
	case *Image:
		crop := ""
		if it.Crop != nil {
			crop = " crop " + it.Crop.String()
		}
		fmt.Fprintf(out, "  image %s%s %s %q #%d\n", it.Rect, crop, it.Asset, it.Alt, it.Elem)
	case *Link:
		fmt.Fprintf(out, "  link %s %s#%d %q #%d\n", it.Rect, it.URL, it.Dest, it.Text, it.Elem)
	}
}

// String gives left, top, width and height.
func (r Rect) String() string {
	return fmt.Sprintf("%.3f %.3f %.3f %.3f", r.X, r.Y, r.W, r.H)
}

// DumpLines writes the lines as they were set: page, width, ratio and text,
// spaces marked by how wide they are in font units.
func (b *Book) DumpLines(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, p := range b.Pages {
		for _, it := range p.Items {
			t, ok := it.(*Text)
			if !ok || t.Elem == 0 {
				continue
			}
			fmt.Fprintf(out, "%d #%d %.3f %+.3f %s\n", p.Number, t.Elem, t.Line.Width, t.Line.Ratio, spaced(t.Line))
		}
	}
	return out.Flush()
}

// DumpWords writes where the words of upright lines stand: page, left, baseline,
// width and size in points from the top left corner, and the text, parted by
// tabs. Outside judges look there for each word.
func (b *Book) DumpWords(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, p := range b.Pages {
		for _, it := range p.Items {
			t, ok := it.(*Text)
			if !ok || t.Turn != Upright {
				continue
			}
			for i := range t.Line.Pieces {
				if piece := &t.Line.Pieces[i]; piece.Word != nil && piece.Style.Object == nil {
					fmt.Fprintf(out, "%d\t%.2f\t%.2f\t%.2f\t%g\t%s\n", p.Number, t.X+float64(piece.X), t.Y-piece.Style.Rise, piece.Width, piece.Style.Size, piece.Word.Text)
				}
			}
		}
	}
	return out.Flush()
}

func spaced(line *paragraph.Line) string {
	var b strings.Builder
	for _, p := range line.Pieces {
		if p.Word == nil {
			fmt.Fprintf(&b, "·%d·", p.Space)
			continue
		}
		b.WriteString(p.Word.Text)
	}
	return b.String()
}
