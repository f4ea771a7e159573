// Package bounds is what may be read of a stranger: regular files alone, and how large
// a manuscript and its parts may be. Who runs the program sets that.
package bounds

import "fmt"

// Limits are how large a manuscript and its parts may be. Who runs the program sets
// them, never the manuscript. 0 is the usual limit: see [LimitNames].
type Limits struct {
	Text, Settings, File, Files int64 // bytes: of text, of book.yaml and the like, of another file, of all

	Name, Passage int64 // letters: of a title, a heading, a name, a long form; of a description

	// How many of each the book may have.
	Chapters, Headings, Notes, Terms, References, Pictures, Tables, Blocks, Marks, People, Pages int64

	// Of a picture, and of all that are read together.
	Pixels, AllPixels int64
	Elements          int64 // of a drawing

	Columns int64 // of a table
	Depth   int64 // of blocks and of formats within each other
}

// Limit is one of the limits by the name that --limits has for it.
type Limit struct {
	Name   string
	Usual  int64
	Server int64 // where manuscripts are of strangers and a build may take some seconds
	of     func(*Limits) *int64
}

// Of is the limit's place in l.
func (n *Limit) Of(l *Limits) *int64 { return n.of(l) }

// LimitNames are all limits.
var LimitNames = []Limit{
	{"text", 64 << 20, 2 << 20, func(l *Limits) *int64 { return &l.Text }},
	{"settings", 1 << 20, 128 << 10, func(l *Limits) *int64 { return &l.Settings }},
	{"file", 256 << 20, 32 << 20, func(l *Limits) *int64 { return &l.File }},
	{"files", 1 << 30, 128 << 20, func(l *Limits) *int64 { return &l.Files }},
	{"name", 2000, 1000, func(l *Limits) *int64 { return &l.Name }},
	{"passage", 20_000, 5000, func(l *Limits) *int64 { return &l.Passage }},
	{"chapters", 5000, 1000, func(l *Limits) *int64 { return &l.Chapters }},
	{"headings", 20_000, 5000, func(l *Limits) *int64 { return &l.Headings }},
	{"notes", 20_000, 3000, func(l *Limits) *int64 { return &l.Notes }},
	{"terms", 50_000, 5000, func(l *Limits) *int64 { return &l.Terms }},
	{"references", 50_000, 10_000, func(l *Limits) *int64 { return &l.References }},
	{"pictures", 5000, 500, func(l *Limits) *int64 { return &l.Pictures }},
	{"pixels", 96 << 20, 40 << 20, func(l *Limits) *int64 { return &l.Pixels }},
	{"all-pixels", 4 << 30, 200 << 20, func(l *Limits) *int64 { return &l.AllPixels }},
	{"elements", 200_000, 50_000, func(l *Limits) *int64 { return &l.Elements }},
	{"tables", 10_000, 2000, func(l *Limits) *int64 { return &l.Tables }},
	{"pages", 20_000, 2000, func(l *Limits) *int64 { return &l.Pages }},
	{"blocks", 150_000, 30_000, func(l *Limits) *int64 { return &l.Blocks }},
	{"marks", 150_000, 50_000, func(l *Limits) *int64 { return &l.Marks }},
	{"people", 200, 50, func(l *Limits) *int64 { return &l.People }},
	{"columns", 100, 50, func(l *Limits) *int64 { return &l.Columns }},
	{"depth", 100, 50, func(l *Limits) *int64 { return &l.Depth }},
}

// Filled has the usual limits in the place of those that are not set.
func (l Limits) Filled() Limits {
	for _, n := range LimitNames {
		if of := n.Of(&l); *of == 0 {
			*of = n.Usual
		}
	}
	return l
}

// Hint is what to do about too much.
func Hint(what, limit string) string {
	return fmt.Sprintf("%s; who runs the program may allow more with --limits %s=…", what, limit)
}
