package content

import "strings"

// PlainText is the text of a run without its dress: what outlines, running
// heads and metadata need. Notes are left out, a line break is a space, an
// image is its alternative text.
func PlainText(text []Inline) string {
	if len(text) == 1 {
		if t, ok := text[0].(*Text); ok {
			return t.Value
		}
	}
	var b strings.Builder
	Inlines(text, func(in Inline) {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.Value)
		case *Code:
			b.WriteString(in.Value)
		case *Image:
			b.WriteString(in.Alt)
		case *LineBreak:
			b.WriteByte(' ')
		case *Reference:
			b.WriteString(in.Label)
		}
	})
	return b.String()
}

// Pictures gives the images of a run of inlines that has nothing else but
// blanks: pictures side by side. It gives nil for any other run.
func Pictures(text []Inline) []*Image {
	if len(text) < 2 {
		return nil
	}
	if _, ok := text[0].(*Image); !ok {
		return nil
	}
	var all []*Image
	for _, in := range text {
		switch in := in.(type) {
		case *Image:
			all = append(all, in)
		case *Text:
			if strings.TrimSpace(in.Value) != "" {
				return nil
			}
		case *LineBreak:
		default:
			return nil
		}
	}
	return all
}
