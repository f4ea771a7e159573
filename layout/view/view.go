// Package view is a book on a screen: its pages as drawings that are told apart by a
// digest, what stands where, and what is found in them.
package view

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"sync"

	"warraq/content"
	"warraq/layout/display"
	"warraq/layout/impose"
	"warraq/layout/svg"
)

// View is a book on a screen. Its methods may be called side by side.
type View struct {
	pages *display.Book
	draw  *svg.Book
	doc   *content.Document
	plan  *impose.Plan

	assets map[string]string // addresses by name
	places map[content.ID]content.Pos
	again  map[content.ID]bool      // entries of listings, whose places are those of what they list
	lines  func() map[string][]line // the blocks that stand on pages, by their files
	runs   []func() *run            // of each page, made when it is searched
}

// New begins a view of a book that is laid out. The plan is nil for a book without
// sheets, the memory for one that was never drawn.
func New(doc *content.Document, pages *display.Book, plan *impose.Plan, memory *svg.Memory) *View {
	v := &View{pages: pages, doc: doc, plan: plan, assets: make(map[string]string), places: make(map[content.ID]content.Pos), again: make(map[content.ID]bool)}
	for name := range pages.Pictures {
		v.assets[name] = fmt.Sprintf("picture/%016x", pages.Pictures[name].Sum())
	}
	v.draw = svg.New(pages, svg.Options{
		Page:    func(i int) string { return fmt.Sprintf("#page-%d", i+1) },
		Picture: func(asset string) string { return v.assets[asset] },
		Names:   func(i int) string { return fmt.Sprintf("p%d", i+1) },
		Blocks:  true,
		Memory:  memory,
	})
	content.Walk(doc, func(part any, place *content.Place) {
		v.places[place.ID] = place.Pos
		if _, entry := part.(*content.Entry); entry {
			v.again[place.ID] = true
		}
	})
	v.lines = sync.OnceValue(v.findLines)
	for i := range pages.Pages {
		v.runs = append(v.runs, sync.OnceValue(func() *run { return runOf(svg.Words(pages.Pages[i])) }))
	}
	return v
}

// line is where a block begins in a file.
type line struct {
	number int
	block  content.ID
}

// findLines puts the blocks that stand on pages in the order of their lines; of those
// of one line the last counts.
func (v *View) findLines() map[string][]line {
	files := make(map[string][]line)
	for id, at := range v.places {
		if _, printed := v.pages.Spots[id]; printed && id != 0 && !v.again[id] {
			files[at.File] = append(files[at.File], line{at.Line, id})
		}
	}
	for _, lines := range files {
		slices.SortFunc(lines, func(a, b line) int { return cmp.Or(a.number-b.number, int(a.block-b.block)) })
	}
	return files
}

// Page is what there is to know of a page but its drawing.
type Page struct {
	Folio string `json:"folio"`
	Sum   string `json:"sum"` // pages of one sum are drawn alike
}

// Pages are all pages.
func (v *View) Pages() []Page {
	all := make([]Page, len(v.pages.Pages))
	for i, p := range v.pages.Pages {
		all[i] = Page{p.Folio, fmt.Sprintf("%016x", v.draw.Sum(i))}
	}
	return all
}

// SVG draws a page, by its index; ok is false where there is none.
func (v *View) SVG(index int) (data []byte, ok bool, err error) {
	if index < 0 || index >= len(v.pages.Pages) {
		return nil, false, nil
	}
	data, err = v.draw.Page(index)
	return data, true, err
}

// Picture is the file at an address that drawings lead to; ok is false where there is
// none.
func (v *View) Picture(address string) (data []byte, media string, ok bool) {
	for name, at := range v.assets {
		if p := v.pages.Pictures[name]; at == address && p.Drawing == nil {
			data, media, err := p.File()
			return data, media, err == nil
		}
	}
	return nil, "", false
}

// Size is that of the pages, in points.
func (v *View) Size() (width, height float64) { return v.pages.Style.Trim.W, v.pages.Style.Trim.H }

// LTR tells a book that opens from the left.
func (v *View) LTR() bool { return v.pages.Style.LTR }

// Title is that of the book.
func (v *View) Title() string { return v.doc.Meta.Title }

// Entry is a line of the contents.
type Entry struct {
	Title string  `json:"title"`
	Page  int     `json:"page"` // its index
	Under []Entry `json:"under,omitempty"`
}

// Contents are the parts, chapters and sections.
func (v *View) Contents() []Entry { return v.entries(content.OutlineOf(v.doc)) }

func (v *View) entries(all []*content.Outline) (entries []Entry) {
	for _, o := range all {
		e := Entry{Title: content.PlainText(o.Title), Under: v.entries(o.Under)}
		if spot, ok := v.pages.Spots[o.Place().ID]; ok {
			e.Page = spot.Page
		}
		entries = append(entries, e)
	}
	return entries
}

// At is the place in the manuscript of a block, by its number on a page.
func (v *View) At(index, block int) (pos content.Pos, ok bool) {
	if index < 0 || index >= len(v.pages.Pages) {
		return content.Pos{}, false
	}
	ids := v.pages.Pages[index].Blocks()
	if block < 0 || block >= len(ids) {
		return content.Pos{}, false
	}
	pos = v.places[ids[block]]
	return pos, pos.File != ""
}

// Find is the page, by its index, of the block that stands at a place in the
// manuscript, or last before it; and that block's number there.
func (v *View) Find(pos content.Pos) (index, block int, ok bool) {
	lines := v.lines()[pos.File]
	n := sort.Search(len(lines), func(i int) bool { return lines[i].number > pos.Line })
	if n == 0 {
		return 0, 0, false
	}
	best := lines[n-1].block
	index = v.pages.Spots[best].Page
	for n, id := range v.pages.Pages[index].Blocks() {
		if id == best {
			block = n
		}
	}
	return index, block, true
}
