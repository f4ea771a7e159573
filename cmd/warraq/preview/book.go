package preview

import (
	"bytes"
	"encoding/json"
	"path"
	"path/filepath"
	"slices"
	"time"

	"warraq"
)

// book is the last book that could be made, and what there is to say of the manuscript.
type book struct {
	version int
	good    State // whose View is there
	Told
	raw   []warraq.Problem // those that are told, in their order
	pages []page
}

// page is a page as it is told of.
type page struct {
	Folio string `json:"folio"`
	Sum   string `json:"sum"`
}

// Told is what is said of a book at every change.
type Told struct {
	Version  int       `json:"version"`
	Failed   bool      `json:"failed"` // the pages are those of an earlier state
	Title    string    `json:"title"`
	LTR      bool      `json:"ltr"`
	Width    float64   `json:"width"` // of pages, points
	Height   float64   `json:"height"`
	Count    int       `json:"count"`
	Problems []problem `json:"problems"`
	Took     float64   `json:"took"` // ms, from reading the manuscript to this

	// What a change leaves as it was is not told again.
	Contents json.RawMessage `json:"contents,omitempty"`
	Sides    json.RawMessage `json:"sides,omitempty"`
}

// problem is one as it is told of.
type problem struct {
	Kind string `json:"kind"` // error, warning, advice
	File string `json:"file"`
	Line int    `json:"line"`
	What string `json:"what"`
	Hint string `json:"hint"`
	Page int    `json:"page"` // index of the page it concerns, -1 for none
}

// change is what is told of a change: of pages only those that are drawn otherwise.
type change struct {
	Told
	Changed map[int]page      `json:"changed"`
	Drawn   map[string]string `json:"drawn,omitempty"` // the pages themselves, by their sums, where they are few
}

// fewPages is how many changed pages are sent with the news of them.
const fewPages = 2

// draw draws the pages that have changed, where they are few.
func (c *change) draw(v *warraq.View) {
	if v == nil || len(c.Changed) > fewPages {
		return
	}
	c.Drawn = make(map[string]string)
	for i, p := range c.Changed {
		if svg, ok, err := v.SVG(i); ok && err == nil {
			c.Drawn[p.Sum] = string(svg)
		}
	}
}

// take puts a state, whose making began at a time, in the place of the last one.
func (b *book) take(s State, start time.Time) change {
	b.version++
	c := change{Changed: make(map[int]page)}
	if s.View != nil {
		b.good = s
		pages := make([]page, 0, len(b.pages))
		for i, p := range s.View.Pages() {
			pages = append(pages, page(p))
			if i >= len(b.pages) || b.pages[i] != pages[i] {
				c.Changed[i] = pages[i]
			}
		}
		b.pages = pages
		b.Title, b.LTR, b.Count = s.View.Title(), s.View.LTR(), len(pages)
		b.Width, b.Height = s.View.Size()
	}
	before := b.Told
	if s.View != nil {
		b.Contents, b.Sides = written(s.View.Contents()), written(s.View.Sides())
	}
	b.Version, b.Failed = b.version, s.View == nil
	b.raw = slices.Concat(s.Errors, s.Problems)
	b.Problems = b.told(s)
	b.Took = float64(time.Since(start).Microseconds()) / 1000
	c.Told = b.Told
	c.draw(s.View)
	if bytes.Equal(before.Contents, b.Contents) {
		c.Contents = nil
	}
	if bytes.Equal(before.Sides, b.Sides) {
		c.Sides = nil
	}
	return c
}

// written is a list as it is told; nothing is an empty one.
func written[T any](list []T) json.RawMessage {
	if list == nil {
		return json.RawMessage("[]")
	}
	data, err := json.Marshal(list)
	if err != nil {
		return json.RawMessage("[]")
	}
	return data
}

// told are the problems of a state, each with the page that it concerns.
func (b *book) told(s State) (all []problem) {
	add := func(kind string, p warraq.Problem) {
		at := problem{Kind: kind, File: p.Pos.File, Line: p.Pos.Line, What: p.What, Hint: p.Hint, Page: -1}
		if b.good.View != nil && p.Pos.File != "" {
			if i, _, ok := b.good.View.Find(p.Pos); ok {
				at.Page = i
			}
		}
		all = append(all, at)
	}
	for _, p := range s.Errors {
		add("error", p)
	}
	for _, p := range s.Problems {
		kind := "advice"
		if p.Warns {
			kind = "warning"
		}
		add(kind, p)
	}
	return all
}

// said is what the problems say in a language, and what to do about each.
func (b *book) said(lang string) [][2]string {
	all := make([][2]string, len(b.raw))
	for i := range b.raw {
		all[i][0], all[i][1] = warraq.Say(&b.raw[i], lang)
	}
	return all
}

// spot is the page and the block at a line of a file, as an editor names it.
func (s *Server) spot(b book, file string, line int) (index, block int, ok bool) {
	if b.good.View == nil || file == "" {
		return 0, 0, false
	}
	name := filepath.ToSlash(file)
	if filepath.IsAbs(file) {
		dir, err := filepath.Abs(s.opt.Dir)
		if err != nil {
			return 0, 0, false
		}
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return 0, 0, false
		}
		name = filepath.ToSlash(rel)
	}
	return b.good.View.Find(warraq.Pos{File: path.Clean(name), Line: line})
}

// onDisk is the full path of a file of the manuscript, "" where it has none.
func (s *Server) onDisk(file string) string {
	if s.opt.Dir == "" || file == "" {
		return ""
	}
	full, err := filepath.Abs(filepath.Join(s.opt.Dir, filepath.FromSlash(file)))
	if err != nil {
		return ""
	}
	return full
}
