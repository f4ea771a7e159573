package book

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/book/settings"
	"warraq/content/locale"
	"warraq/content/markdown"
	"warraq/content/plain"
	"warraq/content/roles"
)

// File is a file of a manuscript that is yet to be written.
type File struct {
	Name string // parted by /
	Data []byte
}

// Parts is a plain text divided into chapters, and what it says of itself that they
// do not: empty where it says nothing.
type Parts struct {
	Files       []File
	Title, Lang string
	Authors     []string
}

// Split divides a plain text into a Markdown file a chapter, named by number
// and title, so that a book of them has the text that a book of the one file
// has. Name is the file's, for positions; fields stay as they are.
//
// Of opt, Lang decides what an introduction is called, and a text without
// titles is one chapter that has the title of the book; both go before what the
// text says. Advice and err are as in [Read].
func Split(name string, src []byte, opt Options) (parts Parts, advice []content.Problem, err error) {
	b := begin(manuscript{name: name, single: true, opt: opt})
	s := &source{name: name, file: name, text: b.text(name, src), line: 1}
	b.chapters = []*source{s}
	whole := s.text
	b.readPlainFront(s)
	b.adviseLost(s, whole)
	m := &b.manifest.Meta
	m.Title, m.Lang = cmp.Or(opt.Title, m.Title), cmp.Or(opt.Lang, m.Lang)
	b.titleLine(m)
	m.Title = cmp.Or(m.Title, strings.TrimSuffix(path.Base(name), path.Ext(name)))
	chapters, _ := plain.Read(name, s.text, plain.Options{Line: s.line, Introduction: locale.WordsFor(cmp.Or(m.Lang, "ar")).Introduction,
		Marks: b.manifest.Marks, KeepFields: true})
	if len(chapters) == 0 && len(b.problems) == 0 {
		b.problem(content.Pos{File: name}, "the text is empty", "write a chapter")
	}
	if len(b.problems) > 0 {
		return Parts{}, b.advice, content.Problems(b.problems)
	}
	return Parts{filesOf(chapters, m.Title), m.Title, m.Lang, m.Authors}, b.advice, nil
}

// adviseLost tells of the keys above a plain text that no file of its chapters has.
func (b *manuscript) adviseLost(s *source, whole string) {
	line := 0
	for text := range strings.Lines(whole) {
		if line++; line >= s.line {
			break
		}
		key, _, ok := strings.Cut(text, ":")
		key = strings.ToLower(strings.TrimSpace(key))
		if ok && !slices.Contains([]string{"title", "author", "authors", "language", "chapter-mark"}, key) && settings.Has(b.manifest.Keys(), key) {
			b.advise(content.Problem{Pos: content.Pos{File: s.file, Line: line},
				What: "`" + key + ":` is not taken over", Hint: "write it into book.yaml"})
		}
	}
}

// filesOf writes each chapter of a book into a file.
func filesOf(chapters []*content.Chapter, book string) (files []File) {
	width := len(fmt.Sprint(len(chapters)))
	for i, c := range chapters {
		title, class := content.PlainText(c.Title), ""
		switch {
		case c.Role == roles.Introduction && len(chapters) == 1:
			title = book
		case c.Role == roles.Introduction:
			class = c.Role.String()
		}
		file := fmt.Sprintf("%0*d%s.md", max(2, width), i+1, wordsInName(title))
		files = append(files, File{file, []byte(chapterText(c, title, class))})
	}
	return files
}

// chapterText writes a chapter of plain text as Markdown, a paragraph a line.
func chapterText(c *content.Chapter, title, class string) string {
	var b strings.Builder
	b.WriteString(markdown.Heading(title, class) + "\n")
	for _, block := range c.Blocks {
		switch block := block.(type) {
		case *content.Paragraph:
			b.WriteString("\n" + markdown.Escape(content.PlainText(block.Inlines)) + "\n")
		case *content.Break:
			b.WriteString("\n***\n")
		}
	}
	return b.String()
}

// wordsInName is a hyphen and the first words of a title, for the name of its
// file; "" for a title without letters.
func wordsInName(title string) string {
	const most = 40 // letters
	var b strings.Builder
	letters := 0
	for _, word := range strings.FieldsFunc(siteName(title), func(r rune) bool { return r == '-' }) {
		n := len([]rune(word))
		if letters += n; letters > most && b.Len() > 0 {
			break
		}
		b.WriteString("-" + string([]rune(word)[:min(n, most)]))
	}
	return b.String()
}
