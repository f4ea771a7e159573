package markdown

import (
	"golang.org/x/text/language"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/setup"
)

// attr checks the attributes that stand at an offset and completes them: text
// in another language has that language's direction.
func (f *file) attr(attr content.Attr, offset int) content.Attr {
	return f.attrAt(attr, f.Pos(offset))
}

func (f *file) attrAt(attr content.Attr, at content.Pos) content.Attr {
	if attr.Lang != "" {
		if _, err := language.Raw.Parse(attr.Lang); err != nil {
			f.Problems = append(f.Problems, content.Problem{Pos: at,
				What: "lang=" + attr.Lang + " is no language", Hint: "write a tag such as ar, fr or en-GB"})
		} else if attr.Dir == locale.Auto {
			attr.Dir = locale.DirectionOf(attr.Lang)
		}
	}
	if dir := attr.Get("dir"); dir != "" && dir != "auto" {
		f.Problems = append(f.Problems, content.Problem{Pos: at,
			What: "dir=" + dir + " is no direction", Hint: "write rtl or ltr"})
	}
	if justify := attr.Get("justify"); justify != "" {
		if _, ok := setup.ParseJustification(justify); !ok {
			f.Problems = append(f.Problems, content.Problem{Pos: at,
				What: "justify=" + justify + " is not known", Hint: "write naskh, simple or spaces"})
		}
	}
	if widths := attr.Get("widths"); widths != "" {
		if _, ok := content.ParseWidths(widths); !ok {
			f.Problems = append(f.Problems, content.Problem{Pos: at,
				What: "widths=" + widths + " are no widths of columns", Hint: `write a part of 100 for each, such as widths="30% 70%"`})
		}
	}
	if heads := attr.Get("header"); heads != "" && heads != "0" {
		if _, ok := content.ParseSpan(heads); !ok {
			f.Problems = append(f.Problems, content.Problem{Pos: at,
				What: "header=" + heads + " is no number of rows", Hint: "write how many rows the header has, such as header=2"})
		}
	}
	return attr
}
