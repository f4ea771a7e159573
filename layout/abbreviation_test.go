package layout_test

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"warraq/layout/display"
)

// TestAbbreviationsInk: a text whose every word is an abbreviation, whatever
// marks stand beside it, is set as the same text without any.
func TestAbbreviationsInk(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	marks := []string{"%s", "%s", "%s", "%s،", "«%s»", "(%s)", "%s.", "%s: ", "**%s**؛", "[%s](#a)،", "1436%s", "%s[^1]"}
	var b strings.Builder
	b.WriteString("---\ntitle: كتاب\nlanguage: ar-MA\n---\n# فصل {#a}\n\n[^1]: حاشية.\n\n")
	for range 60 {
		for range 70 {
			fmt.Fprintf(&b, marks[r.Intn(len(marks))]+" ", stock[r.Intn(len(stock))])
		}
		b.WriteString("\n\n")
	}
	plain := b.String()
	for _, word := range stock {
		fmt.Fprintf(&b, "*[%s]: طويل\n", word)
	}
	want, got := inkOf(t, plain), inkOf(t, b.String())
	for i := range min(len(want), len(got)) {
		if w, g := want[i], got[i]; w.page != g.page || w.gid != g.gid || math.Abs(w.x-g.x) > 0.01 || math.Abs(w.y-g.y) > 0.01 {
			t.Fatalf("glyph %d is %v, want %v", i, g, w)
		}
	}
	if len(want) != len(got) {
		t.Fatalf("%d glyphs, want %d", len(got), len(want))
	}
}

// inked is a glyph on a page, in points.
type inked struct {
	page int
	gid  uint16
	x, y float64
}

// inkOf lists the glyphs of a text, line by line from the left.
func inkOf(t *testing.T, text string) []inked {
	doc := manuscript(t, []txtar.File{{Name: "a.md", Data: []byte(text)}})
	var all []inked
	short := 0
	for _, p := range pagesOf(t, doc, 1).Pages {
		for _, it := range p.Items {
			text, ok := it.(*display.Text)
			if !ok {
				continue
			}
			from := len(all)
			for _, piece := range text.Line.Pieces {
				if piece.Expansion() != nil {
					short++
				}
				if piece.Word == nil {
					continue
				}
				x := text.X + float64(piece.X)
				for _, g := range piece.Word.Glyphs {
					all = append(all, inked{p.Number, g.GID, x, text.Y - piece.Style.Rise})
					x += float64(g.Advance) * piece.Style.Size / float64(piece.Word.Face.UnitsPerEm)
				}
			}
			slices.SortStableFunc(all[from:], func(a, b inked) int {
				if math.Abs(a.x-b.x) < 0.01 {
					return int(a.gid) - int(b.gid)
				}
				return int(math.Copysign(1, a.x-b.x))
			})
		}
	}
	if wanted := len(doc.Abbreviations) > 0; wanted != (short > 0) {
		t.Fatalf("%d pieces are abbreviations", short)
	}
	return all
}
