package layout_test

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"warraq/content"
	"warraq/content/imprint"
	"warraq/content/locale"
	"warraq/content/setup"
	"warraq/content/stand"
	"warraq/fonts"
	"warraq/layout"
	"warraq/layout/display"
)

// amiri is the embedded faces, read once.
var amiri = sync.OnceValue(func() *fonts.Set {
	set, err := fonts.NewSet(fonts.Files{})
	if err != nil {
		panic(err)
	}
	return set
})

func pagesOf(t testing.TB, doc *content.Document, workers int) *display.Book {
	t.Helper()
	b, err := layout.Pages(doc, facesOf(t, doc), layout.Options{Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// triedPages lays out a book that may have a table too wide for its pages: that is
// an error, and there are no pages to hold to anything.
func triedPages(t testing.TB, doc *content.Document, workers int) *display.Book {
	t.Helper()
	b, err := layout.Pages(doc, facesOf(t, doc), layout.Options{Workers: workers})
	var problems content.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			if !strings.Contains(p.What, "too wide for") {
				t.Error(p)
			}
		}
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// FuzzRandomBooks looks for seeds whose books break a promise.
func FuzzRandomBooks(f *testing.F) {
	f.Add(uint64(1), true)
	f.Fuzz(func(t *testing.T, seed uint64, wild bool) { hold(t, randomBook(seed, wild), wild) })
}

// hold checks all promises on one book.
func hold(t *testing.T, doc *content.Document, wild bool) {
	b := triedPages(t, doc, 1)
	if b == nil {
		return
	}
	everyLetterOnce(t, doc, b)
	nothingOutside(t, b)
	noOverlap(t, b)
	onGrid(t, doc, b)
	notesInOrder(t, doc, b, !wild)
	floatsHeld(t, doc, b)
	foliosTrue(t, doc, b)
	mainFromOne(t, doc, b)
	if !wild {
		numberedByPage(t, doc, b)
		neverLast(t, doc, b)
	}
	if one, four := dumped(b), dumped(pagesOf(t, doc, 4)); one != four {
		t.Error("pages differ with the number of workers")
	}
}

func dumped(b *display.Book) string {
	var out bytes.Buffer
	_ = b.DumpPages(&out)
	return out.String()
}

// everyLetterOnce compares the letters of each part of the manuscript with
// those on the pages that name it.
func everyLetterOnce(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	want, got := lettersOf(doc, b), make(map[content.ID]string)
	for _, p := range b.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok && text.Elem != 0 && text.Part != display.NotesTitle && text.Part != display.Letter {
				got[text.Elem] += onlyLetters(text.Line.Text())
			}
		}
	}
	lost := 0
	content.Walk(doc, func(part any, place *content.Place) {
		w, g := want[place.ID], got[place.ID]
		switch part.(type) {
		case *content.Item:
			return // its mark
		case *content.Verse, *content.Quote, *content.Div, *content.Table:
			w, g = sorted(w), sorted(g) // hemistichs stand side by side
		case *content.Entry:
			g = g[:min(len(w), len(g))] // folios and other entries follow
		}
		if w != g && lost < 5 {
			lost++
			t.Errorf("%T #%d has %d letters, %d on pages\n%.80s\n%.80s", part, place.ID, len([]rune(w)), len([]rune(g)), w, g)
		}
	})
}

// lettersOf is what the parts of the manuscript say. An image that prints says
// nothing: its words are for those who cannot see it.
func lettersOf(doc *content.Document, b *display.Book) map[content.ID]string {
	letters := make(map[content.ID]string)
	content.Texts(doc, func(place *content.Place, text []content.Inline) {
		letters[place.ID] += lettersIn(text, b)
	})
	var chapter content.Tongue
	content.Walk(doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Chapter:
			chapter = doc.Meta.Tongue().Of(&part.Attr)
			letters[place.ID] = onlyLetters(content.Label(doc, part)) + letters[place.ID]
			if !part.Role.Shown() {
				letters[place.ID] = ""
			}
		case *content.CodeBlock:
			letters[place.ID] += onlyLetters(part.Text)
		case *content.Figure:
			letters[place.ID] = labelOf(doc, part, chapter.Of(&part.Attr), part.Caption) + letters[place.ID] + whereOf(part, chapter.Of(&part.Attr))
			if b.Pictures[part.Src] == nil {
				letters[place.ID] = onlyLetters(cmp.Or(part.Alt, part.Src)) + letters[place.ID]
			}
		case *content.Div:
			letters[place.ID] = labelOf(doc, part, chapter.Of(&part.Attr), part.Title) + letters[place.ID]
		case *content.Table:
			letters[place.ID] += labelOf(doc, part, chapter.Of(&part.Attr), part.Caption)
		case *content.Entry:
			letters[place.ID] = lettersIn(part.Text, b)
		case *content.Contents:
			letters[place.ID] = lettersIn(part.Title, b)
		case *content.Line:
			letters[place.ID] = onlyLetters(part.Label + strings.Join(part.Text, ""))
			switch part.Kind {
			case imprint.ISBNLine, imprint.ISSNLine:
				letters[place.ID] = strings.ToUpper(part.Kind.String()) + letters[place.ID]
			case imprint.LogoLine:
				letters[place.ID] = ""
			}
		}
	})
	return letters
}

