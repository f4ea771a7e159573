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
				pages, _ := c.sheets()
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
