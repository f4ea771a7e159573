package epubfile

import (
	"strings"
	"unicode"

	"warraq/content/intake"
	"warraq/content/scribe"
	"warraq/content/webpage"
)

// outline gives headings the levels that the table of contents gives them, and puts
// headings where it leads to a page that opens with none. Headings that it does not
// name lie below those that it names.
func outline(t *intake.Text, starts map[string]int, entries []webpage.Entry, pages []string) {
	o := outlining{pieces: t.Pieces, depths: make(map[int]int), insert: make(map[int][]webpage.Entry)}
	ends := pageEnds(starts, pages, len(t.Pieces))
	o.parts(entries, starts)
	for _, e := range entries {
		at, ok := starts[e.Href]
		page, _, _ := strings.Cut(e.Href, "#")
		if !ok {
			at, ok = starts[page]
		}
		if ok {
			o.place(e, at, ends[page])
		}
	}
	o.levels()
	t.Pieces = o.inserted(t)
}

// pageEnds is where each page ends in the text.
func pageEnds(starts map[string]int, pages []string, all int) map[string]int {
	ends := make(map[string]int, len(pages))
	for i, page := range pages {
		ends[page] = all
		if i+1 < len(pages) {
			ends[page] = starts[pages[i+1]]
		}
	}
	return ends
}

// mostOfPart is how many letters stand on the page of a part, at most, before its
// first chapter.
const mostOfPart = 1500

// parts takes entries below which others lead to other pages for parts, where little
// stands before these; what lies below them moves up.
func (o *outlining) parts(entries []webpage.Entry, starts map[string]int) {
	for i := 0; i < len(entries); i++ {
		e := &entries[i]
		if e.Depth != 1 || i+1 == len(entries) || entries[i+1].Depth < 2 {
			continue
		}
		page, _, _ := strings.Cut(e.Href, "#")
		below, _, _ := strings.Cut(entries[i+1].Href, "#")
		from, ok := starts[page]
		to, there := starts[below]
		if page == below || !ok && page != "" || !there || o.long(from, to) {
			continue
		}
		e.Part = true
		if page == "" { // a part without a page stands where its first chapter does
			e.Href = below
		}
		for j := i + 1; j < len(entries) && entries[j].Depth > 1; j++ {
			entries[j].Depth--
		}
	}
}

// long tells more text than a part has before its chapters.
func (o *outlining) long(from, to int) bool {
	n := 0
	for _, piece := range o.pieces[from:max(from, to)] {
		if p, ok := piece.(*intake.Paragraph); ok {
			n += len([]rune(p.Line.Plain()))
		} else {
			n += 100
		}
	}
	return n > mostOfPart
}

type outlining struct {
	pieces []intake.Piece
	depths map[int]int // of pieces that the contents name
	insert map[int][]webpage.Entry
}

// near is how many pieces behind a place its heading may stand.
const near = 8

// place finds the heading that an entry leads to: the first behind its place, or the
// first paragraph where its words are the entry's.
func (o *outlining) place(e webpage.Entry, at, end int) {
	said := letters(e.Title)
	for i := at; i < min(end, at+near, len(o.pieces)); i++ {
		p, ok := o.pieces[i].(*intake.Paragraph)
		if !ok || p.Line.Empty() {
			continue
		}
		words := letters(p.Line.Plain())
		same := words != "" && said != "" && (words == said || len(words) > 3 && strings.Contains(said, words) || p.Level > 0 && strings.Contains(words, said))
		if p.Level > 0 && (same || i == at) || same && words == said && p.Item == nil {
			if o.depths[i] == 0 {
				o.depths[i] = e.Depth
				if e.Part {
					p.Classes = []string{"part"}
				}
			}
			return
		}
		if p.Level > 0 {
			break
		}
	}
	if at < end { // nothing stands there otherwise
		o.insert[at] = append(o.insert[at], e)
	}
}

// levels sets the levels of headings.
func (o *outlining) levels() {
	named, own := 0, 0 // depth by the contents and level by the page of the last named
	for i, piece := range o.pieces {
		if len(o.insert[i]) > 0 {
			named, own = o.insert[i][len(o.insert[i])-1].Depth, 0
		}
		p, ok := piece.(*intake.Paragraph)
		if !ok {
			continue
		}
		switch depth := o.depths[i]; {
		case depth > 0:
			named, own = depth, max(p.Level, 1)
			p.Level, p.Role = min(depth, 6), intake.Body
		case p.Level > 0 && named > 0:
			p.Level = min(named+max(1, p.Level-own), 6)
		}
	}
}

// inserted puts in the headings that no page has.
func (o *outlining) inserted(t *intake.Text) (out []intake.Piece) {
	if len(o.insert) == 0 {
		return o.pieces
	}
	for i, piece := range o.pieces {
		for _, e := range o.insert[i] {
			p := &intake.Paragraph{Level: min(e.Depth, 6)}
			if e.Part {
				p.Classes = []string{"part"}
			}
			p.Line.Text(e.Title, scribe.Look{})
			out = append(out, p)
			t.Report.Took("headings that only the table of contents has", e.Title, "")
		}
		out = append(out, piece)
	}
	return out
}

// letters are the letters and digits of a text, small.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
