package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/syntax"
)

// chapters divides the blocks of a file at its headings of the first level.
func (f *file) chapters(root ast.Node) []*content.Chapter {
	if f.opt.Title != "" {
		return []*content.Chapter{f.titled(root)}
	}
	f.raise(root)
	var chapters []*content.Chapter
	open := f.newChapter(content.Pos{File: f.opt.File, Line: f.opt.Line})
	from := root.FirstChild()
	for n := from; n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		html := f.hasTitle(n)
		if (!ok || h.Level+f.shift != 1) && !html || f.opt.Whole && len(open.Title) > 0 {
			continue
		}
		open.Blocks = append(open.Blocks, f.blocksBetween(from, n)...)
		if open = f.nextChapter(open, &chapters); open == nil {
			open = f.newChapter(f.Pos(n.Pos()))
		}
		if from = n.NextSibling(); html {
			f.openHTML(open, n)
			from = n // what else stands in it is text of the chapter
		} else {
			f.openChapter(open, h)
		}
	}
	if top := f.top(from); f.opt.Whole && top != nil {
		open.Blocks = append(open.Blocks, f.blocksBetween(from, top)...)
		f.shift++
		from = top
	}
	open.Blocks = withoutBreak(append(open.Blocks, f.blocksBetween(from, nil)...))
	if len(open.Title) > 0 || len(open.Blocks) > 0 || len(chapters) == 0 && f.roleTitle() != "" {
		chapters = append(chapters, f.closeChapter(open))
	}
	f.giveFirst(chapters)
	return chapters
}

// nextChapter puts away the chapter that a new heading ends. It gives it back
// when it is only text that precedes the first heading of a chapter file and so
// belongs to the chapter that begins.
func (f *file) nextChapter(open *content.Chapter, chapters *[]*content.Chapter) *content.Chapter {
	open.Blocks = withoutBreak(open.Blocks)
	switch {
	case len(open.Title) > 0 || f.opt.Introduction != "" && len(open.Blocks) > 0:
		*chapters = append(*chapters, f.closeChapter(open))
		f.lang = ""
		return nil
	case len(open.Blocks) > 0:
		return open
	}
	return nil
}

func (f *file) newChapter(at content.Pos) *content.Chapter {
	f.notes = map[string]*content.Note{}
	f.open = &content.Chapter{Place: content.Place{Pos: at}}
	return f.open
}

func (f *file) openChapter(c *content.Chapter, h *ast.Heading) {
	c.Pos = f.Pos(h.Pos())
	c.Attr = f.attr(syntax.AttrOf(h), h.Pos())
	c.Classes = slices.DeleteFunc(c.Classes, breaksPage) // it opens a page anyway
	if c.Anchor == "" {
		c.Anchor = f.nextAnchor
	}
	f.nextAnchor = ""
	c.Role = roleOf(&c.Attr)
	f.in(c.Lang)
	f.MissedHeading(h)
	c.Title = f.inlines(h)
	f.Look(h)
	f.MissedSigns(h)
	words := f.opt.Words
	if c.Lang != "" {
		words = locale.WordsFor(c.Lang)
	}
	if title := c.Role.TitleIn(&words); len(c.Title) == 0 && title != "" {
		c.Title = []content.Inline{&content.Text{Pos: c.Pos, Value: title}}
	}
	if len(c.Title) == 0 {
		f.Problem(h.Pos(), "the chapter has no title", "write it after the #")
		c.Title = []content.Inline{&content.Text{Pos: c.Pos, Value: "?"}}
	}
}

// closeChapter names a chapter whose text had no heading.
func (f *file) closeChapter(c *content.Chapter) *content.Chapter {
	if len(c.Title) > 0 {
		return c
	}
	title := f.opt.Introduction
	if named := f.roleTitle(); named != "" {
		title = named
	} else if title == "" && f.opt.Name != "" {
		title = f.opt.Name
		f.Advice = append(f.Advice, content.Problem{Pos: c.Pos, Kind: kindByName, What: kindByName + ": “" + title + "”", Hint: "open the file with a line `# Title`"})
	} else if title == "" {
		f.Problems = append(f.Problems, content.Problem{Pos: c.Pos, What: "the chapter has no title",
			Hint: "open it with a line `# Title`"})
		title = "?"
	} else {
		c.Role = content.Introduction
	}
	if len(c.Blocks) > 0 {
		c.Pos = c.Blocks[0].At().Pos
	}
	c.Title = []content.Inline{&content.Text{Pos: c.Pos, Value: title}}
	return c
}

// roleTitle is the title that the role in the front matter gives a chapter
// without one.
func (f *file) roleTitle() string { return f.opt.Role.TitleIn(&f.opt.Words) }

// giveFirst gives the first chapter what the front matter said of it.
func (f *file) giveFirst(chapters []*content.Chapter) {
	if len(chapters) == 0 {
		return
	}
	c := chapters[0]
	if f.opt.Role != content.Body {
		c.Role = f.opt.Role
	}
	mergeAttr(&c.Attr, f.opt.Attr)
}

// titled reads the whole file as one chapter whose title the front matter
// gave.
func (f *file) titled(root ast.Node) *content.Chapter {
	c := f.newChapter(content.Pos{File: f.opt.File, Line: f.opt.Line})
	c.Role = f.opt.Role
	c.Attr = f.opt.Attr
	c.Title = []content.Inline{&content.Text{Pos: c.Pos, Value: f.opt.Title}}
	f.raise(root)
	from := root.FirstChild()
	if h, ok := from.(*ast.Heading); ok && f.saysTitle(h) {
		listed := c.Title
		f.openChapter(c, h)
		if f.opt.Listed && len(titleWords(content.PlainText(c.Title))) < len(titleWords(f.opt.Title)) {
			c.Title = listed
		}
		mergeAttr(&c.Attr, f.opt.Attr)
		if f.opt.Role != content.Body {
			c.Role = f.opt.Role
		}
		from = from.NextSibling()
	}
	if f.hasTitle(from) && len(c.Title) == 1 {
		if title, attr := f.titleOfHTML(from); strings.TrimSpace(content.PlainText(title)) == f.opt.Title {
			c.Title = title
			mergeAttr(&c.Attr, attr)
		} else {
			f.titled1 = nil
		}
	}
	if f.top(from) != nil {
		f.shift++
	}
	c.Blocks = withoutBreak(f.blocksBetween(from, nil))
	if len(c.Blocks) > 0 && content.IsPageBreak(c.Blocks[0]) {
		c.Blocks = c.Blocks[1:] // it stands where a title that is written elsewhere would
	}
	return c
}

// mergeAttr adds to attr what it lacks of more.
func mergeAttr(attr *content.Attr, more content.Attr) {
	if attr.Anchor == "" {
		attr.Anchor = more.Anchor
	}
	if attr.Lang == "" {
		attr.Lang = more.Lang
	}
	if attr.Dir == locale.Auto {
		attr.Dir = more.Dir
	}
	attr.Classes = append(attr.Classes, more.Classes...)
	attr.Keys = append(attr.Keys, more.Keys...)
}

// roleOf reads the role of a chapter from the classes of its heading:
// `# Sources {.sources}`.
func roleOf(attr *content.Attr) content.Role {
	for role := content.Introduction; role <= content.Tables; role++ {
		if attr.Has(role.String()) {
			return role
		}
	}
	return content.Body
}
