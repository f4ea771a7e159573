package book

import (
	"fmt"
	"strings"

	"warraq/content"
	"warraq/content/markdown"
	"warraq/content/plain"
)

// File is a file of a manuscript that is yet to be written.
type File struct {
	Name string // parted by /
	Data []byte
}

// Split divides a plain text into a Markdown file a chapter, named by number
// and title, so that a book of them has the text that a book of the one file
// has. Name is the file's, for positions; fields stay as they are.
//
// Of opt, Lang decides what an introduction is called, and a text without
// titles is one chapter that has the title of the book. Advice and err are as
// in [Read].
func Split(name string, src []byte, opt Options) (files []File, advice []content.Problem, err error) {
	text, advice, problems := content.Source(name, src)
	words := content.WordsFor(opt.Lang)
	chapters, _ := plain.Read(name, text, plain.Options{Introduction: words.Introduction, KeepFields: true})
	if len(chapters) == 0 && len(problems) == 0 {
		problems = append(problems, content.Problem{Pos: content.Pos{File: name}, What: "the text is empty", Hint: "write a chapter"})
	}
	if len(problems) > 0 {
		return nil, advice, content.Problems(problems)
	}
	width := len(fmt.Sprint(len(chapters)))
	for i, c := range chapters {
		title, class := content.PlainText(c.Title), ""
		switch {
		case c.Role == content.Introduction && len(chapters) == 1:
			title = opt.Title
		case c.Role == content.Introduction:
			class = c.Role.String()
		}
		file := fmt.Sprintf("%0*d%s.md", max(2, width), i+1, fileSlug(title))
		files = append(files, File{file, []byte(chapterText(c, title, class))})
	}
	return files, advice, nil
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

// fileSlug is a hyphen and the first words of a title, for the name of its
// file; "" for a title without letters.
func fileSlug(title string) string {
	const most = 40 // letters
	var b strings.Builder
	letters := 0
	for _, word := range strings.FieldsFunc(slug(title), func(r rune) bool { return r == '-' }) {
		n := len([]rune(word))
		if letters += n; letters > most && b.Len() > 0 {
			break
		}
		b.WriteString("-" + string([]rune(word)[:min(n, most)]))
	}
	return b.String()
}
