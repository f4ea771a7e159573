package mend

import (
	"fmt"
	"slices"
	"strings"

	"warraq/content"
	"warraq/content/locale"
	"warraq/content/stand"
)

// Vain gives advice on each class and attribute of the book that has no effect
// where it stands, with the name that was most likely meant. The document has not
// been numbered yet.
func Vain(doc *content.Document) []content.Problem {
	v := vain{led: map[*content.Span]bool{}, within: map[*content.Div]bool{}, beside: map[*content.Figure]bool{}}
	content.Walk(doc, func(part any, place *content.Place) { v.part(part, place) })
	content.Texts(doc, func(_ *content.Place, text []content.Inline) {
		content.Inlines(text, func(in content.Inline) {
			if s, ok := in.(*content.Span); ok {
				v.attr(onSpan, &s.Attr, s.Pos, 0)
				v.span(s)
			}
		})
	})
	return v.advice
}

type vain struct {
	advice []content.Problem
	led    map[*content.Span]bool   // that lead to a value
	level  int                      // of the heading before
	noted  bool                     // the parts in hand are those of notes
	beside map[*content.Figure]bool // that stand above a paragraph
	within map[*content.Div]bool    // of those in the margin: they lie in another
	own    []content.Block          // of the chapter in hand
}

func (v *vain) advise(p content.Problem) {
	p.Warns = true
	v.advice = append(v.advice, p)
}

// columns tells of columns that are no block of their chapter.
func (v *vain) columns(d *content.Div) {
	if d.ColumnCount() > 0 && !slices.Contains(v.own, content.Block(d)) {
		v.advise(content.Problem{Pos: d.Pos, Kind: "columns within another part", What: "columns within another part have no effect",
			Hint: "put them behind it, in the text of the chapter itself"})
	}
}

// side tells of what is to stand in the margin beside a note.
func (v *vain) side(d *content.Div) {
	if !d.Has(stand.SideClass) {
		return
	}
	w := content.Walker{Part: func(part any, _ *content.Place) {
		if inner, ok := part.(*content.Div); ok {
			v.within[inner] = true
		}
	}}
	w.Blocks(d.Blocks)
	if v.noted || v.within[d] {
		v.advise(content.Problem{Pos: d.Pos, Kind: "a side note within another note", What: "a side note within another note has no effect", Hint: "write it behind the paragraph that calls the note"})
	}
}

// wraps tells of a picture that text is to run beside, and cannot.
func (v *vain) wraps(f *content.Figure) {
	if !f.Has(stand.WrapStartClass) && !f.Has(stand.WrapEndClass) {
		return
	}
	if v.beside[f] {
		return
	}
	v.advise(content.Problem{Pos: f.Pos, Kind: "a picture that no text runs beside", What: "no text can run beside the picture",
		Hint: "put it above a paragraph, not in a list or a note"})
}

// texts notes the pictures among blocks that stand above a paragraph.
func (v *vain) texts(blocks []content.Block) {
	for i, b := range blocks[:max(0, len(blocks)-1)] {
		_, text := blocks[i+1].(*content.Paragraph)
		if f, ok := b.(*content.Figure); ok && text {
			v.beside[f] = true
		}
	}
}

// abreast tells of a division of pictures side by side that holds others, of sizes of its
// pictures, which share one height.
func (v *vain) abreast(d *content.Div) {
	all := d.Abreast()
	if d.Has(stand.AbreastClass) && all == nil && d.Boxed() == "" {
		v.advise(content.Problem{Pos: d.Pos, Kind: "a division abreast with others than pictures", What: "the division abreast holds others than pictures, and is set as any other",
			Hint: "leave the pictures in it, and a last paragraph that is said of them all"})
	}
	for _, f := range all {
		if f.Get("width") != "" || f.Get("height") != "" {
			v.advise(content.Problem{Pos: f.Pos, Kind: "the size of a picture abreast", What: "the size of a picture abreast of others has no effect", Hint: "delete it: they share one height, and the width of the page"})
		}
	}
}

// widths tells of widths for columns that are not there, and of more than the measure.
func (v *vain) widths(t *content.Table) {
	widths, _ := content.ParseWidths(t.Get("widths"))
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	switch {
	case len(widths) > len(t.Columns):
		v.advise(content.Problem{Pos: t.Pos, Warns: true, Kind: "more widths than columns", What: fmt.Sprintf("the table has %d columns, widths= tells of %d", len(t.Columns), len(widths)),
			Hint: "write one for each"})
	case sum > 1.005:
		v.advise(content.Problem{Pos: t.Pos, Warns: true, Kind: "widths of more than the page", What: fmt.Sprintf("the widths of the columns add up to %.0f%%", 100*sum), Hint: "write parts of 100 at most"})
	}
}

