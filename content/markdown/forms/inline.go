package forms

import (
	"net/url"

	"warraq/content"
)

// Code makes code of the texts of a run.
func Code(text []content.Inline) []content.Inline {
	for i, in := range text {
		switch in := in.(type) {
		case *content.Text:
			text[i] = &content.Code{Pos: in.Pos, Value: in.Value}
		case *content.Strong:
			in.Inlines = Code(in.Inlines)
		case *content.Emphasis:
			in.Inlines = Code(in.Inlines)
		case *content.Span:
			in.Inlines = Code(in.Inlines)
		case *content.Link:
			in.Inlines = Code(in.Inlines)
		}
	}
	return text
}

// Only is what stands alone in a run, nil for nothing or more.
func Only(text []content.Inline) content.Inline {
	if len(text) != 1 {
		return nil
	}
	return text[0]
}

// FileName is the name of a file as a file system knows it.
func FileName(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		return plain
	}
	return name
}
