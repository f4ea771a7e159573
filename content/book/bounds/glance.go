package bounds

import "strings"

// Glance counts what the lines of texts show of how much a book has, before anything is
// read. It does not know all that a line may stand in, so that it refuses only what has
// far more than it may.
type Glance struct{ headings, notes, terms, blocks, marks shown }

// shown is how many of a kind lines showed.
type shown struct {
	n, most int64
	far     int64 // more is refused
	limit   string
	kind    string
	file    string
	line    int // of the first that is too many
}

// Excess is what a book has far too much of, and where it has more than it may.
type Excess struct {
	Most        int64
	Kind, Limit string
	File        string
	Line        int
}

// NewGlance begins to count, toward limits none of which is 0.
func NewGlance(l *Limits) *Glance {
	g := &Glance{
		headings: shown{most: l.Headings + l.Chapters, limit: "headings", kind: "chapters and headings"},
		notes:    shown{most: l.Notes, limit: "notes", kind: "notes"},
		terms:    shown{most: l.Terms, limit: "terms", kind: "abbreviations and terms"},
		blocks:   shown{most: l.Blocks, limit: "blocks", kind: "paragraphs, rows and items"},
		marks:    shown{most: l.Marks, limit: "marks", kind: "words that are bold, code, links and the like"},
	}
	for _, s := range g.all() {
		s.far = 2 * s.most
	}
	// What stands between blank lines, and what opens attributes behind a bracket, is
	// hardly anything else.
	g.blocks.far, g.marks.far = g.blocks.most*5/4, g.marks.most*5/4
	return g
}

func (g *Glance) all() []*shown {
	return []*shown{&g.headings, &g.notes, &g.terms, &g.blocks, &g.marks}
}

// Through looks through a text of Markdown, whose first line has that number in its
// file, and tells what the book has far too much of with it; nil for nothing.
func (g *Glance) Through(file, text string, first int) *Excess {
	fence, hidden, blank, number := "", false, true, first-1
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		switch {
		case fence != "":
			if strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]) == "" {
				fence = ""
			}
			continue
		case hidden:
			hidden = !strings.Contains(line, "-->")
			continue
		case strings.HasPrefix(line, "```"), strings.HasPrefix(line, "~~~"):
			fence = line[:len(line)-len(strings.TrimLeft(line, line[:1]))]
		case line == "":
			blank = true
			continue
		}
		if open := strings.LastIndex(line, "<!--"); open >= 0 {
			hidden = !strings.Contains(line[open:], "-->")
		}
		if over := g.line(line, blank, file, number); over != nil {
			return over
		}
		blank = false
	}
	return nil
}

// line counts what a line shows that is no code and no comment.
func (g *Glance) line(line string, opens bool, file string, number int) *Excess {
	if opens || line[0] == '|' || strings.HasSuffix(line, "\\") {
		g.blocks.add(1, file, number)
	}
	g.blocks.add(int64(strings.Count(line, "<tr")), file, number)
	switch {
	case line[0] == '#' && strings.HasPrefix(strings.TrimLeft(line, "#"), " "):
		g.headings.add(1, file, number)
	case strings.HasPrefix(line, "[^") && strings.Contains(line, "]:"):
		g.notes.add(1, file, number)
	case strings.HasPrefix(line, "*[") && strings.Contains(line, "]:"):
		g.terms.add(1, file, number)
	}
	g.notes.add(int64(strings.Count(line, "^[")), file, number)
	g.marks.add(int64(strings.Count(line, "]{")), file, number)
	for _, s := range g.all() {
		if s.n > s.far {
			return &Excess{Most: s.most, Kind: s.kind, Limit: s.limit, File: s.file, Line: s.line}
		}
	}
	return nil
}

func (s *shown) add(n int64, file string, line int) {
	if s.n <= s.most && s.n+n > s.most {
		s.file, s.line = file, line
	}
	s.n += n
}
