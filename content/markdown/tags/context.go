// Package tags reads the HTML that stands in Markdown, in blocks, in running text and in
// tables: tags mean what they say or go, and nothing of them reaches the book but what
// it has a form for. What is Markdown between them, its reader puts in.
package tags

import (
	"github.com/yuin/goldmark/ast"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/markdown/slips"
)

// Context is what is known at a place of a file of the text around it.
type Context struct {
	*slips.Finder
	fields     content.Fields // of the book, for its language
	Lang       string         // of the text being read, as far as attributes say; "": the book's
	Depth      int            // of the block being read
	Shift      int            // what is added to the levels of headings
	NextAnchor string         // of a place before a chapter's heading
	TitleBlock *ast.HTMLBlock // whose <h1> is the title of the chapter being read
}

// New is that of the beginning of a text in a language; "" is the book's.
func New(finder *slips.Finder, fields content.Fields, lang string) *Context {
	return &Context{Finder: finder, fields: fields, Lang: lang}
}

// In says that the text from here on is in a language, if one is named, and
// gives the way back to the language before.
func (c *Context) In(lang string) (back func()) {
	before := c.Lang
	if lang != "" {
		c.Lang = lang
	}
	return func() { c.Lang = before }
}

// Direction is that of the text being read.
func (c *Context) Direction() locale.Direction {
	lang := c.Lang
	if lang == "" {
		lang = c.fields.Lang
	}
	return locale.DirectionOf(lang)
}