// lettersIn is what a run of inlines says.
func lettersIn(text []content.Inline, b *display.Book) (letters string) {
	content.Inlines(text, func(in content.Inline) {
		switch in := in.(type) {
		case *content.Text:
			letters += onlyLetters(in.Value)
		case *content.Code:
			letters += onlyLetters(in.Value)
		case *content.Image:
			if b.Pictures[in.Src] == nil {
				letters += onlyLetters(cmp.Or(in.Alt, in.Src))
			}
		case *content.Reference:
			label := in.Label
			if in.Kind == content.PageReference && in.Target != 0 {
				// letters too, where it is abjad; the label on a page without
				label = cmp.Or(b.Pages[b.Spots[in.Target].Page].Folio, in.Label)
			}
			letters += onlyLetters(label)
		}
	})
	return letters
}

// labelOf is what the book puts before a caption.
func labelOf(doc *content.Document, b content.Block, t content.Tongue, caption []content.Inline) string {
	whole := content.PlainText(doc.Caption(b, t))
	return onlyLetters(strings.TrimSuffix(whole, content.PlainText(caption)))
}

// whereOf is what stands behind the caption of a picture that fills the next page, or two.
func whereOf(f *content.Figure, t content.Tongue) string {
	words := locale.WordsFor(t.Lang)
	switch {
	case len(f.Caption) == 0:
	case f.Has(stand.SpreadClass):
		return onlyLetters(words.NextPages)
	case f.Has(stand.FullBleedClass):
		return onlyLetters(words.NextPage)
	}
	return ""
}

// tatweel lengthens words on a line.
const tatweel = 0x640

// onlyLetters leaves out what layout adds or drops: digits, signs, spaces.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r != tatweel && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)) {
			return r
		}
		return -1
	}, s)
}

func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

// slack forgives sums of 32-bit places.
const slack = 0.05

// nothingOutside looks for ink beyond the edges of the page.
func nothingOutside(t *testing.T, b *display.Book) {
	t.Helper()
	w, h := b.Style.Trim.W, b.Style.Trim.H
	for _, p := range b.Pages {
		for _, it := range p.Items {
			var box display.Rect
			switch it := it.(type) {
			case *display.Text:
				box = boxOf(it)
			case *display.Rule:
				box = it.Rect
			case *display.Image:
				if box = it.Rect; it.Crop != nil { // it fills its page, and goes as far beyond as the bleed
					box = it.Crop.On(w, h)
					if box.X != 0 || box.Y != 0 || box.W != w {
						t.Errorf("page %d: %s fills %s", p.Number, describe(it), box)
					}
				}
			case *display.Link:
				box = it.Rect
			}
			if box.X < -slack || box.Y < -slack || box.X+box.W > w+slack || box.Y+box.H > h+slack {
				t.Errorf("page %d of %.0f×%.0f: %s stands outside at %s", p.Number, w, h, describe(it), box)
				return
			}
		}
	}
}

