package odt

import (
	_ "image/gif"  // sizes
	_ "image/jpeg" // sizes
	_ "image/png"  // sizes
	"strconv"
	"strings"

	"warraq/content/container"
	"warraq/content/intake"
	"warraq/content/locale"
)

// list reads a list, whose items may hold others.
func (f *flow) list(e *container.Element, at place) {
	f.flush()
	if at.level == 0 {
		f.listings++
		at.name = "list " + strconv.Itoa(f.listings)
	}
	if s := e.Get("text:style-name"); s != "" {
		at.style = s
	}
	id := at.style + "/" + strconv.Itoa(at.level)
	goesOn := e.Get("text:continue-numbering") == "true" || e.Get("text:continue-list") != ""
	number := 1
	if goesOn {
		number = f.numbers[id] + 1
	}
	style := f.listStyle(at)
	for _, k := range e.Kids {
		switch k.Name {
		case "text:list-header":
			f.blocks(k, place{})
		case "text:list-item":
			if n, err := strconv.Atoi(k.Get("text:start-value")); err == nil && n >= 0 && n < 1_000_000 {
				number = n
			}
			f.item(k, at, style, number)
			number++
		}
	}
	f.numbers[id] = number - 1
}

// listStyle is how the items of a level are counted. Letters that Markdown has not are
// numbers.
func (f *flow) listStyle(at place) locale.ListStyle {
	formats := f.lists[at.style]
	if formats == nil || at.level >= levels {
		return locale.Bullet
	}
	switch format := strings.TrimSpace(formats[at.level]); {
	case formats[at.level] == "bullet", formats[at.level] == "", format == "":
		return locale.Bullet
	case strings.HasPrefix(format, "أ, ب, ت"), strings.HasPrefix(format, "ا, ب, ت"):
		return locale.AlifBa
	case strings.HasPrefix(format, "ا, ب, ج"), strings.HasPrefix(format, "أ, ب, ج"):
		return locale.Abjad
	case format != "1":
		f.say("lists by letters that a manuscript has not count by numbers", format, "", false)
	}
	return locale.Decimal
}

// item reads an item: a paragraph, or several blocks. A heading that is numbered as an
// item is a heading.
func (f *flow) item(e *container.Element, at place, style locale.ListStyle, number int) {
	first := true
	var rest []intake.Piece
	more := func() {
		if rest != nil {
			f.pieces = append(f.pieces, rest...)
		}
		rest = nil
	}
	for _, k := range e.Kids {
		switch {
		case k.Name == "text:list":
			more()
			inner := at
			inner.level++
			if f.depth+inner.level > mostNested {
				inner.level = at.level
			}
			f.list(k, inner)
		case k.Name == "text:h":
			f.block(k, place{})
			first = false
		case k.Name == "text:p" && first:
			f.block(k, place{item: &intake.Item{List: at.name, Level: at.level, Style: style, Number: number}})
			first = false
		case k.Name == "text:p":
			f.continued(k)
		default:
			f.block(k, place{})
		}
	}
	more()
}

// continued puts a further paragraph of an item into it, as lines below the first.
func (f *flow) continued(e *container.Element) {
	f.flush()
	last := len(f.pieces) - 1
	p, ok := f.pieces[last].(*intake.Paragraph)
	if !ok || p.Item == nil {
		f.block(e, place{})
		return
	}
	f.block(e, place{})
	f.flush()
	if more, ok := f.pieces[last+1].(*intake.Paragraph); ok {
		if !more.Line.Empty() {
			p.Line.Break()
			p.Line.Add(&more.Line)
		}
		f.pieces = append(f.pieces[:last+1], f.pieces[last+2:]...)
	}
}
