package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
	"warraq/content/markdown/tags"
	"warraq/content/pattern"
)

// Files that a chapter takes in, as mdBook, Quarto, Jekyll and MkDocs name them:
//
//	{{#include parts/a.md}}   {{#include main.rs:10:20}}
//	{{< include _a.md >}}     {% include "a.md" %}     --8<-- "a.md"

// Bounds of what is taken in: files that take each other in would not end, and some
// that do so twice each would grow beyond any book.
const (
	maxIncluded     = 16      // files within one another
	maxIncludedSize = 8 << 20 // bytes in one file of the manuscript
)

// inclusion is what a file and those that it takes in know of each other.
type inclusion struct {
	files []string // the file in hand, and those that take it in before it
	size  *int     // bytes taken in so far
}

// lineRange is the part of a file that mdBook names behind it.
var lineRange = pattern.Of(`^(.*?\.[A-Za-z0-9]+)(?::(\d*)(?::(\d*))?|:([A-Za-z_][\w-]*))?$`)

// included gives the text of a file that is named at an offset, and its name.
func (f *file) included(args string, offset int) (taken, name string, ok bool) {
	asked := syntax.ArgOf(args, "file", "src")
	if asked == "" {
		asked = syntax.FirstArg(args)
	}
	m := lineRange.FindStringSubmatch(asked)
	const kind = "a file that is to be taken in and cannot be, left out"
	if m == nil || f.opt.Data == nil {
		f.Advise(offset, source.Slip{Kind: kind, What: kind + ": " + source.Quoted(strings.TrimSpace(f.LineAt(offset))), Hint: "name a file of this folder, or write its text here"})
		return "", "", false
	}
	if f.within.size == nil {
		f.within = inclusion{[]string{f.opt.File}, new(int)}
	}
	taken, name, problems := f.opt.Data(strings.TrimLeft(m[1], "/"), f.Pos(offset)) // GitBook begins at the book's folder
	switch {
	case len(problems) > 0:
		for _, p := range problems {
			f.AdviseAt(p.Pos, source.Slip{Kind: kind, What: kind + ": " + p.What, Hint: p.Hint})
		}
		return "", "", false
	case slices.Contains(f.within.files, name):
		f.Problem(offset, "the file "+name+" takes itself in: "+strings.Join(append(slices.Clone(f.within.files), name), " → "), "delete one of the lines that do")
		return "", "", false
	case len(f.within.files) > maxIncluded:
		f.Problem(offset, "files take one another in too deep", "write the text of some in their places")
		return "", "", false
	}
	taken = cutLines(taken, m[2], m[3], m[4], strings.Contains(asked[len(m[1]):], ":"))
	if *f.within.size += len(taken); *f.within.size > maxIncludedSize {
		f.Problem(offset, "the files that are taken in are too much for one chapter", "name them under `chapters:`")
		return "", "", false
	}
	return taken, name, true
}

// cutLines is the part of a text from one line to another, or between the two lines
// that name an anchor.
func cutLines(source, from, to, anchor string, part bool) string {
	lines := strings.SplitAfter(source, "\n")
	switch {
	case anchor != "":
		kept, inside := "", false
		for _, l := range lines {
			switch {
			case strings.Contains(l, "ANCHOR_END: "+anchor):
				inside = false
			case strings.Contains(l, "ANCHOR: "+anchor):
				inside = true
			case inside:
				kept += l
			}
		}
		return kept
	case !part:
		return source
	}
	first, err := strconv.Atoi(from)
	if err != nil || first < 1 {
		first = 1
	}
	last, err := strconv.Atoi(to)
	if err != nil || last > len(lines) {
		last = len(lines)
	}
	return strings.Join(lines[min(first-1, last):last], "")
}

// include reads the file that a tag names, in its place. Its headings of the first
// level are sections.
func (f *file) include(h *tags.Hypertext, args string, offset int) {
	source, name, ok := f.included(args, offset)
	if !ok {
		return
	}
	_, rest, line, closed := FrontMatter(source)
	if !closed {
		rest, line = source, 1
	}
	inner := newFile(rest, Options{File: name, Line: line, Fields: f.opt.Fields, Data: f.opt.Data})
	inner.parser, inner.line, inner.showing, inner.Lang, inner.Depth = f.parser, f.line, f.showing, f.Lang, f.Depth
	inner.pc = parser.NewContext()
	inner.open, inner.notes = f.open, map[string]*content.Note{}
	inner.within = inclusion{append(slices.Clip(f.within.files), name), f.within.size}
	if !inner.tooDeep() {
		root := inner.parser.Parse(text.NewReader(inner.Bytes), parser.WithContext(inner.pc))
		inner.reportExcess(inner.pc)
		inner.collectNotes(root)
		h.Put(inner.blocks(root)...)
		inner.reportUnusedNotes()
		inner.UnusedLinks(root)
	}
	f.Advice = append(f.Advice, inner.Advice...)
	f.Problems = append(f.Problems, inner.Problems...)
	f.short = append(f.short, inner.short...)
}

// includeLine is a line of code that is to be a file.
var includeLine = pattern.Of(`(?m)^[ \t]*\{\{\s*#(?:include|rustdoc_include|playground)\s+([^{}\n]+?)\s*\}\}[ \t]*\n?`)

// includedCode puts files in the places of such lines.
func (f *file) includedCode(code string, offset int) string {
	if f.opt.Data == nil || !strings.Contains(code, "{{") {
		return code
	}
	return includeLine.ReplaceAllStringFunc(code, func(line string) string {
		source, _, ok := f.included(includeLine.FindStringSubmatch(line)[1], offset)
		if !ok {
			return line
		}
		if source != "" && !strings.HasSuffix(source, "\n") {
			source += "\n"
		}
		return source
	})
}