// part tells of one part of the book: what its attributes ask in vain, and what else stands
// where it has no effect.
func (v *vain) part(part any, place *content.Place) {
	kind, known := v.kindOf(part)
	switch part := part.(type) {
	case *content.Chapter:
		v.level, v.noted, v.own = 1, false, part.Blocks
		v.texts(part.Blocks)
	case *content.Note:
		v.noted = true
	case *content.PageBreak:
		if v.noted {
			v.advise(content.Problem{Pos: part.Pos, Kind: "a page break in a note", What: "a page break in a note has no effect", Hint: "delete it"})
		}
	case *content.Heading:
		v.steps(part)
	case *content.Paragraph:
		v.leaders(part)
	case *content.Quote:
		v.texts(part.Blocks)
	case *content.Table:
		v.widths(part)
	case *content.Figure:
		v.wraps(part)
	case *content.CodeBlock:
		v.info(part)
	case *content.Div:
		v.texts(part.Blocks)
		v.columns(part)
		v.side(part)
		v.abreast(part)
		if part.Has(stand.ShownClass) {
			return
		}
	}
	v.attr(kind, &place.Attr, place.Pos, known)
}

// kindOf is what a part is for its attributes, and how many of its classes are known for
// another reason.
func (v *vain) kindOf(part any) (kind, known int) {
	switch part := part.(type) {
	case *content.Chapter:
		return onChapter, 0
	case *content.Heading:
		return onHeading, 0
	case *content.Paragraph:
		return onParagraph, 0
	case *content.List:
		return onList, 0
	case *content.Quote:
		return onQuote, 0
	case *content.Verse:
		return onVerse, 0
	case *content.Table:
		if part.Get("chart") != "" {
			return onChart, 0
		}
		return onTable, 0
	case *content.Cell:
		return onCell, 0
	case *content.Figure:
		return onFigure, 0
	case *content.CodeBlock:
		if len(part.Classes) > 0 && part.Classes[0] == part.Language {
			known = 1
		}
		return onCode, known
	case *content.Definitions:
		return onDefinitions, 0
	case *content.Div:
		switch {
		case part.Boxed() != "":
			return onBox, 0
		case part.Abreast() != nil:
			return onAbreast, 0
		}
		return onDivision, 0
	case *content.PageBreak, *content.Break, *content.Endnotes, *content.Listing, *content.TitlePage, *content.Imprint, *content.Contents:
	}
	return onOther, 0
}

// steps tells of a heading that lies more than a level below the one before it.
func (v *vain) steps(h *content.Heading) {
	if h.Level > v.level+1 {
		v.advice = append(v.advice, content.Problem{Pos: h.Pos, Kind: "a heading that skips a level",
			What: "the heading “" + content.PlainText(h.Inlines) + "” skips a level", Hint: "write " + strings.Repeat("#", v.level+1) + ", or a heading between"})
	}
	v.level = h.Level
}

// info tells of what stands behind the language of code.
func (v *vain) info(c *content.CodeBlock) {
	if rest := c.Get("info"); rest != "" {
		v.advise(content.Problem{Pos: c.Pos, Kind: "words behind the language of code", What: "“" + rest + "” behind the language of code has no effect",
			Hint: "delete it"})
	}
}

// leaders notes the values at the ends of a paragraph's lines, and tells of a paragraph
// of that class that has none.
func (v *vain) leaders(p *content.Paragraph) {
	led := content.Leaders(p.Inlines)
	for _, line := range led {
		if len(line.Value) > 0 {
			v.led[line.Value[0].(*content.Span)] = true
		}
	}
	if led == nil && p.Has(stand.LeaderClass) {
		v.advise(content.Problem{Pos: p.Pos, Kind: "a leader without a value", What: "no line of the paragraph has a value behind dots",
			Hint: "write the text, three dots between blanks, and the value: Total ... 150"})
	}
}