// boxOf is where the ink of a line stands.
func boxOf(text *display.Text) display.Rect {
	lying := lying(text)
	left, right := extent(&lying)
	above, below := text.Line.Height, text.Line.Depth
	switch text.Turn {
	case display.TurnRight: // lying x is y, lying y is -x
		return display.Rect{X: text.X - below, Y: left, W: above + below, H: right - left}
	case display.TurnLeft:
		return display.Rect{X: text.X - above, Y: -right, W: above + below, H: right - left}
	}
	return display.Rect{X: left, Y: text.Y - above, W: right - left, H: above + below}
}

// lying is a line of text in the system of places in which it is upright.
func lying(text *display.Text) display.Text {
	t := *text
	switch t.Turn {
	case display.TurnRight:
		t.X, t.Y = text.Y, -text.X
	case display.TurnLeft:
		t.X, t.Y = -text.Y, text.X
	}
	return t
}

func extent(text *display.Text) (left, right float64) {
	for i, p := range text.Line.Pieces {
		if l := text.X + float64(p.X); i == 0 || l < left {
			left = l
		}
		if r := text.X + float64(p.X+p.Width); i == 0 || r > right {
			right = r
		}
	}
	return left, right
}

func describe(it display.Item) string {
	if t, ok := it.(*display.Text); ok {
		return fmt.Sprintf("#%d %.40q", t.Elem, t.Line.Text())
	}
	return fmt.Sprintf("%T", it)
}

// noOverlap looks for lines that stand over each other in the same place of the
// measure: of one size less than that apart, of two sizes less than their ink needs.
func noOverlap(t *testing.T, b *display.Book) {
	t.Helper()
	for _, p := range b.Pages {
		var lines []*display.Text
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok && len(text.Line.Pieces) > 0 && text.Part != display.Watermark {
				upright := lying(text)
				lines = append(lines, &upright)
			}
		}
		slices.SortStableFunc(lines, func(a, b *display.Text) int { return int(1000 * (a.Y - b.Y)) })
		for i, a := range lines {
			for _, c := range lines[i+1:] {
				if c.Y-a.Y > 60 {
					break
				}
				size, other := a.Line.Pieces[0].Style.Size, c.Line.Pieces[0].Style.Size
				if size != other {
					size = min(max(size, other), a.Line.Depth+c.Line.Height)
				}
				al, ar := extent(a)
				cl, cr := extent(c)
				if a.Turn == c.Turn && ar > cl+slack && cr > al+slack && c.Y-a.Y < size-slack {
					t.Errorf("page %d: %s at %.1f (%.1f–%.1f) stands over %s at %.1f (%.1f–%.1f)", p.Number, describe(a), a.Y, al, ar, describe(c), c.Y, cl, cr)
					return
				}
			}
		}
	}
}

// stands is where a note's lines and pictures are: the first and the last page, and all.
type stands struct {
	first, last int
	on          map[int]bool
}

// gap is the number of the first page between a note's first and last on which it does
// not stand, though text does; 0 for none. Of a row of a table whose cells are empty a
// page has nothing but rules.
func (s *stands) gap(b *display.Book, empty bool) int {
	for i := s.first; i < s.last; i++ {
		if !s.on[i] && platesOn(b.Pages[i:i+1]) == 0 && !(empty && rulesOf(b.Pages[i]) > 1) {
			return i + 1
		}
	}
	return 0
}

// rulesOf counts the rules of a page, that above its notes among them.
func rulesOf(p *display.Page) (n int) {
	for _, it := range p.Items {
		if _, ok := it.(*display.Rule); ok {
			n++
		}
	}
	return n
}

