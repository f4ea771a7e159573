package galley

import (
	"math/rand/v2"
	"slices"
	"testing"

	"warraq/content"
	"warraq/layout/vlist"
)

// TestChooseBounded: however long the notes, and however many rows call some, the
// ways that are followed grow as the rows do, not as rows of text times rows of
// notes.
func TestChooseBounded(t *testing.T) {
	const rows, most = 400, 60 // ways for each row of text or notes
	for _, page := range []int{3, 5, 10, 30} {
		for _, every := range []int{1, 3, 10, 100, rows} {
			for _, long := range []int{1, 5, 40, 400, 2000} {
				if rows/every*long > 4000 {
					continue
				}
				g := notedGalley(rows, page, every, long)
				c := g.choose(true)
				if n := len(c.ways); n > most*(len(g.Rows)+len(g.Notes)) {
					t.Errorf("pages of %d rows, a note of %d rows every %d: %d ways to %d rows and %d of notes",
						page, long, every, n, len(g.Rows), len(g.Notes))
				}
				pages, _ := c.portions()
				if len(pages) == 0 || int(pages[len(pages)-1].RowEnd) != rows || int(pages[len(pages)-1].NoteEnd) != len(g.Notes) {
					t.Errorf("pages of %d rows, a note of %d rows every %d: the pages end before the rows", page, long, every)
				}
			}
		}
	}
}

// notedGalley has a note of so many rows at every so manyth row.
func notedGalley(rows, page, every, long int) *Galley {
	notes := make(map[content.ID][]vlist.Row)
	r := rand.New(rand.NewPCG(1, 2))
	text := make([]vlist.Row, rows)
	for i := range text {
		text[i] = vlist.Row{Height: 20, Snap: true}
		if r.IntN(4) == 0 {
			text[i].Space, text[i].Give = 20, 20
		}
		if i%every == min(every/2, 3) {
			n := &content.Note{Place: content.Place{ID: content.ID(i + 1)}}
			notes[n.ID] = slices.Repeat([]vlist.Row{{Height: 14}}, long)
			text[i].Notes = append(text[i].Notes, n)
		}
	}
	return New(Frame{Height: 20 * float64(page), Leading: 20, NoteGap: 12}, text, waiting(notes))
}

// TestBarren: the pages are the same where ends that leave much of a page empty are looked
// at too, and these are many.
func TestBarren(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	passed := 0
	for range 300 {
		rows := make([]vlist.Row, 1+r.IntN(200))
		for i := range rows {
			rows[i] = vlist.Row{Height: 20, Snap: r.IntN(8) > 0, Opens: r.IntN(60) == 0}
			switch r.IntN(10) {
			case 0:
				rows[i].Space, rows[i].Give = float64(r.IntN(40)), float64(r.IntN(30))
			case 1:
				rows[i].Penalty = vlist.Infinite
			case 2:
				rows[i].Penalty = r.IntN(vlist.WidowPrice)
			case 3:
				rows[i].Height = float64(r.IntN(500))
			case 4:
				rows[i].Loose, rows[i].Tight = vlist.Slack{Above: float64(r.IntN(30))}, float64(r.IntN(3))
			}
		}
		g := New(Frame{Height: 20 * float64(5+r.IntN(40)), Leading: 20, NoteGap: 12}, rows, waiting(nil))
		some := g.choose(true)
		all := ofAllEnds(g)
		all.follow(true)
		want, _ := all.portions()
		if got, _ := some.portions(); !slices.Equal(got, want) {
			t.Fatalf("pages %v, with all ends %v", got, want)
		}
		if some.barren < g.Height {
			passed++
		}
	}
	if passed < 100 {
		t.Errorf("only %d galleys have ends that are passed over", passed)
	}
}

// ofAllEnds looks at the ends of pages that are all but empty too.
func ofAllEnds(g *Galley) *chooser {
	c := newChooser(g)
	c.barren = g.Height
	return c
}