// span tells of attributes that want a class, and of a value that stands at the end of no
// line.
func (v *vain) span(s *content.Span) {
	if s.Has(stand.LeaderClass) && !v.led[s] {
		v.advise(content.Problem{Pos: s.Pos, Kind: "a leader that leads nowhere", What: "the class .leader has an effect on the first span of a line of a paragraph alone, within no other marks",
			Hint: "write it so, or delete the class"})
	}
	if s.Has(stand.SideClass) && !s.MarksSide() {
		v.advise(content.Problem{Pos: s.Pos, Kind: "a side note outside paragraphs and poems", What: "the class .side has an effect in paragraphs and poems alone", Hint: "write the note as ::: side behind it"})
	}
	for _, want := range []struct{ key, classes string }{{"key", ".index or .term"}, {"sort", ".index"}, {"see", ".index"}} {
		if s.Get(want.key) != "" && !s.Has("index") && !(want.key == "key" && s.Has("term")) {
			v.advise(content.Problem{Pos: s.Pos, Kind: "an attribute without its class", What: want.key + "= has no effect without " + want.classes,
				Hint: "write [" + content.PlainText(s.Inlines) + "]{.index " + want.key + "=…}"})
		}
	}
}

// stands tells of lines that are to stand in two ways, and in one that is not known.
func (v *vain) stands(a *content.Attr, at content.Pos) {
	if key := a.Get("align"); key != "" {
		if _, ok := a.Stands(); !ok {
			v.advise(content.Problem{Pos: at, Kind: "an alignment that is not known", What: "the alignment " + key + " is not known",
				Hint: "write start, center, end, left, right or justify"})
		}
	}
	first := ""
	for _, class := range a.Classes {
		switch {
		case !content.IsStandClass(class):
		case first == "":
			first = class
		default:
			v.advise(content.Problem{Pos: at, Kind: "two alignments", What: "the class ." + class + " has no effect beside ." + first, Hint: "delete one of them"})
		}
	}
}

// attr tells of classes and keys that do nothing on a kind of part, the first few
// classes left out.
func (v *vain) attr(kind int, a *content.Attr, at content.Pos, known int) {
	on := &effectsOf[kind]
	division := kind == onDivision || kind == onBox
	stands := kind == onHeading || kind == onParagraph || division
	if stands {
		v.stands(a, at)
	}
	for i, class := range a.Classes[known:] {
		if slices.Contains(on.classes, class) || stands && content.IsStandClass(class) || slices.Contains(everywhere.classes, class) {
			continue
		}
		if division && i == 0 {
			v.advise(content.Problem{Pos: at, Kind: "division " + class, What: "the division " + class + " is not known, its text is set as any other",
				Hint: hintOf(class, on.classes, "", "write")})
			continue
		}
		v.advise(content.Problem{Pos: at, Kind: "class " + class + " on " + on.name, What: "the class ." + class + " has no effect on " + on.name,
			Hint: hintOf(class, append(slices.Clip(on.classes), everywhere.classes...), ".", elsewhere(kind, class, func(e *effects) []string { return e.classes }))})
	}
	for _, kv := range a.Keys {
		if kv.Key == "info" || slices.Contains(on.keys, kv.Key) || slices.Contains(everywhere.keys, kv.Key) {
			continue
		}
		v.advise(content.Problem{Pos: at, Kind: "attribute " + kv.Key + " on " + on.name, What: "the attribute " + kv.Key + "= has no effect on " + on.name,
			Hint: hintOf(kv.Key, append(slices.Clip(on.keys), "lang", "dir", "id", "class", "justify"), "", elsewhere(kind, kv.Key, func(e *effects) []string { return e.keys }))})
	}
}

// elsewhere says where a name that does nothing here does something; "there are"
// where it does nowhere.
func elsewhere(kind int, name string, names func(*effects) []string) string {
	for i := range effectsOf {
		if i != kind && slices.Contains(names(&effectsOf[i]), name) {
			return "it is for " + strings.TrimPrefix(effectsOf[i].name, "a ")
		}
	}
	return "there are"
}

// hintOf names the nearest of the names, or where the name belongs, or all.
func hintOf(name string, names []string, sign, otherwise string) string {
	if strings.HasPrefix(otherwise, "it is for") {
		return otherwise
	}
	near := locale.English(name) // a word of the author's language
	if !slices.Contains(names, near) {
		near = content.Nearest(name, names)
	}
	if near != "" {
		return "did you mean " + sign + near + "?"
	}
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = sign + n
	}
	return otherwise + " " + strings.Join(list, ", ")
}

// Vocabulary is every name that has an effect: of divisions, of classes and of further
// attributes, each sorted.
func Vocabulary() (divisions, classes, keys []string) {
	divisions = slices.Clone(effectsOf[onDivision].classes)
	for _, e := range append([]effects{everywhere}, effectsOf[:]...) {
		classes, keys = append(classes, e.classes...), append(keys, e.keys...)
	}
	for _, names := range []*[]string{&divisions, &classes, &keys} {
		slices.Sort(*names)
		*names = slices.Compact(*names)
	}
	return divisions, classes, keys
}