// emptyRow tells a row of a table without a word.
func emptyRow(r *content.Row) bool {
	return !slices.ContainsFunc(r.Cells, func(c *content.Cell) bool { return len(c.Inlines) > 0 })
}

// platesOn counts pages that tables have for themselves, turned, or pictures that fill them: the text and its notes
// go on behind them.
func platesOn(pages []*display.Page) (n int) {
	for _, p := range pages {
		turned, upright := false, false
		for _, it := range p.Items {
			if t, ok := it.(*display.Text); ok && t.Elem != 0 {
				turned, upright = turned || t.Turn != display.Upright, upright || t.Turn == display.Upright
			}
			if m, ok := it.(*display.Image); ok && m.Crop != nil { // it fills its page
				turned = true
			}
		}
		if turned && !upright {
			n++
		}
	}
	return n
}

// notesInOrder checks that each note begins on the page of its first call and
// goes on without a gap. Where not even the first lines of the notes of one
// line have room on a page, they may begin on later ones.
func notesInOrder(t *testing.T, doc *content.Document, b *display.Book, strict bool) {
	t.Helper()
	owner := make(map[content.ID]content.ID) // part of a note → note
	empty := make(map[content.ID]bool)       // notes with an empty row of a table
	var note content.ID
	content.Walk(doc, func(part any, place *content.Place) {
		switch part := part.(type) {
		case *content.Row:
			empty[note] = empty[note] || emptyRow(part)
		case *content.Note:
			note = place.ID
		case *content.Chapter, *content.Contents: // which stand behind a dedication's notes
			note = 0
		}
		owner[place.ID] = note
	})
	calls, at := make(map[content.ID]int), make(map[content.ID]*stands)
	on := func(n content.ID, page int) {
		if n == 0 {
			return
		}
		s := at[n]
		if s == nil {
			s = &stands{first: page, on: make(map[int]bool)}
			at[n] = s
		}
		s.last, s.on[page] = page, true
	}
	for i, p := range b.Pages {
		for _, it := range p.Items {
			switch it := it.(type) {
			case *display.Link:
				if n := owner[it.Dest]; n != 0 && n == it.Dest {
					if _, known := calls[n]; !known {
						calls[n] = i
					}
				}
			case *display.Text:
				on(owner[it.Elem], i)
			case *display.Image: // alone on a page, where its caption goes overleaf
				on(owner[it.Elem], i)
			}
		}
	}
	for _, c := range doc.Chapters {
		for _, n := range c.Notes {
			call, called := calls[n.ID]
			s := at[n.ID]
			switch {
			case !called || s == nil:
				t.Errorf("note %s of %q: called %v, set %v", n.Label, content.PlainText(c.Title), called, s != nil)
			case doc.Setup.Notes != setup.NotesAtEnd && (s.first < call || strict && s.first != call):
				t.Errorf("note #%d begins on page %d, its call is on %d", n.ID, s.first+1, call+1)
			case s.gap(b, empty[n.ID]) > 0:
				t.Errorf("note #%d stands on pages %d…%d, but not on page %d", n.ID, s.first+1, s.last+1, s.gap(b, empty[n.ID]))
			}
		}
	}
}

// numberedByPage checks that the notes called first on a page are numbered
// from 1 there, where the book wants that.
func numberedByPage(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	if doc.Setup.Notes != setup.NotesByPage {
		return
	}
	notes := make(map[content.ID]bool)
	for _, c := range doc.Chapters {
		for _, n := range c.Notes {
			notes[n.ID] = true
		}
	}
	digits := locale.ResolveDigits(doc.Meta.Lang, doc.Setup.Digits)
	seen := make(map[content.ID]bool)
	for _, p := range b.Pages {
		var calls []string
		for _, it := range p.Items {
			link, ok := it.(*display.Link)
			if !ok || !notes[link.Dest] || seen[link.Dest] {
				continue
			}
			if call := callAt(p, link); strings.HasPrefix(call, "\u2060(") { // else a reference to the note
				seen[link.Dest] = true
				calls = append(calls, call)
			}
		}
		for n := range calls {
			if want := "\u2060(" + locale.FormatInt(n+1, digits) + ")"; !slices.Contains(calls, want) {
				t.Errorf("page %d calls %q", p.Number, calls)
				return
			}
		}
	}
}

