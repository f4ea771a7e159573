// Package syntax is what Markdown is written as: it adds to CommonMark and GFM the forms of
// Pandoc, of other programs and of Arabic books, each a parser of goldmark and the node
// that it makes. What a node becomes in a book is no matter here. What stands in a text,
// reading takes time in proportion to its length (bounded.go).
package syntax

import (
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// NewParser puts the syntax together: goldmark's own parsers and ours, each
// with its precedence, a smaller number going first.
func NewParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(pageBreakParser{}, 80),
			util.Prioritized(tagLineParser{}, 85),
			util.Prioritized(hiddenParser{}, 84),
			util.Prioritized(admonitionParser{}, 86),
			util.Prioritized(divParser{}, 90),
			util.Prioritized(headingParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(abbreviationParser{}, 150),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headingParser{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(attrLineParser{}, 850),
			util.Prioritized(markdownTagParser{}, 889),
			util.Prioritized(htmlTableParser{}, 890),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(noteParser{extension.NewFootnoteBlockParser()}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(boundedReferences{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(boundedTables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
		parser.WithInlineParsers(inlineParsers()...),
	)
}

// NewLineParser is the syntax within a paragraph, for text that is nothing else.
func NewLineParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 0)),
		parser.WithInlineParsers(inlineParsers()...),
	)
}

func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(taskParser{extension.NewTaskCheckBoxParser()}, 0),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(noteRefParser{}, 101),
		util.Prioritized(wikiParser{}, 140),
		util.Prioritized(quartoParser{}, 145),
		util.Prioritized(exampleParser{}, 146),
		util.Prioritized(spanParser{}, 150),
		util.Prioritized(inlineNoteParser{}, 155),
		util.Prioritized(texParser{}, 156),
		util.Prioritized(programTagParser{}, 158),
		util.Prioritized(fieldParser{}, 160),
		util.Prioritized(boundedParser{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(boundedParser{emphasisParser{}}, 500),
	}
}
