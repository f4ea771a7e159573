package markdown

import (
	"strings"
	"unicode"

	"warraq/content"
	"warraq/content/markdown/source"
	"warraq/content/markdown/syntax"
)

// dress is a span between marks or tags. In what is code each text is.
func (f *file) dress(n *syntax.Span) []content.Inline {
	inner := f.inlines(n)
	f.missedLow(n, inner)
	if n.Tight { // an escaped space does not part it
		content.Inlines(inner, func(in content.Inline) {
			if t, ok := in.(*content.Text); ok {
				t.Value = strings.ReplaceAll(t.Value, `\ `, "\u00a0")
			}
		})
	}
	return []content.Inline{&content.Span{Pos: f.Pos(n.Pos()), Attr: content.Attr{Classes: []string{n.Dress}}, Inlines: inner}}
}

// missedLow tells of words that are set low since their author, or GitHub, strikes
// them out by a single tilde.
func (f *file) missedLow(n *syntax.Span, inner []content.Inline) {
	const kind = "words that single tildes set low"
	if words := content.PlainText(inner); n.Dress == "sub" && n.Tight && len([]rune(strings.TrimFunc(words, func(r rune) bool { return !unicode.IsLetter(r) }))) > 3 {
		f.Advise(n.Pos(), source.Slip{Kind: kind, What: kind + ": " + source.Quoted("~"+words+"~"), Hint: "write ~~words~~ to strike them out, [words]{.sub} to set them low"})
	}
}

// coded makes code of the texts of a run.
func coded(text []content.Inline) []content.Inline {
	for i, in := range text {
		switch in := in.(type) {
		case *content.Text:
			text[i] = &content.Code{Pos: in.Pos, Value: in.Value}
		case *content.Strong:
			in.Inlines = coded(in.Inlines)
		case *content.Emphasis:
			in.Inlines = coded(in.Inlines)
		case *content.Span:
			in.Inlines = coded(in.Inlines)
		case *content.Link:
			in.Inlines = coded(in.Inlines)
		}
	}
	return text
}