// callAt is the text of the raised pieces that a link covers, on the nearest line that
// stands below its top: that of a heading's next line may be no further than its own
// is from that of large type.
func callAt(p *display.Page, link *display.Link) string {
	var b strings.Builder
	nearest := link.Y + 3*link.H
	for _, it := range p.Items {
		if text, ok := it.(*display.Text); ok && text.Elem == link.Elem && text.Y >= link.Y {
			nearest = min(nearest, text.Y)
		}
	}
	for _, it := range p.Items {
		text, ok := it.(*display.Text)
		if !ok || text.Y != nearest {
			continue
		}
		for _, piece := range text.Line.Pieces {
			x := text.X + float64(piece.X)
			if piece.Word != nil && piece.Style.Rise > 0 && x > link.X-slack && x+float64(piece.Width) < link.X+link.W+slack {
				b.WriteString(piece.Word.Text)
			}
		}
	}
	return strings.ReplaceAll(b.String(), "\u2007", "") // the room of a number that was wider
}

// neverLast looks for headings at the foot of a page, or of a page's text. Where only
// tables follow that have pages for themselves, turned, nothing could stand below it: it
// stands on the page before them.
func neverLast(t *testing.T, doc *content.Document, b *display.Book) {
	t.Helper()
	headings, notes := make(map[content.ID]bool), make(map[content.ID]bool)
	note := false
	content.Walk(doc, func(part any, place *content.Place) {
		switch part.(type) {
		case *content.Heading:
			headings[place.ID] = true
		case *content.Note:
			note = true
		case *content.Chapter, *content.Contents:
			note = false
		}
		notes[place.ID] = note
	})
	turned := turnedTables(doc, b)
	for i, p := range b.Pages {
		foot := content.ID(0)
		for _, it := range p.Items {
			switch it := it.(type) {
			case *display.Text:
				if it.Elem != 0 && !notes[it.Elem] {
					foot = it.Elem
				}
			case *display.Image:
				if !notes[it.Elem] {
					foot = it.Elem
				}
			}
		}
		if headings[foot] && i+1 < len(b.Pages) && goesOn(doc, foot, turned) {
			t.Errorf("page %d ends with heading #%d", p.Number, foot)
		}
	}
}

// goesOn tells whether the chapter goes on after a heading with something
// that is not a heading and has no pages for itself.
func goesOn(doc *content.Document, heading content.ID, turned map[content.ID]bool) bool {
	for _, c := range doc.Chapters {
		i := slices.IndexFunc(c.Blocks, func(b content.Block) bool { return b.At().ID == heading })
		if i < 0 {
			continue
		}
		for _, b := range c.Blocks[i+1:] {
			switch next := b.(type) {
			case *content.Heading:
				return false
			case *content.Listing:
				return len(next.Entries) > 0 // else it prints nothing
			case *content.Table:
				if turned[next.ID] {
					continue
				}
			}
			return true
		}
	}
	return false
}

// turnedTables are the tables whose text is turned.
func turnedTables(doc *content.Document, b *display.Book) map[content.ID]bool {
	tables, turned := make(map[content.ID]content.ID), make(map[content.ID]bool) // of cells
	table := content.ID(0)
	content.Walk(doc, func(part any, place *content.Place) {
		switch part.(type) {
		case *content.Table:
			table = place.ID
			tables[place.ID] = table
		case *content.Row, *content.Cell:
			tables[place.ID] = table
		}
	})
	for _, p := range b.Pages {
		for _, it := range p.Items {
			if text, ok := it.(*display.Text); ok && text.Turn != display.Upright {
				turned[tables[text.Elem]] = true
			}
		}
	}
	return turned
}
