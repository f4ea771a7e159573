// Package scribe writes chapters as Markdown: it is the inverse of
// content/markdown. Its law: what [Chapter] writes of blocks that [Settle] has
// settled, package markdown reads as the same blocks.
//
// What Markdown would take for a mark is escaped. What it has no form for is settled
// first: emphasis that touches other emphasis within a word, a space at the edge of
// bold words, a line's end in a heading. No word is lost by it.
package scribe

import (
	"strconv"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/roles"
)

// Notes numbers the notes of a manuscript: those of all its files count on, so that
// files can be put together. The zero value begins at 1.
type Notes struct{ labels map[*content.Note]string }

// label is the name of a note in the manuscript.
func (n *Notes) label(note *content.Note) string {
	if n.labels == nil {
		n.labels = make(map[*content.Note]string)
	}
	l, ok := n.labels[note]
	if !ok {
		l = strconv.Itoa(len(n.labels) + 1)
		n.labels[note] = l
	}
	note.Label = l
	return l
}

// Chapter is the text of a file that holds one chapter, which must be settled. Notes
// stand below the block that calls them first.
func Chapter(c *content.Chapter, notes *Notes) string {
	w := writer{notes: notes, written: make(map[*content.Note]bool), turned: make(map[*content.List]bool)}
	attr := c.Attr
	if c.Role != roles.Body && !attr.Has(c.Role.String()) {
		attr.Classes = append([]string{c.Role.String()}, attr.Classes...)
	}
	w.add(headingText(1, c.Title, attr, &w))
	w.flow(c.Blocks)
	w.pending()
	return strings.Join(w.parts, "\n\n") + "\n"
}

// writer writes the blocks of a chapter.
type writer struct {
	notes   *Notes
	parts   []string // blocks at the top, and notes
	called  []*content.Note
	written map[*content.Note]bool
	turned  map[*content.List]bool // lists that have the other sign
}

func (w *writer) add(block string) {
	if block != "" {
		w.parts = append(w.parts, block)
	}
}

// flow writes the blocks at the top of a chapter, and below each the notes that it
// calls.
func (w *writer) flow(blocks []content.Block) {
	for i, b := range blocks {
		var before content.Block
		if i > 0 {
			before = blocks[i-1]
		}
		w.add(w.block(b, before))
		w.pending()
	}
}

// pending writes the notes that were called; they may call others.
func (w *writer) pending() {
	for len(w.called) > 0 {
		note := w.called[0]
		w.called = w.called[1:]
		if w.written[note] {
			continue
		}
		w.written[note] = true
		w.add(hang("[^"+w.notes.label(note)+"]: ", "    ", w.blocks(note.Blocks)))
	}
}

// call is what stands in the text for a note.
func (w *writer) call(note *content.Note) string {
	if !w.written[note] {
		w.called = append(w.called, note)
	}
	return "[^" + w.notes.label(note) + "]"
}

// blocks writes blocks that lie in another, a blank line between them.
func (w *writer) blocks(blocks []content.Block) string {
	return w.joined(blocks, false)
}

// joined writes blocks with a blank line between them; in a tight item there is none.
func (w *writer) joined(blocks []content.Block, tight bool) string {
	var b strings.Builder
	var before content.Block
	for _, block := range blocks {
		text := w.block(block, before)
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if !tight {
				b.WriteByte('\n')
			}
		}
		b.WriteString(text)
		before = block
	}
	return b.String()
}

// hang writes a block behind a mark, its further lines indented.
func hang(mark, indent, block string) string {
	return mark + indented(block, indent)
}

// indented puts an indent before all lines but the first; an empty line has none.
func indented(block, indent string) string {
	var b strings.Builder
	b.Grow(len(block) + len(block)/16)
	first := true
	for line := range strings.Lines(block) {
		if !first && line != "\n" {
			b.WriteString(indent)
		}
		b.WriteString(line)
		first = false
	}
	return b.String()
}

// prefixed puts a prefix before every line, without its space where the line is empty.
func prefixed(block, prefix string) string {
	var b strings.Builder
	for line := range strings.Lines(block) {
		if line == "\n" {
			b.WriteString(strings.TrimRight(prefix, " "))
		} else {
			b.WriteString(prefix)
		}
		b.WriteString(line)
	}
	return b.String()
}

// Attributes writes attributes in braces, "" where there are none that can be
// written.
func Attributes(a *content.Attr) string {
	var words []string
	if isName(a.Anchor) {
		words = append(words, "#"+a.Anchor)
	}
	for _, c := range a.Classes {
		if isName(c) {
			words = append(words, "."+c)
		}
	}
	if isName(a.Lang) {
		words = append(words, "lang="+a.Lang)
	}
	if a.Dir != locale.Auto && (a.Lang == "" || a.Dir != locale.DirectionOf(a.Lang)) {
		words = append(words, "dir="+a.Dir.String())
	}
	for _, kv := range a.Keys {
		if !isName(kv.Key) {
			continue
		}
		switch {
		case isName(kv.Value):
			words = append(words, kv.Key+"="+kv.Value)
		case !strings.ContainsAny(kv.Value, "\"\n{}"):
			words = append(words, kv.Key+`="`+kv.Value+`"`)
		}
	}
	if words == nil {
		return ""
	}
	return "{" + strings.Join(words, " ") + "}"
}

// isName tells a name that attributes can hold.
func isName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || strings.ContainsRune("#={}\"'<>&[]()`\\", r)
	})
}
